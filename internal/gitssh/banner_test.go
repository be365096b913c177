package gitssh_test

import (
	"strings"
	"testing"
)

const addIt = "Add it: https://portico.test/ssh-keys"

func TestPermissionDeniedSaysWhatToDo(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	stranger := w.stranger("kim", "-t", "ed25519")
	weak := w.stranger("weak", "-t", "rsa", "-b", "2048")
	for name, c := range map[string]struct {
		by      person
		options []string
		want    string
	}{
		"an unknown key":    {stranger, nil, "Portico doesn't know the key " + stranger.Fingerprint + ". " + addIt},
		"a weak key":        {weak, nil, "RSA"},
		"a user by mistake": {w.jane, []string{"-l", "jane"}, "Sign in as the user git, as in ssh://git@HOST/APP.git."},
	} {
		status, said := w.fails(w.ssh(c.by, append(c.options, "-T")))
		if status != 255 || !strings.Contains(said, c.want) || !strings.Contains(said, "Permission denied (publickey).") {
			t.Errorf("%s: status %d, %q", name, status, said)
		}
	}
	if said := w.must(w.ssh(w.jane, []string{"-T"})); strings.Count(said, "\n") != 1 {
		t.Errorf("a key that is known: %q", said)
	}
}

// An agent offers keys of other places first. That is said once, and not with
// each push.
func TestAKeyThatAKnownOneFollowsNeedsNoAdvice(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	work := w.stranger("work", "-t", "ed25519")
	others := []string{"-T", "-i", w.stranger("home", "-t", "ed25519").key, "-i", w.jane.key}
	for _, want := range []int{1, 0} {
		said := w.must(w.ssh(work, others))
		if n := strings.Count(said, addIt); n != want || !strings.Contains(said, "Hi jane!") {
			t.Errorf("advised %d times, want %d: %q", n, want, said)
		}
	}
}
