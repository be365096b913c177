package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"net"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"time"

	"entgo.io/ent/dialect"
	"golang.org/x/crypto/ssh"

	"portico/graph"
	"portico/graph/model"
	"portico/internal/assembly"
	"portico/internal/billing"
	"portico/internal/clock"
	"portico/internal/gitssh"
	"portico/internal/keyring"
	"portico/internal/limit"
	"portico/internal/notify"
	"portico/internal/passkey"
	"portico/internal/passwords"
	"portico/internal/sandbox"
	"portico/internal/store"
	"portico/internal/timeline/bus"
	"portico/internal/transport"
	"portico/internal/vies"
	"portico/internal/worker"
)

// keysFile is where, in the data folder, the keys are that secrets are encrypted with.
const keysFile = "keys"

// A program is everything that serves, wired and not started yet.
type program struct {
	outside
	assembly.Domains
	config   *Config
	db       *store.DB
	bus      *bus.Memory
	ring     *keyring.Ring
	smtp     notify.Sender   // nil: emails stay in the outbox
	standin  *sandbox.Github // nil: GitHub is GitHub, or not offered
	business *clock.Business
	workers  *worker.Workers
	sockets  *transport.Sockets
	git      *gitssh.Server
	resolver *graph.Resolver
	budget   *limit.Budget
	turns    *turns
	unread   *unread

	guesses *guesses

	proxyWarning sync.Once
}

// outside is what the program takes from the machine it runs on.
type outside struct {
	now       func() time.Time
	passwords *passwords.Hasher
	driver    func(dialect.Driver) dialect.Driver // around the database's, or nil
}

// machine is the real one.
func machine() outside {
	return outside{now: clock.Now, passwords: passwords.Strong(runtime.NumCPU())}
}

// wire opens the database and puts the parts together: read it from top to
// bottom to see who knows whom.
func wire(ctx context.Context, c *Config, o outside) (*program, error) {
	p := &program{outside: o, config: c, bus: &bus.Memory{}, sockets: &transport.Sockets{}}
	var err error
	if p.db, err = openDatabase(ctx, c, o); err != nil {
		return nil, err
	}
	if p.business, err = businessClock(ctx, p.db, o.now); err != nil {
		return nil, err
	}
	p.workers = &worker.Workers{Now: o.now, Business: p.business}
	if p.ring, err = keyring.Open(filepath.Join(c.Data, keysFile)); err != nil {
		return nil, err
	}
	if err := p.openMail(); err != nil {
		return nil, err
	}
	if err := p.openBreaches(); err != nil {
		return nil, err
	}
	p.assemble()
	if err := p.Catalog.Fill(ctx); err != nil {
		return nil, err
	}
	if err := p.openGit(); err != nil {
		return nil, err
	}
	p.addWorkers()
	p.resolver = p.api()
	p.bus.Listen(bus.Listener{Moved: p.Log.Wake, RightsChanged: p.rightsChanged})
	return p, nil
}

// businessClock has business time go on from where it was.
func businessClock(ctx context.Context, db *store.DB, now func() time.Time) (*clock.Business, error) {
	offset, err := sandbox.Offset(ctx, db)
	if err != nil {
		return nil, err
	}
	b := &clock.Business{Real: now}
	b.Set(offset)
	return b, nil
}

// openDatabase makes the data folder and the database if they aren't there, and opens
// it.
func openDatabase(ctx context.Context, c *Config, o outside) (*store.DB, error) {
	if err := os.MkdirAll(c.Data, 0o700); err != nil {
		return nil, fmt.Errorf("PORTICO_DATA: %w", err)
	}
	return openMigrated(ctx, c, o)
}

// openMigrated migrates the database and opens it.
func openMigrated(ctx context.Context, c *Config, o outside) (*store.DB, error) {
	n, err := store.Migrate(ctx, c.DatabaseURL)
	if err != nil {
		return nil, fmt.Errorf("PORTICO_DATABASE_URL: %w", err)
	}
	if n > 0 {
		slog.InfoContext(ctx, "database migrated", "migrations", n)
	}
	db, err := store.Open(ctx, store.Config{URL: c.DatabaseURL, Wrap: o.driver})
	if err != nil {
		return nil, fmt.Errorf("PORTICO_DATABASE_URL: %w", err)
	}
	return db, nil
}

// assemble builds the domains.
func (p *program) assemble() {
	site, err := passkey.RelyingParty(p.config.base)
	if err != nil {
		slog.Warn("PORTICO_BASE_URL is not the name of a site, so nobody can have passkeys", "err", err)
	}
	p.Domains = assembly.New(assembly.Dependencies{
		DB: p.db, Bus: p.bus, Ring: p.ring, Passwords: p.passwords, Now: p.now, Business: p.business, Wake: p.workers.Wake, Waiting: p.workers.Waiting, Sender: p.smtp,
		ExportFolder: filepath.Join(p.config.Data, "exports"), DiscardRepository: p.discardRepository, TakeRepository: p.takeRepository,
		SimulatedPlatform: p.config.Platform == simulated, Gate: p.config.BillingGate, VIES: p.vies(),
		DeletionGrace: p.config.DeletionGrace, Site: site, GithubApp: p.githubApp(),
	})
}

// vies is who knows VAT numbers; in a sandbox, nobody is asked.
func (p *program) vies() billing.Registry {
	if p.config.Sandbox {
		return vies.Simulated{}
	}
	return vies.NewClient(vies.URL, p.now)
}

// openMail sets up how emails are sent.
func (p *program) openMail() error {
	if p.config.SMTP == "" {
		if !p.config.Sandbox {
			slog.Warn("PORTICO_SMTP is not set: emails wait in the outbox, and nobody can verify an address or reset a password")
		}
		return nil
	}
	smtp, err := notify.NewSMTP(p.config.SMTP, p.config.MailFrom, p.config.base.String())
	if err != nil {
		return fmt.Errorf("PORTICO_SMTP, PORTICO_MAIL_FROM: %w", err)
	}
	p.smtp = smtp
	return nil
}

// openBreaches opens the operator's file of passwords that nobody may choose. To
// serve without it is better than not to serve, but one that cannot be read would
// let through what it should stop.
func (p *program) openBreaches() error {
	path := p.config.BreachedPasswords
	if path == "" {
		return nil
	}
	b, err := passwords.OpenBreaches(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		slog.Warn("PORTICO_BREACHED_PASSWORDS: the file is not there: passwords of breaches are not refused", "file", path)
	case err != nil:
		return fmt.Errorf("PORTICO_BREACHED_PASSWORDS: %s: %w", path, err)
	default:
		p.passwords.Breached = b
	}
	return nil
}

func (p *program) api() *graph.Resolver {
	r := &graph.Resolver{Domains: p.Domains, Server: graph.ServerInfo{ServerInfo: p.serverInfo(), GitRemote: p.config.gitRemote}}
	if p.config.Sandbox {
		r.Sandbox = &sandbox.Clock{DB: p.db, Business: p.business, Workers: p.workers}
	}
	return r
}

func (p *program) serverInfo() model.ServerInfo {
	_, text, _ := net.SplitHostPort(p.config.SSHAddr)
	port, _ := strconv.ParseInt(text, 10, 32)
	host, hostKey := p.config.base.Hostname(), p.git.HostKey.PublicKey()
	return model.ServerInfo{
		Version: version, Sandbox: p.config.Sandbox, Simulated: p.config.Platform == simulated, Github: p.Github.OAuth != nil, DeletionGraceDays: p.Deletions.GraceDays(),
		Git: &model.GitEndpoint{
			Host: host, Port: int32(port), User: "git",
			HostKeyFingerprint: ssh.FingerprintSHA256(hostKey), KnownHosts: knownHosts(host, text, hostKey),
		},
	}
}

// knownHosts is the line that lets OpenSSH trust the host from the start.
func knownHosts(host, port string, key ssh.PublicKey) string {
	if port != "22" {
		host = "[" + host + "]:" + port
	}
	return host + " " + strings.TrimSpace(string(ssh.MarshalAuthorizedKey(key)))
}

func (p *program) close() {
	if err := errors.Join(p.db.Close(), p.passwords.Breached.Close()); err != nil {
		slog.Error("close", "err", err)
	}
}
