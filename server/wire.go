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
	"portico/internal/account"
	"portico/internal/auth"
	"portico/internal/clock"
	"portico/internal/gitssh"
	"portico/internal/keyring"
	"portico/internal/notify"
	"portico/internal/platform"
	"portico/internal/store"
	"portico/internal/timeline"
	"portico/internal/timeline/bus"
	"portico/internal/transport"
	"portico/internal/worker"
)

// A program is everything that serves, wired and not started yet.
type program struct {
	outside
	config   *Config
	db       *store.DB
	bus      *bus.Memory
	log      *timeline.Log
	sessions auth.Sessions
	tokens   auth.Tokens
	door     auth.Door
	accounts auth.Accounts
	emails   auth.Emails
	recovery auth.Recovery
	factors  auth.Factors
	passkeys auth.Passkeys
	github   auth.Github
	standin  *githubStandin // nil: GitHub is GitHub, or not offered
	parts    auth.Parts
	ring     *keyring.Ring
	outbox   notify.Outbox
	smtp     *notify.SMTP // nil: letters stay in the outbox
	workers  *worker.Workers
	closing  auth.Closing
	keys     account.Keys
	exports  account.Exports
	apps     platform.Apps
	members  platform.Collaborators
	deploys  platform.Deployments
	sockets  *transport.Sockets
	git      *gitssh.Server
	resolver *graph.Resolver

	proxyWarning sync.Once
}

// outside is what the program takes from the machine it runs on.
type outside struct {
	now       func() time.Time
	passwords *auth.Passwords
	driver    func(dialect.Driver) dialect.Driver // around the database's, or nil
}

// machine is the real one.
func machine() outside {
	return outside{now: clock.Now, passwords: auth.StrongPasswords(runtime.NumCPU())}
}

// wire opens the database and puts the parts together: read it from top to
// bottom to see who knows whom.
func wire(ctx context.Context, c *Config, o outside) (*program, error) {
	p := &program{outside: o, config: c, bus: &bus.Memory{}, sockets: &transport.Sockets{}, workers: &worker.Workers{Now: o.now}}
	if err := os.MkdirAll(c.Data, 0o700); err != nil {
		return nil, fmt.Errorf("PORTICO_DATA: %w", err)
	}
	n, err := store.Migrate(ctx, c.DatabaseURL)
	if err != nil {
		return nil, fmt.Errorf("PORTICO_DATABASE_URL: %w", err)
	}
	if n > 0 {
		slog.InfoContext(ctx, "database migrated", "migrations", n)
	}
	if p.db, err = store.Open(ctx, store.Config{URL: c.DatabaseURL, Wrap: o.driver}); err != nil {
		return nil, fmt.Errorf("PORTICO_DATABASE_URL: %w", err)
	}
	if p.ring, err = keyring.Open(filepath.Join(c.Data, "keys")); err != nil {
		return nil, err
	}
	if err := p.openMail(); err != nil {
		return nil, err
	}
	if err := p.openBreaches(); err != nil {
		return nil, err
	}
	p.domain()
	if err := p.openGit(); err != nil {
		return nil, err
	}
	p.addWorkers()
	p.resolver = p.api()
	p.bus.Listen(bus.Listener{Moved: p.log.Wake, RightsChanged: p.rightsChanged})
	return p, nil
}

// domain makes the use cases.
func (p *program) domain() {
	p.log = &timeline.Log{DB: p.db, Bus: p.bus, Now: p.now}
	p.outbox = notify.Outbox{DB: p.db, Ring: p.ring, Now: p.now, Wake: p.workers.Wake}
	p.parts = auth.Parts{DB: p.db, Log: p.log, Bus: p.bus, Passwords: p.passwords, Ring: p.ring, Outbox: p.outbox, Now: p.now}
	p.sessions = auth.Sessions{Parts: p.parts}
	p.tokens = auth.Tokens{Parts: p.parts}
	p.door = auth.Door{Sessions: p.sessions, Tokens: p.tokens}
	p.accounts = auth.Accounts{Parts: p.parts}
	p.emails = auth.Emails{Parts: p.parts}
	p.recovery = auth.Recovery{Parts: p.parts}
	p.factors = auth.Factors{Parts: p.parts}
	p.openPasskeys()
	p.openGithub()
	p.exports = account.Exports{DB: p.db, Log: p.log, Outbox: p.outbox, Now: p.now, Folder: filepath.Join(p.config.Data, "exports")}
	p.closing = auth.Closing{Parts: p.parts, Grace: p.config.DeletionGrace, Discard: p.exports.Discard}
	p.keys = account.Keys{DB: p.db, Log: p.log, Bus: p.bus, Ring: p.ring, Now: p.now, Outbox: p.outbox}
	p.apps = platform.Apps{DB: p.db, Log: p.log, Bus: p.bus, Now: p.now, Discard: p.discardRepository}
	p.members = platform.Collaborators{DB: p.db, Log: p.log, Bus: p.bus, Apps: p.apps, Now: p.now}
	p.deploys = platform.Deployments{DB: p.db, Log: p.log, Denials: &platform.Denials{Now: p.now}}
}

// openMail finds the way for letters.
func (p *program) openMail() (err error) {
	if p.config.SMTP == "" {
		if !p.config.Sandbox {
			slog.Warn("PORTICO_SMTP is not set: letters wait in the outbox, and nobody can verify an address or reset a password")
		}
		return nil
	}
	if p.smtp, err = notify.NewSMTP(p.config.SMTP, p.config.MailFrom, p.config.base.String()); err != nil {
		return fmt.Errorf("PORTICO_SMTP, PORTICO_MAIL_FROM: %w", err)
	}
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
	b, err := auth.OpenBreaches(path)
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
	return &graph.Resolver{
		DB: p.db, Server: graph.ServerInfo{ServerInfo: p.serverInfo(), GitRemote: p.config.gitRemote},
		Identity: auth.Identity{
			Accounts: p.accounts, Emails: p.emails, Recovery: p.recovery, Sessions: p.sessions, Tokens: p.tokens, Door: p.door,
			Factors: p.factors, Sudo: auth.Sudo{Parts: p.parts, Passkeys: p.passkeys, Github: p.github},
			Passkeys: p.passkeys, Github: p.github, Closing: p.closing,
		},
		Profiles: account.Profiles{DB: p.db, Log: p.log}, Keys: p.keys, Exports: p.exports, Now: p.now,
		Apps: p.apps, Collaborators: p.members, Deployments: p.deploys, Timeline: p.log,
	}
}

func (p *program) serverInfo() model.ServerInfo {
	_, text, _ := net.SplitHostPort(p.config.SSHAddr)
	port, _ := strconv.ParseInt(text, 10, 32)
	host, hostKey := p.config.base.Hostname(), p.git.HostKey.PublicKey()
	return model.ServerInfo{
		Version: version, Sandbox: p.config.Sandbox, Github: p.github.OAuth != nil, DeletionGraceDays: p.closing.GraceDays(),
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
