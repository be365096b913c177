package notify_test

import (
	"go/ast"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"portico/internal/testkit"
)

// A button of an email leads to a page that the dashboard has.
func TestButtonsLeadToPages(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile(filepath.Join(testkit.Root(t), "frontend/pages.txt"))
	pages, found := strings.Fields(string(testkit.Must(t, text, err))), 0
	for path, file := range testkit.Sources(t) {
		ast.Inspect(file, func(n ast.Node) bool {
			if made, ok := n.(*ast.CompositeLit); ok && isButton(made.Type) {
				found++
				if to := pathOf(made); !slices.Contains(pages, to) {
					t.Errorf("%s: a button leads to %q, which is no page of frontend/pages.txt", path, to)
				}
			}
			return true
		})
	}
	if found < 10 {
		t.Errorf("only %d buttons were found", found)
	}
}

func isButton(e ast.Expr) bool {
	if s, ok := e.(*ast.SelectorExpr); ok {
		p, ok := s.X.(*ast.Ident)
		return ok && p.Name == "notify" && s.Sel.Name == "Button"
	}
	i, ok := e.(*ast.Ident)
	return ok && i.Name == "Button"
}

// pathOf is the path that a button is made with, as it is written there.
func pathOf(button *ast.CompositeLit) (path string) {
	for _, e := range button.Elts {
		kv, ok := e.(*ast.KeyValueExpr)
		if !ok {
			continue
		}
		key, ok := kv.Key.(*ast.Ident)
		if value, literal := kv.Value.(*ast.BasicLit); ok && literal && key.Name == "Path" {
			path, _ = strconv.Unquote(value.Value)
		}
	}
	return path
}
