package compile

import "reflect"

// Variables gives an operation's variables in the form that plans are made from and bound with: every
// list is an []any. Validation makes of a single value that stands for a list a slice of that value's own
// type, such as []string.
func Variables(vars map[string]any) map[string]any {
	for name, value := range vars {
		vars[name] = normalize(value)
	}
	return vars
}

func normalize(value any) any {
	switch v := value.(type) {
	case map[string]any:
		return Variables(v)
	case []any:
		for i, item := range v {
			v[i] = normalize(item)
		}
		return v
	}
	v := reflect.ValueOf(value)
	if v.Kind() != reflect.Slice {
		return value
	}
	list := make([]any, v.Len())
	for i := range list {
		list[i] = normalize(v.Index(i).Interface())
	}
	return list
}
