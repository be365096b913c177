// Package gid gives objects the IDs that the API shows: opaque, typed, and safe in
// URLs. Internally, an ID is a UUIDv7.
package gid

import (
	"encoding/base32"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/google/uuid"
)

// A Kind is the type of an object, as the prefix of its IDs.
type Kind string

// The kinds.
const (
	APIToken        Kind = "tok"
	Account         Kind = "acc"
	Addon           Kind = "add"
	App             Kind = "app"
	AppTransfer     Kind = "tra"
	Attempt         Kind = "att"
	BillingProfile  Kind = "bil"
	BusinessClock   Kind = "clk"
	CatalogRevision Kind = "cat"
	Ceremony        Kind = "cer"
	Collaborator    Kind = "col"
	Container       Kind = "con"
	DataExport      Kind = "exp"
	Deployment      Kind = "dep"
	Device          Kind = "dev"
	EmailChange     Kind = "emc"
	Event           Kind = "evt"
	GithubIdentity  Kind = "ghi"
	Lifespan        Kind = "lif"
	Link            Kind = "lnk"
	Mail            Kind = "mai"
	OAuthState      Kind = "oau"
	OneOff          Kind = "one"
	OperatorToken   Kind = "opt"
	Passkey         Kind = "psk"
	PendingSignIn   Kind = "psi"
	Plan            Kind = "pln"
	PlanPrice       Kind = "prc"
	Posting         Kind = "pst"
	RecoveryCode    Kind = "rec"
	ResetRequest    Kind = "rst"
	Resource        Kind = "res"
	SSHKey          Kind = "key"
	Session         Kind = "ses"
	Stream          Kind = "str"
	Totp            Kind = "otp"
	UsageChange     Kind = "use"
)

// An ID names one object: `key_06a7w2…`, its kind and 26 characters of
// lower-case base32 (Crockford's alphabet) for the 16 bytes.
type ID struct {
	Kind Kind
	UUID uuid.UUID
}

// A Node is an object that has an ID of its own.
type Node interface{ GlobalID() ID }

var encoding = base32.NewEncoding("0123456789abcdefghjkmnpqrstvwxyz").WithPadding(base32.NoPadding)

func (id ID) String() string { return string(id.Kind) + "_" + encoding.EncodeToString(id.UUID[:]) }

// Parse reads what String wrote, and nothing else.
func Parse(s string) (ID, error) {
	kind, rest, _ := strings.Cut(s, "_")
	raw, err := encoding.DecodeString(rest)
	if err != nil || len(raw) != len(uuid.UUID{}) {
		return ID{}, fmt.Errorf("not an id")
	}
	id := ID{Kind: Kind(kind), UUID: uuid.UUID(raw)}
	if id.String() != s { // the last character has unused bits
		return ID{}, fmt.Errorf("not an id")
	}
	return id, nil
}

// As returns the UUID if the ID has this kind, else one that no object has.
func (id ID) As(k Kind) uuid.UUID {
	if id.Kind != k {
		return uuid.Nil
	}
	return id.UUID
}

// MarshalGQL writes the ID as GraphQL's ID.
func (id ID) MarshalGQL(w io.Writer) { _, _ = io.WriteString(w, strconv.Quote(id.String())) }

// UnmarshalGQL reads GraphQL's ID. An ID in an unknown format identifies nothing: an
// object that doesn't exist isn't a client's fault. Nor is an integer, which GraphQL
// accepts as an ID too.
func (id *ID) UnmarshalGQL(v any) error {
	switch v := v.(type) {
	case string:
		*id, _ = Parse(v)
	case int64:
		*id = ID{}
	default:
		return fmt.Errorf("an ID can't be a %T", v)
	}
	return nil
}

// MarshalText writes the ID for JSON.
func (id ID) MarshalText() ([]byte, error) { return []byte(id.String()), nil }

// UnmarshalText reads what MarshalText wrote.
func (id *ID) UnmarshalText(b []byte) (err error) {
	*id, err = Parse(string(b))
	return err
}
