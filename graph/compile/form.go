package compile

import (
	"sort"
	"strconv"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
)

// Form describes an operation's variables as far as they decide the statement's text: which are
// given, what flags and enum values they hold, how their lists of objects are shaped, which types
// their ids are of, about how many rows a page has. Operations of one document with equal forms share a plan.
func (c *Compiler) Form(op *ast.OperationDefinition, vars map[string]any) string {
	if len(op.VariableDefinitions) == 0 {
		return ""
	}
	var b strings.Builder
	for _, def := range op.VariableDefinitions {
		v, given := vars[def.Variable]
		if given {
			c.form(&b, def.Type, v)
		}
		b.WriteByte(';')
	}
	return b.String()
}

func (c *Compiler) form(b *strings.Builder, typ *ast.Type, v any) {
	if v == nil {
		b.WriteString("null") // no enum value, flag, size or type is called so
		return
	}
	if typ.Elem != nil {
		list, isList := v.([]any)
		if !isList {
			list = []any{v}
		}
		c.formList(b, typ.Elem, list)
		return
	}
	def := c.m.Schema.Types[typ.NamedType]
	switch {
	case def.Kind == ast.InputObject:
		c.formObject(b, def, v)
	case def.Kind == ast.Enum:
		s, _ := v.(string)
		b.WriteString(s)
	case typ.NamedType == "Int":
		b.WriteString(magnitude(v))
	case typ.NamedType == "Boolean":
		b.WriteString(strconv.FormatBool(v == true))
	case typ.NamedType == "ID":
		s, _ := v.(string)
		t, _, _ := ParseID(s)
		if c.m.Types[t] != nil { // client text must not fill the cache of plans
			b.WriteString(t)
		}
	default:
		b.WriteByte('1')
	}
}

func (c *Compiler) formList(b *strings.Builder, elem *ast.Type, list []any) {
	b.WriteByte('[')
	if len(list) == 0 {
		b.WriteByte('0')
	}
	def := c.m.Schema.Types[elem.Name()]
	switch {
	case def.Kind == ast.InputObject, elem.Elem != nil:
		for _, item := range list {
			c.form(b, elem, item)
			b.WriteByte(',')
		}
	case elem.NamedType == "ID":
		types := map[string]bool{}
		for _, item := range list {
			var one strings.Builder
			c.form(&one, elem, item)
			types[one.String()] = true
		}
		var names []string
		for name := range types {
			names = append(names, name)
		}
		sort.Strings(names)
		b.WriteString(strings.Join(names, ",") + magnitude(len(list)))
	}
	b.WriteByte(']')
}

func (c *Compiler) formObject(b *strings.Builder, def *ast.Definition, v any) {
	object, _ := v.(map[string]any)
	b.WriteByte('{')
	for _, f := range def.Fields {
		if value, given := object[f.Name]; given {
			b.WriteString(f.Name)
			b.WriteByte(':')
			c.form(b, f.Type, value)
			b.WriteByte(',')
		}
	}
	b.WriteByte('}')
}
