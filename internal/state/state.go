// Package state keeps the states of things as tables: which states there are, and which
// one can follow which. Where a state changes, the table is asked; the documentation
// draws it.
package state

import (
	"fmt"
	"slices"
	"strings"
)

// A Table is the states of one thing, in the order in which they usually follow each
// other.
type Table[S ~string] struct {
	// Name says what is in these states, as the documentation calls it.
	Name string
	// Start is the state of something new.
	Start S
	Rows  []Row[S]
}

// A Row is a state and the ones that can follow it. None: it is the last one.
type Row[S ~string] struct {
	State S
	Next  []S
}

// Check returns an error where a state can't follow another one. The same state can
// always follow: nothing changes.
func (t Table[S]) Check(from, to S) error {
	if from == to {
		return nil
	}
	for _, r := range t.Rows {
		if r.State == from && slices.Contains(r.Next, to) {
			return nil
		}
	}
	return fmt.Errorf("%s can't go from %s to %s", t.Name, from, to)
}

// States are all states of the table.
func (t Table[S]) States() []S {
	all := make([]S, len(t.Rows))
	for i, r := range t.Rows {
		all[i] = r.State
	}
	return all
}

// Diagram draws the table in Mermaid's language.
func (t Table[S]) Diagram() string {
	var b strings.Builder
	fmt.Fprintf(&b, "stateDiagram-v2\n    [*] --> %s\n", t.Start)
	for _, r := range t.Rows {
		for _, next := range r.Next {
			fmt.Fprintf(&b, "    %s --> %s\n", r.State, next)
		}
		if len(r.Next) == 0 {
			fmt.Fprintf(&b, "    %s --> [*]\n", r.State)
		}
	}
	return b.String()
}
