package billing_test

import (
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"
	"time"

	"portico/ent"
	"portico/ent/billingprofile"
	"portico/internal/billing"
	"portico/internal/store"
	"portico/internal/testkit"
	"portico/internal/vies"
)

const day = 24 * time.Hour

// An office is a world whose VAT numbers are checked by a server that speaks VIES's REST
// API: it knows some numbers, or is away.
type office struct {
	*testkit.World
	ada context.Context

	mu    sync.Mutex
	known map[string]bool
	away  bool
	asked int
	while func() // what happens before it answers
}

func newOffice(t *testing.T) *office {
	o := &office{known: map[string]bool{"DE136695976": true}, while: func() {}}
	o.World, o.ada = testkit.WithAccount(t, "ada")
	server := httptest.NewServer(o)
	t.Cleanup(server.Close)
	o.BillingProfiles.VIES = vies.NewClient(server.URL, o.Now)
	testkit.Must(t, 0, o.BillingProfiles.Update(o.ada, testkit.Billing()))
	return o
}

func (o *office) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	var question struct{ CountryCode, VatNumber string }
	_ = json.NewDecoder(r.Body).Decode(&question)
	o.mu.Lock()
	defer o.mu.Unlock()
	o.asked++
	o.while()
	w.Header().Set("Content-Type", "application/json")
	if o.away {
		w.WriteHeader(http.StatusInternalServerError)
		_, _ = io.WriteString(w, `{"actionSucceed":false,"errorWrappers":[{"error":"MS_UNAVAILABLE"}]}`)
		return
	}
	_ = json.NewEncoder(w).Encode(map[string]any{
		"countryCode": question.CountryCode, "vatNumber": question.VatNumber, "requestDate": "2026-11-20T12:00:00Z",
		"valid": o.known[question.CountryCode+question.VatNumber], "name": "---", "address": "---",
	})
}

// set changes what the server does.
func (o *office) set(change func()) {
	o.mu.Lock()
	defer o.mu.Unlock()
	change()
}

// questions is how often the server was asked.
func (o *office) questions() int {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.asked
}

// expect runs what is due, and checks what is known then, after how many questions, and in
// what time VIES is asked again; zero: never.
func (o *office) expect(status billingprofile.VatStatus, asked int, again time.Duration) {
	o.T.Helper()
	job := o.BillingProfiles.CheckVATJob()
	o.RunDue(job)
	b, err := o.BillingProfiles.Get(o.ada)
	testkit.Must(o.T, b, err)
	if n := o.questions(); b.VatStatus != status || n != asked {
		o.T.Errorf("%s after %d questions, want %s after %d", b.VatStatus, n, status, asked)
	}
	next, err := job.Next(o.T.Context())
	if testkit.Must(o.T, next, err); next.IsZero() != (again == 0) || again != 0 && next.Sub(o.Now()) != again {
		o.T.Errorf("it is asked again at %v, and it is %v", next, o.Now())
	}
}

func TestVIESConfirmsANumberForNinetyDays(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	o.expect("CONFIRMED", 1, 90*day)
	o.Clock.Move(90*day - time.Second)
	o.expect("CONFIRMED", 1, time.Second)
	o.Clock.Move(time.Second)
	o.expect("CONFIRMED", 2, 90*day)
	o.set(func() { o.known = nil })
	o.Clock.Move(90 * day)
	o.expect("REFUSED", 3, 0)
	if n := updates(o.World, o.ada); n != 1 {
		t.Errorf("%d events tell of one change", n)
	}
}

func TestVIESRefusesANumber(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	o.set(func() { o.known = map[string]bool{"DE811569869": true} })
	o.expect("REFUSED", 1, 0)
	o.Clock.Move(365 * day)
	o.expect("REFUSED", 1, 0)
	testkit.Must(t, 0, o.BillingProfiles.Update(o.ada, billing.Change{VatNumber: text("DE811569869")}))
	b, err := o.BillingProfiles.Get(o.ada)
	if testkit.Must(t, b, err); b.VatStatus != "UNCHECKED" || b.VatAnsweredAt != nil {
		t.Errorf("of a new number it is known: %v", b)
	}
	o.expect("CONFIRMED", 2, 90*day)
	testkit.Must(t, 0, o.BillingProfiles.Update(o.ada, billing.Change{VatNumber: text("")}))
	o.expect("NONE", 2, 0)
}

// While VIES is away, what it said last counts, and it is asked ever more rarely.
func TestAVIESThatIsAwayIsAskedEverMoreRarely(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	o.set(func() { o.away = true })
	asked, waited := 0, time.Duration(0)
	for wait := time.Minute; wait <= 1024*time.Minute; wait *= 2 {
		asked++
		o.expect("UNCHECKED", asked, wait)
		o.Clock.Move(wait)
		waited += wait
	}
	for range 15 {
		asked++
		o.expect("UNCHECKED", asked, day)
		o.Clock.Move(day)
	}
	o.set(func() { o.away = false })
	o.expect("CONFIRMED", asked+1, 90*day)
	o.set(func() { o.away = true })
	o.Clock.Move(90 * day)
	o.expect("CONFIRMED", asked+2, time.Minute)
	if waited < day {
		t.Errorf("it waited %v", waited)
	}
}

// What VIES says of a number is not said of the one that has taken its place meanwhile;
// nor does anybody wait for VIES.
func TestANumberThatChangesWhileVIESIsAsked(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	o.set(func() {
		o.while = func() {
			o.while = func() {}
			testkit.Must(t, 0, o.BillingProfiles.Update(o.ada, billing.Change{VatNumber: text("DE811569869")}))
		}
	})
	job := o.BillingProfiles.CheckVATJob()
	o.RunDue(job)
	b, err := o.BillingProfiles.Get(o.ada)
	if testkit.Must(t, b, err); b.VatStatus != "UNCHECKED" || b.VatNumber != "DE811569869" {
		t.Errorf("%v", b)
	}
	o.expect("REFUSED", 2, 0)
}

// Of several workers, the answer of one counts.
func TestSeveralWorkersAskVIES(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	o.RunAtOnce(4, o.BillingProfiles.CheckVATJob)
	o.expect("CONFIRMED", o.questions(), 90*day)
}

// erase is what the deletion of the account does.
func (o *office) erase() error {
	return store.Do(o.ada, o.DB, func(tx *ent.Tx) error { return o.BillingProfiles.Holding().Erase(o.ada, tx, nil) })
}

// A profile that is deleted while VIES is asked is no fault.
func TestAProfileThatGoesWhileVIESIsAsked(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	o.set(func() {
		o.while = func() { testkit.Must(t, 0, o.erase()) }
	})
	o.RunDue(o.BillingProfiles.CheckVATJob())
	if b, err := o.BillingProfiles.Get(o.ada); b != nil || err != nil {
		t.Errorf("%v, %v", b, err)
	}
}
