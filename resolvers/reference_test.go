package resolvers_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/creatorgraph/creatorgraph/graph/graphtest"
)

// kin is a creator of the reference: what is -1 or empty is unknown.
type kin struct {
	key       string
	followers int
	region    string
	verified  string
	worked    []string // campaigns worked on
	female    float64  // share of the audience
}

// kins differ in what filters ask of, unknown values among them.
func kins() []kin {
	return []kin{
		{key: "ann", followers: 100, region: "north", verified: "true", worked: []string{"spring", "summer"}, female: 0.7},
		{key: "bea", followers: 300, region: "south", verified: "false", worked: []string{"summer"}, female: 0.4},
		{key: "cid", followers: 300, region: "", verified: "", worked: []string{"autumn"}, female: -1},
		{key: "dan", followers: -1, region: "north", verified: "false", worked: nil, female: 0.5},
		{key: "eve", followers: 0, region: "", verified: "true", worked: []string{"spring", "autumn"}, female: 0.5},
		{key: "fay", followers: -1, region: "", verified: "", worked: nil, female: -1},
	}
}

// runs tells each campaign's brand and first day; that of autumn is unknown.
func runs() map[string][2]string {
	return map[string][2]string{"spring": {"dior", "2026-03-01"}, "summer": {"puma", "2026-06-01"}, "autumn": {"dior", ""}}
}

func (k kin) arrows() string {
	properties := []string{fmt.Sprintf("byFollowers: %d", k.followers)}
	if k.followers >= 0 {
		properties = append(properties, fmt.Sprintf("followers: %d", k.followers))
	}
	if k.region != "" {
		properties = append(properties, "region: '"+k.region+"'")
	}
	if k.verified != "" {
		properties = append(properties, "verified: "+k.verified)
	}
	lines := []string{fmt.Sprintf("(%s:Creator {%s})", k.key, strings.Join(properties, ", "))}
	for _, campaign := range k.worked {
		lines = append(lines, fmt.Sprintf("(%s)-[:PARTICIPATED_IN]->(%s)", k.key, campaign))
	}
	if k.female >= 0 {
		lines = append(lines, fmt.Sprintf("(%s)-[:REACHES {share: %g}]->(female)", k.key, k.female))
	}
	return strings.Join(lines, "\n")
}

// brands are those worked for in campaigns that began on a day or later.
func (k kin) brands(since string) []string {
	var all []string
	for _, campaign := range k.worked {
		if run := runs()[campaign]; since == "" || run[1] != "" && run[1] >= since {
			all = append(all, run[0])
		}
	}
	return all
}

// asked is a filter in GraphQL and in Go.
type asked struct {
	text  string
	holds func(k kin) bool
}

func asks() []asked {
	return []asked{
		{`followers: {gte: 100}`, func(k kin) bool { return k.followers >= 100 }},
		{`followers: {lt: 300}`, func(k kin) bool { return k.followers >= 0 && k.followers < 300 }},
		{`regions: ["north"]`, func(k kin) bool { return k.region == "north" }},
		{`regions: []`, func(kin) bool { return false }},
		{`verified: false`, func(k kin) bool { return k.verified == "false" }},
		{`key: {startsWith: "", in: ['ann', 'cid', 'dan']}`, func(k kin) bool { return slices.Contains([]string{"ann", "cid", "dan"}, k.key) }},
		{`workedWithBrands: {some: ['dior']}`, func(k kin) bool { return slices.Contains(k.brands(""), "dior") }},
		{`workedWithBrands: {none: ['dior'], since: "2026-02-01"}`, func(k kin) bool { return !slices.Contains(k.brands("2026-02-01"), "dior") }},
		{`workedWithBrands: {all: ['dior', 'puma', 'dior']}`, func(k kin) bool {
			return slices.Contains(k.brands(""), "dior") && slices.Contains(k.brands(""), "puma")
		}},
		{`workedInCampaigns: {all: []}`, func(kin) bool { return true }},
		{`audience: [{segment: 'female', share: {gte: 0.5}}]`, func(k kin) bool { return k.female >= 0.5 }},
		{`audience: [{segment: 'female', share: {}}]`, func(k kin) bool { return k.female >= 0 }},
	}
}

// combined gives each filter alone, its NOT, and each joined with the next in three ways. A filter and
// its NOT split the creators in two, the unknown falling to the NOT.
func combined() []asked {
	var all []asked
	for i, a := range asks() {
		b := asks()[(i+1)%len(asks())]
		all = append(all, a,
			asked{"NOT: {" + a.text + "}", func(k kin) bool { return !a.holds(k) }},
			asked{"AND: [{" + a.text + "}, {NOT: {" + b.text + "}}]", func(k kin) bool { return a.holds(k) && !b.holds(k) }},
			asked{"OR: [{" + a.text + "}, {NOT: {" + b.text + "}}]", func(k kin) bool { return a.holds(k) || !b.holds(k) }},
			asked{"NOT: {OR: [{" + a.text + "}, {" + b.text + "}]}", func(k kin) bool { return !a.holds(k) && !b.holds(k) }})
	}
	return all
}

// Whatever filters say, alone and combined, is what the same words mean in plain Go over the same rows.
func TestFiltersMeanWhatTheySay(t *testing.T) {
	t.Parallel()

	a := setUp(t)
	var arrows, keys []string
	for name, run := range runs() {
		properties := ""
		if run[1] != "" {
			properties = " {starts: date('" + run[1] + "')}"
		}
		arrows = append(arrows, fmt.Sprintf("(%s:Campaign%s)", name, properties))
	}
	arrows = append(arrows, "(dior:Brand)-[:RAN]->(spring)", "(dior)-[:RAN]->(autumn)", "(puma:Brand)-[:RAN]->(summer)",
		"(female:Segment {dimension: 'GENDER'})")
	for _, k := range kins() {
		arrows, keys = append(arrows, k.arrows()), append(keys, "'"+k.key+"'")
	}
	d := graphtest.Draw(t, a.store, strings.Join(arrows, "\n"))
	for _, one := range combined() {
		var nodes []string
		for _, k := range kins() {
			if one.holds(k) {
				nodes = append(nodes, `{"key":"`+k.key+`"}`)
			}
		}
		query := fmt.Sprintf("{ creators(filter: {key: {in: [%s]}, AND: [{%s}]}) { nodes { key } } }",
			strings.Join(keys, ", "), one.text)
		got := d.Unsuffixed(a.ask(t, d.In(query), nil))
		if diff := cmp.Diff(`{"data":{"creators":{"nodes":[`+strings.Join(nodes, ",")+`]}}}`, got); diff != "" {
			t.Errorf("%s\nanswer (-want +got):\n%s", one.text, diff)
		}
	}
}
