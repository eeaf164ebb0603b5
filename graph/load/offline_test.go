package load_test

import (
	"context"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/creatorgraph/creatorgraph/dataset"
	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/graphtest"
	"github.com/creatorgraph/creatorgraph/graph/load"
	"github.com/creatorgraph/creatorgraph/graph/statements"
	"github.com/creatorgraph/creatorgraph/neo4jd"
)

// An offline import makes the graph that an import over a connection makes, totals and sort keys
// included, and refuses the same rows.
func TestOfflineEqualsImport(t *testing.T) {
	for name, dir := range map[string]string{
		"a market":          smallMarket(t, 60),
		"what is not usual": folder(t, awkward()),
	} {
		t.Run(name, func(t *testing.T) {
			store := graphtest.Own(t, true)
			var want, got []dataset.Reject
			importWith(t, store, dir, options(&want))
			wantFiles, wantNodes := export(t, store), nodes(t, store)
			checkEnds(t, store)

			offline := importOffline(t, dir, load.OfflineOptions{Options: options(&got)})
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("rejects (-import +offline):\n%s", diff)
			}
			if diff := cmp.Diff(wantFiles, export(t, offline)); diff != "" {
				t.Errorf("export (-import +offline):\n%s", diff)
			}
			if diff := cmp.Diff(wantNodes, nodes(t, offline)); diff != "" {
				t.Errorf("nodes (-import +offline):\n%s", diff)
			}
		})
	}
}

// A folder named from where the user stands serves as well: neo4j-admin, which runs elsewhere, once
// was told the name as it was given and found no file.
func TestOfflineInARelativeFolder(t *testing.T) {
	t.Chdir(t.TempDir())
	store := importOffline(t, folder(t, little()), load.OfflineOptions{Dir: "."})
	rows, err := store.Read(t.Context(), graph.Statement{Text: statements.Text("load/empty")})
	if err != nil {
		t.Fatal(err)
	}
	if rows[0]["empty"] != false {
		t.Error("the database is empty after the import")
	}
}

// awkward is a data set with rows that are refused and texts that a file could trip over.
func awkward() map[string]string {
	files := dangling()
	files["platforms.csv"] += "\"p\"\"1\",\"a, \"\"b\"\"\n;\\\"\n"
	files["segments.csv"] += "\"s \"\"1\",\"\t李佳琦 🎬\r\n\",AGE\n"
	files["creators.csv"] += "\"c\\\",\" \",,\"x\\n\",\"p\"\"1\",,,,,,,,\n" +
		// What a key, a region and a count cannot be, sums that are too great, and an end that is none.
		" c3,spaced,,,,,,,,,,,\n6.82346E+18,rounded,,,,,,,,,,,\nc4," + strings.Repeat("n", 501) + ",,,,,,,,,,,\n" +
		"c5,n,,,,," + strings.Repeat("r", 8001) + ",,,,,,\nc6,n,,,,,,,,9007199254740992,,,\n" +
		"c7," + strings.Repeat("名", 500) + ",,," + ",," + strings.Repeat("r", 8000) + ",,,9007199254740991,,,\n" +
		"c8,n,,,,,,,,9007199254740991,,,\n"
	files["audiences.csv"] += "c\\,\"s \"\"1\",1e-9\n"
	files["categories.csv"] += "o1,O,o2\no2,O,o3\no3,O,o1\no4,O,o1\n"
	files["contracts.csv"] += "c7,a1,2026-01-01,9999-12-31,\nc8,a1,2026-01-01,9999-12-31,\n"
	files["participations.csv"] += "ca1,c7,,9007199254740991,9007199254740991,\nca1,c8,,9007199254740991,1,\n"
	files["contents.csv"] += "co9,c7,,LIVE,,2026-11-02T20:00:00Z,,,c7|c8\n"
	files["content_metrics.csv"] += "co9,2026-11-03T00:00:00Z,5,\nco9,2026-11-03T08:00:00+08:00,6,\n"
	files["rate_cards.csv"] = "creator,format,price,since,until,min_seconds,max_seconds\ncr1,LIVE,5,,,,\ncr9,LIVE,5,,,,\n" +
		// In force on the day of the import, and no more or not yet; with lengths and without.
		"cr1,LIVE,7,2026-11-20,2026-11-24,,\ncr1,LIVE,9,2026-12-01,,,\ncr1,IMAGE_TEXT,3,,2026-11-22,,\n" +
		"cr1,SHORT_VIDEO,40,,,21,60\ncr1,SHORT_VIDEO,20,,,,20\nc7,MID_VIDEO,8,1960-01-01,,,\n"
	files["availability.csv"] = "creator,from,to,state,campaign\ncr1,2026-12-01,2026-12-03,HELD,\n" +
		"cr1,2026-12-02,2026-12-02,BOOKED,ca1\ncr1,2026-12-09,2026-12-09,BOOKED,ca9\nc7,1960-01-01,1960-01-01,HELD,\n"
	// What is only checked.
	files["lists.csv"] = "key,name\nl1,n\n"
	files["list_items.csv"] = "list,creator,status\nl1,cr1,SENT\nl1,cr1,REJECTED\n"
	return files
}

// importOffline imports into a database of its own and starts it.
func importOffline(t *testing.T, dir string, opts load.OfflineOptions) *graph.Store {
	t.Helper()

	set, err := dataset.Open(dir, dataset.Options{})
	if err != nil {
		t.Fatal(err)
	}
	config := neo4jd.Config{DataDir: filepath.Join(t.TempDir(), "data"), HeapMB: 512, PageCacheMB: 64}
	admin := func(ctx context.Context, onLine func(string), args ...string) error {
		return neo4jd.Admin(ctx, config, onLine, slices.Insert(args, 4, "--max-off-heap-memory=512m")...)
	}
	if opts.Dir == "" {
		opts.Dir = t.TempDir()
	}
	report, err := load.Offline(t.Context(), set, admin, opts)
	if err != nil {
		t.Fatal(err)
	}
	if report.Total().Created == 0 {
		t.Fatalf("nothing was created: %+v", report)
	}
	server, err := neo4jd.Start(t.Context(), config)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := server.Stop(context.WithoutCancel(t.Context())); err != nil {
			t.Error(err)
		}
	})
	store, err := graph.Open(graph.Config{URI: server.URI(), User: server.User(),
		Password: server.Password()})
	if err != nil {
		t.Fatal(err)
	}
	return store
}

// nodes gives everything kept about each node as text.
func nodes(t *testing.T, store *graph.Store) []string {
	t.Helper()

	records, err := store.Read(t.Context(), graphtest.Nodes())
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, r := range records {
		properties, _ := r["properties"].(map[string]any)
		line := fmt.Sprintf("%s %q", r["label"], r["key"])
		delete(properties, "revision") // how often a campaign was counted, which may differ
		delete(properties, "fresh")    // when it was changed; where all is new there is nothing to place it among
		for _, name := range slices.Sorted(maps.Keys(properties)) {
			line += fmt.Sprintf("\n  %s: %v", name, properties[name])
		}
		lines = append(lines, line)
	}
	return lines
}
