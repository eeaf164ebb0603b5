package compile

import (
	"strconv"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/creatorgraph/creatorgraph/graph/cypher"
	"github.com/creatorgraph/creatorgraph/graph/mapping"
)

// Budget is how many rows one statement may find before it is split: the objects where one level more
// would pass it are left as keys, and go on in statements of their own that begin with UNWIND $keys.
// An answer of twenty thousand rows takes Neo4j some 40 MB to put together.
const Budget = 20000

// unknownRows is what a list counts for whose length nothing tells.
const unknownRows = 20

// keysAtOnce bounds how many objects one statement goes on from.
const keysAtOnce = 1000

// Counts are how many nodes and relationships a graph has.
type Counts struct {
	Nodes map[string]int64 // by label
	Ends  map[End]int64
}

// End is one end of the relationships of a type: that they begin, or with In end, at nodes of a label.
type End struct {
	Rel, Label string
	In         bool
}

// rows is how many relationships of a type a node of a label has on average.
func (c Counts) rows(label string, r *mapping.Relationship) float64 {
	nodes, known := c.Nodes[label]
	if !known || nodes == 0 {
		return unknownRows
	}
	return max(1, float64(c.Ends[End{r.Type, label, r.In}])/float64(nodes))
}

// Split is where a statement leaves off: Text goes on from the objects in $keys and gives a row of key and
// object for each, BatchSize of them at once; or Call names what is computed for them. Its parameters are the
// statement's, or those of the plan's Separate of this number, from 1.
type Split struct {
	Text      string
	BatchSize int
	Separate  int
	Call      *Call

	query cypher.Query // the text is printed when all is compiled
}

// WithSplits gives a Compiler that splits statements of more than budget rows, by what counts lets it expect.
func (c *Compiler) WithSplits(budget int, counts Counts) *Compiler {
	return &Compiler{m: c.m, statements: c.statements, budget: float64(budget), counts: counts}
}

// exceedsBudget says whether the selection of an object would exceed the statement's budget, while
// there is something left to split off.
func (u *compilation) exceedsBudget(b scope, sets []ast.SelectionSet) bool {
	if u.c.budget == 0 || u.rows <= 1 || b.t.Kind != mapping.Node || b.given {
		return false
	}
	return u.rows*u.rowsBelow(b.t, sets) > u.c.budget
}

// split leaves an object of which only the key is known to the statement so far.
func (u *compilation) split(p *projection, b scope, sets []ast.SelectionSet) (*Shape, error) {
	shape, err := u.continuation(b.t, sets)
	if err != nil {
		return nil, err
	}
	shape.Key, shape.Plain = p.add("key", cypher.Prop(b.v, "key")), nil
	return shape, nil
}

// continuation makes the statement that goes on from keys of a type.
func (u *compilation) continuation(t *mapping.Type, sets []ast.SelectionSet) (*Shape, error) {
	at := len(u.splits)
	u.splits = append(u.splits, Split{})
	most := keysAtOnce
	if u.c.budget > 0 {
		most = min(max(int(u.c.budget/max(u.rowsBelow(t, sets), 1)), 1), keysAtOnce)
	}

	inner, v := newProjection(), u.name(lower(t.Name))
	shape, err := &Shape{}, error(nil)
	u.withRows(float64(most)/u.rows, func() { shape, err = u.fields(inner, scope{t: t, v: v}, sets) })
	if err != nil {
		return nil, err
	}
	u.splits[at] = Split{BatchSize: most, Separate: u.inSeparate, query: cypher.Query{
		cypher.Unwind{List: cypher.Parameter("keys"), As: "key"},
		cypher.MatchNode(v, t.Label, cypher.Variable("key")),
		cypher.Return{Items: append(cypher.Columns("key"), cypher.As(inner.list(), "row"))}}}
	shape.Split, shape.Plain = at+1, inner.ownProperties(v)
	return shape, nil
}

// withRows runs work with n times as many rows expected.
func (u *compilation) withRows(n float64, work func()) {
	before := u.rows
	u.rows *= n
	work()
	u.rows = before
}

// rowsBelow estimates the rows that an object leads to one level down.
func (u *compilation) rowsBelow(t *mapping.Type, sets []ast.SelectionSet) float64 {
	rows := 0.0
	for _, sel := range u.collect(t, sets...) {
		f := t.Fields[sel.field.Name]
		switch {
		case f == nil || f.Type == nil || f.Source == mapping.Compute:
		case f.Source == mapping.Self:
			rows += u.rowsBelow(f.Type, sel.sets)
		default:
			rows += u.expected(t, f, sel.field)
		}
	}
	return rows
}

// expected is how many rows a field leads to from one object.
func (u *compilation) expected(t *mapping.Type, f *mapping.Field, field *ast.Field) float64 {
	isPage, follows := f.Type.Kind == mapping.Connection, f.Source == mapping.Follow
	switch {
	case isPage && follows:
		return min(u.c.counts.rows(t.Label, f.Relationship), float64(u.asked(field))+1)
	case isPage:
		return float64(u.asked(field)) + 1
	case f.Def.Type.Elem == nil:
		return 1
	case follows:
		return u.c.counts.rows(t.Label, f.Relationship)
	}
	return unknownRows
}

// asked is the size of the page a field asks for.
func (u *compilation) asked(field *ast.Field) int {
	for _, name := range []string{"last", "first"} {
		def := field.Definition.Arguments.ForName(name)
		if def == nil {
			continue
		}
		now := u.now(def.DefaultValue)
		if given := field.Arguments.ForName(name); given != nil && u.now(given.Value) != nil {
			now = u.now(given.Value)
		}
		if n, isNumber := whole(now); isNumber {
			return int(min(max(n, 0), MaxFirst))
		}
	}
	return unknownRows
}

// magnitude is what of a number decides whether a statement is split: how many bits it has, by twos.
func magnitude(v any) string {
	n, _ := whole(v)
	bits := 0
	for ; n > 0; n >>= 2 {
		bits++
	}
	return strconv.Itoa(bits)
}
