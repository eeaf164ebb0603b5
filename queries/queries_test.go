package queries

import (
	"encoding/json"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
)

func tiny(t testing.TB) *ast.Schema {
	t.Helper()

	return gqlparser.MustLoadSchema(&ast.Source{Input: `type Query { brand(key: String!, first: Int): String }`})
}

const good = `// Which creators worked for a brand?
// Fees are in yuan.
//
// Dearest first.
// @audience SM
// @tags brand, 达人
// @param brand: String! of Brand -- A brand's key.
// @param days: Int = 180 -- How many days back.
// @param tiers: [String!] = ["头部"] -- Sizes.
// @param today: Date = LAST_DAY -- The day.
// @requires EXISTS { (:Brand {key: $brand}) } -- there is no such brand
// @columns b: String, days: [Date]
// @example {"brand": "b-1"}
MATCH (b:Brand {key: $brand}) WHERE $days > 1 AND 'x' IN $tiers AND $today > '' RETURN b
`

// The head says all there is to know of a query.
func TestHeadIsRead(t *testing.T) {
	t.Parallel()

	got, err := Read(nil, "s/creators", "queries/s/creators.cypher", good)
	if err != nil {
		t.Fatal(err)
	}
	want := Query{Name: "s/creators", File: "queries/s/creators.cypher", Title: "Which creators worked for a brand?",
		Description: "Fees are in yuan.\n\nDearest first.", Audience: "SM", Tags: []string{"brand", "达人"},
		Language: Cypher, Text: good, Example: map[string]any{"brand": "b-1"},
		Parameters: []Parameter{{Name: "brand", Type: "String!", Of: "Brand", Description: "A brand's key."},
			{Name: "days", Type: "Int", Default: 180.0, Description: "How many days back."},
			{Name: "tiers", Type: "[String!]", Default: []any{"头部"}, Description: "Sizes."},
			{Name: "today", Type: "Date", LastDay: true, Description: "The day."}},
		Requires: []Requirement{{"EXISTS { (:Brand {key: $brand}) }", "there is no such brand"}},
		Columns:  []Column{{"b", "String"}, {"days", "[Date]"}}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// A file that does not fit together is refused with its line.
func TestMistakesAreToldWithTheirLine(t *testing.T) {
	t.Parallel()

	for _, c := range []struct{ file, text, want string }{
		{"a.cypher", "RETURN 1", "q/a.cypher:1: there is no title"},
		{"a.cypher", "// T\n// @nothing x\nRETURN 1", "q/a.cypher:2: @nothing is no mark"},
		{"a.cypher", "// T\n// @audience X\nRETURN 1", `q/a.cypher:2: audience "X"`},
		{"a.cypher", "// T\n// @param x\nRETURN $x", "q/a.cypher:2: @param x; write"},
		{"a.cypher", "// T\n// @param x: String = a -- A.\nRETURN $x", "q/a.cypher:2: the default of x, a, is no JSON"},
		{"a.cypher", "// T\n// @param x: Int = \"a\" -- A.\nRETURN $x", `q/a.cypher:2: its default: parameter x is "a"; give it a whole number`},
		{"a.cypher", "// T\n// @param x: Money -- A.\nRETURN $x", "q/a.cypher:2: parameter x has the type Money"},
		{"a.cypher", "// T\n// @param x: Int -- A.\n// @param x: Int -- A.\nRETURN $x", "q/a.cypher:3: parameter x is declared in line 2"},
		{"a.cypher", "// T\nRETURN $x", "q/a.cypher:1: $x is not declared"},
		{"a.cypher", "// T\n// @param x: Int -- A.\nRETURN 1", "q/a.cypher:2: parameter x is declared and not used"},
		{"a.cypher", "// T\nMATCH (n)\nDELETE n", "q/a.cypher:3: column 1: DELETE writes"},
		{"a.cypher", "// T\n// @param x: Int! -- A.\n// @example {}\nRETURN $x", "q/a.cypher:3: its @example: a: parameter x is missing"},
		{"a.cypher", "// T\n// @param x: Int = LAST_DAY -- A.\nRETURN $x", "q/a.cypher:2: LAST_DAY is the default of a Date, and x is a Int"},
		{"a.cypher", "// T\n// @requires true\nRETURN 1", "q/a.cypher:2: @requires true; write @requires condition -- what to say"},
		{"a.cypher", "// T\n// @requires EXISTS { MATCH (n) SET n.x = 1 } -- no\nRETURN 1", "q/a.cypher:2: @requires EXISTS { MATCH (n) SET n.x = 1 }: SET writes"},
		{"a.cypher", "// T\n// @requires $y > 1 -- no\nRETURN 1", "q/a.cypher:2: @requires $y > 1: there is no parameter y"},
		{"a.cypher", "// T\n// @columns x\nRETURN 1", "q/a.cypher:2: @columns x; write @columns name: Type"},
		{"a.graphql", "# T\n{ nothing }", "q/a.graphql:2: Cannot query field"},
		{"a.graphql", "# T\nquery A { brand(key: \"a\") } query B { brand(key: \"a\") }", "one query"},
		{"a.graphql", "# T\n# @param b: String -- A.\nquery A($b: String!) { brand(key: $b) }", "q/a.graphql:2: parameter b is a String here and a String! in"},
		{"a.graphql", "# T\nquery A($b: String!) { brand(key: $b) }", "q/a.graphql:1: $b is not declared"},
	} {
		_, err := Load(tiny(t), Folder{"q", fstest.MapFS{c.file: {Data: []byte(c.text)}}})
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s\ngot  %v\nwant %s", c.text, err, c.want)
		}
	}
}

// Values are of their parameter's type or refused by name; what is left out has its default.
func TestBind(t *testing.T) {
	t.Parallel()

	q, err := Read(nil, "s/creators", "queries/s/creators.cypher", good)
	if err != nil {
		t.Fatal(err)
	}
	got, err := q.Bind(map[string]any{"brand": "b-2", "days": json.Number("30"), "tiers": "腰部"})
	if diff := cmp.Diff(map[string]any{"brand": "b-2", "days": int64(30), "tiers": []any{"腰部"}, "today": nil}, got); err != nil || diff != "" {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}
	got, err = q.Bind(map[string]any{"brand": "b-2"})
	if diff := cmp.Diff(map[string]any{"brand": "b-2", "days": int64(180), "tiers": []any{"头部"}, "today": nil}, got); err != nil || diff != "" {
		t.Errorf("defaults: %v (-want +got):\n%s", err, diff)
	}
	for _, c := range []struct {
		given map[string]any
		want  string
	}{
		{nil, "parameter brand is missing; give it a text: A brand's key."},
		{map[string]any{"brand": 1.0}, "parameter brand is 1; give it a text"},
		{map[string]any{"brand": "b", "days": 1.5}, "parameter days is 1.5; give it a whole number"},
		{map[string]any{"brand": "b", "tiers": []any{"a", true}}, "parameter tiers is true; give it a list, each a text"},
		{map[string]any{"brnad": "b"}, `no parameter "brnad"; it has brand, days, tiers, today`},
	} {
		if _, err := q.Bind(c.given); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%v: got %v, want %s", c.given, err, c.want)
		}
	}
}

// A later folder's query takes the place of an earlier one's; words find queries.
func TestFoldersAndFinding(t *testing.T) {
	t.Parallel()

	set, err := Load(tiny(t), Folder{"a", fstest.MapFS{"x/one.cypher": {Data: []byte("// One\nRETURN 1")},
		"two.cypher": {Data: []byte("// Two 达人\nRETURN 2")}, "notes.txt": {Data: []byte("no query")}}},
		Folder{"b", fstest.MapFS{"x/one.cypher": {Data: []byte("// Mine\nRETURN 3")}}})
	if err != nil {
		t.Fatal(err)
	}
	names := func(text string) (all []string) {
		for _, q := range set.Find(text) {
			all = append(all, q.Name+": "+q.Title)
		}
		return all
	}
	for text, want := range map[string][]string{"": {"two: Two 达人", "x/one: Mine"}, "达人 TWO": {"two: Two 达人"}, "one two": nil} {
		if diff := cmp.Diff(want, names(text)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", text, diff)
		}
	}
}

// Whatever a file holds, it is read or refused.
func FuzzRead(f *testing.F) {
	f.Add(good)
	f.Add("// T\n// @param x: [Int!]! = [1] -- A\nRETURN $x")
	f.Fuzz(func(t *testing.T, text string) {
		q, err := Read(nil, "a", "a.cypher", text)
		if err == nil && q.Title == "" {
			t.Fatalf("read without a title: %q", text)
		}
	})
}
