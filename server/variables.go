package server

import (
	"encoding/json"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/validator"
)

// coerce gives an operation's variables their values, defaults taken in, or says what is wrong with
// them. Values that are plainly as the schema wants them are told so by a walk; all others go to
// gqlparser's validator, whose reflection takes ten times as long, and which has the last word.
func coerce(
	schema *ast.Schema, op *ast.OperationDefinition, given map[string]any,
) (map[string]any, error) {
	values := make(map[string]any, len(op.VariableDefinitions))
	for _, def := range op.VariableDefinitions {
		value, isGiven := given[def.Variable]
		if !isGiven && def.DefaultValue != nil {
			var err error
			value, err = def.DefaultValue.Value(nil)
			isGiven = err == nil
		}
		switch {
		case isGiven && fits(schema, def.Type, value):
			values[def.Variable] = number(def.Type, value)
		case isGiven, def.Type.NonNull, def.DefaultValue != nil:
			return validator.VariableValues(schema, op, given)
		}
	}
	return values, nil
}

// number is a value as the validator leaves it: numbers that are a variable's whole value are Go's
// own, those within it stay JSON's.
func number(typ *ast.Type, value any) any {
	text, ok := value.(json.Number)
	if !ok {
		return value
	}
	switch typ.NamedType {
	case "Int":
		if n, err := text.Int64(); err == nil {
			return n
		}
	case "Float":
		if f, err := text.Float64(); err == nil {
			return f
		}
	}
	return value
}

// fits tells whether a value is what a type wants beyond doubt; false says nothing.
func fits(schema *ast.Schema, typ *ast.Type, value any) bool {
	if value == nil {
		return !typ.NonNull
	}
	if typ.Elem != nil {
		list, ok := value.([]any)
		for _, item := range list {
			ok = ok && fits(schema, typ.Elem, item)
		}
		return ok
	}
	def := schema.Types[typ.NamedType]
	switch {
	case def == nil:
		return false
	case def.Kind == ast.InputObject:
		object, ok := value.(map[string]any)
		return ok && fitsObject(schema, def, object)
	case def.Kind == ast.Enum:
		name, ok := value.(string)
		return ok && def.EnumValues.ForName(name) != nil
	case def.Kind == ast.Scalar:
		return fitsScalar(def, value)
	}
	return false
}

func fitsObject(schema *ast.Schema, def *ast.Definition, object map[string]any) bool {
	known := 0
	for _, field := range def.Fields {
		value, isGiven := object[field.Name]
		switch {
		case isGiven && !fits(schema, field.Type, value):
			return false
		case isGiven:
			known++
		case field.Type.NonNull && field.DefaultValue == nil:
			return false
		}
	}
	return known == len(object)
}

func fitsScalar(def *ast.Definition, value any) bool {
	switch v := value.(type) {
	case string:
		return def.Name == "String" || def.Name == "ID" || !def.BuiltIn
	case bool:
		return def.Name == "Boolean" || !def.BuiltIn
	case json.Number:
		switch def.Name {
		case "Int":
			_, err := v.Int64()
			return err == nil
		case "Float":
			_, err := v.Float64()
			return err == nil
		}
		return !def.BuiltIn
	case int64: // of a default, as all numbers below
		return def.Name == "Int" || def.Name == "Float" || def.Name == "ID" || !def.BuiltIn
	case float64:
		return def.Name == "Float" || !def.BuiltIn
	}
	return false
}
