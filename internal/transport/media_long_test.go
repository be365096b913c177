package transport

import (
	"strings"
	"testing"
	"time"
)

// R74: a long Accept is not read to its end, which takes two milliseconds with each
// request, before anything limits who asks.
func TestR74_ALongAcceptIsNotReadToItsEnd(t *testing.T) {
	t.Parallel()
	for _, header := range []string{strings.Repeat("a/b,", 200_000), strings.Repeat("a/b;q=1;x=2,", 60_000)} {
		took := time.Hour
		for range 20 { // the fastest, on a busy machine
			start := time.Now()
			negotiate([]string{header})
			took = min(took, time.Since(start))
		}
		if took > 20*time.Millisecond {
			t.Errorf("%.20s: it takes %v", header, took)
		}
	}
	if media, ok := negotiate([]string{"application/graphql-response+json", strings.Repeat("a/b,", 8000)}); media != mediaGraphQL || !ok {
		t.Errorf("%s, %v", media, ok)
	}
}
