package limit_test

import (
	"math"
	"testing"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"

	"portico/internal/limit"
)

// R90: a field costs what its price says: by itself, for each that is asked for by its
// ID, and for each item that a list without pages may have.
func TestR90_FieldsHavePrices(t *testing.T) {
	t.Parallel()
	own := gqlparser.MustLoadSchema(&ast.Source{Input: `
		type Query { shop: Shop some(ids: [ID!]!): [Shop]! }
		type Shop { id: ID name: String head: ID all: [Shop!]! page(first: Int): Page }
		type Page { total: Int }`})
	prices := map[string]limit.Price{
		"Query.some": {Own: 7}, "Shop.head": {Own: 5}, "Shop.all": {Own: 3, Items: 100}, "Shop.page": {Own: 9, Row: 2},
	}
	x := executorOf(&graphql.ExecutableSchemaMock{SchemaFunc: func() *ast.Schema { return own }}, &limit.Extension{MaxTokens: maxTokens, Prices: prices})
	const items = 0.3 * 100
	for query, want := range map[string]float64{
		"{shop{id}}":                   2,
		"{shop{head}}":                 1 + 5,
		"{shop{a:head b:head}}":        1 + 2*5,
		"{shop{all{id}}}":              1 + 3 + items + items,
		"{shop{all{id name}}}":         1 + 3 + items + 2*items,
		"{shop{all{head}}}":            1 + 3 + items + 5*items,
		"{shop{all{all{id}}}}":         1 + 3 + items + items*(3+items+items),
		"{shop{page(first:4){total}}}": 1 + 9 + 4*2 + 4,
		`{some(ids:["a","b"]){id}}`:    2*7 + 2,
		"{some(ids:[]){id}}":           7 + 1,
	} {
		op, errs := open(x, query, nil)
		if got := limit.CostOf(op); len(errs) > 0 || got != int(math.Ceil(want)) {
			t.Errorf("%s costs %d, want %v (%v)", query, got, math.Ceil(want), errs)
		}
	}
}

// A price of a field that isn't there is one that was forgotten when it was renamed.
func TestPricesAreOfFields(t *testing.T) {
	t.Parallel()
	own := schema()
	es := &graphql.ExecutableSchemaMock{SchemaFunc: func() *ast.Schema { return own }}
	for _, name := range []string{"Me.nothing", "Nobody.id", "id"} {
		if err := (&limit.Extension{Prices: map[string]limit.Price{name: {Own: 2}}}).Validate(es); err == nil {
			t.Errorf("%s has a price", name)
		}
	}
}
