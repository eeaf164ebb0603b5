package compile_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/validator/rules"
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
	} {
		doc, errs := gqlparser.LoadQueryWithRules(c.Mapping().Schema,
			`{ lookalikes(seeds: ["x"], filter: `+one.filter+`) { nodes { key } } }`, rules.NewDefaultRules())
		if errs != nil {
			t.Fatal(errs)
		}
		plan, err := c.Operation(doc.Operations[0], nil)
		if err != nil {
			t.Fatal(err)
		}
		bound, err := plan.Bind(nil, "2026-11-25")
		if err != nil {
			t.Fatal(err)
		}
		params, err := json.Marshal(bound.Statement.Params)
		if err != nil {
			t.Fatal(err)
		}
		for i := range plan.Cuts {
			if plan.Cuts[i].Call == nil {
				continue
			}
			filter := plan.Cuts[i].Call.Filters["filter"]
			got := "# " + one.shows + dashes + filter.Nearest(0, one.tastes) + dashes + filter.Exact(1, one.tastes) + dashes +
				filter.Placed(1) + dashes + string(params) + "\n"
			golden(t, filepath.Join("testdata", "explore", one.name+".golden"), got)
		}
	}
}

// golden compares with a file, or rewrites it.
func golden(t *testing.T, file, got string) {
	t.Helper()

	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", file, diff)
	}
}
