package timeline

import (
	"portico/ent/collaborator"
	"portico/internal/i18n"
)

// CollaboratorInvitedEvent records that a user was invited to an app.
type CollaboratorInvitedEvent struct {
	OnApp
	Role collaborator.Role `json:"role"`
}

var _ = register[CollaboratorInvitedEvent]("collaborator_invited")

func (e *CollaboratorInvitedEvent) summary() i18n.Message {
	if e.Role == collaborator.RoleLIMITED {
		return i18n.Msg("%s invited to %s to read and push", e.Account.Username, e.App.Name)
	}
	return i18n.Msg("%s invited to collaborate on %s", e.Account.Username, e.App.Name)
}

// CollaboratorAcceptedEvent records that a user accepted an invitation.
type CollaboratorAcceptedEvent struct {
	OnApp
	Role collaborator.Role `json:"role"`
}

var _ = register[CollaboratorAcceptedEvent]("collaborator_accepted")

func (e *CollaboratorAcceptedEvent) summary() i18n.Message {
	return i18n.Msg("%s joined %s", e.Account.Username, e.App.Name)
}

// CollaboratorRoleChangedEvent records that a collaborator was given another role.
type CollaboratorRoleChangedEvent struct {
	OnApp
	Role         collaborator.Role `json:"role"`
	PreviousRole collaborator.Role `json:"previous_role"`
}

var _ = register[CollaboratorRoleChangedEvent]("collaborator_role_changed")

func (e *CollaboratorRoleChangedEvent) summary() i18n.Message {
	if e.Role == collaborator.RoleLIMITED {
		return i18n.Msg("%s can now only read and push on %s", e.Account.Username, e.App.Name)
	}
	return i18n.Msg("%s is now a full collaborator on %s", e.Account.Username, e.App.Name)
}

// CollaboratorRemovedEvent records that a collaborator was removed, left or declined.
type CollaboratorRemovedEvent struct {
	OnApp
	Accepted bool `json:"accepted"`
}

var _ = register[CollaboratorRemovedEvent]("collaborator_removed")

func (e *CollaboratorRemovedEvent) summary() i18n.Message {
	switch {
	case !e.Accepted && e.Actor.is(e.Account):
		return i18n.Msg("%s declined the invitation to %s", e.Account.Username, e.App.Name)
	case !e.Accepted:
		return i18n.Msg("Invitation of %s to %s canceled", e.Account.Username, e.App.Name)
	case e.Actor.is(e.Account):
		return i18n.Msg("%s left %s", e.Account.Username, e.App.Name)
	}
	return i18n.Msg("%s removed from %s", e.Account.Username, e.App.Name)
}

func (a *Actor) is(n *NamedAccount) bool { return a.Account != nil && a.Account.ID == n.ID }
