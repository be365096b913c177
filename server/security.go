package main

import (
	"context"
	_ "embed"
	"errors"
	"fmt"
	"html/template"
	"log/slog"
	"net/http"
	"runtime/debug"
	"slices"
	"strings"

	"portico/graph"
	"portico/internal/i18n"
	"portico/internal/problem"
	"portico/internal/request"
)

// headers are those of every answer. A page's own handler says what it may load, and
// each answer's what caches may keep.
func (p *program) headers(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Cache-Control", "no-store")
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "same-origin")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
		if p.config.base.Scheme == "https" {
			h.Set("Strict-Transport-Security", "max-age=31536000; includeSubDomains")
		}
		h.Set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
		next.ServeHTTP(w, r)
	})
}

// crossSite refuses requests that another site's page makes a visitor's browser send,
// and allows the configured sites.
func (p *program) crossSite(next http.Handler) http.Handler {
	guard := http.NewCrossOriginProtection()
	for _, o := range p.config.origins() {
		if err := guard.AddTrustedOrigin(o); err != nil {
			panic(fmt.Sprintf("origin %s was checked and is refused: %v", o, err))
		}
	}
	guard.SetDenyHandler(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		http.Error(w, "This page may not use the API with your session.", http.StatusForbidden)
	}))
	return p.shared(guard.Handler(next))
}

// shared answers the preflight requests of the configured sites' pages.
func (p *program) shared(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h, origin := w.Header(), r.Header.Get("Origin")
		h.Add("Vary", "Origin")
		if slices.Contains(p.config.AllowedOrigins, origin) {
			h.Set("Access-Control-Allow-Origin", origin)
			h.Set("Access-Control-Allow-Credentials", "true")
			h.Set("Access-Control-Expose-Headers", "X-Request-Id, RateLimit, RateLimit-Policy, Retry-After")
			if r.Method == http.MethodOptions && r.Header.Get("Access-Control-Request-Method") != "" {
				h.Set("Access-Control-Allow-Methods", "GET, POST")
				h.Set("Access-Control-Allow-Headers", "Authorization, Content-Type, Accept, "+accountHeader)
				h.Set("Access-Control-Max-Age", "600")
				w.WriteHeader(http.StatusNoContent)
				return
			}
		}
		next.ServeHTTP(w, r)
	})
}

// ownName redirects a page requested under another host name to the configured one:
// cookies and links belong to that.
func (p *program) ownName(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !strings.EqualFold(r.Host, p.config.base.Host) && (r.Method == http.MethodGet || r.Method == http.MethodHead) {
			to := *p.config.base
			to.Path, to.RawQuery = r.URL.Path, r.URL.RawQuery
			http.Redirect(w, r, to.String(), http.StatusTemporaryRedirect)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// rescued answers a panic with an error page.
func rescued(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			switch x := recover(); x {
			case nil:
			case http.ErrAbortHandler: // net/http's own, and for it
				panic(x)
			default:
				fault(w, r, fmt.Errorf("panic: %v\n%s", x, debug.Stack()))
			}
		}()
		next.ServeHTTP(w, r)
	})
}

//go:embed fault.html
var faultPage string

var faultTemplate = template.Must(template.New("fault").Parse(faultPage))

// fault logs what went wrong on our side and shows a page with the request id. That the
// client has left is no fault, and nobody is there to read the page.
func fault(w http.ResponseWriter, r *http.Request, err error) {
	if r.Context().Err() != nil && errors.Is(err, context.Canceled) {
		return
	}
	slog.ErrorContext(r.Context(), "fault", "path", r.URL.Path, "err", err)
	errorPage(w, r, http.StatusInternalServerError, request.Language(r.Context()),
		i18n.Msg("Something went wrong on our side. It has been noted."),
		i18n.Msg("Try again in a moment. If it stays, tell us this number:"))
}

// errorPage shows what is wrong on a page, with the request ID.
func errorPage(w http.ResponseWriter, r *http.Request, status int, lang string, title, help i18n.Message) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	_ = faultTemplate.Execute(w, map[string]string{
		"Lang": strings.ToLower(lang), "ID": request.ID(r.Context()), "Title": title.In(lang), "Help": help.In(lang),
	})
}

func refused(err error, why problem.Reason) bool {
	var r *problem.Refusal
	return errors.As(err, &r) && r.Reason == why
}

func languageOf(r *http.Request) string { return i18n.Prefer(r.Header.Get("Accept-Language")) }

// schema serves the API's SDL, for code generators.
func schema(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	_, _ = w.Write(graph.SDL())
}
