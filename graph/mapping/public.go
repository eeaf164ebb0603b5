package mapping

import (
	"slices"
	"sync"

	"github.com/vektah/gqlparser/v2/ast"
)

// specified are the directives that clients are told of, those of the GraphQL specification of September 2025. The
// parser knows @defer besides, which nothing here would heed, and the schema's own directives say how it lies in the
// graph, which is nobody's business but ours.
var specified = []string{"deprecated", "include", "oneOf", "skip", "specifiedBy"}

// publish leaves in the schema what clients may know: documents are validated against it, introspection answers from
// it, and it is printed as SDL. What the schema's own directives said is in the mapping by now; they stay where they
// were applied, which only the printer would see.
func (m *Mapping) publish() {
	s := m.Schema
	argumentTypes := dropDirectives(s)
	dropUnused(s, argumentTypes)
	// The parser counts an interface that implements another among the other's possible types, and lets directives'
	// own definitions be deprecated; the specification knows neither, and code generators end on both.
	for name, possible := range s.PossibleTypes {
		s.PossibleTypes[name] = slices.DeleteFunc(possible, func(def *ast.Definition) bool { return def.Kind == ast.Interface })
	}
	if d := s.Directives["deprecated"]; d != nil {
		d.Locations = slices.DeleteFunc(d.Locations, isUnspecified)
	}
	if def := s.Types["__DirectiveLocation"]; def != nil {
		def.EnumValues = slices.DeleteFunc(def.EnumValues, func(v *ast.EnumValueDefinition) bool {
			return isUnspecified(ast.DirectiveLocation(v.Name))
		})
	}
	m.sdl = sync.OnceValue(func() string { return printed(s, false) })
	m.flatSDL = sync.OnceValue(func() string { return printed(s, true) })
}

// dropDirectives removes the schema's own directives and gives the types of their arguments.
func dropDirectives(s *ast.Schema) map[string]bool {
	types := map[string]bool{}
	for name, d := range s.Directives {
		if slices.Contains(specified, name) {
			continue
		}
		for _, arg := range d.Arguments {
			types[arg.Type.Name()] = true
		}
		delete(s.Directives, name)
	}
	return types
}

// dropUnused removes those of some types that no field and no argument of one is of.
func dropUnused(s *ast.Schema, types map[string]bool) {
	for _, def := range s.Types {
		for _, f := range def.Fields {
			delete(types, f.Type.Name())
			for _, arg := range f.Arguments {
				delete(types, arg.Type.Name())
			}
		}
	}
	for name := range types {
		if !s.Types[name].BuiltIn {
			delete(s.Types, name)
		}
	}
}

func isUnspecified(at ast.DirectiveLocation) bool { return at == "DIRECTIVE_DEFINITION" }
