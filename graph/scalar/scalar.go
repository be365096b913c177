// Package scalar writes and reads the API's own scalars.
package scalar

import (
	"io"
	"strings"
	"time"

	"github.com/99designs/gqlgen/graphql"

	"portico/internal/problem"
)

// MarshalDateTime writes an instant as RFC 3339 in UTC, to the microsecond.
func MarshalDateTime(t time.Time) graphql.Marshaler {
	return graphql.WriterFunc(func(w io.Writer) {
		b := make([]byte, 0, len(time.RFC3339Nano)+2)
		b = append(b, '"')
		b = t.UTC().AppendFormat(b, "2006-01-02T15:04:05.000000Z07:00")
		_, _ = w.Write(append(b, '"'))
	})
}

// UnmarshalDateTime reads an instant in RFC 3339, of any zone. Its T and Z may be
// in lower case (section 5.6). In UTC too its year has four digits: SQLite compares
// instants as texts.
func UnmarshalDateTime(v any) (time.Time, error) {
	s, _ := v.(string)
	var t time.Time
	err := t.UnmarshalText([]byte(strings.ToUpper(s)))
	if t = t.UTC(); err != nil || t.Year() < 0 || t.Year() > 9999 {
		return time.Time{}, problem.Refuse(problem.BadUserInput, "A DateTime is written as in RFC 3339, such as 2026-11-20T22:54:52Z.")
	}
	return t.Truncate(time.Microsecond), nil
}

// maxCursor is longer than any cursor that a list or a stream gives out.
const maxCursor = 1024

// MarshalCursor writes a cursor as it is.
func MarshalCursor(s string) graphql.Marshaler { return graphql.MarshalString(s) }

// UnmarshalCursor reads a cursor. A long one is refused before anything decodes it.
func UnmarshalCursor(v any) (string, error) {
	s, ok := v.(string)
	if !ok || len(s) > maxCursor {
		return "", problem.Refuse(problem.BadUserInput, "This is not a cursor.")
	}
	return s, nil
}
