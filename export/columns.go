package export

import (
	"maps"
	"slices"
	"strconv"
)

// column is an attribute that some nodes or edges have, with the one type that fits all its values.
type column struct {
	name string
	typ  string // as GraphML and GEXF call it: boolean, long, double, string
}

// columns finds the attributes of all, by name. A column of whole and broken numbers is of broken ones, any other
// mixture is text.
func columns(all []map[string]any) []column {
	types := map[string]string{}
	for _, attributes := range all {
		for name, value := range attributes {
			typ, known := types[name]
			types[name] = typeOf(value)
			if known {
				types[name] = both(typ, typeOf(value))
			}
		}
	}
	var found []column
	for _, name := range slices.Sorted(maps.Keys(types)) {
		found = append(found, column{name, types[name]})
	}
	return found
}

func typeOf(value any) string {
	switch value.(type) {
	case bool:
		return "boolean"
	case int64:
		return "long"
	case float64:
		return "double"
	}
	return "string"
}

func both(a, b string) string {
	isNumber := func(typ string) bool { return typ == "long" || typ == "double" }
	switch {
	case a == b:
		return a
	case isNumber(a) && isNumber(b):
		return "double"
	}
	return "string"
}

// written gives a scalar as text.
func written(value any) string {
	switch v := value.(type) {
	case bool:
		return strconv.FormatBool(v)
	case int64:
		return strconv.FormatInt(v, 10)
	case float64:
		return strconv.FormatFloat(v, 'g', -1, 64)
	case string:
		return v
	}
	return ""
}

func (g Graph) nodeColumns() []column {
	var all []map[string]any
	for _, n := range g.Nodes {
		all = append(all, n.Attributes)
	}
	return columns(all)
}

func (g Graph) edgeColumns() []column {
	var all []map[string]any
	for _, e := range g.Edges {
		all = append(all, e.Attributes)
	}
	return columns(all)
}
