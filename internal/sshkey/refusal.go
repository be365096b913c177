package sshkey

import (
	"strconv"
	"strings"

	"portico/internal/problem"
)

// The codes of what can be wrong with a key, besides REQUIRED, MALFORMED, and TOO_LONG.
const (
	Private     problem.Code = "SSH_KEY_PRIVATE"
	Certificate problem.Code = "SSH_KEY_CERTIFICATE"
	Options     problem.Code = "SSH_KEY_OPTIONS"
	Unsupported problem.Code = "SSH_KEY_UNSUPPORTED"
	TooWeak     problem.Code = "SSH_KEY_TOO_WEAK"
	TooLarge    problem.Code = "SSH_KEY_TOO_LARGE"
	Several     problem.Code = "SSH_KEY_SEVERAL"
)

const input = "publicKey"

func required() error {
	return problem.In(input, problem.Required, "Paste your public key: the one line of a file such as ~/.ssh/id_ed25519.pub.")
}

func tooLong() error {
	return problem.In(input, problem.TooLong, "This is too long for a public key. Paste the one line of a file such as ~/.ssh/id_ed25519.pub.")
}

func private() error {
	return problem.In(input, Private, "This is a private key. It was not kept, but make a new key if anyone else may have seen it. Paste the public key instead: the file whose name ends in .pub.")
}

func rfc4716() error {
	return problem.In(input, Unsupported, "This key is in the SSH2 format. Convert it with “ssh-keygen -i -f FILE” and paste the line it prints.")
}

func pem() error {
	return problem.In(input, Unsupported, "This key is in the PEM format. Convert it with “ssh-keygen -i -m PKCS8 -f FILE” (“-m PEM” where it begins with BEGIN RSA) and paste the line it prints.")
}

func several() error {
	return problem.In(input, Several, "There is more than one key here. Add them one at a time.")
}

func wrapped() error {
	return problem.In(input, problem.Malformed, "This is more than one line. A public key is a single line: copy it without line breaks.")
}

func noType() error {
	return problem.In(input, problem.Malformed, "The beginning of the key is missing. Copy the whole line, which starts with its type, such as ssh-ed25519.")
}

func options() error {
	return problem.In(input, Options, "There are options before the key. Paste the key without them, from its type (such as ssh-ed25519) on.")
}

func notAKey() error {
	return problem.In(input, problem.Malformed, "This is not an SSH public key. Paste the one line of a file such as ~/.ssh/id_ed25519.pub.")
}

func certificate() error {
	return problem.In(input, Certificate, "This is a certificate. Paste the public key that it was made for: the file whose name ends in .pub, but not in -cert.pub.")
}

func dsa() error {
	return problem.In(input, Unsupported, "DSA keys are no longer safe. Make a new key with “ssh-keygen -t ed25519”.")
}

func unsupported(word string) error {
	return problem.In(input, Unsupported, "Keys of the type %s are not supported. Make a new key with “ssh-keygen -t ed25519”.", short(word))
}

func tooWeak(bits int) error {
	return problem.In(input, TooWeak, "This RSA key has %s bits, and at least 3072 are needed. Make a new key with “ssh-keygen -t ed25519”.", strconv.Itoa(bits))
}

func tooLarge(bits int) error {
	return problem.In(input, TooLarge, "This RSA key has %s bits, and at most 8192 are accepted. Make a new key with “ssh-keygen -t ed25519”.", strconv.Itoa(bits))
}

func disagree(word, inner string) error {
	return problem.In(input, problem.Malformed, "The line says %s, but the key in it is of the type %s. Copy the line again from its file.", short(word), short(inner))
}

func broken() error {
	return problem.In(input, problem.Malformed, "The key is damaged or incomplete. Copy the whole line again from its file.")
}

// short makes text from outside fit for a sentence.
func short(word string) string {
	word = plain(word)
	if len(word) > 64 {
		word = strings.ToValidUTF8(word[:64], "") + "…"
	}
	return word
}
