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

// R40, R77: an event that had to wait for the pace is handed on only if the viewer
// may still see it.
func TestR40_R77_WhatWaitedIsCheckedAgain(t *testing.T) {
	t.Parallel()
	numbers := func(yield func(int, error) bool) {
		for n := range 5 {
			if !yield(n, nil) {
				return
			}
		}
	}
	gone := errors.New("gone")
	for name, c := range map[string]struct {
		waits   int // from which on
		allowed error
		want    []int
		err     error
	}{
		"no wait, no question": {waits: 9, allowed: gone, want: []int{0, 1, 2, 3, 4}},
		"still allowed":        {waits: 2, want: []int{0, 1, 2, 3, 4}},
		"not any more":         {waits: 2, allowed: gone, want: []int{0, 1}, err: gone},
	} {
		var got []int
		var last error
		asked := 0
		pace := func(context.Context) (bool, error) { asked++; return asked > c.waits, nil }
		for n, err := range graph.Paced(t.Context(), numbers, pace, func(context.Context) error { return c.allowed }) {
			if last = err; err == nil {
				got = append(got, n)
			}
		}
		if !slices.Equal(got, c.want) || !errors.Is(last, c.err) {
			t.Errorf("%s: %v %v", name, got, last)
		}
	}
	stop := errors.New("stop")
	for _, err := range graph.Paced(t.Context(), numbers, func(context.Context) (bool, error) { return false, stop }, nil) {
		if !errors.Is(err, stop) {
			t.Error(err)
		}
	}
}
