package twofactor

import (
	"context"
	"crypto/rand"
	"encoding/base32"
	"fmt"
	"strings"

	"github.com/pquerna/otp/hotp"
	otp "github.com/pquerna/otp/totp"

	"portico/ent"
	"portico/ent/totp"
	"portico/internal/auth"
	"portico/internal/problem"
	"portico/internal/randtoken"
)

const (
	issuer    = "Portico"
	appSecret = 20 // bytes, as RFC 4226 recommends
	codeFor   = 30 // seconds, as every app assumes
	codeSize  = 6
	// sealedApp is the purpose that an app's secret is encrypted for.
	sealedApp = "totp"
)

// An App is what an authenticator app needs for its setup.
type App struct {
	Secret string // in base32
	URL    string // otpauth://…
	QR     string // the URL as an SVG document
}

func newAppSecret() []byte {
	b := make([]byte, appSecret)
	_, _ = rand.Read(b) // never fails
	return b
}

func appOf(secret []byte, username string) (App, error) {
	key, err := otp.Generate(otp.GenerateOpts{Issuer: issuer, AccountName: username, Secret: secret, Period: codeFor})
	if err != nil {
		return App{}, err
	}
	qr, err := drawQR(key.URL())
	return App{Secret: key.Secret(), URL: key.URL(), QR: qr}, err
}

// Digits normalizes a code of an app, which people copy with a space in the middle.
func Digits(field, code string) (string, *problem.Input) {
	code = randtoken.Typed(code)
	if len(code) != codeSize || strings.Trim(code, "0123456789") != "" {
		return "", problem.In(field, problem.Malformed, "A code from the authenticator app has 6 digits.")
	}
	return code, nil
}

// accept accepts a code of an app, of the current time step or the ones next to it,
// once: it stores the counter, and accepts no code of that counter or an earlier one
// again. An app that shows codes isn't lost, so accepting one cancels a reported loss.
func (p Factors) accept(ctx context.Context, tx *ent.Tx, app *ent.Totp, field, code string) error {
	secret, err := p.Ring.Open(app.Secret, sealedApp, app.AccountID.String())
	if err != nil {
		return fmt.Errorf("open app's secret: %w", err)
	}
	counter := counterOf(base32.StdEncoding.EncodeToString(secret), code, p.Now().Unix()/codeFor)
	n, err := tx.Totp.Update().Where(totp.ID(app.ID), totp.CounterLT(counter)).SetCounter(counter).ClearResetAt().Save(ctx)
	if err != nil {
		return fmt.Errorf("use code: %w", err)
	}
	if n == 0 {
		return problem.In(field, problem.WrongCode, "This code is wrong or was already used. Wait for the next one. If it's wrong too, check your device's clock.")
	}
	return nil
}

// counterOf is the counter of a code near the current time, or 0.
func counterOf(secret, code string, now int64) (counter int64) {
	for c := now - 1; c <= now+1; c++ {
		if hotp.Validate(code, uint64(c), secret) {
			counter = c
		}
	}
	return counter
}

// ProveByApp checks a code of an account's authenticator app.
func (p Factors) ProveByApp(ctx context.Context, tx *ent.Tx, a *ent.Account, field, code string) error {
	as := auth.As(ctx, a)
	app, err := tx.Totp.Query().Where(totp.AccountID(a.ID), totp.EnabledAtNotNil()).Only(as)
	if ent.IsNotFound(err) {
		return problem.In(field, problem.NotOn, "The account has no authenticator app.")
	} else if err != nil {
		return fmt.Errorf("load authenticator app: %w", err)
	}
	return p.accept(as, tx, app, field, code)
}
