package mapping

import (
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/formatter"
)

// SDL prints the schema as clients see it: types sorted by name, with their descriptions and deprecations, without
// what says how they lie in the graph. It says the same as introspection.
func (m *Mapping) SDL() string { return m.sdl() }

// FlatSDL is SDL with interfaces that implement no others, for code generators that do not know that they can. Every
// operation that is valid for the one is valid for the other: objects implement all that they did.
func (m *Mapping) FlatSDL() string { return m.flatSDL() }

// printed prints a schema without the directives that it does not define.
func printed(s *ast.Schema, isFlat bool) string {
	bare := *s
	bare.Types = make(map[string]*ast.Definition, len(s.Types))
	for name, def := range s.Types {
		bare.Types[name] = bared(s, def)
		if isFlat && def.Kind == ast.Interface {
			bare.Types[name].Interfaces = nil
		}
	}
	var b strings.Builder
	formatter.NewFormatter(&b, formatter.WithIndent("  ")).FormatSchema(&bare)
	return b.String()
}

// bared copies a definition without the directives that the schema does not define.
func bared(s *ast.Schema, def *ast.Definition) *ast.Definition {
	known := func(all ast.DirectiveList) ast.DirectiveList {
		return slices.DeleteFunc(slices.Clone(all), func(d *ast.Directive) bool { return s.Directives[d.Name] == nil })
	}
	one := *def
	one.Directives, one.Fields, one.EnumValues = known(def.Directives), nil, nil
	for _, f := range def.Fields {
		field := *f
		field.Directives, field.Arguments = known(f.Directives), nil
		for _, a := range f.Arguments {
			arg := *a
			arg.Directives = known(a.Directives)
			field.Arguments = append(field.Arguments, &arg)
		}
		one.Fields = append(one.Fields, &field)
	}
	for _, v := range def.EnumValues {
		value := *v
		value.Directives = known(v.Directives)
		one.EnumValues = append(one.EnumValues, &value)
	}
	return &one
}
