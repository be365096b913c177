package gitssh_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"portico/internal/gitssh"
)

// asks sends a list of changes as it stands, with a pack behind it, and returns
// what the client is told.
func (w *world) asks(p person, content []byte, list ...string) string {
	w.t.Helper()
	var input strings.Builder
	for _, line := range list {
		fmt.Fprintf(&input, "%04x%s", len(line)+4, line)
	}
	return w.receivePack(p, strings.NewReader(input.String()+"0000"+string(content)))
}

// Git takes a list inside a certificate, although it offers none: what it holds
// would be neither counted nor weighed.
func TestR45_AListInACertificateIsRefused(t *testing.T) {
	t.Parallel()
	w := newWorld(t, func(s *gitssh.Server) { s.Limits.Branches = 1 })
	p, commit := bomb(t, 10)
	var changes strings.Builder
	for _, name := range []string{"a", "b", "c"} {
		fmt.Fprintf(&changes, "%040d %s refs/heads/%s\n", 0, commit, name)
	}
	said := w.asks(w.jane, p.bytes(), "push-cert\x00report-status side-band-64k",
		"certificate version 0.1\npusher jane 1700000000 +0000\n\n"+changes.String()+
			"-----BEGIN PGP SIGNATURE-----\n\nx\n-----END PGP SIGNATURE-----\n", "push-cert-end\n")
	if !strings.Contains(said, "doesn't understand this push") || w.stored(w.demo, "refs/heads/a") != "" {
		t.Errorf("git says %q", said)
	}
	until(t, "the refusal is recorded", func() bool { return slices.Equal(w.known.refusedFor(), []gitssh.Reason{gitssh.Refused}) })
}

// Git takes every space but ASCII's in the name of a branch.
func TestR45_ABranchWithASpaceIsABranch(t *testing.T) {
	t.Parallel()
	w := newWorld(t, func(s *gitssh.Server) { s.Limits.Branches = 2 })
	dir := w.work(w.jane)
	w.must(w.git(w.jane, dir, "push", "origin", "HEAD:refs/heads/a\u00a0b", "HEAD:refs/heads/a\u3000b"))
	if got := w.known.recorded(); len(got) != 1 || len(got[0].Updates) != 2 || got[0].Updates[0].Ref != "refs/heads/a\u00a0b" {
		t.Errorf("recorded %+v", got)
	}
	_, said := w.fails(w.git(w.jane, dir, "push", "origin", "HEAD:refs/heads/c\u00a0", "HEAD:refs/heads/d\u2028d", "HEAD:refs/heads/e\u0085"))
	if !strings.Contains(said, "moves 3 branches") {
		t.Errorf("git says %q", said)
	}
}

// A database takes neither all bytes nor names of any length.
func TestR45_WhatCannotBeRecordedIsRefused(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	p, commit := bomb(t, 10)
	for ref, taken := range map[string]bool{
		"refs/heads/caf\xe9":                     false,
		"refs/tags/caf\xe9":                      true,
		"refs/heads/" + strings.Repeat("x", 244): true,
		"refs/heads/" + strings.Repeat("x", 245): false,
		"refs/tags/" + strings.Repeat("a/", 200): false,
	} {
		said := w.pushes(w.jane, p.bytes(), commit, ref)
		if (w.stored(w.demo, ref) != "") != taken || strings.Contains(said, "up to 255 bytes") == taken {
			t.Errorf("%q: git says %q", ref, said)
		}
	}
}

// Refs are files, in folders: they take room as well.
func TestR47_RefsCountAgainstTheQuota(t *testing.T) {
	t.Parallel()
	w := newWorld(t, func(s *gitssh.Server) { s.Repositories.Quota.App = 4 << 20 })
	w.pushed()
	commit := w.stored(w.demo, "refs/heads/main")
	var list []string
	for i := range 20 {
		list = append(list, fmt.Sprintf("%040d %s refs/tags/%d/%sv", 0, commit, i, strings.Repeat("a/", 110)))
	}
	list[0] += "\x00report-status side-band-64k"
	said := w.asks(w.jane, (&pack{t: t}).bytes(), list...)
	if !strings.Contains(said, "of at most 4.0 MiB") || w.stored(w.demo, "refs/tags/0/"+strings.Repeat("a/", 110)+"v") != "" {
		t.Errorf("git says %q", said)
	}
}
