package usage_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/google/uuid"
	"pgregory.net/rapid"

	"portico/internal/usage"
	"portico/internal/usage/reference"
)

var (
	day    = time.Date(2026, 10, 31, 0, 0, 0, 0, time.UTC)
	ada    = uuid.MustParse("00000000-0000-7000-8000-00000000000a")
	bob    = uuid.MustParse("00000000-0000-7000-8000-00000000000b")
	prices = usage.Prices{
		"S": {{MicrosPerHour: 9_589}},
		"M": {{MicrosPerHour: 19_178}, {From: day.Add(90 * time.Minute), MicrosPerHour: 20_001}},
		"L": {{MicrosPerHour: 1}, {From: day.Add(time.Hour), MicrosPerHour: 123_456_789}, {From: day.Add(2 * time.Hour), MicrosPerHour: 0}},
	}
)

// A history is what happened to some resources in four hours, made up.
type history []reference.Resource

func histories(t *rapid.T) history {
	all := make(history, rapid.IntRange(1, 4).Draw(t, "resources"))
	for i := range all {
		kind := rapid.SampledFrom([]usage.Kind{usage.Container, usage.OneOff, usage.Database}).Draw(t, "kind")
		all[i] = reference.Resource{App: uuid.UUID{15: byte(i % 2)}, Kind: kind, Name: fmt.Sprint("r", i), Changes: changes(t, kind)}
	}
	return all
}

// changes are those of a resource: orders to scale, stop, suspend, and transfer, and
// facts that confirm, contradict, repeat, or come late. Many fall into one minute, and
// some onto one instant.
func changes(t *rapid.T, kind usage.Kind) []usage.Change {
	at, payer, most := day, ada, 3
	if kind != usage.Container {
		most = 1
	}
	all := make([]usage.Change, rapid.IntRange(0, 14).Draw(t, "changes"))
	for i := range all {
		at = at.Add(rapid.SampledFrom([]time.Duration{0, time.Microsecond, 2 * time.Second, 20 * time.Second, time.Minute, 17 * time.Minute, time.Hour}).Draw(t, "later"))
		if kind != usage.OneOff && rapid.IntRange(0, 9).Draw(t, "transfer") == 0 {
			payer = bob
		}
		c := usage.Change{At: at, Key: fmt.Sprintf("%02d", i), Payer: payer, Quantity: rapid.IntRange(0, most).Draw(t, "quantity")}
		c.Plan = rapid.SampledFrom([]string{"S", "M", "L"}).Draw(t, "plan")
		c.Reason = rapid.SampledFrom([]usage.EndReason{usage.Scaled, usage.Suspended}).Draw(t, "reason")
		if rapid.Bool().Draw(t, "fact") {
			c.Source, c.Payer = usage.Fact, uuid.Nil
			if kind == usage.Database {
				c.Plan = ""
			}
		}
		all[i] = c
	}
	return all
}

// pieces are what an account pays for.
func (h history) pieces(payer uuid.UUID) (all []usage.Piece) {
	for _, r := range h {
		for _, l := range usage.Lifespans(r.Changes) {
			if l.Payer == payer {
				all = append(all, usage.Piece{App: r.App, Kind: r.Kind, Resource: r.Name, Lifespan: l})
			}
		}
	}
	return all
}

// periods are two instants, which lie on no minute in general.
func periods(t *rapid.T) (from, to time.Time) {
	from = day.Add(time.Duration(rapid.IntRange(-60, 180).Draw(t, "from")) * time.Minute)
	return from, from.Add(time.Duration(rapid.IntRange(0, 5*3600).Draw(t, "seconds")) * time.Second)
}

func minutesOf(lines []usage.Line) map[usage.Item]int64 {
	all := map[usage.Item]int64{}
	for _, l := range lines {
		all[l.Item] += l.UnitMinutes
	}
	return all
}

func TestU1_MinutesAreThoseOfTheSlowCalculator(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		h := histories(t)
		from, to := periods(t)
		for _, payer := range []uuid.UUID{ada, bob} {
			fast := minutesOf(linesOf(t, h.pieces(payer), prices, from, to))
			if slow := reference.Lines(payer, h, prices, from, to); !maps.Equal(fast, slow) {
				t.Fatalf("fast %v\nslow %v", fast, slow)
			}
		}
	})
}

func TestU2_NoMinuteOfAResourceIsInTwoLifespans(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		spans := usage.Lifespans(changes(t, usage.Container))
		for i := 1; i < len(spans); i++ {
			if spans[i].From.Before(spans[i-1].To) || spans[i-1].End.IsZero() {
				t.Fatalf("%v\nand %v overlap", spans[i-1], spans[i])
			}
		}
	})
}

// Time may be cut anywhere on the grid: the minutes of the parts are those of the whole.
func TestU3_ACutChangesNothing(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		pieces := histories(t).pieces(ada)
		from, to := periods(t)
		cut := from.Add(time.Duration(rapid.IntRange(0, int(to.Sub(from)/time.Minute)).Draw(t, "cut")) * time.Minute)
		whole := minutesOf(linesOf(t, pieces, prices, from, to))
		parts := minutesOf(append(linesOf(t, pieces, prices, from, cut), linesOf(t, pieces, prices, cut, to)...))
		if !maps.Equal(whole, parts) {
			t.Fatalf("whole %v\nparts %v", whole, parts)
		}
	})
}

// A fact that is repeated is refused by its key; here it is one of the order.
func TestU4_TheOrderOfArrivalChangesNothing(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		all := changes(t, usage.Container)
		want := usage.Lifespans(all)
		seed := rapid.Uint64().Draw(t, "seed")
		rand.New(rand.NewPCG(seed, 1)).Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		if got := usage.Lifespans(all); !slices.Equal(got, want) {
			t.Fatalf("got  %v\nwant %v", got, want)
		}
	})
}

// From an order to stop until the next order nothing is billed, whatever is reported.
func TestU5_WhatIsOrderedToStopCostsNothing(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		all := changes(t, usage.Container)
		for _, s := range usage.Lifespans(all) {
			for i, c := range all {
				if c.Source != usage.Order || c.Quantity > 0 {
					continue
				}
				until := nextOrder(all[i+1:])
				if !until.After(c.At) {
					continue // taken back at once
				}
				if s.Start.Before(until) && (s.End.IsZero() || s.End.After(c.At)) {
					t.Fatalf("ordered to stop at %v, until %v; %v", c.At, until, s)
				}
			}
		}
	})
}

func nextOrder(all []usage.Change) time.Time {
	for _, c := range all {
		if c.Source == usage.Order {
			return c.At
		}
	}
	return day.AddDate(1, 0, 0)
}

func TestU7_AMinuteHasOnePayer(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		h := history{{Kind: usage.Container, Name: "web", Changes: changes(t, usage.Container)}}
		for m := day; m.Before(day.Add(3 * time.Hour)); m = m.Add(time.Minute) {
			end := m.Add(time.Minute)
			hers, his := linesOf(t, h.pieces(ada), prices, m, end), linesOf(t, h.pieces(bob), prices, m, end)
			if len(hers)+len(his) > 1 {
				t.Fatalf("minute %v is paid for by %v and by %v", m, hers, his)
			}
		}
	})
}

// M7: each line is what it costs, give or take less than a cent, and all of them together
// are what everything costs, rounded once.
func TestM7_LinesAddUpToWhatEverythingCosts(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		pieces := histories(t).pieces(ada)
		from, to := periods(t)
		lines := linesOf(t, pieces, prices, from, to)
		for _, l := range lines {
			if !reference.Near(l.Amount, l.UnitMinutes, l.MicrosPerHour) {
				t.Fatalf("%v", l)
			}
		}
		if got, want := usage.Total(lines), reference.Total(minutesOf(lines)); got != want {
			t.Fatalf("%v are %d together, want %d", lines, got, want)
		}
	})
}

func TestATallyIsTheSumOfTheLines(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		pieces := histories(t).pieces(ada)
		from, to := periods(t)
		tally := usage.NewTally(prices, from, to)
		for _, p := range pieces {
			tally.Add(p)
		}
		got, err := tally.Total()
		if want := usage.Total(linesOf(t, pieces, prices, from, to)); err != nil || got != want {
			t.Fatalf("%d (%v), want %d", got, err, want)
		}
	})
}

// linesOf are lines whose amounts are not too large.
func linesOf(t rapid.TB, pieces []usage.Piece, prices usage.Prices, from, to time.Time) []usage.Line {
	c := usage.NewCounter(prices, from, to)
	for _, p := range pieces {
		c.Add(p)
	}
	lines, err := c.Lines()
	if err != nil {
		t.Fatal(err)
	}
	return lines
}
