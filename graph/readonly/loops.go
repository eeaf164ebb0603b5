package readonly

import (
	"fmt"
	"strings"

	"github.com/creatorgraph/creatorgraph/graph/cypher"
)

// Neo4j ends a statement between two rows. What a single expression does it does to its end, long after the statement
// was given up: so the steps that expressions take in loops are bounded before they begin. A list's length is what
// the text tells of it.
const (
	maxSteps  = 2_000_000 // of all loops of a statement for a row, the inner ones for each step of the outer; some 10 s
	longList  = 10_000    // items that a list may have of which nothing is known
	shortList = 10        // of a node's property, or of the parts of a path
)

// loops are the functions that go through a list, as list comprehensions do.
var loops = []string{"all", "any", "none", "single", "reduce"}

// short are the functions that give short lists.
var short = []string{"nodes", "relationships", "labels", "keys"}

// loop counts the steps of a loop whose variable's IN is at a token, for the bracket that encloses it.
func (in *inspection) loop(i int) error {
	if !in.at(i).IsWord("IN") || !in.at(i-1).Names() || len(in.open) == 0 {
		return nil
	}
	bracket := &in.open[len(in.open)-1]
	before := in.at(i - 2)
	isLoop := bracket.loops && (before.Is("(") || before.Is(",")) || before.Is("[")
	if !isLoop || bracket.times > 0 {
		return nil
	}
	bracket.times = in.length(i + 1)
	steps := 1
	for _, b := range in.open {
		steps = min(steps*max(b.times, 1), maxSteps+1)
	}
	if in.steps += steps; in.steps <= maxSteps {
		return nil
	}
	return in.tokens[i-1].Refuse(fmt.Sprintf("loops within expressions that may take more than %d steps", maxSteps),
		"UNWIND the list and filter its rows, which the database can end")
}

// bracket is one that is open; of a loop it knows how often what it encloses is done.
type bracket struct {
	loops bool // it follows the name of a function that loops
	times int
}

// length tells how long a list may be whose expression begins at a token.
func (in *inspection) length(i int) int {
	t := in.at(i)
	switch {
	case t.IsWord("range") && in.at(i+1).Is("("):
		if n := in.numbers(i + 1); n > 0 {
			return n
		}
		return longList
	case t.Is("["):
		return in.items(i)
	case t.Names() && in.at(i+1).Is("."), t.Names() && in.at(i+1).Is("(") && listed(short, t.Text):
		return shortList
	}
	return longList
}

// numbers gives the greatest number among a call's arguments; 0 where they are no plain numbers. Of those within size()
// and length() the lists are there already.
func (in *inspection) numbers(open int) int {
	most := 0
	for i := open + 1; i < len(in.tokens) && !in.at(i).Is(")"); i++ {
		switch t := in.at(i); {
		case t.Is("("):
			return shortList
		case t.Kind == cypher.Number && atMost(t.Text, maxRange):
			var n int
			_, _ = fmt.Sscan(t.Text, &n) // digits
			most = max(most, n+1)
		case t.Kind == cypher.Number:
			return longList
		}
	}
	return most
}

// items counts those of a list that is written out.
func (in *inspection) items(open int) int {
	n, depth := 1, 0
	for i := open; i < len(in.tokens); i++ {
		switch t := in.at(i); {
		case opens(t):
			depth++
		case closes(t):
			if depth--; depth == 0 {
				return n
			}
		case t.Is(",") && depth == 1:
			n++
		case depth == 1 && t.IsWord("IN"): // it is made of another list
			return longList
		}
	}
	return n
}

// maxQuantifiers bounds the *, + and {} of a regular expression: each goes through the text once for every step of the
// one before it.
const maxQuantifiers = 3

// regex refuses regular expressions that could take for ever on a short text, such as (a+)+, which nothing ends.
func (in *inspection) regex(i int) error {
	if !in.at(i).Is("~") || !in.at(i-1).Is("=") {
		return nil
	}
	t := in.at(i + 1)
	const remedy = "use CONTAINS, STARTS WITH or ENDS WITH, or write a plain pattern such as '(?i).*word.*'"
	if t.Kind != cypher.String || in.at(i+2).Is("+") {
		return in.tokens[i].Refuse("a regular expression that is not written out", remedy)
	}
	quantifiers, escaped, last := 0, false, rune(0)
	for _, r := range t.Text {
		isQuantifier := !escaped && strings.ContainsRune("*+{", r)
		if isQuantifier {
			quantifiers++
		}
		if isQuantifier && last == ')' || quantifiers > maxQuantifiers {
			return t.Refuse("a regular expression that could take for ever", remedy)
		}
		escaped = r == '\\' && !escaped
		last = r
	}
	return nil
}
