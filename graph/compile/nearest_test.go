package compile_test

import (
	"path/filepath"
	"testing"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/validator/rules"

	"github.com/creatorgraph/creatorgraph/graph/compile"
)

// TestSearches holds the statements that look for lookalikes: what a filter asks of properties that the index holds
// it is asked for there, one bound to each side; the rest is asked of what it finds; and looking at all who pass
// begins where few are met. `go test ./graph/compile -update` rewrites them.
func TestSearches(t *testing.T) {
	t.Parallel()

	c := compiler(t)
	for _, one := range []struct {
		name, shows, filter string
		tastes              int
	}{
		{"nearest_inside", "All of the filter is asked of the index; unknown followers are none.",
			`{followers: {gt: 10, gte: 5, lt: 90}, regions: ["四川", "广东"], AND: [{verified: true}, {price: {format: LIVE, lte: 500}}]}`, 1},
		{"nearest_beside", "A second bound of the same property, a path and a NOT are asked of what the index finds.",
			`{followers: {gte: 5}, AND: [{followers: {lte: 90}}], categories: ["food"], NOT: {genders: ["male"]}}`, 2},
		{"nearest_paths", "Brands worked with, a place in a list, a share of the audience: none is in the index.",
			`{workedWithBrands: {some: ["b-1"]}, audience: [{segment: "s-f", share: {gte: 0.5}}], hasAgency: true}`, 4},
		{"nearest_or", "Alternatives are asked of what the index finds.",
			`{OR: [{regions: ["四川"]}, {followers: {gte: 100000}}]}`, 1},
	} {
		doc, errs := gqlparser.LoadQueryWithRules(c.Mapping().Schema,
			`{ lookalikes(seeds: ["x"], filter: `+one.filter+`) { nodes { key } } }`, rules.NewDefaultRules())
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
		params := shown(t, bound.Statement.Params)
		for i := range plan.Splits {
			if plan.Splits[i].Call == nil {
				continue
			}
			filter := plan.Splits[i].Call.Filters["filter"]
			got := "# " + one.shows + dashes + filter.Nearest(0, one.tastes) + dashes + filter.Exact(1, one.tastes) + dashes +
				filter.CountEmbedded(1) + dashes + params + "\n"
			golden(t, filepath.Join("testdata", "explore", one.name+".golden"), got)
		}
	}
}

// Of a label without a filter everyone is looked at; the vectors of both places are searched alike.
func TestSearchesOfEveryone(t *testing.T) {
	t.Parallel()

	for _, label := range []string{"Creator", "Agency", "Brand"} {
		of := compile.AllNodes(label)
		text := "# Whoever of :" + label + " is near; all are looked at one by one where they are few."
		for _, statement := range []string{of.Nearest(1, 1), of.Exact(0, 1), of.CountEmbedded(0)} {
			text += dashes + statement
		}
		golden(t, filepath.Join("testdata", "explore", "everyone_"+lower(label)+".golden"), text+dashes+"{}\n")
	}
}
