package resolvers_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/creatorgraph/creatorgraph/graph/compile"
)

// blocks are two groups of 60 creators who all worked on all of their group's 60 campaigns, joined by one campaign on
// which the first of each worked.
const blocks = `
UNWIND ['p', 'q'] AS block
UNWIND range(0, 59) AS i
CREATE (:Creator {key: $word + block + i, name: block + i, block: $word + block}),
  (:Campaign {key: $word + block + 'c' + i, name: block + 'c' + i, block: $word + block})
WITH DISTINCT block
MATCH (c:Creator {block: $word + block}), (x:Campaign {block: $word + block})
CREATE (c)-[:PARTICIPATED_IN {fee: 1}]->(x)
WITH count(*) AS _
MATCH (a:Creator {key: $word + 'p0'}), (b:Creator {key: $word + 'q0'})
CREATE (a)-[:PARTICIPATED_IN]->(:Campaign {key: $word + 'bridge', name: 'bridge'})<-[:PARTICIPATED_IN]-(b)`

// Between two groups in which everybody worked with everybody the search for longer ways timed out, and the way that was
// found already was thrown away: it is given, in time, and told that there may be more.
func TestPathsFoundAreKept(t *testing.T) {
	a := setUp(t)
	word := fmt.Sprintf("paths%d-", time.Now().UnixNano())
	alter(t, a.store, blocks, word)
	t.Cleanup(func() { alter(t, a.store, "MATCH (n) WHERE n.key STARTS WITH $word DETACH DELETE n", word) })
	for _, c := range []struct {
		from, to string
		length   int
		ways     int  // at least
		more     bool // millions of beginnings lead nowhere, and no search of all of them ends in time
	}{
		{"p0", "q0", 2, 1, false}, {"p0", "q0", 8, 1, true}, {"p1", "q1", 6, 3, false},
	} {
		var got struct {
			Data       struct{ Paths []struct{ Text string } }
			Errors     []any
			Extensions struct {
				Warnings []struct {
					Path    []any
					Message string
				}
			}
		}
		answer := a.ask(t, fmt.Sprintf(`{ paths(from: %q, to: %q, maxLength: %d) { text } }`,
			compile.ID("Creator", word+c.from), compile.ID("Creator", word+c.to), c.length), nil)
		if err := json.Unmarshal([]byte(answer), &got); err != nil {
			t.Fatal(err)
		}
		if len(got.Errors) > 0 || len(got.Data.Paths) < c.ways {
			t.Errorf("%v: %s", c, answer)
			continue
		}
		if more := len(got.Extensions.Warnings) > 0; more != c.more {
			t.Errorf("%v: said that there may be more: %t, %s", c, more, answer)
		}
		if c.more && (len(got.Extensions.Warnings[0].Path) != 1 || !strings.Contains(got.Extensions.Warnings[0].Message, "there may be paths of")) {
			t.Errorf("%v: %s", c, answer)
		}
	}
}
