package catalog

import (
	"cmp"
	_ "embed"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
)

// Default is the catalog file that a new database begins with.
//
//go:embed default.yaml
var Default string

// A File is a catalog file that was read.
type File struct {
	Catalog
	text  string
	lines map[string]int // where a plan, or a price of one, stands: by place
}

// A Fault is something in a catalog file that the operator has to put right.
type Fault struct {
	Line int    // 0: none in particular
	Plan string // "": none in particular
	Text string
}

func (f Fault) String() string {
	var b strings.Builder
	if f.Line > 0 {
		fmt.Fprintf(&b, "line %d: ", f.Line)
	}
	if f.Plan != "" {
		fmt.Fprintf(&b, "plan %s: ", f.Plan)
	}
	return b.String() + f.Text
}

// Faults are all that is wrong with a catalog file.
type Faults []Fault

func (fs Faults) Error() string {
	lines := make([]string, len(fs))
	for i, f := range fs {
		lines[i] = f.String()
	}
	return strings.Join(lines, "\n")
}

// orNil is the faults by their lines, those of no line last, or nil where nothing is
// wrong: an empty list of faults would be an error.
func (fs Faults) orNil() error {
	if len(fs) == 0 {
		return nil
	}
	slices.SortStableFunc(fs, func(a, b Fault) int {
		return cmp.Compare(uint(a.Line-1), uint(b.Line-1))
	})
	return fs
}

// Parse reads a catalog file. The error is Faults where the file is wrong.
func Parse(text string) (File, error) {
	r := reader{file: File{text: text, lines: map[string]int{}}}
	d, err := decode(text)
	if !r.form(text) && err != nil {
		r.faults = append(r.faults, notRead(err))
	}
	if err != nil {
		return File{}, r.faults.orNil()
	}
	for i, e := range d.Plans {
		r.plan(i+1, e)
	}
	if sold := r.file.sold(); sold > MaxSold {
		r.fault(0, "", "%d plans are sold; %d are allowed", sold, MaxSold)
	}
	if len(d.Plans) == 0 {
		r.fault(0, "", "there are no plans: list them under \"plans:\"")
	}
	return r.file, r.faults.orNil()
}

// decode reads the one document of a file. An empty file is one without plans.
func decode(text string) (document, error) {
	var d, more document
	decoder := yaml.NewDecoder(strings.NewReader(text))
	err := decoder.Decode(&d)
	if errors.Is(err, io.EOF) {
		return d, nil
	}
	if err == nil && !errors.Is(decoder.Decode(&more), io.EOF) {
		err = errors.New("there is more than one document: take out the lines \"---\"")
	}
	return d, err
}

// notRead tells where the form of a file is wrong.
func notRead(err error) Fault {
	var at yaml.Error
	if !errors.As(err, &at) || at.GetToken() == nil {
		return Fault{Text: err.Error()}
	}
	return Fault{Line: at.GetToken().Position.Line, Text: at.GetMessage()}
}

// A document is the form of a catalog file.
type document struct {
	Plans []planEntry `yaml:"plans"`
}

type planEntry struct {
	Name    word         `yaml:"name"`
	Kind    word         `yaml:"kind"`
	Label   word         `yaml:"label"`
	Retired word         `yaml:"retired"`
	Prices  []priceEntry `yaml:"prices"`
}

type priceEntry struct {
	ValidFrom     word `yaml:"validFrom"`
	MicrosPerHour word `yaml:"microsPerHour"`
}

// A word is a value as it is written, and where.
type word struct {
	text string
	line int
}

// UnmarshalYAML takes a value as it is written: a number that YAML would read in
// another base, or as a float, is not what the operator meant.
func (w *word) UnmarshalYAML(n ast.Node) error {
	w.line = n.GetToken().Position.Line
	switch n := n.(type) {
	case *ast.StringNode:
		w.text = n.Value
	case *ast.LiteralNode:
		w.text = n.Value.Value
	case *ast.NullNode:
	case ast.ScalarNode:
		w.text = n.GetToken().Value
	default:
		return &yaml.UnexpectedNodeTypeError{Actual: n.Type(), Expected: ast.StringType, Token: n.GetToken()}
	}
	return nil
}
