// Package vies asks VIES, the service of the European Commission, whether a VAT number was
// given to a business. It stores nothing and decides nothing; what VIES can't say now is
// ErrUnavailable, and never a no.
package vies

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"slices"
	"sync"
	"time"

	"portico/internal/vatnumber"
)

// URL is where VIES answers.
const URL = "https://ec.europa.eu/taxation_customs/vies/rest-api"

const (
	// wait is the longest that one question takes.
	wait = 10 * time.Second
	// rest is how long nothing is asked after a question that got no answer at all: each
	// would take as long, and the other numbers wait for it.
	rest = time.Minute
	// most is how much of an answer is read.
	most = 1 << 16
)

// ErrUnavailable says that VIES, or the member state behind it, doesn't answer now.
var ErrUnavailable = errors.New("VIES is unavailable")

// Client asks VIES over its REST API.
type Client struct {
	URL  string
	HTTP *http.Client
	Now  func() time.Time

	mu        sync.Mutex
	restUntil time.Time
}

// NewClient is a client of VIES that gives up soon and follows no redirects.
func NewClient(url string, now func() time.Time) *Client {
	return &Client{URL: url, Now: now, HTTP: &http.Client{Timeout: wait, CheckRedirect: func(*http.Request, []*http.Request) error {
		return http.ErrUseLastResponse
	}}}
}

// An answer is one of VIES: whether the number is valid, or why it can't tell.
type answer struct {
	Valid  *bool   `json:"valid"`
	Faults []fault `json:"errorWrappers"`
}

type fault struct {
	Error string `json:"error"`
}

// Valid reports whether a business has the number.
func (c *Client) Valid(ctx context.Context, n vatnumber.Number) (bool, error) {
	if c.resting() {
		return false, fmt.Errorf("%w: it didn't answer a moment ago", ErrUnavailable)
	}
	a, err := c.ask(ctx, n)
	switch {
	case err != nil:
		return false, fmt.Errorf("%w: %w", ErrUnavailable, err)
	case a.Valid != nil && len(a.Faults) == 0: // with one, it knows nothing, whatever it says
		return *a.Valid, nil
	case slices.Contains(a.Faults, fault{"INVALID_INPUT"}): // no member state gives out such numbers
		return false, nil
	}
	return false, fmt.Errorf("%w: %.200v", ErrUnavailable, a.Faults)
}

// ask sends the number. VIES says what it has to say with whatever status, as JSON.
func (c *Client) ask(ctx context.Context, n vatnumber.Number) (a answer, err error) {
	question, err := json.Marshal(map[string]string{"countryCode": n.Prefix(), "vatNumber": n.Body()})
	if err != nil {
		return a, err
	}
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, c.URL+"/check-vat-number", bytes.NewReader(question))
	if err != nil {
		return a, err
	}
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Accept", "application/json")
	r.Header.Set("User-Agent", "portico")
	response, err := c.HTTP.Do(r)
	if err != nil {
		if ctx.Err() == nil {
			c.pause()
		}
		return a, err
	}
	defer response.Body.Close()
	if err := json.NewDecoder(io.LimitReader(response.Body, most)).Decode(&a); err != nil {
		c.pause()
		return answer{}, fmt.Errorf("%s: %w", response.Status, err)
	}
	if response.StatusCode != http.StatusOK {
		a.Valid = nil
	}
	return a, nil
}

func (c *Client) resting() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.Now().Before(c.restUntil)
}

func (c *Client) pause() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.restUntil = c.Now().Add(rest)
}

// Simulated is the VIES of a sandbox, which knows every number that can be one.
type Simulated struct{}

// Valid is true: check digits were checked before.
func (Simulated) Valid(context.Context, vatnumber.Number) (bool, error) { return true, nil }
