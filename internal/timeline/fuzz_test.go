package timeline_test

import (
	"errors"
	"testing"

	"github.com/google/uuid"

	"portico/internal/problem"
	"portico/internal/timeline"
)

// R32: a cursor that is taken is one of the stream, written as we write it.
func FuzzR32StreamCursor(f *testing.F) {
	stream, other := uuid.Must(uuid.NewV7()), uuid.Must(uuid.NewV7())
	for _, seed := range []string{
		timeline.Position(stream, 7, 9), timeline.Position(stream, -1, 9), timeline.Position(other, 7, 9), timeline.Position(stream, 1<<62, 0),
		"", "x", timeline.Position(stream, 7, 9) + "=", timeline.Position(stream, 7, 9) + "\n",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, cursor string) {
		again, err := timeline.ParseCursor(stream, cursor)
		var no *problem.Refusal
		switch {
		case err == nil && again != cursor:
			t.Errorf("%q is taken for %q", cursor, again)
		case err != nil && (!errors.As(err, &no) || no.Reason != problem.BadUserInput):
			t.Errorf("%q: %v", cursor, err)
		}
	})
}
