//go:build race

package main

// raceSlowdown is how much longer a large request may take with the race detector,
// which also slows the test that writes it. Without the detector the bound is exact.
const raceSlowdown = 10
