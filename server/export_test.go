package main

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"portico/ent"
	"portico/internal/apitoken"
	"portico/internal/gid"
	"portico/internal/store"
	"portico/internal/testkit"
	"portico/internal/viewer"
)

// R32: an export is downloaded by a session of its account in sudo mode, and by
// nobody else; what is said instead has the number of the request.
func TestR32DownloadOfAnExport(t *testing.T) {
	t.Parallel()
	s := inProcess(t)
	session, ada := s.account("ada")
	eves, _ := s.account("eve")
	made, err := s.Tokens.Create(ada, apitoken.NewToken{Name: "program", Scopes: []string{"PROFILE_READ"}})
	testkit.Must(t, made, err)
	s.ask(session, `mutation { exportData { dataExport { id } errors { code } } }`, nil).must(t, "exportData.dataExport.id")
	testkit.Must(t, 0, s.Exports.MakeJob().Run(t.Context()))
	got := s.ask(session, `{ viewer { dataExport { state progress size url expiresAt } } }`, nil)
	path, _ := got.must(t, "viewer.dataExport.url").(string)
	if got.must(t, "viewer.dataExport.state") != "READY" || got.must(t, "viewer.dataExport.progress") != 100.0 || !strings.HasPrefix(path, "/exports/exp_") {
		t.Errorf("%s", got.Body)
	}
	get := func(session, path string, set ...func(*http.Request)) *httptest.ResponseRecorder {
		return s.respond(httptest.NewRequestWithContext(t.Context(), http.MethodGet, "http://portico.test"+path, nil), session, set...)
	}
	other := gid.ID{Kind: gid.DataExport, UUID: viewer.ID(ada)}.String()
	for _, c := range []struct {
		name, session, path string
		set                 []func(*http.Request)
		want                int
	}{
		{"its account", session, path, nil, http.StatusOK},
		{"a stranger", eves, path, nil, http.StatusNotFound},
		{"another id", session, "/exports/" + other, nil, http.StatusNotFound},
		{"no id", session, "/exports/..%2f..%2fportico.db", nil, http.StatusNotFound},
		{"nobody", "", path, nil, http.StatusForbidden},
		{"a token", "", path, []func(*http.Request){with(made.Text)}, http.StatusForbidden},
		{"a token beside a session", session, path, []func(*http.Request){with(made.Text)}, http.StatusForbidden},
	} {
		w := get(c.session, c.path, c.set...)
		zip := strings.HasPrefix(w.Body.String(), "PK")
		if w.Code != c.want || zip != (c.name == "its account") {
			t.Errorf("%s: %d %.200s", c.name, w.Code, w.Body)
		}
		if c.want > 400 && (!strings.Contains(w.Body.String(), w.Header().Get("X-Request-Id")) || w.Header().Get("Cache-Control") != "no-store") {
			t.Errorf("%s: %v %s", c.name, w.Header(), w.Body)
		}
	}
	h := get(session, path).Header()
	if h.Get("Cache-Control") != "no-store" || !strings.HasPrefix(h.Get("Content-Disposition"), "attachment; filename=portico-ada-") || h.Get("Content-Type") != "application/zip" {
		t.Errorf("%v", h)
	}
	testkit.Must(t, 0, store.Do(ada, s.db, func(tx *ent.Tx) error { return tx.Session.Update().SetSudoUntil(s.now()).Exec(ada) }))
	if w := get(session, path, func(r *http.Request) { r.Header.Set("Accept-Language", "fr") }); w.Code != http.StatusForbidden || !strings.Contains(w.Body.String(), "Sign in and prove once more") {
		t.Errorf("without sudo mode: %d %s", w.Code, w.Body)
	}
	if w := get("", path, func(r *http.Request) { r.Header.Set("Accept-Language", "fr") }); !strings.Contains(w.Body.String(), "Connectez-vous") {
		t.Errorf("in French: %s", w.Body)
	}
	if _, err := os.Stat(filepath.Join(s.config.Data, "exports")); err != nil {
		t.Error(err)
	}
}

// The work of a running program makes exports and removes accounts.
func TestTheWorkMakesExportsAndRemovesAccounts(t *testing.T) {
	t.Parallel()
	s := inProcess(t)
	session, ada := s.account("ada")
	s.ask(session, `mutation { exportData { dataExport { id } } }`, nil).must(t, "exportData.dataExport.id")
	s.workOnce(t.Context())
	if got := s.ask(session, `{ viewer { dataExport { state } } }`, nil).must(t, "viewer.dataExport.state"); got != "READY" {
		t.Errorf("the export is %v", got)
	}
	s.ask(session, deleteAccount, nil).must(t, "deleteAccount.viewer.deletion.linkExpiresAt")
	s.ask("", confirmDeletes, map[string]any{"t": s.email("ada@example.com").Button.Secret}).must(t, "confirmAccountDeletion.dueAt")
	s.workOnce(t.Context())
	if a := s.db.Account.GetX(ada, viewer.ID(ada)); a.ClosedAt == nil {
		t.Errorf("%+v", a)
	}
	if files, err := os.ReadDir(filepath.Join(s.config.Data, "exports")); err != nil || len(files) != 0 {
		t.Errorf("left are %v, %v", files, err)
	}
}
