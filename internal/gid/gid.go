// Package gid gives objects the ids that the API shows: opaque, telling their
// type, and safe in URLs. Inside, an id is a UUIDv7.
package gid

import (
	"encoding/base32"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/google/uuid"
)

// A Kind is the type of an object, as its ids begin.
type Kind string

// The kinds.
const (
	APIToken        Kind = "tok"
	Account         Kind = "acc"
	App             Kind = "app"
	Attempt         Kind = "att"
	BusinessClock   Kind = "clk"
	CatalogRevision Kind = "cat"
	Ceremony        Kind = "cer"
	Collaborator    Kind = "col"
	DataExport      Kind = "exp"
	Deployment      Kind = "dep"
	Device          Kind = "dev"
	EmailChange     Kind = "emc"
	Event           Kind = "evt"
	GithubIdentity  Kind = "ghi"
	Link            Kind = "lnk"
	Mail            Kind = "mai"
	OAuthState      Kind = "oau"
	Passkey         Kind = "psk"
	PendingSignIn   Kind = "psi"
	Plan            Kind = "pln"
	PlanPrice       Kind = "prc"
	RecoveryCode    Kind = "rec"
	ResetRequest    Kind = "rst"
	SSHKey          Kind = "key"
	Session         Kind = "ses"
	Stream          Kind = "str"
	Totp            Kind = "otp"
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
	if id.String() != s { // the last character has bits to spare
		return ID{}, fmt.Errorf("not an id")
	}
	return id, nil
}

// As returns the UUID where the id is of this kind, else one that nothing has.
func (id ID) As(k Kind) uuid.UUID {
	if id.Kind != k {
		return uuid.Nil
	}
	return id.UUID
}

// MarshalGQL writes the id as GraphQL's ID.
func (id ID) MarshalGQL(w io.Writer) { _, _ = io.WriteString(w, strconv.Quote(id.String())) }

// UnmarshalGQL reads GraphQL's ID. An ID of no known form names nothing: an
// object that is not there is not a client's fault. Nor is an integer, which
// GraphQL takes for an ID too.
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

// MarshalText writes the id for JSON.
func (id ID) MarshalText() ([]byte, error) { return []byte(id.String()), nil }

// UnmarshalText reads what MarshalText wrote.
func (id *ID) UnmarshalText(b []byte) (err error) {
	*id, err = Parse(string(b))
	return err
}
