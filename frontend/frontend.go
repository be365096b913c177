// Package frontend serves what `make build` made of the dashboard and the
// playground. It knows no data: the pages ask the API.
package frontend

import (
	"bytes"
	"crypto/rand"
	"embed"
	"encoding/base64"
	"io/fs"
	"net/http"
	"path"
	"regexp"
	"strings"

	"github.com/vearutop/statigz"
)

//go:embed all:dist all:dist-playground
var files embed.FS

// pages are the paths of the dashboard's pages, as its router writes them. The
// router's test keeps the list complete.
//
//go:embed pages.txt
var pages string

const noncePlace = "__CSP_NONCE__"

// Dashboard serves the single-page application: its files, and for every other
// path its page, which finds its own way. The page gets a nonce of its own, and
// nothing without it runs. Where the router has no page the status is 404.
func Dashboard() http.Handler { return dashboard(files) }

func dashboard(built fs.ReadDirFS) http.Handler {
	page, err := fs.ReadFile(built, "dist/index.html")
	assets := assetsOf(built, "dist")
	known := matcher(strings.Fields(pages))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch {
		case r.Method != http.MethodGet && r.Method != http.MethodHead:
			w.Header().Set("Allow", "GET, HEAD")
			http.Error(w, "method not allowed", http.StatusMethodNotAllowed)
		case err != nil:
			notBuilt(w)
		case path.Ext(r.URL.Path) != "" && !strings.HasSuffix(r.URL.Path, ".html"):
			assets.ServeHTTP(w, r)
		case known.MatchString(r.URL.Path):
			servePage(w, http.StatusOK, page)
		default:
			servePage(w, http.StatusNotFound, page)
		}
	})
}

var parameter = regexp.MustCompile(`\\\$\w+`)

// matcher matches the paths that the router matches, whose parameters begin with
// a $: without regard to case, with or without a slash at the end.
func matcher(paths []string) *regexp.Regexp {
	alternatives := make([]string, len(paths))
	for i, p := range paths {
		alternatives[i] = parameter.ReplaceAllString(regexp.QuoteMeta(p), "[^/]+")
	}
	return regexp.MustCompile("(?i)^(" + strings.Join(alternatives, "|") + ")/?$")
}

// Playground serves GraphiQL under /playground/.
func Playground() http.Handler { return playground(files) }

func playground(built fs.ReadDirFS) http.Handler {
	page, err := fs.ReadFile(built, "dist-playground/index.html")
	assets := http.StripPrefix("/playground", assetsOf(built, "dist-playground"))
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
			assets.ServeHTTP(w, r)
		}
	})
}

// assetsOf serves the files of a folder. Caches may keep a file that is there,
// permanently where its name has a hash, and never an error: during a deployment
// a file may be missing on one machine and be there a moment later.
func assetsOf(built fs.ReadDirFS, folder string) http.Handler {
	assets := statigz.FileServer(built, statigz.FSPrefix(folder))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		control := "no-cache"
		switch {
		case !assets.Found(r) || r.Method != http.MethodGet && r.Method != http.MethodHead:
			control = "no-store"
		case strings.HasPrefix(r.URL.Path, "/assets/"):
			control = "public, max-age=31536000, immutable"
		}
		w.Header().Set("Cache-Control", control)
		assets.ServeHTTP(w, r)
	})
}

func servePage(w http.ResponseWriter, status int, page []byte) {
	raw := make([]byte, 18)
	_, _ = rand.Read(raw) // never fails
	nonce := base64.StdEncoding.EncodeToString(raw)
	h := w.Header()
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("Cache-Control", "no-store")
	h.Set("Content-Security-Policy", "default-src 'none'; script-src 'nonce-"+nonce+"' 'strict-dynamic'; "+
		"style-src 'self' 'nonce-"+nonce+"'; font-src 'self'; img-src 'self' data:; connect-src 'self'; "+
		"manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'")
	w.WriteHeader(status)
	_, _ = w.Write(bytes.ReplaceAll(page, []byte(noncePlace), []byte(nonce)))
}

func notBuilt(w http.ResponseWriter) {
	http.Error(w, "The pages are not built into this binary: run `make build`.", http.StatusServiceUnavailable)
}
