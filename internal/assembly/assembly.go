// Package assembly puts the domains together, which don't know each other. The
// program, its API, the demo data, and the tests all use this one assembly; what
// differs between them is in Dependencies. It opens nothing and starts nothing.
package assembly

import (
	"context"
	"net/http"
	"time"

	"github.com/go-webauthn/webauthn/webauthn"
	"github.com/google/uuid"
	"golang.org/x/oauth2"

	"portico/ent"
	"portico/internal/account"
	"portico/internal/attempt"
	"portico/internal/billing"
	"portico/internal/catalog"
	"portico/internal/clock"
	"portico/internal/holding"
	"portico/internal/keyring"
	"portico/internal/ledger"
	"portico/internal/notify"
	"portico/internal/operator"
	"portico/internal/passwords"
	"portico/internal/platform"
	"portico/internal/store"
	"portico/internal/timeline"
	"portico/internal/timeline/bus"
	"portico/internal/worker"
)

// Dependencies is what the domains stand on.
type Dependencies struct {
	DB        *store.DB
	Bus       *bus.Memory
	Ring      *keyring.Ring
	Passwords *passwords.Hasher
	// Now is real time: sessions, links, limits, leases, and emails go by it.
	Now func() time.Time
	// Business is the clock of apps and of the timeline.
	Business *clock.Business
	// Wake tells the workers that something has become due.
	Wake func()
	// Waiting lists the work that the workers have of some owners.
	Waiting func(ctx context.Context, owners []uuid.UUID, limit int) ([]worker.Waiting, error)
	// Sender takes emails to where they are read; nil: they wait in the outbox.
	Sender notify.Sender
	// Silent sends no email about what happens.
	Silent bool
	// ExportFolder is where data exports are kept.
	ExportFolder string
	// DiscardRepository removes the repository of a deleted app.
	DiscardRepository func(app uuid.UUID)
	// TakeRepository refuses an app whose repository doesn't fit into the quota of an
	// account that is about to own it, and keeps the space until done.
	TakeRepository func(ctx context.Context, app *ent.App, account uuid.UUID) (done func(), err error)
	// DeletionGrace is how long the deletion of an account can be canceled.
	DeletionGrace time.Duration
	// SimulatedPlatform says that Portico plays the platform that runs what is ordered.
	SimulatedPlatform bool
	// Gate is what an account needs before anything that costs money starts.
	Gate platform.Gate
	// VIES is asked whether VAT numbers are valid.
	VIES billing.Registry
	// Site is what passkeys are for; nil: nobody can have any.
	Site *webauthn.WebAuthn
	// GithubApp is how people sign in with GitHub; zero: they can't.
	GithubApp GithubApp
}

// GithubApp is how GitHub is reached.
type GithubApp struct {
	OAuth  *oauth2.Config
	API    string
	Client *http.Client
}

// Domains are the use cases of all domains.
type Domains struct {
	Dependencies
	Log     *timeline.Log
	Outbox  notify.Outbox
	Catalog *catalog.Store
	Auth
	Account
	Platform
	Ledger          ledger.Ledger
	BillingProfiles billing.Profiles
	Operators       operator.Operators
	// Holdings are what each domain keeps for an account.
	Holdings *holding.List
}

// Account is the use cases of the account itself.
type Account struct {
	Profiles account.Profiles
	Keys     account.Keys
	Exports  account.Exports
}

// New builds all domains. Read it from top to bottom to see what depends on what.
func New(c Dependencies) Domains {
	d := Domains{Dependencies: c, Log: &timeline.Log{DB: c.DB, Bus: c.Bus, Now: c.Business.Now, Real: c.Now}, Holdings: &holding.List{}}
	d.Outbox = notify.Outbox{DB: c.DB, Ring: c.Ring, Now: c.Now, Wake: c.Wake, Silent: c.Silent}
	d.Catalog = &catalog.Store{DB: c.DB, Now: c.Business.Now}
	attempts := attempt.Limiter{DB: c.DB, Now: c.Now}
	d.Account = Account{
		Profiles: account.Profiles{DB: c.DB, Log: d.Log},
		Keys:     account.Keys{DB: c.DB, Log: d.Log, Bus: c.Bus, Ring: c.Ring, Now: c.Now, Outbox: d.Outbox, Attempts: attempts},
		Exports:  account.Exports{DB: c.DB, Log: d.Log, Outbox: d.Outbox, Now: c.Now, Folder: c.ExportFolder, Holdings: d.Holdings},
	}
	d.Platform = newPlatform(d)
	d.Ledger = ledger.Ledger{DB: c.DB}
	d.BillingProfiles = billing.Profiles{DB: c.DB, Log: d.Log, Attempts: attempts, Now: c.Business.Now, Real: c.Now, VIES: c.VIES, Wake: c.Wake}
	d.Auth = newAuth(d)
	d.Operators = operator.Operators{DB: c.DB, Now: c.Now, Catalog: d.Catalog, Simulated: c.SimulatedPlatform, Waiting: c.Waiting, Containers: d.Containers, Addons: d.Addons.Report, OneOffs: d.OneOffs.Report}
	*d.Holdings = d.holdings()
	return d
}

// holdings are what all domains keep for an account: some of them revoke or export what
// the others keep, which is why they have a pointer to the list. Revocations are recorded,
// and files of an export listed, in this order.
func (d Domains) holdings() holding.List {
	return holding.List{
		d.Profiles.Holding(), d.Sessions.Holding(), d.PasswordStore.Holding(), d.Tokens.Holding(), d.Keys.Holding(),
		d.Passkeys.Holding(), d.Github.Holding(), d.Factors.Holding(), d.Lockout.Holding(), d.Emails.Holding(), d.Links.Holding(),
		d.Recovery.Holding(), d.Outbox.Holding(), d.Exports.Holding(),
		d.Apps.Holding(), d.Collaborators.Holding(), d.Deployments.Holding(), d.OneOffs.Holding(), d.BillingProfiles.Holding(), d.Meter.Holding(), d.Ledger.Holding(),
		d.Log.Holding(),
	}
}
