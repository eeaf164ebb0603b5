package oracle

import (
	"cmp"
	"encoding/json"
	"reflect"
	"time"

	"github.com/vektah/gqlparser/v2/ast"
)

// args are a field's arguments, or the fields of an input object.
type args map[string]any

// args gives the arguments of a field, defaults filled in.
func (x *execution) args(f *ast.Field) args { return f.ArgumentMap(x.vars) }

// text gives a text, day or enum value; ok is false when it is left out or null.
func (a args) text(name string) (s string, ok bool) {
	s, ok = a[name].(string)
	return s, ok
}

func (a args) number(name string) (n float64, ok bool) { return number(a[name]) }

// object gives an input object; nil when it is left out or null.
func (a args) object(name string) args {
	o, _ := a[name].(map[string]any)
	return o
}

// list gives a list; a single value is a list of one.
func (a args) list(name string) (items []any, ok bool) {
	if a[name] == nil {
		return nil, false
	}
	return list(a[name]), true
}

// texts is list for keys and the like.
func (a args) texts(name string) (set map[string]bool, ok bool) {
	items, ok := a.list(name)
	set = map[string]bool{}
	for _, item := range items {
		s, _ := item.(string)
		set[s] = true
	}
	return set, ok
}

func list(value any) []any {
	v := reflect.ValueOf(value)
	if v.Kind() != reflect.Slice {
		return []any{value}
	}
	items := make([]any, v.Len())
	for i := range items {
		items[i] = v.Index(i).Interface()
	}
	return items
}

// number reads any number; whole ones here are below 2^53, so that nothing is lost.
func number(value any) (n float64, ok bool) {
	switch v := value.(type) {
	case json.Number:
		f, err := v.Float64()
		return f, err == nil
	case int64:
		return float64(v), true
	case int:
		return float64(v), true
	case float64:
		return v, true
	}
	return 0, false
}

// within says whether a value is known and within the bounds given.
func (a args) within(value any) bool {
	for name, bound := range a {
		c := 0
		switch {
		case bound == nil:
			continue
		case value == nil:
			return false
		}
		if day, ok := value.(Day); ok {
			s, _ := bound.(string)
			c = cmp.Compare(string(day), s)
		} else {
			v, _ := number(value)
			b, _ := number(bound)
			c = cmp.Compare(v, b)
		}
		if name == "gte" && c < 0 || name == "lte" && c > 0 || name == "gt" && c <= 0 || name == "lt" && c >= 0 {
			return false
		}
	}
	return true
}

// compare orders two values of a kind; null is smaller than any other value.
func compare(a, b any) int {
	switch {
	case a == nil && b == nil:
		return 0
	case a == nil:
		return -1
	case b == nil:
		return 1
	}
	switch v := a.(type) {
	case string:
		w, _ := b.(string)
		return cmp.Compare(v, w)
	case Day:
		w, _ := b.(Day)
		return cmp.Compare(v, w)
	case Moment:
		w, _ := b.(Moment)
		return v.time().Compare(w.time())
	}
	v, _ := number(a)
	w, _ := number(b)
	return cmp.Compare(v, w)
}

func (m Moment) time() time.Time {
	t, _ := time.Parse(time.RFC3339, string(m)) // what is none is told from all others by its year 1
	return t
}

func (d Day) time() time.Time {
	t, _ := time.Parse(time.DateOnly, string(d)) // as above
	return t
}
