package schema_test

import (
	"context"
	"maps"
	"slices"
	"testing"

	gen "entgo.io/ent"
	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/account"
	"portico/ent/collaborator"
	"portico/ent/deployment"
	"portico/ent/entry"
	"portico/ent/ledgerentry"
	"portico/ent/schema"
	"portico/internal/ledger"
	"portico/internal/store"
	"portico/internal/testkit"
	"portico/internal/viewer"
)

// entities is the entity of every table. Its mixin says who may do what.
var entities = map[string]gen.Interface{
	"accounts": schema.Account{}, "addons": schema.Addon{}, "api_tokens": schema.APIToken{}, "app_transfers": schema.AppTransfer{}, "apps": schema.App{}, "attempts": schema.Attempt{},
	"billing_profiles": schema.BillingProfile{}, "business_clocks": schema.BusinessClock{},
	"catalog_revisions": schema.CatalogRevision{}, "ceremonies": schema.Ceremony{}, "collaborators": schema.Collaborator{}, "containers": schema.Container{}, "data_exports": schema.DataExport{},
	"deployments": schema.Deployment{}, "devices": schema.Device{}, "email_changes": schema.EmailChange{},
	"entries": schema.Entry{}, "events": schema.Event{}, "github_identities": schema.GithubIdentity{}, "ledger_balances": schema.LedgerBalance{}, "ledger_entries": schema.LedgerEntry{},
	"lifespans": schema.Lifespan{}, "links": schema.Link{},
	"mails": schema.Mail{}, "oauth_states": schema.OAuthState{}, "one_offs": schema.OneOff{}, "operator_tokens": schema.OperatorToken{}, "passkeys": schema.Passkey{},
	"pending_sign_ins": schema.PendingSignIn{}, "plan_prices": schema.PlanPrice{}, "plans": schema.Plan{}, "postings": schema.Posting{}, "recovery_codes": schema.RecoveryCode{},
	"reset_requests": schema.ResetRequest{}, "resources": schema.Resource{}, "sessions": schema.Session{}, "ssh_keys": schema.SSHKey{},
	"streams": schema.Stream{}, "totps": schema.Totp{}, "usage_changes": schema.UsageChange{},
}

// own is what holds for entities whose rules no mixin says.
var own = map[string]rights{
	"accounts": {owner: "update", seenBy: "collaborator limited invited"}, // not delete: apps hold their owner
	"apps":     {owner: "create update delete", seenBy: "collaborator limited"},
	"streams":  {seenBy: "collaborator limited"},
	"events":   {seenBy: "collaborator limited"},
	"entries":  {seenBy: "collaborator limited"},
	"postings": {written: true}, "ledger_entries": {written: true}, "ledger_balances": {written: true},
}

// rights is who may do what with a row of Ada's.
type rights struct {
	owner, collaborator, limited string // create, update, delete
	seenBy                       string // beside the owner
	platform                     bool   // nobody but the platform may do anything
	public                       bool   // everyone sees it, and only the platform writes it
	written                      bool   // its account sees it, and only the platform writes it
	app                          bool   // it belongs to an app
}

func rightsOn(table string) rights {
	for _, m := range entities[table].Mixin() {
		switch m := m.(type) {
		case schema.Owned:
			if m.ReadOnly {
				return rights{written: true}
			}
			return rights{owner: "create update delete"}
		case schema.PlatformOwned:
			return rights{platform: true}
		case schema.Public:
			return rights{public: true}
		case schema.AppOwned:
			r := rights{app: true, seenBy: "collaborator limited"}
			for what, op := range map[string]gen.Op{"create ": gen.OpCreate, "update ": gen.OpUpdate, "delete ": gen.OpDelete} {
				least := schema.Least(m, op)
				if least >= schema.RoleOwner {
					r.owner += what
				}
				if least >= schema.RoleCollaborator {
					r.collaborator += what
				}
				if least >= schema.RoleLimited || m.Subject != "" && op != gen.OpCreate && least != schema.RolePlatform {
					r.limited += what // a row's subject is the limited collaborator, as in newScene
				}
			}
			return r
		}
	}
	return own[table]
}

// A scene is what Ada has: a row in every table.
type scene struct {
	*testkit.World
	ada, mate, limited, invited, eve context.Context // mate is a collaborator
	me, app, evesApp, guest          uuid.UUID
	collaborator, deployment         uuid.UUID
	evesCollaborator, evesDeployment uuid.UUID
	made                             map[string]any // the id of Ada's row in each table
	numbers                          int64
}

func newScene(t *testing.T) *scene {
	w := testkit.New(t)
	s := &scene{
		World: w, ada: w.Verified("ada"), eve: w.Verified("eve"),
		mate: w.Account("mate"), limited: w.Account("limited"), invited: w.Account("invited"), made: map[string]any{},
	}
	w.Account("guest")
	adas, eves := w.App(s.ada, "adas-app"), w.App(s.eve, "eves-app")
	s.me, s.app, s.evesApp = viewer.ID(s.ada), adas.ID, eves.ID
	w.Member(s.ada, adas, "mate", s.mate, collaborator.RoleCOLLABORATOR)
	s.collaborator = w.Member(s.ada, adas, "limited", s.limited, collaborator.RoleLIMITED).ID
	_, err := w.Collaborators.Invite(s.ada, adas.ID, "invited", collaborator.RoleCOLLABORATOR)
	testkit.Must(t, 0, err)
	c, err := w.Collaborators.Invite(s.eve, eves.ID, "guest", collaborator.RoleLIMITED)
	s.evesCollaborator = testkit.Must(t, c, err).ID
	w.Deploy(s.ada, adas, "first")
	w.Deploy(s.eve, eves, "first")
	sys := viewer.AsSystem(t.Context())
	s.deployment = w.DB.Deployment.Query().Where(deployment.AppID(s.app)).OnlyIDX(sys)
	s.evesDeployment = w.DB.Deployment.Query().Where(deployment.AppID(s.evesApp)).OnlyIDX(sys)
	s.guest = w.DB.Account.Query().Where(account.Username("guest")).OnlyIDX(sys)
	last := w.DB.Entry.Query().Where(entry.StreamID(s.app)).Order(ent.Desc(entry.FieldSeq)).FirstX(sys)
	testkit.Must(t, 0, store.Do(s.ada, w.DB, func(tx *ent.Tx) error {
		_, err := w.Ledger.Post(s.ada, tx, ledger.Posting{
			Key: "issue:1", At: w.Business.Now(), Kind: ledger.Issue, Customer: s.me,
			Entries: []ledger.Entry{ledger.Debit(ledger.Receivable, 1), ledger.Credit(ledger.Revenue, 1)},
		})
		return err
	}))
	s.made = map[string]any{
		"accounts": s.me, "apps": s.app, "collaborators": s.collaborator, "deployments": s.deployment,
		"streams": s.app, "events": last.EventID, "entries": last.ID,
		"postings": w.DB.Posting.Query().OnlyIDX(sys), "ledger_entries": w.DB.LedgerEntry.Query().Where(ledgerentry.AccountID(s.me)).OnlyIDX(sys),
		"ledger_balances": w.DB.LedgerBalance.Query().OnlyIDX(sys),
	}
	for _, table := range slices.Sorted(maps.Keys(entities)) {
		s.row(table)
	}
	return s
}

// row is the id of Ada's row in a table, which is made where there is none.
func (s *scene) row(table string) any {
	s.T.Helper()
	if id, made := s.made[table]; made {
		return id
	}
	for _, k := range tableNamed(table).ForeignKeys { // before the transaction: SQLite has one at a time
		if k.RefTable.Name != "accounts" {
			s.row(k.RefTable.Name)
		}
	}
	ctx := s.ada
	if rightsOn(table).owner == "" {
		ctx = viewer.AsSystem(s.T.Context())
	}
	err := store.Do(ctx, s.DB, func(tx *ent.Tx) error {
		row := s.new(tx, table, "adas", s.me)
		s.made[table] = row.id
		return row.Exec(ctx)
	})
	if err != nil {
		s.T.Fatalf("a row of Ada's in %s: %v (of a new table: is there a migration?)", table, err)
	}
	return s.made[table]
}
