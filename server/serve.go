package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"time"

	"github.com/lmittmann/tint"
	"golang.org/x/sync/errgroup"

	"portico/internal/request"
	"portico/internal/sandbox"
	"portico/internal/store"
)

// drainFor is how long requests and pushes in flight may take after SIGTERM.
const drainFor = 10 * time.Second

type serveCommand struct{ Config }

// Run serves until ctx ends, then drains.
func (s *serveCommand) Run(ctx context.Context) error {
	c := &s.Config
	if err := c.checkServing(); err != nil {
		return err
	}
	p, err := open(ctx, c)
	if err != nil {
		return err
	}
	defer p.close()
	if err := p.checkClock(); err != nil {
		return err
	}
	if c.plainCookies() {
		slog.WarnContext(ctx, "PORTICO_INSECURE_HTTP is set: sessions travel unencrypted", "base_url", c.base.String())
	}
	if c.Sandbox {
		if err := sandbox.Seed(ctx, p.Dependencies); err != nil && !errors.Is(err, sandbox.ErrNotEmpty) {
			return fmt.Errorf("demo account: %w", err)
		}
	}
	return p.serve(ctx)
}

// checkClock refuses to serve customers in a time that has not come.
func (p *program) checkClock() error {
	if p.business.Offset() > 0 && !p.config.Sandbox {
		return errors.New("this database belongs to a sandbox whose clock was moved ahead: serve it with --sandbox")
	}
	return nil
}

// open checks the configuration and wires the program.
func open(ctx context.Context, c *Config) (*program, error) {
	if err := c.check(); err != nil {
		return nil, err
	}
	setLog(c)
	return wire(ctx, c, machine())
}

// openExisting wires the program on a database that is there, with the keys that its
// secrets are encrypted with: a mistyped folder would get new ones.
func openExisting(ctx context.Context, s Storage) (*program, error) {
	c, err := s.config()
	if err != nil {
		return nil, err
	}
	if err := c.check(); err != nil {
		return nil, err
	}
	if err := c.exists(ctx); err != nil {
		return nil, err
	}
	if _, err := os.Stat(filepath.Join(c.Data, keysFile)); errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("there are no keys in %s. Set PORTICO_DATA (or --data) to the folder that portico serve uses", c.Data)
	}
	return open(ctx, c)
}

// serve listens until ctx ends, then drains: it accepts nothing new, tells the sockets,
// and gives requests and pushes in flight time to end.
func (p *program) serve(ctx context.Context) error {
	web, err := net.Listen("tcp", p.config.Addr)
	if err != nil {
		return fmt.Errorf("PORTICO_ADDR: %w", err)
	}
	git, err := net.Listen("tcp", p.config.SSHAddr)
	if err != nil {
		_ = web.Close()
		return fmt.Errorf("PORTICO_SSH_ADDR: %w", err)
	}
	server := p.httpServer(ctx)
	work, cancel := context.WithCancel(context.WithoutCancel(ctx))
	defer cancel()
	g, failed := errgroup.WithContext(work)
	g.Go(func() error { return closed(server.Serve(web)) })
	g.Go(func() error { return closed(p.git.Serve(work, git)) })
	g.Go(func() error { return p.Log.Heal(work) })
	g.Go(func() error { return p.workers.Run(work) })
	p.announce(web.Addr())
	select {
	case <-ctx.Done():
		slog.InfoContext(ctx, "stopping: requests and pushes in flight are finished first", "at_most", drainFor)
	case <-failed.Done():
	}
	err = p.drain(context.WithoutCancel(ctx), server)
	cancel()
	return errors.Join(g.Wait(), err)
}

// drain ends all servers concurrently. What doesn't end in time is cut.
func (p *program) drain(ctx context.Context, server *http.Server) error {
	ctx, cancel := context.WithTimeout(ctx, drainFor)
	defer cancel()
	var g errgroup.Group
	g.Go(func() error { return cutOff("requests", server.Shutdown(ctx), server.Close) })
	g.Go(func() error { return cutOff("sockets", p.sockets.Drain(ctx), nothing) })
	g.Go(func() error { return cutOff("pushes", p.git.Shutdown(ctx), nothing) })
	return g.Wait()
}

func nothing() error { return nil }

// cutOff logs what didn't end in time, and cuts it.
func cutOff(what string, err error, cut func() error) error {
	if errors.Is(err, context.DeadlineExceeded) {
		slog.Warn("cut off", "what", what)
		return cut()
	}
	return err
}

// closed is err unless it only says that serving has ended.
func closed(err error) error {
	if errors.Is(err, http.ErrServerClosed) || errors.Is(err, net.ErrClosed) {
		return nil
	}
	return err
}

func (p *program) httpServer(ctx context.Context) *http.Server {
	return &http.Server{
		Handler:           p.handler(),
		ReadHeaderTimeout: 10 * time.Second,
		ReadTimeout:       30 * time.Second,
		IdleTimeout:       2 * time.Minute,
		MaxHeaderBytes:    32 << 10,
		BaseContext:       func(net.Listener) context.Context { return context.WithoutCancel(ctx) },
		ErrorLog:          slog.NewLogLogger(slog.Default().Handler(), slog.LevelDebug),
	}
}

// announce prints where everything is.
func (p *program) announce(web net.Addr) {
	slog.Info("serving", "http", web.String(), "ssh", p.config.SSHAddr, "version", version)
	fmt.Printf("\n  Portico          %s\n  Playground       %s/playground/\n  git remote       %s\n",
		p.config.base, p.config.base, p.config.gitRemote("APP"))
	if p.config.Sandbox {
		fmt.Printf("  Mailbox          %s/dev/mail\n  Demo sign-in     %s / %s\n", p.config.base, sandbox.DemoUsername, sandbox.DemoPassword)
	}
	fmt.Println()
}

// setLog sets up the program's log: for people in a terminal, JSON for machines.
func setLog(c *Config) {
	level := slog.LevelInfo
	if c.LogDebug {
		level = slog.LevelDebug
	}
	slog.SetDefault(slog.New(request.Logged(logHandler(c.LogJSON, level))))
}

func logHandler(json bool, level slog.Level) slog.Handler {
	if json {
		return slog.NewJSONHandler(os.Stderr, &slog.HandlerOptions{Level: level})
	}
	return tint.NewTextHandler(os.Stderr, &tint.Options{Level: level, TimeFormat: time.TimeOnly})
}

type migrateCommand struct{ Storage }

// Run applies the migrations.
func (m migrateCommand) Run(ctx context.Context) error {
	c := &m.Storage
	if err := c.check(); err != nil {
		return err
	}
	if err := os.MkdirAll(c.Data, 0o700); err != nil {
		return fmt.Errorf("PORTICO_DATA: %w", err)
	}
	n, err := store.Migrate(ctx, c.DatabaseURL)
	if err != nil {
		return fmt.Errorf("PORTICO_DATABASE_URL: %w", err)
	}
	fmt.Printf("%d migrations applied\n", n)
	return nil
}
