package gitssh

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"portico/internal/gitrepo"
)

// waiting is a push in progress, in up to six files of the spool: .json says who pushes
// to what, the hooks note in .asked and .done what changes, and .tries has a byte for
// each attempt to record it; only the hooks use .sent and .unsent. Every process that
// works on the push locks the first file, so anyone who gets the lock knows that nobody
// else does anymore.
type waiting struct {
	base string // path of the files without their extensions
	file *os.File
	push Push
}

// prepare creates the folders, and finds git.
func (s *Server) prepare() error {
	if err := s.Repositories.Prepare(); err != nil {
		return err
	}
	s.preparing.Lock()
	defer s.preparing.Unlock()
	if s.spoolDir != "" {
		return nil
	}
	dir, err := filepath.Abs(s.Spool)
	if err == nil {
		err = os.MkdirAll(filepath.Join(dir, "failed"), 0o700)
	}
	if err != nil {
		return fmt.Errorf("prepare spool: %w", err)
	}
	s.spoolDir = dir
	return nil
}

// spool notes a push before it starts. The note may outlive the account, so it
// identifies the pusher by ID only.
func (s *Server) spool(push Push) (*waiting, error) {
	base := filepath.Join(s.spoolDir, push.ID.String())
	s.spooling.Lock()
	defer s.spooling.Unlock()
	file, err := os.OpenFile(base+".json.new", os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return nil, fmt.Errorf("note push: %w", err)
	}
	w := &waiting{base: base, file: file, push: push}
	push.Identity = Identity{AccountID: push.Identity.AccountID, KeyID: push.Identity.KeyID}
	err = errors.Join(lock(file), json.NewEncoder(file).Encode(push), file.Sync())
	if err == nil {
		err = os.Rename(base+".json.new", base+".json")
	}
	if err != nil {
		w.close()
		return nil, fmt.Errorf("note push: %w", errors.Join(err, os.Remove(file.Name())))
	}
	return w, nil
}

func (w *waiting) close() { _ = w.file.Close() }

// remove deletes the push.
func (w *waiting) remove() error {
	var failed []error
	for _, ending := range append([]string{".asked.new", ".done.new", gitrepo.Sent, gitrepo.Unsent}, endings...) {
		if err := os.Remove(w.base + ending); err != nil && !errors.Is(err, fs.ErrNotExist) {
			failed = append(failed, err)
		}
	}
	return errors.Join(failed...)
}

// endings are the extensions of a push's files. The one that marks its existence goes
// last.
var endings = []string{".asked", ".done", ".tries", ".json"}

// Recover records the pushes whose recording was interrupted by a crash or a fault. It
// leaves alone those that are still running, and gives up those that fail again and
// again. Serve calls it once it listens, and periodically.
func (s *Server) Recover(ctx context.Context) error {
	if err := s.prepare(); err != nil {
		return err
	}
	s.recovering.Lock()
	defer s.recovering.Unlock()
	if err := s.sweep(); err != nil {
		return fmt.Errorf("sweep spool: %w", err)
	}
	found, err := filepath.Glob(filepath.Join(s.spoolDir, "*.json"))
	if err != nil {
		return fmt.Errorf("read spool: %w", err)
	}
	var failed []error
	for _, path := range found {
		if err := s.recover(ctx, path); err != nil {
			failed = append(failed, fmt.Errorf("recover push %s: %w", filepath.Base(path), err))
		}
	}
	return errors.Join(failed...)
}

// sweep removes notes that a crash left unfinished: their push never started.
func (s *Server) sweep() error {
	s.spooling.Lock()
	defer s.spooling.Unlock()
	found, err := filepath.Glob(filepath.Join(s.spoolDir, "*.json.new"))
	for _, path := range found {
		err = errors.Join(err, os.Remove(path))
	}
	return err
}

func (s *Server) recover(ctx context.Context, path string) error {
	w, err := claim(path)
	if w == nil {
		return err
	}
	defer w.close()
	limits, tries := s.Limits.orDefaults(), w.tries()
	switch {
	case err != nil || tries >= limits.Tries:
		return s.setAside(ctx, w, tries)
	case s.Now().Before(w.due(tries, limits.Retry)):
		return nil
	}
	ctx, cancel := context.WithTimeout(ctx, recording)
	defer cancel()
	push, err := s.record(ctx, w)
	if err == nil && len(push.Updates) > 0 {
		s.Log.InfoContext(ctx, "recovered push", "push", push.ID, "app", push.Repository.ID)
	}
	return err
}

// claim takes a push that nobody is working on, or returns nil. If the push can't be
// read, it is returned with an error.
func claim(path string) (*waiting, error) {
	file, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	w := &waiting{base: strings.TrimSuffix(path, ".json"), file: file}
	if err := lock(file); err != nil {
		w.close()
		if errors.Is(err, syscall.EWOULDBLOCK) {
			err = nil
		}
		return nil, err
	}
	if _, err := os.Stat(path); err != nil { // it was just recorded
		w.close()
		return nil, nil
	}
	return w, json.NewDecoder(file).Decode(&w.push)
}

// lock doesn't wait. The lock ends with the last process that has the file open.
func lock(file *os.File) error {
	return syscall.Flock(int(file.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
}
