//go:build race

package main

// withRace tells whether the race detector watches, which slows down what allocates a
// lot.
const withRace = true
