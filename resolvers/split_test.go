package resolvers_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/creatorgraph/creatorgraph/graph/graphtest"
)

// A statement cut wherever it can be gives the answer of the whole one, in more round trips; an object
// that stands in the answer twice is found once.
func TestSplitStatementsGiveTheSameAnswer(t *testing.T) {
	t.Parallel()

	whole, cut := setUp(t), setUpWith(t, 1)
	d := graphtest.Draw(t, whole.store, market)
	query := d.In(`{ brand(key: 'dior') { campaigns { nodes { key participations { totalCount nodes { fee creator { name agency { key }
		categories { key parent { name } } } } pageInfo { endCursor } } } } } nodes(ids: []) { id } }`)

	want := whole.ask(t, query, nil)
	before := cut.trips.Load()
	if diff := cmp.Diff(want, cut.ask(t, query, nil)); diff != "" {
		t.Errorf("answer (-whole +cut):\n%s", diff)
	}
	if trips := cut.trips.Load() - before; trips < 2 {
		t.Errorf("%d round trips: nothing was cut", trips)
	}
	for _, mistake := range []string{"first: -1", "first: 1, last: 1"} {
		query := d.In(`{ creators(filter: {key: {in: ['ann', 'bea']}}) { nodes { contracts(` + mistake + `) { nodes { since } } } } }`)
		if diff := cmp.Diff(whole.ask(t, query, nil), cut.ask(t, query, nil)); diff != "" {
			t.Errorf("%s below a cut (-whole +cut):\n%s", mistake, diff)
		}
	}
}
