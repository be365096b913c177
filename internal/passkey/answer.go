package passkey

import (
	"github.com/go-webauthn/webauthn/protocol"
	"github.com/go-webauthn/webauthn/protocol/webauthncose"
)

const (
	// maxAnswer is how long a browser's answer can be. Those of devices have a few
	// kilobytes, also with a signature by ML-DSA.
	maxAnswer = 16 << 10
	// maxModulus is how long the modulus of an RSA key can be: 8192 bits. The time to
	// check a signature grows with the square of that, and it is checked while the
	// account is locked, for whoever asks to sign in.
	maxModulus = 8192 / 8
)

// checkable tells whether signatures by a public key (COSE) are checked in a short time.
func checkable(key []byte) bool {
	parsed, err := webauthncose.ParsePublicKey(key)
	if err != nil {
		return false
	}
	rsa, ok := parsed.(webauthncose.RSAPublicKeyData)
	return !ok || len(rsa.Modulus) <= maxModulus
}

// parseMade reads a browser's answer with a new passkey. Nobody asked who made the
// device: what the answer attests, with certificates and keys of its own, is not looked
// at.
func parseMade(answer string) (*protocol.ParsedCredentialCreationData, error) {
	if len(answer) > maxAnswer {
		return nil, errPasskey
	}
	parsed, err := protocol.ParseCredentialCreationResponseBytes([]byte(answer))
	if err != nil {
		return nil, errPasskey
	}
	made := &parsed.Response.AttestationObject
	if !checkable(made.AuthData.AttData.CredentialPublicKey) {
		return nil, errPasskey
	}
	made.Format, made.AttStatement, made.SubStatements = string(protocol.AttestationFormatNone), nil, nil
	return parsed, nil
}

// parseAnswer reads the answer of a passkey that is there.
func parseAnswer(answer string) (*protocol.ParsedCredentialAssertionData, error) {
	if len(answer) > maxAnswer {
		return nil, errPasskey
	}
	parsed, err := protocol.ParseCredentialRequestResponseBytes([]byte(answer))
	if err != nil {
		return nil, errPasskey
	}
	return parsed, nil
}
