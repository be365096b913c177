package testkit

import (
	"context"
	"crypto/ed25519"
	"crypto/rand"
	"errors"
	"fmt"
	"net/url"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"entgo.io/ent/dialect"
	"github.com/google/uuid"
	"golang.org/x/crypto/ssh"

	"portico/ent"
	"portico/ent/billingprofile"
	"portico/ent/collaborator"
	"portico/internal/assembly"
	"portico/internal/auth"
	"portico/internal/billing"
	"portico/internal/clock"
	"portico/internal/keyring"
	"portico/internal/page"
	"portico/internal/passkey"
	"portico/internal/passwords"
	"portico/internal/platform"
	"portico/internal/problem"
	"portico/internal/signin"
	"portico/internal/store"
	"portico/internal/timeline"
	"portico/internal/timeline/bus"
	"portico/internal/vies"
	"portico/internal/viewer"
	"portico/internal/worker"
)

// Password is that of every account of a World.
const Password = "correct horse battery"

// Site is the host of every World.
const Site = "portico.test"

// Grace is how long an account of a World can be kept once its deletion was
// confirmed.
const Grace = 14 * 24 * time.Hour

// A World is an empty database with the use cases on it.
type World struct {
	assembly.Domains
	T     testing.TB
	Clock *Clock
	// Woken counts how often the workers were told that something has become due.
	Woken *atomic.Int64
}

// New makes a world.
func New(t testing.TB) *World {
	t.Helper()
	ring, err := keyring.Open(filepath.Join(t.TempDir(), "keys"))
	Must(t, ring, err)
	site, err := passkey.RelyingParty(&url.URL{Scheme: "https", Host: Site})
	Must(t, site, err)
	now, woken := &Clock{now: clock.Now()}, &atomic.Int64{}
	d := assembly.New(assembly.Dependencies{
		DB: Open(t), Bus: &bus.Memory{}, Ring: ring, Passwords: CheapPasswords(), Now: now.Now, Business: &clock.Business{Real: now.Now}, Wake: func() { woken.Add(1) },
		ExportFolder: filepath.Join(t.TempDir(), "exports"), DiscardRepository: func(uuid.UUID) {}, TakeRepository: anyRepository, DeletionGrace: Grace, Site: site,
		SimulatedPlatform: true, Gate: platform.GateNone, VIES: vies.Simulated{},
	})
	Must(t, 0, d.Catalog.Fill(t.Context()))
	d.Bus.Listen(bus.Listener{Moved: d.Log.Wake, RightsChanged: func(uuid.UUID) {}})
	return &World{T: t, Domains: d, Clock: now, Woken: woken}
}

// anyRepository has room for all repositories.
func anyRepository(context.Context, *ent.App, uuid.UUID) (func(), error) { return func() {}, nil }

// WithAccount makes a world with one account, and the context in which it asks.
func WithAccount(t testing.TB, name string) (*World, context.Context) {
	t.Helper()
	w := New(t)
	return w, w.Account(name)
}

// WithAccounts makes a world with two accounts, and the contexts in which they ask.
func WithAccounts(t testing.TB, first, second string) (*World, context.Context, context.Context) {
	t.Helper()
	w := New(t)
	return w, w.Account(first), w.Account(second)
}

// WithSignedIn makes a world with one account, and a browser in which it is signed in.
func WithSignedIn(t testing.TB, name string) (*World, *Browser) {
	t.Helper()
	w, _ := WithAccount(t, name)
	return w, w.SignedIn(name)
}

// CheapPasswords hashes quickly: what is tested is what is done with a hash.
func CheapPasswords() *passwords.Hasher {
	return &passwords.Hasher{Memory: 8, Time: 1, Threads: 1, Slots: make(chan struct{}, 8), Queue: &passwords.HashQueue{Places: 1000, PerNetwork: 1000, PerSubject: 1000}}
}

// A Clock stands still until it is moved.
type Clock struct {
	mu  sync.Mutex
	now time.Time
}

// Now is the clock's time.
func (c *Clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

// Move moves the clock on.
func (c *Clock) Move(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(d)
}

// RunDue does once what is due of some jobs.
func (w *World) RunDue(jobs ...worker.Job) {
	w.T.Helper()
	for _, j := range jobs {
		Must(w.T, 0, j.Run(w.T.Context()))
	}
}

// RunAtOnce runs a job with several workers at the same time.
func (w *World) RunAtOnce(workers int, job func() worker.Job) {
	w.T.Helper()
	var wg sync.WaitGroup
	for range workers {
		wg.Go(func() {
			if err := job().Run(w.T.Context()); err != nil {
				w.T.Error(err)
			}
		})
	}
	wg.Wait()
}

// Account makes an account and returns the context in which it asks.
func (w *World) Account(name string) context.Context {
	w.T.Helper()
	a, err := w.Accounts.Create(w.T.Context(), signin.SignUp{Username: name, Email: name + "@example.com", Password: Password})
	return auth.As(w.T.Context(), Must(w.T, a, err))
}

// Verified makes an account whose email is verified, so that it can invite others.
func (w *World) Verified(name string) context.Context {
	w.T.Helper()
	as := w.Account(name)
	w.Verify(as)
	return as
}

// Verify verifies an account's email.
func (w *World) Verify(as context.Context) {
	w.T.Helper()
	err := store.Do(as, w.DB, func(tx *ent.Tx) error {
		return tx.Account.UpdateOneID(viewer.ID(as)).SetEmailVerifiedAt(w.Clock.Now()).Exec(as)
	})
	Must(w.T, 0, err)
}

// App creates an app of the viewer.
func (w *World) App(ctx context.Context, name string) *ent.App {
	w.T.Helper()
	a, err := w.Apps.Create(ctx, name)
	return Must(w.T, a, err)
}

// Member invites an account to an app and has it accept. The owner's email is
// verified from then on.
func (w *World) Member(owner context.Context, a *ent.App, name string, member context.Context, role collaborator.Role) *ent.Collaborator {
	w.T.Helper()
	w.Verify(owner)
	c, err := w.Collaborators.Invite(owner, a.ID, name, role)
	Must(w.T, c, err)
	_, err = w.Collaborators.Accept(member, c.ID)
	return Must(w.T, c, err)
}

// Billing is a billing profile as it is filled in: of a business in Germany.
func Billing() billing.Change {
	kind := billingprofile.KindBUSINESS
	text := func(s string) *string { return &s }
	return billing.Change{
		Kind: &kind, LegalName: text("Harbour Works GmbH"), AddressLine1: text("Hafenstraße 12"), PostalCode: text("20457"), City: text("Hamburg"),
		Country: text("DE"), VatNumber: text("DE136695976"),
	}
}

// Deploy records a push by the viewer.
func (w *World) Deploy(ctx context.Context, a *ent.App, subject string) {
	w.T.Helper()
	err := w.Deployments.Record(ctx, platform.Received{
		ID: uuid.Must(uuid.NewV7()), AppID: a.ID, KeyID: uuid.Must(uuid.NewV7()), KeyFingerprint: "SHA256:test", At: w.Clock.Now(),
		Branches: []platform.Branch{{Ref: "refs/heads/main", Commit: "0123456789abcdef0123456789abcdef01234567", Subject: subject}},
	})
	Must(w.T, struct{}{}, err)
}

// UntilBlocked waits until somebody waits for a lock on PostgreSQL. On SQLite, whoever
// writes waits before it has read anything: there is nothing to wait for.
func (w *World) UntilBlocked() {
	w.T.Helper()
	for !w.Blocked() {
		continue
	}
}

// Blocked tells whether somebody waits for a lock on PostgreSQL; on SQLite it is true.
func (w *World) Blocked() bool {
	w.T.Helper()
	if w.DB.Dialect() != dialect.Postgres {
		return true
	}
	rows, err := w.DB.QueryContext(w.T.Context(), `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`)
	Must(w.T, rows, err)
	blocked := rows.Next()
	Must(w.T, 0, rows.Close())
	return blocked
}

// PublicKey makes the public half of a new key.
func PublicKey(t testing.TB) string {
	t.Helper()
	pub, _, err := ed25519.GenerateKey(rand.Reader)
	key, err2 := ssh.NewPublicKey(Must(t, pub, err))
	return string(ssh.MarshalAuthorizedKey(Must(t, key, err2)))
}

// Timeline is the kinds of event in a stream, newest first.
func (w *World) Timeline(ctx context.Context, stream uuid.UUID) []string {
	w.T.Helper()
	all := int32(100)
	c, err := w.Log.Page(ctx, stream, page.Args{First: &all}, timeline.Filter{})
	Must(w.T, c, err)
	kinds := []string{}
	for _, e := range c.Edges {
		kinds = append(kinds, string(timeline.TypeOf(e.Node)))
	}
	return kinds
}

// Must is v, where nothing went wrong.
func Must[T any](t testing.TB, v T, err error) T {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// InputErrors lists what is wrong with an input as "field CODE, …", and a refusal by
// its reason.
func InputErrors(err error) string {
	if r, ok := errors.AsType[*problem.Refusal](err); ok {
		return string(r.Reason)
	}
	inputs, ok := problem.InputsOf(err)
	if !ok {
		return fmt.Sprint(err)
	}
	var all []string
	for _, i := range inputs {
		all = append(all, i.Field+" "+string(i.Code))
	}
	return strings.Join(all, ", ")
}

// Invited makes apps of an owner, to each of which the guest is invited: more
// than any list is read at once.
func (w *World) Invited(owner, guest context.Context, apps int) {
	w.T.Helper()
	ctx, now, ids := viewer.AsSystem(w.T.Context()), w.Clock.Now(), make([]uuid.UUID, apps)
	for i := range ids {
		ids[i] = uuid.Must(uuid.NewV7())
	}
	Must(w.T, 0, store.Do(ctx, w.DB, func(tx *ent.Tx) error {
		return errors.Join(
			tx.App.MapCreateBulk(ids, func(c *ent.AppCreate, i int) {
				c.SetID(ids[i]).SetName(ids[i].String()).SetOwnerID(viewer.ID(owner)).SetCreatedAt(now)
			}).Exec(ctx),
			tx.Stream.MapCreateBulk(ids, func(c *ent.StreamCreate, i int) { c.SetID(ids[i]).SetAppID(ids[i]) }).Exec(ctx),
			tx.Collaborator.MapCreateBulk(ids, func(c *ent.CollaboratorCreate, i int) {
				c.SetAppID(ids[i]).SetAccountID(viewer.ID(guest)).SetRole(collaborator.RoleLIMITED).SetCreatedAt(now)
			}).Exec(ctx))
	}))
}
