package limit_test

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"

	"portico/internal/limit"
)

// R79: the cache of documents is bounded in bytes, whatever is sent; what is used
// stays.
func TestR79DocumentsAreBounded(t *testing.T) {
	t.Parallel()
	const most = 64 << 10
	d, ctx := limit.NewDocuments(most), t.Context()
	own := "{viewer{id}}"
	d.Add(ctx, own, &ast.QueryDocument{})
	d.Add(ctx, own, &ast.QueryDocument{}) // again, at the same time
	for i := range 1000 {
		query := fmt.Sprintf("{me%d{%s}}", i, strings.Repeat("x", 1000))
		d.Add(ctx, query, &ast.QueryDocument{})
		if _, ok := d.Get(ctx, query); !ok {
			t.Fatal("the newest is not kept")
		}
		if _, ok := d.Get(ctx, own); !ok {
			t.Fatal("what is used is forgotten")
		}
	}
	if n := d.Bytes(); n > most || n < most/2 {
		t.Errorf("%d bytes are kept", n)
	}
	large := "{" + strings.Repeat("x", most/32) + "}"
	if d.Add(ctx, large, &ast.QueryDocument{}); d.Bytes() > most {
		t.Error("a large one is kept")
	}
	if _, ok := d.Get(ctx, large); ok {
		t.Error("a large one is kept")
	}
}

// Parsed documents take less than 80 times their length.
func TestR79ParsedDocuments(t *testing.T) {
	d := limit.NewDocuments(512 << 10)
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	for i := range 300 {
		query := fmt.Sprintf("{me{id%d %s}}", i, strings.Repeat("a ", 1190))
		doc, err := parser.ParseQuery(&ast.Source{Input: query})
		if err != nil {
			t.Fatal(err)
		}
		d.Add(t.Context(), query, doc)
	}
	runtime.GC()
	runtime.ReadMemStats(&after)
	if held := int64(after.HeapAlloc) - int64(before.HeapAlloc); held > 60<<20 {
		t.Errorf("%d MB", held>>20)
	}
	runtime.KeepAlive(d)
}
