// Package frontend serves what `make build` made of the dashboard and the
// playground. It knows no data: the pages ask the API.
package frontend

import (
	"bytes"
	"crypto/rand"
	"embed"
	"encoding/base64"
	"net/http"
	"path"
	"strings"

	"github.com/vearutop/statigz"
)

//go:embed all:dist all:dist-playground
var files embed.FS

const noncePlace = "__CSP_NONCE__"

// Dashboard serves the single-page application: its files, and for every other
// path its page, which finds its own way. The page gets a nonce of its own, and
// nothing without it runs.
func Dashboard() http.Handler {
	page, err := files.ReadFile("dist/index.html")
	assets := statigz.FileServer(files, statigz.FSPrefix("dist"))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch {
		case r.Method != http.MethodGet && r.Method != http.MethodHead:
			w.Header().Set("Allow", "GET, HEAD")
			http.Error(w, "method not allowed", http.StatusMethodNotAllowed)
		case err != nil:
			notBuilt(w)
		case path.Ext(r.URL.Path) != "" && !strings.HasSuffix(r.URL.Path, ".html"):
			cached(w, r)
			assets.ServeHTTP(w, r)
		default:
			servePage(w, page)
		}
	})
}

// Playground serves GraphiQL under /playground/.
func Playground() http.Handler {
	page, err := files.ReadFile("dist-playground/index.html")
	assets := http.StripPrefix("/playground", statigz.FileServer(files, statigz.FSPrefix("dist-playground")))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Security-Policy", "default-src 'none'; script-src 'self'; worker-src 'self'; "+
			"style-src 'self' 'unsafe-inline'; font-src 'self' data:; img-src 'self' data:; connect-src 'self'; "+
			"base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
		switch {
		case err != nil:
			notBuilt(w)
		case r.URL.Path == "/playground/":
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			w.Header().Set("Cache-Control", "no-cache")
			_, _ = w.Write(page)
		default:
			cached(w, r)
			assets.ServeHTTP(w, r)
		}
	})
}

// cached lets files with a hash in their name be kept for good.
func cached(w http.ResponseWriter, r *http.Request) {
	if strings.Contains(r.URL.Path, "/assets/") {
		w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
	} else {
		w.Header().Set("Cache-Control", "no-cache")
	}
}

func servePage(w http.ResponseWriter, page []byte) {
	raw := make([]byte, 18)
	_, _ = rand.Read(raw) // never fails
	nonce := base64.StdEncoding.EncodeToString(raw)
	h := w.Header()
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("Cache-Control", "no-store")
	h.Set("Content-Security-Policy", "default-src 'none'; script-src 'nonce-"+nonce+"' 'strict-dynamic'; "+
		"style-src 'self' 'nonce-"+nonce+"'; font-src 'self'; img-src 'self' data:; connect-src 'self'; "+
		"manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'")
	_, _ = w.Write(bytes.ReplaceAll(page, []byte(noncePlace), []byte(nonce)))
}

func notBuilt(w http.ResponseWriter) {
	http.Error(w, "The pages are not built into this binary: run `make build`.", http.StatusServiceUnavailable)
}
