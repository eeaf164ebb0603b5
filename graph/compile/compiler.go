package compile

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/creatorgraph/creatorgraph/graph/cypher"
	"github.com/creatorgraph/creatorgraph/graph/mapping"
)

// MaxParts bounds how many patterns a statement may match: Neo4j plans some fifty a second, once for each
// new statement.
const MaxParts = 200

// MaxConditions bounds the conditions of an operation's filters, each of which takes Neo4j some milliseconds to plan.
const MaxConditions = 200

// MaxFirst bounds `first` and `last`, and how many ids nodes takes.
const MaxFirst = 1000

// Compiler compiles operations over one schema. It is safe for use by many goroutines.
type Compiler struct {
	m          *mapping.Mapping
	statements map[string]*cypher.Fragment // the named statements that the mapping speaks of
	budget     float64                     // rows; 0 is no end of them
	counts     Counts
}

// New makes a Compiler; text gives the body of a named statement.
func New(m *mapping.Mapping, text func(name string) (string, bool)) (*Compiler, error) {
	c := &Compiler{m: m, statements: map[string]*cypher.Fragment{}}
	for _, t := range m.Types {
		for _, f := range t.Fields {
			for _, name := range []string{f.Statement, f.CountBy} {
				if err := c.read(name, text, f.Def.Position); err != nil {
					return nil, err
				}
			}
		}
	}
	for _, in := range m.Inputs {
		for name, f := range in.Filters {
			if err := c.read(f.Statement, text, in.Def.Fields.ForName(name).Position); err != nil {
				return nil, err
			}
		}
	}
	return c, nil
}

// read reads a named statement, if there is a name, which the schema has at a position.
func (c *Compiler) read(name string, text func(name string) (string, bool), at *ast.Position) error {
	if name == "" || c.statements[name] != nil {
		return nil
	}
	body, ok := text(name)
	if !ok {
		return fmt.Errorf("%s:%d: there is no statement %s", at.Src.Name, at.Line, name)
	}
	statement, err := cypher.Parse(body)
	if err != nil {
		return fmt.Errorf("%s:%d: statement %s: %w", at.Src.Name, at.Line, name, err)
	}
	c.statements[name] = statement
	return nil
}

// Mapping gives what the compiler works from.
func (c *Compiler) Mapping() *mapping.Mapping { return c.m }

// Error is a value that cannot be used: where it stands in the operation, what it is and what to
// do about it.
type Error struct {
	Path   ast.Path // response names down to the field; then the argument's place
	What   string
	Remedy string
	TooBig bool // a limit was passed, rather than something written wrongly
}

// Error gives the place, the value and the remedy.
func (e *Error) Error() string {
	s := e.What
	if e.Remedy != "" {
		s += "; " + e.Remedy
	}
	return s
}

// compilation is the work on one operation.
type compilation struct {
	c             *Compiler
	vars          map[string]any
	args          []*ast.Value
	params        []param
	pages         []page
	idLists       []idList
	anchors       []anchor // where a page's search may begin instead
	splits        []Split
	separate      []SeparateStatement
	inSeparate    int     // the number of the separate statement being compiled, from 1; 0 is the statement itself
	rows          float64 // how many objects there may be of what is being compiled
	estimatedRows float64 // how many rows the statement may look at
	next          int
	path          ast.Path
	nested        int // ORs and NOTs around what is being compiled
	ors           int // those that stand in the statement as such
	// conditions are those of all filters.
	conditions  int
	wrong       error // found where inputs are read
	currentCall *Call // whose rows are being compiled
}

// Compile compiles the fields at an operation's root, __typename among them. Introspection is left out;
// it is answered elsewhere.
func (c *Compiler) Compile(op *ast.OperationDefinition, vars map[string]any) (*Plan, error) {
	root := c.m.Types[rootName(c.m, op)]
	u := &compilation{c: c, vars: vars, rows: 1}
	shape := &Shape{Type: root.Name}
	p := newProjection()
	var bare cypher.Query
	for _, sel := range u.collect(root, op.SelectionSet) {
		f := root.Fields[sel.field.Name]
		switch {
		case sel.field.Name == "__typename":
			shape.Fields = append(shape.Fields, typename(sel.name, root.Name))
			continue
		case f == nil:
			continue
		}
		u.path = ast.Path{ast.PathName(sel.name)}
		got, lookup, err := u.root(p, f, sel)
		if err := cmp.Or(u.wrong, err); err != nil {
			return nil, err
		}
		shape.Fields = append(shape.Fields, got)
		bare = lookup
	}
	query := p.record()
	if len(p.exprs) == 1 && bare != nil {
		query = bare
	}
	return u.plan(query, shape)
}

// Rows compiles what a client selected below a computed field: rows arrive as the parameter `rows`,
// each with the scalars of the field's type and, in place of objects, their keys.
func (c *Compiler) Rows(
	field *ast.Field, typ *mapping.Type, vars map[string]any,
) (*Plan, error) {
	u := &compilation{c: c, vars: vars, rows: 1, path: ast.Path{ast.PathName(field.Alias)}}
	p := newProjection()
	shape, err := u.object(p, scope{t: typ, v: "row", given: true}, field.SelectionSet)
	if err := cmp.Or(u.wrong, err); err != nil {
		return nil, err
	}
	return u.plan(cypher.Query{cypher.Unwind{List: cypher.Parameter("rows"), As: "row"}, p.row("row")}, shape)
}

func rootName(m *mapping.Mapping, op *ast.OperationDefinition) string {
	switch op.Operation {
	case ast.Mutation:
		return m.Schema.Mutation.Name
	case ast.Subscription:
		return m.Schema.Subscription.Name
	}
	return m.Schema.Query.Name
}

func (u *compilation) name(base string) string {
	n := base + strconv.Itoa(u.next)
	u.next++
	return n
}

// fail makes an Error at the current field.
func (u *compilation) fail(remedy, format string, args ...any) error {
	return &Error{Path: append(ast.Path{}, u.path...), What: fmt.Sprintf(format, args...), Remedy: remedy}
}

func lower(name string) string { return strings.ToLower(name[:1]) + name[1:] }

func pascal(enum string) string {
	var b strings.Builder
	for word := range strings.SplitSeq(enum, "_") {
		if word != "" {
			b.WriteString(word[:1] + strings.ToLower(word[1:]))
		}
	}
	return b.String()
}

func typename(name, typ string) Field {
	return Field{Name: name, Coordinate: "__typename", Take: Constant, Text: `"` + typ + `"`, NonNull: true}
}
