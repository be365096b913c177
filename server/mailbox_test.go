package main

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"portico/ent"
	"portico/internal/notify"
	"portico/internal/sandbox"
	"portico/internal/store"
	"portico/internal/testkit"
)

// page asks for a page, as a browser of a language does.
func (s *served) page(url, language string) *httptest.ResponseRecorder {
	s.t.Helper()
	r := httptest.NewRequestWithContext(s.t.Context(), http.MethodGet, url, nil)
	r.Header.Set("Accept-Language", language)
	w := httptest.NewRecorder()
	s.http.ServeHTTP(w, r)
	return w
}

// post puts a letter into the outbox, as a use case does.
func (s *served) post(l notify.Letter) {
	s.t.Helper()
	err := store.Do(s.t.Context(), s.db, func(tx *ent.Tx) error { return s.Outbox.Post(s.t.Context(), tx, [16]byte{}, l) })
	testkit.Must(s.t, 0, err)
}

// told is what /dev/mail.json says.
func (s *served) told(to string) (all []sandbox.Email) {
	s.t.Helper()
	w := s.page(s.config.base.String()+"/dev/mail.json?to="+to, "")
	if err := json.Unmarshal(w.Body.Bytes(), &all); err != nil {
		s.t.Fatal(err, w.Body)
	}
	return all
}

func TestMailboxIsForSandboxesAlone(t *testing.T) {
	t.Parallel()
	open, shut := inProcess(t, inSandbox), inProcess(t)
	for _, s := range []*served{open, shut} {
		s.post(notify.Letter{Kind: "test", To: "ada@example.com", Lang: "EN", Subject: "A secret thing", Lines: []string{"The word is plover."}})
	}
	id := open.told("ada@example.com")[0].ID.String()
	for _, path := range []string{"/dev/mail", "/dev/mail.json", "/dev/mail/" + id, "/dev/mail/" + id + "/html", "/dev/mail/style.css"} {
		if w := open.page("http://portico.test"+path, ""); w.Code != http.StatusOK {
			t.Errorf("in a sandbox, %s: %d", path, w.Code)
		}
		// Elsewhere it is a path of the dashboard like any other, which knows no letters.
		want := shut.page("http://portico.test"+strings.Replace(path, "/dev/mail", "/nothing", 1), "")
		got := shut.page("http://portico.test"+path, "")
		if got.Code != want.Code || got.Header().Get("Content-Type") != want.Header().Get("Content-Type") ||
			strings.Contains(got.Body.String(), "secret thing") || strings.Contains(got.Body.String(), "plover") {
			t.Errorf("elsewhere, %s: %d %s", path, got.Code, got.Body)
		}
	}
}

func TestMailboxShowsLetters(t *testing.T) {
	t.Parallel()
	s := inProcess(t, inSandbox)
	if w := s.page("http://portico.test/dev/mail", "fr"); !strings.Contains(w.Body.String(), "Aucune lettre") {
		t.Errorf("empty: %s", w.Body)
	}
	s.post(notify.Letter{Kind: "first", To: "ada@example.com", Lang: "EN", Subject: "The first", Code: "123456"})
	s.post(notify.Letter{Kind: "other", To: "eve@example.com", Lang: "EN", Subject: "For Eve"})
	s.post(notify.Letter{
		Kind: "second", To: "ada@example.com", Lang: "EN", Subject: "<b>The second</b>", Lines: []string{"Press it."},
		Button: &notify.Button{Label: "Go", Path: "/reset-password", Secret: "s3cret"},
	})
	told := s.told("ada@example.com")
	if len(told) != 2 || told[0].Kind != "second" || told[1].Code != "123456" || len(s.told("")) != 3 {
		t.Fatalf("told %+v", told)
	}
	if l := told[0]; l.Link != "http://portico.test/reset-password#s3cret" || !strings.Contains(l.Text, "Press it.") || l.CreatedAt.IsZero() {
		t.Errorf("told %+v", l)
	}
	list := s.page("http://portico.test/dev/mail", "en").Body.String()
	if i, j := strings.Index(list, "The second"), strings.Index(list, "The first"); i < 0 || i > j || !strings.Contains(list, "For Eve") || strings.Contains(list, "<b>") {
		t.Errorf("the list is %s", list)
	}
	one := s.page("http://portico.test/dev/mail/"+told[0].ID.String(), "fr")
	if csp := one.Header().Get("Content-Security-Policy"); strings.Contains(csp, "unsafe") || strings.Contains(csp, "script") {
		t.Errorf("the page may %s", csp)
	}
	for _, want := range []string{"Destinataire", "ada@example.com", "/html\" sandbox=", "reset-password#s3cret", `aria-current="page"`} {
		if !strings.Contains(one.Body.String(), want) {
			t.Errorf("the letter's page lacks %s", want)
		}
	}
	body := s.page("http://portico.test/dev/mail/"+told[0].ID.String()+"/html", "fr")
	if csp := body.Header().Get("Content-Security-Policy"); !strings.Contains(csp, "sandbox allow-top-navigation-by-user-activation allow-popups") || strings.Contains(csp, "script") || !strings.Contains(body.Body.String(), `<base target="_top">`) {
		t.Errorf("the letter itself: %s %s", csp, body.Body)
	}
	for _, path := range []string{"/dev/mail/x", "/dev/mail/00000000-0000-0000-0000-000000000000", "/dev/mail/x/html"} {
		if w := s.page("http://portico.test"+path, ""); w.Code != http.StatusNotFound {
			t.Errorf("%s: %d", path, w.Code)
		}
	}
	// Nobody reads it by another name that leads to this machine.
	if w := s.page("http://evil.test/dev/mail.json", ""); w.Code != http.StatusTemporaryRedirect {
		t.Errorf("under another name: %d %s", w.Code, w.Body)
	}
}
