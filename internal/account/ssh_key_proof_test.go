package account_test

import (
	"context"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha512"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/hiddeco/sshsig"
	"golang.org/x/crypto/ssh"

	"portico/ent"
	"portico/internal/account"
	"portico/internal/page"
	"portico/internal/problem"
	"portico/internal/request"
	"portico/internal/sshkey"
	"portico/internal/testkit"
	"portico/internal/timeline"
	"portico/internal/timeline/bus"
	"portico/internal/viewer"
)

// keyPair makes a key with OpenSSH and returns its public line and how to sign
// with it.
func keyPair(t *testing.T, kind string, more ...string) (line string, sign func(text, namespace string) string) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "key")
	out, err := exec.CommandContext(t.Context(), "ssh-keygen", append([]string{"-q", "-N", "", "-C", "ada@laptop", "-t", kind, "-f", file}, more...)...).CombinedOutput()
	if err != nil {
		t.Fatalf("%v %s", err, out)
	}
	public, err := os.ReadFile(file + ".pub")
	testkit.Must(t, 0, err)
	return string(public), func(text, namespace string) string {
		cmd := exec.CommandContext(t.Context(), "ssh-keygen", "-q", "-Y", "sign", "-n", namespace, "-f", file)
		cmd.Stdin = strings.NewReader(text)
		out, err := cmd.Output()
		return string(testkit.Must(t, out, err))
	}
}

// addKeyPair makes a key and adds its public line to an account.
func addKeyPair(t *testing.T, w *testkit.World, owner context.Context) (key *ent.SSHKey, line string, sign func(text, namespace string) string) {
	t.Helper()
	line, sign = keyPair(t, "ed25519")
	key, err := w.Keys.Add(owner, "laptop", line)
	return testkit.Must(t, key, err), line, sign
}

// prove claims a key for the viewer, with a signature.
func prove(t *testing.T, w *testkit.World, as context.Context, line string, sign func(text, namespace string) string) (*ent.SSHKey, error) {
	t.Helper()
	c, err := w.Keys.Challenge(as, line)
	testkit.Must(t, c, err)
	return w.Keys.Prove(as, account.KeyProof{PublicKey: line, Challenge: c.Text, Signature: sign(c.Text+"\n", c.Namespace)})
}

// R10: a signature by its holder always gets a key, whether another account only
// claims it or was signed in to with it: its holder may have done that unawares.
func TestR10SignatureAlwaysWins(t *testing.T) {
	t.Parallel()
	for _, kind := range [][]string{{"ed25519"}, {"ecdsa", "-b", "384"}, {"rsa", "-b", "3072"}} {
		for name, used := range map[string]bool{"claimed": false, "proven by use": true} {
			w, ada, eve := testkit.WithAccounts(t, "ada", "eve")
			line, sign := keyPair(t, kind[0], kind[1:]...)
			claimed, err := w.Keys.Add(eve, "not mine", line)
			testkit.Must(t, claimed, err)
			if used {
				testkit.Must(t, 0, w.Keys.Used(eve, claimed.ID, "192.0.2.1"))
			}
			if _, err := w.Keys.Add(ada, "laptop", line); wrong(err) != "publicKey SSH_KEY_TAKEN" {
				t.Fatalf("%v", err)
			}
			var told []uuid.UUID
			w.Bus.Listen(bus.Listener{Moved: func(uuid.UUID) {}, RightsChanged: func(id uuid.UUID) { told = append(told, id) }})
			key, err := prove(t, w, request.WithOrigin(ada, request.Origin{Address: "203.0.113.7", Device: "Firefox on Linux"}), line, sign)
			if testkit.Must(t, key, err); key.ProvenAt == nil || key.Name != "ada@laptop" || key.AccountID != viewer.ID(ada) {
				t.Errorf("%s %s: %+v", kind, name, key)
			}
			if !slices.Equal(told, []uuid.UUID{viewer.ID(eve)}) {
				t.Errorf("%s: connections of %v are checked", name, told)
			}
			if h, ok, err := w.Keys.Holder(t.Context(), [32]byte(key.Digest)); err != nil || !ok || h.AccountID != viewer.ID(ada) {
				t.Errorf("%s: the key signs in to %+v, %v", name, h, err)
			}
			if got := w.Timeline(ada, viewer.ID(ada))[0]; got != "ssh_key_added" {
				t.Errorf("ada is told of %s", got)
			}
			wantTold(t, w, eve, key)
			if back, err := prove(t, w, eve, line, sign); err != nil || back.AccountID != viewer.ID(eve) {
				t.Errorf("whoever else holds the private key: %v", err)
			}
		}
	}
}

// wantTold checks what eve is told of the key that she lost: that it is gone and
// why, but not who proved it, from where.
func wantTold(t *testing.T, w *testkit.World, eve context.Context, key *ent.SSHKey) {
	t.Helper()
	c, err := w.Log.Page(eve, viewer.ID(eve), page.Args{}, timeline.Filter{})
	testkit.Must(t, c, err)
	e, ok := c.Edges[0].Node.(*timeline.SSHKeyRemovedEvent)
	if !ok || !e.ProvenElsewhere || e.Name != "not mine" || e.Address != "" || e.Device != "" || e.Actor.Account != nil {
		t.Errorf("eve's timeline begins with %+v", c.Edges[0].Node)
	}
	l := w.Email("eve@example.com")
	text := fmt.Sprint(l.Subject, l.Lines, *l.Button, l.Facts, l.After) // but not where the button lies in memory
	if l.Kind != "ssh_key_lost" || !strings.Contains(text, "not mine") || !strings.Contains(text, sshkey.FingerprintOf(key.Digest)) {
		t.Errorf("eve is told %+v", l)
	}
	text = strings.ReplaceAll(text, sshkey.FingerprintOf(key.Digest), "")
	for _, private := range []string{"ada", "203.0.113.7", "Firefox"} {
		if strings.Contains(text, private) {
			t.Errorf("eve is told of %s: %s", private, text)
		}
	}
}

// R10: "already in use" brings what its holder signs, and reads the same whoever
// has the key.
func TestR10KeyInUseOffersTheProof(t *testing.T) {
	t.Parallel()
	w, ada, eve := testkit.WithAccounts(t, "ada", "eve")
	key, line, sign := addKeyPair(t, w, eve)
	said := map[string]bool{}
	for _, who := range []context.Context{eve, ada} { // her own, and another's
		_, err := w.Keys.Add(who, "laptop", line)
		all, ok := problem.InputsOf(err)
		if !ok {
			t.Fatal(err)
		}
		said[all[0].Error()] = true
		taken := all[0].Detail.(account.KeyTaken)
		if taken.Fingerprint != sshkey.FingerprintOf(key.Digest) || !taken.Challenge.ExpiresAt.After(w.Clock.Now()) {
			t.Errorf("%+v", taken)
		}
		proof := account.KeyProof{PublicKey: line, Challenge: taken.Challenge.Text, Signature: sign(taken.Challenge.Text, taken.Challenge.Namespace)}
		if got, err := w.Keys.Prove(who, proof); err != nil || got.AccountID != viewer.ID(who) {
			t.Errorf("proven with it: %v", err)
		}
	}
	if len(said) != 1 {
		t.Errorf("it reads %v", said)
	}
}

// R10: to prove one's own key changes nothing but that it is proven.
func TestR10OwnKeyIsProvenInItsPlace(t *testing.T) {
	t.Parallel()
	w, ada := testkit.WithAccount(t, "ada")
	key, line, sign := addKeyPair(t, w, ada)
	before := len(w.Timeline(ada, viewer.ID(ada)))
	for range 2 {
		got, err := prove(t, w, ada, line, sign)
		if testkit.Must(t, got, err); got.ID != key.ID || got.Name != "laptop" || got.ProvenAt == nil {
			t.Errorf("%+v", got)
		}
		w.Clock.Move(time.Minute)
	}
	if after := len(w.Timeline(ada, viewer.ID(ada))); after != before {
		t.Errorf("%d events more", after-before)
	}
}

// R10: who has no room for a key takes none.
func TestR10KeyStaysWhereTheWinnerHasNoRoom(t *testing.T) {
	t.Parallel()
	w, ada, eve := testkit.WithAccounts(t, "ada", "eve")
	key, line, sign := addKeyPair(t, w, eve)
	emails := len(w.EmailKinds("eve@example.com"))
	for range 100 {
		one, err := w.Keys.Add(ada, "one", testkit.PublicKey(t))
		testkit.Must(t, one, err)
	}
	if _, err := prove(t, w, ada, line, sign); wrong(err) != " LIMIT_REACHED" {
		t.Errorf("%v", err)
	}
	if still, err := w.DB.SSHKey.Get(eve, key.ID); err != nil || still.Name != "laptop" || len(w.EmailKinds("eve@example.com")) != emails {
		t.Errorf("eve's key: %v", err)
	}
}

// R10: two holders who prove one key at once: one has it, and the other is told
// or may try again.
func TestR10TwoProofsAtOnce(t *testing.T) {
	t.Parallel()
	w, ada, eve := testkit.WithAccounts(t, "ada", "eve")
	_, line, sign := addKeyPair(t, w, eve)
	var wg sync.WaitGroup
	for _, who := range []context.Context{ada, eve, ada, eve, ada, eve} {
		wg.Go(func() {
			if _, err := prove(t, w, who, line, sign); err != nil && wrong(err) != "publicKey SSH_KEY_TAKEN" && !errors.As(err, new(*problem.Refusal)) {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	if n := w.DB.SSHKey.Query().CountX(viewer.AsSystem(t.Context())); n != 1 {
		t.Errorf("%d keys", n)
	}
}

// R10: what proves nothing takes nothing.
func TestR10NothingButASignatureProves(t *testing.T) {
	t.Parallel()
	w, ada, eve := testkit.WithAccounts(t, "ada", "eve")
	key, line, sign := addKeyPair(t, w, ada)
	other, signOther := keyPair(t, "ed25519")
	c, err := w.Keys.Challenge(eve, line)
	testkit.Must(t, c, err)
	adas, err := w.Keys.Challenge(ada, line)
	testkit.Must(t, adas, err)
	ofOther, err := w.Keys.Challenge(eve, other)
	testkit.Must(t, ofOther, err)
	good := sign(c.Text, c.Namespace)
	for name, p := range map[string]account.KeyProof{
		"no signature":           {Challenge: c.Text},
		"rubbish":                {Challenge: c.Text, Signature: "-----BEGIN SSH SIGNATURE-----\nAAAA\n-----END SSH SIGNATURE-----"},
		"another key's":          {Challenge: c.Text, Signature: signOther(c.Text, c.Namespace)},
		"another namespace":      {Challenge: c.Text, Signature: sign(c.Text, "git")},
		"another text":           {Challenge: c.Text, Signature: sign(c.Text+"x", c.Namespace)},
		"with two line ends":     {Challenge: c.Text, Signature: sign(c.Text+"\n\n", c.Namespace)},
		"another account's text": {Challenge: adas.Text, Signature: sign(adas.Text, c.Namespace)},
		"another key's text":     {Challenge: ofOther.Text, Signature: sign(ofOther.Text, c.Namespace)},
		"no text":                {Signature: sign("", c.Namespace)},
		"a text of one's own":    {Challenge: "hello", Signature: sign("hello", c.Namespace)},
	} {
		p.PublicKey, p.Name = line, "mine"
		if _, err := w.Keys.Prove(eve, p); err == nil || strings.Contains(wrong(err), "TAKEN") {
			t.Errorf("%s: %v", name, err)
		}
	}
	w.Clock.Move(16 * time.Minute)
	if _, err := w.Keys.Prove(eve, account.KeyProof{Name: "mine", PublicKey: line, Challenge: c.Text, Signature: good}); wrong(err) != "challenge LINK_INVALID" {
		t.Errorf("too late: %v", err)
	}
	if still, err := w.DB.SSHKey.Get(ada, key.ID); err != nil || still.Name != "laptop" {
		t.Errorf("ada's key: %v", err)
	}
}

// R68: a signature made with SHA-1 proves nothing, though its key made it.
func TestR68_ASHA1SignatureProvesNothing(t *testing.T) {
	t.Parallel()
	private, err := rsa.GenerateKey(rand.Reader, 3072)
	testkit.Must(t, private, err)
	signer, err := ssh.NewSignerFromKey(private)
	testkit.Must(t, signer, err)
	line := string(ssh.MarshalAuthorizedKey(signer.PublicKey()))
	for algorithm, want := range map[string]string{ssh.KeyAlgoRSA: "signature WRONG_CODE", ssh.KeyAlgoRSASHA512: wrong(nil)} {
		w, ada := testkit.WithAccount(t, "ada")
		c, err := w.Keys.Challenge(ada, line)
		testkit.Must(t, c, err)
		proof := account.KeyProof{Name: "laptop", PublicKey: line, Challenge: c.Text, Signature: signedWith(t, signer, algorithm, c.Text, c.Namespace)}
		if _, err := w.Keys.Prove(ada, proof); wrong(err) != want {
			t.Errorf("%s: %v", algorithm, err)
		}
	}
}

// signedWith is a signature as ssh-keygen -Y sign makes it, by an algorithm that it
// does not offer (PROTOCOL.sshsig).
func signedWith(t *testing.T, signer ssh.Signer, algorithm, text, namespace string) string {
	t.Helper()
	hash := sha512.Sum512([]byte(text))
	signed := append([]byte("SSHSIG"), ssh.Marshal(struct{ Namespace, Reserved, Hash, Sum string }{namespace, "", "sha512", string(hash[:])})...)
	made, err := signer.(ssh.AlgorithmSigner).SignWithAlgorithm(rand.Reader, signed, algorithm)
	testkit.Must(t, made, err)
	return string(sshsig.Armor(&sshsig.Signature{
		Version: 1, PublicKey: signer.PublicKey(), Namespace: namespace, HashAlgorithm: sshsig.HashSHA512, Signature: made,
	}))
}
