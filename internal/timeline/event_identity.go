package timeline

import "time"

// EmailVerifiedEvent tells that the mail address was verified.
type EmailVerifiedEvent struct {
	Head `json:"-"`
	Origin
	Email string `json:"email"`
}

// EmailChangeRequestedEvent tells that another mail address was asked for.
type EmailChangeRequestedEvent struct {
	Head `json:"-"`
	Origin
	NewEmail string `json:"new_email"`
}

// EmailChangedEvent tells that the mail address was changed, or changed back.
type EmailChangedEvent struct {
	Head `json:"-"`
	Origin
	Email         string `json:"email"`
	PreviousEmail string `json:"previous_email"`
}

// PasswordChangedEvent tells that the password was changed.
type PasswordChangedEvent struct {
	Head `json:"-"`
	Origin
}

// PasswordResetRequestedEvent tells that a link to reset the password was asked for.
type PasswordResetRequestedEvent struct {
	Head `json:"-"`
	Origin
}

// PasswordResetEvent tells that the password was set by a mailed link.
type PasswordResetEvent struct {
	Head `json:"-"`
	Origin
}

// AccountDeletionRequestedEvent tells that the deletion of the account was confirmed.
type AccountDeletionRequestedEvent struct {
	Head `json:"-"`
	Origin
	DueAt time.Time `json:"due_at"`
}

// AccountDeletionCancelledEvent tells that the deletion of the account was cancelled.
type AccountDeletionCancelledEvent struct {
	Head `json:"-"`
	Origin
}

// AccountDeletedEvent tells that the personal data was removed.
type AccountDeletedEvent struct {
	Head `json:"-"`
	Origin
}

// DataExportRequestedEvent tells that an export of the data was asked for.
type DataExportRequestedEvent struct {
	Head `json:"-"`
	Origin
}

// DataExportReadyEvent tells that an export can be downloaded.
type DataExportReadyEvent struct {
	Head `json:"-"`
	Origin
}

// LoginFailedEvent tells that somebody tried to sign in in vain.
type LoginFailedEvent struct {
	Head `json:"-"`
	Origin
	Method LoginMethod `json:"method"`
}

// LoginLockedEvent tells that signing in with the password is locked.
type LoginLockedEvent struct {
	Head `json:"-"`
	Origin
}

// LoginUnlockedEvent tells that signing in with the password works again.
type LoginUnlockedEvent struct {
	Head `json:"-"`
	Origin
}

// SessionRevokedEvent tells that sessions were ended from elsewhere.
type SessionRevokedEvent struct {
	Head `json:"-"`
	Origin
	Sessions    int32   `json:"sessions"`
	EndedDevice *string `json:"ended_device,omitempty"`
}

// TwoFactorEnabledEvent tells that the second factor was switched on.
type TwoFactorEnabledEvent struct {
	Head `json:"-"`
	Origin
}

// TwoFactorDisabledEvent tells that the second factor was switched off.
type TwoFactorDisabledEvent struct {
	Head `json:"-"`
	Origin
}

// RecoveryCodeUsedEvent tells that a recovery code was used.
type RecoveryCodeUsedEvent struct {
	Head `json:"-"`
	Origin
	Left int32 `json:"left"`
}

// RecoveryCodesRenewedEvent tells that the recovery codes were made anew.
type RecoveryCodesRenewedEvent struct {
	Head `json:"-"`
	Origin
}

// PasskeyAddedEvent tells that a passkey was added.
type PasskeyAddedEvent struct {
	Head `json:"-"`
	Origin
	Name string `json:"name"`
}

// PasskeyRemovedEvent tells that a passkey was removed.
type PasskeyRemovedEvent struct {
	Head `json:"-"`
	Origin
	Name string `json:"name"`
}

// GithubLinkedEvent tells that a GitHub account was linked.
type GithubLinkedEvent struct {
	Head `json:"-"`
	Origin
	Login string `json:"login"`
}

// GithubUnlinkedEvent tells that the GitHub account was unlinked.
type GithubUnlinkedEvent struct {
	Head `json:"-"`
	Origin
	Login string `json:"login"`
}

// A LoginMethod is a way to prove who one is.
type LoginMethod string

// The ways.
const (
	ByPassword     LoginMethod = "PASSWORD"
	ByGithub       LoginMethod = "GITHUB"
	ByPasskey      LoginMethod = "PASSKEY"
	ByTotp         LoginMethod = "TOTP"
	ByRecoveryCode LoginMethod = "RECOVERY_CODE"
)
