package scalar

import (
	"time"

	"github.com/99designs/gqlgen/graphql"

	"portico/internal/problem"
)

// MarshalDate writes the day of an instant, UTC: 2026-11-20.
func MarshalDate(t time.Time) graphql.Marshaler {
	return graphql.MarshalString(t.UTC().Format(time.DateOnly))
}

// UnmarshalDate reads a day: its first instant, UTC.
func UnmarshalDate(v any) (time.Time, error) {
	s, _ := v.(string)
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return time.Time{}, problem.Refuse(problem.BadUserInput, "A Date is written like 2026-11-20.")
	}
	return t, nil
}
