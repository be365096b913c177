package sshkey_test

import (
	"encoding/base64"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/crypto/ssh"

	"portico/internal/problem"
	"portico/internal/sshkey"
)

// keygen runs ssh-keygen and returns the folder in which it left the files k
// and k.pub.
func keygen(t *testing.T, args ...string) string {
	t.Helper()
	dir := t.TempDir()
	run(t, dir, append([]string{"-q", "-N", "", "-C", "me@laptop", "-f", "k"}, args...)...)
	return dir
}

func run(t *testing.T, dir string, args ...string) string {
	t.Helper()
	cmd := exec.Command("ssh-keygen", args...)
	cmd.Dir = dir
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("ssh-keygen %v: %v\n%s", args, err, out)
	}
	return string(out)
}

func read(t *testing.T, dir, name string) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// wantCode fails unless err is an input problem of this code for publicKey.
func wantCode(t *testing.T, err error, want problem.Code) {
	t.Helper()
	var in *problem.Input
	if !errors.As(err, &in) {
		t.Fatalf("got %v, want the problem %s", err, want)
	}
	if in.Code != want || in.Field != "publicKey" || strings.Contains(in.Error(), "%!") {
		t.Fatalf("got %s for %q (%s), want %s for publicKey", in.Code, in.Field, in.Error(), want)
	}
}

func TestParseReadsWhatSSHKeygenMakes(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		args []string
		word string
		bits int
	}{
		{[]string{"-t", "ed25519"}, "ssh-ed25519", 256},
		{[]string{"-t", "ecdsa", "-b", "256"}, "ecdsa-sha2-nistp256", 256},
		{[]string{"-t", "ecdsa", "-b", "384"}, "ecdsa-sha2-nistp384", 384},
		{[]string{"-t", "ecdsa", "-b", "521"}, "ecdsa-sha2-nistp521", 521},
		{[]string{"-t", "rsa", "-b", "3072"}, "ssh-rsa", 3072},
		{[]string{"-t", "rsa", "-b", "4096"}, "ssh-rsa", 4096},
	} {
		t.Run(strings.Join(c.args, " "), func(t *testing.T) {
			t.Parallel()
			dir := keygen(t, c.args...)
			line := read(t, dir, "k.pub")
			key, err := sshkey.Parse(line)
			if err != nil {
				t.Fatal(err)
			}
			if key.Type != c.word || key.Bits != c.bits || key.Comment != "me@laptop" {
				t.Errorf("got %s of %d bits, %q", key.Type, key.Bits, key.Comment)
			}
			if shown := run(t, dir, "-lf", "k.pub"); !strings.Contains(shown, " "+key.Fingerprint()+" ") {
				t.Errorf("fingerprint %s, ssh-keygen shows %s", key.Fingerprint(), shown)
			}
			if again := key.AuthorizedKey("me@laptop"); again != strings.TrimSpace(line) {
				t.Errorf("written as %s", again)
			}
			public, err := ssh.ParsePublicKey(key.Blob)
			if err != nil {
				t.Fatal(err)
			}
			if err := sshkey.Check(public); err != nil {
				t.Errorf("accepted when added, refused when used: %v", err)
			}
		})
	}
}

// Well-formed keys whose private halves nobody here has.
const (
	skEd25519 = "sk-ssh-ed25519@openssh.com AAAAGnNrLXNzaC1lZDI1NTE5QG9wZW5zc2guY29tAAAAIMqNo9Kg5T1zA6+CHZrI6sjYoT/aTJzVMJLGYRO1g2ccAAAABHNzaDo="
	ed25519   = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGPKSUTyz1HwHReFVvD5obVsALAgJRNarH4TRpNePnAS"
)

func skECDSA(t *testing.T) string {
	t.Helper()
	plain, err := sshkey.Parse(read(t, keygen(t, "-t", "ecdsa", "-b", "256"), "k.pub"))
	if err != nil {
		t.Fatal(err)
	}
	var w struct {
		Name, Curve string
		Point       []byte
	}
	if err := ssh.Unmarshal(plain.Blob, &w); err != nil {
		t.Fatal(err)
	}
	blob := ssh.Marshal(struct {
		Name, Curve string
		Point       []byte
		Application string
	}{ssh.KeyAlgoSKECDSA256, w.Curve, w.Point, "ssh:"})
	return ssh.KeyAlgoSKECDSA256 + " " + base64.StdEncoding.EncodeToString(blob)
}

func TestParseReadsHardwareKeys(t *testing.T) {
	t.Parallel()
	for _, line := range []string{skEd25519, skECDSA(t)} {
		key, err := sshkey.Parse(line)
		if err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		if key.Bits != 256 || key.AuthorizedKey("") != line {
			t.Errorf("%+v", key)
		}
	}
}

func TestParseToleratesTheWayOfPasting(t *testing.T) {
	t.Parallel()
	want, err := sshkey.Parse(ed25519)
	if err != nil {
		t.Fatal(err)
	}
	tabs := strings.ReplaceAll(ed25519, " ", "\t \t")
	for _, line := range []string{ed25519 + "\n", ed25519 + "\r\n", "  \t" + ed25519 + "  ", tabs, "\ufeff" + ed25519, "\n" + ed25519 + "\n\n"} {
		got, err := sshkey.Parse(line)
		if err != nil || got.Digest != want.Digest {
			t.Errorf("%q: %v", line, err)
		}
	}
}

func TestCommentsStayOnTheirLine(t *testing.T) {
	t.Parallel()
	key, err := sshkey.Parse(ed25519 + " my private key\tof \x1b[31mJanes\u202e laptop\xff")
	if err != nil {
		t.Fatal(err)
	}
	if key.Comment != "my private key of [31mJanes laptop" {
		t.Errorf("comment %q", key.Comment)
	}
	const joined = "👩\u200d👧 می\u200cخواهم"
	if key, err := sshkey.Parse(ed25519 + " " + joined); err != nil || key.Comment != joined {
		t.Errorf("comment %+q, %v", key.Comment, err)
	}
	if line := key.AuthorizedKey("a\nssh-ed25519 b"); strings.ContainsAny(line, "\r\n") {
		t.Errorf("two lines: %q", line)
	}
}

func TestCheckRefusesACertificate(t *testing.T) {
	t.Parallel()
	dir := keygen(t, "-t", "ed25519")
	run(t, dir, "-q", "-s", "k", "-I", "id", "-n", "git", "k.pub")
	public, _, _, _, err := ssh.ParseAuthorizedKey([]byte(read(t, dir, "k-cert.pub")))
	if err != nil {
		t.Fatal(err)
	}
	wantCode(t, sshkey.Check(public), sshkey.Certificate)
}

func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		"", ed25519, skEd25519, ed25519 + " a comment\r\n", "restrict " + ed25519, "ssh-rsa AAAA", "ssh-dss AAAA",
		"-----BEGIN OPENSSH PRIVATE KEY-----", "---- BEGIN SSH2 PUBLIC KEY ----\nx", rsaLine([]byte{1, 0, 1}, filled(384, 1)), ed25519 + "\n" + ed25519,
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, line string) {
		key, err := sshkey.Parse(line)
		if err != nil {
			var in *problem.Input
			if !errors.As(err, &in) || in.Error() == "" {
				t.Fatalf("not a problem: %v", err)
			}
			return
		}
		again, err := sshkey.Parse(key.AuthorizedKey(key.Comment))
		if err != nil || again.Digest != key.Digest || again.Comment != key.Comment {
			t.Fatalf("does not read what it wrote: %v", err)
		}
		public, err := ssh.ParsePublicKey(key.Blob)
		if err != nil || sshkey.Check(public) != nil {
			t.Fatalf("accepted, but refused in use: %v", err)
		}
	})
}
