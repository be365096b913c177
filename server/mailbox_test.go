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

// post puts an email into the outbox, as a use case does.
func (s *served) post(l notify.Written) {
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
		s.post(notify.Written{Kind: "test", To: "ada@example.com", Lang: "EN", Subject: "A secret thing", Lines: []string{"The word is plover."}})
	}
	// Nobody reads it by another name that leads to this machine.
	if w := open.page("http://evil.test/dev/mail.json", ""); w.Code != http.StatusTemporaryRedirect {
		t.Errorf("under another name: %d %s", w.Code, w.Body)
	}
	id := open.told("ada@example.com")[0].ID.String()
	for _, path := range []string{"/dev/mail", "/dev/mail.json", "/dev/mail/" + id, "/dev/mail/" + id + "/html", "/dev/mail/style.css"} {
		if w := open.page("http://portico.test"+path, ""); w.Code != http.StatusOK {
			t.Errorf("in a sandbox, %s: %d", path, w.Code)
		}
		// Elsewhere it is a path of the dashboard like any other, which knows no emails.
		want := shut.page("http://portico.test"+strings.Replace(path, "/dev/mail", "/nothing", 1), "")
		got := shut.page("http://portico.test"+path, "")
		if got.Code != want.Code || got.Header().Get("Content-Type") != want.Header().Get("Content-Type") ||
			strings.Contains(got.Body.String(), "secret thing") || strings.Contains(got.Body.String(), "plover") {
			t.Errorf("elsewhere, %s: %d %s", path, got.Code, got.Body)
		}
	}
}
