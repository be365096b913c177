package scalar_test

import (
	"strings"
	"testing"
	"time"

	"portico/graph/scalar"
)

func TestDateIsADayInUTC(t *testing.T) {
	t.Parallel()
	day, err := scalar.UnmarshalDate("2026-11-20")
	if err != nil || !day.Equal(time.Date(2026, 11, 20, 0, 0, 0, 0, time.UTC)) {
		t.Errorf("read %v, %v", day, err)
	}
	var b strings.Builder
	scalar.MarshalDate(day.Add(23 * time.Hour).In(time.FixedZone("", 5*3600))).MarshalGQL(&b)
	if b.String() != `"2026-11-20"` {
		t.Errorf("written %s", b.String())
	}
	for _, wrong := range []any{"2026-13-01", "20.11.2026", 7, nil} {
		if _, err := scalar.UnmarshalDate(wrong); err == nil {
			t.Errorf("%v is read", wrong)
		}
	}
}
