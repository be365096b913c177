package limit_test

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"
	"github.com/vektah/gqlparser/v2/validator"

	"portico/internal/limit"
	"portico/internal/problem"
	"portico/internal/validation"
)

// Each of these fits into the limit on tokens, and most took seconds to validate.
func TestDocumentsThatAreSlowToValidateAreRefused(t *testing.T) {
	t.Parallel()
	for name, query := range map[string]string{
		"a field again and again":     "{me{" + many(1000, "id ") + "}}",
		"under nested fragments":      "{me{" + strings.Repeat("...{", 100) + many(600, "id ") + strings.Repeat("}", 100) + "}}",
		"below a field again":         "{" + many(40, "me{"+many(20, "id ")+"}") + "}",
		"from each operation":         many(60, "query q#{...f}") + "fragment f on Query{me{" + many(600, "id ") + "}}",
		"from each fragment":          "{me{...f0}}" + chain(50) + "fragment f50 on Me{...{" + many(400, "id ") + "}}",
		"in another of its name":      "{me{...f}}fragment f on Me{id}fragment f on Me{" + many(1000, "id ") + "}",
		"in one that nothing spreads": "{me{id}}fragment f on Me{" + many(1000, "id ") + "}",
		"fragments with one field":    "{me{" + many(90, "...f# ") + "}}" + many(90, "fragment f# on Me{id a}"),
		"conflicts":                   "{me{" + many(190, "x:id x:a ") + "}}",
		"names that do not exist":     "{me{" + many(1000, "ie ") + "}}",
		"a name without end":          "{me{" + strings.Repeat("x", 60_000) + "}}",
		"types that do not exist":     "{me{id}}" + many(120, "fragment f# on X#{id}"),
		"values that do not exist":    "{me{" + many(2, "found(filter: {color: ["+many(500, "REED ")+"]}){total}") + "}}",
		"as texts":                    `{me{found(filter: {color: [` + many(1000, `"REED" `) + `]}){total}}}`,
		"in a default":                "query($c:[Color!]=[" + many(1000, "REED ") + "]){me{found(filter: {color: $c}){total}}}",
		"names in an object":          "{me{found(filter: {" + many(380, "coler: RED ") + "}){total}}}",
		"one argument again":          "{me{" + many(2, "mes("+many(140, "first:1 ")+"){total}") + "}}",
		"all fragments in each other": "{me{...f0}}" + strings.ReplaceAll(many(20, "fragment f# on Me{ALL}"), "ALL", many(18, "...f# ")),
	} {
		if got := reasonOf(small(), query); got != problem.CostExceeded {
			t.Errorf("%s: got %q", name, got)
		}
	}
}

// chain is fragments that each spread the next one.
func chain(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "fragment f%d on Me{...f%d}", i, i+1)
	}
	return b.String()
}

// What is let through, as large as it may be, is validated in a few milliseconds.
// Not parallel: others would count.
func TestR36_WhatIsLetThroughIsValidatedInTime(t *testing.T) {
	own := schema()
	for name, of := range map[string]func(n int) string{
		"a field again and again": func(n int) string { return "{me{" + many(n, "id ") + "}}" },
		"below a field again":     func(n int) string { return "{" + many(n, "me{"+many(n, "id ")+"}") + "}" },
		"below inline fragments": func(n int) string {
			return "{me{" + strings.Repeat("...{", n) + many(n, "me{"+many(n, "id ")+"}") + strings.Repeat("}", n) + "}}"
		},
		"in inline fragments": func(n int) string {
			return "{me{" + strings.Repeat("...{", n) + many(n, "x#:id ") + strings.Repeat("}", n) + "}}"
		},
		"from each operation": func(n int) string {
			return many(n, "query q#{...f}") + "fragment f on Query{me{" + many(n, "me{"+many(n, "id ")+"}") + "}}"
		},
		"many fragments": func(n int) string {
			return "{me{" + many(n, "...f# ") + "}}" + many(n, "fragment f# on Me{id a me{id}}")
		},
		"conflicts":       func(n int) string { return "{me{" + many(n, "id:a id ") + "}}" },
		"unknown names":   func(n int) string { return "{me{" + many(n, "id# ") + "}}" },
		"arguments again": func(n int) string { return "{me{" + many(n, "mes("+many(n, "first:1 ")+"){total}") + "}}" },
	} {
		largest := ""
		for n := 1; reasonOf(small(), of(n)) != problem.CostExceeded && n < maxTokens; n++ {
			largest = of(n)
		}
		doc, err := parser.ParseQuery(&ast.Source{Input: largest})
		if err != nil {
			t.Fatal(err)
		}
		start := time.Now()
		n := allocated(func() { _ = validator.ValidateWithRules(own, doc, validation.Rules()) })
		if took := time.Since(start); n > 10_000_000 || took > 200*time.Millisecond {
			t.Errorf("%s: %d bytes and %v", name, n, took)
		}
	}
}

func allocated(do func()) uint64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	do()
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}

// What people write by hand or generate is let through, also where it is large.
func TestLargeDocumentsOfGoodWillPass(t *testing.T) {
	t.Parallel()
	for name, query := range map[string]string{
		"many sets with one name": "{me{" + many(40, "x#:me{__typename id a b}") + "}}",
		"many small fragments":    "{me{" + many(25, "...f# ") + "}}" + many(25, "fragment f# on Me{id a b}"),
		"a folder of operations":  "query a{me{...f}}" + many(40, "query q#{me{...f}}") + "fragment f on Me{id a b}",
	} {
		if got := reasonOf(small(), query); got != "" {
			t.Errorf("%s: got %q", name, got)
		}
	}
}

// Twice the levels is about twice the work, though it is the square of the answers.
func TestMeasuringIsLinear(t *testing.T) {
	t.Parallel()
	for name, of := range map[string]func(n int) string{
		"fan-out":  fanout,
		"one set":  func(n int) string { return "{me{" + many(n, "id ") + "}}" },
		"in roots": func(n int) string { return "{" + many(n, "...f ") + "} fragment f on Query{plain}" },
	} {
		once, twice := stepsOf(t, of(26)), stepsOf(t, of(52))
		if twice > 2*once+2 || once > 4*26+10 {
			t.Errorf("%s: %d steps, and %d for twice as much", name, once, twice)
		}
	}
}

func stepsOf(t *testing.T, query string) int {
	t.Helper()
	doc, err := gqlparser.LoadQueryWithRules(schema(), query, nil)
	if err != nil {
		t.Fatal(err)
	}
	return limit.Steps(&graphql.OperationContext{Operation: doc.Operations[0]})
}

// Whatever is sent: no panic, each selection is looked at once to measure it and
// once at the root, and counting what validation takes ends in time.
func FuzzCost(f *testing.F) {
	for _, seed := range []string{
		"{me{id}}", deep(16), fanout(3), "{me{...f}} fragment f on Me{...f}", "{me{...a}} fragment a on Me{...b} fragment b on Me{...a}",
		"query($n:Int=3){me{mes(first:$n){edges{node{id}}}}}", `{nodes(ids:["a",["b"]]){id}}`, `mutation{a:signIn(code:"1"){id}...{b:signUp{id}}}`,
		"{__schema{types{name}}}", "subscription{news{...on Me{id}}}", "{me{mes(first:99999999999999999999){total}}}", "{...{...{plain}}}",
		"query a{me{x:id x:a}} query b{me{id}}", "fragment f on Nothing{id}", "{me @skip(if:true){id @include(if:$x)}}", `{plain(a:{b:[{c:D}]})}`,
		`{nodes(ids:""){id}}`, "{me{me{me{" + many(20, "id ") + "}}}}",
	} {
		f.Add(seed)
	}
	own, x := schema(), small()
	f.Fuzz(func(t *testing.T, query string) {
		doc, err := parser.ParseQueryWithTokenLimit(&ast.Source{Input: query}, maxTokens)
		if err != nil {
			return
		}
		limit.Complexity(own, doc, limit.MaxComplexity)
		op, _ := open(x, query, nil)
		if op.Operation == nil {
			return
		}
		if n := limit.Steps(op); n > 2*maxTokens {
			t.Errorf("measuring took %d steps", n)
		}
	})
}
