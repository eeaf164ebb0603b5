package oracle

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
)

// Operation is a query in pieces, so that a test can remove some when it shrinks a failure.
type Operation struct {
	Roots     []string
	Variables map[string]any
	// Cursors are variables of type String that stand where a cursor may, none given yet.
	Cursors []string

	definitions []definition
	fragments   []string // F0, F1, …
}

type definition struct{ name, text string }

// Text gives the document: only what the roots use is declared in it.
func (o Operation) Text() string {
	body := "{\n  " + strings.Join(o.Roots, "\n  ") + "\n}"
	for i := len(o.fragments) - 1; i >= 0; i-- { // one spreads only those before it
		if uses(body, fmt.Sprintf("...F%d", i)) {
			body += "\n" + o.fragments[i]
		}
	}
	var definitions []string
	for _, d := range o.definitions {
		if uses(body, "$"+d.name) {
			definitions = append(definitions, "$"+d.name+": "+d.text)
		}
	}
	if len(definitions) == 0 {
		return "query " + body
	}
	return "query (" + strings.Join(definitions, ", ") + ") " + body
}

func uses(text, name string) bool {
	return regexp.MustCompile(regexp.QuoteMeta(name) + `\b`).MatchString(text)
}

// Generator makes random valid operations.
type Generator struct {
	Schema *ast.Schema
	Graph  *Graph

	r           *rand.Rand
	op          *Operation
	names       int
	fields      int      // left to select
	idTypes     []string // types of the ids in the last arguments
	invalidLeft bool     // an invalid value may still be written
}

const (
	maxFields = 14
	maxDepth  = 5
	maxRows   = 400 // that an operation's deepest lists may come to, roughly
)

// Next makes the operation of a seed.
func (g Generator) Next(seed uint64) Operation {
	g.r = rand.New(rand.NewPCG(seed, 2))
	g.op = &Operation{Variables: map[string]any{}}
	g.fields, g.invalidLeft = 4+g.r.IntN(maxFields), g.chance(6)
	query := &scope{t: g.Schema.Query, used: map[string]bool{}, rows: 1}
	for range 1 + g.r.IntN(2) + g.r.IntN(2) {
		g.op.Roots = append(g.op.Roots, g.root(query))
	}
	return *g.op
}

// chance is true with a probability in percent.
func (g *Generator) chance(percent int) bool { return g.r.IntN(100) < percent }

func (g *Generator) name(prefix string) string {
	g.names++
	return fmt.Sprintf("%s%d", prefix, g.names)
}

func (g *Generator) root(query *scope) string {
	if g.chance(2) {
		return "__typename"
	}
	f := query.t.Fields.ForName(pick(g.r, []string{"node", "nodes", "creator", "agency", "brand", "campaign", "creatorList",
		"creators", "creators", "agencies", "brands", "campaigns"}))
	return g.field(query, f)
}

// scope is a selection set being written.
type scope struct {
	t           *ast.Definition
	used        map[string]bool // composite fields already asked for under their own names
	depth       int
	rows        int      // that the object it is of may come to
	shared      bool     // what is written may stand in several places: names must be its own
	likelyTypes []string // of an interface: the types that its objects are probably of
}

func (s scope) below(t *ast.Definition, rows int) *scope {
	return &scope{t: t, used: map[string]bool{}, depth: s.depth + 1, rows: s.rows * max(rows, 1), shared: s.shared}
}

// selection writes a selection set, braces included.
func (g *Generator) selection(s *scope) string {
	var parts []string
	for range 1 + g.r.IntN(4) {
		if part := g.selectionItem(s); part != "" {
			parts = append(parts, part)
		}
	}
	if len(parts) == 0 {
		parts = append(parts, "__typename")
	}
	return "{ " + strings.Join(parts, " ") + " }"
}

// excludedFields are fields, besides computed ones, that are never selected: those that the naive executor does not know
// (internal/reference and the tests of analyses answer them a second time), and a size of another type than
// AudiencePackage's, which an operation must not ask for beside it.
var excludedFields = []string{"Creator.collaborators", "Creator.community", "Creator.centrality", "Community.size"}

func (g *Generator) selectionItem(s *scope) string {
	switch {
	case g.chance(5):
		return g.alias("__typename", 30) + g.directives()
	case g.chance(10) || s.t.Kind == ast.Interface && g.chance(75):
		return g.fragment(s)
	}
	var fields ast.FieldList
	for _, f := range s.t.Fields {
		deep := g.Schema.Types[f.Type.Name()].IsCompositeType()
		switch {
		case f.Directives.ForName("computed") != nil || slices.Contains(excludedFields, s.t.Name+"."+f.Name):
		case !deep:
			fields = append(fields, f)
		case s.depth < maxDepth && g.fields > 0 && s.rows <= maxRows:
			fields = append(fields, f, f)
		}
	}
	if len(fields) == 0 {
		return ""
	}
	return g.field(s, pick(g.r, fields))
}

func (g *Generator) alias(name string, percent int) string {
	if g.chance(percent) {
		return g.name("a") + ": " + name
	}
	return name
}

// field writes a field, now and then twice, to be merged.
func (g *Generator) field(s *scope, f *ast.FieldDefinition) string {
	g.fields--
	t := g.Schema.Types[f.Type.Name()]
	unique := len(f.Arguments) > 0 || t.IsCompositeType()
	head := g.alias(f.Name, 15)
	if unique && head == f.Name && (s.used[f.Name] || s.shared || s.t.Kind == ast.Interface) {
		head = g.name("a") + ": " + f.Name
	}
	s.used[f.Name] = true
	g.idTypes = nil
	arguments, rows := g.arguments(s, f)
	head += arguments
	if !t.IsCompositeType() {
		return head + g.directives()
	}
	if f.Type.Elem != nil && !strings.HasSuffix(s.t.Name, "Connection") {
		rows = 3
	}
	below := s.below(t, rows)
	below.likelyTypes = g.idTypes
	if len(g.idTypes) == 0 {
		below.likelyTypes = []string{"Creator", "Brand"} // who worked together, the other interfaces there are
	}
	text := head + g.directives() + " " + g.selection(below)
	if g.chance(6) {
		text += " " + head + g.directives() + " " + g.selection(below)
	}
	return text
}

func (g *Generator) directives() string {
	if !g.chance(7) {
		return ""
	}
	text := ""
	for _, name := range []string{"skip", "include"} {
		if g.chance(60) {
			flag := g.writeValue(ast.NonNullNamedType("Boolean", nil), g.chance(50) == (name == "include"))
			text += fmt.Sprintf(" @%s(if: %s)", name, flag)
		}
	}
	return text
}

// fragment writes a fragment on the scope's type, on one of its interfaces or on one of the types that an
// interface stands for.
func (g *Generator) fragment(s *scope) string {
	on := append([]string{s.t.Name}, s.t.Interfaces...)
	if s.t.Kind == ast.Interface {
		for _, t := range g.Schema.GetPossibleTypes(s.t) {
			on = append(on, t.Name)
		}
		if s.t.Name == "Node" {
			on = append(on, "Entity", "Entity")
		}
		if g.chance(75) {
			on = slices.DeleteFunc(on, func(name string) bool { return !slices.Contains(s.likelyTypes, name) && name != "Entity" })
		}
	}
	inner := *s
	inner.t = g.Schema.Types[pick(g.r, on)]
	// Fields of different types that share a name would have to be alike, too.
	if inner.t != s.t || s.t.Kind == ast.Interface {
		inner.shared = true
	}
	if g.chance(40) {
		return g.namedFragment(inner)
	}
	condition := "... on " + inner.t.Name
	if inner.t == s.t && g.chance(50) {
		condition = "..."
	}
	return condition + g.directives() + " " + g.selection(&inner)
}

// namedFragment makes a fragment with a name, or spreads one that there is, if it fits.
func (g *Generator) namedFragment(s scope) string {
	for i, text := range g.op.fragments {
		if strings.HasPrefix(text, fmt.Sprintf("fragment F%d on %s ", i, s.t.Name)) && g.chance(50) {
			return fmt.Sprintf("...F%d%s", i, g.directives())
		}
	}
	s.shared = true
	text := g.selection(&s)
	n := len(g.op.fragments)
	g.op.fragments = append(g.op.fragments, fmt.Sprintf("fragment F%d on %s %s", n, s.t.Name, text))
	return fmt.Sprintf("...F%d%s", n, g.directives())
}
