package server

import (
	"encoding/base64"
	"encoding/json"
	"maps"

	"github.com/vektah/gqlparser/v2/ast"
)

// placeholderVariables gives an operation's variables, with placeholders for required ones that are missing. Placeholders
// find nothing, but the database plans the statement that clients will need.
func placeholderVariables(schema *ast.Schema, op *ast.OperationDefinition, given map[string]any) map[string]any {
	all := maps.Clone(given)
	for _, v := range op.VariableDefinitions {
		if _, known := given[v.Variable]; known || !v.Type.NonNull || v.DefaultValue != nil {
			continue
		}
		if all == nil {
			all = map[string]any{}
		}
		all[v.Variable] = placeholderValue(schema, v.Type, idTypeOf(op.SelectionSet, v.Variable))
	}
	return all
}

// placeholderValue gives a value of an input type; of is the type of node that an id names.
func placeholderValue(schema *ast.Schema, typ *ast.Type, of string) any {
	if typ.Elem != nil {
		return []any{placeholderValue(schema, typ.Elem, of)}
	}
	switch typ.NamedType {
	case "Int", "Long", "Money", "Float":
		return json.Number("1")
	case "Boolean":
		return true
	case "Date":
		return "2026-01-01"
	case "DateTime":
		return "2026-01-01T00:00:00Z"
	case "ID":
		return base64.RawURLEncoding.EncodeToString([]byte(of + ":warm"))
	}
	def := schema.Types[typ.NamedType]
	switch {
	case def == nil:
	case def.Kind == ast.Enum && len(def.EnumValues) > 0:
		return def.EnumValues[0].Name
	case def.Kind == ast.InputObject:
		object := map[string]any{}
		for _, f := range def.Fields {
			if f.Type.NonNull && f.DefaultValue == nil {
				object[f.Name] = placeholderValue(schema, f.Type, of)
			}
		}
		return object
	}
	return "warm"
}

// idTypeOf is the probable type of the node that a variable's id names: the type of the root field that takes it, if it is an
// object type, otherwise Creator.
func idTypeOf(set ast.SelectionSet, variable string) string {
	for _, s := range set {
		f, isField := s.(*ast.Field)
		if !isField || f.Definition == nil {
			continue
		}
		if typ := f.Definition.Type.Name(); typ != "Entity" && typ != "Node" && takesAsID(f, variable) {
			return typ
		}
	}
	return "Creator"
}

// takesAsID says whether a field's argument id is a variable.
func takesAsID(f *ast.Field, variable string) bool {
	id := f.Arguments.ForName("id")
	return id != nil && id.Value != nil && id.Value.Kind == ast.Variable && id.Value.Raw == variable
}
