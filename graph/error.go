package graph

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"regexp"
	"runtime/debug"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/errcode"
	"github.com/google/uuid"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/validator/rules"

	"portico/ent/privacy"
	"portico/graph/model"
	"portico/internal/i18n"
	"portico/internal/problem"
	"portico/internal/request"
	"portico/internal/timeline"
	"portico/internal/viewer"
)

// userErrors separates the problems that the user can fix, in their language, from the
// rest of err.
func userErrors(ctx context.Context, err error) ([]model.UserError, error) {
	wrong, ok := problem.InputsOf(err)
	if !ok {
		return []model.UserError{}, err
	}
	reader := readerOf(ctx)
	out := make([]model.UserError, len(wrong))
	for i, w := range wrong {
		out[i] = userError(w, w.Message.For(reader))
	}
	return out, nil
}

func userError(w *problem.Input, message string) model.UserError {
	path := []string{}
	if w.Field != "" {
		path = append([]string{"input"}, strings.Split(w.Field, ".")...)
	}
	switch w.Code {
	case "SSH_KEY_TAKEN":
		return keyTaken(w, message, path)
	case problem.AppsRemain:
		return &model.AppsRemainError{Message: message, Code: w.Code, Path: path, Apps: w.Detail.([]*timeline.NamedApp)}
	}
	return &model.InputError{Message: message, Code: w.Code, Path: path}
}

// unlessWrong is the result, or nil if something is wrong.
func unlessWrong[T any](v T, wrong []model.UserError) *T {
	if len(wrong) > 0 {
		return nil
	}
	return &v
}

// given is a text, or nil if there is none.
func given(text string) *string {
	if text == "" {
		return nil
	}
	return &text
}

// readerOf is the viewer, or a guest who reads the language of their browser.
func readerOf(ctx context.Context) i18n.Reader {
	if v, ok := viewer.From(ctx); ok && v.Language != "" {
		return v.Reader()
	}
	return i18n.Reader{Language: request.Language(ctx)}
}

// PresentError shows refusals to the client, with one of a fixed list of codes, and
// hides every fault behind INTERNAL: it is logged once, with the request ID that the
// client gets too.
func PresentError(ctx context.Context, err error) *gqlerror.Error {
	shown := graphql.DefaultErrorPresenter(ctx, err)
	code, message := explain(ctx, shown, err)
	shown.Message = message
	shown.Extensions = map[string]any{"code": code, "requestId": request.ID(ctx)}
	if refusal := new(problem.Refusal); errors.As(err, &refusal) && refusal.After > 0 {
		shown.Extensions["retryAfter"] = int(refusal.After.Seconds())
	}
	return shown
}

func explain(ctx context.Context, shown *gqlerror.Error, err error) (problem.Reason, string) {
	reader := readerOf(ctx)
	var refusal *problem.Refusal
	switch own, _ := shown.Extensions["code"].(string); {
	case errors.As(err, &refusal):
		return refusal.Reason, refusal.Message.For(reader)
	case own == string(problem.PersistedQueryNotSupported), own == string(problem.CostExceeded):
		return problem.Reason(own), shown.Message
	case own == string(problem.BadUserInput), own == errcode.ParseFailed, own == errcode.ValidationFailed:
		return problem.BadUserInput, withoutValues(shown)
	case errors.As(err, new(*graphql.IntegerError)):
		return problem.BadUserInput, shown.Message
	case errors.Is(err, privacy.Deny) && viewer.ID(ctx) == uuid.Nil: // for anyone else it is our fault
		return problem.Unauthenticated, i18n.Msg("Sign in first.").For(reader)
	case errors.Is(err, context.Canceled):
		return problem.Internal, i18n.Msg("The request was given up.").For(reader)
	}
	slog.ErrorContext(ctx, "fault", "path", shown.Path.String(), "err", err)
	return problem.Internal, i18n.Msg("Something went wrong on our side. It has been noted.").For(reader)
}

var (
	valued  = regexp.MustCompile(`(?s)^.* is not a valid `)
	written = regexp.MustCompile(`(?s)\b(String|BlockString) ".*"`)
	quoted  = regexp.MustCompile(`(?s)(:|, found) .*$`)
)

// withoutValues says what is wrong with a document or a variable, and omits the values:
// one may be a secret.
func withoutValues(err *gqlerror.Error) string {
	if name, ok := strings.CutPrefix(err.Path.String(), "variable."); ok {
		return fmt.Sprintf("Variable $%s: %s.", name, valued.ReplaceAllString(err.Message, "not a valid "))
	}
	if err.Rule == rules.ValuesOfCorrectTypeRule.Name {
		return quoted.ReplaceAllString(err.Message, ".")
	}
	return written.ReplaceAllString(err.Message, "$1")
}

// Recover turns a panic into a fault.
func Recover(_ context.Context, panicked any) error {
	return fmt.Errorf("panic: %v\n%s", panicked, debug.Stack())
}
