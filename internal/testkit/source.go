package testkit

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Root is the folder of the module.
func Root(t testing.TB) string {
	t.Helper()
	dir, err := os.Getwd()
	for ; err == nil; dir = filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir
		}
		if dir == filepath.Dir(dir) {
			t.Fatal("there is no go.mod above this test")
		}
	}
	t.Fatal(err)
	return ""
}

// Sources are the module's Go files that are written by hand and are no tests,
// by their path in it: for tests that hold a rule of the whole program.
func Sources(t testing.TB) map[string]*ast.File {
	t.Helper()
	root, files := Root(t), map[string]*ast.File{}
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && (d.Name() == "node_modules" || strings.HasPrefix(d.Name(), ".") && path != root):
			return fs.SkipDir
		case d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go"):
			return nil
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		if name, err := filepath.Rel(root, path); err == nil && !ast.IsGenerated(file) {
			files[filepath.ToSlash(name)] = file
		}
		return nil
	})
	return Must(t, files, err)
}

// Calls finds the calls of a function in a file, by how it is written there:
// "viewer.AsSystem". Each is told with the declaration it stands in.
func Calls(file *ast.File, name string) map[*ast.CallExpr]string {
	calls := map[*ast.CallExpr]string{}
	for _, d := range file.Decls {
		in := "var"
		if f, ok := d.(*ast.FuncDecl); ok {
			in = declared(f)
		}
		ast.Inspect(d, func(n ast.Node) bool {
			if c, ok := n.(*ast.CallExpr); ok && written(c.Fun) == name {
				calls[c] = in
			}
			return true
		})
	}
	return calls
}

// declared names a function, a method with its receiver's type.
func declared(f *ast.FuncDecl) string {
	if f.Recv == nil {
		return f.Name.Name
	}
	of := f.Recv.List[0].Type
	if star, ok := of.(*ast.StarExpr); ok {
		of = star.X
	}
	return written(of) + "." + f.Name.Name
}

func written(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name
	case *ast.SelectorExpr:
		return written(e.X) + "." + e.Sel.Name
	}
	return ""
}
