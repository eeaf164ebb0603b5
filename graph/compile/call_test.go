package compile_test

import (
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/validator/rules"

	"github.com/creatorgraph/creatorgraph/graph/answer"
	"github.com/creatorgraph/creatorgraph/graph/compile"
	"github.com/creatorgraph/creatorgraph/graph/mapping"
)

// likes is a schema with a computed field at the root and one within a node.
const likes = `
directive @node(label: String!) on OBJECT
directive @computed on FIELD_DEFINITION
directive @found on FIELD_DEFINITION
scalar JSON
interface Entity { key: String! }
type Fan implements Entity @node(label: "Fan") { key: String! likes(first: Int = 2): [Like!]! @computed score: Float @computed }
type Star implements Entity @node(label: "Star") { key: String! name: String }
type Like { of: Entity! star: Star by: [Fan!]! weight: Float! matrix: [[Float!]!]! any: JSON }
type Query { fan(key: String): Fan @found like(word: String): Like @computed }
`

func compiledLikes(t *testing.T, query string) (*compile.Plan, *compile.BoundPlan) {
	t.Helper()

	m, err := mapping.Load(fstest.MapFS{"likes.graphqls": {Data: []byte(likes)}})
	if err != nil {
		t.Fatal(err)
	}
	c, err := compile.New(m, func(string) (string, bool) { return "", false })
	if err != nil {
		t.Fatal(err)
	}
	doc, errs := gqlparser.LoadQueryWithRules(m.Schema, query, rules.NewDefaultRules())
	if errs != nil {
		t.Fatal(errs)
	}
	plan, err := c.Compile(doc.Operations[0], nil)
	if err != nil {
		t.Fatal(err)
	}
	bound, err := plan.Bind(nil, "2026-11-25")
	if err != nil {
		t.Fatal(err)
	}
	return plan, bound
}

// A computed field is asked once with all its objects' keys and its arguments; what its rows name is then
// wanted once each, whoever names it.
func TestComputedFieldsAreWantedThenWritten(t *testing.T) {
	t.Parallel()

	plan, bound := compiledLikes(t, `{ one: fan(key: "f") { likes { w: weight matrix any of { key } star { name } by { key } } score } }`)
	record := []any{[]any{"f"}} // the lone fan's one column: its key
	found := answer.Found{}
	want := func(expected ...string) {
		t.Helper()
		_, wanted, _, _ := answer.Write(nil, plan.Shape, record, bound, found, 0)
		var got []string
		for i, cut := range plan.Splits {
			for key := range wanted[i+1] {
				name := cut.Text
				if cut.Call != nil {
					name = cut.Call.Coordinate
				}
				got = append(got, name+": "+key)
			}
		}
		if diff := cmp.Diff(expected, got); diff != "" {
			t.Fatalf("wanted (-want +got):\n%s", diff)
		}
	}
	want("Fan.likes: f", "Fan.score: f")
	give := func(coordinate string, value any) {
		for i, cut := range plan.Splits {
			if cut.Call != nil && cut.Call.Coordinate == coordinate {
				found.Of(i + 1)["f"] = []any{cut.Call.Shape.ToColumns(value)}
				if cut.Call.Coordinate == "Fan.likes" && bound.Arguments[cut.Call]["first"] != int64(2) {
					t.Errorf("arguments %v", bound.Arguments[cut.Call])
				}
			}
		}
	}
	give("Fan.score", 0.5)
	give("Fan.likes", []any{
		map[string]any{"weight": 1.5, "matrix": []any{[]any{1.0}}, "any": map[string]any{"a": "b"},
			"of": compile.Ref{Type: "Star", Key: "s"}, "star": "s", "by": []any{"f"}},
		map[string]any{"weight": 2.0, "matrix": []any{}, "of": compile.Ref{Type: "Fan", Key: "f"}, "by": []any{"f"}},
	})
	want(
		"UNWIND $keys AS key\nMATCH (fan1:Fan {key: key})\nRETURN key, [fan1.key] AS row: f",
		"UNWIND $keys AS key\nMATCH (star2:Star {key: key})\nRETURN key, [star2.key] AS row: s",
		"UNWIND $keys AS key\nMATCH (star3:Star {key: key})\nRETURN key, [star3.name] AS row: s",
		"UNWIND $keys AS key\nMATCH (fan4:Fan {key: key})\nRETURN key, [fan4.key] AS row: f",
	)
	for i, cut := range plan.Splits {
		if cut.Call == nil {
			found.Of(i + 1)["f"], found.Of(i + 1)["s"] = []any{"f"}, []any{"S"}
		}
	}
	data, _, errs, _ := answer.Write(nil, plan.Shape, record, bound, found, 0)
	const written = `{"one":{"likes":[` +
		`{"w":1.5,"matrix":[[1]],"any":{"a":"b"},"of":{"key":"S"},"star":{"name":"S"},"by":[{"key":"f"}]},` +
		`{"w":2,"matrix":[],"any":null,"of":{"key":"f"},"star":null,"by":[{"key":"f"}]}],"score":0.5}}`
	if diff := cmp.Diff(written, string(data)); diff != "" || errs != nil {
		t.Errorf("errors %v, answer (-want +got):\n%s", errs, diff)
	}
}

// A computed root field hangs on nothing; what is not found is null.
func TestComputedRootFieldsHangOnNothing(t *testing.T) {
	t.Parallel()

	plan, bound := compiledLikes(t, `{ like(word: "x") { weight } }`)
	if plan.Text != "" {
		t.Errorf("a statement is run: %s", plan.Text)
	}
	data, _, errs, ok := answer.Write(nil, plan.Shape, nil, bound, answer.Found{1: {"": nil}}, 0)
	if string(data) != `{"like":null}` || errs != nil || !ok {
		t.Errorf("%s, %v", data, errs)
	}
}
