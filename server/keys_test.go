package main

import (
	"context"
	"encoding/hex"
	"fmt"
	"go/ast"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/mail"
	"portico/ent/oauthstate"
	"portico/internal/keyring"
	"portico/internal/notify"
	"portico/internal/store"
	"portico/internal/testkit"
	"portico/internal/viewer"
)

// secrets fills every column of secrets; it returns how many secrets there are.
func (s *served) secrets() int {
	s.t.Helper()
	ctx := viewer.AsSystem(s.t.Context())
	const emails = 2*batch + 7
	for i := range emails {
		s.post(notify.Written{Kind: "test", To: "ada@example.com", Lang: "EN", Subject: fmt.Sprint("Email ", i)})
	}
	_, ada := s.account("ada")
	_, eve := s.account("eve")
	testkit.Must(s.t, 0, store.Do(ctx, s.db, func(tx *ent.Tx) error {
		for _, who := range []context.Context{ada, eve} {
			id := viewer.ID(who)
			if err := tx.Totp.Create().SetSecret(s.ring.Seal([]byte("totp "+id.String()), "totp", id.String())).SetCreatedAt(s.now()).Exec(who); err != nil {
				return err
			}
		}
		digest := []byte("a digest")
		return tx.OAuthState.Create().SetDigest(digest).SetBrowser([]byte("b")).SetPurpose(oauthstate.PurposeSIGN_IN).SetPage("apps").
			SetVerifier(s.ring.Seal([]byte("verifier"), "oauth", hex.EncodeToString(digest))).SetCreatedAt(s.now()).SetExpiresAt(s.now()).Exec(ctx)
	}))
	n, err := s.db.Mail.Query().Where(mail.SealedNotNil()).Count(ctx)
	return testkit.Must(s.t, n, err) + 3
}

// opens counts the secrets that a ring opens to what they are, and those it does not.
func (s *served) opens(ring *keyring.Ring) (good, bad int) {
	s.t.Helper()
	ctx := viewer.AsSystem(s.t.Context())
	for _, v := range s.Holdings.Secrets() {
		var last uuid.UUID
		for {
			some, err := v.After(ctx, last, batch)
			if len(testkit.Must(s.t, some, err)) == 0 {
				break
			}
			for _, x := range some {
				last = x.Row
				if text, err := ring.Open(x.Sealed, v.Purpose, x.Owner); err != nil {
					bad++
				} else if good++; v.Purpose == "totp" && string(text) != "totp "+x.Owner || v.Purpose == "oauth" && string(text) != "verifier" {
					s.t.Errorf("a secret for %s is %q now", v.Purpose, text)
				}
			}
		}
	}
	return good, bad
}

// While a program runs, keys are rotated by a command beside it: it opens
// everything before, meanwhile and after, and a copy of the old key nothing.
func TestKeysAreRotated(t *testing.T) {
	t.Parallel()
	s := inProcess(t)
	n := s.secrets()
	file, stolen := filepath.Join(s.config.Data, "keys"), filepath.Join(t.TempDir(), "keys")
	b, err := os.ReadFile(file)
	testkit.Must(t, 0, os.WriteFile(stolen, testkit.Must(t, b, err), 0o600))
	old, err := keyring.Open(stolen)
	if good, bad := s.opens(testkit.Must(t, old, err)); good != n || bad != 0 {
		t.Fatalf("before, %d open and %d do not", good, bad)
	}

	ring, err := keyring.Open(file)
	due := make(chan time.Time, 1)
	x := rotation{db: s.db, secrets: s.Holdings.Secrets(), ring: testkit.Must(t, ring, err), settled: func() <-chan time.Time { return due }}
	stop := make(chan struct{})
	written := make(chan int)
	go func() { // the program goes on writing emails
		count := 0
		for {
			select {
			case <-stop:
				written <- count
				return
			default:
				s.post(notify.Written{Kind: "test", To: "eve@example.com", Lang: "EN", Subject: "Meanwhile"})
				count++
			}
		}
	}()
	done, err := x.rotate(t.Context())
	if testkit.Must(t, done, err) < n {
		t.Errorf("%d were re-encrypted, of %d", done, n)
	}
	if again, err := x.reseal(t.Context()); err != nil || again > 1 {
		t.Errorf("a second time does %d again: %v", again, err)
	}
	close(stop)
	n += <-written
	if good, bad := s.opens(s.ring); good != n || bad != 0 {
		t.Errorf("rotated, %d of %d open to the running program", good, n)
	}

	// What was encrypted just before the new key came is written only now.
	late := old.Seal([]byte(`{"subject":"Late"}`), "mail", latecomer.String())
	ctx := viewer.AsSystem(t.Context())
	testkit.Must(t, 0, store.Do(ctx, s.db, func(tx *ent.Tx) error {
		return tx.Mail.Create().SetID(latecomer).SetKind("test").SetToAddress("eve@example.com").SetLanguage("EN").SetSealed(late).
			SetCreatedAt(s.now()).SetDueAt(s.now()).Exec(ctx)
	}))
	n++
	due <- time.Time{}
	retired, err := x.retire(t.Context())
	if testkit.Must(t, retired, err) != 1 {
		t.Errorf("%d keys were retired", retired)
	}
	young, err := keyring.Open(file)
	for name, ring := range map[string]*keyring.Ring{"the running program": s.ring, "one started now": testkit.Must(t, young, err)} {
		if good, bad := s.opens(ring); good != n || bad != 0 {
			t.Errorf("retired, %d of %d open to %s", good, n, name)
		}
	}
	if good, _ := s.opens(old); good != 0 {
		t.Errorf("the old key opens %d", good)
	}
}

var latecomer = uuid.Must(uuid.NewV7())

// What cannot be opened is told, and no key is forgotten for it.
func TestKeysStayWhileSomethingNeedsThem(t *testing.T) {
	t.Parallel()
	s := inProcess(t)
	s.secrets()
	ctx := viewer.AsSystem(t.Context())
	id := s.db.Mail.Query().Order(ent.Desc(mail.FieldID)).FirstIDX(ctx)
	testkit.Must(t, 0, store.Do(ctx, s.db, func(tx *ent.Tx) error {
		return tx.Mail.UpdateOneID(id).SetSealed([]byte("nothing of ours, and long enough")).Exec(ctx)
	}))
	due := make(chan time.Time)
	close(due)
	x := rotation{db: s.db, secrets: s.Holdings.Secrets(), ring: s.ring, settled: func() <-chan time.Time { return due }}
	if _, err := x.rotate(t.Context()); err == nil {
		t.Error("rotating says nothing of it")
	}
	if _, err := x.retire(t.Context()); err == nil {
		t.Error("the old key is forgotten")
	}
}

// notStored is what is sealed to be given back within minutes, and lies in no
// column.
var notStored = map[string]bool{"ssh_key_proof": true, "usage_sheet": true, "github stand-in": true}

// Every purpose that something is sealed for is a column that a holding names.
func TestEverySealedColumnIsRotated(t *testing.T) {
	t.Parallel()
	known := map[string]bool{}
	for _, v := range testkit.New(t).Holdings.Secrets() {
		known[v.Purpose] = true
	}
	sources, found := testkit.Sources(t), 0
	for file, syntax := range sources {
		ast.Inspect(syntax, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok || len(call.Args) != 3 || file == "server/keys.go" {
				return true
			}
			if method, ok := call.Fun.(*ast.SelectorExpr); !ok || method.Sel.Name != "Seal" {
				return true
			}
			found++
			if purpose := constant(sources, path.Dir(file), call.Args[1]); !known[purpose] && !notStored[purpose] {
				t.Errorf("%s seals for %q: add the column to the Secrets of its holding, or it is lost when keys are retired", file, purpose)
			}
			return true
		})
	}
	if found == 0 {
		t.Error("nobody seals anything: the search is broken")
	}
}

// constant is the text of a literal, or of a constant of its package.
func constant(sources map[string]*ast.File, folder string, e ast.Expr) (text string) {
	if lit, ok := e.(*ast.BasicLit); ok {
		text, _ = strconv.Unquote(lit.Value)
		return text
	}
	name, _ := e.(*ast.Ident)
	for file, syntax := range sources {
		if path.Dir(file) != folder {
			continue
		}
		ast.Inspect(syntax, func(n ast.Node) bool {
			if v, ok := n.(*ast.ValueSpec); ok && len(v.Values) == len(v.Names) {
				for i := range v.Names {
					if lit, ok := v.Values[i].(*ast.BasicLit); ok && name != nil && v.Names[i].Name == name.Name {
						text, _ = strconv.Unquote(lit.Value)
					}
				}
			}
			return true
		})
	}
	return text
}
