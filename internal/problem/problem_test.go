package problem_test

import (
	"errors"
	"fmt"
	"testing"

	"portico/internal/problem"
)

func TestInputsAreFoundHoweverWrapped(t *testing.T) {
	t.Parallel()
	a, b := problem.In("a", problem.Required, "Give %s.", "a"), problem.In("b", problem.TooLong, "Give less.")
	for _, c := range []struct {
		name string
		err  error
		want int
	}{
		{"nothing", nil, 0},
		{"nothing collected", problem.Collect(nil, nil), 0},
		{"another error", errors.New("x"), 0},
		{"a refusal", problem.Missing(), 0},
		{"one", a, 1},
		{"one, wrapped", fmt.Errorf("save: %w", a), 1},
		{"collected", problem.Collect(nil, a, nil, b), 2},
		{"collected, wrapped", fmt.Errorf("save: %w", problem.Collect(a, b)), 2},
	} {
		got, ok := problem.InputsOf(c.err)
		if len(got) != c.want || ok != (c.want > 0) {
			t.Errorf("%s: %v, %v", c.name, got, ok)
		}
	}
	if err := problem.Collect(nil); err != nil {
		t.Errorf("a nil that is not nil: %#v", err)
	}
	if got := problem.Collect(a, b).Error(); got != "Give a.\nGive less." {
		t.Errorf("%q", got)
	}
}

func TestRefusalsAreFoundWrapped(t *testing.T) {
	t.Parallel()
	var r *problem.Refusal
	if err := fmt.Errorf("load: %w", problem.Missing()); !errors.As(err, &r) || r.Reason != problem.NotFound || r.Error() == "" {
		t.Errorf("%v", r)
	}
}
