package auth_test

import (
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"portico/internal/passwords"
	"portico/internal/problem"
	"portico/internal/testkit"
)

func TestHashesMatchTheirPasswordAlone(t *testing.T) {
	t.Parallel()
	p, ctx := testkit.CheapPasswords(), t.Context()
	a, err := p.Hash(ctx, "correct horse battery")
	testkit.Must(t, a, err)
	b, err := p.Hash(ctx, "correct horse battery")
	testkit.Must(t, b, err)
	if a == b || !strings.HasPrefix(a, "$argon2id$v=19$m=8,t=1,p=1$") || strings.Contains(a, "horse") {
		t.Errorf("%s, %s", a, b)
	}
	for _, c := range []struct {
		password, phc string
		want          bool
	}{
		{"correct horse battery", a, true},
		{"correct horse battery", b, true},
		{"Correct horse battery", a, false},
		{"correct horse batter", a, false},
		{"correct horse battery ", a, false},
		{"correct horse battery\x00", a, false},
		{"", a, false},
		{"", "", false},
		{"correct horse battery", "", false},
		{strings.Repeat("a", 100_000), a, false},
	} {
		if got, err := p.Matches(ctx, c.password, c.phc); got != c.want || err != nil {
			t.Errorf("%.30q: %v, %v", c.password, got, err)
		}
	}
}

func TestParametersOfStoredHashes(t *testing.T) {
	t.Parallel()
	salt, key := base64.RawStdEncoding.EncodeToString(make([]byte, 16)), base64.RawStdEncoding.EncodeToString(make([]byte, 32))
	phc := func(params string) string { return "$argon2id$v=19$" + params + "$" + salt + "$" + key }
	for _, c := range []struct {
		phc string
		ok  bool
	}{
		{phc("m=65536,t=2,p=1"), true},
		{phc("m=1048576,t=10,p=16"), true},
		{phc("m=8,t=1,p=1"), true},
		{phc("m=1048577,t=2,p=1"), false},
		{phc("m=65536,t=11,p=1"), false},
		{phc("m=65536,t=2,p=17"), false},
		{phc("m=65536,t=2,p=257"), false},
		{phc("m=7,t=2,p=1"), false},
		{phc("m=65536,t=0,p=1"), false},
		{phc("m=65536,t=2,p=0"), false},
		{phc("m=-65536,t=2,p=1"), false},
		{phc("m=4294967297,t=2,p=1"), false},
		{phc("m=65536,t=2,p=1,x=1"), false},
		{phc("m=65536,t=2,p=1 "), false},
		{phc("t=2,m=65536,p=1"), false},
		{strings.Replace(phc("m=8,t=1,p=1"), "v=19", "v=16", 1), false},
		{strings.Replace(phc("m=8,t=1,p=1"), "argon2id", "argon2i", 1), false},
		{phc("m=8,t=1,p=1") + "$", false},
		{phc("m=8,t=1,p=1") + "AA", false},
		{"$argon2id$v=19$m=8,t=1,p=1$" + salt + "$", false},
		{"$argon2id$v=19$m=8,t=1,p=1$?$" + key, false},
		{"$argon2id$v=19$m=8,t=1,p=1$$" + key, false},
		{"$2a$10$abc", false},
		{"plain", false},
	} {
		_, _, _, err := passwords.ParsePHC(c.phc)
		if (err == nil) != c.ok {
			t.Errorf("%s: %v", c.phc, err)
		}
		if err != nil && (strings.Contains(err.Error(), salt) || strings.Contains(err.Error(), key)) {
			t.Errorf("the hash is in the error: %v", err)
		}
	}
}

func FuzzPHC(f *testing.F) {
	p := testkit.CheapPasswords()
	good, err := p.Hash(f.Context(), "correct horse battery")
	f.Add(testkit.Must(f, good, err))
	f.Add("$argon2id$v=19$m=1048576,t=10,p=16$AAAA$AAAA")
	f.Add("$argon2id$v=19$m=8,t=1,p=1$$")
	f.Fuzz(func(t *testing.T, phc string) {
		how, salt, key, err := passwords.ParsePHC(phc)
		if err != nil {
			return
		}
		memory, time, threads := how.Memory, how.Time, how.Threads
		if memory < 8 || memory > 1<<20 || time < 1 || time > 10 || threads < 1 || threads > 16 || len(key) != 32 || len(salt) == 0 {
			t.Errorf("%q costs m=%d t=%d p=%d", phc, memory, time, threads)
		}
		b64 := base64.RawStdEncoding
		if again := fmt.Sprintf("$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s", memory, time, threads, b64.EncodeToString(salt), b64.EncodeToString(key)); again != phc {
			t.Errorf("%q is another writing of %q", phc, again)
		}
	})
}

func TestOutdated(t *testing.T) {
	t.Parallel()
	old, now := testkit.CheapPasswords(), testkit.CheapPasswords()
	now.Time = 2
	phc, err := old.Hash(t.Context(), "correct horse battery")
	testkit.Must(t, phc, err)
	if old.Outdated(phc) || !now.Outdated(phc) || !now.Outdated("rubbish") {
		t.Error("which parameters are outdated is told wrongly")
	}
	if ok, err := now.Matches(t.Context(), "correct horse battery", phc); !ok || err != nil {
		t.Errorf("the old hash is of no use: %v", err)
	}
}

// When all slots and the queue are full, others are told so at once; who waits
// can give up.
func TestR15_ABusyQueueIsRefused(t *testing.T) {
	t.Parallel()
	p := &passwords.Hasher{Memory: 8, Time: 1, Threads: 1, Slots: make(chan struct{}, 1), Queue: &passwords.HashQueue{Places: 1}}
	p.Slots <- struct{}{} // somebody hashes
	given, cancel := context.WithCancel(t.Context())
	waits := make(chan error)
	go func() { _, err := p.Hash(given, "x"); waits <- err }()
	for p.Queue.Waiting() < 1 {
		select {
		case err := <-waits:
			t.Fatalf("it did not wait: %v", err)
		default:
		}
	}
	for name, fn := range map[string]func() error{
		"hash":    func() error { _, err := p.Hash(t.Context(), "x"); return err },
		"nobody":  func() error { _, err := p.Matches(t.Context(), "x", ""); return err },
		"compare": func() error { _, err := p.Matches(t.Context(), "x", someHash(t)); return err },
	} {
		var r *problem.Refusal
		if err := fn(); !errors.As(err, &r) || r.Reason != problem.RateLimited || r.After != 2*time.Second {
			t.Errorf("%s: %v", name, err)
		}
	}
	cancel()
	if err := <-waits; !errors.Is(err, context.Canceled) {
		t.Errorf("who gave up got %v", err)
	}
	<-p.Slots
	if _, err := p.Hash(t.Context(), "x"); err != nil || len(p.Slots)+p.Queue.Waiting() != 0 {
		t.Errorf("afterwards: %v, %d slots and %d places taken", err, len(p.Slots), p.Queue.Waiting())
	}
}

func someHash(t *testing.T) string {
	t.Helper()
	phc, err := testkit.CheapPasswords().Hash(t.Context(), "x")
	return testkit.Must(t, phc, err)
}

func TestStrongPasswordsAreStrong(t *testing.T) {
	t.Parallel()
	p := passwords.Strong(3)
	if p.Memory != 64<<10 || p.Time != 2 || p.Threads != 1 || cap(p.Slots) != 3 ||
		p.Queue.Places != 36 || p.Queue.Reserved != 12 || p.Queue.PerNetwork != 12 || p.Queue.PerSubject != 4 {
		t.Errorf("%+v, %+v", p, p.Queue)
	}
}
