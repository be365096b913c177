package limit

import (
	"context"
	"sync"

	"github.com/hashicorp/golang-lru/v2/simplelru"
	"github.com/vektah/gqlparser/v2/ast"
)

// maxShare is how much of a cache one document may take: a 32nd.
const maxShare = 32

// Documents is a cache of parsed documents for a gqlgen server. It is bounded by the
// length of their texts, not by their number: anyone may send a document of 256 KB, and
// a parsed one takes up to 80 times its length.
type Documents struct {
	most  int
	mu    sync.Mutex
	bytes int
	lru   *simplelru.LRU[string, *ast.QueryDocument]
}

// NewDocuments returns an empty cache for this many bytes of text.
func NewDocuments(most int) *Documents {
	d := &Documents{most: most}
	// Every document has at least a byte, so the limit on their number is never
	// reached.
	lru, err := simplelru.NewLRU(max(most, 1), func(query string, _ *ast.QueryDocument) { d.bytes -= len(query) })
	if err != nil {
		panic(err) // the size is positive
	}
	d.lru = lru
	return d
}

// Get finds a document by its text.
func (d *Documents) Get(_ context.Context, query string) (*ast.QueryDocument, bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.lru.Get(query)
}

// Add adds a document unless it is large, and evicts the least recently used ones.
func (d *Documents) Add(_ context.Context, query string, doc *ast.QueryDocument) {
	if len(query) > d.most/maxShare {
		return
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if !d.lru.Contains(query) {
		d.bytes += len(query)
	}
	d.lru.Add(query, doc)
	for d.bytes > d.most {
		d.lru.RemoveOldest()
	}
}
