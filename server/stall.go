package main

import (
	"net/http"
	"slices"
	"sync"
	"time"
)

const (
	// stallTimeout is how long a client may take to read the next part of an answer.
	stallTimeout = 10 * time.Second
	answerPart   = 32 << 10
)

// dropStalled gives up on clients that don't read what they asked for, which would
// otherwise stay in memory for as long as they like. The deadline moves with each
// part, so a slow client gets even a large export (R76).
func dropStalled(next http.Handler, now func() time.Time, timeout time.Duration) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		next.ServeHTTP(&movingDeadline{ResponseWriter: w, next: func() time.Time { return now().Add(timeout) }}, r)
	})
}

// A MovingDeadline moves the deadline before each write, until somebody sets it to a
// fixed time. Hijacked connections keep their own.
type movingDeadline struct {
	http.ResponseWriter
	next func() time.Time

	mu    sync.Mutex
	fixed bool
}

// Unwrap is for http.ResponseController.
func (w *movingDeadline) Unwrap() http.ResponseWriter { return w.ResponseWriter }

// SetWriteDeadline is for http.ResponseController.
func (w *movingDeadline) SetWriteDeadline(at time.Time) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.fixed = true
	return http.NewResponseController(w.ResponseWriter).SetWriteDeadline(at)
}

func (w *movingDeadline) move() {
	w.mu.Lock()
	defer w.mu.Unlock()
	if !w.fixed {
		// Only a test's recorder has no deadline.
		_ = http.NewResponseController(w.ResponseWriter).SetWriteDeadline(w.next())
	}
}

func (w *movingDeadline) WriteHeader(status int) {
	w.move()
	w.ResponseWriter.WriteHeader(status)
}

func (w *movingDeadline) Write(p []byte) (int, error) {
	written := 0
	for part := range slices.Chunk(p, answerPart) {
		w.move()
		n, err := w.ResponseWriter.Write(part)
		written += n
		if err != nil {
			return written, err
		}
	}
	return written, nil
}
