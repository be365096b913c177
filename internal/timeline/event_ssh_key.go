package timeline

import (
	"portico/internal/i18n"
)

// SSHKeyAddedEvent records that an SSH key was added.
type SSHKeyAddedEvent struct {
	OnAccount
	Origin
	Name        string `json:"name" personal:"true"`
	Fingerprint string `json:"fingerprint" personal:"true"`
}

var _ = register[SSHKeyAddedEvent]("ssh_key_added")

func (e *SSHKeyAddedEvent) summary() i18n.Message { return i18n.Msg("SSH key “%s” added", e.Name) }

// SSHKeyRenamedEvent records that an SSH key was renamed.
type SSHKeyRenamedEvent struct {
	OnAccount
	Name         string `json:"name" personal:"true"`
	PreviousName string `json:"previous_name" personal:"true"`
	Fingerprint  string `json:"fingerprint" personal:"true"`
}

var _ = register[SSHKeyRenamedEvent]("ssh_key_renamed")

func (e *SSHKeyRenamedEvent) summary() i18n.Message {
	return i18n.Msg("SSH key “%s” renamed to “%s”", e.PreviousName, e.Name)
}

// SSHKeyRemovedEvent records that an SSH key was removed.
type SSHKeyRemovedEvent struct {
	OnAccount
	Origin
	Name        string `json:"name" personal:"true"`
	Fingerprint string `json:"fingerprint" personal:"true"`
	// ProvenElsewhere records that the key moved to another account, which proved that
	// it holds the private key.
	ProvenElsewhere bool `json:"proven_elsewhere,omitempty"`
}

var _ = register[SSHKeyRemovedEvent]("ssh_key_removed")

func (e *SSHKeyRemovedEvent) summary() i18n.Message {
	if e.ProvenElsewhere {
		return i18n.Msg("SSH key “%s” moved to another account that proved it holds the key", e.Name)
	}
	return i18n.Msg("SSH key “%s” removed", e.Name)
}
