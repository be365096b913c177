package sandbox_test

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"portico/ent"
	"portico/internal/i18n"
	"portico/internal/notify"
	"portico/internal/request"
	"portico/internal/sandbox"
	"portico/internal/store"
	"portico/internal/testkit"
)

// A site serves some routes to tests.
type site struct {
	t   *testing.T
	mux *http.ServeMux
}

func newSite(t *testing.T, routes map[string]http.Handler) site {
	s := site{t, http.NewServeMux()}
	for pattern, h := range routes {
		s.mux.Handle(pattern, h)
	}
	return s
}

// get asks for a page, as a browser of a language does.
func (s site) get(url, language string) *httptest.ResponseRecorder {
	ctx := request.With(s.t.Context(), i18n.Prefer(language))
	return s.send(httptest.NewRequestWithContext(ctx, http.MethodGet, url, nil))
}

func (s site) post(url string, form url.Values) *httptest.ResponseRecorder {
	r := httptest.NewRequestWithContext(s.t.Context(), http.MethodPost, url, strings.NewReader(form.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	return s.send(r)
}

func (s site) send(r *http.Request) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	s.mux.ServeHTTP(w, r)
	return w
}

func TestMailboxShowsEmails(t *testing.T) {
	t.Parallel()
	w := testkit.New(t)
	s := newSite(t, sandbox.Mailbox{
		DB: w.DB, Outbox: w.Outbox, Site: "http://portico.test",
		Fault: func(_ http.ResponseWriter, _ *http.Request, err error) { t.Error(err) },
	}.Routes())
	post := func(e notify.Written) {
		e.Lang = "EN"
		testkit.Must(t, 0, store.Do(t.Context(), w.DB, func(tx *ent.Tx) error { return w.Outbox.Post(t.Context(), tx, [16]byte{}, e) }))
	}
	list := func(to string) (all []sandbox.Email) {
		testkit.Must(t, 0, json.Unmarshal(s.get("/dev/mail.json?to="+to, "").Body.Bytes(), &all))
		return all
	}
	if got := s.get("/dev/mail", "fr"); !strings.Contains(got.Body.String(), "Pas encore d’e-mail") {
		t.Errorf("empty: %s", got.Body)
	}
	post(notify.Written{Kind: "first", To: "ada@example.com", Subject: "The first", Code: "123456"})
	post(notify.Written{Kind: "other", To: "eve@example.com", Subject: "For Eve"})
	post(notify.Written{
		Kind: "second", To: "ada@example.com", Subject: "<b>The second</b>", Lines: []string{"Press it."},
		Button: &notify.WrittenButton{Label: "Go", Path: "/reset-password", Secret: "s3cret"},
	})
	all := list("ada@example.com")
	if len(all) != 2 || all[0].Kind != "second" || all[1].Code != "123456" || len(list("")) != 3 {
		t.Fatalf("listed %+v", all)
	}
	if e := all[0]; e.Link != "http://portico.test/reset-password#s3cret" || !strings.Contains(e.Text, "Press it.") || e.CreatedAt.IsZero() {
		t.Errorf("listed %+v", e)
	}
	page := s.get("/dev/mail", "en").Body.String()
	if i, j := strings.Index(page, "The second"), strings.Index(page, "The first"); i < 0 || i > j || !strings.Contains(page, "For Eve") || strings.Contains(page, "<b>") {
		t.Errorf("the list is %s", page)
	}
	one := s.get("/dev/mail/"+all[0].ID.String(), "fr")
	if csp := one.Header().Get("Content-Security-Policy"); csp == "" || strings.Contains(csp, "unsafe") || strings.Contains(csp, "script") {
		t.Errorf("the page may %s", csp)
	}
	for _, want := range []string{"Destinataire", "ada@example.com", "/html\" sandbox=", "reset-password#s3cret", `aria-current="page"`} {
		if !strings.Contains(one.Body.String(), want) {
			t.Errorf("the email's page lacks %s", want)
		}
	}
	const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; sandbox allow-top-navigation-by-user-activation allow-popups"
	body := s.get("/dev/mail/"+all[0].ID.String()+"/html", "fr")
	if csp := body.Header().Get("Content-Security-Policy"); csp != policy || !strings.Contains(body.Body.String(), `<base target="_top">`) {
		t.Errorf("the email itself: %s %s", csp, body.Body)
	}
	for _, path := range []string{"/dev/mail/x", "/dev/mail/00000000-0000-0000-0000-000000000000", "/dev/mail/x/html"} {
		if got := s.get(path, ""); got.Code != http.StatusNotFound {
			t.Errorf("%s: %d", path, got.Code)
		}
	}
}
