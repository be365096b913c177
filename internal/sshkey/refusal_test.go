package sshkey_test

import (
	"crypto/rsa"
	"encoding/base64"
	"math/big"
	"strings"
	"testing"
	"time"

	"golang.org/x/crypto/ssh"

	"portico/internal/problem"
	"portico/internal/sshkey"
)

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
