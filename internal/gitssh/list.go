package gitssh

import (
	"fmt"
	"io"
	"strings"
)

// list watches what a client asks for at the beginning of a push, and fails
// before git has heard the end of it when that is more than we take: git keeps
// all of it in memory, and each branch is a deployment.
type list struct {
	size, limit     int // in bytes
	moved, branches int // branches that are made or moved, and the limit
	added           bool
	ended           bool
	denied          *Denial
	lines           *packets
	// room refuses so many more bytes where there is no room for them.
	room func(bytes int64) *Denial
}

func (c *call) list(room func(int64) *Denial) *list {
	l := &list{limit: commandList, branches: c.server.Limits.orDefaults().Branches, room: room}
	l.lines = &packets{each: l.line}
	return l
}

func (l *list) Write(p []byte) (int, error) {
	if !l.ended {
		l.lines.feed(p)
	}
	// Who only removes something sends no pack, and may where nothing fits.
	if l.ended && l.added && l.denied == nil {
		l.denied = l.room(int64(len(p)))
	}
	if l.denied != nil {
		return 0, l.denied
	}
	return len(p), nil
}

// line looks at one line of the list: old and new commit and the ref, the first
// time with the client's abilities behind a NUL.
func (l *list) line(body []byte, flush bool) {
	if l.ended {
		return
	}
	l.size += len(body) + 4
	text, _, _ := strings.Cut(string(body), "\x00")
	if f := strings.Fields(text); len(f) == 3 && strings.Trim(f[1], "0") != "" {
		l.added = true
		if strings.HasPrefix(f[2], branches) {
			l.moved++
		}
	}
	l.ended = flush
	switch {
	case l.size > l.limit && !flush:
		l.denied = errInput
	case l.moved > l.branches && flush:
		l.denied = tooManyBranches(l.moved, l.branches)
	}
}

func tooManyBranches(moved, limit int) *Denial {
	return &Denial{Reason: TooManyBranches, Text: fmt.Sprintf(
		"This push creates or moves %d branches; Portico accepts %d at once. Push them in groups, for example with git push origin 'refs/heads/a*'.", moved, limit)}
}

// watched passes on what is read unless the watcher fails at it.
type watched struct {
	from io.Reader
	by   io.Writer
}

func (w watched) Read(p []byte) (int, error) {
	n, err := w.from.Read(p)
	if _, denied := w.by.Write(p[:n]); denied != nil {
		return 0, denied
	}
	return n, err
}
