package sshkey

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"strings"

	"golang.org/x/crypto/ssh"
)

// maxLine is the longest text that is parsed, in bytes.
const maxLine = 16 << 10

// Parse parses one public key: a line in the format of ~/.ssh/id_….pub, with optional
// white space around it. Each refusal is a *problem.Input for the field publicKey, with
// its own code.
func Parse(line string) (Key, error) {
	if len(line) > maxLine {
		return Key{}, tooLong()
	}
	line = strings.TrimSpace(strings.TrimPrefix(line, "\ufeff"))
	if line == "" {
		return Key{}, required()
	}
	if err := refuseFile(line); err != nil {
		return Key{}, err
	}
	if err := refuseLines(line); err != nil {
		return Key{}, err
	}
	word, rest := cut(line)
	if err := refuseStart(word, rest); err != nil {
		return Key{}, err
	}
	encoded, comment := cut(rest)
	return decode(word, encoded, comment)
}

// privateMarks identify private key files: PEM and OpenSSH, SSH2, PuTTY, SSH1, and
// OpenSSH's without its header.
var privateMarks = []string{
	"PRIVATE KEY-----", "PRIVATE KEY ----", "PUTTY-USER-KEY-FILE", "SSH PRIVATE KEY FILE FORMAT",
	strings.ToUpper("b3BlbnNzaC1rZXktdjE"),
}

// refuseFile recognizes files that are mistaken for a public key. It looks for a
// private key first, and anywhere in the text: anyone who pastes one must learn that it
// is no longer secret.
func refuseFile(text string) error {
	upper := strings.ToUpper(text)
	for _, mark := range privateMarks {
		if strings.Contains(upper, mark) {
			return private()
		}
	}
	switch {
	case strings.HasPrefix(upper, "---- BEGIN SSH2 PUBLIC KEY"):
		return rfc4716()
	case strings.HasPrefix(upper, "-----BEGIN ") && strings.Contains(upper, "PUBLIC KEY-----"):
		return pem()
	}
	return nil
}

func refuseLines(text string) error {
	lines := strings.FieldsFunc(text, func(r rune) bool { return r == '\n' || r == '\r' })
	if len(lines) == 1 {
		return nil
	}
	for _, line := range lines[1:] {
		if word, _ := cut(strings.TrimSpace(line)); typeWord(word) {
			return several()
		}
	}
	return wrapped()
}

func refuseStart(word, rest string) error {
	switch {
	case curves[word] > 0, word == ssh.KeyAlgoRSA:
		return nil
	case typeWord(word):
		return refuseType(word)
	case strings.HasPrefix(word, "AAAA"):
		return noType()
	}
	for _, next := range strings.Fields(rest) {
		if typeWord(next) {
			return options()
		}
	}
	return notAKey()
}

// typeWord reports whether a word is a key type, accepted or not.
func typeWord(word string) bool {
	for _, prefix := range []string{"ssh-", "ecdsa-sha2-", "sk-ssh-", "sk-ecdsa-", "rsa-sha2-", "webauthn-sk-"} {
		if strings.HasPrefix(word, prefix) {
			return true
		}
	}
	return false
}

func refuseType(word string) error {
	switch {
	case strings.Contains(word, "-cert-v0"):
		return certificate()
	case word == "ssh-dss":
		return dsa()
	}
	return unsupported(word)
}

func decode(word, encoded, comment string) (Key, error) {
	blob, err := base64.StdEncoding.Strict().DecodeString(encoded)
	if err != nil || len(blob) == 0 {
		return Key{}, broken()
	}
	inner, rest, ok := field(blob)
	if !ok {
		return Key{}, broken()
	}
	if string(inner) != word {
		return Key{}, disagree(word, string(inner))
	}
	length, err := size(word, rest)
	if err != nil {
		return Key{}, err
	}
	key, err := ssh.ParsePublicKey(blob)
	// Another encoding of the same numbers would be the same key under a second digest.
	if err != nil || !bytes.Equal(key.Marshal(), blob) {
		return Key{}, broken()
	}
	return Key{Type: word, Blob: blob, Digest: sha256.Sum256(blob), Bits: length, Comment: plain(comment)}, nil
}

// cut takes the first word off a line.
func cut(line string) (word, rest string) {
	n := strings.IndexAny(line, " \t")
	if n < 0 {
		return line, ""
	}
	return line[:n], strings.TrimSpace(line[n:])
}
