package account_test

import (
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha512"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/hiddeco/sshsig"
	"golang.org/x/crypto/ssh"

	"portico/internal/account"
	"portico/internal/problem"
	"portico/internal/testkit"
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

// R10: a claim that was never proven does not stand in the way of whoever holds
// the private half, and a proven key cannot be taken.
func TestR10ClaimYieldsToProof(t *testing.T) {
	t.Parallel()
	for _, kind := range [][]string{{"ed25519"}, {"ecdsa", "-b", "384"}, {"rsa", "-b", "3072"}} {
		w := testkit.New(t)
		ada, eve := w.Account("ada"), w.Account("eve")
		line, sign := keyPair(t, kind[0], kind[1:]...)
		claimed, err := w.Keys.Add(eve, "not mine", line)
		testkit.Must(t, claimed, err)
		if _, err := w.Keys.Add(ada, "laptop", line); wrongOf(err) != "publicKey SSH_KEY_TAKEN" {
			t.Fatalf("%v", err)
		}
		c, err := w.Keys.Challenge(ada, line)
		testkit.Must(t, c, err)
		key, err := w.Keys.Prove(ada, account.KeyProof{PublicKey: line, Challenge: c.Text, Signature: sign(c.Text+"\n", c.Namespace)})
		if testkit.Must(t, key, err); key.ProvenAt == nil || key.Name != "ada@laptop" {
			t.Errorf("%+v", key)
		}
		if got := w.Timeline(eve, viewer.ID(eve))[0]; got != "ssh_key_removed" {
			t.Errorf("eve is told of %s", got)
		}
		if got := w.Timeline(ada, viewer.ID(ada))[0]; got != "ssh_key_added" {
			t.Errorf("ada is told of %s", got)
		}
		c, err = w.Keys.Challenge(eve, line)
		testkit.Must(t, c, err)
		_, err = w.Keys.Prove(eve, account.KeyProof{Name: "x", PublicKey: line, Challenge: c.Text, Signature: sign(c.Text, c.Namespace)})
		if wrongOf(err) != "publicKey SSH_KEY_TAKEN" {
			t.Errorf("a proven key is taken: %v", err)
		}
	}
}

// R10: what proves nothing takes nothing.
func TestR10NothingButASignatureProves(t *testing.T) {
	t.Parallel()
	w := testkit.New(t)
	ada, eve := w.Account("ada"), w.Account("eve")
	line, sign := keyPair(t, "ed25519")
	other, signOther := keyPair(t, "ed25519")
	key, err := w.Keys.Add(ada, "laptop", line)
	testkit.Must(t, key, err)
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
		if _, err := w.Keys.Prove(eve, p); err == nil || strings.Contains(wrongOf(err), "TAKEN") {
			t.Errorf("%s: %v", name, err)
		}
	}
	w.Clock.Move(16 * time.Minute)
	if _, err := w.Keys.Prove(eve, account.KeyProof{Name: "mine", PublicKey: line, Challenge: c.Text, Signature: good}); wrongOf(err) != "challenge LINK_INVALID" {
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
	for algorithm, want := range map[string]string{ssh.KeyAlgoRSA: "signature WRONG_CODE", ssh.KeyAlgoRSASHA512: wrongOf(nil)} {
		w := testkit.New(t)
		ada := w.Account("ada")
		c, err := w.Keys.Challenge(ada, line)
		testkit.Must(t, c, err)
		proof := account.KeyProof{Name: "laptop", PublicKey: line, Challenge: c.Text, Signature: signedWith(t, signer, algorithm, c.Text, c.Namespace)}
		if _, err := w.Keys.Prove(ada, proof); wrongOf(err) != want {
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

// wrongOf is what is wrong with an input: field CODE.
func wrongOf(err error) string {
	all, _ := problem.InputsOf(err)
	var out []string
	for _, i := range all {
		out = append(out, i.Field+" "+string(i.Code))
	}
	return strings.Join(out, ", ")
}
