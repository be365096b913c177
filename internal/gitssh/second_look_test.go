package gitssh_test

import (
	"context"
	"net/netip"
	"testing"
	"time"

	"golang.org/x/crypto/ssh"

	"portico/internal/gitssh"
)

// R9: a key that is removed between its look-up and the end of the sign-in, too early
// for Recheck to find the connection, does not keep it.
func TestR9_AKeyRemovedDuringTheSignIn(t *testing.T) {
	t.Parallel()
	var w *world
	w = newWorld(t, func(s *gitssh.Server) {
		identify := s.Identify
		s.Identify = func(ctx context.Context, digest [32]byte, from netip.Addr) (gitssh.Identity, error) {
			who, err := identify(ctx, digest, from)
			w.known.with(func() { delete(w.known.keys, digest) })
			return who, err
		}
	})
	client, err := w.dialWith(w.signer(w.jane))
	if err != nil {
		return // it was over before the client knew
	}
	ended := make(chan struct{})
	go func() { _ = client.Wait(); close(ended) }()
	select {
	case <-ended:
	case <-time.After(10 * time.Second):
		t.Error("the connection stays")
	}
}

// R68: a sign-in by SHA-1 is refused, though the key is known and made the signature.
func TestR68_ASignInBySHA1(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	old := w.person("old", "-t", "rsa", "-b", "3072")
	weak, err := ssh.NewSignerWithAlgorithms(w.signer(old).(ssh.AlgorithmSigner), []string{ssh.KeyAlgoRSA})
	if err != nil {
		t.Fatal(err)
	}
	if client, err := w.dialWith(weak); err == nil {
		_ = client.Close()
		t.Error("signed in by SHA-1")
	}
	w.dial(old)
}
