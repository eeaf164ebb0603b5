package queries

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// `WHERE c.followers > $n` with --var n=100000 compared a number with a text and gave no row: what is typed on a command
// line is of the type that the question declares, else as JSON reads it.
func TestTypedValuesAreOfTheirType(t *testing.T) {
	t.Parallel()

	for _, c := range []struct {
		file, text, typed string
		want              any
	}{
		{"a.cypher", "MATCH (c) WHERE c.followers > $n RETURN c", "100000", int64(100000)},
		{"a.cypher", "RETURN $n", "1.5", 1.5},
		{"a.cypher", "RETURN $n", "true", true},
		{"a.cypher", "RETURN $n", "null", nil},
		{"a.cypher", "RETURN $n", "cr-000001", "cr-000001"},
		{"a.cypher", "RETURN $n", `"100000"`, "100000"},
		{"a.cypher", "RETURN $n", "000123", "000123"},
		{"a.cypher", "RETURN $n", "12 yuan", "12 yuan"},
		{"a.cypher", "RETURN $n", `["a", 3, {"b": 4}]`, []any{"a", int64(3), map[string]any{"b": int64(4)}}},
		{"a.cypher", "RETURN $n", "9223372036854775808", 9223372036854775808.0},
		{"a.cypher", "// T\n// @param n: Int -- N.\nRETURN $n", "7", int64(7)},
		{"a.cypher", "// T\n// @param n: Float -- N.\nRETURN $n", "7", 7.0},
		{"a.cypher", "// T\n// @param n: String -- N.\nRETURN $n", "7", "7"},
		{"a.cypher", "// T\n// @param n: [String!] -- N.\nRETURN $n", "7", []any{"7"}},
		{"a.cypher", "// T\n// @param n: [String!] -- N.\nRETURN $n", `["7", "8"]`, []any{"7", "8"}},
		{"a.cypher", "// T\n// @param n: [Int!] -- N.\nRETURN $n", "7", []any{int64(7)}},
		{"a.cypher", "// T\n// @param n: Date -- N.\nRETURN $n", "2026-11-11", "2026-11-11"},
		{"a.graphql", "query A($n: String!) { brand(key: $n) }", "7", "7"},
		{"a.graphql", "query A($n: Int) { brand(key: \"a\", first: $n) }", "7", int64(7)},
		{"a.graphql", "# T\n# @param n: String! -- A brand's key.\nquery A($n: String!) { brand(key: $n) }", "7", "7"},
	} {
		q, err := Open(tiny(t), c.file, c.text)
		if err != nil {
			t.Errorf("%s: %v", c.text, err)
			continue
		}
		got, err := q.Bind(map[string]any{"n": q.Parse("n", c.typed)})
		if diff := cmp.Diff(c.want, got["n"]); err != nil || diff != "" {
			t.Errorf("%s with %s: %v (-want +got):\n%s", c.text, c.typed, err, diff)
		}
	}
	for text, want := range map[string]string{
		"RETURN $m": `a.cypher has no parameter "n"; it has m`,
		"RETURN $n": "parameter n is 1e999, which is beyond the numbers there are; give a smaller one, or a text in quotes",
	} {
		q, err := Open(tiny(t), "a.cypher", text)
		if err != nil {
			t.Fatal(err)
		}
		if _, err = q.Bind(map[string]any{"n": q.Parse("n", "1e999")}); err == nil || err.Error() != want {
			t.Errorf("%s: got %v, want %s", text, err, want)
		}
	}
}
