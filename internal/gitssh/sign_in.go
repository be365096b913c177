package gitssh

import (
	"crypto/sha256"
	"errors"
	"log/slog"

	"golang.org/x/crypto/ssh"

	"portico/internal/sshkey"
)

// user is the only username: the key identifies the account.
const user = "git"

// identityKey is where the verified callback stores the identity.
type identityKey struct{}

// algorithms are listed in full, because the library's defaults still offer SHA-1 and
// the NIST curves for the key exchange.
var algorithms = ssh.Config{
	KeyExchanges: []string{ssh.KeyExchangeMLKEM768X25519, ssh.KeyExchangeCurve25519},
	Ciphers: []string{
		ssh.CipherChaCha20Poly1305, ssh.CipherAES256GCM, ssh.CipherAES128GCM, ssh.CipherAES256CTR,
	},
	MACs: []string{ssh.HMACSHA256ETM, ssh.HMACSHA512ETM},
}

// signatures are those that a client's key may use: RSA with SHA-2 only.
var signatures = []string{
	ssh.KeyAlgoED25519, ssh.KeyAlgoSKED25519,
	ssh.KeyAlgoECDSA256, ssh.KeyAlgoECDSA384, ssh.KeyAlgoECDSA521, ssh.KeyAlgoSKECDSA256,
	ssh.KeyAlgoRSASHA256, ssh.KeyAlgoRSASHA512,
}

var errUser = errors.New("the username is not " + user)

// passedOverMost is how many keys are remembered as needing no advice.
const passedOverMost = 4096

// config is created for each connection, since the callbacks belong to it.
func (c *conn) config() *ssh.ServerConfig {
	config := &ssh.ServerConfig{
		Config:                    algorithms,
		PublicKeyAuthAlgorithms:   signatures,
		MaxAuthTries:              tries,
		ServerVersion:             "SSH-2.0-Portico",
		PublicKeyCallback:         c.shape,
		VerifiedPublicKeyCallback: c.verified,
	}
	config.AddHostKey(c.server.HostKey)
	return config
}

// shape checks an offered key. Nothing is proven yet, so it looks nothing up and
// doesn't reveal whose the key may be.
func (c *conn) shape(meta ssh.ConnMetadata, key ssh.PublicKey) (*ssh.Permissions, error) {
	if meta.User() != user {
		return nil, c.advise(errUser, "Sign in as the user git, as in ssh://git@HOST/APP.git.")
	}
	if err := sshkey.Check(key); err != nil {
		return nil, c.advise(err, err.Error())
	}
	return nil, nil
}

// verified is the only source of identities: this key has signed.
func (c *conn) verified(_ ssh.ConnMetadata, key ssh.PublicKey, _ *ssh.Permissions, _ string) (*ssh.Permissions, error) {
	digest := sha256.Sum256(key.Marshal())
	who, err := c.server.Identify(c.ctx, digest, c.from)
	switch {
	case errors.Is(err, ErrUnknownKey):
		return nil, c.adviseOn(digest, ssh.FingerprintSHA256(key))
	case err != nil:
		c.log().ErrorContext(c.ctx, "identify ssh key", slog.Any("error", err))
		return nil, c.advise(err, "Something went wrong on Portico's side. Try again in a moment.")
	}
	c.server.passOver(c.unknown)
	return &ssh.Permissions{ExtraData: map[any]any{identityKey{}: who}}, nil
}

// advise refuses a key with a banner, which the client shows above "Permission denied".
// One banner is enough.
func (c *conn) advise(err error, advice string) error {
	if c.advised {
		return err
	}
	c.advised = true
	return &ssh.BannerError{Err: err, Message: advice + "\n"}
}

// adviseOn returns what to do about an unknown key. Agents offer all their keys, so a
// key that was recently followed by a known one needs no advice.
func (c *conn) adviseOn(digest [sha256.Size]byte, fingerprint string) error {
	c.unknown = append(c.unknown, digest)
	c.server.mu.Lock()
	_, passed := c.server.passedOver[digest]
	c.server.mu.Unlock()
	if passed {
		return ErrUnknownKey
	}
	return c.advise(ErrUnknownKey, "Portico doesn't know the key "+fingerprint+". Add it: "+c.server.KeysURL)
}

// passOver remembers unknown keys that were followed by a known one.
func (s *Server) passOver(keys [][sha256.Size]byte) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.passedOver)+len(keys) > passedOverMost {
		clear(s.passedOver)
	}
	for _, digest := range keys {
		s.passedOver[digest] = struct{}{}
	}
}
