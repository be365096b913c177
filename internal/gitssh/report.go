package gitssh

import (
	"bytes"
	"errors"
	"slices"
	"strconv"
	"strings"
)

// packets parses a stream of pkt-lines (gitprotocol-common). It only watches: when it
// doesn't understand something, it stops looking.
type packets struct {
	each func(body []byte, flush bool)

	head   [4]byte
	have   int
	left   int
	body   []byte
	broken bool
}

// feed parses p and returns the rest.
func (k *packets) feed(p []byte) (rest []byte) {
	for len(p) > 0 && !k.broken {
		if k.left > 0 {
			p = k.take(p)
			continue
		}
		n := copy(k.head[k.have:], p)
		k.have += n
		p = p[n:]
		if k.have == len(k.head) {
			k.length()
		}
	}
	return p
}

func (k *packets) take(p []byte) []byte {
	n := min(len(p), k.left)
	k.body = append(k.body, p[:n]...)
	if k.left -= n; k.left == 0 {
		k.each(k.body, false)
	}
	return p[n:]
}

func (k *packets) length() {
	k.have = 0
	size, err := strconv.ParseUint(string(k.head[:]), 16, 16)
	if err != nil {
		k.broken = true
	}
	k.left, k.body = max(0, int(size)-len(k.head)), k.body[:0]
	if !k.broken && k.left == 0 {
		k.each(nil, size == 0)
	}
}

// report watches git's answer to a push: after the advertised branches, the status of
// the pack and of each branch (gitprotocol-pack, report-status), on the first band if
// there are bands, and git's messages on the second.
type report struct {
	outer, inner *packets
	listed       bool
	unpack       string
	taken, lost  int
	hidden       bool // a requested ref is neither branch nor tag
	words        []byte
}

// wordsKept is how much of the end of git's messages is kept.
const wordsKept = 16 << 10

func (r *report) Write(p []byte) (int, error) {
	if r.outer == nil {
		r.outer = &packets{each: r.packet}
		r.inner = &packets{each: func(body []byte, _ bool) { r.line(string(body)) }}
	}
	r.outer.feed(p)
	return len(p), nil
}

func (r *report) packet(body []byte, flush bool) {
	switch {
	case !r.listed:
		r.listed = flush
	case len(body) == 0:
	case body[0] == 1:
		r.inner.feed(body[1:])
	case body[0] == 2 || body[0] == 3:
		r.words = append(r.words, body[1:]...)
		r.words = r.words[max(0, len(r.words)-wordsKept):]
	default:
		r.line(string(body))
	}
}

func (r *report) line(text string) {
	word, rest, _ := strings.Cut(strings.TrimSpace(text), " ")
	switch word {
	case "unpack":
		r.unpack = rest
	case "ok":
		r.taken++
	case "ng":
		r.lost++
		r.hidden = r.hidden || strings.HasSuffix(rest, " deny updating a hidden ref")
	}
}

// reason returns why git took nothing of the push, or "" if it took some, had nothing
// to do, or was cut short by the client.
func (r *report) reason(result outcome) Reason {
	var stopped *Denial
	switch {
	case errors.As(result.err, &stopped):
		return stopped.Reason
	case result.err != nil, r.taken > 0, r.lost == 0 && r.unpack == "":
		return ""
	case r.says("exceeds maximum allowed size", tooMuchMemory, tooLargeObject):
		return TooLarge
	case r.unpack != "ok" && r.says("fsck error"):
		return InvalidObjects
	case r.unpack != "ok" || r.lost > 0:
		return Refused
	}
	return ""
}

const (
	// tooMuchMemory is git's message when the limits allow no more.
	tooMuchMemory = "Out of memory, malloc failed"
	// tooLargeObject is our hook's message.
	tooLargeObject = "are accepted."
)

func (r *report) says(any ...string) bool {
	return slices.ContainsFunc(any, func(text string) bool { return bytes.Contains(r.words, []byte(text)) })
}

// advice maps git's messages to ours.
func (r *report) advice() string {
	switch {
	case r.says(tooMuchMemory):
		return "Portico: something in this push is too large when it is unpacked. Leave large files out of the repository."
	case r.hidden:
		return "Portico: branches (refs/heads/) and tags (refs/tags/) are accepted, other refs are not."
	}
	return ""
}
