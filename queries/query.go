package queries

import (
	"cmp"
	"slices"
	"strings"
)

// Language is what a query is written in.
type Language string

// The languages, by their files' endings.
const (
	Cypher  Language = "CYPHER"
	GraphQL Language = "GRAPHQL"
)

// Query is one saved question.
type Query struct {
	Name        string // the path within its folder, without ending: strategist/substitutes
	File        string // the path as the user knows it
	Title       string
	Description string // may be empty
	Audience    string // letters of S, M, A, P
	Number      int    // its place among the questions of docs/questions.md; 0 where it has none
	Tags        []string
	Language    Language
	Text        string // the file as it is
	Parameters  []Parameter
	Example     map[string]any // values for parameters that have no default; nil where there is none
	Rows        string         // path of the list whose items are the rows; empty where there is one only
	Requires    []Requirement  // without which an answer may be empty
	Columns     []Column       // of Cypher; nil where it does not say
	Open        bool           // it declares nothing and takes any values
}

// Requirement is something that a question needs of the graph, or of its parameters' values.
type Requirement struct {
	Condition string // an expression of Cypher that is true where it is there; it may use the parameters
	Lack      string // what to say where it is not
}

// Column is a column of an answer in Cypher: its name, and its type, which rows alone may not tell.
type Column struct{ Name, Type string }

// Parameter is one value that a query is asked with.
type Parameter struct {
	Name        string
	Type        string // as it stands in the head: String!
	Default     any    // plain JSON; nil for none
	LastDay     bool   // left out, it is the last day of which the graph tells anything
	Of          string // the type of entity whose key or id it takes, such as Creator; empty where it takes neither
	Description string
}

// Required says that a query cannot run without a value for it.
func (p Parameter) Required() bool { return strings.HasSuffix(p.Type, "!") && p.Default == nil }

// Set is saved queries by name.
type Set struct {
	byName map[string]Query
}

// Named gives a query by its name.
func (s Set) Named(name string) (Query, bool) {
	q, ok := s.byName[name]
	return q, ok
}

// Find gives the queries that hold all words of a text in name, title, description or tags, in order of
// their names; all of them for an empty text.
func (s Set) Find(text string) []Query {
	words := strings.Fields(strings.ToLower(text))
	found := []Query{}
	for _, q := range s.byName {
		all := strings.ToLower(strings.Join([]string{q.Name, q.Title, q.Description, strings.Join(q.Tags, " ")}, "\n"))
		if !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(all, w) }) {
			found = append(found, q)
		}
	}
	slices.SortFunc(found, func(a, b Query) int { return cmp.Compare(a.Name, b.Name) })
	return found
}

// Suggestions gives up to three names that share a word with one that does not exist, those that begin alike first.
func (s Set) Suggestions(name string) []string {
	words := strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return r == '/' || r == '_' || r == '-' || r == ' ' })
	var names []string
	for _, q := range s.Find("") {
		if slices.ContainsFunc(words, func(w string) bool { return strings.Contains(q.Name, w) }) {
			names = append(names, q.Name)
		}
	}
	slices.SortStableFunc(names, func(a, b string) int { return cmp.Compare(similarity(b, name), similarity(a, name)) })
	return names[:min(len(names), 3)]
}

// similarity is how many bytes two names begin with in common.
func similarity(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}
