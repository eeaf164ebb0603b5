package server

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/creatorgraph/creatorgraph/graph"
)

// coerce gives an operation's variables their values, with defaults, or the place of an invalid value with what stands there
// and what should. Custom scalars are checked where they are read.
func coerce(
	schema *ast.Schema, op *ast.OperationDefinition, given map[string]any,
) (map[string]any, *gqlerror.Error) {
	values := make(map[string]any, len(op.VariableDefinitions))
	for _, def := range op.VariableDefinitions {
		c := coercion{schema: schema, path: ast.Path{ast.PathName("variable"), ast.PathName(def.Variable)}}
		value, isGiven := given[def.Variable]
		if !isGiven && def.DefaultValue != nil {
			value, isGiven = defaultOf(def.DefaultValue), true
		}
		switch {
		case isGiven:
			coerced, err := c.value(def.Type, value)
			if err != nil {
				return nil, err
			}
			values[def.Variable] = nativeNumber(def.Type, coerced)
		case def.Type.NonNull:
			return nil, c.errorf("give a "+def.Type.Name(), "must be defined")
		}
	}
	return values, nil
}

// defaultOf is a variable's default; a number too large for Go stays a json.Number.
func defaultOf(v *ast.Value) any {
	value, err := v.Value(nil)
	if err != nil {
		return json.Number(v.Raw)
	}
	return value
}

// nativeNumber converts a variable's value from json.Number to int64 or float64. Numbers within lists and objects stay.
func nativeNumber(typ *ast.Type, value any) any {
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

// coercion coerces one variable; path leads to the current value.
type coercion struct {
	schema *ast.Schema
	path   ast.Path
}

func (c *coercion) value(typ *ast.Type, value any) (any, *gqlerror.Error) {
	if value == nil {
		if typ.NonNull {
			return nil, c.errorf("give a "+typ.Name(), "must not be null")
		}
		return nil, nil
	}
	if typ.Elem != nil {
		return c.list(typ, value)
	}
	def := c.schema.Types[typ.NamedType]
	if def.Kind == ast.InputObject {
		return c.object(def, value)
	}
	return value, c.checkLeaf(def, value)
}

// checkLeaf refuses a value that is none of an enum's, or that one of GraphQL's own scalars does not take.
func (c *coercion) checkLeaf(def *ast.Definition, value any) *gqlerror.Error {
	switch def.Kind {
	case ast.Enum:
		if name, ok := value.(string); !ok || def.EnumValues.ForName(name) == nil {
			return c.errorf("give one of "+values(def), "%s is no %s", formatValue(value), def.Name)
		}
	case ast.Scalar:
		if expected, known := builtInScalars[def.Name]; known && !expected.takes(value) {
			return c.errorf("give "+expected.what, "%s is no %s", formatValue(value), def.Name)
		}
	}
	return nil
}

// list coerces a list; a single value stands for a list of one.
func (c *coercion) list(typ *ast.Type, value any) (any, *gqlerror.Error) {
	list, isList := value.([]any)
	if !isList {
		list = []any{value}
	}
	depth := len(c.path)
	for i, item := range list {
		c.path = append(c.path[:depth], ast.PathIndex(i))
		coerced, err := c.value(typ.Elem, item)
		if err != nil {
			return nil, err
		}
		list[i] = coerced
	}
	c.path = c.path[:depth]
	return list, nil
}

func (c *coercion) object(def *ast.Definition, value any) (any, *gqlerror.Error) {
	object, isObject := value.(map[string]any)
	if !isObject {
		return nil, c.errorf("give an object", "%s is no %s", formatValue(value), def.Name)
	}
	delete(object, "__typename") // clients that send back what they read leave it in
	depth, known := len(c.path), 0
	for _, field := range def.Fields {
		item, isGiven := object[field.Name]
		if !isGiven && isOptional(field) {
			continue
		}
		known++
		c.path = append(c.path[:depth], ast.PathName(field.Name))
		if !isGiven {
			return nil, c.errorf("give a "+field.Type.Name(), "must be defined")
		}
		coerced, err := c.value(field.Type, item)
		if err != nil {
			return nil, err
		}
		object[field.Name] = coerced
	}
	c.path = c.path[:depth]
	if known != len(object) {
		return nil, c.unknownField(def, object)
	}
	return object, nil
}

func isOptional(field *ast.FieldDefinition) bool {
	return !field.Type.NonNull || field.DefaultValue != nil
}

// unknownField refuses the first field by name that an input type does not have.
func (c *coercion) unknownField(def *ast.Definition, object map[string]any) *gqlerror.Error {
	for _, name := range slices.Sorted(maps.Keys(object)) {
		if def.Fields.ForName(name) == nil {
			c.path = append(c.path, ast.PathName(truncate(name)))
			break
		}
	}
	return c.errorf("give those the schema has", "%s has no such field", def.Name)
}

// errorf names the place in the message, too, since some clients show nothing else.
func (c *coercion) errorf(remedy, format string, args ...any) *gqlerror.Error {
	place := strings.TrimPrefix(c.path[1:].String(), ".")
	err := fault(graph.Invalid, remedy, "variable $"+place+": "+format, args...)
	err.Path = slices.Clone(c.path)
	return err
}

// builtInScalars says which values GraphQL's own scalars accept.
var builtInScalars = map[string]struct {
	what  string
	takes func(value any) bool
}{
	"String":  {"a text in quotes", isText},
	"Boolean": {"true or false", func(v any) bool { _, ok := v.(bool); return ok }},
	"ID":      {"an id as the API gave it", func(v any) bool { return isText(v) || isWhole(v) }},
	"Int":     {"a whole number", isWhole},
	"Float":   {"a finite number", isFinite},
}

func isText(v any) bool { _, ok := v.(string); return ok }

func isWhole(v any) bool {
	switch v := v.(type) {
	case int64: // of a default
		return true
	case json.Number:
		_, err := v.Int64()
		return err == nil
	}
	return false
}

func isFinite(v any) bool {
	switch v := v.(type) {
	case int64, float64:
		return true
	case json.Number:
		_, err := v.Float64()
		return err == nil
	}
	return false
}

// values lists the first values of an enum.
func values(def *ast.Definition) string {
	var names []string
	for _, v := range def.EnumValues[:min(len(def.EnumValues), maxErrorsShown)] {
		names = append(names, v.Name)
	}
	return strings.Join(names, ", ")
}

// formatValue gives an invalid value as JSON, truncated.
func formatValue(value any) string {
	text, err := json.Marshal(value)
	if err != nil {
		return fmt.Sprintf("%.100v", value)
	}
	return truncate(string(text))
}

// truncate cuts a text to its first hundred characters.
func truncate(text string) string {
	const most = 100
	if len(text) <= most {
		return text
	}
	if runes := []rune(text); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return text
}
