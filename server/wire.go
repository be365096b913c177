package main

import (
	"context"
	"fmt"
	"log/slog"
	"net"
	"os"
	"runtime"
	"strconv"
	"strings"
	"time"

	"entgo.io/ent/dialect"
	"golang.org/x/crypto/ssh"

	"portico/graph"
	"portico/graph/model"
	"portico/internal/account"
	"portico/internal/auth"
	"portico/internal/clock"
	"portico/internal/gitssh"
	"portico/internal/platform"
	"portico/internal/store"
	"portico/internal/timeline"
	"portico/internal/timeline/bus"
	"portico/internal/transport"
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
	keys     account.Keys
	apps     platform.Apps
	members  platform.Collaborators
	deploys  platform.Deployments
	sockets  *transport.Sockets
	git      *gitssh.Server
	resolver *graph.Resolver
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
	p := &program{outside: o, config: c, bus: &bus.Memory{}, sockets: &transport.Sockets{}}
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
	p.domain()
	if err := p.openGit(); err != nil {
		return nil, err
	}
	p.resolver = p.api()
	p.bus.Listen(bus.Listener{Moved: p.log.Wake, RightsChanged: p.rightsChanged})
	return p, nil
}

// domain makes the use cases.
func (p *program) domain() {
	p.log = &timeline.Log{DB: p.db, Bus: p.bus, Now: p.now}
	p.sessions = auth.Sessions{DB: p.db, Bus: p.bus, Now: p.now}
	p.tokens = auth.Tokens{DB: p.db, Log: p.log, Bus: p.bus, Now: p.now}
	p.door = auth.Door{Sessions: p.sessions, Tokens: p.tokens}
	p.accounts = auth.Accounts{DB: p.db, Log: p.log, Sessions: p.sessions, Passwords: p.passwords, Now: p.now}
	p.keys = account.Keys{DB: p.db, Log: p.log, Bus: p.bus, Now: p.now}
	p.apps = platform.Apps{DB: p.db, Log: p.log, Now: p.now, Discard: p.discardRepository}
	p.members = platform.Collaborators{DB: p.db, Log: p.log, Apps: p.apps, Now: p.now}
	p.deploys = platform.Deployments{DB: p.db, Log: p.log}
}

func (p *program) api() *graph.Resolver {
	return &graph.Resolver{
		DB: p.db, Server: graph.ServerInfo{ServerInfo: p.serverInfo(), GitRemote: p.config.gitRemote},
		Accounts: p.accounts, Sessions: p.sessions, Tokens: p.tokens, Door: p.door, Now: p.now,
		Profiles: account.Profiles{DB: p.db, Log: p.log}, Keys: p.keys,
		Apps: p.apps, Collaborators: p.members, Deployments: p.deploys, Timeline: p.log,
	}
}

func (p *program) serverInfo() model.ServerInfo {
	_, text, _ := net.SplitHostPort(p.config.SSHAddr)
	port, _ := strconv.ParseInt(text, 10, 32)
	host, hostKey := p.config.base.Hostname(), p.git.HostKey.PublicKey()
	return model.ServerInfo{
		Version: version, Sandbox: p.config.Sandbox,
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
	if err := p.db.Close(); err != nil {
		slog.Error("close database", "err", err)
	}
}
