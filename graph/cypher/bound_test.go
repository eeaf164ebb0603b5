package cypher_test

import (
	"testing"

	"github.com/creatorgraph/creatorgraph/graph/cypher"
)

// Bound parameters are printed as what they are bound to, everywhere below, and only the CALL subqueries that read one
// take the scope in.
func TestBoundReachesIntoSubqueries(t *testing.T) {
	t.Parallel()

	inner := func(parameter string) cypher.Clause {
		return cypher.CallSubquery{Scope: []string{"n"}, Query: cypher.Query{
			cypher.Return{Items: []cypher.Item{cypher.As(cypher.Parameter(parameter), "x"+parameter)}}}}
	}
	query := cypher.Query{cypher.MatchNode("n", "N", cypher.Parameter("a")), inner("a"), inner("b")}
	got := cypher.Print(cypher.Query{cypher.Bound{Query: query, Scope: []string{"row"},
		Parameters: map[string]cypher.Expr{"a": cypher.Prop("row", "a")}}})
	const want = `MATCH (n:N {key: row.a})
CALL (n, row) {
  RETURN row.a AS xa
}
CALL (n) {
  RETURN $b AS xb
}`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
