// Package problem describes what the user may be told: problems they can fix (Input),
// and what a client did wrong or may not do (Refusal). Every other error is a fault:
// logged in full, shown as INTERNAL. Messages are values, which are written for the
// reader where they are shown.
package problem

import (
	"errors"
	"time"

	"portico/internal/i18n"
)

// A Code is what is wrong with an input, for programs. The list is the API's
// UserErrorCode.
type Code string

// The codes that several use cases share, and their own.
const (
	Required         Code = "REQUIRED"
	TooShort         Code = "TOO_SHORT"
	TooLong          Code = "TOO_LONG"
	Malformed        Code = "MALFORMED"
	Reserved         Code = "RESERVED"
	Taken            Code = "TAKEN"
	WrongCredentials Code = "WRONG_CREDENTIALS"
	NameMismatch     Code = "NAME_MISMATCH"
	NoSuchUser       Code = "NO_SUCH_USER"
	AlreadyMember    Code = "ALREADY_MEMBER"
	LimitReached     Code = "LIMIT_REACHED"
	AccountSuspended Code = "ACCOUNT_SUSPENDED"
	EmailNotVerified Code = "EMAIL_NOT_VERIFIED"

	LinkInvalid        Code = "LINK_INVALID"
	WrongCode          Code = "WRONG_CODE"
	Guessable          Code = "GUESSABLE"
	Unchanged          Code = "UNCHANGED"
	NoCurrentPassword  Code = "NO_CURRENT_PASSWORD"
	AlreadyOn          Code = "ALREADY_ON"
	NotOn              Code = "NOT_ON"
	SecondFactorNeeded Code = "SECOND_FACTOR_NEEDED"
	LastLoginMethod    Code = "LAST_LOGIN_METHOD"
	PasskeyRefused     Code = "PASSKEY_REFUSED"
	AppsRemain         Code = "APPS_REMAIN"
	AccountClosing     Code = "ACCOUNT_CLOSING"
	NotConfinable      Code = "NOT_CONFINABLE"
	OutOfRange         Code = "OUT_OF_RANGE"
	WrongState         Code = "WRONG_STATE"

	NoSuchPlan          Code = "NO_SUCH_PLAN"
	NoSuchBranch        Code = "NO_SUCH_BRANCH"
	BillingRequired     Code = "BILLING_REQUIRED"
	NotACollaborator    Code = "NOT_A_COLLABORATOR"
	CountryNotSupported Code = "COUNTRY_NOT_SUPPORTED"
	VATNumberInvalid    Code = "VAT_NUMBER_INVALID"
	IdempotencyConflict Code = "IDEMPOTENCY_CONFLICT"
	TooOld              Code = "TOO_OLD"
	// NoSuchID is for what an operator names: a viewer isn't told what there is.
	NoSuchID Code = "NOT_FOUND"
)

// An Input is one problem that the user can fix.
type Input struct {
	Code    Code
	Field   string // the input field, such as name or containers.0.type; "" for the form as a whole
	Message i18n.Message
	// Detail is extra data that the API exposes in its own type, or nil.
	Detail any
}

func (i *Input) Error() string { return i.Message.String() }

// In returns an input problem. The format is a constant: translations are looked up by
// it.
func In(field string, code Code, format string, args ...any) *Input {
	return &Input{Code: code, Field: field, Message: i18n.Msg(format, args...)}
}

// Inputs are all the problems of one form.
type Inputs []*Input

func (is Inputs) Error() string { return errors.Join(is.errors()...).Error() }

func (is Inputs) errors() []error {
	out := make([]error, len(is))
	for n, i := range is {
		out[n] = i
	}
	return out
}

// Collect returns the problems as one error, or nil if there are none; it skips nil
// entries.
func Collect(found ...*Input) error {
	var all Inputs
	for _, i := range found {
		if i != nil {
			all = append(all, i)
		}
	}
	if len(all) == 0 {
		return nil
	}
	return all
}

// InputsOf finds the input problems in err.
func InputsOf(err error) (Inputs, bool) {
	var many Inputs
	if errors.As(err, &many) {
		return many, true
	}
	var one *Input
	if errors.As(err, &one) {
		return Inputs{one}, true
	}
	return nil, false
}

// A Reason is why a request is refused, for programs: extensions.code.
type Reason string

// The reasons.
const (
	Unauthenticated Reason = "UNAUTHENTICATED"
	Forbidden       Reason = "FORBIDDEN"
	SudoRequired    Reason = "SUDO_REQUIRED"
	SessionChanged  Reason = "SESSION_CHANGED"
	NotFound        Reason = "NOT_FOUND"
	BadUserInput    Reason = "BAD_USER_INPUT"
	RateLimited     Reason = "RATE_LIMITED"
	CostExceeded    Reason = "COST_EXCEEDED"
	HTTPOnly        Reason = "HTTP_ONLY"
	Internal        Reason = "INTERNAL"
	// PersistedQueryNotSupported has Apollo's clients send the document instead.
	PersistedQueryNotSupported Reason = "PERSISTED_QUERY_NOT_SUPPORTED"
)

// A Refusal is a request that is not carried out.
type Refusal struct {
	Reason  Reason
	Message i18n.Message
	// After is how long to wait before trying again, or zero.
	After time.Duration
}

func (r *Refusal) Error() string { return r.Message.String() }

// Refuse returns a refusal.
func Refuse(reason Reason, format string, args ...any) *Refusal {
	return &Refusal{Reason: reason, Message: i18n.Msg(format, args...)}
}

// Later refuses what comes too often; the format has a placeholder for how long to
// wait, in whole seconds.
func Later(after time.Duration, format string) *Refusal {
	after = (after + time.Second - 1).Truncate(time.Second)
	return &Refusal{Reason: RateLimited, Message: i18n.Msg(format, i18n.Duration(after)), After: after}
}

// Missing is the error for an object that doesn't exist or that the viewer can't see:
// nobody can tell which.
func Missing() *Refusal {
	return Refuse(NotFound, "Not found, or you don't have access to it.")
}
