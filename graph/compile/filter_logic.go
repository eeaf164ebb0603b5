package compile

import (
	"fmt"
	"slices"

	"github.com/creatorgraph/creatorgraph/graph/cypher"
)

// maxEach bounds how many conditions Neo4j plans one by one, each with all others; the rest is one condition.
const maxEach = 16

func (u *compilation) each(s source, items []input) ([]cypher.Expr, error) {
	var all []cypher.Expr
	for _, item := range items {
		predicates, err := u.filter(s, item)
		if err != nil {
			return nil, err
		}
		all = append(all, predicates...)
	}
	if u.nested == 0 && len(all) > maxEach {
		all = append(all[:maxEach:maxEach], conjunction(all[maxEach:], false))
	}
	return all, nil
}

// Before Neo4j plans it normalises conditions: it distributes OR over AND, which multiplies the conditions of all
// ways, and goes through an AND or NOT within another twice, which doubles the time with every level. So these
// stand in the statement, where they help to find an index, only at the outermost level, and only so many of them.
// Below, and wherever an OR has patterns to match, for each of which Neo4j would plan the others once more, CASE
// stands for them: Neo4j leaves it alone and stops at the first condition that decides. What is unknown it takes for
// false, which makes no difference: a filter keeps what is true, and its NOT what is not.
const (
	maxClauses = 8 // that an OR comes to when it is distributed
	maxOrs     = 4 // of an operation: Neo4j combines the indexes of each with those of the others
)

// anyOf gives the predicates of an OR.
func (u *compilation) anyOf(s source, items []input) ([]cypher.Expr, error) {
	if len(items) == 0 {
		return []cypher.Expr{cypher.Lit(false)}, nil
	}
	var ways [][]cypher.Expr
	clauses := 1
	err := u.within(func() error {
		for _, item := range items {
			predicates, err := u.filter(s, item)
			if err != nil {
				return err
			}
			ways = append(ways, predicates)
			clauses = min(clauses*max(len(predicates), 1), maxClauses+1)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	if u.canDistribute(ways, clauses) {
		u.ors++
		var any []cypher.Expr
		for _, way := range ways {
			any = append(any, conjunction(way, true))
		}
		return []cypher.Expr{cypher.Paren{Of: cypher.AnyOf(any...)}}, nil
	}
	return []cypher.Expr{firstOf(ways)}, nil
}

// firstOf is an OR as a CASE, which stops at the first way that holds.
func firstOf(ways [][]cypher.Expr) cypher.Case {
	first := cypher.Case{Else: cypher.Lit(false)}
	for _, way := range ways {
		first.When = append(first.When, cypher.When{Condition: conjunction(way, false), Then: cypher.Lit(true)})
	}
	return first
}

// canDistribute says whether an OR of some ways may stand in the statement as such (see maxClauses).
func (u *compilation) canDistribute(ways [][]cypher.Expr, clauses int) bool {
	hasPatterns := slices.ContainsFunc(ways, func(way []cypher.Expr) bool { return slices.ContainsFunc(way, matches) })
	return u.nested == 0 && clauses <= maxClauses && u.ors < maxOrs && !hasPatterns
}

// not keeps what does not fulfil a filter, what is unknown included: Cypher's own NOT would drop
// the unknown, for which a comparison is null.
func (u *compilation) not(s source, in input) ([]cypher.Expr, error) {
	var predicates []cypher.Expr
	err := u.within(func() (err error) {
		predicates, err = u.filter(s, in)
		return err
	})
	if u.nested > 0 {
		holds := cypher.If(conjunction(predicates, false), cypher.Lit(false))
		holds.Else = cypher.Lit(true)
		return []cypher.Expr{holds}, err
	}
	return []cypher.Expr{cypher.Not{Of: unknownAsFalse(conjunction(predicates, true))}}, err
}

// maxNested bounds how deep OR and NOT may stand in each other: deeper than any person asks, and not so deep that
// Neo4j's parser runs out of stack.
const maxNested = 32

// within compiles the inside of an OR or a NOT.
func (u *compilation) within(part func() error) error {
	u.nested++
	defer func() { u.nested-- }()
	if u.nested > maxNested {
		return &Error{TooBig: true, What: fmt.Sprintf("a filter of more than %d levels of OR and NOT", maxNested),
			Remedy: "nest less deeply"}
	}
	return part()
}

// matches says whether a predicate contains patterns.
func matches(predicate cypher.Expr) bool { return cypher.Patterns(predicate) > 0 }

// unknownAsFalse turns null into false.
func unknownAsFalse(condition cypher.Expr) cypher.Expr {
	return cypher.Fn("coalesce", condition, cypher.Lit(false))
}

// conjunction is the AND of predicates.
func conjunction(predicates []cypher.Expr, isSimple bool) cypher.Expr {
	switch {
	case len(predicates) == 0:
		return cypher.Lit(true)
	case len(predicates) == 1:
		return predicates[0]
	case isSimple:
		return cypher.Paren{Of: cypher.AllOf(predicates...)}
	}
	all := cypher.Case{Else: cypher.Lit(true)}
	for _, p := range predicates {
		fails := cypher.Op(unknownAsFalse(p), cypher.Equal, cypher.Lit(false))
		all.When = append(all.When, cypher.When{Condition: fails, Then: cypher.Lit(false)})
	}
	return all
}
