package gitssh

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	osexec "os/exec"
	"path/filepath"
	"strconv"

	"github.com/google/uuid"
)

// place is where things are, in absolute paths.
type place struct{ root, spool, hooks, git string }

// hooks are the only ones that run: a repository's own are never looked at.
// The first notes what is asked before any branch is touched, the second what
// was done; each note appears whole or not at all.
var hooks = map[string]string{
	"pre-receive":  "#!/bin/sh\n" + asking + noting("asked"),
	"post-receive": "#!/bin/sh\n" + noting("done"),
}

func noting(what string) string {
	return `note="$PORTICO_PUSH.` + what + `"
if cat >"$note.new" && mv "$note.new" "$note"; then
	exit 0
fi
echo "Portico cannot take a push right now. Try again in a moment." >&2
exit 1
`
}

// prepare makes the folders and the hooks, and finds git.
func (s *Server) prepare() error {
	s.preparing.Lock()
	defer s.preparing.Unlock()
	if s.place != (place{}) {
		return nil
	}
	root, badRoot := filepath.Abs(s.Root)
	spool, badSpool := filepath.Abs(s.Spool)
	git, badGit := osexec.LookPath(cmp.Or(s.Git, "git"))
	if err := errors.Join(badRoot, badSpool, badGit); err != nil {
		return fmt.Errorf("prepare git over ssh: %w", err)
	}
	at := place{root: root, spool: spool, hooks: filepath.Join(root, ".hooks"), git: git}
	if err := at.make(); err != nil {
		return fmt.Errorf("prepare git over ssh: %w", err)
	}
	s.place = at
	return nil
}

func (p place) make() error {
	for _, dir := range []string{p.root, p.spool, p.hooks} {
		if err := os.MkdirAll(dir, 0o700); err != nil {
			return err
		}
	}
	for name, text := range hooks {
		if err := put(filepath.Join(p.hooks, name), text); err != nil {
			return err
		}
	}
	return nil
}

// put writes a program that git may be running at this moment.
func put(path, text string) error {
	if old, err := os.ReadFile(path); err == nil && string(old) == text {
		return os.Chmod(path, 0o500)
	}
	draft, err := os.CreateTemp(filepath.Dir(path), ".new-*")
	if err != nil {
		return err
	}
	defer func() { _ = os.Remove(draft.Name()) }()
	_, err = draft.WriteString(text)
	if err := errors.Join(err, draft.Chmod(0o500), draft.Close()); err != nil {
		return err
	}
	return os.Rename(draft.Name(), path)
}

// repository is the path of an app's repository.
func (p place) repository(id uuid.UUID) string { return filepath.Join(p.root, id.String()+".git") }

// folder is the path of an app's repository, which is made where it is missing:
// whole, or not at all.
func (s *Server) folder(ctx context.Context, id uuid.UUID) (string, error) {
	path := s.place.repository(id)
	if _, err := os.Stat(path); err == nil {
		return path, nil
	}
	draft := filepath.Join(s.place.root, ".new-"+uuid.NewString())
	defer func() { _ = os.RemoveAll(draft) }()
	if _, err := s.ask(ctx, "", "init", "--quiet", "--bare", "--initial-branch=main", "--template=", draft); err != nil {
		return "", fmt.Errorf("make repository: %w", err)
	}
	if err := os.Rename(draft, path); err != nil {
		if _, there := os.Stat(path); there != nil {
			return "", fmt.Errorf("make repository: %w", err)
		}
	}
	return path, nil
}

// ask runs git for ourselves and returns what it says.
func (s *Server) ask(ctx context.Context, input string, arguments ...string) (string, error) {
	cmd := osexec.CommandContext(ctx, s.place.git, arguments...)
	cmd.Dir = s.place.root
	cmd.Env = s.environment()
	cmd.Stdin = bytes.NewBufferString(input)
	inGroup(cmd)
	out, err := cmd.Output()
	var exit *osexec.ExitError
	if errors.As(err, &exit) {
		return "", fmt.Errorf("git %s: %w: %s", arguments[0], err, bytes.TrimSpace(exit.Stderr))
	}
	return string(out), err
}

// environment is all that git is told beside its arguments. It comes before
// any configuration in a repository.
func (s *Server) environment() []string {
	env := []string{
		"PATH=" + os.Getenv("PATH"),
		"HOME=" + filepath.Join(s.place.root, ".nobody"),
		"LANG=C",
		"GIT_CONFIG_NOSYSTEM=1",
		"GIT_CONFIG_GLOBAL=/dev/null",
		"GIT_ATTR_NOSYSTEM=1",
		"GIT_TERMINAL_PROMPT=0",
	}
	settings := s.settings()
	env = append(env, "GIT_CONFIG_COUNT="+strconv.Itoa(len(settings)))
	for i, pair := range settings {
		n := strconv.Itoa(i)
		env = append(env, "GIT_CONFIG_KEY_"+n+"="+pair[0], "GIT_CONFIG_VALUE_"+n+"="+pair[1])
	}
	return env
}

func (s *Server) settings() [][2]string {
	return [][2]string{
		{"core.hooksPath", s.place.hooks},
		{"core.fsync", "committed,reference"}, // a deployment is recorded for good
		{"transfer.fsckObjects", "true"},
		{"receive.fsckObjects", "true"},
		{"receive.maxInputSize", strconv.FormatInt(s.Limits.orDefaults().Input, 10)},
		{"receive.denyDeleteCurrent", "refuse"},
		{"receive.advertisePushOptions", "false"},
		{"uploadpack.allowFilter", "false"},
		{"uploadpack.allowAnySHA1InWant", "false"},
		{"protocol.allow", "never"}, // git goes nowhere by itself
		// Nothing may go on after the client was answered.
		{"receive.autogc", "false"},
		{"gc.auto", "0"},
		{"maintenance.auto", "false"},
		// One client has one share of the machine.
		{"pack.threads", "1"},
		{"pack.windowMemory", "64m"},
	}
}
