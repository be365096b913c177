// Package passwords hashes passwords and says which ones can be chosen. Hashing takes
// long on purpose: its queue has fair shares, and places kept for known devices.
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
	// MinPassword is the least length, in characters.
	MinPassword = 15
	// MinWithFactor is enough where a second factor is always asked too.
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
	// Hashing, where it is set, is told of each hash that begins, and by what it
	// returns that it ended: tests count what guesses cost.
	Hashing func() (done func())
	// Breached are passwords that nobody may choose, or nil.
	Breached *Breaches
}

// Strong is the parameters for real life: 64 MiB, two passes, about
// 90 ms, one at a time on each CPU.
func Strong(cpus int) *Hasher {
	return &Hasher{
		Memory: 64 << 10, Time: 2, Threads: 1,
		Slots: make(chan struct{}, cpus),
		Queue: &HashQueue{Places: 12 * cpus, Reserved: 4 * cpus, PerNetwork: 4 * cpus, PerSubject: 4},
	}
}

// CheckLength says what is wrong with a new password, of which so many
// characters are asked at least. Long is enough: nothing is asked of them.
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

// Hash makes the PHC string of a password.
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

// HashAll makes the PHC strings of secrets, which share a salt. They take one place
// in the queue, one after the other.
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

// Matches compares a password with a PHC string. An empty one matches nothing
// and costs as much as any, so that time does not tell who exists.
func (p *Hasher) Matches(ctx context.Context, password, phc string) (bool, error) {
	ok, _, err := p.Match(ctx, password, phc)
	return ok, err
}

// Match does so, and tells whether the PHC string is of the password as it was typed
// and not normalized.
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

// Outdated tells whether a PHC string was made with other parameters.
func (p *Hasher) Outdated(phc string) bool {
	how, _, _, err := ParsePHC(phc)
	return err != nil || how != params{p.Memory, p.Time, p.Threads}
}

// derive takes a place in the queue, waits for a slot and computes the key.
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

// ParsePHC reads a stored hash as phc wrote it, and nothing else. What would cost more than a machine should
// give is refused: whoever can write the database shall not stop the program.
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

// Find tells which of some hashes that share a salt is a secret's, or -1, at the
// cost of one hash.
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
