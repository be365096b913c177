package timeline

import (
	"testing"

	"pgregory.net/rapid"
)

func edgesFrom(after, to int64) (edges []*Edge) {
	for seq := after + 1; seq <= to; seq++ {
		edges = append(edges, &Edge{seq: seq})
	}
	return edges
}

// Whatever order hints, readings and joins come in: what memory answers is the
// stream without a gap, and "nothing more" is only said where no hint came
// since the end was read.
func TestMemoryAnswersAsTheStreamDoes(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		tail := &tail{signal: make(chan struct{})}
		head, hinted := int64(rapid.IntRange(0, 5).Draw(t, "head")), int64(0)
		type reading struct {
			after, to int64
			began     <-chan struct{}
		}
		var under *reading // one at a time: a lock is held meanwhile
		somewhere := func() int64 { return rapid.Int64Range(0, head).Draw(t, "seq") }
		t.Repeat(map[string]func(*rapid.T){
			"events":         func(t *rapid.T) { head += rapid.Int64Range(1, 2*tailSize).Draw(t, "n") },
			"a hint":         func(*rapid.T) { tail.wake(); hinted = head },
			"somebody joins": func(*rapid.T) { tail.saw(somewhere()) },
			"a reading begins": func(t *rapid.T) {
				if under == nil {
					after := somewhere()
					under = &reading{after, head, tail.moved()}
				}
			},
			"it ends": func(*rapid.T) {
				if under != nil {
					tail.keep(under.after, edgesFrom(under.after, under.to), under.began)
					under = nil
				}
			},
			"": func(t *rapid.T) {
				seq := somewhere()
				edges, ok := tail.kept(seq)
				if !ok {
					return
				}
				for i, e := range edges {
					if e.seq != seq+1+int64(i) {
						t.Fatalf("after %d comes %d at %d", seq, e.seq, i)
					}
				}
				if len(edges) == 0 && seq < hinted {
					t.Fatalf("after %d nothing more comes, though there was a hint of %d", seq, hinted)
				}
				if len(tail.edges) > tailSize {
					t.Fatalf("%d are kept", len(tail.edges))
				}
			},
		})
	})
}

// Nobody sleeps on while another one knows that there is more: either they were
// woken, or the comparison with the head would find it.
func TestNobodyIsLeftBehindUnnoticed(t *testing.T) {
	t.Parallel()
	for name, further := range map[string]func(*tail){
		"joined further on":          func(t *tail) { t.saw(9) },
		"read further":               func(t *tail) { t.keep(3, edgesFrom(3, 9), t.moved()) },
		"read behind a gap":          func(t *tail) { t.saw(7); t.keep(7, edgesFrom(7, 9), t.moved()) },
		"read to the end of nothing": func(t *tail) { t.keep(9, nil, t.moved()) },
	} {
		tail := &tail{signal: make(chan struct{})}
		tail.keep(0, edgesFrom(0, 5), tail.moved())
		sleeps := tail.moved() // after number 5
		further(tail)
		select {
		case <-sleeps:
		default:
			if tail.last() > 5 {
				t.Errorf("%s: who waits after 5 was not woken, and the head is said to be known to %d", name, tail.last())
			}
		}
		if edges, ok := tail.kept(5); ok && len(edges) == 0 {
			t.Errorf("%s: memory says that nothing comes after 5", name)
		}
	}
}
