package gid_test

import (
	"testing"

	"github.com/google/uuid"

	"portico/internal/gid"
)

// What is read as an id is written the same again.
func FuzzParse(f *testing.F) {
	good := gid.ID{Kind: gid.App, UUID: uuid.Must(uuid.NewV7())}.String()
	for _, seed := range []string{good, good[:29], good + "0", "app_", "_", "", "\xff_" + good[4:], good[:29] + "z", "app_" + good} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		id, err := gid.Parse(text)
		if err == nil && id.String() != text || err != nil && id != (gid.ID{}) {
			t.Errorf("%q reads as %v, %v", text, id, err)
		}
		var bare gid.ID
		if err := bare.UnmarshalGQL(text); err != nil || bare != id {
			t.Errorf("GraphQL reads %q as %v, %v", text, bare, err)
		}
	})
}
