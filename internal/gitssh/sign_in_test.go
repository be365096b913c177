package gitssh_test

import (
	"crypto/rand"
	"crypto/rsa"
	"errors"
	"io"
	"math/big"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"golang.org/x/crypto/ssh"

	"portico/internal/gitssh"
)

// publicOnly is a file with somebody's public key, of which the private half is
// nowhere near.
func publicOnly(w *world, p person) string {
	path := filepath.Join(w.t.TempDir(), "victim.pub")
	w.write(path, w.read(p.key+".pub"))
	return path
}

func TestR1_WhoeverOffersAKeyActsAsTheOneThatSigned(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	mine := w.person("mallory", "-t", "ed25519")
	// The victim's public key is offered first, and the server says it would do.
	said := w.must(w.ssh(mine, []string{"-T", "-v", "-i", publicOnly(w, w.jane), "-i", mine.key}))
	if !strings.Contains(said, "Hi mallory! You've authenticated with the key "+mine.Fingerprint+", but Portico doesn't provide shell access.") {
		t.Errorf("ssh says %q", said)
	}
	options := []string{"-o", "IdentityFile=" + publicOnly(w, w.jane), "-o", "IdentitiesOnly=yes"}
	if _, said := w.fails(w.ssh(mine, options, "git-receive-pack 'demo'")); !strings.Contains(said, "There is no app named demo") {
		t.Errorf("ssh says %q", said)
	}
	w.known.with(func() {
		for _, digest := range w.known.asked {
			if digest != w.digest(mine) {
				t.Error("a key was looked up that nobody had proven")
			}
		}
	})
}

func TestR1_ASignatureThatDoesNotFitEndsTheConnection(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	mine := w.signer(w.person("mallory", "-t", "ed25519"))
	victim := forged{w.signer(w.jane).PublicKey()}
	if client, err := w.dialWith(victim, mine); err == nil {
		t.Errorf("went on after a forged signature and greets with %q", w.shell(client))
		_ = client.Close()
	}
	client, err := w.dialWith(mine, victim)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = client.Close() }()
	if got := w.shell(client); !strings.HasPrefix(got, "Hi mallory!") {
		t.Errorf("greeted with %q", got)
	}
}

// forged is a public key without its private half.
type forged struct{ key ssh.PublicKey }

func (f forged) PublicKey() ssh.PublicKey { return f.key }

func (f forged) Sign(io.Reader, []byte) (*ssh.Signature, error) {
	format := f.key.Type()
	if format == ssh.KeyAlgoRSA {
		format = ssh.KeyAlgoRSASHA256
	}
	return &ssh.Signature{Format: format, Blob: make([]byte, 64)}, nil
}

func TestR1_NothingButAKeySignsIn(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	for _, method := range []string{"none", "password", "keyboard-interactive", "hostbased", "gssapi-with-mic"} {
		if _, said := w.fails(w.ssh(w.jane, []string{"-T", "-o", "PreferredAuthentications=" + method})); !strings.Contains(said, "Permission denied (publickey).") {
			t.Errorf("%s: %q", method, said)
		}
	}
	root := w.ssh(w.jane, []string{"-T", "-l", "root"})
	if _, said := w.fails(root); !strings.Contains(said, "Permission denied (publickey).") {
		t.Errorf("another username: %q", said)
	}
}

func TestR2_TheLibraryIsMendedAndPartialSuccessUnused(t *testing.T) {
	t.Parallel()
	mod, err := os.ReadFile("../../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	found := regexp.MustCompile(`golang\.org/x/crypto v0\.(\d+)\.`).FindSubmatch(mod)
	if found == nil {
		t.Fatal("x/crypto is not in go.mod")
	}
	if minor, _ := strconv.Atoi(string(found[1])); minor < 58 {
		t.Errorf("x/crypto 0.%d", minor)
	}
	sources, _ := filepath.Glob("*.go")
	for _, path := range sources {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasSuffix(path, "_test.go") && strings.Contains(string(text), "PartialSuccess") {
			t.Errorf("%s uses partial success", path)
		}
	}
	w := newWorld(t)
	said := w.must(w.ssh(w.jane, []string{"-T", "-v", "-i", w.person("kim", "-t", "ed25519").key}))
	if strings.Contains(said, "partial success") || !strings.Contains(said, "Authentications that can continue: publickey") {
		t.Errorf("ssh says %q", said)
	}
}

func TestR3_OnlyExactNamesAndKeysAreKnown(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	for _, name := range []string{"Demo", "DEMO", "dem", "demo2", "demo.git.git", "demo.GIT", "d_mo", "dem%"} {
		status, said := w.fails(w.ssh(w.jane, nil, "git-upload-pack '"+name+"'"))
		if status != 1 || !strings.Contains(said, "There is no app named") && !strings.Contains(said, "nothing else") {
			t.Errorf("%s: status %d, %q", name, status, said)
		}
	}
	if _, said := w.fails(w.ssh(w.stranger("kim", "-t", "ed25519"), []string{"-T"})); !strings.Contains(said, "Permission denied") {
		t.Errorf("an unknown key: %q", said)
	}
}

func (w *world) signer(p person) ssh.Signer {
	w.t.Helper()
	signer, err := ssh.ParsePrivateKey([]byte(w.read(p.key)))
	if err != nil {
		w.t.Fatal(err)
	}
	return signer
}

// shell is what a client is greeted with.
func (w *world) shell(client *ssh.Client) string {
	w.t.Helper()
	session, err := client.NewSession()
	if err != nil {
		w.t.Fatal(err)
	}
	defer func() { _ = session.Close() }()
	out, err := session.StdoutPipe()
	if err != nil {
		w.t.Fatal(err)
	}
	if err := session.Shell(); err != nil {
		w.t.Fatal(err)
	}
	text, _ := io.ReadAll(out)
	return string(text)
}

// dummyKeys finds OpenSSH's security key made of software, which Debian keeps
// in the package of its tests.
func dummyKeys(t *testing.T) string {
	t.Helper()
	cache, err := os.UserCacheDir()
	if err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(cache, "portico-test", "openssh-tests")
	library := filepath.Join(dir, "usr/lib/openssh/regress/misc/sk-dummy/sk-dummy.so")
	if _, err := os.Stat(library); err == nil {
		return library
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	for _, line := range []string{"apt-get download openssh-tests", "dpkg-deb -x openssh-tests_*.deb ."} {
		cmd := exec.Command("sh", "-c", line)
		cmd.Dir = dir
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("this test needs the software security key of Debian's openssh-tests; %q failed: %v\n%s", line, err, out)
		}
	}
	return library
}

func TestR4_AHardwareKeyHasToBeTouched(t *testing.T) {
	t.Parallel()
	library := dummyKeys(t)
	w := newWorld(t)
	for _, kind := range []string{"ed25519-sk", "ecdsa-sk"} {
		touched := w.person("touched-"+kind, "-t", kind, "-w", library)
		if said := w.must(w.ssh(touched, []string{"-T", "-o", "SecurityKeyProvider=" + library})); !strings.HasPrefix(said, "Hi touched-") {
			t.Errorf("%s: %q", kind, said)
		}
		untouched := w.person("untouched-"+kind, "-t", kind, "-w", library, "-O", "no-touch-required")
		if _, said := w.fails(w.ssh(untouched, []string{"-T", "-o", "SecurityKeyProvider=" + library})); strings.Contains(said, "Hello") {
			t.Errorf("%s without touch: %q", kind, said)
		}
	}
	if !strings.Contains(w.log.String(), "user presence") {
		t.Error("refused for another reason than the missing touch")
	}
}

func TestR5_RSAOfTheWrongSizeCannotSignIn(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	for _, bits := range []string{"3072", "4096"} {
		w.must(w.ssh(w.person("good"+bits, "-t", "rsa", "-b", bits), []string{"-T"}))
	}
	weak := w.person("weak", "-t", "rsa", "-b", "2048")
	if _, said := w.fails(w.ssh(weak, []string{"-T"})); !strings.Contains(said, "Permission denied") {
		t.Errorf("2048 bits: %q", said)
	}
	w.known.with(func() {
		for _, digest := range w.known.asked {
			if digest == w.digest(weak) {
				t.Error("the weak key was looked up")
			}
		}
	})
}

// TestR5_AGiantSignatureCostsLittle covers the client that does not ask first:
// the library then verifies before anybody is asked about the key.
func TestR5_AGiantSignatureCostsLittle(t *testing.T) {
	t.Parallel()
	n := new(big.Int).SetBit(new(big.Int), 16383, 1)
	noise, err := rand.Int(rand.Reader, n)
	if err != nil {
		t.Fatal(err)
	}
	n.Or(n, noise).SetBit(n, 0, 1)
	giant, err := ssh.NewPublicKey(&rsa.PublicKey{N: n, E: 1<<24 - 1})
	if err != nil {
		t.Fatal(err)
	}
	signature := &ssh.Signature{Format: ssh.KeyAlgoRSASHA512, Blob: noise.FillBytes(make([]byte, 2048))}
	best := time.Hour // of several, since others use the machine as well
	for range 10 {
		began := time.Now()
		if giant.Verify([]byte("x"), signature) == nil {
			t.Fatal("a random signature fits")
		}
		best = min(best, time.Since(began))
	}
	if best > 50*time.Millisecond {
		t.Errorf("took %v", best)
	}
	w := newWorld(t)
	if client, err := w.dialWith(forged{giant}); err == nil {
		_ = client.Close()
		t.Error("signed in with a giant key")
	}
}

func TestR8_SSHAuditFindsNoFailure(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	out, err := exec.Command("ssh-audit", "--no-colors", "-p", w.port, w.host).CombinedOutput()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	text := string(out)
	// 2 is for warnings: it does not know the newest key exchange.
	if strings.Contains(text, "[fail]") || (exit != nil && exit.ExitCode() != 2) || !strings.Contains(text, "(kex) curve25519-sha256") {
		t.Errorf("%v\n%s", err, text)
	}
	if strings.Contains(text, "nistp") || strings.Contains(text, "sha1") {
		t.Errorf("offers more than it should\n%s", text)
	}
}

func TestTheHostKeyIsMadeOnce(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "new", "host_key")
	first, err := gitssh.HostKey(path)
	if err != nil {
		t.Fatal(err)
	}
	second, err := gitssh.HostKey(path)
	if err != nil || string(second.PublicKey().Marshal()) != string(first.PublicKey().Marshal()) {
		t.Errorf("another key: %v", err)
	}
	file, err := os.Stat(path)
	if err != nil || file.Mode().Perm() != 0o600 {
		t.Errorf("%v, %v", file.Mode(), err)
	}
	if err := os.Chmod(path, 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := gitssh.HostKey(path); err == nil || !strings.Contains(err.Error(), "chmod 600") {
		t.Errorf("others can read it: %v", err)
	}
}
