package server

import (
	"encoding/json"
	"strconv"
)

// maxCost is where costs stop growing, far above any limit and far below overflow.
const maxCost = 1 << 40

// answerSize is how much of an answer there could be.
type answerSize struct {
	cost  int // values: one for each object, one for each leaf
	bytes int // about as many, names and a few for each value
}

// complexity is what a selection could ask for at most.
type complexity struct {
	answerSize
	depth int // fields within fields
	width int // fields at the top
}

// costModel is what an operation weighs as far as its document says, and what is left to its variables.
type costModel struct {
	complexity               // with the amount that no variable changes
	varying    []int         // what else counts, by its place among parts, each as often as it is asked for
	parts      []varyingPart // those below others come first, so one pass over them is enough
}

// varyingPart is a part of an operation whose cost depends on variables: a list whose rows do, a field
// above such a list, or a fragment with one, whose cost is found once however often it is spread.
type varyingPart struct {
	rows    rows
	each    answerSize // what every row comes to besides what is open
	varying []int      // parts below, by their places
}

// rows is how many rows a field can have: as many as the largest of its arguments allows, and else
// as many as it has without any.
type rows struct {
	fixed     int // by the document; zero when it does not say
	fallback  int // when nobody says
	variables []rowVariable
}

// rowVariable is a variable that bounds rows by its number, or by the length of its list.
type rowVariable struct {
	name   string
	isList bool
}

// evaluate gives what an operation weighs with its variables' values. It takes as long as there are parts
// that depend on them.
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

// and adds parts to an amount.
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

// product is rows × each, at most heaviest. 1 ≤ rows ≤ heaviest and each ≤ heaviest + 1, so that it fits
// 64 bits only when divided first.
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

// rows is zero for a value that bounds nothing.
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

// answerSlack is how many times longer than it may be an answer could be that is tried: few lists are as long as they may.
const answerSlack = 2

// parseRowCount reads a row count; what is negative or too large to read is refused later, where the
// argument's own limit is known.
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
