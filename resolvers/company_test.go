package resolvers_test

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/graphtest"
	"github.com/creatorgraph/creatorgraph/internal/harness"
	"github.com/creatorgraph/creatorgraph/resolvers"
)

// Clients who rename, each a creator of its own, and how often each does so: some 250 times in all, and 10,000 with
// `-run TestNobodyReadsAnOldName -count 40`.
const (
	renamers = 32
	renames  = 8
)

// Clients who rename a creator and read it again, over another replica, with the same questions under way from everyone
// else, never read a name from before their own write.
func TestNobodyReadsAnOldName(t *testing.T) {
	t.Parallel()

	writing, reading := graphtest.Open(t), graphtest.Open(t)
	var text strings.Builder
	for i := range renamers {
		fmt.Fprintf(&text, "(%s:Creator)\n", renamer(i))
	}
	drawn := graphtest.Draw(t, writing, text.String())
	r := harness.Resolver(t, resolvers.Config{Store: reading})
	if err := r.Count(t.Context()); err != nil {
		t.Fatal(err)
	}
	var all sync.WaitGroup
	for i := range renamers {
		all.Go(func() {
			key := drawn.Key(renamer(i))
			for n := range renames {
				ctx, _ := graph.WithBookmarks(t.Context(), nil)
				name := fmt.Sprintf("name %d", n)
				if err := rename(ctx, writing, key, name); err != nil {
					t.Error(err)
					return
				}
				if got, err := nameOf(ctx, r, key); err != nil || got != name {
					t.Errorf("%s after its renaming: got %q, %v, want %q", key, got, err, name)
					return
				}
			}
		})
	}
	all.Wait()
	if c := reading.CompanyCount(); c.Statements == 0 {
		t.Error("nobody travelled together")
	}
}

// renamer names the creator of a client, of letters alone as drawings have them.
func renamer(i int) string { return string([]rune{rune('a' + i/26), rune('a' + i%26), 'x'}) }

func rename(ctx context.Context, store *graph.Store, key, name string) error {
	return store.Write(ctx, func(ctx context.Context, tx graph.Tx) error {
		_, err := tx.Run(ctx, graph.Statement{Text: "MATCH (c:Creator {key: $key}) SET c.name = $name",
			Params: map[string]any{"key": key, "name": name}})
		return err
	})
}

func nameOf(ctx context.Context, r *resolvers.Resolver, key string) (string, error) {
	answer, err := r.Ask(ctx, `query($key: String) { creator(key: $key) { name } }`, map[string]any{"key": key})
	if err != nil {
		return "", err
	}
	var data struct{ Creator struct{ Name string } }
	err = json.Unmarshal(answer.Data, &data)
	return data.Creator.Name, err
}

// An explained question tells by which statement it travels, and goes alone.
func TestExplainedTellsOfItsCompany(t *testing.T) {
	t.Parallel()

	a := setUp(t)
	ctx, explained := resolvers.WithExplained(t.Context())
	a.askIn(ctx, t, `{ creator(key: "nobody") { name } }`, nil)
	if len(explained.Statements) != 1 {
		t.Fatalf("%d statements", len(explained.Statements))
	}
	one := explained.Statements[0]
	if one.Company == nil || !strings.Contains(one.Company.Text, "UNWIND $company") || one.Company.Most < 2 {
		t.Errorf("company: %+v", one.Company)
	}
	if strings.Contains(one.Text, "$company") {
		t.Errorf("it did not go alone: %s", one.Text)
	}
}
