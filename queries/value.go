package queries

import (
	"encoding/json"
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"
)

// kinds are the types of single values: what each accepts of JSON, and how to say so.
var kinds = map[string]struct {
	read func(any) (any, bool)
	want string
}{
	"String":  {readString, "a text"},
	"ID":      {readString, "an id as the API gave it"},
	"Int":     {readInt, "a whole number"},
	"Float":   {readFloat, "a number"},
	"Boolean": {readBoolean, "true or false"},
	"Date":    {readDate, "a day such as 2026-11-11"},
}

// Bind gives a query's parameters their values, those not given their defaults. Values are plain JSON (text,
// float64 or json.Number, bool, list, object). The error names the parameter, the value and what is wanted.
func (q Query) Bind(given map[string]any) (map[string]any, error) {
	if err := q.checkNames(given); err != nil {
		return nil, err
	}
	if q.Open {
		return free(given)
	}
	values := map[string]any{}
	for _, p := range q.Parameters {
		value, err := p.bind(given[p.Name])
		if err != nil {
			return nil, fmt.Errorf("%s: %w", q.Name, err)
		}
		if value != nil || q.Language == Cypher { // in GraphQL, null is not the operation's default
			values[p.Name] = value
		}
	}
	return values, nil
}

// checkNames refuses the first name that is none of a parameter.
func (q Query) checkNames(given map[string]any) error {
	for _, name := range slices.Sorted(maps.Keys(given)) {
		known := slices.ContainsFunc(q.Parameters, func(p Parameter) bool { return p.Name == name })
		if !known {
			return fmt.Errorf("%s has no parameter %q; it has %s", q.Name, name, q.names())
		}
	}
	return nil
}

// bind reads a given value, or gives the default where it is nil.
func (p Parameter) bind(value any) (any, error) {
	if value == nil {
		value = p.Default
	}
	if value == nil && p.Required() {
		return nil, fmt.Errorf("parameter %s is missing; give it %s: %s", p.Name, wanted(p.Type), p.Description)
	}
	return p.read(value)
}

// free gives values for parameters that nobody declared, as the database takes them: whole numbers as such.
func free(given map[string]any) (map[string]any, error) {
	values := make(map[string]any, len(given))
	for name, value := range given {
		read, ok := freeValue(value)
		if !ok {
			return nil, fmt.Errorf("parameter %s is %s, which is beyond the numbers there are; give a smaller one, or a text in quotes",
				name, shown(value))
		}
		values[name] = read
	}
	return values, nil
}

func freeValue(value any) (read any, ok bool) {
	switch v := value.(type) {
	case json.Number:
		if n, err := v.Int64(); err == nil {
			return n, true
		}
		f, err := v.Float64()
		return f, err == nil
	case []any:
		items := make([]any, len(v))
		for i, item := range v {
			if items[i], ok = freeValue(item); !ok {
				return nil, false
			}
		}
		return items, true
	case map[string]any:
		members := make(map[string]any, len(v))
		for name, item := range v {
			if members[name], ok = freeValue(item); !ok {
				return nil, false
			}
		}
		return members, true
	}
	return value, true
}

// written says of which types a value stands as a text without quotes on a command line.
var written = []string{"String", "ID", "Date", "DateTime"}

// Parse reads a value as it is typed on a command line, of the type that the question declares for its parameter: a
// text without quotes, all else as JSON. One value stands for a list of it. What is not declared, or not of that
// form, is read as JSON, and as a text where it is none.
func (q Query) Parse(name, text string) any {
	i := slices.IndexFunc(q.Parameters, func(p Parameter) bool { return p.Name == name })
	if i < 0 {
		return parseValue(text)
	}
	base := strings.Trim(q.Parameters[i].Type, "[]!")
	if strings.HasPrefix(q.Parameters[i].Type, "[") {
		if list, isList := parseValue(text).([]any); isList {
			return list
		}
	}
	if slices.Contains(written, base) {
		return text
	}
	return parseValue(text)
}

// parseValue reads JSON, and as a text what is none.
func parseValue(text string) any {
	decoder := json.NewDecoder(strings.NewReader(text))
	decoder.UseNumber()
	var value any
	if err := decoder.Decode(&value); err != nil || decoder.More() {
		return text
	}
	return value
}

func (q Query) names() string {
	if len(q.Parameters) == 0 {
		return "none"
	}
	var names []string
	for _, p := range q.Parameters {
		names = append(names, p.Name)
	}
	return strings.Join(names, ", ")
}

// read checks a value against the parameter's type; types that are not ours are GraphQL's to check.
func (p Parameter) read(value any) (any, error) {
	if value == nil {
		return nil, nil
	}
	base := strings.TrimSuffix(p.Type, "!")
	inner, isList := strings.CutPrefix(base, "[")
	if !isList {
		return p.readOne(base, value)
	}
	base = strings.TrimSuffix(strings.TrimSuffix(inner, "]"), "!")
	items, given := value.([]any)
	if !given {
		items = []any{value} // as in GraphQL, one value is a list of it
	}
	list := make([]any, len(items))
	for i, item := range items {
		read, err := p.readOne(base, item)
		if err != nil {
			return nil, err
		}
		list[i] = read
	}
	return list, nil
}

func (p Parameter) readOne(base string, value any) (any, error) {
	kind, known := kinds[base]
	if !known {
		return value, nil
	}
	read, ok := kind.read(value)
	if !ok {
		return nil, fmt.Errorf("parameter %s is %s; give it %s: %s", p.Name, shown(value), wanted(p.Type), p.Description)
	}
	return read, nil
}

// wanted says what a type accepts.
func wanted(typ string) string {
	base := strings.TrimSuffix(typ, "!")
	inner, isList := strings.CutPrefix(base, "[")
	if isList {
		return "a list, each " + wanted(strings.TrimSuffix(inner, "]"))
	}
	if kind, known := kinds[base]; known {
		return kind.want
	}
	return "a " + base
}

func shown(value any) string {
	raw, err := json.Marshal(value)
	if err != nil {
		return fmt.Sprintf("%.60v", value)
	}
	return fmt.Sprintf("%.60s", raw)
}

func readString(v any) (any, bool) { s, ok := v.(string); return s, ok }

func readBoolean(v any) (any, bool) { b, ok := v.(bool); return b, ok }

func readDate(v any) (any, bool) {
	s, _ := v.(string)
	_, err := time.Parse(time.DateOnly, s)
	return s, err == nil
}

func readInt(v any) (any, bool) {
	switch n := v.(type) {
	case int64:
		return n, true
	case json.Number:
		i, err := strconv.ParseInt(n.String(), 10, 64)
		return i, err == nil
	case float64:
		return int64(n), n == math.Trunc(n) && math.Abs(n) < 1<<53
	}
	return nil, false
}

func readFloat(v any) (any, bool) {
	switch n := v.(type) {
	case int64:
		return float64(n), true
	case json.Number:
		f, err := n.Float64()
		return f, err == nil
	case float64:
		return n, true
	}
	return nil, false
}
