package graph_test

import (
	"context"
	"math/rand/v2"
	"strings"
	"sync"
	"testing"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/graphtest"
)

// Changes that wait for each other in circles are all carried out in the end: sixteen clients lock the same
// few nodes in whatever order, which leaves some of them undone a dozen times.
func TestChangesInCirclesAllHappen(t *testing.T) {
	t.Parallel()

	store := graphtest.Open(t)
	d := graphtest.Draw(t, store, `(a:Brand)
		(b:Brand)
		(c:Brand)
		(d:Brand)`)
	count := graph.Statement{Text: `UNWIND $keys AS key
		CALL (key) {
		  MATCH (n:Brand {key: key})
		  SET n.met = coalesce(n.met, 0) + 1
		  WITH n UNWIND range(1, 5000) AS i
		  RETURN sum(i) AS busy
		}
		RETURN sum(busy)`}
	var clients sync.WaitGroup
	for range 16 {
		clients.Go(func() {
			for range 5 {
				keys := []any{d.Key("a"), d.Key("b"), d.Key("c"), d.Key("d")}
				rand.Shuffle(len(keys), func(i, j int) { keys[i], keys[j] = keys[j], keys[i] })
				st := graph.Statement{Text: count.Text, Params: map[string]any{"keys": keys}}
				if err := store.Write(t.Context(), func(ctx context.Context, tx graph.Tx) error {
					_, err := tx.Run(ctx, st)
					return err
				}); err != nil {
					t.Error(err)
				}
			}
		})
	}
	clients.Wait()
	for _, name := range strings.Split("abcd", "") {
		if !graphtest.Has(t, store, strings.ReplaceAll(d.In("(n:Brand {key: '"+name+"', met: 80})"), `"`, "'")) {
			t.Errorf("%s was not counted 80 times", name)
		}
	}
}
