package compile

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"

	"github.com/vektah/gqlparser/v2/ast"
)

// CheckArguments refuses values of root fields' arguments that their types do not take, wherever in an
// input they stand and whether they come in the document or by a variable. The executor would tell a
// client of a mutation neither the place nor the remedy.
func (c *Compiler) CheckArguments(op *ast.OperationDefinition, vars map[string]any) error {
	return c.checkFields(op.SelectionSet, vars)
}

func (c *Compiler) checkFields(set ast.SelectionSet, vars map[string]any) error {
	for _, selection := range set {
		var err error
		switch s := selection.(type) {
		case *ast.Field:
			err = c.checkField(s, vars)
		case *ast.InlineFragment:
			err = c.checkFields(s.SelectionSet, vars)
		case *ast.FragmentSpread:
			err = c.checkFields(s.Definition.SelectionSet, vars)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (c *Compiler) checkField(field *ast.Field, vars map[string]any) error {
	for _, given := range field.Arguments {
		def := field.Definition.Arguments.ForName(given.Name)
		if def == nil {
			continue
		}
		path := ast.Path{ast.PathName(field.Alias), ast.PathName(given.Name)}
		if err := check(c.m.Schema, def.Type, valueOf(given.Value, vars), path); err != nil {
			return err
		}
	}
	return nil
}

// check refuses a value that is not of a type, or that holds one which is not; path leads to the value. What
// validation has seen to already, such as what must not be null, is left to it.
func check(schema *ast.Schema, typ *ast.Type, v any, path ast.Path) error {
	if v == nil {
		return nil
	}
	def := schema.Types[typ.Name()]
	if list, isList := v.([]any); isList && typ.Elem != nil {
		for i, item := range list {
			if err := check(schema, typ.Elem, item, step(path, ast.PathIndex(i))); err != nil {
				return err
			}
		}
		return nil
	}
	switch def.Kind {
	case ast.InputObject:
		return checkObject(schema, def, v, path)
	case ast.Enum:
		return checkEnum(def, v, path)
	}
	if _, err := scalar(def.Name, v); err != nil {
		return placed(err, path)
	}
	return nil
}

func checkObject(schema *ast.Schema, def *ast.Definition, v any, path ast.Path) error {
	object, isObject := v.(map[string]any)
	if !isObject {
		return &Error{Path: path, What: brief(v) + " is no " + def.Name, Remedy: "give an object with its fields"}
	}
	for _, name := range slices.Sorted(maps.Keys(object)) {
		field := def.Fields.ForName(name)
		if field == nil {
			continue
		}
		if err := check(schema, field.Type, object[name], step(path, ast.PathName(name))); err != nil {
			return err
		}
	}
	return nil
}

// checkEnum refuses a value that differs from the schema's in case, too: validation lets it pass.
func checkEnum(def *ast.Definition, v any, path ast.Path) error {
	name, isText := v.(string)
	if isText && def.EnumValues.ForName(name) != nil {
		return nil
	}
	remedy := "write it in capitals, as the schema has it"
	if !isText {
		remedy = "give one of the schema's values"
	}
	return &Error{Path: path, What: brief(v) + " is no " + def.Name, Remedy: remedy}
}

// step gives the path to a part of what path leads to.
func step(path ast.Path, to ast.PathElement) ast.Path { return append(path[:len(path):len(path)], to) }

// maxShownValue bounds the characters of a wrong value in an error.
const maxShownValue = 100

// brief shows a wrong value, cut where it is long.
func brief(v any) string {
	text := fmt.Sprint(v)
	if s, isText := v.(string); isText {
		text = fmt.Sprintf("%q", s)
	}
	if runes := []rune(text); len(runes) > maxShownValue {
		return string(runes[:maxShownValue]) + "…"
	}
	return text
}

// valueOf gives a value of a document under an operation's variables. A number too large for Go stays as
// it is written, so that who reads it can say so.
func valueOf(v *ast.Value, vars map[string]any) any {
	now, err := v.Value(vars)
	if err == nil {
		return now
	}
	switch v.Kind {
	case ast.ListValue:
		list := make([]any, len(v.Children))
		for i, child := range v.Children {
			list[i] = valueOf(child.Value, vars)
		}
		return list
	case ast.ObjectValue:
		object := map[string]any{}
		for _, child := range v.Children {
			if now := valueOf(child.Value, vars); now != nil {
				object[child.Name] = now
			}
		}
		return object
	}
	return json.Number(v.Raw)
}
