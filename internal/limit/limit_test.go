package limit_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"
	"github.com/99designs/gqlgen/graphql/handler/lru"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"portico/internal/limit"
	"portico/internal/problem"
)

const sdl = `
type Query { me: Me me2: Me nodes(ids: [ID!]!): [Me]! plain: Int }
type Mutation { signIn(code: String): Me signUp(code: String): Me rename: Me }
type Subscription { news(after: ID): Me }
type Me { id: ID text: String a: Int b: Int me: Me errors: [Me!]! mes(first: Int, last: Int): MeConnection ten(first: Int = 10): MeConnection found(first: Int, filter: Filter): MeConnection }
input Filter { a: Int color: [Color!] }
enum Color { RED GREEN BLUE YELLOW CYAN MAGENTA WHITE BLACK GRAY ORANGE }
type MeConnection { edges: [MeEdge!]! total: Int }
type MeEdge { node: Me }`

const maxTokens = 1200

func schema() *ast.Schema { return gqlparser.MustLoadSchema(&ast.Source{Input: sdl}) }

func executorOf(es graphql.ExecutableSchema, e *limit.Extension) *executor.Executor {
	x := executor.New(es)
	x.SetParserTokenLimit(maxTokens)
	if err := e.Validate(es); err != nil {
		panic(err)
	}
	x.Use(e)
	return x
}

func small() *executor.Executor {
	own := schema()
	return executorOf(&graphql.ExecutableSchemaMock{SchemaFunc: func() *ast.Schema { return own }},
		&limit.Extension{MaxTokens: maxTokens, Alone: []string{"signIn", "signUp"}, Prices: map[string]limit.Price{"Me.text": {Own: 8}}})
}

func open(x *executor.Executor, query string, variables map[string]any) (*graphql.OperationContext, gqlerror.List) {
	return x.CreateOperationContext(graphql.StartOperationTrace(context.Background()), &graphql.RawParams{Query: query, Variables: variables})
}

// many is a text n times, each # replaced by a number.
func many(n int, text string) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.ReplaceAll(text, "#", fmt.Sprint(i)))
	}
	return b.String()
}

// fanout is fragments that each spread the next one twice.
func fanout(levels int) string {
	var b strings.Builder
	b.WriteString("{me{...f0}}")
	for i := range levels {
		fmt.Fprintf(&b, "fragment f%d on Me{...f%d ...f%d}", i, i+1, i+1)
	}
	fmt.Fprintf(&b, "fragment f%d on Me{id}", levels)
	return b.String()
}

func deep(n int) string { return strings.Repeat("{me", n-1) + "{id" + strings.Repeat("}", n) }

func TestOperationsAreRefused(t *testing.T) {
	t.Parallel()
	const no, dear = problem.BadUserInput, problem.CostExceeded
	for _, c := range []struct {
		name, query string
		want        problem.Reason // "": it passes
	}{
		{"15 deep", deep(15), ""},
		{"16 deep", deep(16), no},
		{"16 deep through a fragment", "{me{me{...f}}} fragment f on Me" + deep(14), no},
		{"15 deep through a fragment", "{me{me{...f}}} fragment f on Me" + deep(13), ""},
		{"15 deep with inline fragments", "{...{me{...on Me" + deep(14) + "}}}", ""},
		{"50 aliases", "{me{" + many(50, "x#:id ") + "}}", ""},
		{"51 aliases", "{me{" + many(51, "x#:id ") + "}}", no},
		{"an alias of 100 bytes", "{me{" + strings.Repeat("x", 100) + ":id}}", ""},
		{"an alias of 101 bytes", "{me{" + strings.Repeat("x", 101) + ":id}}", no},
		{"51 aliases over two sets and a fragment", "{me{" + many(20, "x#:id ") + "me{" + many(20, "y#:id ") + "...f}}} fragment f on Me{" + many(11, "z#:id ") + "}", no},
		{"20 root fields", "{" + many(20, "x#:plain ") + "}", ""},
		{"21 root fields", "{" + many(21, "x#:plain ") + "}", no},
		{"21 root fields in fragments", "{...{" + many(10, "x#:plain ") + "}...f} fragment f on Query{" + many(11, "y#:plain ") + "}", no},
		{"one root field 21 times", "{" + many(21, "plain ") + "}", ""},
		{"10 mutations", "mutation{" + many(10, "x#:rename{id}") + "}", ""},
		{"11 mutations", "mutation{" + many(11, "x#:rename{id}") + "}", no},
		{"one guess", `mutation{signIn(code:"1"){id} rename{id}}`, ""},
		{"two guesses", `mutation{a:signIn(code:"1"){id} b:signIn(code:"2"){id}}`, no},
		{"two kinds of guess", `mutation{signIn(code:"1"){id} signUp(code:"2"){id}}`, no},
		{"two guesses in fragments", `mutation{...{a:signIn(code:"1"){id}}...f} fragment f on Mutation{b:signIn(code:"2"){id}}`, no},
		{"two guesses, skipped perhaps", `mutation{a:signIn(code:"1") @skip(if:true){id} b:signIn(code:"2"){id}}`, no},
		{"a page of pages", "{me{mes(first:100){edges{node{mes(first:100){edges{node{id}}}}}}}}", dear},
		{"fan-out of 26 levels", fanout(26), dear},
		{"fan-out of 5 levels", fanout(5), ""},
		{"an unused operation is not measured", "query a{me{id}} query b" + deep(16), ""},
		{"no document", "}", "parse"},
		{"unknown field", "{nothing}", "invalid"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			if got := reasonOf(small(), c.query); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// reasonOf is why a document is refused, by whomever.
func reasonOf(x *executor.Executor, query string) problem.Reason {
	params := &graphql.RawParams{Query: query}
	if strings.HasPrefix(query, "query a") {
		params.OperationName = "a"
	}
	_, errs := x.CreateOperationContext(graphql.StartOperationTrace(context.Background()), params)
	if len(errs) == 0 {
		return ""
	}
	var r *problem.Refusal
	switch {
	case errors.As(errs[0], &r) && errs[0].Extensions["code"] == string(r.Reason):
		return r.Reason
	case errs[0].Extensions["code"] == "GRAPHQL_PARSE_FAILED":
		return "parse"
	}
	return "invalid"
}

// R74: an operation costs what it asks for, filters and the schema's description
// included.
func TestR74Cost(t *testing.T) {
	t.Parallel()
	types, fields, values, all := float64(len(schema().Types)), 0.0, 0.0, 0.0
	for _, def := range schema().Types {
		n := float64(len(def.EnumValues))
		values, all = max(values, n), all+n
		if def.Kind != ast.InputObject {
			fields += float64(len(def.Fields))
		}
	}
	average := all / types
	// What describes the schema costs 0.4 a field, and so does each item of a list.
	described := func(n float64) int { return int(math.Ceil(1 + 0.4 + 0.4*n)) }
	type vars = map[string]any
	for _, c := range []struct {
		query string
		vars  vars
		want  int
	}{
		{"{plain}", nil, 1},
		{"{me{id a}}", nil, 3},
		{"{__typename}", nil, 1},
		{"{me{mes(first:7){edges{node{text}}}}}", nil, 1 + 1 + 7*(2+8)}, // long
		{"{me{mes{total}}}", nil, 1 + 1 + 20},
		{"{me{mes(first:7){total}}}", nil, 1 + 1 + 7},
		{"{me{mes(last:7){edges{node{id}}}}}", nil, 1 + 1 + 7*3},
		{"{me{mes(first:0){total}}}", nil, 1 + 1 + 1},
		{"{me{mes(first:-5){total}}}", nil, 1 + 1 + 1},
		{"{me{mes(first:5000){total}}}", nil, 1 + 1 + 100},
		{"{me{mes(first:2147483648){total}}}", nil, 1 + 1 + 100},
		{"{me{mes(first:null){total}}}", nil, 1 + 1 + 20},
		{"{me{mes(first:3,last:9){total}}}", nil, 1 + 1 + 9},
		{"{me{ten{total}}}", nil, 1 + 1 + 10},
		{"query($n:Int=10){me{ten(first:$n){total}}}", vars{"n": nil}, 1 + 1 + 20},
		{"query($n:Int){me{ten(first:$n){total}}}", nil, 1 + 1 + 10},
		{"query($n:Int){me{mes(first:$n){total}}}", vars{"n": 9}, 1 + 1 + 9},
		{"query($n:Int){me{mes(first:$n){total}}}", vars{"n": json.Number("9")}, 1 + 1 + 9},
		{"query($n:Int){me{mes(first:$n){total}}}", vars{"n": "9"}, 1 + 1 + 9},
		{"query($n:Int){me{mes(first:$n){total}}}", vars{"n": 9.0}, 1 + 1 + 9},
		{"query($n:Int){me{mes(first:$n){total}}}", vars{"n": 5000}, 1 + 1 + 100},
		{"query($n:Int){me{mes(first:$n){total}}}", vars{"n": nil}, 1 + 1 + 20},
		{"query($n:Int){me{mes(first:$n){total}}}", nil, 1 + 1 + 20},
		{"query($n:Int=6){me{mes(first:$n){total}}}", nil, 1 + 1 + 6},
		{"query($n:Int=6){me{...f}} fragment f on Me{mes(first:$n){total}}", vars{"n": 7}, 1 + 1 + 7},
		{`{nodes(ids:["a","b","c"]){id a}}`, nil, 1 + 3*2},
		{`{nodes(ids:[]){id}}`, nil, 1 + 1},
		{`{nodes(ids:"a"){id}}`, nil, 1 + 1},
		{"query($i:[ID!]!){nodes(ids:$i){id}}", vars{"i": []any{"a", "b"}}, 1 + 2},
		{"query($i:[ID!]!){nodes(ids:$i){id}}", vars{"i": "a"}, 1 + 1},
		{"{me{errors{id}}}", nil, 3},
		{"{me{...f ...f}} fragment f on Me{id a}", nil, 1 + 2*2},
		{"{__schema{types{name}}}", nil, described(1 + types + types)},
		{"{__schema{types{fields{name a:name b:name}}}}", nil, described(1 + types + types + fields + fields*3)},
		{"{__schema{types{ofType{name}}}}", nil, described(1 + types + types*1.5 + types*0.5)},
		{`{__type(name:"Me"){kind name}}`, nil, described(2)},
		// Who asks for one type may ask for the longest.
		{`{__type(name:"Color"){enumValues{name}}}`, nil, described(1 + values + values)},
		{
			"{__schema{types{ofType{...f} fields{type{...f}}}}} fragment f on __Type{enumValues{name}}", nil,
			described(1 + types + types*(1.5+0.5*(1+2*average)) + types + fields + fields*(1+1+2*values)),
		},
		{"{me{found(first:3){total}}}", nil, 1 + 1 + 3},
		{"{me{found(first:3,filter:{a:1}){total}}}", nil, 1 + 101 + 3},
		{"{me{found(first:3,filter:null){total}}}", nil, 1 + 1 + 3},
		{"query($f:Filter){me{found(first:3,filter:$f){total}}}", nil, 1 + 1 + 3},
		{"query($f:Filter){me{found(first:3,filter:$f){total}}}", vars{"f": vars{"a": 1}}, 1 + 101 + 3},
		{"subscription{news{id}}", nil, 2},
	} {
		op, errs := open(small(), c.query, c.vars)
		if len(errs) > 0 {
			t.Errorf("%s: %v", c.query, errs)
		} else if got := limit.CostOf(op); got != c.want {
			t.Errorf("%s with %v costs %d, want %d", c.query, c.vars, got, c.want)
		}
	}
}

func TestVariableSizesAreRefusedToo(t *testing.T) {
	t.Parallel()
	const query = "query($n:Int){me{mes(first:$n){edges{node{mes(first:$n){edges{node{id}}}}}}}}"
	for n, passes := range map[int]bool{10: true, 50: true, 100: false} {
		if _, errs := open(small(), query, map[string]any{"n": n}); (len(errs) == 0) != passes {
			t.Errorf("%d: %v", n, errs)
		}
	}
}

// A document that was let through is not parsed again, but measured again: its
// variables may have changed.
func TestKnownDocumentsAreMeasuredAgain(t *testing.T) {
	t.Parallel()
	own, documents := schema(), lru.New[*ast.QueryDocument](10)
	x := executorOf(&graphql.ExecutableSchemaMock{SchemaFunc: func() *ast.Schema { return own }},
		&limit.Extension{MaxTokens: maxTokens, Documents: documents})
	x.SetQueryCache(documents)
	const query = "query($n:Int){me{mes(first:$n){edges{node{mes(first:$n){edges{node{id}}}}}}}}"
	for _, n := range []int{1, 100, 1} {
		if _, errs := open(x, query, map[string]any{"n": n}); (len(errs) == 0) != (n == 1) {
			t.Errorf("%d: %v", n, errs)
		}
	}
	slow := "{me{" + many(1000, "id ") + "}}"
	for range 2 {
		if _, errs := open(x, slow, nil); len(errs) != 1 {
			t.Errorf("got %v", errs)
		}
	}
}

func TestAloneNamesMutations(t *testing.T) {
	t.Parallel()
	own := schema()
	es := &graphql.ExecutableSchemaMock{SchemaFunc: func() *ast.Schema { return own }}
	if err := (&limit.Extension{Alone: []string{"signIn", "singUp"}}).Validate(es); err == nil || !strings.Contains(err.Error(), "singUp") {
		t.Errorf("got %v", err)
	}
}
