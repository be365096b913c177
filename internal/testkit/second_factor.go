package testkit

import (
	"context"
	"time"

	"github.com/pquerna/otp/totp"
)

// SecondFactor turns on two-factor authentication for the viewer. It returns the
// secret of the authenticator app and the recovery codes. The clock is moved on to
// a time whose code was not used yet.
func (w *World) SecondFactor(ctx context.Context) (secret string, recoveryCodes []string) {
	w.T.Helper()
	secret, recoveryCodes = w.ProvenFactor(ctx)
	_, err := w.Factors.Enable(ctx)
	return secret, Must(w.T, recoveryCodes, err)
}

// ProvenFactor goes all the way to a second factor but the last step.
func (w *World) ProvenFactor(ctx context.Context) (secret string, recoveryCodes []string) {
	w.T.Helper()
	app, err := w.Factors.Start(ctx)
	Must(w.T, app, err)
	recoveryCodes, err = w.Factors.Confirm(ctx, w.Code(app.Secret))
	w.NextCode()
	return app.Secret, Must(w.T, recoveryCodes, err)
}

// Code is what an authenticator app shows now.
func (w *World) Code(secret string) string {
	w.T.Helper()
	code, err := totp.GenerateCode(secret, w.Clock.Now())
	return Must(w.T, code, err)
}

// NextCode moves the clock on until apps show another code.
func (w *World) NextCode() { w.Clock.Move(30 * time.Second) }
