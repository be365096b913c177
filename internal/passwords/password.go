// Package passwords hashes passwords and checks new ones. Hashing is slow on purpose:
// its queue has fair shares, and reserved places for known devices.
package passwords

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"encoding/base64"
	"fmt"
	"strings"
	"unicode"

	"golang.org/x/crypto/argon2"

	"portico/internal/problem"
)

const (
	// MinPassword is the minimum length, in characters.
	MinPassword = 15
	// MinWithFactor is enough if a second factor is always required too.
	MinWithFactor = 8
	maxPassword   = 1024
	saltSize      = 16
	keySize       = 32
)

// Hasher hashes and compares passwords: argon2id (RFC 9106) in PHC strings.
type Hasher struct {
	Memory  uint32 // KiB
	Time    uint32
	Threads uint8
	// Slots bounds how many are hashed at once, Queue how many more may wait.
	Slots chan struct{}
	Queue *HashQueue
	// Hashing, if set, is called when a hash begins, and what it returns when the hash
	// ends: tests count what guesses cost.
	Hashing func() (done func())
	// Breached are passwords that nobody may choose, or nil.
	Breached *Breaches
}

// Strong has the parameters for production: 64 MiB, two passes, about 90 ms, one at a
// time per CPU.
func Strong(cpus int) *Hasher {
	return &Hasher{
		Memory: 64 << 10, Time: 2, Threads: 1,
		Slots: make(chan struct{}, cpus),
		Queue: &HashQueue{Places: 12 * cpus, Reserved: 4 * cpus, PerNetwork: 4 * cpus, PerSubject: 4},
	}
}

// CheckLength returns what is wrong with a new password of a given minimum length.
// Length is all that counts: no character classes are required.
func CheckLength(field, password string, least int) *problem.Input {
	switch n := LengthOf(password); {
	case n == 0:
		return problem.In(field, problem.Required, "Choose a password.")
	case n < least:
		return problem.In(field, problem.TooShort, "A password needs at least %d characters. A few words in a row are easy to remember.", least)
	case n > maxPassword:
		return problem.In(field, problem.TooLong, "A password can have at most %d characters.", maxPassword)
	case strings.ContainsFunc(password, unicode.IsControl):
		return problem.In(field, problem.Malformed, "A password can't contain tabs, line breaks or other control characters.")
	}
	return nil
}

// Hash returns the PHC string of a password.
func (p *Hasher) Hash(ctx context.Context, password string) (string, error) {
	hashes, err := p.HashAll(ctx, Normalized(password))
	if err != nil {
		return "", err
	}
	return hashes[0], nil
}

func newSalt() []byte {
	salt := make([]byte, saltSize)
	_, _ = rand.Read(salt) // never fails
	return salt
}

// HashAll returns the PHC strings of secrets that share a salt. They take one place in
// the queue and are hashed one after the other.
func (p *Hasher) HashAll(ctx context.Context, secrets ...string) ([]string, error) {
	leave, err := p.place(ctx)
	if err != nil {
		return nil, err
	}
	defer leave()
	how, salt, hashes := params{p.Memory, p.Time, p.Threads}, newSalt(), make([]string, len(secrets))
	for i, secret := range secrets {
		key, err := p.compute(ctx, secret, salt, how)
		if err != nil {
			return nil, err
		}
		hashes[i] = how.phc(salt, key)
	}
	return hashes, nil
}

// Matches compares a password with a PHC string. An empty one matches nothing and takes
// as long as any, so that timing doesn't reveal who has an account.
func (p *Hasher) Matches(ctx context.Context, password, phc string) (bool, error) {
	ok, _, err := p.Match(ctx, password, phc)
	return ok, err
}

// Match does the same, and reports whether the PHC string is of the password as typed
// rather than normalized.
func (p *Hasher) Match(ctx context.Context, password, phc string) (ok, asTyped bool, err error) {
	for i, form := range formsOf(password) {
		if ok, err = p.matchForm(ctx, form, phc); ok || err != nil {
			return ok, i > 0, err
		}
	}
	return false, false, nil
}

func (p *Hasher) matchForm(ctx context.Context, password, phc string) (bool, error) {
	if len(password) > 4*maxPassword {
		password, phc = "", ""
	}
	if phc == "" {
		_, err := p.HashAll(ctx, password)
		return false, err
	}
	how, salt, want, err := ParsePHC(phc)
	if err != nil {
		return false, err
	}
	got, err := p.derive(ctx, password, salt, how)
	return err == nil && subtle.ConstantTimeCompare(got, want) == 1, err
}

// Outdated reports whether a PHC string was made with other parameters.
func (p *Hasher) Outdated(phc string) bool {
	how, _, _, err := ParsePHC(phc)
	return err != nil || how != params{p.Memory, p.Time, p.Threads}
}

// derive takes a place in the queue, waits for a slot, and computes the key.
func (p *Hasher) derive(ctx context.Context, password string, salt []byte, how params) ([]byte, error) {
	leave, err := p.place(ctx)
	if err != nil {
		return nil, err
	}
	defer leave()
	return p.compute(ctx, password, salt, how)
}

// compute waits for a slot and computes the key. The caller holds a place in the
// queue.
func (p *Hasher) compute(ctx context.Context, password string, salt []byte, how params) ([]byte, error) {
	select {
	case p.Slots <- struct{}{}:
		defer func() { <-p.Slots }()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	if p.Hashing != nil {
		defer p.Hashing()()
	}
	return argon2.IDKey([]byte(password), salt, how.Time, how.Memory, how.Threads, keySize), nil
}

type params struct {
	Memory, Time uint32
	Threads      uint8
}

func (p params) phc(salt, key []byte) string {
	b64 := base64.RawStdEncoding
	return fmt.Sprintf("$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s", argon2.Version, p.Memory, p.Time, p.Threads,
		b64.EncodeToString(salt), b64.EncodeToString(key))
}

// ParsePHC reads a stored hash in the form that phc writes. It refuses parameters that
// would cost more than a machine can afford: someone who can write to the database must
// not be able to stop the program.
func ParsePHC(phc string) (how params, salt, key []byte, err error) {
	parts := strings.Split(phc, "$")
	if len(parts) != 6 || parts[1] != "argon2id" || parts[2] != fmt.Sprintf("v=%d", argon2.Version) {
		return how, nil, nil, fmt.Errorf("password hash: not argon2id")
	}
	if _, err = fmt.Sscanf(parts[3], "m=%d,t=%d,p=%d", &how.Memory, &how.Time, &how.Threads); err != nil {
		return how, nil, nil, fmt.Errorf("password hash: %w", err)
	}
	if how.Memory > 1<<20 || how.Time > 10 || how.Threads > 16 || how.Memory < 8 || how.Time < 1 || how.Threads < 1 {
		return how, nil, nil, fmt.Errorf("password hash: parameters out of range")
	}
	if salt, err = base64.RawStdEncoding.DecodeString(parts[4]); err == nil {
		key, err = base64.RawStdEncoding.DecodeString(parts[5])
	}
	if err != nil || len(key) != keySize || len(salt) == 0 || how.phc(salt, key) != phc {
		return how, nil, nil, fmt.Errorf("password hash: not readable")
	}
	return how, salt, key, nil
}

// Find returns which of some hashes that share a salt is a secret's, or -1, at the cost
// of one hash.
func (p *Hasher) Find(ctx context.Context, secret string, phcs []string) (int, error) {
	if len(phcs) == 0 {
		_, err := p.Hash(ctx, secret)
		return -1, err
	}
	how, salt, _, err := ParsePHC(phcs[0])
	if err != nil {
		return -1, err
	}
	key, err := p.derive(ctx, secret, salt, how)
	if err != nil {
		return -1, err
	}
	found, phc := -1, how.phc(salt, key)
	for i := range phcs {
		if subtle.ConstantTimeCompare([]byte(phc), []byte(phcs[i])) == 1 {
			found = i
		}
	}
	return found, nil
}
