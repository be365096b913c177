package timeline

import (
	"portico/ent/collaborator"
	"portico/internal/gid"
)

// Origin is where an act came from. The log fills it in from the request. An
// event that has it is about security.
type Origin struct {
	Address string `json:"address,omitempty"`
	Device  string `json:"device,omitempty"`
}

func (o *Origin) origin() *Origin { return o }

// A SecurityEvent is an event that has an origin.
type SecurityEvent interface {
	Event
	origin() *Origin
}

// AccountCreatedEvent tells that the account was made.
type AccountCreatedEvent struct {
	Head `json:"-"`
	Origin
}

// ProfileUpdatedEvent tells that the profile was changed.
type ProfileUpdatedEvent struct {
	Head   `json:"-"`
	Fields []ProfileField `json:"fields"`
}

// A ProfileField is a part of the profile.
type ProfileField string

// LoginSucceededEvent tells that somebody signed in.
type LoginSucceededEvent struct {
	Head `json:"-"`
	Origin
	Method LoginMethod `json:"method,omitempty"`
}

// SSHKeyAddedEvent tells that an SSH key was added.
type SSHKeyAddedEvent struct {
	Head `json:"-"`
	Origin
	Name        string `json:"name"`
	Fingerprint string `json:"fingerprint"`
}

// SSHKeyRenamedEvent tells that an SSH key got another name.
type SSHKeyRenamedEvent struct {
	Head         `json:"-"`
	Name         string `json:"name"`
	PreviousName string `json:"previous_name"`
	Fingerprint  string `json:"fingerprint"`
}

// SSHKeyRemovedEvent tells that an SSH key was removed.
type SSHKeyRemovedEvent struct {
	Head `json:"-"`
	Origin
	Name        string `json:"name"`
	Fingerprint string `json:"fingerprint"`
	// ProvenElsewhere tells that the key moved to another account, which proved
	// that it holds the private key.
	ProvenElsewhere bool `json:"proven_elsewhere,omitempty"`
}

// APITokenCreatedEvent tells that an API token was created.
type APITokenCreatedEvent struct {
	Head `json:"-"`
	Origin
	Name     string `json:"name"`
	LastFour string `json:"last_four"`
}

// APITokenRenewedEvent tells that an API token got a new secret.
type APITokenRenewedEvent struct {
	Head `json:"-"`
	Origin
	Name     string `json:"name"`
	LastFour string `json:"last_four"`
}

// APITokenRevokedEvent tells that an API token was revoked.
type APITokenRevokedEvent struct {
	Head `json:"-"`
	Origin
	Name     string `json:"name"`
	LastFour string `json:"last_four"`
}

// SudoGrantedEvent tells that sudo mode was opened.
type SudoGrantedEvent struct {
	Head `json:"-"`
	Origin
}

// AppCreatedEvent tells that an app was created.
type AppCreatedEvent struct {
	Head `json:"-"`
}

// AppRenamedEvent tells that an app got another name.
type AppRenamedEvent struct {
	Head         `json:"-"`
	PreviousName string `json:"previous_name"`
}

// AppDeletedEvent tells that an app was deleted.
type AppDeletedEvent struct {
	Head `json:"-"`
}

// AppDeployedEvent tells that a push moved a branch.
type AppDeployedEvent struct {
	Head       `json:"-"`
	Deployment NamedDeployment `json:"deployment"`
}

// A NamedDeployment is a deployment as an event tells of it.
type NamedDeployment struct {
	ID             gid.ID `json:"id"`
	Commit         string `json:"commit"`
	Subject        string `json:"subject"`
	Ref            string `json:"ref"`
	KeyFingerprint string `json:"key_fingerprint"`
}

// CollaboratorInvitedEvent tells that a user was invited to an app.
type CollaboratorInvitedEvent struct {
	Head `json:"-"`
	Role collaborator.Role `json:"role"`
}

// CollaboratorAcceptedEvent tells that a user accepted an invitation.
type CollaboratorAcceptedEvent struct {
	Head `json:"-"`
	Role collaborator.Role `json:"role"`
}

// CollaboratorRoleChangedEvent tells that a collaborator may do other things than before.
type CollaboratorRoleChangedEvent struct {
	Head         `json:"-"`
	Role         collaborator.Role `json:"role"`
	PreviousRole collaborator.Role `json:"previous_role"`
}

// CollaboratorRemovedEvent tells that a collaborator was removed, left or declined.
type CollaboratorRemovedEvent struct {
	Head     `json:"-"`
	Accepted bool `json:"accepted"`
}

// GitPushDeniedEvent tells that a push was refused.
type GitPushDeniedEvent struct {
	Head       `json:"-"`
	Reason     GitPushDenialReason `json:"reason"`
	Repository string              `json:"repository"`
	// Repeats are the denials since the event before, which have none of their
	// own.
	Repeats int32 `json:"repeats,omitempty"`
}

// A GitPushDenialReason is why a push was refused, as the API names it.
type GitPushDenialReason string

// The reasons.
const (
	NoSuchApp        GitPushDenialReason = "NO_SUCH_APP"
	AccountSuspended GitPushDenialReason = "ACCOUNT_SUSPENDED"
	TooLarge         GitPushDenialReason = "TOO_LARGE"
	TooManyBranches  GitPushDenialReason = "TOO_MANY_BRANCHES"
	OverQuota        GitPushDenialReason = "OVER_QUOTA"
	InvalidObjects   GitPushDenialReason = "INVALID_OBJECTS"
	Refused          GitPushDenialReason = "REFUSED"
)

// kinds makes an empty event of each kind. What is not here cannot be read.
var kinds = map[Kind]func() Event{
	"account_created":            func() Event { return &AccountCreatedEvent{} },
	"profile_updated":            func() Event { return &ProfileUpdatedEvent{} },
	"login_succeeded":            func() Event { return &LoginSucceededEvent{} },
	"ssh_key_added":              func() Event { return &SSHKeyAddedEvent{} },
	"ssh_key_renamed":            func() Event { return &SSHKeyRenamedEvent{} },
	"ssh_key_removed":            func() Event { return &SSHKeyRemovedEvent{} },
	"api_token_created":          func() Event { return &APITokenCreatedEvent{} },
	"api_token_renewed":          func() Event { return &APITokenRenewedEvent{} },
	"api_token_revoked":          func() Event { return &APITokenRevokedEvent{} },
	"sudo_granted":               func() Event { return &SudoGrantedEvent{} },
	"email_verified":             func() Event { return &EmailVerifiedEvent{} },
	"email_change_requested":     func() Event { return &EmailChangeRequestedEvent{} },
	"email_changed":              func() Event { return &EmailChangedEvent{} },
	"password_changed":           func() Event { return &PasswordChangedEvent{} },
	"password_reset_requested":   func() Event { return &PasswordResetRequestedEvent{} },
	"password_reset":             func() Event { return &PasswordResetEvent{} },
	"account_deletion_requested": func() Event { return &AccountDeletionRequestedEvent{} },
	"account_deletion_cancelled": func() Event { return &AccountDeletionCancelledEvent{} },
	"account_deleted":            func() Event { return &AccountDeletedEvent{} },
	"data_export_requested":      func() Event { return &DataExportRequestedEvent{} },
	"data_export_ready":          func() Event { return &DataExportReadyEvent{} },
	"login_failed":               func() Event { return &LoginFailedEvent{} },
	"login_locked":               func() Event { return &LoginLockedEvent{} },
	"login_unlocked":             func() Event { return &LoginUnlockedEvent{} },
	"session_revoked":            func() Event { return &SessionRevokedEvent{} },
	"two_factor_enabled":         func() Event { return &TwoFactorEnabledEvent{} },
	"two_factor_disabled":        func() Event { return &TwoFactorDisabledEvent{} },
	"recovery_code_used":         func() Event { return &RecoveryCodeUsedEvent{} },
	"recovery_codes_renewed":     func() Event { return &RecoveryCodesRenewedEvent{} },
	"passkey_added":              func() Event { return &PasskeyAddedEvent{} },
	"passkey_removed":            func() Event { return &PasskeyRemovedEvent{} },
	"github_linked":              func() Event { return &GithubLinkedEvent{} },
	"github_unlinked":            func() Event { return &GithubUnlinkedEvent{} },
	"app_created":                func() Event { return &AppCreatedEvent{} },
	"app_renamed":                func() Event { return &AppRenamedEvent{} },
	"app_deleted":                func() Event { return &AppDeletedEvent{} },
	"app_deployed":               func() Event { return &AppDeployedEvent{} },
	"collaborator_invited":       func() Event { return &CollaboratorInvitedEvent{} },
	"collaborator_accepted":      func() Event { return &CollaboratorAcceptedEvent{} },
	"collaborator_role_changed":  func() Event { return &CollaboratorRoleChangedEvent{} },
	"collaborator_removed":       func() Event { return &CollaboratorRemovedEvent{} },
	"git_push_denied":            func() Event { return &GitPushDeniedEvent{} },
}

func (*AccountCreatedEvent) kind() Kind           { return "account_created" }
func (*ProfileUpdatedEvent) kind() Kind           { return "profile_updated" }
func (*LoginSucceededEvent) kind() Kind           { return "login_succeeded" }
func (*SSHKeyAddedEvent) kind() Kind              { return "ssh_key_added" }
func (*SSHKeyRenamedEvent) kind() Kind            { return "ssh_key_renamed" }
func (*SSHKeyRemovedEvent) kind() Kind            { return "ssh_key_removed" }
func (*APITokenCreatedEvent) kind() Kind          { return "api_token_created" }
func (*APITokenRenewedEvent) kind() Kind          { return "api_token_renewed" }
func (*APITokenRevokedEvent) kind() Kind          { return "api_token_revoked" }
func (*SudoGrantedEvent) kind() Kind              { return "sudo_granted" }
func (*AppCreatedEvent) kind() Kind               { return "app_created" }
func (*AppRenamedEvent) kind() Kind               { return "app_renamed" }
func (*AppDeletedEvent) kind() Kind               { return "app_deleted" }
func (*AppDeployedEvent) kind() Kind              { return "app_deployed" }
func (*CollaboratorInvitedEvent) kind() Kind      { return "collaborator_invited" }
func (*CollaboratorAcceptedEvent) kind() Kind     { return "collaborator_accepted" }
func (*CollaboratorRoleChangedEvent) kind() Kind  { return "collaborator_role_changed" }
func (*CollaboratorRemovedEvent) kind() Kind      { return "collaborator_removed" }
func (*GitPushDeniedEvent) kind() Kind            { return "git_push_denied" }
func (*EmailVerifiedEvent) kind() Kind            { return "email_verified" }
func (*EmailChangeRequestedEvent) kind() Kind     { return "email_change_requested" }
func (*EmailChangedEvent) kind() Kind             { return "email_changed" }
func (*PasswordChangedEvent) kind() Kind          { return "password_changed" }
func (*PasswordResetRequestedEvent) kind() Kind   { return "password_reset_requested" }
func (*PasswordResetEvent) kind() Kind            { return "password_reset" }
func (*AccountDeletionRequestedEvent) kind() Kind { return "account_deletion_requested" }
func (*AccountDeletionCancelledEvent) kind() Kind { return "account_deletion_cancelled" }
func (*AccountDeletedEvent) kind() Kind           { return "account_deleted" }
func (*DataExportRequestedEvent) kind() Kind      { return "data_export_requested" }
func (*DataExportReadyEvent) kind() Kind          { return "data_export_ready" }
func (*LoginFailedEvent) kind() Kind              { return "login_failed" }
func (*LoginLockedEvent) kind() Kind              { return "login_locked" }
func (*LoginUnlockedEvent) kind() Kind            { return "login_unlocked" }
func (*SessionRevokedEvent) kind() Kind           { return "session_revoked" }
func (*TwoFactorEnabledEvent) kind() Kind         { return "two_factor_enabled" }
func (*TwoFactorDisabledEvent) kind() Kind        { return "two_factor_disabled" }
func (*RecoveryCodeUsedEvent) kind() Kind         { return "recovery_code_used" }
func (*RecoveryCodesRenewedEvent) kind() Kind     { return "recovery_codes_renewed" }
func (*PasskeyAddedEvent) kind() Kind             { return "passkey_added" }
func (*PasskeyRemovedEvent) kind() Kind           { return "passkey_removed" }
func (*GithubLinkedEvent) kind() Kind             { return "github_linked" }
func (*GithubUnlinkedEvent) kind() Kind           { return "github_unlinked" }
