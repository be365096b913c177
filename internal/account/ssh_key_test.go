package account_test

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"

	"portico/ent"
	"portico/internal/account"
	"portico/internal/page"
	"portico/internal/problem"
	"portico/internal/sshkey"
	"portico/internal/store"
	"portico/internal/testkit"
	"portico/internal/timeline/bus"
	"portico/internal/viewer"
)

func commented(t *testing.T, comment string) string {
	return strings.TrimSpace(testkit.PublicKey(t)) + " " + comment
}

func TestAddingKeys(t *testing.T) {
	t.Parallel()
	w, ada, eve := testkit.WithAccounts(t, "ada", "eve")
	taken := testkit.PublicKey(t)
	k, err := w.Keys.Add(ada, "laptop", taken)
	if testkit.Must(t, k, err); k.Name != "laptop" || k.Type != "ssh-ed25519" || k.Bits != 256 || k.ProvenAt != nil || k.AccountID != viewer.ID(ada) {
		t.Errorf("%+v", k)
	}
	long := strings.Repeat("a", 101)
	for _, c := range []struct {
		name, line string
		who        context.Context
		as, want   string
	}{
		{"desk", testkit.PublicKey(t), ada, "desk", "<nil>"},
		{"", commented(t, "ada@desk"), ada, "ada@desk", "<nil>"},
		{"  my\tkey ", commented(t, "ada@desk"), ada, "my key", "<nil>"},
		{"desk", testkit.PublicKey(t), ada, "desk", "<nil>"}, // two of one name: names are for people
		{"", testkit.PublicKey(t), ada, "", "name REQUIRED"},
		{" ", testkit.PublicKey(t), ada, "", "name REQUIRED"},
		{long, testkit.PublicKey(t), ada, "", "name TOO_LONG"},
		{"", commented(t, long), ada, "", "name TOO_LONG"},
		{"desk", "", ada, "", "publicKey REQUIRED"},
		{"desk", "rubbish", ada, "", "publicKey MALFORMED"},
		{"", "rubbish", ada, "", "publicKey MALFORMED"},
		{" ", "rubbish", ada, "", "publicKey MALFORMED, name REQUIRED"},
		{long, "rubbish", ada, "", "publicKey MALFORMED, name TOO_LONG"},
		{"desk", "-----BEGIN OPENSSH PRIVATE KEY-----", ada, "", "publicKey SSH_KEY_PRIVATE"},
		{"again", taken, ada, "", "publicKey SSH_KEY_TAKEN"},
		{"again", strings.TrimSpace(taken) + " other comment", ada, "", "publicKey SSH_KEY_TAKEN"},
		{"mine", taken, eve, "", "publicKey SSH_KEY_TAKEN"},
	} {
		before := len(w.Timeline(c.who, viewer.ID(c.who)))
		k, err := w.Keys.Add(c.who, c.name, c.line)
		told := len(w.Timeline(c.who, viewer.ID(c.who))) - before
		if wrong(err) != c.want || err == nil && (k.Name != c.as || told != 1) || err != nil && told != 0 {
			t.Errorf("%.20q %.40q: %s, want %s; %+v, %d events", c.name, c.line, wrong(err), c.want, k, told)
		}
	}
}

// Whose key it is that is in use is not told.
func TestR32_TakenReadsTheSameForOwnAndForeignKeys(t *testing.T) {
	t.Parallel()
	w, ada, eve := testkit.WithAccounts(t, "ada", "eve")
	line := testkit.PublicKey(t)
	_, err := w.Keys.Add(ada, "laptop", line)
	testkit.Must(t, 0, err)
	_, own := w.Keys.Add(ada, "again", line)
	_, foreign := w.Keys.Add(eve, "again", line)
	var answers []string
	for _, err := range []error{own, foreign} {
		var in *problem.Input
		parsed, _ := sshkey.Parse(line)
		if !errors.As(err, &in) {
			t.Fatal(err)
		}
		taken, ok := in.Detail.(account.KeyTaken)
		if !ok || taken.Fingerprint != sshkey.FingerprintOf(parsed.Digest[:]) {
			t.Fatalf("%#v", in)
		}
		answer := *in
		answer.Detail = len(taken.Challenge.Text) // encrypted, and another each time
		answers = append(answers, fmt.Sprintf("%#v, %s, %v", answer, taken.Challenge.Namespace, taken.Challenge.ExpiresAt))
	}
	if answers[0] != answers[1] {
		t.Errorf("own and foreign are told apart: %s", answers)
	}
}

func TestRenamingAndRemovingKeys(t *testing.T) {
	t.Parallel()
	w, ada, eve := testkit.WithAccounts(t, "ada", "eve")
	var told []uuid.UUID
	w.Bus.Listen(bus.Listener{Moved: func(uuid.UUID) {}, RightsChanged: func(id uuid.UUID) { told = append(told, id) }})
	k, err := w.Keys.Add(ada, "laptop", testkit.PublicKey(t))
	testkit.Must(t, k, err)
	for _, c := range []struct {
		who  context.Context
		id   uuid.UUID
		name string
		want string
	}{
		{ada, k.ID, "laptop", "<nil>"}, // the same: nothing happens
		{ada, k.ID, " desk ", "<nil>"},
		{ada, k.ID, "", "name REQUIRED"},
		{ada, k.ID, strings.Repeat("a", 101), "name TOO_LONG"},
		{eve, k.ID, "mine", "NOT_FOUND"},
		{eve, uuid.New(), "mine", "NOT_FOUND"},
		{ada, uuid.Nil, "mine", "NOT_FOUND"},
	} {
		if _, err := w.Keys.Rename(c.who, c.id, c.name); wrong(err) != c.want {
			t.Errorf("%q: %s, want %s", c.name, wrong(err), c.want)
		}
	}
	for _, id := range []uuid.UUID{k.ID, uuid.New()} { // R32
		if err := w.Keys.Remove(eve, id); wrong(err) != "NOT_FOUND" {
			t.Errorf("eve removes it: %v", err)
		}
	}
	if len(told) != 0 {
		t.Errorf("told of %v", told)
	}
	testkit.Must(t, 0, w.Keys.Remove(ada, k.ID))
	if err := w.Keys.Remove(ada, k.ID); wrong(err) != "NOT_FOUND" {
		t.Errorf("twice: %v", err)
	}
	if !slices.Equal(told, []uuid.UUID{viewer.ID(ada)}) {
		t.Errorf("told of %v", told)
	}
	want := []string{"ssh_key_removed", "ssh_key_renamed", "ssh_key_added", "account_created"}
	if got := w.Timeline(ada, viewer.ID(ada)); !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	if _, err := w.Keys.Add(eve, "now free", sshkey.Key{Type: k.Type, Blob: k.Blob}.AuthorizedKey("x")); err != nil {
		t.Errorf("a removed key is free: %v", err)
	}
}

// A hundred and no more, also where many come at once.
func TestTheLimitOfKeys(t *testing.T) {
	t.Parallel()
	w, ada := testkit.WithAccount(t, "ada")
	testkit.Must(t, 0, store.Do(ada, w.DB, func(tx *ent.Tx) error {
		var rows []*ent.SSHKeyCreate
		for n := range 97 {
			sum := sha256.Sum256([]byte{byte(n)})
			rows = append(rows, tx.SSHKey.Create().SetName("k").SetType("t").SetBlob(sum[:]).SetDigest(sum[:]).SetBits(1).SetCreatedAt(w.Clock.Now()))
		}
		return tx.SSHKey.CreateBulk(rows...).Exec(ada)
	}))
	var wg sync.WaitGroup
	errs := make([]error, 10)
	for n := range errs {
		line := testkit.PublicKey(t)
		wg.Go(func() { _, errs[n] = w.Keys.Add(ada, "one more", line) })
	}
	wg.Wait()
	added := 0
	for _, err := range errs {
		if err == nil {
			added++
		} else if wrong(err) != " LIMIT_REACHED" {
			t.Error(wrong(err))
		}
	}
	if n := w.DB.SSHKey.Query().CountX(ada); n != 100 || added != 3 {
		t.Errorf("%d keys, %d added", n, added)
	}
	eve := w.Account("eve")
	if _, err := w.Keys.Add(eve, "her first", testkit.PublicKey(t)); err != nil {
		t.Errorf("another's limit: %v", err)
	}
}

func TestR10_AKeyIsProvenByItsFirstUse(t *testing.T) {
	t.Parallel()
	w, ada, eve := testkit.WithAccounts(t, "ada", "eve")
	k, err := w.Keys.Add(ada, "laptop", testkit.PublicKey(t))
	testkit.Must(t, k, err)
	h, ok, err := w.Keys.Holder(t.Context(), [32]byte(k.Digest))
	if !ok || err != nil || h.AccountID != viewer.ID(ada) || h.KeyID != k.ID || h.Username != "ada" || h.System {
		t.Fatalf("%+v, %v, %v", h, ok, err)
	}
	if h, ok, err := w.Keys.Holder(t.Context(), sha256.Sum256([]byte("another"))); ok || err != nil || h.AccountID != uuid.Nil {
		t.Errorf("%+v, %v, %v", h, ok, err)
	}
	testkit.Must(t, 0, w.Keys.Used(eve, k.ID, "192.0.2.66")) // not hers: nothing happens
	if k := w.DB.SSHKey.GetX(ada, k.ID); k.ProvenAt != nil || k.LastUsedAddress != nil {
		t.Errorf("eve used %+v", k)
	}
	first := w.Clock.Now()
	for range 2 {
		testkit.Must(t, 0, w.Keys.Used(ada, k.ID, "192.0.2.7"))
		w.Clock.Move(time.Hour)
	}
	got := w.DB.SSHKey.GetX(ada, k.ID)
	if !got.ProvenAt.Equal(first) || !got.LastUsedAt.Equal(first.Add(time.Hour).Truncate(time.Minute)) || *got.LastUsedAddress != "192.0.2.7" {
		t.Errorf("proven %v, used %v from %s", got.ProvenAt, got.LastUsedAt, *got.LastUsedAddress)
	}
	if h, ok, err := w.Keys.Still(t.Context(), k.ID); !ok || err != nil || h.Fingerprint != sshkey.FingerprintOf(k.Digest) {
		t.Errorf("still: %+v, %v, %v", h, ok, err)
	}
	testkit.Must(t, 0, w.Keys.Remove(ada, k.ID))
	if _, ok, err := w.Keys.Still(t.Context(), k.ID); ok || err != nil {
		t.Errorf("still there after its end: %v", err)
	}
}

func TestNobodyHasKeys(t *testing.T) {
	t.Parallel()
	w := testkit.New(t)
	w.Account("ada")
	for name, ctx := range map[string]context.Context{"nobody": viewer.WithNobody(t.Context()), "zero": viewer.With(t.Context(), viewer.Viewer{})} {
		if _, err := w.Keys.Add(ctx, "laptop", testkit.PublicKey(t)); err == nil {
			t.Errorf("%s adds a key", name)
		}
		if c, err := w.Keys.Page(ctx, page.Args{}); err == nil && len(c.Edges) > 0 {
			t.Errorf("%s has keys", name)
		}
	}
}
