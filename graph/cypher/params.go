package cypher

import (
	"maps"
	"slices"
	"strings"
	"time"
	"unicode/utf8"
)

// Params is the line that gives a statement's parameters their values in Neo4j's own tools, to be pasted before it:
//
//	:params {p0: 'b-1', today: date('2026-11-11')}
//
// A value that Cypher cannot write down is null.
func Params(values map[string]any) string { return ":params " + literalOf(values) }

// Filled is a text after which blanks mean nothing, such as a query of a full-text index. The database gets all of them at one
// length: it plans a statement anew for each order of magnitude of a text's length, and of several texts for each combination,
// so that who types would wait for many a letter.
type Filled string

// filledTo is more than most queries of a full-text index have characters, and more than 1,000.
const filledTo = 1_100

// Sent gives parameters as the database gets them.
func Sent(params map[string]any) map[string]any {
	var sent map[string]any
	for name, value := range params {
		text, isFilled := value.(Filled)
		if !isFilled {
			continue
		}
		if sent == nil {
			sent = maps.Clone(params)
		}
		sent[name] = string(text) + strings.Repeat(" ", max(filledTo-utf8.RuneCountInString(string(text)), 0))
	}
	if sent == nil {
		return params
	}
	return sent
}

// literalOf writes a value of a parameter as Cypher does.
func literalOf(value any) string {
	switch v := value.(type) {
	case map[string]any:
		pairs := make([]string, 0, len(v))
		for _, name := range slices.Sorted(maps.Keys(v)) {
			pairs = append(pairs, quoted(name)+": "+literalOf(v[name]))
		}
		return "{" + strings.Join(pairs, ", ") + "}"
	case []any:
		return listOf(v)
	case []map[string]any:
		return listOf(v)
	case []string:
		return listOf(v)
	case []int64:
		return listOf(v)
	case []float64:
		return listOf(v)
	case Filled:
		return literalOf(string(v))
	case int, int64, float64, bool, string:
		return Print(Lit(v))
	case time.Time:
		return "datetime('" + v.UTC().Format(time.RFC3339Nano) + "')"
	case interface{ Time() time.Time }: // a day
		return "date('" + v.Time().Format(time.DateOnly) + "')"
	}
	return "null"
}

func listOf[T any](list []T) string {
	items := make([]string, len(list))
	for i, item := range list {
		items[i] = literalOf(item)
	}
	return "[" + strings.Join(items, ", ") + "]"
}

// quoted is a name as it stands in a statement, in backticks where it has to.
func quoted(name string) string {
	if strings.ContainsFunc(name, func(r rune) bool { return !isName(r) }) {
		return "`" + strings.ReplaceAll(name, "`", "``") + "`"
	}
	return name
}
