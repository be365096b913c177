// Package gitrepo keeps bare Git repositories on disk, one per app, and runs the
// system's git on them: with settings, hooks and bounds of its own that no client
// and no repository can change. It measures quotas, repacks, and removes what a
// crash has left. It knows neither accounts' rights nor SSH. Its invariant:
// whatever a client sends, git runs no program but the hooks, goes nowhere, and
// takes no more than Limits.
package gitrepo

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"sync"
	"syscall"
	"time"

	"github.com/google/uuid"
)

// A Store is the folder of the bare repositories, each named after its app's id.
type Store struct {
	// Root is the folder. Repositories are created in it on first use.
	Root string
	// Git is the git program, looked up in PATH when empty.
	Git    string
	Limits Limits
	Quota  Quota
	// Owned lists all apps of an account, and OwnerOf tells whose an app is by now. They
	// are called if Quota.Account is set.
	Owned   func(ctx context.Context, account uuid.UUID) ([]uuid.UUID, error)
	OwnerOf func(ctx context.Context, app uuid.UUID) (account uuid.UUID, err error)
	Now     func() time.Time

	preparing sync.Mutex
	place     place

	mu     sync.Mutex
	usages map[uuid.UUID]*usage // of running pushes, by app and account
}

// place is where things are, in absolute paths.
type place struct{ root, hooks, git string }

// Prepare creates the folders and the hooks, and finds git.
func (s *Store) Prepare() error {
	s.preparing.Lock()
	defer s.preparing.Unlock()
	if s.place != (place{}) {
		return nil
	}
	root, badRoot := filepath.Abs(s.Root)
	git, badGit := exec.LookPath(cmp.Or(s.Git, "git"))
	if err := errors.Join(badRoot, badGit); err != nil {
		return fmt.Errorf("prepare repositories: %w", err)
	}
	at := place{root: root, hooks: filepath.Join(root, ".hooks"), git: git}
	if err := at.make(hooks(s.Limits.OrDefaults())); err != nil {
		return fmt.Errorf("prepare repositories: %w", err)
	}
	s.place = at
	return nil
}

func (p place) make(hooks map[string]string) error {
	if err := os.MkdirAll(p.hooks, 0o700); err != nil {
		return err
	}
	for name, text := range hooks {
		if err := put(filepath.Join(p.hooks, name), text); err != nil {
			return err
		}
	}
	return nil
}

// put atomically replaces a program that git may be running right now.
func put(path, text string) error {
	if old, err := os.ReadFile(path); err == nil && string(old) == text {
		return os.Chmod(path, 0o500)
	}
	file, err := os.CreateTemp(filepath.Dir(path), ".new-*")
	if err != nil {
		return err
	}
	defer func() { _ = os.Remove(file.Name()) }()
	_, err = file.WriteString(text)
	if err := errors.Join(err, file.Chmod(0o500), file.Close()); err != nil {
		return err
	}
	return os.Rename(file.Name(), path)
}

// Path is the path of an app's repository, which may not exist.
func (s *Store) Path(id uuid.UUID) string { return filepath.Join(s.place.root, id.String()+".git") }

// draft is the name prefix of a repository that is being created.
const draft = ".new-"

// Open returns the path of an app's repository, and creates it if it is missing,
// atomically.
func (s *Store) Open(ctx context.Context, id uuid.UUID) (string, error) {
	path := s.Path(id)
	if _, err := os.Stat(path); err == nil {
		return path, nil
	}
	made := filepath.Join(s.place.root, draft+uuid.NewString())
	defer func() { _ = os.RemoveAll(made) }()
	if err := s.run(ctx, "init", "--quiet", "--bare", "--initial-branch=main", "--template=", made); err != nil {
		return "", fmt.Errorf("make repository: %w", err)
	}
	if err := os.Rename(made, path); err != nil {
		if _, there := os.Stat(path); there != nil {
			return "", fmt.Errorf("make repository: %w", err)
		}
	}
	return path, nil
}

// Command is git with everything that the client must not choose. It is a process group
// of its own. When ctx ends, git is first asked to end, so that it leaves no lock on a
// branch behind.
func (s *Store) Command(ctx context.Context, arguments ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, s.place.git, arguments...)
	cmd.Dir = s.place.root
	cmd.Env = s.environment()
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGTERM) }
	cmd.WaitDelay = Grace
	return cmd
}

// environment is everything that git is told besides its arguments. It takes precedence
// over any configuration in a repository.
func (s *Store) environment() []string {
	env := []string{
		"PATH=" + os.Getenv("PATH"),
		"HOME=" + filepath.Join(s.place.root, ".nobody"),
		"LANG=C",
		"GIT_CONFIG_NOSYSTEM=1",
		"GIT_CONFIG_GLOBAL=/dev/null",
		"GIT_ATTR_NOSYSTEM=1",
		"GIT_TERMINAL_PROMPT=0",
		"GIT_NO_REPLACE_OBJECTS=1", // refs/replace/ must not change anybody's view
	}
	settings := s.settings()
	env = append(env, "GIT_CONFIG_COUNT="+strconv.Itoa(len(settings)))
	for i, pair := range settings {
		n := strconv.Itoa(i)
		env = append(env, "GIT_CONFIG_KEY_"+n+"="+pair[0], "GIT_CONFIG_VALUE_"+n+"="+pair[1])
	}
	return env
}
