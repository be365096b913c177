package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/apptransfer"
	"portico/internal/addon"
	"portico/internal/apitoken"
	"portico/internal/container"
	"portico/internal/platform"
	"portico/internal/testkit"
)

// statements is what each query of the dashboard costs: the number of SQL
// statements, finding the session included. It does not depend on how many
// rows there are.
var statements = map[string]int{
	"Viewer":        2,  // session, account
	"Head":          3,  // and the head
	"TimelineHead":  3,  //
	"Profile":       2,  //
	"SshKeys":       4,  // and the page, the count
	"OwnSshKeys":    3,  // and the page
	"ApiTokens":     4,  //
	"ApiTokenApps":  11, //
	"Apps":          20, // and the page with owners, roles, containers, deployments, transfers with apps, givers, takers; the invitations with apps, owners; the offers with apps, givers, takers, costs; the catalog
	"TimelineApps":  11, //
	"FoundApps":     11, //
	"TimelinePage":  3,  // and the page
	"AppPage":       13, // session; the app with owner, role, containers, deployment, transfer with app, giver, taker; the catalog; its stream, its head
	"AppById":       11, // the catalog, but no stream or head
	"AppTimeline":   12, // and its stream, the page
	"Collaborators": 13, // and the page with accounts, the count
	"Deployments":   11, // and the page

	"Authentication":    11, // session, account; apps owned, deletion's link; second factor, change of email, links that revert one, passkeys, GitHub, ways in
	"Sessions":          4,  // and the page, the count
	"DataExport":        3,
	"SudoMethods":       5, // and password, second factor, passkeys
	"SudoUntil":         2,
	"GithubOffer":       1, // session
	"Offers":            1,
	"DeletionGraceDays": 1,
	"Sandbox":           1,
	"SandboxClock":      1,
	"Plans":             2, // and whether another catalog was applied
	"Usage":             5, // and the catalog, what ran, the names of its apps
	"UsageCsv":          2, // a link reads nothing
	"BillingProfile":    3, // and the profile
	"AppCosts":          5,
	"AppCost":           4,  // no names
	"Addons":            12, // and the page, the catalog
	"OneOffs":           12, //
	"ReviewApps":        17, // and the page with owners, roles, containers, deployments, transfers, and the deployments
	"Transfer":          12, // and the page of collaborators with accounts
}

// dashboardAccount is an account that has an app, how to fill its pages with rows, and
// the variables of the dashboard's documents.
func (s *served) dashboardAccount() (session string, fill func(rows int), variables map[string]any) {
	s.t.Helper()
	session, ada := s.account("ada")
	_, bob := s.account("bob")
	app := s.app(ada, "an-app") // the first of the list, however long
	s.lifespan(ada, app)
	s.check(s.BillingProfiles.Update(ada, testkit.Billing()))
	id := app.GlobalID().String()
	return session, func(rows int) { s.fill(ada, bob, app, rows) }, map[string]any{
		"app": id, "id": id, "name": app.Name, "groupBy": "RESOURCE",
		"from": s.Business.Now().AddDate(0, 0, -7).Format(time.RFC3339), "to": s.Business.Now().AddDate(0, 0, 7).Format(time.RFC3339),
	}
}

func TestStatementsOfEachPage(t *testing.T) {
	t.Parallel()
	s := inProcess(t, free)
	session, fill, variables := s.dashboardAccount()
	documents := dashboard(t)

	for _, rows := range []int{1, 15} {
		fill(rows)
		for name, document := range documents {
			want, known := statements[name]
			if !known {
				t.Fatalf("the dashboard asks %s: how many statements may that cost?", name)
			}
			got := s.ask(session, document, variables)
			if got.body["errors"] != nil {
				t.Errorf("%s: %s", name, got.Body)
			}
			if strings.Contains(got.Body.String(), `"edges":[]`) {
				t.Errorf("%s shows an empty list, which may cost less than one with rows: add some in fill", name)
			}
			if n := got.statements.Count(); n != want {
				t.Errorf("%s with %d rows: %d statements, want %d:\n%s", name, rows, n, want, got.statements)
			}
		}
	}
}

// The catalog is in memory: one statement sees that nobody has applied another one.
func TestStatementsOfTheCatalog(t *testing.T) {
	t.Parallel()
	s := inProcess(t, free)
	got := s.ask("", "{ plans { name kind label price { microsPerHour monthly { amount currency } validFrom } next { microsPerHour } } }", nil)
	if plans, _ := got.must(t, "plans").([]any); len(plans) < 15 {
		t.Errorf("%d plans", len(plans))
	}
	if n := got.statements.Count(); n != 1 {
		t.Errorf("%d statements, want 1:\n%s", n, got.statements)
	}
}

// fill adds rows of every sort that the pages show.
func (s *served) fill(ada, bob context.Context, app *ent.App, rows int) {
	s.t.Helper()
	for range rows {
		tag := fmt.Sprintf("%d-%d", rows, s.next())
		key, err := s.Keys.Add(ada, tag, testkit.PublicKey(s.t))
		if err != nil {
			s.t.Fatal(err)
		}
		if _, err := s.Tokens.Create(ada, apitoken.NewToken{Name: tag, Scopes: []string{"APPS_READ"}, Apps: []uuid.UUID{app.ID}}); err != nil {
			s.t.Fatal(err)
		}
		_, member := s.account("member-" + tag)
		own, err := s.Apps.Create(ada, "app-"+tag)
		testkit.Must(s.t, own, err)
		shared, err := s.Apps.Create(bob, "shared-"+tag)
		testkit.Must(s.t, shared, err)
		for _, invitation := range []struct {
			by, to context.Context
			app    *ent.App
			name   string
			accept bool
		}{{ada, member, app, "member-" + tag, true}, {bob, ada, shared, "ada", rows%2 == 0}} {
			c, err := s.Collaborators.Invite(invitation.by, invitation.app.ID, invitation.name, "COLLABORATOR")
			if err == nil && invitation.accept {
				_, err = s.Collaborators.Accept(invitation.to, c.ID)
			}
			if err != nil {
				s.t.Fatal(err)
			}
		}
		for _, on := range []*ent.App{app, own} {
			s.check(s.Deployments.Record(ada, platform.Received{
				ID: uuid.Must(uuid.NewV7()), AppID: on.ID, KeyID: key.ID, KeyFingerprint: "SHA256:x", At: key.CreatedAt,
				Branches: []platform.Branch{{Ref: "refs/heads/" + tag, Commit: "c0ffee", Subject: tag}},
			}))
		}
		_, err = s.ReviewApps.Create(ada, app.ID, tag)
		s.check(err)
		s.fillResources(ada, app, tag)
		s.fillTransfers(ada, bob, app, tag)
	}
}

// fillResources has an app run something of every sort.
func (s *served) fillResources(ada context.Context, app *ent.App, tag string) {
	s.t.Helper()
	_, err := s.Containers.Scale(ada, app.ID, []*container.Wanted{{Type: "web", Amount: 1}})
	s.check(err)
	_, err = s.Addons.Provision(ada, app.ID, addon.Wanted{Plan: "redis-s"})
	s.check(err)
	task, err := s.OneOffs.Run(ada, app.ID, "rake "+tag, "M")
	s.check(err)
	_, err = s.OneOffs.Stop(ada, task.ID)
	s.check(err)
}

// fillTransfers offers one more app to ada, and once her own to a member.
func (s *served) fillTransfers(ada, bob context.Context, app *ent.App, tag string) {
	s.t.Helper()
	given, err := s.Apps.Create(bob, "given-"+tag)
	testkit.Must(s.t, given, err)
	c, err := s.Collaborators.Invite(bob, given.ID, "ada", "COLLABORATOR")
	s.check(err)
	_, err = s.Collaborators.Accept(ada, c.ID)
	s.check(err)
	_, err = s.Transfers.Offer(bob, given.ID, "ada")
	s.check(err)
	if s.db.AppTransfer.Query().Where(apptransfer.AppID(app.ID)).CountX(ada) == 0 {
		_, err = s.Transfers.Offer(ada, app.ID, "member-"+tag)
		s.check(err)
	}
}

// dashboard is the queries that the dashboard sends, by their names.
func dashboard(t *testing.T) map[string]string {
	t.Helper()
	text, err := os.ReadFile("../frontend/src/gql/persisted-documents.json")
	if err != nil {
		t.Fatal(err)
	}
	var all map[string]string
	if err := json.Unmarshal(text, &all); err != nil {
		t.Fatal(err)
	}
	queries, name := map[string]string{}, regexp.MustCompile(`\bquery (\w+)`)
	for _, document := range all {
		if m := name.FindStringSubmatch(document); m != nil {
			queries[m[1]] = document
		}
	}
	if len(queries) != len(statements) {
		t.Errorf("%d queries have a count, the dashboard sends %d", len(statements), len(queries))
	}
	return queries
}
