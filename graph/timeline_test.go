package graph_test

import (
	"context"
	"errors"
	"iter"
	"slices"
	"testing"
	"testing/synctest"

	"portico/graph"
)

// A subscription's channel ends with its sequence, however that ends: with an
// error, with a fault that would take the program along, or because nobody
// reads any more.
func TestStreamsEndWithTheirSequence(t *testing.T) {
	t.Parallel()
	numbers := func(end func(yield func(int, error) bool)) iter.Seq2[int, error] {
		return func(yield func(int, error) bool) {
			for n := range 3 {
				if !yield(n, nil) {
					return
				}
			}
			end(yield)
		}
	}
	for name, end := range map[string]func(yield func(int, error) bool){
		"its end":  func(func(int, error) bool) {},
		"an error": func(yield func(int, error) bool) { yield(0, errors.New("x")) },
		"a panic":  func(func(int, error) bool) { panic("x") },
	} {
		var got []int
		for n := range graph.Stream(t.Context(), numbers(end)) {
			got = append(got, n)
		}
		if !slices.Equal(got, []int{0, 1, 2}) {
			t.Errorf("%s: %v", name, got)
		}
	}
	synctest.Test(t, func(t *testing.T) { // fails where a goroutine is left waiting
		ctx, cancel := context.WithCancel(t.Context())
		c := graph.Stream(ctx, numbers(func(func(int, error) bool) {}))
		<-c
		synctest.Wait()
		cancel()
		synctest.Wait()
		if n, open := <-c; open {
			t.Errorf("%d came after the end", n)
		}
	})
}
