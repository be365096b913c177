package state_test

import (
	"testing"

	"portico/internal/state"
)

type light string

var lights = state.Table[light]{Name: "Light", Start: "RED", Rows: []state.Row[light]{
	{State: "RED", Next: []light{"GREEN"}}, {State: "GREEN", Next: []light{"RED", "BROKEN"}}, {State: "BROKEN"},
}}

func TestWhichStateCanFollow(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		from, to light
		ok       bool
	}{{"RED", "GREEN", true}, {"GREEN", "BROKEN", true}, {"RED", "RED", true}, {"RED", "BROKEN", false}, {"BROKEN", "RED", false}, {"BLUE", "RED", false}} {
		if err := lights.Check(c.from, c.to); (err == nil) != c.ok {
			t.Errorf("from %s to %s: %v", c.from, c.to, err)
		}
	}
}

func TestDiagram(t *testing.T) {
	t.Parallel()
	want := "stateDiagram-v2\n    [*] --> RED\n    RED --> GREEN\n    GREEN --> RED\n    GREEN --> BROKEN\n    BROKEN --> [*]\n"
	if got := lights.Diagram(); got != want {
		t.Errorf("drawn is\n%s", got)
	}
}
