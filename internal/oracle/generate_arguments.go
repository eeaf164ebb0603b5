package oracle

import (
	"encoding/base64"
	"fmt"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
)

// arguments writes the arguments of a field and guesses how many rows it will have.
func (g *Generator) arguments(s *scope, f *ast.FieldDefinition) (text string, rows int) {
	var parts []string
	add := func(name string, value any) {
		parts = append(parts, name+": "+g.writeValue(f.Arguments.ForName(name).Type, value))
	}
	rows = 1
	if f.Name == "availability" {
		for _, p := range g.period() {
			add(p.name, p.value)
		}
	}
	for _, arg := range f.Arguments {
		if f.Name == "availability" {
			break
		}
		switch arg.Name {
		case "id", "key", "ids":
			continue
		case "first":
			most := 6
			if s.rows > 20 {
				most = 3
			}
			var more []string
			more, rows = g.pageArguments(f, most)
			parts = append(parts, more...)
		case "last", "after", "before":
			continue
		default:
			if arg.Type.NonNull || g.chance(45) {
				add(arg.Name, g.value(arg.Type, hint{field: arg.Name}))
			}
		}
	}
	if f.Arguments.ForName("key") != nil {
		parts = append(parts, g.lookupArguments(f)...)
	}
	switch {
	case s.t == g.Schema.Query && f.Name == "node":
		add("id", g.id(""))
	case f.Arguments.ForName("ids") != nil:
		rows = 1 + g.r.IntN(5)
		ids := []any{}
		for range rows {
			ids = append(ids, g.id(""))
		}
		if g.chance(15) {
			add("ids", ids[0]) // one stands for a list of one
			break
		}
		add("ids", ids)
	}
	if len(parts) == 0 {
		return "", rows
	}
	g.r.Shuffle(len(parts), func(i, j int) { parts[i], parts[j] = parts[j], parts[i] })
	return "(" + strings.Join(parts, ", ") + ")", rows
}

// lookupArguments writes an id or a key; as an invalid lookup both, neither or an id of another type.
func (g *Generator) lookupArguments(f *ast.FieldDefinition) []string {
	label := f.Type.Name()
	key := "key: " + g.writeValue(ast.NamedType("String", nil), g.key(label))
	id := "id: " + g.writeValue(ast.NamedType("ID", nil), g.id(label))
	switch {
	case g.invalidOnce(15):
		return pick(g.r, [][]string{{key, id}, {}, {`id: "no id"`},
			{"id: " + g.writeValue(ast.NonNullNamedType("ID", nil), g.id("Platform"))}})
	case g.chance(50):
		return []string{key}
	}
	return []string{id}
}

// invalidOnce says whether to write an invalid value, at most once in an operation.
func (g *Generator) invalidOnce(percent int) bool {
	if !g.invalidLeft || !g.chance(percent) {
		return false
	}
	g.invalidLeft = false
	return true
}

// pageArguments writes first, last, after and before.
func (g *Generator) pageArguments(f *ast.FieldDefinition, most int) (parts []string, rows int) {
	integer := f.Arguments.ForName("first").Type
	rows = g.r.IntN(most + 1)
	backward := f.Arguments.ForName("last") != nil && g.chance(35)
	name := "first"
	if backward {
		name = "last"
	}
	switch {
	case g.invalidOnce(10):
		parts = append(parts, fmt.Sprintf("%s: %d", name, pick(g.r, []int{-1, 1001, 2000000000})))
	case backward && g.invalidOnce(10):
		parts = append(parts, "first: 1, last: 1")
	case backward:
		parts = append(parts, "last: "+g.writeValue(ast.NonNullNamedType("Int", nil), rows))
		if g.chance(10) {
			parts = append(parts, "first: null")
		}
	case most == 6 && g.chance(15):
		rows = 20
		if g.chance(30) {
			parts = append(parts, "first: null")
		}
	default:
		typ := ast.NonNullNamedType(integer.NamedType, nil)
		if g.chance(20) && most == 6 {
			typ = integer // now and then left out: twenty
		}
		parts = append(parts, "first: "+g.writeValue(typ, rows))
	}
	for _, side := range []string{"after", "before"} {
		if f.Arguments.ForName(side) == nil || !g.chance(50) {
			continue
		}
		if g.invalidOnce(10) {
			parts = append(parts, side+`: "no cursor"`)
			continue
		}
		variable := g.name("c")
		g.op.definitions = append(g.op.definitions, definition{variable, "String"})
		g.op.Cursors = append(g.op.Cursors, variable)
		parts = append(parts, side+": $"+variable)
	}
	return parts, rows
}

func (g *Generator) node(label string) *Node { return pick(g.r, g.Graph.Nodes[label]) }

// key gives an existing key, nine times in ten.
func (g *Generator) key(label string) string {
	if g.chance(10) {
		return "nobody"
	}
	return g.node(label).Key
}

// labels are the types of ids; those with more fields come more often.
var labels = []string{"Creator", "Creator", "Agency", "Brand", "Campaign", "Campaign", "Content", "Content",
	"Content", "Category", "Platform", "Segment", "Programme", "AudiencePackage", "AudiencePackage",
	"CreatorList"}

// id gives an id of a type, of any when it is empty; now and then one of nothing.
func (g *Generator) id(label string) string {
	switch {
	case label == "" && g.invalidOnce(10):
		return "no id"
	case label == "":
		label = pick(g.r, labels)
		g.idTypes = append(g.idTypes, label)
	}
	return base64.RawURLEncoding.EncodeToString([]byte(label + ":" + g.key(label)))
}
