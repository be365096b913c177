// Package transport carries GraphQL over HTTP and WebSocket for gqlgen's executor. It
// decodes requests, frames answers, and enforces limits on the wire; the functions it
// is given decide who the viewer is, what they may do, and what a document costs. Its
// invariant: whatever a peer does or doesn't do, what it holds here is bounded in bytes
// and in time.
package transport

import (
	"context"
	"errors"
	"maps"
	"slices"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// The defaults, in bytes.
const (
	MaxBytes       = 256 << 10 // of a request (R41)
	MaxAnswerBytes = 2 << 20   // of an answer or an event (R76)
)

var (
	_ graphql.Transport = (*HTTP)(nil)
	_ graphql.Transport = (*WebSocket)(nil)
)

// A DocumentFunc finds the text of a persisted document by its id (its SHA-256 in hex).
type DocumentFunc func(ctx context.Context, id string) (query string, ok bool)

func badInput(message string) *gqlerror.Error {
	return &gqlerror.Error{Message: message, Extensions: map[string]any{"code": "BAD_USER_INPUT"}}
}

// prepare parses and validates a request up to the point where it can be executed. The
// context it returns has the operation, even if there are errors.
func prepare(ctx context.Context, exec graphql.GraphExecutor, params *graphql.RawParams) (context.Context, *graphql.OperationContext, gqlerror.List) {
	operation, errs := exec.CreateOperationContext(ctx, params)
	ctx = graphql.WithOperationContext(ctx, operation)
	if len(errs) == 0 && deferred(operation) {
		errs = gqlerror.List{badInput("Answers are not delivered in parts: leave out @defer.")}
	}
	return ctx, operation, errs
}

// deferred reports whether a document uses @defer. gqlgen would execute it and leave
// the deferred fields out of the answer.
func deferred(operation *graphql.OperationContext) bool {
	if !strings.Contains(operation.RawQuery, "defer") {
		return false
	}
	return slices.ContainsFunc(operation.Doc.Operations, func(o *ast.OperationDefinition) bool { return defers(o.SelectionSet) }) ||
		slices.ContainsFunc(operation.Doc.Fragments, func(f *ast.FragmentDefinition) bool { return defers(f.SelectionSet) })
}

func defers(set ast.SelectionSet) bool {
	return slices.ContainsFunc(set, func(selection ast.Selection) bool {
		switch s := selection.(type) {
		case *ast.Field:
			return defers(s.SelectionSet)
		case *ast.InlineFragment:
			return s.Directives.ForName("defer") != nil || defers(s.SelectionSet)
		case *ast.FragmentSpread:
			return s.Directives.ForName("defer") != nil
		}
		return false
	})
}

// present passes an error to the executor's presenter, as every error that a client
// sees must be.
func present(ctx context.Context, exec graphql.GraphExecutor, errs gqlerror.List) *graphql.Response {
	for i, err := range errs {
		// A presenter may modify the error; shared ones must stay as they are.
		own := *err
		own.Extensions = maps.Clone(err.Extensions)
		errs[i] = &own
	}
	return exec.DispatchError(ctx, errs)
}

// recovered turns a panic into the error that the executor shows for one.
func recovered(ctx context.Context, exec graphql.GraphExecutor, p any) gqlerror.List {
	var shown *gqlerror.Error
	presenter, ok := exec.(interface {
		PresentRecoveredError(ctx context.Context, p any) error
	})
	if ok && errors.As(presenter.PresentRecoveredError(ctx, p), &shown) {
		return gqlerror.List{shown}
	}
	return gqlerror.List{internalError()}
}

func internalError() *gqlerror.Error {
	return &gqlerror.Error{
		Message:    "Something went wrong on our side.",
		Extensions: map[string]any{"code": "INTERNAL"},
	}
}
