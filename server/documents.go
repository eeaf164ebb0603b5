package server

import (
	"container/list"
	"context"
	"sync"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
)

// documents keeps parsed and validated documents by their text, those used last, bounded in number
// and in bytes of text, since clients choose both.
type documents struct {
	mu       sync.Mutex
	most     int
	mostText int
	text     int
	recent   list.List // of *document, the one used last in front
	byText   map[string]*list.Element
}

type document struct {
	text   string
	parsed *ast.QueryDocument
}

var _ graphql.Cache[*ast.QueryDocument] = (*documents)(nil)

func newDocuments(limits Limits) *documents {
	return &documents{
		most: limits.Documents, mostText: limits.DocumentBytes, byText: map[string]*list.Element{},
	}
}

// Get finds a document by its text.
func (d *documents) Get(_ context.Context, text string) (*ast.QueryDocument, bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	at, ok := d.byText[text]
	if !ok {
		return nil, false
	}
	d.recent.MoveToFront(at)
	return at.Value.(*document).parsed, true
}

// Add keeps a document and forgets those used longest ago that no longer fit.
func (d *documents) Add(_ context.Context, text string, parsed *ast.QueryDocument) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if _, known := d.byText[text]; known || len(text) > d.mostText {
		return
	}
	d.byText[text] = d.recent.PushFront(&document{text, parsed})
	d.text += len(text)
	for d.recent.Len() > d.most || d.text > d.mostText {
		oldest := d.recent.Remove(d.recent.Back()).(*document)
		delete(d.byText, oldest.text)
		d.text -= len(oldest.text)
	}
}

func (d *documents) count() int {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.recent.Len()
}
