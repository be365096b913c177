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
	if e.ProvenElsewhere {
		return say("SSH key “%s” moved to another account that proved it holds the key", e.Name)
	}
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
	if e.Repeats > 0 {
		return say("%d pushes to %s denied", e.Repeats+1, e.Repository)
	}
	switch e.Reason {
	case NoSuchApp:
		return say("Push to %s denied: no such app", e.Repository)
	case AccountSuspended:
		return say("Push to %s denied: the account is suspended", e.Repository)
	case TooLarge:
		return say("Push to %s denied: it is too large", e.Repository)
	case TooManyBranches:
		return say("Push to %s denied: too many branches", e.Repository)
	case OverQuota:
		return say("Push to %s denied: the storage quota is used up", e.Repository)
	case InvalidObjects:
		return say("Push to %s denied: git found a fault in its objects", e.Repository)
	}
	return say("Push to %s denied by git", e.Repository)
}

func (e *EmailVerifiedEvent) sentence() (string, []any) {
	return say("Mail address %s verified", e.Email)
}

func (e *EmailChangeRequestedEvent) sentence() (string, []any) {
	return say("Change of the mail address to %s requested", e.NewEmail)
}

func (e *EmailChangedEvent) sentence() (string, []any) {
	return say("Mail address changed from %s to %s", e.PreviousEmail, e.Email)
}

func (*PasswordChangedEvent) sentence() (string, []any) { return say("Password changed") }

func (*PasswordResetRequestedEvent) sentence() (string, []any) {
	return say("Password reset requested")
}

func (*PasswordResetEvent) sentence() (string, []any) { return say("Password reset") }

func (*AccountDeletionRequestedEvent) sentence() (string, []any) {
	return say("Account deletion requested")
}

func (*AccountDeletionCancelledEvent) sentence() (string, []any) {
	return say("Account deletion cancelled")
}

func (*AccountDeletedEvent) sentence() (string, []any) { return say("Account deleted") }

func (*DataExportRequestedEvent) sentence() (string, []any) { return say("Data export requested") }

func (*DataExportReadyEvent) sentence() (string, []any) { return say("Data export ready") }

func (*LoginFailedEvent) sentence() (string, []any) { return say("Sign-in failed") }

func (*LoginLockedEvent) sentence() (string, []any) {
	return say("Sign-in locked after too many failures")
}

func (*LoginUnlockedEvent) sentence() (string, []any) {
	return say("Sign-in unlocked")
}

func (*TwoFactorEnabledEvent) sentence() (string, []any) { return say("Second factor switched on") }

func (*TwoFactorDisabledEvent) sentence() (string, []any) { return say("Second factor switched off") }

func (e *RecoveryCodeUsedEvent) sentence() (string, []any) {
	return say("Recovery code used, %d left", e.Left)
}

func (*RecoveryCodesRenewedEvent) sentence() (string, []any) { return say("Recovery codes renewed") }

func (e *PasskeyAddedEvent) sentence() (string, []any) { return say("Passkey “%s” added", e.Name) }

func (e *PasskeyRemovedEvent) sentence() (string, []any) {
	return say("Passkey “%s” removed", e.Name)
}

func (e *GithubLinkedEvent) sentence() (string, []any) {
	return say("GitHub account %s linked", e.Login)
}

func (e *GithubUnlinkedEvent) sentence() (string, []any) {
	return say("GitHub account %s unlinked", e.Login)
}

func (e *SessionRevokedEvent) sentence() (string, []any) {
	if e.EndedDevice != nil {
		return say("Session on %s ended", *e.EndedDevice)
	}
	return say("Other sessions ended: %d", e.Sessions)
}
