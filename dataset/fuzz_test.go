package dataset_test

import (
	"os"
	"path/filepath"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/creatorgraph/creatorgraph/dataset"
)

// Whatever stands in a file, reading it ends, its lines are told in order, and the rows that are
// read are the same after having been written and read again.
func FuzzReader(f *testing.F) {
	f.Add("campaigns.csv", "key,brand,name,categories,budget,starts,ends\nc,b,\"n, \"\"m\"\"\",x|y,1,2026-01-01,\n")
	f.Add("campaigns.ndjson", `{"key":"c","brand":"b","name":"n","formats":["LIVE"],"budget":5}`)
	f.Add("audiences.csv", "share,segment,creator\r\n0.5,s,c\r\n1.2,s,d\r\n")
	f.Add("content_metrics.csv", "\uFEFFcontent,at,views\nx,2026-01-01T00:00:00.25Z,3\n")
	f.Add("follower_history.csv", "creator,date,followers\nc,2026-01-01,\"3\n4\"\nd,\"2026-01-01,5\n")
	f.Add("platforms.csv", "key,name\n\"a\"b,c\n\n\xff,\r\n")

	f.Fuzz(func(t *testing.T, name, text string) {
		dir := t.TempDir()
		if !filepath.IsLocal(name) || filepath.Base(name) != name ||
			os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600) != nil {
			t.Skip("not the name of a file")
		}
		set, err := dataset.Open(dir, dataset.Options{})
		if err != nil {
			return
		}
		rows, rejects, err := readFileOf(set.Files[0])
		last := 0
		for _, r := range rejects {
			if r.Line < last || r.Reason == "" || !utf8.ValidString(r.Value) {
				t.Errorf("reject out of order or without reason: %+v", r)
			}
			last = r.Line
		}
		if err != nil || len(rows) == 0 {
			return
		}
		again := writeAndRead(t, set.Files[0].Table.Name, rows)
		if diff := cmp.Diff(valuesOf(rows), valuesOf(again)); diff != "" {
			t.Errorf("rows (-first +again):\n%s", diff)
		}
	})
}

func writeAndRead(t *testing.T, table string, rows []dataset.Row) []dataset.Row {
	t.Helper()

	dir := t.TempDir()
	w, err := dataset.Create(dir, dataset.WriterOptions{})
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		if err := w.Write(table, row.Values...); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	set, err := dataset.Open(dir, dataset.Options{})
	if err != nil {
		t.Fatal(err)
	}
	again, rejects, err := readFileOf(set.Files[0])
	if err != nil || len(rejects) > 0 {
		t.Fatalf("what was written is refused: %v, %v", rejects, err)
	}
	return again
}

func valuesOf(rows []dataset.Row) [][]any {
	values := make([][]any, len(rows))
	for i, row := range rows {
		values[i] = row.Values
	}
	return values
}
