package gitssh_test

import (
	"strings"
	"testing"
)

// Every process of git has its limits from the start, and goes first where
// memory runs out all the same.
func TestR43_LimitsAreSetOnTheProcess(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	h := w.holdPush(t, w.jane)
	for file, lines := range map[string][]string{
		"limits":        {"Max address space 1073741824", "Max cpu time 600"},
		"oom_score_adj": {"1000"},
	} {
		found := w.statuses(file, "receive-pack")
		if len(found) == 0 {
			t.Error("no process of git was found")
		}
		for path, text := range found {
			for _, want := range lines {
				if !strings.Contains(strings.Join(strings.Fields(text), " "), want) {
					t.Errorf("%s of %s does not say %q:\n%s", file, path, want, text)
				}
			}
		}
	}
	_ = h.input.Close()
	_ = h.wait()
}
