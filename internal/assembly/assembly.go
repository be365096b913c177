// Package assembly puts the domains together: read it from top to bottom to see who
// knows whom. The program, its demo data and the tests use the same assembly. It
// opens nothing and starts nothing.
package assembly

import (
	"net/http"
	"time"

	"github.com/go-webauthn/webauthn/webauthn"
	"github.com/google/uuid"
	"golang.org/x/oauth2"

	"portico/internal/account"
	"portico/internal/auth"
	"portico/internal/keyring"
	"portico/internal/notify"
	"portico/internal/platform"
	"portico/internal/store"
	"portico/internal/timeline"
	"portico/internal/timeline/bus"
)

// Config is what the domains stand on.
type Config struct {
	DB           *store.DB
	Bus          *bus.Memory
	Ring         *keyring.Ring
	Passwords    *auth.Passwords
	Now          func() time.Time
	Wake         func()             // tells the workers that there is something to do
	Silent       bool               // no emails
	Site         *webauthn.WebAuthn // nil: nobody can have passkeys
	GithubApp    GithubApp
	ExportFolder string        // of data exports
	Grace        time.Duration // between the confirmation of an account's deletion and the removal
	// DiscardRepository removes the repository of an app that was deleted.
	DiscardRepository func(app uuid.UUID)
}

// GithubApp is how GitHub is reached; without OAuth it is not offered.
type GithubApp struct {
	OAuth  *oauth2.Config
	API    string
	Client *http.Client
}

// Domains are the use cases of all domains.
type Domains struct {
	Config
	Timeline *timeline.Log
	Outbox   notify.Outbox
	Identity
	Account
	Platform
}

// Identity is signing up and in, and everything that gives access to an account.
type Identity struct {
	Attempts      auth.Limiter
	Links         auth.Links
	PasswordStore auth.PasswordStore
	Sessions      auth.Sessions
	Registrar     auth.Registrar
	Revocation    auth.Revocation
	Lockout       auth.Lockout
	Tokens        auth.Tokens
	Door          auth.Door
	Emails        auth.Emails
	Accounts      auth.Accounts
	Recovery      auth.Recovery
	Factors       auth.Factors
	SecondSteps   auth.SecondSteps
	Passkeys      auth.Passkeys
	Github        auth.Github
	Sudo          auth.Sudo
	Closing       auth.Closing
}

// Account is what an account keeps for itself.
type Account struct {
	Profiles account.Profiles
	Keys     account.Keys
	Exports  account.Exports
}

// Platform is the apps and what happens to them.
type Platform struct {
	Apps          platform.Apps
	Collaborators platform.Collaborators
	Deployments   platform.Deployments
}

// New puts the domains together.
func New(c Config) *Domains {
	log := &timeline.Log{DB: c.DB, Bus: c.Bus, Now: c.Now}
	d := &Domains{
		Config: c, Timeline: log,
		Outbox: notify.Outbox{DB: c.DB, Ring: c.Ring, Now: c.Now, Wake: c.Wake, Silent: c.Silent},
	}
	d.Account = d.account()
	d.Identity = d.identity()
	d.Platform = d.platform()
	return d
}

func (d *Domains) account() Account {
	return Account{
		Profiles: account.Profiles{DB: d.DB, Log: d.Timeline},
		Keys:     account.Keys{DB: d.DB, Log: d.Timeline, Bus: d.Bus, Ring: d.Ring, Now: d.Now, Outbox: d.Outbox},
		Exports:  account.Exports{DB: d.DB, Log: d.Timeline, Outbox: d.Outbox, Now: d.Now, Folder: d.ExportFolder},
	}
}

func (d *Domains) platform() Platform {
	apps := platform.Apps{DB: d.DB, Log: d.Timeline, Bus: d.Bus, Now: d.Now, Discard: d.DiscardRepository}
	return Platform{
		Apps:          apps,
		Collaborators: platform.Collaborators{DB: d.DB, Log: d.Timeline, Bus: d.Bus, Apps: apps, Now: d.Now},
		Deployments:   platform.Deployments{DB: d.DB, Log: d.Timeline, Denials: &platform.Denials{Now: d.Now}},
	}
}
