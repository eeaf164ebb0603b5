package server

import (
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"
)

func TestDocumentsAreBoundedInNumberAndText(t *testing.T) {
	t.Parallel()

	d := newDocuments(Limits{Documents: 2, DocumentBytes: 10})
	doc := &ast.QueryDocument{}
	has := func(text string) bool { _, ok := d.withText(text); return ok }

	d.keep(newDocument("a", doc))
	d.keep(newDocument("b", doc))
	has("a") // now b is the one used longest ago
	d.keep(newDocument("c", doc))
	if !has("a") || has("b") || !has("c") {
		t.Error("the third did not replace the one used longest ago")
	}
	d.keep(newDocument(strings.Repeat("x", 10), doc))
	if has("a") || has("c") || d.count() != 1 {
		t.Error("ten bytes of text did not replace the others")
	}
	d.keep(newDocument(strings.Repeat("y", 11), doc))
	if d.count() != 1 || !has(strings.Repeat("x", 10)) {
		t.Error("a text that never fits was kept or cost another its place")
	}
}
