package table

import "strings"

// Type is what a column's values are, written as GraphQL writes types: Int, Float, Boolean, String, Date (texts such
// as 2026-11-11), DateTime (texts in RFC 3339), or a list of one of these such as [Int]. Whatever fits none of them is
// a String: objects and lists of lists as JSON.
type Type string

// The types of single values.
const (
	Int      Type = "Int"
	Float    Type = "Float"
	Boolean  Type = "Boolean"
	String   Type = "String"
	Date     Type = "Date"
	DateTime Type = "DateTime"
)

// scalars are the types that the schema's scalars are; any other scalar, and every enum, is a String.
var scalars = map[string]Type{"Int": Int, "Long": Int, "Money": Int, "Float": Float, "Boolean": Boolean,
	"Date": Date, "DateTime": DateTime}

// List gives the type of lists of this one; of lists themselves there is none, so they are JSON.
func (t Type) List() Type {
	if t.isList() {
		return String
	}
	return "[" + t + "]"
}

func (t Type) isList() bool { return strings.HasPrefix(string(t), "[") }

// item is the type of a list's items.
func (t Type) item() Type { return Type(strings.Trim(string(t), "[]")) }

// Join is the narrowest type that holds the values of both; the empty one holds none.
func (t Type) Join(other Type) Type {
	switch {
	case t == other || other == "":
		return t
	case t == "":
		return other
	case t.isList() && other.isList():
		return t.item().Join(other.item()).List()
	case t.isNumber() && other.isNumber():
		return Float
	}
	return String
}

func (t Type) isNumber() bool { return t == Int || t == Float }

// Named gives the type of a name as a schema or a saved query's head writes it, such as Money! or [Date!].
func Named(name string) Type {
	name = strings.TrimSuffix(name, "!")
	inner, isList := strings.CutPrefix(name, "[")
	if isList {
		return Named(strings.TrimSuffix(inner, "]")).List()
	}
	if t, known := scalars[name]; known {
		return t
	}
	return String
}

// TypeOf is the type that a value shows.
func TypeOf(v any) Type {
	switch v := v.(type) {
	case nil:
		return ""
	case int64:
		return Int
	case float64:
		return Float
	case bool:
		return Boolean
	case []any:
		items := Type("")
		for _, item := range v {
			items = items.Join(TypeOf(item))
		}
		return items.List()
	}
	return String
}

// typed is the type of a column: as it was told, else the narrowest that holds its values, of which those that
// are all null are texts.
func (t Table) typed(column int) Type {
	typ := t.Columns[column].Type
	if typ == "" {
		for _, row := range t.Rows {
			typ = typ.Join(TypeOf(row[column]))
		}
	}
	switch typ {
	case "":
		return String
	case "[]":
		return String.List()
	}
	return typ
}
