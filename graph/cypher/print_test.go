package cypher

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A clause has a line, what stands between braces is indented, and a list that does not fit on a line has a line for
// each item.
func TestStatementsArePrinted(t *testing.T) {
	t.Parallel()

	worked := Path(NodePattern{Variable: "creator"},
		Hop{Relationship{Variable: "edge", Types: []string{"PARTICIPATED_IN"}}, NodePattern{Variable: "campaign"}},
		Hop{Relationship{Types: []string{"RAN"}, Direction: Incoming}, NodePattern{Label: "Brand", Properties: []Pair{{"key", Parameter("p1")}}}})
	statement := Query{
		MatchNode("creator", "Creator", nil),
		Where{
			Op(Prop("creator", "region"), In, Parameter("p0")),
			Subquery{Of: Exists, Query: Query{Match{Pattern: worked}, Where{Op(Prop("edge", "fee"), Greater, Lit(0))}}},
		},
		Return{Items: []Item{As(ListOf(Prop("creator", "key"), Subquery{Of: Collect, Query: Query{
			CallSubquery{Scope: []string{"creator"}, Query: Query{
				Match{Optional: true, Pattern: worked}, With{Distinct: true, Items: Columns("campaign")},
				Return{Items: []Item{As(Fn("count", All), "n")}}}},
			Return{Items: Columns("n")}}}), "row")}},
		OrderBy{{Prop("creator", "key"), Asc}},
		Limit{Parameter("p2")},
	}
	const want = `MATCH (creator:Creator)
WHERE creator.region IN $p0
  AND EXISTS {
    MATCH (creator)-[edge:PARTICIPATED_IN]->(campaign)<-[:RAN]-(:Brand {key: $p1})
    WHERE edge.fee > 0
  }
RETURN [
  creator.key,
  COLLECT {
    CALL (creator) {
      OPTIONAL MATCH (creator)-[edge:PARTICIPATED_IN]->(campaign)<-[:RAN]-(:Brand {key: $p1})
      WITH DISTINCT campaign
      RETURN count(*) AS n
    }
    RETURN n
  }
] AS row
ORDER BY creator.key ASC
LIMIT $p2`
	if diff := cmp.Diff(want, Print(statement)); diff != "" {
		t.Errorf("printed (-want +got):\n%s", diff)
	}
	if n := Patterns(statement); n != 3 {
		t.Errorf("%d patterns", n)
	}
	if got := strings.Join(Parameters(statement), " "); got != "p0 p1 p2" {
		t.Errorf("parameters %s", got)
	}
	if !Reads(statement, "p1") || Reads(statement, "today") {
		t.Error("what it reads is not told")
	}
}

// Brackets stand where an operand binds less strongly than its operator, and where they are asked for.
func TestBracketsStandWhereTheyAreNeeded(t *testing.T) {
	t.Parallel()

	a, b, c := Variable("a"), Variable("b"), Variable("c")
	for want, e := range map[string]Expr{
		"a AND (b OR c)":            AllOf(a, AnyOf(b, c)),
		"a AND b OR c":              AnyOf(AllOf(a, b), c),
		"(a AND b) OR c":            AnyOf(Paren{AllOf(a, b)}, c),
		"NOT (a AND b)":             Not{AllOf(a, b)},
		"NOT a = b":                 Not{Op(a, Equal, b)},
		"1.0 * (a - b) / c":         Op(Op(Lit(1.0), Times, Op(a, Minus, b)), Over, c),
		"a - (b - c)":               Op(a, Minus, Op(b, Minus, c)),
		"a * b + c":                 Op(Op(a, Times, b), Plus, c),
		"(a = b) = c":               Op(Op(a, Equal, b), Equal, c),
		"(a OR b) IS NULL":          IsNull{Of: AnyOf(a, b)},
		"(a + b).x[0]":              Index{Property{Op(a, Plus, b), "x"}, Lit(0)},
		"a:X OR b[..c] IS NOT NULL": AnyOf(HasLabel{a, "X"}, IsNotNull(Slice{b, c})),
		"CASE WHEN a THEN 'it\\'s' WHEN b THEN null ELSE true END": Case{When: []When{{a, Lit("it's")}, {b, Lit(nil)}}, Else: Lit(true)},
		"reduce(n = 0.5, x IN a WHERE b | n + x)":                  Fn("reduce", Op(Variable("n"), Equal, Lit(0.5)), Each{"x", a, b, Op(Variable("n"), Plus, Variable("x"))}),
		"[x IN a | x]":      ListOf(Each{Variable: "x", In: a, Map: Variable("x")}),
		"count(DISTINCT a)": Call{Name: "count", Distinct: true, Args: []Expr{a}},
		"COLLECT { MATCH (n:N {key: 'k'}) RETURN n ORDER BY n.x DESC }": Subquery{Of: Collect, Inline: true, Query: Query{MatchNode("n", "N", Lit("k")), Return{Items: Columns("n")}, OrderBy{{Prop("n", "x"), Desc}}}},
		"$`a b`": Parameter("a b"),
	} {
		if got := Print(e); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
}

// A list is broken where its items take more than 80 characters, not bytes, or more than one line.
func TestListsAreBrokenWhereTheyAreWide(t *testing.T) {
	t.Parallel()

	wide := Variable(strings.Repeat("饕", 39))
	for want, e := range map[string]Expr{
		"[" + string(wide) + ", " + string(wide[:38*3]) + "]":   ListOf(wide, wide[:38*3]),
		"[\n  " + string(wide) + ",\n  " + string(wide) + "\n]": ListOf(wide, wide),
		"[\n  [\n    a\n  ]\n]":                                 ListOf(List{Items: []Expr{Variable("a")}, Lines: true}),
		"[]":                                                    List{Lines: true},
	} {
		if got := Print(e); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
}

// A fragment keeps its text. Its parameters are bound where they are parameters: not in texts, comments or names.
func TestFragmentsAreBoundByTheirTokens(t *testing.T) {
	t.Parallel()

	f, err := Parse("MATCH (n {key: $key, match: '$key\n'}) // MATCH $key\n  WHERE n.days > $keys AND $today IS NOT NULL\nOPTIONAL MATCH (n) RETURN $key")
	if err != nil {
		t.Fatal(err)
	}
	q := Query{CallSubquery{Query: Query{f.Bind(map[string]Expr{"key": Parameter("p0"), "keys": Op(Variable("a"), Plus, Variable("b"))})}}}
	const want = "CALL () {\n  MATCH (n {key: $p0, match: '$key\n'}) // MATCH $key\n    WHERE n.days > (a + b) AND $today IS NOT NULL\n" +
		"  OPTIONAL MATCH (n) RETURN $p0\n}"
	if diff := cmp.Diff(want, Print(q)); diff != "" {
		t.Errorf("printed (-want +got):\n%s", diff)
	}
	if n := Patterns(q); n != 2 {
		t.Errorf("%d patterns", n)
	}
	if got := strings.Join(Parameters(q), " "); got != "p0 today" {
		t.Errorf("parameters %s", got)
	}
	if got := strings.Join(f.Parameters(), " "); got != "key keys today" {
		t.Errorf("the fragment's parameters %s", got)
	}
}
