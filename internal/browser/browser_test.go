package browser_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"portico/internal/browser"
	"portico/internal/request"
)

// R74: a long User-Agent is not read to its end, which would take milliseconds with each
// request, before anything limits who asks.
func TestR74_ALongUserAgentIsNotReadToItsEnd(t *testing.T) {
	t.Parallel()
	for name, header := range map[string]string{
		"many words":   strings.Repeat("a/1 ", 200_000),
		"many letters": strings.Repeat("ﬀ", 250_000),
		"many parts":   "Mozilla/5.0 (" + strings.Repeat("a;", 400_000) + ")",
	} {
		took := time.Hour
		for range 20 { // the fastest, on a busy machine
			start := time.Now()
			browser.With(t.Context(), browser.Browser{UserAgent: header})
			took = min(took, time.Since(start))
		}
		if took > 20*time.Millisecond {
			t.Errorf("%s: it takes %v", name, took)
		}
	}
	const firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0"
	if got := request.OriginOf(browser.With(context.Background(), browser.Browser{UserAgent: firefox})).Device; got != "Firefox on Linux" {
		t.Errorf("it is %q", got)
	}
}
