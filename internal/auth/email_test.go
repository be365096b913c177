package auth_test

import (
	"slices"
	"testing"
	"time"

	"portico/ent"
	"portico/ent/account"
	"portico/ent/mail"
	"portico/internal/auth"
	"portico/internal/signin"
	"portico/internal/store"
	"portico/internal/testkit"
	"portico/internal/viewer"
)

// signedUp is a browser in which an account was just made, at NAME@example.com.
func signedUp(w *testkit.World, name string) *testkit.Browser {
	w.T.Helper()
	b := w.Browser()
	a, err := w.Accounts.SignUp(b.Request(), signin.SignUp{Username: name, Email: name + "@example.com", Password: testkit.Password})
	testkit.Must(w.T, a, err)
	return b
}

// row is an account as it is stored now.
func row(w *testkit.World, name string) *ent.Account {
	w.T.Helper()
	return w.DB.Account.Query().Where(account.Username(name)).OnlyX(viewer.AsSystem(w.T.Context()))
}

// events are an account's newest events, newest first.
func events(w *testkit.World, name string, n int) []string {
	w.T.Helper()
	a := row(w, name)
	all := w.Timeline(auth.As(w.T.Context(), a), a.ID)
	return all[:min(n, len(all))]
}

// edit changes an account as nobody could.
func edit(w *testkit.World, name string, change func(*ent.AccountUpdateOne)) {
	w.T.Helper()
	ctx, a := viewer.AsSystem(w.T.Context()), row(w, name)
	testkit.Must(w.T, 0, store.Do(ctx, w.DB, func(tx *ent.Tx) error {
		u := tx.Account.UpdateOneID(a.ID)
		change(u)
		return u.Exec(ctx)
	}))
}

// emails is how many emails of a kind there are to an address.
func emails(w *testkit.World, to, kind string) int {
	w.T.Helper()
	return len(slices.DeleteFunc(w.EmailKinds(to), func(k string) bool { return k != kind }))
}

func TestVerifyEmail(t *testing.T) {
	t.Parallel()
	w := testkit.New(t)
	b := signedUp(w, "ada")
	l := w.Email("ada@example.com")
	if l.Kind != "verify_email" || l.Button.Path != "/verify-email" || row(w, "ada").EmailVerifiedAt != nil {
		t.Fatalf("%+v", l)
	}
	nobody := w.Browser().Request()
	for _, wrongSecret := range []string{"", "x", l.Button.Secret + "A", l.Button.Secret[:42]} {
		if _, err := w.Emails.Verify(nobody, wrongSecret); wrong(err) != "token LINK_INVALID" {
			t.Errorf("%q: %v", wrongSecret, err)
		}
	}
	if email, err := w.Emails.Verify(nobody, l.Button.Secret); email != "ada@example.com" || err != nil {
		t.Errorf("%s, %v", email, err)
	}
	if row(w, "ada").EmailVerifiedAt == nil || !slices.Equal(events(w, "ada", 1), []string{"email_verified"}) {
		t.Errorf("%v", events(w, "ada", 5))
	}
	if _, err := w.Emails.Verify(nobody, l.Button.Secret); wrong(err) != "token ALREADY_ON" || err.Error() != "This email address is already verified." {
		t.Errorf("a second time: %v", err)
	}
	w.Clock.Move(48 * time.Hour)
	if _, err := w.Emails.Verify(nobody, l.Button.Secret); wrong(err) != "token LINK_INVALID" {
		t.Errorf("after its time: %v", err)
	}
	if err := w.Emails.Resend(b.Request()); wrong(err) != " ALREADY_ON" {
		t.Errorf("once more: %v", err)
	}
}

// A link proves the address it was emailed to, within its time, and a newer one
// replaces it.
func TestVerificationLinksDie(t *testing.T) {
	t.Parallel()
	for name, spoil := range map[string]func(*testkit.World, *testkit.Browser){
		"its time":    func(w *testkit.World, _ *testkit.Browser) { w.Clock.Move(48 * time.Hour) },
		"a newer one": func(w *testkit.World, b *testkit.Browser) { testkit.Must(w.T, 0, w.Emails.Resend(b.Request())) },
		"another address": func(w *testkit.World, _ *testkit.Browser) {
			edit(w, "ada", func(u *ent.AccountUpdateOne) { u.SetEmailKey("x@example.com") })
		},
	} {
		w := testkit.New(t)
		b := signedUp(w, "ada")
		secret := w.Email("ada@example.com").Button.Secret
		spoil(w, b)
		if _, err := w.Emails.Verify(w.Browser().Request(), secret); wrong(err) != "token LINK_INVALID" || row(w, "ada").EmailVerifiedAt != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestResendIsSilentBeyondFive(t *testing.T) {
	t.Parallel()
	w := testkit.New(t)
	b := signedUp(w, "ada")
	for range 7 {
		testkit.Must(t, 0, w.Emails.Resend(b.Request()))
	}
	if n := len(w.EmailKinds("ada@example.com")); n != 6 {
		t.Errorf("%d emails, want that of the sign-up and 5", n)
	}
	if _, err := w.Emails.Verify(w.Browser().Request(), w.Email("ada@example.com").Button.Secret); err != nil {
		t.Errorf("the newest link: %v", err)
	}
	w = testkit.New(t)
	b = signedUp(w, "ada")
	for range 2 {
		for range 5 {
			testkit.Must(t, 0, w.Emails.Resend(b.Request()))
		}
		w.Clock.Move(24 * time.Hour)
	}
	if n := len(w.EmailKinds("ada@example.com")); n != 11 {
		t.Errorf("%d emails in two days", n)
	}
}

// Demo data and the platform's own accounts are made without an email.
func TestCreateMailsNothing(t *testing.T) {
	t.Parallel()
	w := testkit.New(t)
	w.Account("ada")
	if got := w.EmailKinds("ada@example.com"); len(got) > 0 {
		t.Errorf("%v", got)
	}
}

// R42: an address that a mail program would read as several is no address.
func TestR42AddressesHaveOneRecipient(t *testing.T) {
	t.Parallel()
	w, b := testkit.WithSignedIn(t, "ada")
	for _, address := range []string{
		"eve@example.com\r\nBcc: bob@example.com", "eve@example.com,bob@example.com", `"eve,bob"@example.com`, "eve@example.com\nx",
		"Eve <eve@example.com>", "eve@example.com;bob@example.com", `"a"b@example.com`, "<eve@example.com>", "eve@exa\x00mple.com",
	} {
		_, up := w.Accounts.SignUp(w.Browser().Request(), signin.SignUp{Username: "eve", Email: address, Password: testkit.Password})
		_, change := w.Emails.RequestChange(b.Request(), address, false)
		reset := w.Recovery.Request(w.Browser().Request(), address)
		for way, err := range map[string]error{"sign-up": up, "change": change, "reset": reset} {
			if wrong(err) != "email MALFORMED" {
				t.Errorf("%s: %q: %v", way, address, err)
			}
		}
	}
	if n := w.DB.Mail.Query().Where(mail.KindNEQ("new_device")).CountX(viewer.AsSystem(t.Context())); n != 0 {
		t.Errorf("%d emails", n)
	}
}
