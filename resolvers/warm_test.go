package resolvers_test

import (
	"strings"
	"sync/atomic"
	"testing"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/graphtest"
	"github.com/creatorgraph/creatorgraph/internal/harness"
	"github.com/creatorgraph/creatorgraph/resolvers"
)

// A mutation that warms the database has it plan what the payload reads, alone and in company, and changes nothing.
func TestWarmingAMutationChangesNothing(t *testing.T) {
	t.Parallel()

	var reads, writes atomic.Int64
	store := graphtest.Open(t, func(o graph.Observation) {
		switch {
		case o.Write:
			writes.Add(1)
		case strings.Contains(o.Text, "PARTICIPATED_IN"):
			reads.Add(1)
		}
	})
	d := graphtest.Draw(t, store, "(spring:Campaign)\n(ann:Creator)")
	r := harness.Resolver(t, resolvers.Config{Store: store})
	ctx := graphql.StartOperationTrace(graph.WithWarming(t.Context()))
	op, errs := executor.New(r.Schema()).CreateOperationContext(ctx, &graphql.RawParams{
		Query: `mutation($in: RecordParticipationInput!) { __typename recordParticipation(input: $in) {
			participation { fee creator { key } } userErrors { code } } }`,
		Variables: map[string]any{"in": map[string]any{"campaign": id(d, "Campaign", "spring"), "creator": id(d, "Creator", "ann")}}})
	if errs != nil {
		t.Fatal(errs)
	}
	before := writes.Load()
	r.WarmMutation(ctx, op)
	if reads.Load() != 2 || writes.Load() != before {
		t.Errorf("%d statements read, %d wrote; want 2 and 0", reads.Load(), writes.Load()-before)
	}
	if graphtest.Has(t, store, d.In("(n:Creator {key: 'ann'})-[:PARTICIPATED_IN]->(:Campaign)")) {
		t.Error("a participation was recorded")
	}
}
