package resolvers_test

import (
	"cmp"
	"encoding/csv"
	"encoding/json"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/creatorgraph/creatorgraph/dataset"
	simulated "github.com/creatorgraph/creatorgraph/dataset/market"
	"github.com/creatorgraph/creatorgraph/graph/graphtest"
	"github.com/creatorgraph/creatorgraph/graph/load"
)

// marketCreators is how many creators the market has whose facets are counted from its files.
const marketCreators = 500

// bucket is a group as it is answered, and as it is counted.
type bucket struct {
	Key       *string `json:"key"`
	Count     int     `json:"count"`
	Followers *int64  `json:"followers"`
	Spend     *int64  `json:"spend"`
}

// sheet are the rows of one of a data set's files, by column.
func sheet(t *testing.T, dir, name string) []map[string]string {
	t.Helper()

	f, err := os.Open(filepath.Join(dir, name+".csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var rows []map[string]string
	for _, line := range lines[1:] {
		row := map[string]string{}
		for i, column := range lines[0] {
			row[column] = line[i]
		}
		rows = append(rows, row)
	}
	return rows
}

// cells are the groups that a cell puts its row in; an empty one is the unknown's.
func cells(column string) func(map[string]string) []string {
	return func(row map[string]string) []string { return strings.Split(row[column], "|") }
}

// counted are the largest groups of rows.
func counted(rows []map[string]string, of func(map[string]string) []string, fees map[string]int64, most int) []bucket {
	groups := map[string]*bucket{}
	for _, row := range rows {
		for _, key := range of(row) {
			if groups[key] == nil {
				groups[key] = &bucket{Key: &key, Spend: new(int64)}
			}
			g := groups[key]
			g.Count++
			*g.Spend += fees[row["key"]]
			if n, err := strconv.ParseInt(row["followers"], 10, 64); err == nil {
				if g.Followers == nil {
					g.Followers = new(int64)
				}
				*g.Followers += n
			}
		}
	}
	all := []bucket{}
	for _, g := range groups {
		if *g.Key == "" {
			g.Key = nil
		}
		all = append(all, *g)
	}
	slices.SortFunc(all, func(a, b bucket) int {
		if a.Count != b.Count || a.Key == nil || b.Key == nil {
			return cmp.Or(b.Count-a.Count, map[bool]int{true: 1}[a.Key == nil]-map[bool]int{true: 1}[b.Key == nil])
		}
		return cmp.Compare(*a.Key, *b.Key)
	})
	return all[:min(most, len(all))]
}

// Facets of a generated market are what a count of its files' rows gives, under filters drawn at random.
//
// It needs its database empty, so it runs alone.
func TestFacetsOfAMarketAreThoseOfItsRows(t *testing.T) {
	store := graphtest.Own(t, true)
	p := simulated.Params{Creators: marketCreators, Seed: 3, Today: simulated.DefaultToday(), Dir: t.TempDir(), Keep: map[string]float64{
		"follower_history": 0, "content_metrics": 0, "audiences": 0}}
	if _, err := simulated.Generate(t.Context(), p, nil); err != nil {
		t.Fatal(err)
	}
	set, err := dataset.Open(p.Dir, dataset.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := load.Import(t.Context(), store, set, load.Options{Today: p.Today}); err != nil {
		t.Fatal(err)
	}
	creators, fees := sheet(t, p.Dir, "creators"), map[string]int64{}
	for _, row := range sheet(t, p.Dir, "participations") {
		fee, _ := strconv.ParseInt(row["fee"], 10, 64) // unknown is nothing
		fees[row["creator"]] += fee
	}
	facets := map[string]func(map[string]string) []string{"CATEGORY": cells("categories"), "PLATFORM": cells("platforms"),
		"REGION": cells("region"), "LANGUAGE": cells("language"), "GENDER": cells("gender"),
		"MONTH": func(row map[string]string) []string { return []string{row["joined"][:min(7, len(row["joined"]))]} }}

	a, r := setUpOn(t, store, 0), rand.New(rand.NewPCG(3, 1))
	for range 5 {
		filter, some := map[string]any{}, creators
		keep := func(holds func(map[string]string) bool) {
			some = slices.DeleteFunc(slices.Clone(some), func(row map[string]string) bool { return !holds(row) })
		}
		like := creators[r.IntN(len(creators))]
		if r.IntN(2) == 0 {
			filter["regions"] = []any{like["region"]}
			keep(func(row map[string]string) bool { return row["region"] == like["region"] && row["region"] != "" })
		}
		if r.IntN(2) == 0 {
			one := cells("categories")(like)[0]
			filter["categories"] = []any{one}
			keep(func(row map[string]string) bool { return slices.Contains(cells("categories")(row), one) })
		}
		if r.IntN(2) == 0 {
			least, _ := strconv.ParseInt(like["followers"], 10, 64)
			filter["followers"] = map[string]any{"gte": json.Number(strconv.FormatInt(least, 10))}
			keep(func(row map[string]string) bool {
				n, err := strconv.ParseInt(row["followers"], 10, 64)
				return err == nil && n >= least
			})
		}
		for by, of := range facets {
			var got struct {
				Data struct{ Creators struct{ Facets []bucket } }
			}
			answer := a.ask(t, `query($f: CreatorFilter, $by: CreatorFacet!, $n: Int) {
				creators(filter: $f) { facets(by: $by, first: $n) { key count followers spend } } }`,
				map[string]any{"f": filter, "by": by, "n": json.Number("15")})
			if err := json.Unmarshal([]byte(answer), &got); err != nil {
				t.Fatal(err)
			}
			if diff := gocmp.Diff(counted(some, of, fees, 15), got.Data.Creators.Facets); diff != "" {
				t.Errorf("%s of %v (-want +got):\n%s%s", by, filter, diff, answer[:min(len(answer), 300)])
			}
		}
	}
}
