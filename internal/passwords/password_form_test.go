package passwords_test

import (
	"strings"
	"testing"
	"time"

	"portico/internal/passwords"
	"portico/internal/problem"
)

// R74: a guest's password is checked before anything counts the attempt. One that is too
// long in every form is not normalized, which takes 30 milliseconds for what fits into a
// request.
func TestR74_ALongPasswordIsNotNormalized(t *testing.T) {
	t.Parallel()
	took, long := time.Hour, strings.Repeat("\ufb2c", 1_600_000)
	for range 20 { // the fastest, on a busy machine
		start := time.Now()
		wrong := passwords.CheckLength("password", long, passwords.MinPassword)
		took = min(took, time.Since(start))
		if wrong == nil || wrong.Code != problem.TooLong {
			t.Errorf("%v", wrong)
		}
	}
	if took > 40*time.Millisecond {
		t.Errorf("it takes %v", took)
	}
	longest := strings.Repeat("a\u0323\u0302", 1024) // 1,024 characters once they are composed
	if wrong := passwords.CheckLength("password", longest, passwords.MinPassword); wrong != nil {
		t.Errorf("the longest is refused: %v", wrong)
	}
}
