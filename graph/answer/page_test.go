package answer_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/creatorgraph/creatorgraph/graph/answer"
	"github.com/creatorgraph/creatorgraph/graph/compile"
)

// paged writes all parts of a page whose rows are a cursor's values and a name.
func paged(t *testing.T, run compile.PageRun, rows ...any) string {
	t.Helper()

	page := &compile.Page{Signature: "s", Total: 1}
	name := compile.Field{Name: "n", Column: 1}
	info := &compile.Shape{Fields: []compile.Field{
		{Name: "next", Take: compile.HasNext, Page: page}, {Name: "previous", Take: compile.HasPrevious, Page: page},
		{Name: "start", Take: compile.StartCursor, Page: page}, {Name: "end", Take: compile.EndCursor, Page: page}}}
	edge := &compile.Shape{Fields: []compile.Field{{Name: "cursor", Take: compile.Cursor, Page: page},
		{Name: "node", Take: compile.Same, Shape: &compile.Shape{Fields: []compile.Field{name}}}}}
	connection := &compile.Shape{Fields: []compile.Field{
		{Name: "edges", Take: compile.Edges, List: true, Page: page, Shape: edge},
		{Name: "nodes", Take: compile.Nodes, List: true, Page: page, Shape: edge.Fields[1].Shape},
		{Name: "info", Take: compile.Info, Page: page, Shape: info}, {Name: "total", Take: compile.Total, Page: page}}}
	shape := &compile.Shape{Fields: []compile.Field{{Name: "c", Take: compile.Connection, Page: page, Shape: connection}}}
	bound := &compile.BoundPlan{Pages: []compile.PageRun{run}}
	out, _, errs, ok := answer.Write(nil, shape, row{row(rows), int64(7)}, bound, nil, 0)
	if !ok || errs != nil {
		t.Fatalf("%s: %v", out, errs)
	}
	return string(out)
}

// cursorOf is the cursor of a row whose sort value is n.
func cursorOf(t *testing.T, n int64) string {
	t.Helper()

	text, err := compile.EncodeCursor("s", []any{n})
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// A page shows as many rows as were asked for, in the order asked, with the cursors of its ends; the row beyond only
// tells that there is more, on the side on which the page was read to its end.
func TestPages(t *testing.T) {
	t.Parallel()

	a, b, c := row{row{int64(1)}, "a"}, row{row{int64(2)}, "b"}, row{row{int64(3)}, "c"}
	one, two := cursorOf(t, 1), cursorOf(t, 2)
	edge := func(cursor, name string) string { return `{"cursor":"` + cursor + `","node":{"n":"` + name + `"}}` }
	page := func(edges, nodes, next, previous, ends string) string {
		return `{"c":{"edges":[` + edges + `],"nodes":[` + nodes + `],"info":{"next":` + next + `,"previous":` + previous +
			`,` + ends + `},"total":7}}`
	}
	ab, ends := edge(one, "a")+","+edge(two, "b"), `"start":"`+one+`","end":"`+two+`"`
	const named, none = `{"n":"a"},{"n":"b"}`, `"start":null,"end":null`
	for name, one := range map[string]struct {
		run  compile.PageRun
		rows row
		want string
	}{
		"the first of more":                     {compile.PageRun{Limit: 2}, row{a, b, c}, page(ab, named, "true", "false", ends)},
		"exactly all":                           {compile.PageRun{Limit: 2}, row{a, b}, page(ab, named, "false", "false", ends)},
		"after a cursor there is a page before": {compile.PageRun{Limit: 2, After: true}, row{a, b}, page(ab, named, "false", "true", ends)},
		"forward, before tells nothing of more": {compile.PageRun{Limit: 2, Before: true}, row{a, b}, page(ab, named, "false", "false", ends)},
		"the last of more come last first":      {compile.PageRun{Limit: 2, Backward: true}, row{b, a, c}, page(ab, named, "false", "true", ends)},
		"backward, before a cursor":             {compile.PageRun{Limit: 2, Backward: true, Before: true}, row{b, a}, page(ab, named, "true", "false", ends)},
		"backward, after tells nothing of more": {compile.PageRun{Limit: 2, Backward: true, After: true}, row{b, a}, page(ab, named, "false", "false", ends)},
		"none":                                  {compile.PageRun{Limit: 2}, nil, page("", "", "false", "false", none)},
		"none wanted of some":                   {compile.PageRun{Limit: 0}, row{a}, page("", "", "true", "false", none)},
	} {
		if diff := cmp.Diff(one.want, paged(t, one.run, one.rows...)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// The node of an edge may be a column of the row.
func TestNodesHeldByRows(t *testing.T) {
	t.Parallel()

	page := &compile.Page{Total: -1}
	node := &compile.Shape{Fields: []compile.Field{{Name: "n"}}}
	connection := &compile.Shape{Fields: []compile.Field{
		{Name: "nodes", Take: compile.Nodes, List: true, Page: page, Shape: node, Held: true, Column: 1},
		{Name: "total", Take: compile.Total, Page: page}}}
	shape := &compile.Shape{Fields: []compile.Field{{Name: "c", Take: compile.Connection, Page: page, Shape: connection}}}
	bound := &compile.BoundPlan{Pages: []compile.PageRun{{Limit: 5}}}
	out, _, _, _ := answer.Write(nil, shape, row{row{row{"edge", row{"a"}}, row{"edge"}}}, bound, nil, 0)
	if want := `{"c":{"nodes":[{"n":"a"},null],"total":null}}`; string(out) != want {
		t.Errorf("got %s, want %s", out, want)
	}
}
