package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/creatorgraph/creatorgraph/graph/compile"
)

// step changes the form of an answer and not its content. Steps go through lists: a step at a path that
// leads into a list is done to each of its elements. What is not there is left as it is, so that the
// comparison shows it.
type step func(any) any

// at does something to what stands at a path of fields.
func at(path string, do func(any) any) step {
	if path == "" {
		return each(do)
	}
	name, rest, _ := strings.Cut(path, ".")
	below := at(rest, do)
	if rest == "" {
		below = do
	}
	return each(func(v any) any {
		object, ok := v.(map[string]any)
		if _, has := object[name]; ok && has {
			object[name] = below(object[name])
		}
		return v
	})
}

// each does something to a value, or to each of a list's.
func each(do func(any) any) step {
	return func(v any) any {
		all, ok := v.([]any)
		if !ok {
			return do(v)
		}
		for i := range all {
			all[i] = do(all[i])
		}
		return all
	}
}

// lift puts a field in the place of the object that holds it.
func lift(path, field string) step {
	return at(path, each(func(v any) any {
		if object, ok := v.(map[string]any); ok {
			return object[field]
		}
		return v
	}))
}

// first puts a list's first element in its place.
func first(path string) step {
	return at(path, func(v any) any {
		if all, ok := v.([]any); ok && len(all) > 0 {
			return all[0]
		}
		return v
	})
}

// set sorts a list whose order means nothing by keys, and leaves out what is there twice. What has no key is
// told apart by all that it has.
func set(path string) step {
	return at(path, func(v any) any {
		all, ok := v.([]any)
		if !ok {
			return v
		}
		slices.SortFunc(all, func(a, b any) int { return cmp.Compare(keyOf(a), keyOf(b)) })
		return slices.CompactFunc(all, func(a, b any) bool { return keyOf(a) == keyOf(b) })
	})
}

func keyOf(v any) string {
	object, _ := v.(map[string]any)
	if key, ok := object["key"]; ok {
		return fmt.Sprint(key)
	}
	return fmt.Sprint(v) // a map's fields are written in order
}

// opened puts the type and key in the place of a global id, as Creator:cr-1; what is no id stays.
func opened(path string) step {
	return at(path, func(v any) any {
		id, _ := v.(string)
		if typ, key, ok := compile.ParseID(id); ok {
			return typ + ":" + key
		}
		return v
	})
}

// drop leaves out a field.
func drop(path, field string) step {
	return at(path, each(func(v any) any {
		if object, ok := v.(map[string]any); ok {
			delete(object, field)
		}
		return v
	}))
}

// move takes what stands at one path within an object to another.
func move(path, from, to string) step {
	return at(path, each(func(v any) any {
		object, ok := v.(map[string]any)
		if !ok {
			return v
		}
		if moved, found := take(object, strings.Split(from, ".")); found {
			put(object, strings.Split(to, "."), moved)
		}
		return object
	}))
}

func take(object map[string]any, path []string) (any, bool) {
	v, found := object[path[0]]
	if !found || len(path) == 1 {
		delete(object, path[0])
		return v, found
	}
	inner, ok := v.(map[string]any)
	if !ok {
		return nil, false
	}
	return take(inner, path[1:])
}

func put(object map[string]any, path []string, v any) {
	if len(path) == 1 {
		object[path[0]] = v
		return
	}
	inner, ok := object[path[0]].(map[string]any)
	if !ok {
		inner = map[string]any{}
		object[path[0]] = inner
	}
	put(inner, path[1:], v)
}

// counted puts a list's length in its place.
func counted(path string) step {
	return at(path, func(v any) any {
		all, _ := v.([]any)
		return float64(len(all))
	})
}

// shortest leaves of ways that are longer than the first their lengths alone.
func shortest(path string) step {
	return at(path, func(v any) any {
		ways, _ := v.([]any)
		for i, way := range ways {
			length := lengthOf(way)
			if length != lengthOf(ways[0]) {
				ways[i] = length
			}
		}
		return v
	})
}

func lengthOf(way any) any {
	if object, ok := way.(map[string]any); ok {
		return object["length"]
	}
	return way
}
