package auth_test

import (
	"regexp"
	"strings"
	"testing"

	"portico/ent"
	"portico/ent/account"
	"portico/internal/notify"
	"portico/internal/testkit"
)

// done is what an email says that reports something as if it had happened, or
// as if it happened by itself.
var done = map[string]*regexp.Regexp{
	"EN": regexp.MustCompile(`\b(takes effect|confirms it|ends all|can sign in any more|(is|are|was|were|has been|have been) (\w+ )?(removed|deleted|changed|cancell?ed|switched off|turned off|taken back|kept))\b`),
	"FR": regexp.MustCompile(`(prend effet|met fin|(est|sont|a été|ont été) (\p{L}+ )?(supprimé|effacé|changé|annulé|désactivé|conservé))`),
}

// An email that asks before an act speaks of the act in the future: who reads that
// it is done already closes the email, and the opposite happens.
func TestEmailsThatAskReportNothingDone(t *testing.T) {
	t.Parallel()
	for lang := range done {
		t.Run(lang, func(t *testing.T) {
			t.Parallel()
			for kind, l := range askingEmails(t, lang) {
				if l.Kind != kind {
					t.Errorf("%s: got %+v", kind, l)
				}
				if text := l.Subject + " " + strings.Join(l.Lines, " "); done[lang].MatchString(text) {
					t.Errorf("%s says that %q: %s", kind, done[lang].FindString(text), text)
				}
			}
		})
	}
}

// askingEmails are the emails that ask before an act, by kind.
func askingEmails(t *testing.T, lang string) map[string]notify.Written {
	t.Helper()
	w, ada := testkit.WithAccount(t, "ada")
	edit(w, "ada", func(u *ent.AccountUpdateOne) { u.SetLanguage(account.Language(lang)).SetEmailVerifiedAt(w.Clock.Now()) })
	w.SecondFactor(ada)
	mails := map[string]notify.Written{}
	ask := func(kind, to string, err error) {
		t.Helper()
		testkit.Must(t, 0, err)
		mails[kind] = w.Email(to)
	}
	_, err := w.Emails.RequestChange(ada, adaNew, false)
	ask("confirm_new_email", adaNew, err)
	ask("confirm_old_email", adaOld, nil)
	_, err = w.Emails.RequestChange(ada, adaNew, true)
	ask("email_change_notice", adaOld, err)
	_, err = w.Deletions.Request(ada)
	ask("account_deletion_asked", adaOld, err)
	_, err = w.Factors.Lose(t.Context(), "ada")
	ask("two_factor_lost", adaOld, err)
	return mails
}
