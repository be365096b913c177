package gid_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"regexp"
	"strings"
	"testing"

	"github.com/google/uuid"
	"pgregory.net/rapid"

	"portico/internal/gid"
)

func TestIDs(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		id := gid.ID{
			Kind: rapid.SampledFrom([]gid.Kind{gid.Account, gid.App, gid.Collaborator, gid.Deployment, gid.Event, gid.SSHKey, gid.Session, gid.Stream}).Draw(t, "kind"),
			UUID: uuid.UUID(rapid.SliceOfN(rapid.Byte(), 16, 16).Draw(t, "uuid")),
		}
		text := id.String()
		if got, err := gid.Parse(text); got != id || err != nil || len(text) != 30 {
			t.Errorf("%s reads as %v, %v", text, got, err)
		}
		// Any other writing of it, in another case say, is no id.
		at, c := rapid.IntRange(0, len(text)-1).Draw(t, "at"), rapid.Byte().Draw(t, "byte")
		other := text[:at] + string([]byte{c}) + text[at+1:]
		if got, err := gid.Parse(other); other != text && err == nil && got == id {
			t.Errorf("%q reads as %s too", other, text)
		}
		if got, err := gid.Parse(strings.ToUpper(text)); err == nil {
			t.Errorf("%q reads as %v", strings.ToUpper(text), got)
		}
		if id.As(id.Kind) != id.UUID || id.As("x") != uuid.Nil {
			t.Errorf("%v as itself is %v", id, id.As(id.Kind))
		}
	})
}

// Each kind has letters of its own: ids of two kinds with the same could not be told apart.
func TestKindsDiffer(t *testing.T) {
	t.Parallel()
	file, err := parser.ParseFile(token.NewFileSet(), "gid.go", nil, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	names := map[string]string{}
	ast.Inspect(file, func(n ast.Node) bool {
		if name, letters := kindIn(n); name != "" {
			if names[letters] != "" || !regexp.MustCompile(`^"[a-z]{3}"$`).MatchString(letters) {
				t.Errorf("%s is %s: give it three letters that no other kind has (%s)", name, letters, names[letters])
			}
			names[letters] = name
		}
		return true
	})
	if len(names) < 20 {
		t.Errorf("only %d kinds were found", len(names))
	}
}

// kindIn is the constant of type Kind that a node of the source makes, as it is written.
func kindIn(n ast.Node) (name, letters string) {
	v, ok := n.(*ast.ValueSpec)
	if !ok || len(v.Values) != 1 {
		return "", ""
	}
	of, ok := v.Type.(*ast.Ident)
	text, literal := v.Values[0].(*ast.BasicLit)
	if !ok || of.Name != "Kind" || !literal {
		return "", ""
	}
	return v.Names[0].Name, text.Value
}

// What names nothing is not the client's fault: it is an id of nothing.
func TestRubbishNamesNothing(t *testing.T) {
	t.Parallel()
	for _, s := range []string{"", "_", "app", "app_", "app_0", "app_" + strings.Repeat("0", 25), "app_" + strings.Repeat("0", 27), "app_" + strings.Repeat("i", 26), "app_" + strings.Repeat("0", 25) + "1", "app_00000000000000000000000000\n"} {
		var id gid.ID
		if err := id.UnmarshalGQL(s); err != nil || id != (gid.ID{}) {
			t.Errorf("%q: %v, %v", s, id, err)
		}
		if err := id.UnmarshalText([]byte(s)); err == nil {
			t.Errorf("%q is read from the database", s)
		}
	}
	id := gid.ID{Kind: gid.App}
	if err := id.UnmarshalGQL(int64(7)); err != nil || id != (gid.ID{}) {
		t.Errorf("an integer: %v, %v", id, err)
	}
	if err := id.UnmarshalGQL(true); err == nil {
		t.Error("a boolean is an ID")
	}
	var b strings.Builder
	gid.ID{Kind: gid.App}.MarshalGQL(&b)
	if b.String() != `"app_00000000000000000000000000"` {
		t.Error(b.String())
	}
}
