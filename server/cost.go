package server

import (
	"encoding/json"
	"strconv"
)

// maxCost is where costs saturate, far above any limit and far below overflow.
const maxCost = 1 << 40

// answerSize is an upper bound of an answer.
type answerSize struct {
	cost  int // values: one for each object and each leaf
	bytes int // about: names, and a few for each value
}

// complexity is the upper bound of what a selection asks for.
type complexity struct {
	answerSize
	depth int // nested fields
	width int // root fields
}

// costModel is the complexity of an operation as a function of its variables.
type costModel struct {
	complexity               // the part that no variable changes
	varying    []int         // indexes into parts of what else counts, each as often as it is asked for
	parts      []varyingPart // in bottom-up order, so that one pass evaluates them
}

// varyingPart is a part of an operation whose cost depends on variables: a list whose rows do, a field above such a list, or
// a fragment with one, which is evaluated once however often it is spread.
type varyingPart struct {
	rows    rows
	each    answerSize // the fixed cost of each row
	varying []int      // indexes of the parts below
}

// rows is the number of rows that a field can have: the largest that its arguments allow, or the fallback without any.
type rows struct {
	fixed     int // by the document; zero when it gives none
	fallback  int // when neither the document nor a variable gives any
	variables []rowVariable
}

// rowVariable is a variable that bounds rows by its value, or by the length of its list.
type rowVariable struct {
	name   string
	isList bool
}

// evaluate gives an operation's complexity for its variables' values. The time is linear in the number of parts that depend
// on them.
func (l *costModel) evaluate(variables map[string]any) complexity {
	total := l.complexity
	if len(l.parts) == 0 {
		return total
	}
	var few [16]answerSize
	known := few[:0]
	for _, part := range l.parts {
		known = append(known, part.each.and(part.varying, known).times(part.rows.evaluate(variables)))
	}
	total.answerSize = total.and(l.varying, known)
	return total
}

// and adds some of the parts.
func (a answerSize) and(open []int, parts []answerSize) answerSize {
	for _, part := range open {
		a = a.plus(parts[part])
	}
	return a
}

func (a answerSize) plus(b answerSize) answerSize {
	return answerSize{min(a.cost+b.cost, maxCost), min(a.bytes+b.bytes, maxCost)}
}

func (a answerSize) times(rows int) answerSize {
	return answerSize{product(rows, a.cost), product(rows, a.bytes)}
}

// product is rows × each, at most maxCost. With 1 ≤ rows ≤ maxCost and each ≤ maxCost + 1 the product itself could overflow
// 64 bits, so the bound is checked by division.
func product(rows, each int) int {
	if each <= maxCost/rows {
		return rows * each
	}
	return maxCost
}

func (r *rows) evaluate(variables map[string]any) int {
	most := r.fixed
	for _, v := range r.variables {
		most = max(most, v.rows(variables[v.name]))
	}
	if most == 0 {
		return r.fallback
	}
	return min(most, maxCost)
}

// rows gives the rows that a value allows; zero for a value that does not bound them.
func (v rowVariable) rows(value any) int {
	if v.isList {
		list, _ := value.([]any)
		return max(len(list), 1)
	}
	switch n := value.(type) {
	case int64:
		return max(int(n), 1)
	case json.Number:
		return parseRowCount(n.String())
	}
	return 0
}

// answerSlack is by how many times the bound of an answer may exceed the limit of bytes: few lists are as long as they may be.
const answerSlack = 2

// parseRowCount reads a row count. One that is negative or too large is refused later, where the argument's own limit is
// known.
func parseRowCount(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return maxCost
	}
	return max(n, 1)
}

func (w complexity) limitChecks(l *Limits) [4]limitCheck {
	return [...]limitCheck{
		{w.depth, l.Depth, "fields within fields", "nest less deeply"},
		{w.width, l.Roots, "fields at its root", "ask in several requests"},
		{w.cost, l.Cost, "values in its answer at most", "ask for fewer rows (first, last) at the nested lists, or page through them"},
		{w.bytes, answerSlack * l.Answer, "bytes in its answer if all its lists are full", "ask for fewer rows, with fewer and shorter aliases"},
	}
}
