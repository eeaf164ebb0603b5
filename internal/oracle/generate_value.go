package oracle

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
)

// hint is the context of a value: its input object, the field, and the label that is filtered.
type hint struct{ object, field, label string }

// inputField is one field of an input object, which keeps its order.
type inputField struct {
	name  string
	value any
}

// value makes a random value of an input type: nil, bool, int64, float64, string, []any or []pair.
func (g *Generator) value(t *ast.Type, h hint) any {
	if !t.NonNull && g.chance(4) {
		return nil
	}
	if t.Elem != nil {
		if g.chance(10) {
			return g.value(t.Elem, h) // one stands for a list of one
		}
		items := []any{}
		for range g.r.IntN(4) {
			items = append(items, g.value(t.Elem, h))
		}
		return items
	}
	def := g.Schema.Types[t.NamedType]
	switch def.Kind {
	case ast.Enum:
		return pick(g.r, def.EnumValues).Name
	case ast.InputObject:
		return g.object(def, h)
	}
	return g.scalar(t.NamedType, h)
}

func (g *Generator) object(def *ast.Definition, h hint) any {
	if label, isFilter := strings.CutSuffix(def.Name, "Filter"); isFilter {
		h.label = label
	}
	if def.Name == "AvailabilityMatch" {
		return g.period()
	}
	wanted := min(90, 200/len(def.Fields))
	pairs := []inputField{}
	for _, f := range def.Fields {
		nested := f.Type.Name() == def.Name // AND, OR, NOT
		switch {
		case nested && !g.chance(12):
		case f.Name == "format" && !f.Type.NonNull: // of an order: PRICE needs it
			if pairs[0].value == "PRICE" && !g.invalidOnce(30) || g.chance(20) {
				pairs = append(pairs, inputField{f.Name, g.value(ast.NonNullNamedType(f.Type.Name(), nil), h)})
			}
		case f.Type.NonNull || nested || g.chance(wanted):
			in := hint{def.Name, f.Name, h.label}
			if def.Name == "StringMatch" || def.Name == "SetMatch" {
				in.object = h.field
			}
			pairs = append(pairs, inputField{f.Name, g.value(f.Type, in)})
		}
	}
	return pairs
}

// keysOf gives the labels of the fields that hold keys.
var keysOf = map[string]string{
	"categories": "Category", "brands": "Brand", "platforms": "Platform", "agencies": "Agency",
	"workedWithBrands": "Brand", "workedInCampaigns": "Campaign", "segment": "Segment", "lists": "CreatorList",
}

var numbers = []int64{-5, -1, 0, 0, 1, 2, 3, 100, 333, 500, 1000, 3000, 5000, 50000, 100000, maxSafe, -maxSafe}

func (g *Generator) scalar(name string, h hint) any {
	switch name {
	case "Boolean":
		return g.chance(50)
	case "Int":
		return int64(1 + g.r.IntN(60)) // days, the one number of this type in an input
	case "Long", "Money":
		if g.invalidOnce(8) {
			return int64(maxSafe + 1)
		}
		return pick(g.r, numbers)
	case "Float":
		return pick(g.r, []any{int64(0), 0.1, 0.25, -0.5, 0.328125, 1.5, 1e-7})
	case "Date":
		if g.invalidOnce(15) {
			return pick(g.r, []string{"2026-02-30", "yesterday"})
		}
		return g.day()
	}
	return g.text(h)
}

func (g *Generator) day() string {
	d := graphDrawer{r: g.r}
	return string(d.day(pick(g.r, []int{0, 1, 30, 300})))
}

// period makes the first and last day of a period; where something wrong is wanted, one that ends first or is too long.
func (g *Generator) period() []inputField {
	d := graphDrawer{r: g.r}
	from, to := d.day(30), d.day(30)
	if from > to {
		from, to = to, from
	}
	if g.invalidOnce(30) {
		from, to = pick(g.r, []Day{"2026-12-24", "2025-01-01"}), "2026-12-01"
	}
	return []inputField{{"from", string(from)}, {"to", string(to)}}
}

func (g *Generator) text(h hint) string {
	for _, name := range []string{h.field, h.object} {
		if label := keysOf[name]; label != "" {
			return g.key(label)
		}
	}
	switch h.field {
	case "regions":
		return pick(g.r, []string{"四川", "广东", "Zürich", "zürich"})
	case "languages":
		return pick(g.r, []string{"zh-Hans", "en", "EN"})
	case "genders":
		return pick(g.r, []string{"female", "male"})
	case "industries":
		return pick(g.r, []string{"beauty", "sport", "美妆"})
	}
	return g.match(h)
}

// match makes a text for a field of StringMatch from a key or a name.
func (g *Generator) match(h hint) string {
	n := g.node(h.label)
	text, _ := n.Props["name"].(string)
	if h.object == "key" {
		text = n.Key
	}
	runes := []rune(text)
	at := g.r.IntN(len(runes) + 1)
	switch h.field {
	case "startsWith":
		return string(runes[:at])
	case "contains":
		return string(runes[at:min(at+2, len(runes))])
	}
	return text
}

// writeValue writes a value as a literal or a variable, or as a literal with variables in it.
func (g *Generator) writeValue(t *ast.Type, value any) string {
	if g.chance(25) {
		return g.writeVariable(t, value)
	}
	switch v := value.(type) {
	case []any:
		items := make([]string, len(v))
		for i, item := range v {
			items[i] = g.writeValue(t.Elem, item)
		}
		return "[" + strings.Join(items, ", ") + "]"
	case []inputField:
		def := g.Schema.Types[t.Name()]
		parts := make([]string, len(v))
		for i, p := range v {
			parts[i] = p.name + ": " + g.writeValue(def.Fields.ForName(p.name).Type, p.value)
		}
		return "{" + strings.Join(parts, ", ") + "}"
	}
	return g.writeLiteral(t, value)
}

func (g *Generator) writeLiteral(t *ast.Type, value any) string {
	switch v := value.(type) {
	case nil:
		return "null"
	case string:
		if g.Schema.Types[t.Name()].Kind == ast.Enum {
			return v
		}
		return quoted(v)
	case float64:
		return strconv.FormatFloat(v, 'g', -1, 64)
	}
	return fmt.Sprint(value)
}

// quoted writes a GraphQL string: JSON's escapes are GraphQL's.
func quoted(s string) string {
	raw, _ := json.Marshal(s) // a text always has JSON
	return string(raw)
}

// writeVariable declares a variable for a value. One that may be null is now and then left out, or has a
// default that is overridden or not.
func (g *Generator) writeVariable(t *ast.Type, value any) string {
	name := g.name("v")
	text := t.String()
	optional := !t.NonNull
	if optional && value != nil && g.chance(20) {
		text, optional = text+"!", false
	}
	given := !optional || !g.chance(20)
	if optional && g.chance(15) && value != nil {
		text += " = " + g.writeConstant(t, value)
	}
	if given {
		g.op.Variables[name] = jsonValue(value)
	}
	g.op.definitions = append(g.op.definitions, definition{name, text})
	return "$" + name
}

// writeConstant writes a value without variables.
func (g *Generator) writeConstant(t *ast.Type, value any) string {
	switch v := value.(type) {
	case []any:
		items := make([]string, len(v))
		for i, item := range v {
			items[i] = g.writeConstant(t.Elem, item)
		}
		return "[" + strings.Join(items, ", ") + "]"
	case []inputField:
		def := g.Schema.Types[t.Name()]
		parts := make([]string, len(v))
		for i, p := range v {
			parts[i] = p.name + ": " + g.writeConstant(def.Fields.ForName(p.name).Type, p.value)
		}
		return "{" + strings.Join(parts, ", ") + "}"
	}
	return g.writeLiteral(t, value)
}

// jsonValue gives a value in the form that JSON decodes to.
func jsonValue(value any) any {
	switch v := value.(type) {
	case []any:
		items := make([]any, len(v))
		for i, item := range v {
			items[i] = jsonValue(item)
		}
		return items
	case []inputField:
		object := map[string]any{}
		for _, p := range v {
			object[p.name] = jsonValue(p.value)
		}
		return object
	}
	return value
}
