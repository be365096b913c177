package main

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"maps"
	"net/http"
	"strings"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/handler"
	"github.com/99designs/gqlgen/graphql/handler/extension"
	"github.com/google/uuid"

	"portico/frontend"
	"portico/graph"
	"portico/graph/generated"
	"portico/internal/browser"
	"portico/internal/clock"
	"portico/internal/i18n"
	"portico/internal/limit"
	"portico/internal/metering"
	"portico/internal/operator"
	"portico/internal/problem"
	"portico/internal/request"
	"portico/internal/sandbox"
	"portico/internal/transport"
	"portico/internal/validation"
	"portico/internal/viewer"
)

const (
	maxTokens    = 1200      // of a document, before it is parsed
	maxDocuments = 512 << 10 // bytes of text, of cached parsed documents
)

// handler is all of HTTP.
func (p *program) handler() http.Handler {
	p.budget = &limit.Budget{Now: p.now, Askers: askers, Tell: tellRate, After: time.After}
	p.turns, p.unread = &turns{still: p.still}, new(unread)
	p.guesses = newGuesses(p.budget)
	mux := http.NewServeMux()
	mux.Handle("/graphql", p.crossSite(p.signedIn(p.unread.bounded(rated(p.graphql())))))
	mux.Handle("GET "+githubCallback, p.ownName(p.signedIn(http.HandlerFunc(p.backFromGithub))))
	mux.Handle("GET /exports/{id}", p.ownName(p.signedIn(http.HandlerFunc(p.export))))
	mux.Handle("GET "+metering.SheetPath, p.ownName(http.HandlerFunc(p.usageSheet)))
	mux.Handle("GET /.well-known/change-password", p.ownName(http.RedirectHandler("/authentication#password", http.StatusFound)))
	mux.Handle("/.well-known/", http.NotFoundHandler())
	mux.HandleFunc("GET /schema.graphql", schema)
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write([]byte("ok\n")) })
	mux.HandleFunc("GET /readyz", p.ready)
	mux.Handle("/playground/", p.ownName(frontend.Playground()))
	mux.Handle("GET /playground", http.RedirectHandler("/playground/", http.StatusMovedPermanently))
	for pattern, h := range p.sandbox() {
		mux.Handle(pattern, p.ownName(h))
	}
	mux.Handle("/", p.ownName(frontend.Dashboard()))
	return dropStalled(logged(p.headers(rescued(mux))), clock.Real, stallTimeout)
}

// sandbox has the pages that only a sandbox serves, by pattern.
func (p *program) sandbox() map[string]http.Handler {
	if !p.config.Sandbox {
		return nil
	}
	routes := sandbox.Mailbox{
		DB: p.db, Outbox: p.Outbox, Site: p.config.base.String(), From: p.config.MailFrom, Fault: fault,
	}.Routes()
	if p.standin != nil {
		maps.Copy(routes, p.standin.Routes())
	}
	return routes
}

// graphql is the API.
func (p *program) graphql() http.Handler {
	may := graph.Rights{Now: p.now}
	p.resolver.Pace, p.resolver.Spend = p.budget.Pace, p.spend
	schema := generated.NewExecutableSchema(generated.Config{
		Resolvers: p.resolver, Directives: generated.DirectiveRoot{Requires: may.Requires, Session: may.Session, Sudo: may.Sudo, Operator: may.Operator},
	})
	s := handler.New(schema)
	s.AddTransport(p.webSocket())
	s.AddTransport(&transport.HTTP{})
	documents := limit.NewDocuments(maxDocuments)
	s.SetQueryCache(documents)
	s.SetParserTokenLimit(maxTokens)
	s.SetValidationRulesFn(validation.Rules)
	s.SetErrorPresenter(graph.PresentError)
	s.SetRecoverFunc(graph.Recover)
	s.AroundOperations(p.turns.taken)
	s.AroundResponses(func(ctx context.Context, next graphql.ResponseHandler) *graphql.Response {
		return next(p.Transfers.Once(p.Catalog.Once(ctx)))
	})
	s.AroundResponses(billed)
	s.Use(extension.Introspection{})
	s.Use(&validation.Variables{}) // before limit, which prices what they ask for
	s.Use(&limit.Extension{
		MaxTokens: maxTokens, Documents: documents, Alone: graph.Guesses(schema.Schema()), Budget: p.budget,
		Prices: graph.Prices,
	})
	s.Use(validation.Lists{Most: mostItems}) // after limit: refused requests cost something too
	return s
}

// mostItems is how many items an input list may have: platforms report more at a time
// than people ask for.
func mostItems(ctx context.Context) int {
	if _, ok := operator.From(ctx); ok {
		return operator.MaxFacts
	}
	return validation.MaxList
}

func (p *program) webSocket() *transport.WebSocket {
	trusted := map[string]bool{}
	for _, o := range p.config.origins() {
		trusted[o] = true
	}
	return &transport.WebSocket{
		Sockets: p.sockets, Now: clock.Real,
		AllowedOrigins: func(origin string, _ *http.Request) bool { return trusted[origin] },
		Networks:       p.networksOf,
		Init:           p.introduced,
		Operation:      p.again,
		Check: func(ctx context.Context) error {
			_, err := p.again(ctx)
			return err
		},
	}
}

// networksOf are the networks that a socket counts for until somebody has signed in.
func (p *program) networksOf(r *http.Request) (all []transport.Network) {
	for _, n := range browser.NetworksOf(p.config.addressOf(r)) {
		all = append(all, transport.Network(n))
	}
	return all
}

// introduced finds out who opens a socket: by a token in connection_init, otherwise by
// the session that came with the request.
func (p *program) introduced(ctx context.Context, payload map[string]any) (context.Context, transport.Identity, error) {
	if header, ok := param(payload, "Authorization"); ok {
		v, ok, err := p.holder(ctx, bearer(header), browser.AddressOf(ctx))
		switch {
		case refused(err, problem.RateLimited):
			err = transport.CloseError{Code: transport.CloseTryAgainLater, Reason: "too many wrong tokens came from your network: try again in a minute"}
		case err == nil && !ok:
			err = transport.CloseError{Code: transport.CloseForbidden, Reason: "this token is invalid or has expired"}
		}
		if err != nil {
			return ctx, transport.Identity{}, err
		}
		ctx = viewer.With(ctx, v)
	}
	v, ok := viewer.From(ctx)
	if !ok {
		return ctx, transport.Identity{}, nil
	}
	if loadedFor, _ := param(payload, accountHeader); isAnother(loadedFor, v) {
		return ctx, transport.Identity{}, transport.CloseError{Code: transport.CloseForbidden, Reason: "another account has signed in: reload the page"}
	}
	return ctx, transport.Identity{User: v.AccountID.String()}, nil
}

// bearer is the secret in an Authorization header, or empty.
func bearer(header string) string {
	scheme, secret, _ := strings.Cut(header, " ")
	if !strings.EqualFold(scheme, "Bearer") {
		return ""
	}
	return strings.TrimSpace(secret)
}

// again checks a socket's viewer again: its session may have ended, and its language
// may have changed.
func (p *program) again(ctx context.Context) (context.Context, error) {
	v, ok := viewer.From(ctx)
	if !ok {
		return ctx, nil
	}
	again, err := p.Authenticator.Recheck(ctx, v)
	switch {
	case refused(err, problem.Unauthenticated) && v.TokenID != uuid.Nil:
		return ctx, transport.CloseError{Code: transport.CloseForbidden, Reason: "the token has ended: use another one"}
	case refused(err, problem.Unauthenticated):
		return ctx, transport.CloseError{Code: transport.CloseUnauthorized, Reason: "the session has ended: sign in again"}
	}
	return viewer.With(ctx, again), err
}

// still refuses a viewer whose session or token has ended, and an operator whose token has.
func (p *program) still(ctx context.Context) error {
	if _, ok := operator.From(ctx); ok {
		return p.Operators.Still(ctx)
	}
	v, ok := viewer.From(ctx)
	if !ok {
		return nil
	}
	_, err := p.Authenticator.Recheck(ctx, v)
	return err
}

// signedIn finds the viewer: by a token in the Authorization header, or by the
// session's cookie, and by nothing else.
func (p *program) signedIn(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx, b := viewer.WithNobody(r.Context()), p.browserOf(w, r)
		if secret := bearer(r.Header.Get("Authorization")); strings.HasPrefix(secret, operator.Prefix) {
			p.operated(w, r.WithContext(browser.With(ctx, b)), secret, next)
			return
		}
		v, ok, err := p.asking(ctx, r, b.Address)
		switch {
		case err != nil:
			unfound(w, r, err)
			return
		case ok && isAnother(r.Header.Get(accountHeader), v):
			accountChanged(w, r)
			return
		case ok:
			viewer.Become(ctx, v)
		case r.Header.Get("Authorization") != "":
			wrongToken(w, r)
			return
		}
		next.ServeHTTP(w, r.WithContext(browser.With(ctx, b)))
	})
}

// operated has an operator ask, who is no viewer. A socket would outlive their token.
func (p *program) operated(w http.ResponseWriter, r *http.Request, secret string, next http.Handler) {
	var o operator.Operator
	ok, err := p.guesses.try(browser.AddressOf(r.Context()), secret, func() (ok bool, err error) {
		o, ok, err = p.Operators.Find(r.Context(), secret)
		return ok, err
	})
	switch {
	case err != nil:
		unfound(w, r, err)
	case !ok:
		wrongToken(w, r)
	case r.Header.Get("Upgrade") != "":
		refuse(w, r, http.StatusForbidden, problem.HTTPOnly, i18n.Msg("An operator's token works over HTTP alone."))
	default:
		next.ServeHTTP(w, r.WithContext(operator.With(r.Context(), o)))
	}
}

func (p *program) asking(ctx context.Context, r *http.Request, address string) (viewer.Viewer, bool, error) {
	if header := r.Header.Get("Authorization"); header != "" {
		return p.holder(ctx, bearer(header), address)
	}
	if c, err := r.Cookie(p.config.cookie(browser.SessionCookie)); err == nil {
		return p.Sessions.Find(ctx, c.Value)
	}
	return viewer.Viewer{}, false, nil
}

// holder is who holds an API token.
func (p *program) holder(ctx context.Context, secret, address string) (v viewer.Viewer, ok bool, err error) {
	ok, err = p.guesses.try(address, secret, func() (ok bool, err error) {
		v, ok, err = p.Tokens.Find(ctx, secret, address)
		return ok, err
	})
	return v, ok, err
}

// unfound answers a request of which nobody can tell who asks.
func unfound(w http.ResponseWriter, r *http.Request, err error) {
	var no *problem.Refusal
	if errors.As(err, &no) && no.Reason == problem.RateLimited {
		tooManyGuesses(w, r, no)
		return
	}
	fault(w, r, err)
}

// wrongToken answers a program whose token is invalid (RFC 6750, section 3).
func wrongToken(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("WWW-Authenticate", `Bearer realm="portico", error="invalid_token"`)
	refuse(w, r, http.StatusUnauthorized, problem.Unauthenticated, i18n.Msg("This token is invalid or has expired."))
}

// refuse answers a request that doesn't get as far as GraphQL, in GraphQL's form.
func refuse(w http.ResponseWriter, r *http.Request, status int, code problem.Reason, message i18n.Message) {
	refuseWith(w, r, status, message, map[string]any{"code": code})
}

func refuseWith(w http.ResponseWriter, r *http.Request, status int, message i18n.Message, extensions map[string]any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	extensions["requestId"] = request.ID(r.Context())
	_ = json.NewEncoder(w).Encode(map[string]any{"errors": []any{map[string]any{"message": message.In(languageOf(r)), "extensions": extensions}}})
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

// logged gives the request its ID, and logs it.
func logged(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		start := clock.Real()
		r = r.WithContext(request.With(r.Context(), languageOf(r)))
		w.Header().Set("X-Request-Id", request.ID(r.Context()))
		next.ServeHTTP(w, r)
		slog.DebugContext(r.Context(), "request", "method", r.Method, "path", r.URL.Path, "took", clock.Real().Sub(start))
	})
}
