package assembly_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"portico/internal/addon"
	"portico/internal/oneoff"
	"portico/internal/platform"
	"portico/internal/testkit"
)

var updateStates = flag.Bool("update-states", false, "draw docs/states.md again")

// The documentation draws the tables that the code asks.
func TestStatesAreDrawn(t *testing.T) {
	t.Parallel()
	var b strings.Builder
	b.WriteString("# States\n\nDrawn from the tables in the code by `go test ./internal/assembly -run States -update-states`.\n")
	for _, diagram := range []struct{ name, about, drawing string }{
		{platform.Statuses.Name, "Whether an app runs. It follows from its containers.", platform.Statuses.Diagram()},
		{addon.Statuses.Name, "What an add-on is doing. One that is removed has no state: its row is deleted.", addon.Statuses.Diagram()},
		{oneoff.Statuses.Name, "What a one-off container is doing. It stays in the list when it has ended.", oneoff.Statuses.Diagram()},
	} {
		b.WriteString("\n## " + diagram.name + "\n\n" + diagram.about + "\n\n```mermaid\n" + diagram.drawing + "```\n")
	}
	path := filepath.Join(testkit.Root(t), "docs", "states.md")
	if *updateStates {
		testkit.Must(t, 0, os.WriteFile(path, []byte(b.String()), 0o644))
	}
	drawn, err := os.ReadFile(path)
	if testkit.Must(t, drawn, err); string(drawn) != b.String() {
		t.Error("docs/states.md shows other states than the code has: draw it again with -update-states")
	}
}
