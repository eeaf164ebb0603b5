package load_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/creatorgraph/creatorgraph/graph/graphtest"
)

// sharedData names a folder of data sets that are not the project's to publish; each of its
// sub-folders is one.
const sharedData = "CREATORGRAPH_DATA"

// Real data sets are imported without a row refused, and come out again with as many rows.
func TestSharedDataSets(t *testing.T) {
	root := os.Getenv(sharedData)
	if root == "" {
		t.Skip(sharedData + " names no folder of data sets")
	}
	entries, err := os.ReadDir(root)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if !e.IsDir() {
			continue
		}
		t.Run(e.Name(), func(t *testing.T) {
			store := graphtest.Own(t, true)
			opts := options(nil)
			opts.BatchRows = 0
			report := importWith(t, store, filepath.Join(root, e.Name()), opts)
			if total := report.Total(); total.Refused > 0 || total.Created != total.Rows() {
				t.Errorf("not all rows were created: %+v", total)
			}
			out := folder(t, export(t, store))
			want, got := rowsOf(t, filepath.Join(root, e.Name())), rowsOf(t, out)
			for table := range want {
				if diff := cmp.Diff(len(want[table]), len(got[table])); diff != "" {
					t.Errorf("%s: rows (-folder +export):\n%s", table, diff)
				}
			}
		})
	}
}
