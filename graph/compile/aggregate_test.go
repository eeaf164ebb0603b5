package compile_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/validator/rules"

	"github.com/creatorgraph/creatorgraph/graph/compile"
)

// separate gives the statements apart of an operation, with their parameters.
func separateStatements(t *testing.T, text string) []compile.Statement {
	t.Helper()

	c := compiler(t)
	doc, errs := gqlparser.LoadQueryWithRules(c.Mapping().Schema, text, rules.NewDefaultRules())
	if errs != nil {
		t.Fatal(errs)
	}
	plan, err := c.Compile(doc.Operations[0], nil)
	if err != nil {
		t.Fatal(err)
	}
	bound, err := plan.Bind(nil, "2026-11-11")
	if err != nil {
		t.Fatal(err)
	}
	return bound.Separate
}

// The same question about a whole label is the same statement with the same parameters, whatever else is asked,
// whichever page is: what is kept of it serves all of them.
func TestSeparateStatementsDoNotDependOnTheOperation(t *testing.T) {
	t.Parallel()

	facet := `facets(by: AGENCY, first: 7) { count key }`
	want := separateStatements(t, `{ creators(filter: {regions: ["四川"]}) { `+facet+` } }`)
	if len(want) != 1 || want[0].Params["p0"] == nil || fmt.Sprint(want[0].Params["today"]) != "2026-11-11" {
		t.Fatalf("%d statements: %v", len(want), want)
	}
	for _, text := range []string{
		`{ creators(filter: {regions: ["四川"]}, first: 3, orderBy: [{field: NAME}]) { nodes { key agency { key } } a: ` + facet + ` } }`,
		`{ brands { nodes { key campaigns { totalCount } } } x: creators(filter: {regions: "四川"}, last: 5) { totalCount ` + facet + ` } }`,
	} {
		if diff := cmp.Diff(want, separateStatements(t, text), equalDays); diff != "" {
			t.Errorf("%s (-want +got):\n%s", text, diff)
		}
	}
}

// Groups of everything are looked for from the groups' side, what is in none besides; where a filter leaves fewer,
// from what it leaves.
func TestFacetsBeginWhereLeastIsRead(t *testing.T) {
	t.Parallel()

	whole := separateStatements(t, `{ campaigns { facets(by: CATEGORY) { key count budget } } }`)[0].Text
	for _, line := range []string{
		"    MATCH (campaign0:Campaign)\n    MATCH (campaign0)-[edge3:IN_CATEGORY]->(category2:Category)\n    RETURN\n      category2 AS group1,\n      count(*) AS count1,",
		"    UNION ALL\n    MATCH (campaign0:Campaign)\n    WHERE NOT EXISTS {\n      MATCH (campaign0)-[:IN_CATEGORY]->()\n    }\n    RETURN\n      null AS group1,\n      count(*) AS count1,",
	} {
		if !strings.Contains(whole, line) {
			t.Errorf("%s\nis not in\n%s", line, whole)
		}
	}
	some := separateStatements(t, `{ campaigns(filter: {objectives: [AWARENESS]}) { facets(by: CATEGORY) { key count } } }`)[0].Text
	if !strings.Contains(some, "OPTIONAL MATCH (campaign0)-[edge3:IN_CATEGORY]->(category2)") {
		t.Errorf("no optional way to the groups in\n%s", some)
	}
}
