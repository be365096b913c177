package gitssh

import (
	"encoding/binary"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/dustin/go-humanize"

	"portico/internal/gitrepo"
)

// list watches what a client requests at the start of a push, and fails before git has
// read all of it if it exceeds a limit: git keeps all of it in memory, and each branch
// is a deployment.
type list struct {
	size, limit     int // in bytes
	moved, branches int // branches that are made or moved, and the limit
	changed, most   int // refs that are made, moved, or deleted, and the limit
	added           bool
	refs            int64 // bytes on disk that the added refs take
	ended           bool
	denied          *Denial
	lines           *packets
	// room refuses bytes for which there is no space.
	room func(bytes int64) *Denial
	// paced refuses to move so many branches, and refs of any kind, now.
	paced func(branches, refs int) *Denial
	// sent is called with the number of objects in the pack, before git reads it.
	sent   func(objects uint32)
	header []byte // of the pack, as far as it has come
}

func (c *call) list(room func(int64) *Denial) *list {
	limits := c.server.Limits.orDefaults()
	l := &list{limit: commandList, branches: limits.Branches, most: limits.RefsPerHour, room: room, paced: c.paced}
	l.lines = &packets{each: l.line}
	return l
}

func (l *list) Write(p []byte) (int, error) {
	rest := p
	if !l.ended {
		rest = l.lines.feed(p)
	}
	if l.ended {
		l.pack(rest)
	}
	// A push that only removes something sends no pack, and is allowed when nothing
	// fits.
	if l.ended && l.added && l.denied == nil {
		l.denied = l.room(int64(len(p)))
	}
	if l.denied != nil {
		return 0, l.denied
	}
	return len(p), nil
}

// line checks one line of the list: old and new commit and the ref, in the first line
// with the client's capabilities after a NUL.
func (l *list) line(body []byte, flush bool) {
	if l.ended || l.denied != nil {
		return
	}
	l.size += len(body) + 4
	text, _, _ := strings.Cut(string(body), "\x00")
	switch l.ended = flush; {
	case flush:
		l.lines.broken = true // the pack follows
		l.denied = l.whole()
	case l.size > l.limit:
		l.denied = errInput
	case !strings.HasPrefix(text, "shallow "):
		l.denied = l.change(strings.TrimSuffix(text, "\n"))
	}
}

// packHeader is the size of a pack's header: PACK, its version, and its number of
// objects (gitformat-pack).
const packHeader = 12

// pack reads the header of the pack.
func (l *list) pack(p []byte) {
	if len(l.header) == packHeader {
		return
	}
	l.header = append(l.header, p[:min(len(p), packHeader-len(l.header))]...)
	if len(l.header) == packHeader {
		l.sent(binary.BigEndian.Uint32(l.header[8:]))
	}
}

// change counts one change. Anything else is refused: git also accepts a whole list
// inside a certificate (push-cert), which nobody would have counted.
func (l *list) change(text string) *Denial {
	c, ok := gitrepo.ParseChange(text)
	l.changed++
	switch {
	case !ok:
		return errNotUnderstood
	case c.Removes():
		return nil
	case len(c.Ref) > refLength, c.Branch() && !utf8.ValidString(c.Ref):
		return errRefName
	case c.Branch():
		l.moved++
	}
	l.added = true
	l.refs += gitrepo.Unit * int64(1+strings.Count(c.Ref, "/")) // a file, in a folder for each slash
	return nil
}

// whole checks the list once it has ended.
func (l *list) whole() *Denial {
	switch {
	case l.moved > l.branches:
		return tooManyBranches(l.moved, l.branches)
	case l.changed > l.most:
		return tooManyRefs(l.changed, l.most)
	}
	if denied := l.paced(l.moved, l.changed); denied != nil || !l.added {
		return denied
	}
	return l.room(l.refs)
}

// refLength is the maximum length of a branch or tag name, in bytes.
const refLength = 255

var (
	errNotUnderstood = &Denial{Reason: Refused, Text: "Portico doesn't understand this push. Signed pushes (--signed) are not supported."}
	errRefName       = &Denial{Reason: Refused, Text: fmt.Sprintf(
		"Portico accepts names of branches and tags of up to %d bytes (refs/heads/ included), and branches in UTF-8.", refLength)}
)

func tooManyBranches(moved, limit int) *Denial {
	return &Denial{Reason: TooManyBranches, Text: fmt.Sprintf(
		"This push creates or moves %d branches; Portico accepts %d at once. Push them in groups, for example with git push origin 'refs/heads/a*'.", moved, limit)}
}

func tooManyRefs(changed, limit int) *Denial {
	return &Denial{Reason: Refused, Text: fmt.Sprintf(
		"This push creates, moves, or deletes %s branches and tags; Portico accepts %s an hour. Push them in groups, for example with git push origin 'refs/tags/v1*'.",
		humanize.Comma(int64(changed)), humanize.Comma(int64(limit)))}
}

// watched passes on what is read unless the watcher returns an error.
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
