package subgraph_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/creatorgraph/creatorgraph/graph/subgraph"
)

// lane makes a lane of nodes named by letters; a plus at the end says that it goes on.
func lane(names string) subgraph.Lane {
	names, goesOn := strings.CutSuffix(names, "+")
	l := subgraph.Lane{Whole: !goesOn}
	for name := range strings.SplitSeq(names, "") {
		l.Nodes = append(l.Nodes, subgraph.Node{Type: "Creator", Key: name})
	}
	return l
}

func taken(c *subgraph.Choice) string {
	var all strings.Builder
	for _, n := range c.Nodes {
		all.WriteString(n.Key)
	}
	return all.String()
}

// Every lane gets its turn, so that a long one crowds out none; a node is taken once, by whichever lane offers it
// first; and a lane that ends before its turn, though it goes on, is not guessed at.
func TestLanesTakeTurns(t *testing.T) {
	t.Parallel()

	for _, c := range []struct {
		lanes  string
		most   int
		want   string
		enough bool
	}{
		{"abcdef xy", 6, "0axbyc", true},
		{"abcdef xy", 100, "0axbycdef", true},
		{"aab ax", 100, "0axb", true},
		{"ab+ xyz", 5, "0axby", true},
		{"ab+ xyz", 6, "0", false},
		{"0a", 3, "0a", true},
		{"", 3, "0", true},
	} {
		choice := subgraph.Choose(subgraph.Node{Type: "Creator", Key: "0"}, c.most)
		var lanes []subgraph.Lane
		for _, names := range strings.Fields(c.lanes) {
			lanes = append(lanes, lane(names))
		}
		if enough := choice.Take(lanes); enough != c.enough || taken(choice) != c.want {
			t.Errorf("%q, %d at most: took %s, enough %t; want %s, %t", c.lanes, c.most, taken(choice), enough, c.want, c.enough)
		}
	}
}

// After lanes that were too short, longer ones give what they would have given at once.
func TestTakingAgainForgetsNothingElse(t *testing.T) {
	t.Parallel()

	c := subgraph.Choose(subgraph.Node{Type: "Creator", Key: "0"}, 6)
	c.Take([]subgraph.Lane{lane("x")})
	if c.Take([]subgraph.Lane{lane("a+"), lane("pq")}) {
		t.Error("a lane that goes on was enough")
	}
	if !c.Take([]subgraph.Lane{lane("abc"), lane("pq")}) {
		t.Error("whole lanes were not enough")
	}
	if diff := cmp.Diff("0xapbq", taken(c)); diff != "" {
		t.Errorf("taken (-want +got):\n%s", diff)
	}
}
