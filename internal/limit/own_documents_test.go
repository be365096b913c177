package limit_test

import (
	"encoding/json"
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"

	"portico/graph"
	"portico/graph/generated"
	"portico/internal/limit"
)

// What the product itself sends is far from every limit.
func TestOwnDocumentsPass(t *testing.T) {
	t.Parallel()
	es := generated.NewExecutableSchema(generated.Config{})
	x := executorOf(es, &limit.Extension{MaxTokens: maxTokens, Alone: []string{"signIn", "signUp"}, Prices: graph.Prices})
	for name, query := range ownDocuments(t) {
		doc, err := parser.ParseQuery(&ast.Source{Input: query})
		if err != nil {
			t.Fatal(name, err)
		}
		if n := limit.Complexity(es.Schema(), doc, 1<<30); n > limit.MaxComplexity/10 {
			t.Errorf("%s: validation takes %d steps", name, n)
		}
		op, errs := open(x, query, variablesOf(es.Schema(), doc.Operations[0]))
		if len(errs) > 0 {
			t.Errorf("%s: %v", name, errs)
		} else if cost := limit.CostOf(op); cost > limit.MaxCost/4 && name != "introspection" {
			t.Errorf("%s costs %d", name, cost)
		}
	}
}

// ownDocuments are those of the dashboard, of the playground's tabs, and
// GraphiQL's introspection, by a name for each.
func ownDocuments(t *testing.T) map[string]string {
	t.Helper()
	all := map[string]string{"introspection": read(t, "testdata/introspection.graphql")}
	if err := json.Unmarshal([]byte(read(t, "../../frontend/src/gql/persisted-documents.json")), &all); err != nil {
		t.Fatal(err)
	}
	dashboard := len(all)
	for i, found := range regexp.MustCompile("(?s)query: `(.*?)`,").FindAllStringSubmatch(read(t, "../../frontend/playground/examples.ts"), -1) {
		// In a template literal, a backtick and a dollar may be escaped.
		all[fmt.Sprint("example ", i)] = strings.NewReplacer("\\`", "`", `\$`, "$").Replace(found[1])
	}
	if dashboard < 10 || len(all) < dashboard+3 {
		t.Fatalf("only %d documents are found: the search is broken", len(all))
	}
	return all
}

func read(t *testing.T, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// variablesOf gives every variable that must be given.
func variablesOf(s *ast.Schema, o *ast.OperationDefinition) map[string]any {
	all := map[string]any{}
	for _, v := range o.VariableDefinitions {
		if v.Type.NonNull && v.DefaultValue == nil {
			all[v.Variable] = some(s, v.Type)
		}
	}
	return all
}

func some(s *ast.Schema, of *ast.Type) any {
	def := s.Types[of.Name()]
	switch {
	case of.Elem != nil:
		return []any{some(s, of.Elem)}
	case def.Kind == ast.Enum:
		return def.EnumValues[0].Name
	case def.Name == "Int":
		return 1
	case def.Kind != ast.InputObject:
		return "x"
	}
	all := map[string]any{}
	for _, f := range def.Fields {
		if f.Type.NonNull && f.DefaultValue == nil {
			all[f.Name] = some(s, f.Type)
		}
	}
	return all
}
