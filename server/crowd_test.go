package main

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/google/uuid"

	"portico/ent"
	"portico/internal/store"
	"portico/internal/testkit"
	"portico/internal/viewer"
)

// What the dashboard asks for costs what the viewer has, however many strangers
// there are: no statement reads a whole table, nor walks through the rows of
// others to find the viewer's.
func TestR69_ACrowdOfStrangersCostsNothing(t *testing.T) {
	t.Parallel()
	s := inProcess(t, free)
	session, fill, variables := s.dashboardAccount()
	fill(5) // few enough that PostgreSQL looks each of them up among the strangers
	s.crowd(3_000)
	for name, document := range dashboard(t) {
		got := s.ask(session, document, variables)
		if got.body["errors"] != nil {
			t.Errorf("%s: %s", name, got.Body)
		}
		s.checkReads(got, 200)
	}
}

// A filter of the list of apps reads what the viewer has, and no more statements than the
// list does: nobody finds a few of their own by walking through those of strangers, whose
// names and statuses match, too.
func TestR69_AFilterOfAppsReadsTheViewersOwn(t *testing.T) {
	t.Parallel()
	s := inProcess(t, free)
	session, fill, _ := s.dashboardAccount()
	fill(5)
	s.crowd(3_000)
	for name, filter := range map[string]map[string]any{
		"a name":      {"name": "app"},
		"a status":    {"status": []string{"NEW"}},
		"both":        {"name": "app", "status": []string{"NEW", "STARTING"}},
		"of nobody's": {"name": "strangerest"},
		"no name":     {"name": "%"},
	} {
		got := s.ask(session, dashboard(t)["Apps"], map[string]any{"filter": filter})
		if got.body["errors"] != nil {
			t.Errorf("%s: %s", name, got.Body)
		}
		if n := got.statements.Count(); n > statements["Apps"] {
			t.Errorf("%s: %d statements, want %d at most", name, n, statements["Apps"])
		}
		s.checkReads(got, 200)
	}
}

// checkReads checks what was read for an answer.
func (s *served) checkReads(a answer, limit int) {
	s.t.Helper()
	for _, statement := range a.statements.All() {
		if strings.HasPrefix(statement.SQL, "SELECT") {
			testkit.CheckReads(s.t, s.db, statement, limit)
		}
	}
}

// crowd makes strangers who have one of everything that the dashboard lists.
// Their names come before all others.
func (s *served) crowd(n int) {
	s.t.Helper()
	ctx := viewer.AsSystem(s.t.Context())
	const atATime = 500
	for first := 0; first < n; first += atATime {
		testkit.Must(s.t, 0, store.Do(ctx, s.db, func(tx *ent.Tx) error { return s.strangers(ctx, tx, first, atATime) }))
	}
	if s.db.Dialect() == "postgres" {
		testkit.Must(s.t, 0, store.Do(ctx, s.db, func(tx *ent.Tx) error { _, err := tx.ExecContext(ctx, "ANALYZE"); return err }))
	}
}

func (s *served) strangers(ctx context.Context, tx *ent.Tx, first, n int) error {
	now := s.now()
	people, apps := make([]uuid.UUID, n), make([]uuid.UUID, n)
	mark := func(i int) string { return fmt.Sprintf("a-stranger-%06d", first+i) }
	for i := range people {
		people[i], apps[i] = uuid.Must(uuid.NewV7()), uuid.Must(uuid.NewV7())
	}
	next := func(i int) uuid.UUID { return people[(i+1)%n] }
	for _, bulk := range []interface{ Exec(context.Context) error }{
		tx.Account.MapCreateBulk(people, func(c *ent.AccountCreate, i int) {
			c.SetID(people[i]).SetUsername(mark(i)).SetEmail(mark(i)).SetEmailKey(mark(i)).SetCreatedAt(now)
		}),
		tx.App.MapCreateBulk(apps, func(c *ent.AppCreate, i int) {
			c.SetID(apps[i]).SetName(mark(i)).SetOwnerID(people[i]).SetCreatedAt(now)
		}),
		tx.Stream.MapCreateBulk(people, func(c *ent.StreamCreate, i int) { c.SetID(people[i]).SetAccountID(people[i]) }),
		tx.Stream.MapCreateBulk(apps, func(c *ent.StreamCreate, i int) { c.SetID(apps[i]).SetAppID(apps[i]) }),
		tx.Collaborator.MapCreateBulk(apps, func(c *ent.CollaboratorCreate, i int) {
			if c.SetAppID(apps[i]).SetAccountID(next(i)).SetRole("LIMITED").SetCreatedAt(now); i%2 == 0 {
				c.SetAcceptedAt(now)
			}
		}),
		tx.Deployment.MapCreateBulk(apps, func(c *ent.DeploymentCreate, i int) {
			c.SetAppID(apps[i]).SetPushID(uuid.New()).SetCommit("c0ffee").SetSubject("one").SetRef("refs/heads/main").
				SetPusherID(people[i]).SetPusherName(mark(i)).SetSSHKeyID(uuid.New()).SetKeyFingerprint("SHA256:x").SetCreatedAt(now)
		}),
		tx.SSHKey.MapCreateBulk(people, func(c *ent.SSHKeyCreate, i int) {
			c.SetAccountID(people[i]).SetName("laptop").SetType("ssh-ed25519").SetBlob([]byte(mark(i))).SetDigest([]byte(mark(i))).SetBits(256).SetCreatedAt(now)
		}),
		tx.APIToken.MapCreateBulk(people, func(c *ent.APITokenCreate, i int) {
			c.SetAccountID(people[i]).SetName("ci").SetDigest([]byte(mark(i))).SetLastFour("abcd").SetScopes([]string{}).
				SetAppIds([]uuid.UUID{}).SetAppNames([]string{}).SetCreatedAt(now).SetRenewedAt(now).SetExpiresAt(now)
		}),
		tx.Session.MapCreateBulk(people, func(c *ent.SessionCreate, i int) {
			c.SetAccountID(people[i]).SetTokenDigest([]byte(mark(i))).SetCredentialVersion(1).SetLastSeenAt(now).SetIdleExpiresAt(now).
				SetExpiresAt(now).SetSudoUntil(now).SetAddress("192.0.2.1").SetUserAgent("").SetMethods([]string{}).SetCreatedAt(now)
		}),
		tx.Passkey.MapCreateBulk(people, func(c *ent.PasskeyCreate, i int) {
			c.SetAccountID(people[i]).SetName("phone").SetCredentialID([]byte(mark(i))).SetCredential(json.RawMessage("{}")).SetCreatedAt(now)
		}),
		tx.DataExport.MapCreateBulk(people, func(c *ent.DataExportCreate, i int) {
			c.SetAccountID(people[i]).SetCreatedAt(now).SetDueAt(now)
		}),
	} {
		if err := bulk.Exec(ctx); err != nil {
			return err
		}
	}
	return nil
}
