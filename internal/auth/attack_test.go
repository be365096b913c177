package auth_test

import (
	"fmt"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"portico/internal/passwords"
	"portico/internal/signin"
	"portico/internal/testkit"
)

// However many sign in at once, as many hashes are made at a time as there are
// slots, of 64 MiB each; the others wait in the queue or are told to come back.
func TestLoadIsBoundedByTheSlots(t *testing.T) {
	t.Parallel()
	w := testkit.New(t)
	*w.Passwords = *passwords.Strong(2)
	counted := count(w)
	room := int64(w.Passwords.Queue.Places)
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	got := atOnce(200, func(i int) error {
		b := w.Browser()
		b.Address = fmt.Sprintf("203.0.%d.7", i)
		return second(w.Accounts.SignIn(b.Request(), signin.SignIn{Login: fmt.Sprintf("nobody-%d", i), Password: "not the password"}))
	})
	runtime.ReadMemStats(&after)
	t.Logf("%v; %d hashes, %d at once; %d MiB of the system", got, counted.hashes.Load(), counted.most.Load(), (after.Sys-before.Sys)>>20)
	if most := counted.most.Load(); most > 2 || most < 1 {
		t.Errorf("%d hashes at once", most)
	}
	if n := counted.hashes.Load(); n < room || int(n) != got[" WRONG_CREDENTIALS"] || got[" WRONG_CREDENTIALS"]+got["RATE_LIMITED"] != 200 {
		t.Errorf("%d hashes, a queue of %d, and %v", n, room, got)
	}
}

// BenchmarkSignInUnderAttack tells how much longer another user's sign-in takes
// while somebody makes 1000 guesses a second at one account, with real parameters.
func BenchmarkSignInUnderAttack(b *testing.B) {
	w := testkit.New(b)
	*w.Passwords = *passwords.Strong(runtime.NumCPU())
	w.Account("ada")
	w.Account("eve")
	signIn := func() time.Duration {
		began := time.Now()
		testkit.Must(b, 0, second(w.Accounts.SignIn(w.Browser().Request(), signin.SignIn{Login: "eve", Password: testkit.Password})))
		return time.Since(began)
	}
	signIn()
	guesses := 0
	for b.Loop() {
		var peace, war []time.Duration
		for range 15 { // by turns, so that what else the machine does weighs on both
			peace = append(peace, signIn())
			stop := attack(w)
			war = append(war, signIn())
			guesses += stop()
		}
		ratio := float64(median(war)) / float64(median(peace))
		b.ReportMetric(ratio, "times")
		b.ReportMetric(float64(median(peace).Milliseconds()), "ms/peace")
		b.ReportMetric(float64(median(war).Milliseconds()), "ms/attack")
		if ratio >= 2 {
			b.Errorf("under attack, signing in takes %.1f times as long", ratio)
		}
	}
	b.ReportMetric(float64(guesses)/float64(b.N), "guesses/op")
}

func median(all []time.Duration) time.Duration {
	slices.Sort(all)
	return all[len(all)/2]
}

// attack guesses at ada's password from four networks, until it is stopped; then it
// tells how many guesses those were.
func attack(w *testkit.World) (stop func() int) {
	var wg sync.WaitGroup
	var guesses atomic.Int64
	done := make(chan struct{})
	for i := range 4 {
		b := w.Browser()
		b.Address = fmt.Sprintf("203.0.%d.7", i)
		wg.Go(func() {
			pace := time.NewTicker(4 * time.Millisecond)
			defer pace.Stop()
			for {
				select {
				case <-done:
					return
				case <-pace.C:
					_, _ = w.Accounts.SignIn(b.Request(), signin.SignIn{Login: "ada", Password: "not the password"})
					guesses.Add(1)
				}
			}
		})
	}
	return func() int { close(done); wg.Wait(); return int(guesses.Load()) }
}
