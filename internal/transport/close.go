package transport

import (
	"errors"
	"fmt"
	"unicode/utf8"
)

// A CloseError is a reason to close a socket. Init, Operation, and Check return one to
// choose what the client is told; the reason is shown to the user's program and cut at
// 123 bytes.
type CloseError struct {
	Code   int // RFC 6455 §7.4, or 44xx of the graphql-transport-ws protocol
	Reason string
}

func (e CloseError) Error() string { return fmt.Sprintf("close %d: %s", e.Code, e.Reason) }

// The close codes in use: those of RFC 6455 and its registry, and those of graphql-transport-ws.
const (
	CloseNormal         = 1000
	CloseProtocolError  = 1002
	ClosePolicy         = 1008
	CloseTooBig         = 1009
	CloseServiceRestart = 1012
	CloseTryAgainLater  = 1013
	CloseBadRequest     = 4400
	CloseUnauthorized   = 4401
	CloseForbidden      = 4403
	CloseNoSubprotocol  = 4406
	CloseInitTimeout    = 4408
	CloseDuplicateID    = 4409
	CloseSecondInit     = 4429
)

var (
	errForbidden   = CloseError{CloseForbidden, "Forbidden"}
	errUnchecked   = CloseError{CloseTryAgainLater, "your sign-in could not be checked: try again later"}
	errRestart     = CloseError{CloseServiceRestart, "the service restarts: connect again"}
	errSlow        = CloseError{CloseTryAgainLater, "too slow: the client does not read; resume from the last cursor"}
	errTooMany     = CloseError{CloseTryAgainLater, "too many connections: close one and try again"}
	errMalformed   = CloseError{CloseBadRequest, "Invalid message received"}
	errInitTimeout = CloseError{CloseInitTimeout, "Connection initialisation timeout"}
	errSecondInit  = CloseError{CloseSecondInit, "Too many initialisation requests"}
	errUnacked     = CloseError{CloseUnauthorized, "Unauthorized"}
)

// closeFor is the CloseError within err, or the fallback: clients don't need to know
// about our own faults.
func closeFor(err error, fallback CloseError) CloseError {
	var chosen CloseError
	if errors.As(err, &chosen) && chosen.Code != 0 {
		return chosen
	}
	return fallback
}

// maxReason is what a control frame holds besides the code (RFC 6455 §5.5).
const maxReason = 123

func cutReason(reason string) string {
	if len(reason) <= maxReason {
		return reason
	}
	cut := maxReason
	for !utf8.RuneStart(reason[cut]) {
		cut--
	}
	return reason[:cut]
}
