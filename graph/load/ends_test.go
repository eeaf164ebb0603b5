package load_test

import (
	"fmt"
	"testing"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/internal/harness"
)

// checkEnds holds what was imported against what statements rely on: relationships whose type is said
// to tell the label they lead to lead to nothing else.
func checkEnds(t *testing.T, store *graph.Store) {
	t.Helper()

	m := harness.Mapping(t)
	followed := 0
	for _, typ := range m.Types {
		for _, f := range typ.Fields {
			r := f.Relationship
			if r == nil || !r.Sure {
				continue
			}
			pattern := "()-[:%s]->(end)"
			if r.In {
				pattern = "()<-[:%s]-(end)"
			}
			rows, err := store.Read(t.Context(), graph.Statement{
				Text: "MATCH " + fmt.Sprintf(pattern, r.Type) + " RETURN DISTINCT labels(end) AS labels"})
			if err != nil {
				t.Fatal(err)
			}
			if len(rows) > 1 {
				t.Errorf("%s.%s: %s (in: %t) leads to %v", typ.Name, f.Name, r.Type, r.In, rows)
			}
			followed += len(rows)
		}
	}
	if followed == 0 {
		t.Error("the graph has none of the relationships")
	}
}
