package transport

import (
	"cmp"
	"context"
	"errors"
	"io"
	"mime"
	"net/http"
	"strconv"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// HTTP answers queries by GET, and queries and mutations by POST, as the
// GraphQL-over-HTTP specification says. It comes last among a server's transports: it
// takes every request that isn't an upgrade, and says what is wrong with it. The zero
// value works. How long an answer may wait for a client that doesn't read is up to the
// server around it.
type HTTP struct {
	MaxBytes       int64        // of a body or a query string; 256 KB by default
	MaxAnswerBytes int          // of an answer; 2 MB by default
	Document       DocumentFunc // nil: there are no persisted documents
}

// Supports accepts everything except upgrades to WebSocket.
func (t *HTTP) Supports(r *http.Request) bool { return !upgrades(r) }

// Do answers one request.
func (t *HTTP) Do(w http.ResponseWriter, r *http.Request, exec graphql.GraphExecutor) {
	w.Header().Set("X-Content-Type-Options", "nosniff")
	w.Header().Set("Cache-Control", "no-store")
	media, acceptable := negotiate(r.Header.Values("Accept"))
	x := exchange{
		w: w, ctx: graphql.StartOperationTrace(r.Context()), exec: exec, media: media,
		most: cmp.Or(t.MaxAnswerBytes, MaxAnswerBytes),
	}
	defer x.recover()
	if !acceptable {
		x.refuse(&refusal{http.StatusNotAcceptable, badInput("Answers come as application/graphql-response+json or application/json: accept one of them.")})
		return
	}
	start := graphql.Now()
	req, no := t.read(w, r)
	if no != nil {
		x.refuse(no)
		return
	}
	req.Headers = r.Header
	req.ReadTime = graphql.TraceTiming{Start: start, End: graphql.Now()}
	switch err := req.find(x.ctx, t.Document); {
	case err != nil && req.documentID == "": // not a mistake: the client asks and gets an answer
		x.answer(present(x.ctx, x.exec, gqlerror.List{err}))
		return
	case err != nil:
		x.refuse(&refusal{http.StatusBadRequest, err})
		return
	}
	x.run(&req.RawParams, r.Method)
}

// A refusal is a request that doesn't get as far as GraphQL.
type refusal struct {
	status int
	err    *gqlerror.Error
}

func (t *HTTP) read(w http.ResponseWriter, r *http.Request) (request, *refusal) {
	limit := cmp.Or(t.MaxBytes, MaxBytes)
	switch r.Method {
	case http.MethodGet:
		if int64(len(r.URL.RawQuery)) > limit {
			return request{}, tooLarge(limit)
		}
		return readable(decodeQuery(r.URL.RawQuery))
	case http.MethodPost:
		return readBody(w, r, limit)
	}
	w.Header().Set("Allow", "GET, POST")
	return request{}, &refusal{http.StatusMethodNotAllowed, badInput("Use POST, or GET for queries.")}
}

func readBody(w http.ResponseWriter, r *http.Request, limit int64) (request, *refusal) {
	media, params, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if err != nil || media != mediaJSON || !isUTF8(params) || r.Header.Get("Content-Encoding") != "" {
		return request{}, &refusal{http.StatusUnsupportedMediaType, badInput("Send JSON in UTF-8, with Content-Type: application/json.")}
	}
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, limit))
	var over *http.MaxBytesError
	switch {
	case errors.As(err, &over):
		return request{}, tooLarge(limit)
	case err != nil:
		return request{}, &refusal{http.StatusBadRequest, badInput("The request ended before it was complete.")}
	case len(body) == 0:
		return request{}, &refusal{http.StatusBadRequest, badInput("The request has no body: send a JSON object with a \"query\".")}
	}
	return readable(decodeRequest(body))
}

func readable(req request, err *gqlerror.Error) (request, *refusal) {
	if err != nil {
		return req, &refusal{http.StatusBadRequest, err}
	}
	return req, nil
}

func tooLarge(limit int64) *refusal {
	return &refusal{http.StatusRequestEntityTooLarge, badInput("The request is too large: " + strconv.FormatInt(limit, 10) + " bytes at most.")}
}

// An exchange is one request and its answer.
type exchange struct {
	w     http.ResponseWriter
	ctx   context.Context
	exec  graphql.GraphExecutor
	media string
	most  int // bytes of the answer
}

func (x *exchange) run(params *graphql.RawParams, method string) {
	ctx, operation, errs := prepare(x.ctx, x.exec, params)
	switch {
	case len(errs) > 0:
	case operation.Operation.Operation == ast.Subscription:
		errs = gqlerror.List{badInput("Subscriptions are carried over WebSocket: connect with the subprotocol graphql-transport-ws.")}
	case operation.Operation.Operation == ast.Mutation && method == http.MethodGet:
		x.w.Header().Set("Allow", "POST")
		x.refuse(&refusal{http.StatusMethodNotAllowed, badInput("Mutations are taken by POST only.")})
		return
	}
	if len(errs) > 0 {
		x.answer(present(ctx, x.exec, errs))
		return
	}
	responses, ctx := x.exec.DispatchOperation(ctx, operation)
	x.answer(fit(ctx, x.exec, responses(ctx), x.most))
}

// refuse answers with the status whatever the media type: the request was malformed.
func (x *exchange) refuse(no *refusal) {
	x.write(no.status, present(x.ctx, x.exec, gqlerror.List{no.err}))
}

// answer is for well-formed requests. In application/json their status is always 200,
// since clients of that media type take anything else for a broken connection.
func (x *exchange) answer(r *graphql.Response) {
	if r == nil {
		r = &graphql.Response{}
	}
	status := http.StatusOK
	if x.media == mediaGraphQL && len(r.Data) == 0 {
		status = statusOf(r.Errors)
	}
	x.write(status, r)
}

func statusOf(errs gqlerror.List) int {
	if len(errs) == 0 {
		return http.StatusInternalServerError
	}
	switch errs[0].Extensions["code"] {
	case "UNAUTHENTICATED":
		return http.StatusUnauthorized
	case "FORBIDDEN":
		return http.StatusForbidden
	case "RATE_LIMITED":
		return http.StatusTooManyRequests
	case "INTERNAL":
		return http.StatusInternalServerError
	}
	return http.StatusBadRequest
}

func (x *exchange) write(status int, r *graphql.Response) {
	e := encode(r)
	x.w.Header().Set("Content-Type", x.media+"; charset=utf-8")
	x.w.Header().Set("Content-Length", strconv.Itoa(e.size()))
	if status == http.StatusUnauthorized {
		x.w.Header().Set("WWW-Authenticate", "Bearer") // RFC 9110 §15.5.2
	}
	x.w.WriteHeader(status)
	// A client that has gone away isn't our error.
	for _, part := range [][]byte{e.head, e.data, e.tail} {
		if _, err := x.w.Write(part); err != nil {
			return
		}
	}
}

func (x *exchange) recover() {
	p := recover()
	if p == nil {
		return
	}
	if err, ok := p.(error); ok && errors.Is(err, http.ErrAbortHandler) {
		panic(p)
	}
	x.write(http.StatusInternalServerError, &graphql.Response{Errors: recovered(x.ctx, x.exec, p)})
}
