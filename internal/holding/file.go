package holding

import (
	"context"
	"encoding/csv"
	"encoding/json"
	"io"
	"maps"
	"regexp"
	"time"

	"portico/internal/i18n"
)

// PageSize is how many rows of a long list are in memory at a time.
const PageSize = 100

// A File is one file of the data export.
type File struct {
	Name string
	// About says what is in it.
	About i18n.Message
	// Weight is how long it takes, relative to the others.
	Weight int64
	// Write writes the data of the viewer's account. If that takes long, it reports its
	// progress. Lists that may be long are read in pages and are never in memory as a
	// whole.
	Write func(ctx context.Context, w io.Writer, done Progress) error
}

// Progress notes how much of a file is written.
type Progress func(ctx context.Context, part, whole int64) error

// Files returns the files of all holdings.
func (l List) Files() (all []File) {
	for _, h := range l {
		all = append(all, h.Files...)
	}
	return all
}

// Profile returns what all holdings add to profile.json.
func (l List) Profile(ctx context.Context) (Object, error) {
	all := Object{}
	for _, h := range l {
		if h.Profile == nil {
			continue
		}
		some, err := h.Profile(ctx)
		if err != nil {
			return nil, err
		}
		maps.Copy(all, some)
	}
	return all, nil
}

// An Object is one thing in a JSON file. Each is written out by hand: a new column is
// in no export until somebody puts it there.
type Object map[string]any

// Objects returns rows that were read, as objects.
func Objects[Row any](rows []Row, err error, of func(Row) Object) ([]Object, error) {
	all := make([]Object, len(rows))
	for i, r := range rows {
		all[i] = of(r)
	}
	return all, err
}

// JSON writes what a function reads as JSON.
func JSON[T any](read func(context.Context) (T, error)) func(context.Context, io.Writer, Progress) error {
	return func(ctx context.Context, w io.Writer, _ Progress) error {
		v, err := read(ctx)
		if err != nil {
			return err
		}
		e := json.NewEncoder(w)
		e.SetIndent("", "  ")
		e.SetEscapeHTML(false)
		return e.Encode(v)
	}
}

// A Table is a CSV file (RFC 4180) that is safe to open in a spreadsheet.
type Table struct{ csv *csv.Writer }

// NewTable starts a table with its columns.
func NewTable(w io.Writer, columns ...string) *Table {
	t := &Table{csv.NewWriter(w)}
	t.csv.UseCRLF = true
	_ = t.Row(columns...)
	return t
}

// formula is what a spreadsheet would evaluate at the beginning of a cell. One that writes
// 1,5 also splits cells at semicolons.
var formula = regexp.MustCompile(`(^|; *)([=+\-@\t\r])`)

// Row writes a row. An error is returned by a later call, and at the end.
func (t *Table) Row(cells ...string) error {
	for i, c := range cells {
		cells[i] = formula.ReplaceAllString(c, "$1'$2")
	}
	_ = t.csv.Write(cells)
	return t.csv.Error()
}

// End writes what is left.
func (t *Table) End() error {
	t.csv.Flush()
	return t.csv.Error()
}

// Moment formats a time for a table.
func Moment(t time.Time) string { return t.UTC().Format(time.RFC3339) }
