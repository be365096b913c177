package sshkey_test

import (
	"crypto/rsa"
	"encoding/base64"
	"errors"
	"math/big"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

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

func TestRefusals(t *testing.T) {
	t.Parallel()
	_, blob, _ := strings.Cut(ed25519, " ")
	p256 := base64.StdEncoding.EncodeToString(ssh.Marshal(struct{ Name, Curve string }{"ecdsa-sha2-nistp224", "nistp224"}))
	for name, c := range map[string]struct {
		line string
		code problem.Code
	}{
		"empty":              {"", problem.Required},
		"blanks":             {" \t\r\n", problem.Required},
		"too long":           {ed25519 + " " + strings.Repeat("x", 16<<10), problem.TooLong},
		"putty private":      {"PuTTY-User-Key-File-3: ssh-ed25519\r\nEncryption: none", sshkey.Private},
		"ssh2 private":       {"---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----\nComment: x", sshkey.Private},
		"ssh1 private":       {"SSH PRIVATE KEY FILE FORMAT 1.1\n", sshkey.Private},
		"private, headless":  {"b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQ", sshkey.Private},
		"options":            {`no-pty,command="echo a b" ` + ed25519, sshkey.Options},
		"option":             {"restrict " + ed25519, sshkey.Options},
		"dsa":                {"ssh-dss AAAAB3NzaC1kc3MAAACB", sshkey.Unsupported},
		"p-224":              {"ecdsa-sha2-nistp224 " + p256, sshkey.Unsupported},
		"unknown":            {"ssh-mldsa-44 AAAA", sshkey.Unsupported},
		"x509":               {"-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----", problem.Malformed},
		"several":            {ed25519 + "\n" + ed25519, sshkey.Several},
		"several, CR":        {ed25519 + "\r" + skEd25519, sshkey.Several},
		"broken over lines":  {ed25519[:40] + "\n" + ed25519[40:], problem.Malformed},
		"no type word":       {blob, problem.Malformed},
		"prose":              {"hello there", problem.Malformed},
		"type word only":     {"ssh-ed25519", problem.Malformed},
		"bad base64":         {"ssh-ed25519 AAAA*", problem.Malformed},
		"base64 with a tail": {ed25519 + "=", problem.Malformed},
		"truncated":          {ed25519[:len(ed25519)-8], problem.Malformed},
		"types disagree":     {"ssh-rsa " + blob, problem.Malformed},
		"trailing junk":      {grown(t), problem.Malformed},
		"rsa, no numbers":    {rsaLine(nil, nil), problem.Malformed},
		"rsa, negative":      {rsaLine([]byte{1, 0, 1}, filled(384, 0xff)), problem.Malformed},
		"rsa, padded twice":  {rsaLine([]byte{1, 0, 1}, append([]byte{0, 0}, filled(384, 0xff)...)), problem.Malformed},
		"rsa, even exponent": {rsaLine([]byte{4}, append([]byte{0}, filled(384, 0xff)...)), problem.Malformed},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, err := sshkey.Parse(c.line)
			wantCode(t, err, c.code)
		})
	}
}

// grown is a good key with a byte behind it.
func grown(t *testing.T) string {
	t.Helper()
	key, err := sshkey.Parse(ed25519)
	if err != nil {
		t.Fatal(err)
	}
	return "ssh-ed25519 " + base64.StdEncoding.EncodeToString(append(key.Blob, 0))
}

func filled(n int, b byte) []byte {
	out := make([]byte, n)
	for i := range out {
		out[i] = b
	}
	return out
}

// rsaLine writes a key from the raw bytes of its two numbers.
func rsaLine(e, n []byte) string {
	blob := ssh.Marshal(struct {
		Name string
		E, N []byte
	}{"ssh-rsa", e, n})
	return "ssh-rsa " + base64.StdEncoding.EncodeToString(blob)
}

func TestRefusedFilesOfSSHKeygen(t *testing.T) {
	t.Parallel()
	rsaDir := keygen(t, "-t", "rsa", "-b", "3072")
	for _, format := range []string{"RFC4716", "PKCS8", "PEM"} {
		_, err := sshkey.Parse(run(t, rsaDir, "-e", "-m", format, "-f", "k.pub"))
		wantCode(t, err, sshkey.Unsupported)
	}
	for _, args := range [][]string{
		{"-t", "ed25519"},
		{"-t", "rsa", "-b", "3072", "-m", "PEM"},
		{"-t", "rsa", "-b", "3072", "-m", "PKCS8"},
		{"-t", "ecdsa", "-m", "PEM"},
	} {
		_, err := sshkey.Parse(read(t, keygen(t, args...), "k"))
		wantCode(t, err, sshkey.Private)
	}
	dir := keygen(t, "-t", "ed25519")
	run(t, dir, "-q", "-s", "k", "-I", "id", "-n", "git", "k.pub")
	_, err := sshkey.Parse(read(t, dir, "k-cert.pub"))
	wantCode(t, err, sshkey.Certificate)
}

func TestR5_RSAOfTheWrongSizeIsRefusedAtOnce(t *testing.T) {
	t.Parallel()
	real2048 := read(t, keygen(t, "-t", "rsa", "-b", "2048"), "k.pub")
	_, err := sshkey.Parse(real2048)
	wantCode(t, err, sshkey.TooWeak)
	for bits, code := range map[int]problem.Code{1024: sshkey.TooWeak, 3071: sshkey.TooWeak, 8193: sshkey.TooLarge, 16384: sshkey.TooLarge, 64000: sshkey.TooLarge} {
		n := new(big.Int).SetBit(new(big.Int), bits-1, 1)
		n.SetBit(n, 0, 1)
		began := time.Now()
		_, err := sshkey.Parse(rsaLine([]byte{1, 0, 1}, append([]byte{0}, n.Bytes()...)))
		wantCode(t, err, code)
		if took := time.Since(began); took > 50*time.Millisecond {
			t.Errorf("%d bits took %v to refuse", bits, took)
		}
		if bits > 16384 {
			continue // x/crypto does not read it, so nobody connects with it
		}
		public, err := ssh.NewPublicKey(&rsa.PublicKey{N: n, E: 65537})
		if err != nil {
			t.Fatal(err)
		}
		began = time.Now()
		wantCode(t, sshkey.Check(public), code)
		if took := time.Since(began); took > 50*time.Millisecond {
			t.Errorf("%d bits took %v to refuse in use", bits, took)
		}
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
