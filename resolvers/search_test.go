package resolvers_test

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/graphtest"
)

// crowd are more creators than a search looks at first, with a word of the test's own in their names. Most
// are tied, the last in order written first; a few must come before or after them.
const crowd = `UNWIND range(1, 400) AS i
WITH i, i > 320 AS differs
CREATE (:Creator {key: $word + 'c' + right('00' + (401 - i), 3),
  name: $word + reduce(s = '', j IN range(1, CASE WHEN differs THEN i % 5 ELSE 2 END) | s + ' more'),
  bio: CASE WHEN differs AND i % 7 = 0 THEN 'says ' + $word END})
WITH count(*) AS made
UNWIND range(1, 5) AS i
CREATE (:Agency {key: $word + 'a' + i, name: 'Agency of ' + $word + reduce(s = '', j IN range(1, 10 * i) | s + ' far')})
WITH count(*) AS made
CREATE (:Content {key: $word + 'x', name: $word + ' and a long title of which the word is one of many many words'})
CREATE (:Brand {key: $word, name: 'has the word for its key'})
WITH 1 AS one
MATCH (n) WHERE n.key STARTS WITH $word
SET n.named = n.name`

// The first page, which is found among the best, begins as the long one does, for which all hits are put in
// order; so do pages one after another. Scores and highlights are the same everywhere.
func TestSearchPagesAgree(t *testing.T) {
	a := setUpOn(t, graphtest.Own(t, true), 0) // what others write meanwhile changes scores
	const word = "glow"
	alter(t, a.store, crowd, word)

	for _, kinds := range []string{"null", "[CREATOR]", "[AGENCY]", "[CONTENT, AGENCY]", "[CREATOR, BRAND]"} {
		for _, text := range []string{word, word + " more", word + " more more", word + " far", word + "c007 " + word} {
			all, total := a.search(t, text, kinds, 1000, "")
			if len(all) != total {
				t.Errorf("%s of %s: %d hits of %d", text, kinds, len(all), total)
			}
			for _, first := range []int{0, 1, 10, 150, 399} {
				page, _ := a.search(t, text, kinds, first, "")
				if diff := cmp.Diff(all[:min(first, len(all))], page); diff != "" {
					t.Errorf("%s of %s: first %d (-of all +got):\n%s", text, kinds, first, diff)
				}
			}
			var walked []hit
			for cursor := ""; len(walked) < len(all); {
				page, _ := a.search(t, text, kinds, 170, cursor)
				if len(page) == 0 {
					break
				}
				walked, cursor = append(walked, page...), page[len(page)-1].Cursor
			}
			if diff := cmp.Diff(all, walked); diff != "" {
				t.Errorf("%s of %s: page by page (-at once +got):\n%s", text, kinds, diff)
			}
		}
	}
}

// What has the text for its name or key comes first, however well many others fit.
func TestSearchPutsExactFirst(t *testing.T) {
	t.Parallel()

	a := setUp(t)
	word := fmt.Sprintf("v%d", time.Now().UnixNano())
	alter(t, a.store, crowd, word)
	alter(t, a.store, "CREATE (:Content {key: $word + 'y', name: $word + ' far far', named: $word + ' far far'})", word)
	t.Cleanup(func() { alter(t, a.store, "MATCH (n) WHERE n.key STARTS WITH $word DETACH DELETE n", word) })

	for _, c := range []struct{ text, kinds, want string }{
		{word, "[BRAND]", word}, {word + "c007", "null", word + "c007"}, {word + " far far", "null", word + "y"},
		{word + " far far", "[CONTENT]", word + "y"},
	} {
		hits, _ := a.search(t, c.text, c.kinds, 2, "")
		if len(hits) == 0 || hits[0].Node.Entity.Key != c.want || hits[0].Node.Score < 1000 {
			t.Errorf("%q of %s: want %s first, got %v", c.text, c.kinds, c.want, hits)
		}
	}
}

type hit struct {
	Cursor string
	Node   struct {
		Score      float64
		Highlights []string
		Entity     struct{ Key string }
	}
}

func (a api) search(t *testing.T, text, kinds string, first int, after string) (hits []hit, total int) {
	t.Helper()

	argument := ""
	if after != "" {
		argument = fmt.Sprintf(", after: %q", after)
	}
	got := a.ask(t, fmt.Sprintf(`query($t: String!) { search(text: $t, kinds: %s, first: %d%s) { totalCount
		edges { cursor node { score highlights entity { key } } } } }`, kinds, first, argument), map[string]any{"t": text})
	var answer struct {
		Data struct {
			Search struct {
				TotalCount int
				Edges      []hit
			}
		}
	}
	if err := json.Unmarshal([]byte(got), &answer); err != nil || strings.Contains(got, `"errors"`) {
		t.Fatalf("%v in %s", err, got)
	}
	return answer.Data.Search.Edges, answer.Data.Search.TotalCount
}

func alter(t *testing.T, store *graph.Store, text, word string) {
	t.Helper()

	err := store.Write(context.WithoutCancel(t.Context()), func(ctx context.Context, tx graph.Tx) error {
		_, err := tx.Run(ctx, graph.Statement{Text: text, Params: map[string]any{"word": word}})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
