package gitssh

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"time"

	"portico/internal/gitrepo"
)

// attempt notes that recording the push starts. The note is on disk first, so that a
// push that brings the server down isn't retried forever.
func (w *waiting) attempt(now time.Time) error {
	file, err := os.OpenFile(w.base+".tries", os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return fmt.Errorf("note attempt: %w", err)
	}
	_, err = file.WriteString(".")
	if err := errors.Join(err, file.Close(), os.Chtimes(file.Name(), now, now)); err != nil {
		return fmt.Errorf("note attempt: %w", err)
	}
	return nil
}

// tries is how many attempts to record the push there were.
func (w *waiting) tries() int {
	note, err := os.Stat(w.base + ".tries")
	if err != nil {
		return 0
	}
	return int(note.Size())
}

// longest is the longest time between two attempts.
const longest = time.Hour

// due returns when the push is retried. The first attempt is when it was pushed, the
// second follows right away, then the wait doubles.
func (w *waiting) due(tries int, wait time.Duration) time.Time {
	note, err := os.Stat(w.base + ".tries")
	if err != nil || tries < 2 {
		return time.Time{}
	}
	for range tries - 2 {
		wait = min(2*wait, longest)
	}
	return note.ModTime().Add(wait)
}

// failed is the folder for pushes that were given up.
func (s *Server) failed() string { return filepath.Join(s.spoolDir, "failed") }

// setAside gives up on a push: its files wait in a separate folder for an operator.
func (s *Server) setAside(ctx context.Context, w *waiting, tries int) error {
	s.Log.ErrorContext(ctx, "gave up recording a push: its branches were moved, but its deployments are missing; "+
		"to try again, move its files back without the one that ends in .tries",
		slog.String("push", filepath.Base(w.base)), slog.String("app", w.push.Repository.ID.String()),
		slog.Int("tries", tries), slog.String("folder", s.failed()))
	for _, ending := range []string{gitrepo.Sent, gitrepo.Unsent} {
		_ = os.Remove(w.base + ending) // of a hook that was cut short
	}
	for _, ending := range endings {
		to := filepath.Join(s.failed(), filepath.Base(w.base)+ending)
		if err := os.Rename(w.base+ending, to); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("set push aside: %w", err)
		}
	}
	return nil
}

// warn logs the pushes that were given up, at each start.
func (s *Server) warn(ctx context.Context) {
	found, _ := filepath.Glob(filepath.Join(s.failed(), "*.json"))
	if len(found) > 0 {
		s.Log.WarnContext(ctx, "there are pushes that could not be recorded", slog.Int("pushes", len(found)), slog.String("folder", s.failed()))
	}
}
