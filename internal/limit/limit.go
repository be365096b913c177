// Package limit refuses GraphQL operations that cost too much, by themselves or
// together with what their asker has already spent, before any of their fields is
// resolved. It doesn't know who asks. Its invariant: the work of deciding is bounded by
// the length of the document, however its fragments are nested.
package limit

import (
	"context"
	"errors"
	"slices"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/parser"

	"portico/internal/problem"
)

// The limits of an operation.
const (
	MaxDepth      = 15 // nested fields
	MaxAliases    = 50
	MaxAlias      = 100 // bytes of one: it is repeated with each row
	MaxRoots      = 20  // root fields of a query
	MaxMutations  = 10  // root fields of a mutation
	MaxCost       = 10_000
	MaxSchemaCost = 16_000 // of an operation that asks for nothing but the schema
	maxComplexity = 20_000 // steps of validation
)

const (
	// least is what every request costs, even an invalid one.
	least = 1
	// perPrice is how many validation steps cost 1, for a document that isn't cached:
	// 40 for 5 ms.
	perPrice = 500
	// bytesPerStep is how much text is read in the time of a step.
	bytesPerStep  = 128
	extensionName = "Limit"
	statOfCost    = "portico.cost"
)

// An Extension makes a gqlgen server refuse documents with BAD_USER_INPUT (too deep,
// too many aliases or root fields) or COST_EXCEEDED.
type Extension struct {
	// MaxTokens is the server's own limit on tokens.
	MaxTokens int
	// Documents is the server's own cache. What it holds has passed once, and isn't
	// parsed again. If nil, each document is parsed twice.
	Documents graphql.Cache[*ast.QueryDocument]
	// Alone are root fields that an operation can have only once, because each is a
	// guess at a secret (R35).
	Alone []string
	// Prices are of the fields that are more work than others, as Type.field.
	Prices map[string]Price
	// Budget is what each asker may spend. If nil, nothing is counted.
	Budget *Budget

	schema *ast.Schema
	sizes  sizes
}

var (
	_ graphql.HandlerExtension          = (*Extension)(nil)
	_ graphql.OperationParameterMutator = (*Extension)(nil)
	_ graphql.OperationContextMutator   = (*Extension)(nil)
	_ graphql.ResponseInterceptor       = (*Extension)(nil)
)

// ExtensionName names the extension for gqlgen.
func (*Extension) ExtensionName() string { return extensionName }

// Validate reads the schema, and fails if it lacks a field of Alone or Prices.
func (e *Extension) Validate(schema graphql.ExecutableSchema) error {
	e.schema = schema.Schema()
	e.sizes = sizesOf(e.schema)
	for _, name := range e.Alone {
		if e.schema.Mutation == nil || e.schema.Mutation.Fields.ForName(name) == nil {
			return errors.New("limit: there is no mutation " + name)
		}
	}
	for name := range e.Prices {
		parent, field, _ := strings.Cut(name, ".")
		if def := e.schema.Types[parent]; def == nil || def.Fields.ForName(field) == nil {
			return errors.New("limit: there is no field " + name)
		}
	}
	return nil
}

// MutateOperationParameters refuses documents that would be slow to validate: gqlparser
// compares all fields of one name with each other, again from each operation and
// fragment that leads to them.
func (e *Extension) MutateOperationParameters(ctx context.Context, params *graphql.RawParams) *gqlerror.Error {
	if no := e.spend(ctx, least); no != nil {
		return no
	}
	if e.Documents != nil {
		if _, ok := e.Documents.Get(ctx, params.Query); ok {
			return nil
		}
	}
	return e.check(ctx, params.Query)
}

// check computes and charges the complexity of a document.
func (e *Extension) check(ctx context.Context, query string) *gqlerror.Error {
	steps := len(query) / bytesPerStep
	doc, err := parser.ParseQueryWithTokenLimit(&ast.Source{Input: query}, e.MaxTokens)
	if err == nil { // otherwise the executor parses it too, and reports what is wrong
		steps += complexityOf(e.schema, doc, maxComplexity)
	}
	if no := e.spend(ctx, int32(min(steps, 2*maxComplexity)/perPrice)); no != nil {
		return no
	}
	if steps > maxComplexity {
		return refused(problem.Refuse(problem.CostExceeded,
			"This document is too much work to check: it repeats fields or fragments too often, or names too much that does not exist. Send a simpler one."))
	}
	return nil
}

// MutateOperationContext refuses valid operations that would be slow to execute.
func (e *Extension) MutateOperationContext(ctx context.Context, op *graphql.OperationContext) *gqlerror.Error {
	r := measure(op, e.sizes, e.Prices)
	op.Stats.SetExtension(statOfCost, r.cost)
	if no := e.judge(op.Operation.Operation, r); no != nil {
		return refused(no)
	}
	return e.spend(ctx, int32(r.cost+r.start)-least)
}

func (e *Extension) spend(ctx context.Context, price int32) *gqlerror.Error {
	if e.Budget == nil || price <= 0 {
		return nil
	}
	return e.Budget.spend(ctx, price)
}

// CostOf is what an operation costs, 0 if it was not measured.
func CostOf(op *graphql.OperationContext) int {
	cost, _ := op.Stats.GetExtension(statOfCost).(int)
	return cost
}

func (e *Extension) judge(kind ast.Operation, r report) *problem.Refusal {
	roots := MaxRoots
	if kind == ast.Mutation {
		roots = MaxMutations
	}
	switch {
	case r.depth > MaxDepth:
		return problem.Refuse(problem.BadUserInput, "Fields may lie %d deep at most. Ask for the inner ones in a request of their own.", MaxDepth)
	case r.aliases > MaxAliases:
		return problem.Refuse(problem.BadUserInput, "An operation has at most %d aliases. Send several requests.", MaxAliases)
	case r.alias > MaxAlias:
		return problem.Refuse(problem.BadUserInput, "An alias has at most %d characters. Use a shorter one.", MaxAlias)
	case len(r.roots) > roots:
		return problem.Refuse(problem.BadUserInput, "An operation has at most %d fields at its root. Send several requests.", roots)
	case e.guesses(kind, r) > 1:
		return problem.Refuse(problem.BadUserInput, "Only one field of this sort fits in a request: send one request for each.")
	case r.cost > r.most():
		return problem.Refuse(problem.CostExceeded, "This operation costs %d, and %d is the most. Ask for smaller pages or for fewer fields.", r.cost, r.most())
	}
	return nil
}

// most is what an operation may cost. The schema as a whole costs more than anything
// else that one would ask for, and grows with it.
func (r report) most() int {
	for _, field := range r.roots {
		if !strings.HasPrefix(field, "__") {
			return MaxCost
		}
	}
	return MaxSchemaCost
}

// guesses counts the root fields that are each a guess at a secret.
func (e *Extension) guesses(kind ast.Operation, r report) int {
	n := 0
	for _, field := range r.roots {
		if kind == ast.Mutation && slices.Contains(e.Alone, field) {
			n++
		}
	}
	return n
}

func refused(r *problem.Refusal) *gqlerror.Error {
	return &gqlerror.Error{Err: r, Message: r.Error(), Extensions: map[string]any{"code": string(r.Reason)}}
}
