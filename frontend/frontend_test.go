package frontend

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/fstest"
)

// built is a small build of the pages.
var built = fstest.MapFS{
	"dist/index.html":                   {Data: []byte(`<script nonce="__CSP_NONCE__"></script>`)},
	"dist/favicon.svg":                  {Data: []byte("<svg/>")},
	"dist/assets/index-x1.js":           {Data: []byte("1")},
	"dist/assets/index-x1.js.gz":        {Data: []byte("\x1f\x8b")},
	"dist-playground/index.html":        {Data: []byte("<p>")},
	"dist-playground/assets/main-x2.js": {Data: []byte("2")},
}

const forever = "public, max-age=31536000, immutable"

// The status says whether there is such a page, and caches keep only what is
// there: a 404 that was kept would break the page after the next deployment.
func TestStatusAndCaching(t *testing.T) {
	t.Parallel()
	mux := http.NewServeMux()
	mux.Handle("/playground/", playground(built))
	mux.Handle("/", dashboard(built))
	for _, c := range []struct {
		path    string
		status  int
		control string
	}{
		{"/", 200, "no-store"},
		{"/apps", 200, "no-store"},
		{"/Apps/", 200, "no-store"},
		{"/apps/my-shop", 200, "no-store"},
		{"/sign-in/second-step", 200, "no-store"},
		{"/apps/my-shop/nowhere", 404, "no-store"},
		{"/nowhere", 404, "no-store"},
		{"/appsx", 404, "no-store"},
		{"/index.html", 404, "no-store"},
		{"/favicon.svg", 200, "no-cache"},
		{"/nowhere.php", 404, "no-store"},
		{"/assets/index-x1.js", 200, forever},
		{"/assets/nope.js", 404, "no-store"},
		{"/playground/", 200, "no-cache"},
		{"/playground/assets/main-x2.js", 200, forever},
		{"/playground/assets/nope.js", 404, "no-store"},
		{"/playground/nope", 404, "no-store"},
	} {
		for _, method := range []string{http.MethodGet, http.MethodHead} {
			r := httptest.NewRequestWithContext(t.Context(), method, c.path, nil)
			r.Header.Set("Accept-Encoding", "gzip")
			w := httptest.NewRecorder()
			mux.ServeHTTP(w, r)
			if w.Code != c.status || w.Header().Get("Cache-Control") != c.control {
				t.Errorf("%s %s: %d %q, want %d %q", method, c.path, w.Code, w.Header().Get("Cache-Control"), c.status, c.control)
			}
		}
	}
}

// An unknown path still gets the dashboard, which says in the user's language
// that the page was not found.
func TestUnknownPageShowsTheDashboard(t *testing.T) {
	t.Parallel()
	w := httptest.NewRecorder()
	dashboard(built).ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/nowhere", nil))
	if w.Code != http.StatusNotFound || !strings.Contains(w.Body.String(), "<script nonce=") || strings.Contains(w.Body.String(), noncePlace) {
		t.Errorf("%d %s", w.Code, w.Body)
	}
}

func TestNothingElseThanGet(t *testing.T) {
	t.Parallel()
	for path, handler := range map[string]http.Handler{"/apps": dashboard(built), "/playground/assets/main-x2.js": playground(built)} {
		w := httptest.NewRecorder()
		handler.ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), http.MethodPost, path, nil))
		if w.Code != http.StatusMethodNotAllowed || strings.Contains(w.Header().Get("Cache-Control"), "public") {
			t.Errorf("%s: %d %s", path, w.Code, w.Header().Get("Cache-Control"))
		}
	}
}
