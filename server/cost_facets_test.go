package server

import (
	"testing"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/validator/rules"
)

// A facet weighs a pass over its connection's rows besides its groups, as often as the connection is asked for;
// in variables as in the document.
func TestFacetsWeighAPass(t *testing.T) {
	t.Parallel()

	schema := gqlparser.MustLoadSchema(&ast.Source{Input: `directive @aggregate on FIELD_DEFINITION
type Query { things(first: Int = 20): Things! }
type Thing { things(first: Int = 20): Things! }
type Things { pageInfo: Int nodes: [Thing!]! groups(first: Int = 20): [Group!]! @aggregate all: Group! @aggregate }
type Group { count: Int! }`})
	for _, c := range []struct {
		text string
		want int
	}{
		{"{things(first:1){all{count}}}", 1 + aggregateCost + 2},
		{"{things(first:1){groups{count}}}", 1 + aggregateCost + 20*2},
		{"{things(first:1){a:groups(first:3){count} b:groups(first:5){count}}}", 1 + 2*aggregateCost + 3*2 + 5*2},
		{"{things(first:7){groups(first:3){count} nodes{__typename}}}", 7*(1+1+1) + aggregateCost + 3*2}, // the groups are the page's
		{"{things(first:7){...p}} fragment p on Things {groups(first:3){count} nodes{__typename}}", 7*(1+1+1) + aggregateCost + 3*2},
		{"query($n:Int){things(first:$n){all{count} ...p}} fragment p on Things {groups(first:$n){count}}", 9*1 + 2*aggregateCost + 2 + 9*2},
		{"{things(first:7){nodes{things(first:1){all{count}}}}}", 7 * (1 + 1 + 1 + aggregateCost + 2)},
		{"query($n:Int){things(first:1){groups(first:$n){count}}}", 1 + aggregateCost + 9*2},
		{"query($n:Int){things(first:$n){nodes{things(first:1){groups(first:1){count}}}}}", 9 * (1 + 1 + 1 + aggregateCost + 2)},
	} {
		op := gqlparser.MustLoadQueryWithRules(schema, c.text, rules.NewDefaultRules()).Operations[0]
		if got := weigh(op, map[string]any{"n": int64(9)}).cost; got != c.want {
			t.Errorf("%s costs %d, want %d", c.text, got, c.want)
		}
	}
}
