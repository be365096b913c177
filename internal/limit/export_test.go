package limit

import (
	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
)

const (
	MaxComplexity = maxComplexity
	ManyAskers    = manyAskers
)

// Books is how many askers are known.
func (b *Budget) Books() int { return len(b.books) }

// Complexity is how many steps validation takes at most.
func Complexity(schema *ast.Schema, doc *ast.QueryDocument, most int) int {
	return complexityOf(schema, doc, most)
}

// Steps is how many selections were looked at to measure an operation.
func Steps(op *graphql.OperationContext) int { return measure(op, sizes{}, nil).steps }

// Bytes is the length of the texts that are kept.
func (d *Documents) Bytes() int { return d.bytes }
