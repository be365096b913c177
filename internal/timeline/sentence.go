package timeline

import (
	"strings"

	"portico/ent/collaborator"
)

// The sentences on events, without a full stop and without who did it: that
// stands beside them. Each is translated in package speech.

func say(format string, args ...any) (string, []any) { return format, args }

func (*AccountCreatedEvent) sentence() (string, []any) { return say("Account created") }
func (*ProfileUpdatedEvent) sentence() (string, []any) { return say("Profile updated") }

func (e *LoginSucceededEvent) sentence() (string, []any) {
	return say("Signed in from %s, %s", e.Address, e.Device)
}

func (e *SSHKeyAddedEvent) sentence() (string, []any) { return say("SSH key “%s” added", e.Name) }

func (e *SSHKeyRenamedEvent) sentence() (string, []any) {
	return say("SSH key “%s” renamed “%s”", e.PreviousName, e.Name)
}

func (e *SSHKeyRemovedEvent) sentence() (string, []any) {
	return say("SSH key “%s” removed", e.Name)
}

func (e *APITokenCreatedEvent) sentence() (string, []any) {
	return say("API token “%s” created", e.Name)
}

func (e *APITokenRenewedEvent) sentence() (string, []any) {
	return say("API token “%s” renewed", e.Name)
}

func (e *APITokenRevokedEvent) sentence() (string, []any) {
	return say("API token “%s” revoked", e.Name)
}

func (*SudoGrantedEvent) sentence() (string, []any) { return say("Sudo mode opened") }

func (e *AppCreatedEvent) sentence() (string, []any) { return say("App %s created", e.App.Name) }
func (e *AppDeletedEvent) sentence() (string, []any) { return say("App %s deleted", e.App.Name) }

func (e *AppRenamedEvent) sentence() (string, []any) {
	return say("App %s renamed %s", e.PreviousName, e.App.Name)
}

func (e *AppDeployedEvent) sentence() (string, []any) {
	d := e.Deployment
	return say("App %s: %s deployed from %s", e.App.Name, d.Commit[:min(7, len(d.Commit))], strings.TrimPrefix(d.Ref, "refs/heads/"))
}

func (e *CollaboratorInvitedEvent) sentence() (string, []any) {
	if e.Role == collaborator.RoleLIMITED {
		return say("%s invited to %s, to read and push", e.Account.Username, e.App.Name)
	}
	return say("%s invited to collaborate on %s", e.Account.Username, e.App.Name)
}

func (e *CollaboratorAcceptedEvent) sentence() (string, []any) {
	return say("%s joined %s", e.Account.Username, e.App.Name)
}

func (e *CollaboratorRoleChangedEvent) sentence() (string, []any) {
	if e.Role == collaborator.RoleLIMITED {
		return say("%s may now only read and push on %s", e.Account.Username, e.App.Name)
	}
	return say("%s is now a full collaborator on %s", e.Account.Username, e.App.Name)
}

func (e *CollaboratorRemovedEvent) sentence() (string, []any) {
	switch {
	case !e.Accepted && e.Actor.is(e.Account):
		return say("%s declined the invitation to %s", e.Account.Username, e.App.Name)
	case !e.Accepted:
		return say("The invitation of %s to %s was taken back", e.Account.Username, e.App.Name)
	case e.Actor.is(e.Account):
		return say("%s left %s", e.Account.Username, e.App.Name)
	}
	return say("%s removed from %s", e.Account.Username, e.App.Name)
}

func (a *Actor) is(n *NamedAccount) bool { return a.Account != nil && a.Account.ID == n.ID }

func (e *GitPushDeniedEvent) sentence() (string, []any) {
	switch e.Reason {
	case NoSuchApp:
		return say("Push to %s denied: no such app", e.Repository)
	case AccountSuspended:
		return say("Push to %s denied: the account is suspended", e.Repository)
	case TooLarge:
		return say("Push to %s denied: it is too large", e.Repository)
	case InvalidObjects:
		return say("Push to %s denied: git found a fault in its objects", e.Repository)
	}
	return say("Push to %s denied by git", e.Repository)
}
