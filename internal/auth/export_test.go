package auth

import (
	"context"

	"github.com/google/uuid"

	"portico/ent"
)

// ParsePHC reads a stored hash: memory, time and threads.
func ParsePHC(phc string) (memory, time uint32, threads uint8, salt, key []byte, err error) {
	how, salt, key, err := parsePHC(phc)
	return how.memory, how.time, how.threads, salt, key, err
}

// CheckPassword says what is wrong with a new password of an account.
func (p PasswordStore) CheckPassword(ctx context.Context, a *ent.Account, password string) error {
	least, err := p.leastPassword(ctx, a.ID)
	if wrong := checkPassword("password", password, least); err == nil && wrong != nil {
		return wrong
	}
	return err
}

// SetPassword stores a new password's hash.
func (p PasswordStore) SetPassword(ctx context.Context, tx *ent.Tx, a *ent.Account, hash, password string) error {
	return p.setPassword(ctx, tx, a, hash, password)
}

// VoidSessions ends all sessions of an account, and its sign-ins under way.
func (p Sessions) VoidSessions(ctx context.Context, tx *ent.Tx, a *ent.Account) error {
	_, err := p.voidSessions(ctx, tx, a, uuid.Nil)
	return err
}

// Guessable tells whether a password is among those that are tried first.
var Guessable = guessable

// Enter takes a place for a request.
func (q *HashQueue) Enter(ctx context.Context) (leave func(), ok bool) {
	return q.enter(hashClientOf(ctx))
}

// OfLogin is the rate limiter's subject of what was typed to sign in.
var OfLogin = ofLogin

// OfEmail is the rate limiter's subject of an email address.
var OfEmail = ofEmail

// Normalized is a password in the form in which it is hashed.
var Normalized = normalized

// HashAsTyped makes the PHC string of a password as it was made before passwords were
// normalized.
func (p *Passwords) HashAsTyped(ctx context.Context, password string) (string, error) {
	hashes, err := p.hashAll(ctx, password)
	return hashes[0], err
}
