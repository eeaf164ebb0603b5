package graph

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
)

// NameOf tells the values of all parameters apart, as nameOf does.
func NameOf(params map[string]any) string { return nameOf(slices.Sorted(maps.Keys(params)), params) }

// nameOf tells the values of some parameters apart: the same values have the same name. It is empty where there is a
// value that is not worth the comparison, such as the row of a change that was just made.
func nameOf(names []string, params map[string]any) string {
	name := make([]byte, 0, 64)
	for _, one := range names {
		var ok bool
		if name, ok = appendName(name, params[one]); !ok {
			return ""
		}
	}
	return string(append(name, '.'))
}

// appendName appends what tells a value from all others.
func appendName(to []byte, value any) (name []byte, ok bool) {
	switch v := value.(type) {
	case nil:
		return append(to, 'n'), true
	case string:
		to = strconv.AppendInt(append(to, 's'), int64(len(v)), 10)
		return append(append(to, ':'), v...), true
	case int64:
		return strconv.AppendInt(append(to, 'i'), v, 10), true
	case bool:
		return strconv.AppendBool(to, v), true
	case float64:
		return strconv.AppendFloat(append(to, 'f'), v, 'g', -1, 64), true
	case fmt.Stringer: // a day
		text := v.String()
		to = strconv.AppendInt(append(to, 'd'), int64(len(text)), 10)
		return append(append(to, ':'), text...), true
	case []any:
		to = append(strconv.AppendInt(append(to, 'l'), int64(len(v)), 10), ':')
		for _, item := range v {
			if to, ok = appendName(to, item); !ok {
				return nil, false
			}
		}
		return to, true
	}
	return nil, false
}
