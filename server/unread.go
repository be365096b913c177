package main

import (
	"context"
	"net/http"
	"slices"
	"sync"
	"time"

	"portico/internal/browser"
	"portico/internal/viewer"
)

// maxUnread is how many unread answers one account, or the guests of one network, may
// have.
const maxUnread = 16

// unread are the answers that clients haven't read to the end, oldest first, by asker.
// An answer of 2 MB that is read just fast enough for dropStalled stays in memory for
// ten minutes, and the rate limit allows many of them.
type unread struct {
	mu sync.Mutex
	of map[string][]*sending
}

// bounded gives up an asker's oldest answer if they have too many. Only clients that
// read slowly have that many, and a new answer isn't refused because of them (R71).
func (u *unread) bounded(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s, done := u.counted(w, readers(r.Context()))
		defer done()
		next.ServeHTTP(s, r)
	})
}

// counted has an answer count, until it is done.
func (u *unread) counted(w http.ResponseWriter, all []reader) (s *sending, done func()) {
	s = &sending{ResponseWriter: w}
	s.begin = func() {
		for _, who := range all {
			u.add(who, s)
		}
	}
	return s, func() {
		for _, who := range all {
			u.remove(who, s)
		}
	}
}

// A reader is who an answer counts for, and how many it may have on their way.
type reader struct {
	name string
	most int
}

func readers(ctx context.Context) (all []reader) {
	if v, ok := viewer.From(ctx); ok {
		return []reader{{"account:" + v.AccountID.String(), maxUnread}}
	}
	for _, n := range browser.NetworksOf(browser.AddressOf(ctx)) {
		all = append(all, reader{"guest:" + n.Name, n.Times * maxUnread})
	}
	return all
}

func (u *unread) add(who reader, s *sending) {
	u.mu.Lock()
	defer u.mu.Unlock()
	if u.of == nil {
		u.of = map[string][]*sending{}
	}
	mine := append(u.of[who.name], s)
	if len(mine) > who.most {
		// It hasn't been removed, so its writer is still valid.
		_ = http.NewResponseController(mine[0].ResponseWriter).SetWriteDeadline(time.Unix(1, 0))
		mine = slices.Delete(mine, 0, 1)
	}
	u.of[who.name] = mine
}

func (u *unread) remove(who reader, s *sending) {
	u.mu.Lock()
	defer u.mu.Unlock()
	u.of[who.name] = slices.DeleteFunc(u.of[who.name], func(o *sending) bool { return o == s })
	if len(u.of[who.name]) == 0 {
		delete(u.of, who.name)
	}
}

// A sending is an answer. It counts from its first byte on: until then it is being
// computed, however long that takes.
type sending struct {
	http.ResponseWriter
	once  sync.Once
	begin func()
}

// Unwrap is for http.ResponseController.
func (s *sending) Unwrap() http.ResponseWriter { return s.ResponseWriter }

func (s *sending) Write(p []byte) (int, error) {
	s.once.Do(s.begin)
	return s.ResponseWriter.Write(p)
}
