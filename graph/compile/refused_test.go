package compile_test

import (
	"encoding/json"
	"errors"
	"testing"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/validator"
	"github.com/vektah/gqlparser/v2/validator/rules"

	"github.com/creatorgraph/creatorgraph/graph/compile"
)

// refusal compiles and binds an operation and gives what is wrong with it: place, value and remedy, and ! before them
// where a limit was passed.
func refusal(t *testing.T, operation, variables string) string {
	t.Helper()

	c := compiler(t)
	doc, errs := gqlparser.LoadQueryWithRules(c.Mapping().Schema, operation, rules.NewDefaultRules())
	if errs != nil {
		t.Fatalf("%s: %v", operation, errs)
	}
	var given map[string]any
	if variables != "" {
		if err := json.Unmarshal([]byte(variables), &given); err != nil {
			t.Fatal(err)
		}
	}
	vars, err := validator.VariableValues(c.Mapping().Schema, doc.Operations[0], given)
	if err != nil {
		t.Fatal(err)
	}
	if doc.Operations[0].Operation == "mutation" {
		return told(c.CheckArguments(doc.Operations[0], vars))
	}
	plan, err := c.Compile(doc.Operations[0], vars)
	if err == nil {
		_, err = plan.Bind(vars, "2026-11-11")
	}
	return told(err)
}

func told(err error) string {
	var e *compile.Error
	if !errors.As(err, &e) {
		return ""
	}
	limit := ""
	if e.TooBig {
		limit = "!"
	}
	return limit + e.Path.String() + ": " + e.Error()
}

// What cannot be used is refused with its place, the value and what to do.
func TestRefusals(t *testing.T) {
	t.Parallel()

	for _, c := range []struct{ operation, variables, want string }{
		{`{ creators(first: -1) { nodes { key } } }`, ``, `creators.first: first or last of -1; give 0 to 1,000`},
		{`{ creators(first: 1000) { nodes { key } } }`, ``, ``},
		{`{ creators(first: 1001) { nodes { key } } }`, ``,
			`!creators.first: first or last of 1001 is more than 1,000; ask for 1,000 at most and go on with the endCursor`},
		{`query($n: Int) { creators(last: $n) { nodes { key } } }`, `{"n": 1001}`,
			`!creators.last: first or last of 1001 is more than 1,000; ask for 1,000 at most and go on with the endCursor`},
		{`{ creators(first: 1, last: 1) { nodes { key } } }`, ``, `creators: first and last are both given; give one of them`},
		{`{ creators(after: "x") { nodes { key } } }`, ``,
			`creators.after: after: "x" cannot be used, it is no cursor; use a cursor that this field gave with the same orderBy`},
		{`{ a: creator { key } }`, ``, `a: creator takes either an id or a key; give one of them`},
		{`{ creator(key: "cr-1", id: "Q3JlYXRvcjpjci0x") { key } }`, ``, `creator: creator takes either an id or a key; give one of them`},
		{`{ creator(id: "x") { key } }`, ``,
			`creator.id: "x" is no id; use an id as the API gave it; to look up by the importer's identifier use ` + "`key`"},
		{`{ nodes(ids: ["?"]) { id } }`, ``,
			`nodes.ids: "?" is no id; use an id as the API gave it; to look up by the importer's identifier use ` + "`key`"},
		{`{ creator(key: "cr-1") { agency(at: "2026-02-30") { key } } }`, ``,
			`creator.agency.at: "2026-02-30" is not a date; write it as YYYY-MM-DD, such as 2026-11-11`},
		{`query($at: Date) { creator(key: "cr-1") { agency(at: $at) { key } } }`, `{"at": 5}`,
			`creator.agency.at: 5 is not a date; write it as a string "YYYY-MM-DD"`},
		{`{ creators(filter: {followers: {gte: 9007199254740992}}) { nodes { key } } }`, ``,
			`creators.filter.followers.gte: 9007199254740992 is not a whole number in range; give one between -(2^53 - 1) and 2^53 - 1`},
		{`query($n: Long) { creators(filter: {followers: {gte: $n}}) { nodes { key } } }`, `{"n": 9007199254740991}`, ``},
		{`query($n: Long) { creators(filter: {followers: {gte: $n}}) { nodes { key } } }`, `{"n": -9007199254740992}`,
			`creators.filter.followers.gte: -9.007199254740992e+15 is not a whole number in range; give one between -(2^53 - 1) and 2^53 - 1`},
		{`query($n: Long) { creators(filter: {followers: {gte: $n}}) { nodes { key } } }`, `{"n": 1.5}`,
			`creators.filter.followers.gte: 1.5 is not a whole number in range; give one between -(2^53 - 1) and 2^53 - 1`},
		{`query($n: Long) { creators(filter: {followers: {gte: $n}}) { nodes { key } } }`, `{"n": "5"}`,
			`creators.filter.followers.gte: "5" is a text, not a number; leave out the quotes`},
		{`{ creators(orderBy: [{field: PRICE}]) { nodes { key } } }`, ``,
			`creators: ordering by PRICE needs a format; add format, such as {field: PRICE, format: SHORT_VIDEO}`},
		{`{ creator(key: "cr-1") { participations(orderBy: [{field: ROI}], after: "e30") { nodes { fee } } } }`, ``,
			`creator.participations.after: after: "e30" cannot be used, it is no cursor; use a cursor that this field gave with the same orderBy`},
		{`{ creators { facets(by: TIER, first: 1001) { key } } }`, ``,
			`!creators.facets.first: first of 1001; give 0 to 100`},
		{`{ creators { facets(by: TIER, first: 101) { key } } }`, ``, `!creators.facets.first: first of 101; give 0 to 100`},
		{`{ creators { facets(by: TIER, first: 100) { key } } }`, ``, ``},
		{`{ creators { facets(by: TIER, first: -1) { key } } }`, ``, `creators.facets.first: first of -1; give 0 to 100`},

		{`mutation { createCampaign(input: {brand: "b", name: "x", objective: AWARENESS, budget: -1}) { userErrors { code } } }`, ``, ``},
		{`mutation($in: CreateCampaignInput!) { createCampaign(input: $in) { userErrors { code } } }`,
			`{"in": {"brand": "b", "name": "x", "objective": "awareness"}}`,
			`createCampaign.input.objective: "awareness" is no Objective; write it in capitals, as the schema has it`},
		{`mutation($in: CreateCampaignInput!) { one: createCampaign(input: $in) { userErrors { code } } }`,
			`{"in": {"brand": "b", "name": "x", "objective": "AWARENESS", "formats": ["LIVE", "live"]}}`,
			`one.input.formats[1]: "live" is no ContentFormat; write it in capitals, as the schema has it`},
		{`mutation { recordContentMetrics(input: {content: "c", at: "yesterday"}) { userErrors { code } } }`, ``,
			`recordContentMetrics.input.at: "yesterday" is not an instant; write it as RFC 3339, such as 2026-11-11T08:00:00Z`},
		{`mutation { ... on Mutation { recordContentMetrics(input: {content: "c", at: 5}) { userErrors { code } } } }`, ``,
			`recordContentMetrics.input.at: 5 is not an instant; write it as an RFC 3339 string`},
		{`mutation { ...m } fragment m on Mutation { recordContentMetrics(input: {content: "c", at: "2026-01-01T00:00:00Z", views: 9007199254740992}) { userErrors { code } } }`, ``,
			`recordContentMetrics.input.views: 9007199254740992 is not a whole number in range; give one between -(2^53 - 1) and 2^53 - 1`},
		{`mutation { recordContentMetrics(input: {content: 5, at: "2026-01-01T08:00:00+08:00"}) { userErrors { code } } }`, ``, ``},
		{`mutation { inviteCreators(input: {campaign: "c", invitations: [{creator: "a", source: RECOMMENDED}, {creator: "b", source: RECOMMENDED, offer: 1.5}]}) { userErrors { code } } }`, ``,
			`inviteCreators.input.invitations[1].offer: 1.5 is not a whole number in range; give one between -(2^53 - 1) and 2^53 - 1`},
	} {
		if got := refusal(t, c.operation, c.variables); got != c.want {
			t.Errorf("%s %s\n got %s\nwant %s", c.operation, c.variables, got, c.want)
		}
	}
}
