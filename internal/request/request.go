// Package request carries what is known about the request itself through the context:
// its ID, which is on every log line and error page, the language of its browser, and
// where it comes from.
package request

import (
	"context"
	"log/slog"

	"github.com/google/uuid"
)

type facts struct{ id, language string }

type key struct{}

// With returns a context of a new request in a language.
func With(ctx context.Context, language string) context.Context {
	return context.WithValue(ctx, key{}, facts{uuid.Must(uuid.NewV7()).String(), language})
}

func of(ctx context.Context) facts {
	f, _ := ctx.Value(key{}).(facts)
	return f
}

// ID is the request's id, or empty outside of one.
func ID(ctx context.Context) string { return of(ctx).id }

// Language is the language that the request's browser prefers: EN, FR.
func Language(ctx context.Context) string { return of(ctx).language }

// An Origin is where a request comes from.
type Origin struct {
	Address string // the network address
	Device  string // the browser and its system, for people: Firefox on Linux
}

type originKey struct{}

// WithOrigin returns a context of a request that comes from o.
func WithOrigin(ctx context.Context, o Origin) context.Context {
	return context.WithValue(ctx, originKey{}, o)
}

// OriginOf is where the request comes from; empty outside of one.
func OriginOf(ctx context.Context) Origin {
	o, _ := ctx.Value(originKey{}).(Origin)
	return o
}

// Logged adds the request's ID to each line that a handler writes.
func Logged(h slog.Handler) slog.Handler { return logged{h} }

type logged struct{ slog.Handler }

func (l logged) Handle(ctx context.Context, r slog.Record) error {
	if id := ID(ctx); id != "" {
		r.AddAttrs(slog.String("request", id))
	}
	return l.Handler.Handle(ctx, r)
}

func (l logged) WithAttrs(attrs []slog.Attr) slog.Handler { return logged{l.Handler.WithAttrs(attrs)} }

func (l logged) WithGroup(name string) slog.Handler { return logged{l.Handler.WithGroup(name)} }
