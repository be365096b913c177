package main

import (
	"context"
	"log/slog"
	"net"
	"net/http"
	"time"

	"github.com/99designs/gqlgen/graphql/handler"
	"github.com/99designs/gqlgen/graphql/handler/extension"
	"github.com/99designs/gqlgen/graphql/handler/lru"
	"github.com/vektah/gqlparser/v2/ast"

	"portico/frontend"
	"portico/graph"
	"portico/graph/generated"
	"portico/internal/auth"
	"portico/internal/clock"
	"portico/internal/limit"
	"portico/internal/problem"
	"portico/internal/request"
	"portico/internal/transport"
	"portico/internal/viewer"
)

// cookie holds the session's token. The prefix has browsers insist that it is
// of this host alone, and sent over TLS or to localhost.
const cookie = "__Host-portico"

// maxTokens bounds a document before it is parsed.
const maxTokens = 1200

// handler is the whole of HTTP.
func (p *program) handler() http.Handler {
	mux := http.NewServeMux()
	mux.Handle("/graphql", p.crossSite(p.signedIn(p.graphql())))
	mux.HandleFunc("GET /schema.graphql", schema)
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write([]byte("ok\n")) })
	mux.HandleFunc("GET /readyz", p.ready)
	mux.Handle("/playground/", p.ownName(frontend.Playground()))
	mux.Handle("GET /playground", http.RedirectHandler("/playground/", http.StatusMovedPermanently))
	mux.Handle("/", p.ownName(frontend.Dashboard()))
	return logged(p.headers(rescued(mux)))
}

// graphql is the API.
func (p *program) graphql() http.Handler {
	s := handler.New(generated.NewExecutableSchema(generated.Config{
		Resolvers: p.resolver, Directives: generated.DirectiveRoot{Requires: graph.Requires},
	}))
	s.AddTransport(p.webSocket())
	s.AddTransport(&transport.HTTP{})
	documents := lru.New[*ast.QueryDocument](1000)
	s.SetQueryCache(documents)
	s.SetParserTokenLimit(maxTokens)
	s.SetErrorPresenter(graph.PresentError)
	s.SetRecoverFunc(graph.Recover)
	s.Use(extension.Introspection{})
	s.Use(&limit.Extension{MaxTokens: maxTokens, Documents: documents, Alone: []string{"signIn", "signUp"}})
	return s
}

func (p *program) webSocket() *transport.WebSocket {
	trusted := map[string]bool{}
	for _, o := range p.config.origins() {
		trusted[o] = true
	}
	return &transport.WebSocket{
		Sockets: p.sockets, Now: clock.Real,
		AllowedOrigins: func(origin string, _ *http.Request) bool { return trusted[origin] },
		Init: func(ctx context.Context, _ map[string]any) (context.Context, transport.Identity, error) {
			v, ok := viewer.From(ctx)
			if !ok {
				return ctx, transport.Identity{}, nil
			}
			return ctx, transport.Identity{User: v.AccountID.String()}, nil
		},
		Operation: p.again,
		Check: func(ctx context.Context) error {
			_, err := p.again(ctx)
			return err
		},
	}
}

// again looks a socket's viewer up once more: its session may have ended, and
// its language may have changed.
func (p *program) again(ctx context.Context) (context.Context, error) {
	v, ok := viewer.From(ctx)
	if !ok {
		return ctx, nil
	}
	v, err := p.sessions.Again(ctx, v)
	if refused(err, problem.Unauthenticated) {
		return ctx, transport.CloseError{Code: transport.CloseUnauthorized, Reason: "the session has ended: sign in again"}
	}
	return viewer.With(ctx, v), err
}

// signedIn finds out who is asking, by the session's cookie and nothing else.
func (p *program) signedIn(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx := viewer.WithNobody(r.Context())
		if c, err := r.Cookie(cookie); err == nil {
			v, ok, err := p.sessions.Find(ctx, c.Value)
			if err != nil {
				fault(w, r, err)
				return
			}
			if ok {
				viewer.Become(ctx, v)
			}
		}
		next.ServeHTTP(w, r.WithContext(auth.WithBrowser(ctx, browserOf(w, r))))
	})
}

// browserOf tells where a request comes from. Headers that claim an address
// count for nothing.
func browserOf(w http.ResponseWriter, r *http.Request) auth.Browser {
	host, _, _ := net.SplitHostPort(r.RemoteAddr)
	b := auth.Browser{Address: host, UserAgent: r.UserAgent()}
	if r.Method == http.MethodPost {
		b.Keep = func(token string, until time.Time) {
			http.SetCookie(w, &http.Cookie{
				Name: cookie, Value: token, Path: "/", Expires: until, MaxAge: ageOf(token),
				Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode,
			})
		}
	}
	return b
}

// ageOf is MaxAge as net/http wants it: negative deletes, 0 leaves it to Expires.
func ageOf(token string) int {
	if token == "" {
		return -1
	}
	return 0
}

func (p *program) ready(w http.ResponseWriter, r *http.Request) {
	ctx, cancel := context.WithTimeout(r.Context(), 2*time.Second)
	defer cancel()
	if err := p.db.Ping(ctx); err != nil {
		slog.ErrorContext(ctx, "not ready", "err", err)
		http.Error(w, "the database does not answer", http.StatusServiceUnavailable)
		return
	}
	_, _ = w.Write([]byte("ready\n"))
}

// logged gives the request its id, and the log a line of it.
func logged(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		start := clock.Real()
		r = r.WithContext(request.With(r.Context(), languageOf(r)))
		w.Header().Set("X-Request-Id", request.ID(r.Context()))
		next.ServeHTTP(w, r)
		slog.DebugContext(r.Context(), "request", "method", r.Method, "path", r.URL.Path, "took", clock.Real().Sub(start))
	})
}
