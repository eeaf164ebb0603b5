package server

import (
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"
)

func TestDocumentsAreBoundedInNumberAndText(t *testing.T) {
	t.Parallel()

	ctx := t.Context()
	d := newDocuments(Limits{Documents: 2, DocumentBytes: 10})
	doc := &ast.QueryDocument{}
	has := func(text string) bool { _, ok := d.Get(ctx, text); return ok }

	d.Add(ctx, "a", doc)
	d.Add(ctx, "b", doc)
	has("a") // now b is the one used longest ago
	d.Add(ctx, "c", doc)
	if !has("a") || has("b") || !has("c") {
		t.Error("the third did not replace the one used longest ago")
	}
	d.Add(ctx, strings.Repeat("x", 10), doc)
	if has("a") || has("c") || d.count() != 1 {
		t.Error("ten bytes of text did not replace the others")
	}
	d.Add(ctx, strings.Repeat("y", 11), doc)
	if d.count() != 1 || !has(strings.Repeat("x", 10)) {
		t.Error("a text that never fits was kept or cost another its place")
	}
}
