package vies_test

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"sync"
	"testing"
	"time"

	"portico/internal/vatnumber"
	"portico/internal/vies"
)

// A desk is a server that speaks VIES's REST API, and a client that asks it.
type desk struct {
	*vies.Client
	now time.Time

	mu     sync.Mutex
	answer http.HandlerFunc
	asked  []string
}

func newDesk(t *testing.T) *desk {
	d := &desk{now: time.Date(2026, 11, 20, 12, 0, 0, 0, time.UTC)}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		d.mu.Lock()
		d.asked = append(d.asked, r.Method+" "+r.URL.Path+" "+r.Header.Get("Content-Type")+" "+string(body))
		answer := d.answer
		d.mu.Unlock()
		answer(w, r)
	}))
	t.Cleanup(server.Close)
	d.Client = vies.NewClient(server.URL+"/rest-api", func() time.Time { return d.now })
	return d
}

// will has the server answer so from now on.
func (d *desk) will(answer http.HandlerFunc) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.answer = answer
}

// questions are what was asked until now.
func (d *desk) questions() []string {
	d.mu.Lock()
	defer d.mu.Unlock()
	return slices.Clone(d.asked)
}

// says answers as VIES does.
func says(status int, text string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(status)
		_, _ = io.WriteString(w, text)
	}
}

const (
	known = `{"countryCode":"DE","vatNumber":"136695976","requestDate":"2026-11-20T12:00:00.000Z","valid":true,"requestIdentifier":"",
		"name":"---","address":"---","traderName":"---","traderStreet":"---","traderNameMatch":"NOT_PROCESSED"}`
	unknown = `{"countryCode":"DE","vatNumber":"136695976","requestDate":"2026-11-20T12:00:00.000Z","valid":false,"requestIdentifier":"","name":"---","address":"---"}`
)

func fault(name string) string {
	return `{"actionSucceed":false,"errorWrappers":[{"error":"` + name + `","message":"` + name + `"}]}`
}

func TestWhatVIESSays(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		answer      http.HandlerFunc
		valid       bool
		unavailable bool
	}{
		"known":                 {says(200, known), true, false},
		"unknown":               {says(200, unknown), false, false},
		"no number at all":      {says(400, fault("INVALID_INPUT")), false, false},
		"the state is away":     {says(500, fault("MS_UNAVAILABLE")), false, true},
		"away, with status OK":  {says(200, fault("MS_UNAVAILABLE")), false, true},
		"too many":              {says(500, fault("GLOBAL_MAX_CONCURRENT_REQ")), false, true},
		"too many of a state":   {says(200, fault("MS_MAX_CONCURRENT_REQ")), false, true},
		"late":                  {says(504, fault("TIMEOUT")), false, true},
		"blocked":               {says(403, fault("IP_BLOCKED")), false, true},
		"a page":                {says(503, "<html>Maintenance</html>"), false, true},
		"nothing":               {says(200, ""), false, true},
		"an empty object":       {says(200, "{}"), false, true},
		"a yes with a fault":    {says(502, known), false, true},
		"no, because it's away": {says(200, `{"valid":false,"actionSucceed":false,"errorWrappers":[{"error":"MS_UNAVAILABLE"}]}`), false, true},
		"endless":               {says(200, `{"name":"`+string(make([]byte, 1<<20))), false, true},
		"elsewhere":             {http.RedirectHandler("https://other.example", http.StatusFound).ServeHTTP, false, true},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d := newDesk(t)
			d.will(c.answer)
			valid, err := d.Valid(t.Context(), "DE136695976")
			if valid != c.valid || errors.Is(err, vies.ErrUnavailable) != c.unavailable || (err != nil) != c.unavailable {
				t.Errorf("%v, %v", valid, err)
			}
		})
	}
}

func TestVIESIsAskedWithThePrefixApart(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	d.will(says(200, known))
	number, _ := vatnumber.Parse("GR", "GR094259216")
	if _, err := d.Valid(t.Context(), number); err != nil {
		t.Fatal(err)
	}
	want, _ := json.Marshal(map[string]string{"countryCode": "EL", "vatNumber": "094259216"})
	if got := d.questions()[0]; got != "POST /rest-api/check-vat-number application/json "+string(want) {
		t.Errorf("it was asked %s", got)
	}
}

// Where VIES doesn't answer at all, it is left alone for a minute: other numbers wait
// for each question. Where it says that a state is away, other states may be there.
func TestAVIESThatIsAwayIsNotAskedAgainAtOnce(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	d.HTTP.Timeout = 50 * time.Millisecond
	d.will(func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() })
	expect := func(asked int) {
		t.Helper()
		if _, err := d.Valid(t.Context(), "DE136695976"); !errors.Is(err, vies.ErrUnavailable) {
			t.Errorf("it says %v", err)
		}
		if n := len(d.questions()); n != asked {
			t.Errorf("it was asked %d times, want %d", n, asked)
		}
	}
	expect(1)
	expect(1)
	d.HTTP.Timeout = time.Minute
	d.now = d.now.Add(time.Minute)
	d.will(says(200, fault("MS_UNAVAILABLE")))
	expect(2)
	expect(3)
}

// A program that stops has learned nothing about VIES.
func TestAQuestionThatIsGivenUp(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	ctx, cancel := context.WithCancel(t.Context())
	d.will(func(_ http.ResponseWriter, r *http.Request) { cancel(); <-r.Context().Done() })
	if _, err := d.Valid(ctx, "DE136695976"); err == nil {
		t.Error("it has an answer")
	}
	d.will(says(200, known))
	if valid, err := d.Valid(t.Context(), "DE136695976"); !valid || err != nil {
		t.Errorf("%v, %v", valid, err)
	}
}
