package timeline

import (
	"strings"

	"portico/internal/gid"
	"portico/internal/i18n"
	"portico/internal/naming"
)

// AppDeployedEvent records that a push moved a branch.
type AppDeployedEvent struct {
	OnApp
	Deployment NamedDeployment `json:"deployment"`
}

var _ = register[AppDeployedEvent]("app_deployed")

func (e *AppDeployedEvent) summary() i18n.Message {
	d := e.Deployment
	return i18n.Msg("App %s: %s deployed from %s", e.App.Name, d.Commit[:min(7, len(d.Commit))], naming.Line(strings.TrimPrefix(d.Ref, "refs/heads/"), 40))
}

// GitPushDeniedEvent records that a push was refused.
type GitPushDeniedEvent struct {
	OnAccount
	Reason     GitPushDenialReason `json:"reason"`
	Repository string              `json:"repository"`
	// Repeats counts the denials since the previous event, which have no event of their
	// own.
	Repeats int32 `json:"repeats,omitempty"`
}

var _ = register[GitPushDeniedEvent]("git_push_denied")

func (e *GitPushDeniedEvent) summary() i18n.Message {
	if e.Repeats > 0 {
		return i18n.Plural(int(e.Repeats)+1, "%d push to %s denied", "%d pushes to %s denied", e.Repository)
	}
	switch e.Reason {
	case NoSuchApp:
		return i18n.Msg("Push to %s denied: no such app", e.Repository)
	case AccountSuspended:
		return i18n.Msg("Push to %s denied: the account is suspended", e.Repository)
	case ReviewApp:
		return i18n.Msg("Push to %s denied: it is a review app", e.Repository)
	case TooLarge:
		return i18n.Msg("Push to %s denied: it is too large", e.Repository)
	case TooManyBranches:
		return i18n.Msg("Push to %s denied: too many branches", e.Repository)
	case OverQuota:
		return i18n.Msg("Push to %s denied: the storage quota is used up", e.Repository)
	case InvalidObjects:
		return i18n.Msg("Push to %s denied: Git found invalid objects in it", e.Repository)
	}
	return i18n.Msg("Push to %s denied by Git", e.Repository)
}

// A NamedDeployment is a deployment as it appears in an event.
type NamedDeployment struct {
	ID             gid.ID `json:"id"`
	Commit         string `json:"commit"`
	Subject        string `json:"subject"`
	Ref            string `json:"ref"`
	KeyFingerprint string `json:"key_fingerprint" personal:"true"`
}

// A GitPushDenialReason is why a push was refused, as the API names it.
type GitPushDenialReason string

// The reasons.
const (
	NoSuchApp        GitPushDenialReason = "NO_SUCH_APP"
	AccountSuspended GitPushDenialReason = "ACCOUNT_SUSPENDED"
	ReviewApp        GitPushDenialReason = "REVIEW_APP"
	TooLarge         GitPushDenialReason = "TOO_LARGE"
	TooManyBranches  GitPushDenialReason = "TOO_MANY_BRANCHES"
	OverQuota        GitPushDenialReason = "OVER_QUOTA"
	InvalidObjects   GitPushDenialReason = "INVALID_OBJECTS"
	Refused          GitPushDenialReason = "REFUSED"
)
