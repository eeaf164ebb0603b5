package graph_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/graphtest"
)

// What a client asks and gives up ends in the database, where it ran on until its time limit: reads of our own, and
// statements of the client's.
func TestWhatIsGivenUpEnds(t *testing.T) {
	t.Parallel()

	store := graphtest.Open(t).Patient(10 * time.Minute)
	const endless = "UNWIND range(1, 9000000000) AS i WITH i WHERE i < 0 RETURN count(*) AS n, '"
	for name, ask := range map[string]func(ctx context.Context, text string) error{
		"a read": func(ctx context.Context, text string) error {
			_, err := store.Read(ctx, graph.Statement{Text: text})
			return err
		},
		"a statement of the client's": func(ctx context.Context, text string) error {
			_, err := store.Ask(ctx, graph.AskParams{Statement: graph.Statement{Text: text},
				Rows: 1, Bytes: 1000, Time: 10 * time.Minute})
			return err
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()

			mark := strings.ReplaceAll(name, "'", "") + " that is given up"
			runs := func() bool {
				rows, err := store.Read(t.Context(), graph.Statement{
					Text: "SHOW TRANSACTIONS YIELD currentQuery, status WHERE currentQuery CONTAINS $mark " +
						"AND status = 'Running' AND currentQuery STARTS WITH 'UNWIND' RETURN count(*) AS n",
					Params: map[string]any{"mark": mark}})
				if err != nil {
					t.Fatal(err)
				}
				return rows[0]["n"] != int64(0)
			}
			ctx, giveUp := context.WithCancel(t.Context())
			told := make(chan error, 1)
			go func() { told <- ask(ctx, endless+mark+"' AS mark") }()
			for !runs() {
				time.Sleep(20 * time.Millisecond)
			}
			giveUp()
			if err := <-told; graph.KindOf(err) != graph.Cancelled {
				t.Errorf("the client is told %v", err)
			}
			for runs() {
				time.Sleep(20 * time.Millisecond)
			}
		})
	}
}
