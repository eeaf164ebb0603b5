package analyze

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/statements"
)

// missing gives an error that names what a step needs of Graph Data Science and the database does not have;
// nil when it has all.
func missing(ctx context.Context, store *graph.Store, s step) error {
	if len(s.procedures) == 0 {
		return nil
	}
	rows, err := store.Read(ctx, graph.Statement{
		Text: statements.Text("analysis/procedures"), Params: map[string]any{"names": s.procedures},
	})
	if err != nil {
		return fmt.Errorf("procedures of Graph Data Science: %w", err)
	}
	lacking := slices.DeleteFunc(slices.Clone(s.procedures), func(name string) bool {
		return slices.ContainsFunc(rows, func(r graph.Record) bool { return r["name"] == name })
	})
	if len(lacking) == 0 {
		return nil
	}
	return graph.Errorf(graph.Unavailable,
		"put the jar of Neo4j Graph Data Science that fits this Neo4j into its plugins folder, set "+
			"dbms.security.procedures.unrestricted=gds.* and start it again; the embedded database brings it along",
		"the database has no Graph Data Science (%s), so %s were not analysed", strings.Join(lacking, ", "), s.does)
}
