package timeline

import (
	"portico/internal/i18n"
)

// GithubLinkedEvent records that a GitHub account was linked.
type GithubLinkedEvent struct {
	OnAccount
	Origin
	Login string `json:"login" personal:"true"`
}

var _ = register[GithubLinkedEvent]("github_linked")

func (e *GithubLinkedEvent) summary() i18n.Message {
	return i18n.Msg("GitHub account %s linked", e.Login)
}

// GithubUnlinkedEvent records that the GitHub account was unlinked.
type GithubUnlinkedEvent struct {
	OnAccount
	Origin
	Login string `json:"login" personal:"true"`
}

var _ = register[GithubUnlinkedEvent]("github_unlinked")

func (e *GithubUnlinkedEvent) summary() i18n.Message {
	return i18n.Msg("GitHub account %s unlinked", e.Login)
}
