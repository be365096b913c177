// Package sandbox is what only a sandbox has: a mailbox in place of a mail server, a
// stand-in for GitHub, and demo data. It doesn't know the program's configuration:
// it takes what it needs as fields. Nothing outside of a sandbox uses it.
package sandbox

import (
	"context"
	"crypto/ed25519"
	"encoding/hex"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"time"

	"github.com/google/uuid"
	"github.com/schollz/progressbar/v3"
	"golang.org/x/crypto/ssh"
	"golang.org/x/term"

	"portico/ent"
	"portico/ent/collaborator"
	"portico/internal/account"
	"portico/internal/addon"
	"portico/internal/assembly"
	"portico/internal/auth"
	"portico/internal/clock"
	"portico/internal/container"
	"portico/internal/platform"
	"portico/internal/signin"
	"portico/internal/sshkey"
	"portico/internal/store"
	"portico/internal/viewer"
	"portico/internal/worker"
)

// The demo account of a sandbox. Its password is printed, so it's no secret.
const (
	DemoUsername = "demo"
	DemoPassword = "portico-demo-password"
)

// ErrNotEmpty says that there are accounts, so there is no place for demo data.
var ErrNotEmpty = errors.New("there are accounts already: a demo account is for an empty database")

// A seeder tells a story of ten weeks through the use cases, on a clock of its
// own, always the same one.
type seeder struct {
	assembly.Domains
	now      time.Time
	rng      *rand.Rand
	demo     context.Context
	ada, sam context.Context
	demoKey  *ent.SSHKey
	adaKey   *ent.SSHKey
	byName   map[string]*ent.App
}

// Seed fills an empty database with the demo account.
func Seed(ctx context.Context, c assembly.Dependencies) error {
	some, err := c.DB.Account.Query().Exist(viewer.AsSystem(ctx))
	if err != nil {
		return fmt.Errorf("look for accounts: %w", err)
	}
	if some {
		return ErrNotEmpty
	}
	s := &seeder{now: c.Now().Add(-70 * 24 * time.Hour), rng: rand.New(rand.NewPCG(7, 42)), byName: map[string]*ent.App{}}
	c.Now, c.Silent = func() time.Time { return s.now }, true
	c.SimulatedPlatform, c.Gate = true, platform.GateNone
	c.Business = &clock.Business{Real: c.Now}
	s.Domains = assembly.New(c)
	steps := []func(context.Context) error{s.people, s.profile, s.sshKeys, s.ownApps, s.sharedApp, s.resources, s.pushes, s.oneOffs, s.reviews}
	bar := progressbar.NewOptions(len(steps), progressbar.OptionSetDescription("demo account"),
		progressbar.OptionSetVisibility(term.IsTerminal(int(os.Stderr.Fd()))), progressbar.OptionClearOnFinish())
	for _, step := range steps {
		if err := step(ctx); err != nil {
			return err
		}
		_ = bar.Add(1)
	}
	return bar.Finish()
}

// pass lets some time go by, give or take a third.
func (s *seeder) pass(d time.Duration) {
	s.now = clock.Stored(s.now.Add(d + time.Duration((s.rng.Float64()-0.5)*2/3*float64(d))))
}

func (s *seeder) people(ctx context.Context) error {
	for _, who := range []struct {
		name string
		as   *context.Context
	}{{DemoUsername, &s.demo}, {"ada-martin", &s.ada}, {"sam-weber", &s.sam}} {
		a, err := s.Accounts.Create(ctx, signin.SignUp{Username: who.name, Email: who.name + "@example.com", Password: DemoPassword})
		if err != nil {
			return err
		}
		*who.as = auth.As(ctx, a)
		err = store.Do(*who.as, s.DB, func(tx *ent.Tx) error {
			return tx.Account.UpdateOneID(a.ID).SetEmailVerifiedAt(s.now).Exec(*who.as)
		})
		if err != nil {
			return err
		}
		s.pass(2 * time.Hour)
	}
	return nil
}

func (s *seeder) profile(context.Context) error {
	for _, who := range []struct {
		as                   context.Context
		name, place, company string
	}{
		{s.demo, "Robin Demo", "Strasbourg", "Petit Navire"},
		{s.ada, "Ada Martin", "Lyon", "Petit Navire"},
		{s.sam, "Sam Weber", "Basel", ""},
	} {
		zone := "Europe/Paris"
		_, err := s.Profiles.Update(who.as, account.ProfileChange{FullName: &who.name, Location: &who.place, Company: &who.company, TimeZone: &zone})
		if err != nil {
			return err
		}
		s.pass(time.Hour)
	}
	return nil
}

func (s *seeder) sshKeys(context.Context) (err error) {
	for _, k := range []struct {
		as   context.Context
		name string
		to   **ent.SSHKey
	}{{s.demo, "laptop", &s.demoKey}, {s.demo, "build server", nil}, {s.ada, "workstation", &s.adaKey}} {
		key, err := s.Keys.Add(k.as, k.name, s.publicKey())
		if err != nil {
			return err
		}
		if k.to != nil {
			*k.to = key
			if err := s.Keys.Used(k.as, key.ID, "203.0.113.7"); err != nil {
				return err
			}
		}
		s.pass(20 * time.Minute)
	}
	return nil
}

// publicKey makes a key whose private half nobody has.
func (s *seeder) publicKey() string {
	seed := make([]byte, ed25519.SeedSize)
	for i := range seed {
		seed[i] = byte(s.rng.Uint32())
	}
	key, err := ssh.NewPublicKey(ed25519.NewKeyFromSeed(seed).Public())
	if err != nil {
		panic(err) // an ed25519 key is one
	}
	return string(ssh.MarshalAuthorizedKey(key))
}

func (s *seeder) ownApps(context.Context) error {
	for _, name := range []string{"petit-navire-shop", "petit-navire-api", "harbour-blog"} {
		a, err := s.Apps.Create(s.demo, name)
		if err != nil {
			return err
		}
		s.byName[name] = a
		s.pass(24 * time.Hour)
	}
	c, err := s.Collaborators.Invite(s.demo, s.byName["petit-navire-shop"].ID, "ada-martin", collaborator.RoleCOLLABORATOR)
	if err != nil {
		return err
	}
	s.pass(3 * time.Hour)
	if _, err := s.Collaborators.Accept(s.ada, c.ID); err != nil {
		return err
	}
	s.pass(24 * time.Hour)
	_, err = s.Collaborators.Invite(s.demo, s.byName["harbour-blog"].ID, "sam-weber", collaborator.RoleLIMITED)
	return err
}

func (s *seeder) sharedApp(context.Context) error {
	for _, name := range []string{"tidal-charts", "lighthouse"} {
		a, err := s.Apps.Create(s.ada, name)
		if err != nil {
			return err
		}
		s.byName[name] = a
		s.pass(5 * time.Hour)
		c, err := s.Collaborators.Invite(s.ada, a.ID, DemoUsername, collaborator.RoleLIMITED)
		if err != nil {
			return err
		}
		if name == "tidal-charts" { // the other one waits for an answer
			if _, err := s.Collaborators.Accept(s.demo, c.ID); err != nil {
				return err
			}
		}
		s.pass(30 * time.Hour)
	}
	return nil
}

// resources has two apps run what they need; one of them grows after a week.
func (s *seeder) resources(ctx context.Context) error {
	for _, order := range []struct {
		app    string
		web    int32
		addons []string
		after  time.Duration
	}{
		{"petit-navire-shop", 1, []string{"postgresql-s", "redis-s"}, 2 * 24 * time.Hour},
		{"petit-navire-api", 1, []string{"postgresql-s"}, 7 * 24 * time.Hour},
		{"petit-navire-shop", 2, nil, 24 * time.Hour},
	} {
		id := s.byName[order.app].ID
		if _, err := s.Containers.Scale(s.demo, id, []*container.Wanted{{Type: "web", Amount: order.web}}); err != nil {
			return err
		}
		for _, plan := range order.addons {
			if _, err := s.Addons.Provision(s.demo, id, addon.Wanted{Plan: plan}); err != nil {
				return err
			}
		}
		if err := s.settle(ctx); err != nil {
			return err
		}
		s.pass(order.after)
	}
	return nil
}

// settle lets the simulated platform do what was ordered.
func (s *seeder) settle(ctx context.Context) error {
	s.now = s.now.Add(2 * time.Minute)
	for _, job := range []worker.Job{s.Containers.SimulateJob(), s.Addons.SimulateJob(), s.OneOffs.SimulateJob()} {
		if err := job.Run(ctx); err != nil {
			return err
		}
	}
	return nil
}

func (s *seeder) oneOffs(ctx context.Context) error {
	for _, command := range []string{"rake db:migrate", "exit 1", "rake reports:monthly"} {
		if _, err := s.OneOffs.Run(s.demo, s.byName["petit-navire-shop"].ID, command, "M"); err != nil {
			return err
		}
		if err := s.settle(ctx); err != nil {
			return err
		}
		s.pass(3 * time.Hour)
	}
	return nil
}

// reviews has a collaborator's branch reviewed.
func (s *seeder) reviews(ctx context.Context) error {
	shop := s.byName["petit-navire-shop"]
	if err := s.push(s.ada, s.adaKey, shop, "gift-cards", "Sell gift cards"); err != nil {
		return err
	}
	if _, err := s.ReviewApps.Create(s.ada, shop.ID, "gift-cards"); err != nil {
		return err
	}
	if err := s.settle(ctx); err != nil {
		return err
	}
	s.pass(5 * time.Hour)
	return s.push(s.ada, s.adaKey, shop, "gift-cards", "Let gift cards expire")
}

var subjects = []string{
	"Show the stock of each size", "Cache the product list", "Fix the rounding of shipping costs", "Update dependencies",
	"Add a sitemap", "Send the receipt in the customer's language", "Make the search forgiving of accents",
	"Retry the export when storage is slow", "Remove the old checkout", "Tidy the header on small screens",
	"Log slow queries", "Let editors schedule posts", "Serve images as AVIF", "Add a health check",
}

func (s *seeder) pushes(context.Context) error {
	names := []string{"petit-navire-shop", "petit-navire-api", "petit-navire-shop", "harbour-blog", "tidal-charts", "petit-navire-shop"}
	step := clock.Now().Sub(s.now) / 44
	for i := range 40 {
		name := names[i%len(names)]
		as, key := s.demo, s.demoKey
		if name == "petit-navire-shop" && i%4 == 2 || name == "tidal-charts" && i%3 == 1 {
			as, key = s.ada, s.adaKey
		}
		if err := s.push(as, key, s.byName[name], "main", subjects[i%len(subjects)]); err != nil {
			return err
		}
		s.pass(step)
	}
	return nil
}

func (s *seeder) push(as context.Context, key *ent.SSHKey, a *ent.App, branch, subject string) error {
	commit := make([]byte, 20)
	for i := range commit {
		commit[i] = byte(s.rng.Uint32())
	}
	return s.Deployments.Record(as, platform.Received{
		ID: uuid.Must(uuid.NewV7()), AppID: a.ID, KeyID: key.ID, KeyFingerprint: sshkey.FingerprintOf(key.Digest), At: s.now,
		Branches: []platform.Branch{{Ref: "refs/heads/" + branch, Commit: hex.EncodeToString(commit), Subject: subject}},
	})
}
