package explore_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/creatorgraph/creatorgraph/graph/explore"
)

// list makes a list of nodes named by letters; a plus at the end says that it goes on.
func list(names string) explore.NeighborList {
	names, goesOn := strings.CutSuffix(names, "+")
	l := explore.NeighborList{Whole: !goesOn}
	for name := range strings.SplitSeq(names, "") {
		l.Nodes = append(l.Nodes, explore.Node{Type: "Creator", Key: name})
	}
	return l
}

func taken(c *explore.Choice) string {
	var all strings.Builder
	for _, n := range c.Nodes {
		all.WriteString(n.Key)
	}
	return all.String()
}

// Every list gets its turn, so that a long one crowds out none; a node is taken once, by whichever list offers it
// first; and a list that ends before its turn, though it goes on, is not guessed at.
func TestNeighborListsTakeTurns(t *testing.T) {
	t.Parallel()

	for _, c := range []struct {
		lists  string
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
		choice := explore.Choose(explore.Node{Type: "Creator", Key: "0"}, c.most)
		var lists []explore.NeighborList
		for _, names := range strings.Fields(c.lists) {
			lists = append(lists, list(names))
		}
		if enough := choice.Take(lists); enough != c.enough || taken(choice) != c.want {
			t.Errorf("%q, %d at most: took %s, enough %t; want %s, %t", c.lists, c.most, taken(choice), enough, c.want, c.enough)
		}
	}
}

// After lists that were too short, longer ones give what they would have given at once.
func TestTakingAgainForgetsNothingElse(t *testing.T) {
	t.Parallel()

	c := explore.Choose(explore.Node{Type: "Creator", Key: "0"}, 6)
	c.Take([]explore.NeighborList{list("x")})
	if c.Take([]explore.NeighborList{list("a+"), list("pq")}) {
		t.Error("a list that goes on was enough")
	}
	if !c.Take([]explore.NeighborList{list("abc"), list("pq")}) {
		t.Error("whole lists were not enough")
	}
	if diff := cmp.Diff("0xapbq", taken(c)); diff != "" {
		t.Errorf("taken (-want +got):\n%s", diff)
	}
}
