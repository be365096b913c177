package catalog

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// MaxMicros is 2,000 € an hour: it and what a month of it costs fit into the API's
// numbers.
const MaxMicros = 2_000_000_000

// MaxSold is how many plans are sold at most: the API lists them all at once, at a price
// in its rate limit that expects no more.
const MaxSold = 100

// minuteForm is how the file writes a minute.
const minuteForm = "2006-01-02T15:04Z"

// epoch is before anything could be rented.
var epoch = time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)

var (
	nameForm   = regexp.MustCompile(`^[A-Za-z0-9]([A-Za-z0-9-]{0,38}[A-Za-z0-9])?$`)
	numberForm = regexp.MustCompile(`^(0|[1-9][0-9]{0,17})$`)
)

// A reader makes a catalog of what stands in a file, and notes all that is wrong.
type reader struct {
	file   File
	faults Faults
}

func (r *reader) fault(line int, plan, format string, args ...any) {
	r.faults = append(r.faults, Fault{line, plan, fmt.Sprintf(format, args...)})
}

// place is the key of a plan's line.
func place(plan string) string { return plan }

// placeOf is the key of a price's line.
func placeOf(plan string, from time.Time) string { return plan + " " + minute(from) }

func minute(t time.Time) string { return t.Format(minuteForm) }

// plan reads the plan that is number n of the file.
func (r *reader) plan(n int, e planEntry) {
	p := Plan{Name: e.Name.text, Kind: Kind(e.Kind.text), Label: e.Label.text, Retired: e.Retired.text == "true"}
	if !r.name(n, e) {
		return
	}
	r.file.lines[place(p.Name)] = e.Name.line
	if !slices.Contains(kinds, p.Kind) {
		r.fault(e.Kind.or(e.Name), p.Name, "kind %q: give CONTAINER, DATABASE or ADDON", e.Kind.text)
	}
	if fault := labelFault(p.Label); fault != "" {
		r.fault(e.Label.or(e.Name), p.Name, "label: %s", fault)
	}
	if !slices.Contains([]string{"", "true", "false"}, e.Retired.text) {
		r.fault(e.Retired.line, p.Name, "retired %q: give true or false", e.Retired.text)
	}
	for _, price := range e.Prices {
		r.price(&p, e.Name, price)
	}
	if len(e.Prices) == 0 {
		r.fault(e.Name.line, p.Name, "it has no prices")
	}
	slices.SortFunc(p.Prices, func(a, b Price) int { return a.From.Compare(b.From) })
	r.file.Catalog = append(r.file.Catalog, p)
}

// or is the line of a value, or of another one where the value is not there.
func (w word) or(other word) int {
	if w.line == 0 {
		return other.line
	}
	return w.line
}

// name checks the name of the plan that is number n of the file. Names differ by more
// than their case: people mix such ones up.
func (r *reader) name(n int, e planEntry) bool {
	name := e.Name
	if name.text == "" {
		r.fault(name.or(e.Kind), "", "plan number %d has no name", n)
		return false
	}
	if !nameForm.MatchString(name.text) {
		r.fault(name.line, "", "name %q: give 1 to 40 of A-Z, a-z, 0-9 and -, with no - at either end", name.text)
		return false
	}
	for _, p := range r.file.Catalog {
		if strings.EqualFold(p.Name, name.text) {
			r.fault(name.line, name.text, "the name is taken by the plan on line %d", r.file.lines[place(p.Name)])
			return false
		}
	}
	return true
}

func labelFault(label string) string {
	switch n := utf8.RuneCountInString(label); {
	case n == 0:
		return "say what the plan consists of"
	case n > 100:
		return fmt.Sprintf("it has %d characters; 100 are allowed", n)
	case strings.TrimSpace(label) != label || strings.ContainsFunc(label, unicode.IsControl) || !utf8.ValidString(label):
		return "give one line, without spaces at its ends"
	}
	return ""
}

// price reads a price of a plan.
func (r *reader) price(p *Plan, name word, e priceEntry) {
	line := e.ValidFrom.or(word{line: e.MicrosPerHour.or(name)})
	from, err := readMinute(e.ValidFrom.text)
	if err != nil {
		r.fault(line, p.Name, "validFrom %q: %v", e.ValidFrom.text, err)
		return
	}
	if slices.ContainsFunc(p.Prices, func(other Price) bool { return other.From.Equal(from) }) {
		r.fault(line, p.Name, "it has two prices from %s", minute(from))
		return
	}
	micros, err := readMicros(e.MicrosPerHour.text)
	if err != nil {
		r.fault(e.MicrosPerHour.or(word{line: line}), p.Name, "microsPerHour %q: %v", e.MicrosPerHour.text, err)
	}
	r.file.lines[placeOf(p.Name, from)] = line
	p.Prices = append(p.Prices, Price{From: from, MicrosPerHour: micros})
}

func readMinute(text string) (time.Time, error) {
	t, err := time.Parse(minuteForm, text)
	if err != nil {
		t, err = time.Parse("2006-01-02T15:04:00Z", text)
	}
	if err != nil {
		return t, fmt.Errorf("give a full minute in UTC, such as 2027-01-01T00:00Z")
	}
	if t.Before(epoch) {
		return t, fmt.Errorf("nothing costs anything before %s", minute(epoch))
	}
	return t, nil
}

func readMicros(text string) (int64, error) {
	if !numberForm.MatchString(text) {
		return 0, fmt.Errorf("give micro-euro as a whole number, such as 20000 for 0.02 €")
	}
	micros, err := strconv.ParseInt(text, 10, 64)
	if err == nil && micros > MaxMicros {
		err = fmt.Errorf("%d are the most, which is 2,000 € an hour", MaxMicros)
	}
	return micros, err
}
