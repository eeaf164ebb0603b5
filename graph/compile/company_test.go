package compile_test

import (
	"encoding/json"
	"path/filepath"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/creatorgraph/creatorgraph/graph/compile"
)

// companyCases are operations that may travel with others of their kind.
var companyCases = []goldenCase{
	{name: "company/by_key", shows: "The key is each question's own; the day is everybody's.",
		operation: `{ creator(key: "cr-1") { id name agency { name } categories { key name } } }`},
	{name: "company/nodes", shows: "Several types by id: each question has its lists of keys.",
		operation: `query($ids: [ID!]!) { nodes(ids: $ids) { id ... on Creator { name } ... on Brand { industry } } }`,
		variables: `{"ids": ["Q3JlYXRvcjpjci0x", "QnJhbmQ6Yi0x"]}`},
	{name: "company/page", shows: "How many a page holds is everybody's, since a LIMIT may not differ from row to row; where it begins is not.",
		operation: `query($after: String) { brand(key: "b-1") { campaigns(first: 2, after: $after, orderBy: [{field: STARTS}]) { nodes { key } pageInfo { endCursor } } } }`,
		cursors:   map[string][]any{"after": {int64(20500), "ca-1"}}, of: "Brand.campaigns"},
	{name: "company/two_roots", shows: "Two roots, one of them a page of an index.",
		operation: `{ brand(key: "b-1") { name } creators(first: 3, orderBy: [{field: FOLLOWERS, direction: DESC}]) { nodes { key } } }`},
	{name: "company/filtered", shows: "The clauses that a condition's value reaches into take the question in.",
		operation: `{ campaign(key: "ca-1") { participations(filter: {fee: {gte: 100}}, first: 1) { totalCount nodes { fee creator { name } } } } }`},
	{name: "company/payload", shows: "What is read after a change; its row is the question's own.",
		operation: `mutation { recordParticipation(input: {campaign: "c", creator: "a", fee: 1}) { participation { fee cpm creator { key } } userErrors { code } } }`},
}

// lonely are operations that go alone, and why.
var lonely = []struct{ why, operation string }{
	{"of a list within a list nobody knows that it is short",
		`{ brand(key: "b") { campaigns(first: 20) { nodes { participations(first: 20) { nodes { creator { categories { key } } } } } } } }`},
	{"a filter may pass over the whole market", `{ creators(filter: {regions: ["x"]}, first: 1) { nodes { key } } }`},
	{"what a statement written by hand finds is not known", `{ creator(key: "cr") { performance { fee } } }`},
	{"totals look at all rows", `{ campaign(key: "ca") { participations(first: 1) { aggregates { fee } } } }`},
	{"nothing is asked of the graph", `{ __typename }`},
}

// companyOf compiles an operation in a market of an ordinary form, where creators have two categories and campaigns five
// participations.
func companyOf(t *testing.T, input string) *compile.Company {
	t.Helper()

	counts := compile.Counts{Nodes: map[string]int64{}, Ends: map[compile.End]int64{
		{Rel: "IN_CATEGORY", Label: "Creator"}: 200, {Rel: "SIGNED_WITH", Label: "Creator"}: 150,
		{Rel: "RAN", Label: "Brand"}: 800, {Rel: "PARTICIPATED_IN", Label: "Campaign", In: true}: 500}}
	for _, label := range []string{"Creator", "Brand", "Campaign", "Agency", "Category"} {
		counts.Nodes[label] = 100
	}
	c := compiler(t).WithSplits(compile.Budget, counts)
	plan, op, vars := planFor(t, c, input, variables(t, input))
	if op.Operation == ast.Mutation {
		field, isField := op.SelectionSet[0].(*ast.Field)
		if !isField {
			t.Fatal("a mutation of no field")
		}
		var err error
		if plan, err = c.Rows(field, c.Mapping().Types[field.Definition.Type.Name()], vars); err != nil {
			t.Fatal(err)
		}
	}
	bound, err := plan.Bind(vars, "2026-11-11")
	if err != nil {
		t.Fatal(err)
	}
	return bound.Statement.Company
}

// TestCompanyGoldens holds the statements that ask for many; `go test ./graph/compile -update` rewrites them.
func TestCompanyGoldens(t *testing.T) {
	t.Parallel()

	c := compiler(t)
	for _, one := range companyCases {
		t.Run(one.name, func(t *testing.T) {
			t.Parallel()

			input := one.input(t, c)
			company := companyOf(t, input)
			if company == nil {
				t.Fatal("it goes alone")
			}
			terms, err := json.Marshal(map[string]any{"equal": company.Equal, "most": company.Most})
			if err != nil {
				t.Fatal(err)
			}
			golden(t, filepath.Join("testdata", one.name+".golden"), input+dashes+company.Text+dashes+string(terms)+"\n")
		})
	}
}

// TestHeavyShapesGoAlone: who asks for little must not wait for who asks for much.
func TestHeavyShapesGoAlone(t *testing.T) {
	t.Parallel()

	for _, one := range lonely {
		t.Run(one.why, func(t *testing.T) {
			t.Parallel()

			if company := companyOf(t, one.operation); company != nil {
				t.Errorf("it travels:\n%s", company.Text)
			}
		})
	}
}
