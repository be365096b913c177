package gitssh

import (
	"crypto/sha256"
	"errors"
	"log/slog"

	"golang.org/x/crypto/ssh"

	"portico/internal/sshkey"
)

// user is the only user name there is: who somebody is follows from the key.
const user = "git"

// identityKey is where the verified callback leaves the identity.
type identityKey struct{}

// algorithms are listed in full, since the library's defaults still offer
// SHA-1 and NIST's curves for the key exchange.
var algorithms = ssh.Config{
	KeyExchanges: []string{ssh.KeyExchangeMLKEM768X25519, ssh.KeyExchangeCurve25519},
	Ciphers: []string{
		ssh.CipherChaCha20Poly1305, ssh.CipherAES256GCM, ssh.CipherAES128GCM, ssh.CipherAES256CTR,
	},
	MACs: []string{ssh.HMACSHA256ETM, ssh.HMACSHA512ETM},
}

// signatures are those that a client's key may make: RSA with SHA-2 only.
var signatures = []string{
	ssh.KeyAlgoED25519, ssh.KeyAlgoSKED25519,
	ssh.KeyAlgoECDSA256, ssh.KeyAlgoECDSA384, ssh.KeyAlgoECDSA521, ssh.KeyAlgoSKECDSA256,
	ssh.KeyAlgoRSASHA256, ssh.KeyAlgoRSASHA512,
}

var errUser = errors.New("the user name is not " + user)

// config is made for each connection, since the callbacks belong to it.
func (c *conn) config() *ssh.ServerConfig {
	config := &ssh.ServerConfig{
		Config:                    algorithms,
		PublicKeyAuthAlgorithms:   signatures,
		MaxAuthTries:              tries,
		ServerVersion:             "SSH-2.0-Portico",
		PublicKeyCallback:         shape,
		VerifiedPublicKeyCallback: c.verified,
	}
	config.AddHostKey(c.server.HostKey)
	return config
}

// shape looks at an offered key. Nobody has proven anything yet, so nothing is
// looked up and nothing is said about whose it may be.
func shape(meta ssh.ConnMetadata, key ssh.PublicKey) (*ssh.Permissions, error) {
	if meta.User() != user {
		return nil, errUser
	}
	return nil, sshkey.Check(key)
}

// verified is the only place an identity comes from: this key has signed.
func (c *conn) verified(_ ssh.ConnMetadata, key ssh.PublicKey, _ *ssh.Permissions, _ string) (*ssh.Permissions, error) {
	who, err := c.server.Identify(c.ctx, sha256.Sum256(key.Marshal()), c.from)
	if err != nil {
		if !errors.Is(err, ErrUnknownKey) {
			c.log().ErrorContext(c.ctx, "identify ssh key", slog.Any("error", err))
		}
		return nil, err
	}
	return &ssh.Permissions{ExtraData: map[any]any{identityKey{}: who}}, nil
}
