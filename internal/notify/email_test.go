package notify_test

import (
	"regexp"
	"strings"
	"testing"

	"portico/internal/notify"
	"portico/internal/testkit"
)

var link = regexp.MustCompile(`https?://[^\s"<]+`)

// An email says the same as text and as HTML, and what a person chose for a name
// is text in both.
func TestBodies(t *testing.T) {
	t.Parallel()
	e := notify.Written{
		Lang: "FR", Subject: "Subject", Lines: []string{"First.", `<b>"Eve"</b> & Co.`}, Code: "123-456",
		Button: &notify.WrittenButton{Label: "Confirm", Path: "/confirm", Secret: "s3cret"},
		Other:  &notify.WrittenButton{Label: "Cancel", Path: "/cancel", Secret: "other"},
		Facts:  []notify.WrittenFact{{Name: "From", Value: "192.0.2.7"}}, After: []string{"Last."},
	}
	plain, html, err := e.Bodies("https://portico.test")
	testkit.Must(t, plain, err)
	for _, want := range []string{"First.", "123-456", "Confirm", "https://portico.test/confirm#s3cret", "Cancel", "https://portico.test/cancel#other", "From", "192.0.2.7", "Last."} {
		if !strings.Contains(plain, want) || !strings.Contains(html, want) {
			t.Errorf("%q is missing:\n%s\n%s", want, plain, html)
		}
	}
	if !strings.Contains(plain, `<b>"Eve"</b> & Co.`) || strings.Contains(html, "<b>") || !strings.Contains(html, `<html lang="fr">`) {
		t.Errorf("%s\n%s", plain, html)
	}
	for _, url := range append(link.FindAllString(plain, -1), link.FindAllString(html, -1)...) {
		if !strings.HasPrefix(url, "https://portico.test") {
			t.Errorf("a link to %s", url)
		}
	}
	bare, _, err := notify.Written{Lang: "EN", Subject: "S", Lines: []string{"Only."}}.Bodies("https://portico.test")
	if testkit.Must(t, bare, err); bare != "Only.\n\n--\nPortico · https://portico.test\n" {
		t.Errorf("%q", bare)
	}
}
