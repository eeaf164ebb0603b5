package graph_test

import (
	"context"
	"testing"
	"time"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/graphtest"
)

// A read whose client goes ends in the database, where it ran on until its time limit.
func TestGivenUpReadsEnd(t *testing.T) {
	t.Parallel()

	store := graphtest.Open(t).Patient(10 * time.Minute)
	const marked = "a read that is given up"
	runs := func() bool {
		rows, err := store.Read(t.Context(), graph.Statement{
			Text: "SHOW TRANSACTIONS YIELD currentQuery, status WHERE currentQuery CONTAINS $mark AND status = 'Running' " +
				"AND NOT currentQuery STARTS WITH 'SHOW' RETURN count(*) AS n",
			Params: map[string]any{"mark": marked}})
		if err != nil {
			t.Fatal(err)
		}
		return rows[0]["n"] != int64(0)
	}
	ctx, giveUp := context.WithCancel(t.Context())
	told := make(chan error)
	go func() {
		_, err := store.Read(ctx, graph.Statement{
			Text: "UNWIND range(1, 9000000000) AS i WITH i WHERE i < 0 RETURN count(*), '" + marked + "'"})
		told <- err
	}()
	await := func(want bool) {
		for runs() != want {
			time.Sleep(20 * time.Millisecond)
		}
	}
	await(true)
	giveUp()
	if err := <-told; err == nil {
		t.Error("it was answered")
	}
	await(false)
}
