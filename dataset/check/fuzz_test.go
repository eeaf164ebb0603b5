package check_test

import (
	"os"
	"path/filepath"
	"testing"
	"unicode/utf8"

	"github.com/creatorgraph/creatorgraph/dataset"
	"github.com/creatorgraph/creatorgraph/dataset/check"
)

// Whatever stands in the files, a check ends; it counts as many rows as are read, refuses at least those
// that the reading refuses, and what it found is text.
func FuzzCheck(f *testing.F) {
	f.Add("creators.csv", "key,name,followers,price_live\nc,n,5,1\n c,n,6.8E+18,x\n")
	f.Add("categories.csv", "key,name,parent\na,A,b\nb,B,a\nc,C,c\nd,D,\n")
	f.Add("categories.ndjson", `{"key":"a","name":"\ud83d","parent":"a","x":1}`)
	f.Add("audiences.csv", "creator,segment,share\nc,s,0.5\nc,s,0.6\n")
	f.Add("content_metrics.csv", "content,at,views\nv,2026-01-01T00:00:00Z,5\nv,2026-01-01T08:00:00+08:00,4\n")
	f.Add("programme_members.csv", "programme,member,kind\np,m,AGENCY\np,m,CREATOR\n")

	f.Fuzz(func(t *testing.T, name, text string) {
		dir := t.TempDir()
		if !filepath.IsLocal(name) || filepath.Base(name) != name ||
			os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600) != nil {
			t.Skip("not the name of a file")
		}
		set, unfit, err := dataset.Survey(dir, dataset.Options{})
		if err != nil {
			return
		}
		found := 0
		report, err := check.Run(t.Context(), set, unfit, check.Options{Today: today(),
			Found: func(r dataset.Reject, _ bool) error {
				found++
				if r.Kind == "" || r.Reason == "" || !utf8.ValidString(r.Value) {
					t.Errorf("finding without kind or reason: %+v", r)
				}
				return nil
			}})
		if err != nil {
			return
		}
		if n := check.Count(report.Faults) + check.Count(report.Warnings); n != found {
			t.Errorf("%d findings were told and %d are in the report", found, n)
		}
		for _, file := range set.Files {
			refused, rows := batch(t, file)
			if got := report.Files[0]; got.Rows != rows || got.Refused < refused || got.Refused > rows {
				t.Errorf("report %+v, read %d rows of which %d were refused", got, rows, refused)
			}
		}
	})
}

func batch(t *testing.T, f dataset.File) (refused, rows int) {
	t.Helper()

	r, err := f.Open()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	for {
		_, rejects, err := r.Read()
		if err != nil {
			return refused, rows + r.Repeated()
		}
		rows++
		if len(rejects) > 0 {
			refused++
		}
	}
}
