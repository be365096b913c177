package gitssh

import (
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
type place struct{ root, spool, failed, hooks, git string }

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
	at := place{root: root, spool: spool, failed: filepath.Join(spool, "failed"), hooks: filepath.Join(root, ".hooks"), git: git}
	if err := at.make(hooks(s.Limits.orDefaults())); err != nil {
		return fmt.Errorf("prepare git over ssh: %w", err)
	}
	s.place = at
	return nil
}

func (p place) make(hooks map[string]string) error {
	for _, dir := range []string{p.root, p.failed, p.hooks} {
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

// repository is the path of an app's repository.
func (p place) repository(id uuid.UUID) string { return filepath.Join(p.root, id.String()+".git") }

// draft is how the name of a repository begins that is being made.
const draft = ".new-"

// folder is the path of an app's repository, which is made where it is missing:
// whole, or not at all.
func (s *Server) folder(ctx context.Context, id uuid.UUID) (string, error) {
	path := s.place.repository(id)
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
		"GIT_NO_REPLACE_OBJECTS=1", // refs/replace/ must change nobody's view
	}
	settings := s.settings()
	env = append(env, "GIT_CONFIG_COUNT="+strconv.Itoa(len(settings)))
	for i, pair := range settings {
		n := strconv.Itoa(i)
		env = append(env, "GIT_CONFIG_KEY_"+n+"="+pair[0], "GIT_CONFIG_VALUE_"+n+"="+pair[1])
	}
	return env
}
