package validation_test

import (
	"context"
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"portico/internal/validation"
)

const sdl = `
enum Color { RED GREEN }
scalar Date
input In { color: Color colors: [Color!] id: ID ids: [ID!] n: Int! = 1 date: Date in: In name: String f: Float }
input One @oneOf { a: Int b: Int }
type Query { me(color: Color! = RED, in: In, ids: [ID!], on: Boolean! = true, date: Date, dates: [Date!], grid: [[Int!]!], one: One, text: String): Query id(id: ID!): ID }
type Subscription { news: Query other: Query }`

func newExecutor(t *testing.T) *executor.Executor {
	t.Helper()
	schema := gqlparser.MustLoadSchema(&ast.Source{Input: sdl})
	es := &graphql.ExecutableSchemaMock{SchemaFunc: func() *ast.Schema { return schema }}
	x, v := executor.New(es), &validation.Variables{}
	if err := v.Validate(es); err != nil {
		t.Fatal(err)
	}
	x.Use(v)
	x.Use(validation.Lists{})
	x.SetDefaultRulesFn(validation.Rules)
	return x
}

func open(x *executor.Executor, query, variables string) (map[string]any, gqlerror.List) {
	params := &graphql.RawParams{Query: query}
	d := json.NewDecoder(strings.NewReader(variables))
	d.UseNumber()
	if err := d.Decode(&params.Variables); err != nil {
		panic(err)
	}
	op, errs := x.CreateOperationContext(graphql.StartOperationTrace(context.Background()), params)
	return op.Variables, errs
}

// said is the first error with where it is, or "".
func said(errs gqlerror.List) string {
	if len(errs) == 0 {
		return ""
	}
	return strings.TrimSpace(errs[0].Path.String() + " " + errs[0].Message)
}

// R73: the value of a variable is of its type exactly, wherever it stands.
func TestR73VariablesAreOfTheirTypeExactly(t *testing.T) {
	t.Parallel()
	x := newExecutor(t)
	const noColor = " must be a value of the enum Color, in upper case"
	for _, c := range []struct{ of, value, at string }{
		{"Color", `"RED"`, ""},
		{"Color", `"red"`, noColor},
		{"Color", `"Red"`, noColor},
		{"[Color!]", `["RED", "Green"]`, "[1]" + noColor},
		{"[Color!]", `"green"`, "[0]" + noColor},
		{"In", `{"color": "red"}`, ".color" + noColor},
		{"In", `{"in": {"in": {"colors": ["GREEN", "green"]}}}`, ".in.in.colors[1]" + noColor},
		{"In", `{"name": 7}`, ".name must be a string"},
		{"In", `{"date": {"a": 1}}`, ".date must be a string"},
		{"In", `{"n": "7"}`, ".n must be an integer of 32 bits"},
		{"In", `{"n": 4294967296}`, ".n must be an integer of 32 bits"},
		{"In", `{"f": "1"}`, ".f must be a number"},
		{"In", `{"f": 1.5, "n": 2}`, ""},
		{"Int", `"7"`, " must be an integer of 32 bits"},
		{"ID", `1.5`, " must be a string or an integer"},
		{"[ID!]", `[1.5]`, "[0] must be a string or an integer"},
		{"Date", `7`, " must be a string"},
		{"Date", `["x"]`, " must be a string"},
		{"[Date!]", `["x", true]`, "[1] must be a string"},
		{"String", `7`, " must be a string"},
		{"One", `{"a": 1}`, ""},
		{"One", `{"a": null}`, " must have exactly one field, and not null"},
		{"One", `{"a": 1, "b": 2}`, " must have exactly one field, and not null"},
		{"One", `{}`, " must have exactly one field, and not null"},
		{"[[Int!]!]", `[[1], [2, 3]]`, ""},
		{"[[Int!]!]", `[[1], [2, "3"]]`, "[1][1] must be an integer of 32 bits"},
	} {
		field := map[string]string{
			"Color": "color", "[Color!]": "in: {colors: $x}", "In": "in", "Int": "in: {n: $x}", "ID": "in: {id: $x}", "[ID!]": "ids", "Date": "date",
			"[Date!]": "dates", "String": "text", "One": "one", "[[Int!]!]": "grid",
		}[c.of]
		if !strings.Contains(field, "$") {
			field += ": $x"
		}
		_, errs := open(x, fmt.Sprintf("query($x: %s){me(%s){id(id: 1)}}", notNull(c.of), field), `{"x": `+c.value+`}`)
		if got := said(errs); got != strings.TrimSpace(map[bool]string{true: "variable.x" + c.at}[c.at != ""]) {
			t.Errorf("%s as %s: got %q", c.value, c.of, got)
		}
		if len(errs) > 0 && errs[0].Extensions["code"] != "BAD_USER_INPUT" {
			t.Errorf("%s as %s: %v", c.value, c.of, errs[0].Extensions)
		}
	}
}

func notNull(of string) string {
	if of == "Int" || of == "One" {
		return of + "!"
	}
	return of
}

// An integer stands for an ID, and one value for a list of it.
func TestVariablesAreCoerced(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		of, value string
		want      any
	}{
		{"[ID!]", `[1, "b"]`, []any{"1", "b"}},
		{"[ID!]", `9223372036854775807`, []any{"9223372036854775807"}},
		{"[ID!]", `null`, nil},
		{"In", `{"id": 7, "ids": 8}`, map[string]any{"id": "7", "ids": []any{"8"}}},
		{"In", `{"in": null}`, map[string]any{"in": nil}},
	} {
		field := map[string]string{"[ID!]": "ids", "In": "in"}[c.of]
		got, errs := open(newExecutor(t), fmt.Sprintf("query($x: %s){me(%s: $x){id(id: 1)}}", c.of, field), `{"x": `+c.value+`}`)
		if len(errs) > 0 || !reflect.DeepEqual(got["x"], c.want) {
			t.Errorf("%s as %s: %#v %v", c.value, c.of, got["x"], errs)
		}
	}
}

// R73: null given for a variable with a default is refused where a value is needed.
func TestR73NullForADefault(t *testing.T) {
	t.Parallel()
	x := newExecutor(t)
	for query, refused := range map[string]bool{
		`query($x: Boolean = true){me @include(if: $x){id(id: 1)}}`:                            true,
		`query($x: Boolean = true){...f @skip(if: $x)} fragment f on Query{id(id: 1)}`:         true,
		`query($x: Boolean = true){...{...f}} fragment f on Query{id(id: 1) @include(if: $x)}`: true,
		`query($x: Boolean = true){... @include(if: $x){id(id: 1)}}`:                           true,
		`query($x: ID = "a"){id(id: $x)}`:                                                      true,
		`query($x: ID = "a"){me(in: {ids: ["b", $x]}){id(id: 1)}}`:                             true,
		`query($x: Boolean){me(on: $x){id(id: 1)}}`:                                            true,
		`query($x: ID = "a"){me(in: {id: $x}){id(id: 1)}}`:                                     false,
	} {
		_, errs := open(x, query, `{"x": null}`)
		if got := said(errs); refused != strings.HasPrefix(got, "variable.x can't be null") {
			t.Errorf("%s: got %q", query, got)
		}
		if _, errs := open(x, query, `{}`); len(errs) > 0 {
			t.Errorf("%s without the variable: %v", query, errs)
		}
	}
}

// R74: a list has 100 items at most, in a document and in variables, at any depth.
func TestR74ListsAreBounded(t *testing.T) {
	t.Parallel()
	x := newExecutor(t)
	for n, passes := range map[int]bool{100: true, 101: false, 17_000: false} {
		list := "[" + strings.TrimSuffix(strings.Repeat(`"RED",`, n), ",") + "]"
		for name, errs := range map[string]gqlerror.List{
			"a variable":           second(open(x, `query($x: [ID!]){me(ids: $x){id(id: 1)}}`, `{"x": `+list+`}`)),
			"a field of one":       second(open(x, `query($x: In){me(in: $x){id(id: 1)}}`, `{"x": {"in": {"colors": `+list+`}}}`)),
			"a literal":            second(open(x, `{me(ids: `+list+`){id(id: 1)}}`, `{}`)),
			"a field of one ":      second(open(x, `{me(in: {ids: `+list+`}){id(id: 1)}}`, `{}`)),
			"a default":            second(open(x, `query($x: [ID!] = `+list+`){me(ids: $x){id(id: 1)}}`, `{}`)),
			"a list within a list": second(open(x, `query($x: [[Int!]!]){me(grid: $x){id(id: 1)}}`, `{"x": [`+strings.ReplaceAll(list, `"RED"`, "1")+`]}`)),
		} {
			if (len(errs) == 0) != passes {
				t.Errorf("%d items in %s: %v", n, name, errs)
			}
		}
	}
}

// R74: nor does a variable nest without end: what refuses it looks at few levels,
// whether it is declared or not.
func TestR74NestingIsBounded(t *testing.T) {
	t.Parallel()
	x := newExecutor(t)
	for n, passes := range map[int]bool{validation.MaxNesting: true, validation.MaxNesting + 1: false, 9000: false} {
		for name, deep := range map[string]string{
			"lists":   strings.Repeat("[", n) + "1" + strings.Repeat("]", n),
			"objects": strings.Repeat(`{"in":`, n) + "1" + strings.Repeat("}", n),
		} {
			_, errs := open(x, `{me{id(id: 1)}}`, `{"x": `+deep+`}`)
			if got := said(errs); (got == "") != passes || !passes && got != "variable.x is nested deeper than 20 levels" {
				t.Errorf("%d %s: got %q", n, name, got)
			}
		}
	}
}

func second[A, B any](_ A, b B) B { return b }

// A subscription has one root field, whatever the variables are.
func TestSubscriptionsHaveOneRootField(t *testing.T) {
	t.Parallel()
	x := newExecutor(t)
	for query, want := range map[string]string{
		`subscription{news{id(id: 1)}}`:                                                   "",
		`subscription{news{id(id: 1)} news{me{id(id: 1)}}}`:                               "",
		`subscription{...f} fragment f on Subscription{news{id(id: 1)}}`:                  "",
		`subscription{news{id(id: 1) @skip(if: true)}}`:                                   "",
		`subscription{news{id(id: 1)} other{id(id: 1)}}`:                                  "exactly one",
		`subscription{a: news{id(id: 1)} b: news{id(id: 1)}}`:                             "exactly one",
		`subscription{news{id(id: 1)} ...{a: news{id(id: 1)}}}`:                           "exactly one",
		`subscription{news @skip(if: true){id(id: 1)}}`:                                   "@skip or @include",
		`subscription($x: Boolean!){news @include(if: $x){id(id: 1)}}`:                    "@skip or @include",
		`subscription{... @include(if: true){news{id(id: 1)}}}`:                           "@skip or @include",
		`subscription{...f @skip(if: false)} fragment f on Subscription{news{id(id: 1)}}`: "@skip or @include",
		`subscription{__typename}`:                                                        "introspection",
	} {
		_, errs := open(x, query, `{"x": true}`)
		if got := said(errs); got == "" != (want == "") || !strings.Contains(got, want) {
			t.Errorf("%s: got %q, want %q", query, got, want)
		}
	}
}

// What gqlparser takes for valid, and then can't use.
func TestLiteralsOfTheWrongKind(t *testing.T) {
	t.Parallel()
	x := newExecutor(t)
	for _, argument := range []string{
		"date: 1", "date: 99999999999999999999", "date: 1.5", "date: true", "date: RED", "date: {a: 1}", "date: [\"x\"]", "dates: [{}]", "dates: [1]",
		"on: {}", "color: {}", "text: {}", "in: {n: {}}", "in: {date: 99999999999999999999}",
	} {
		if _, errs := open(x, "{me("+argument+"){id(id: 1)}}", `{}`); len(errs) == 0 {
			t.Errorf("%s passes", argument)
		}
	}
	for _, argument := range []string{`date: "x"`, `date: """x"""`, "date: null", `dates: "x"`, `dates: ["x"]`, "color: RED", "in: {}", "ids: 1"} {
		if _, errs := open(x, "{me("+argument+"){id(id: 1)}}", `{}`); len(errs) > 0 {
			t.Errorf("%s: %v", argument, errs)
		}
	}
}

// R75: however much is wrong with a document, the answer reports 20 errors.
func TestR75ErrorsAreBounded(t *testing.T) {
	t.Parallel()
	for n, want := range map[int]int{1: 1, 19: 19, 20: 20, 500: 20} {
		_, errs := open(newExecutor(t), "{"+strings.Repeat("me(on: 1){nothing} ", n)+"}", `{}`)
		if len(errs) > validation.MaxErrors || n > 20 && errs[want-1].Message != "Too many errors: the rest of the document was not checked." {
			t.Errorf("%d mistakes: %d errors, %v", n, len(errs), errs[len(errs)-1])
		}
	}
}

// R75: nor does it repeat a long name in each of them.
func TestR75MessagesAreBounded(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("o", 200_000)
	for _, query := range []string{
		"query " + long + "{" + strings.Repeat("id(id: $x) ", 30) + "}",
		"query " + long + "(" + strings.Repeat("$x: ID ", 30) + "){id(id: 1)}",
		"{" + long + "}",
	} {
		_, errs := open(newExecutor(t), query, `{}`)
		if n := len(errs.Error()); len(errs) == 0 || n > 40_000 {
			t.Errorf("%.20s: %d errors of %d bytes", query, len(errs), n)
		}
	}
}
