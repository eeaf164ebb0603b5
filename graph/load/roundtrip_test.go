package load_test

import (
	"fmt"
	"path/filepath"
	"slices"
	"sort"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/creatorgraph/creatorgraph/dataset"
	"github.com/creatorgraph/creatorgraph/dataset/limit"
	"github.com/creatorgraph/creatorgraph/graph/graphtest"
	"github.com/creatorgraph/creatorgraph/graph/load"
)

// Whatever a data set holds, the export of its import says the same, and the export of that export's
// import is the same to the byte.
func TestRoundTrip(t *testing.T) {
	rapid.Check(t, func(check *rapid.T) {
		dir := filepath.Join(t.TempDir(), "drawn")
		drawn := drawDataSet(check, dir)

		store := graphtest.Own(t, true)
		importAll(t, store, dir)
		out := filepath.Join(t.TempDir(), "first")
		if _, err := load.Export(t.Context(), store, out, load.ExportOptions{Gzip: true}); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(drawn, rowsOf(t, out)); diff != "" {
			check.Fatalf("rows (-drawn +exported):\n%s", diff)
		}
		first := export(t, store)

		store = graphtest.Own(t, true)
		importAll(t, store, out)
		if diff := cmp.Diff(first, export(t, store)); diff != "" {
			check.Fatalf("export (-first +second):\n%s", diff)
		}
	})
}

// drawDataSet writes a data set of a few rows in each table and gives its rows as text, in order.
func drawDataSet(t *rapid.T, dir string) map[string][]string {
	w, err := dataset.Create(dir, dataset.WriterOptions{Gzip: rapid.Bool().Draw(t, "gzip")})
	if err != nil {
		t.Fatal(err)
	}
	d := drawing{t: t, keys: map[string][]string{}}
	drawn := map[string][]string{}
	for _, table := range dataset.Tables() {
		for _, row := range d.rows(table) {
			if err := w.Write(table.Name, row...); err != nil {
				t.Fatal(err)
			}
			drawn[table.Name] = append(drawn[table.Name], fmt.Sprintf("%q", row))
		}
		sort.Strings(drawn[table.Name])
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return drawn
}

type drawing struct {
	t    *rapid.T
	keys map[string][]string // by table
}

// rows draws rows of a table, no two with the same identity.
func (d drawing) rows(table dataset.Table) [][]any {
	if table.Columns[0].Kind == dataset.Key {
		d.keys[table.Name] = rapid.SliceOfNDistinct(keyText().Filter(isKey), 1, 5, rapid.ID).Draw(d.t, table.Name)
	}
	var rows [][]any
	seen := map[string]bool{}
	n := rapid.IntRange(1, 8).Draw(d.t, table.Name+" rows")
	if table.Columns[0].Kind == dataset.Key {
		n = len(d.keys[table.Name])
	}
	for i := range n {
		row := make([]any, len(table.Columns))
		identity := ""
		for j, c := range table.Columns {
			row[j] = d.value(table, c, i)
			for _, name := range table.Identity {
				if c.Name == name {
					identity += fmt.Sprintf("%q ", row[j])
				}
			}
		}
		d.settle(table, row)
		if !seen[identity] {
			seen[identity] = true
			rows = append(rows, row)
		}
	}
	return rows
}

// settle makes a row's cells fit each other.
func (d drawing) settle(table dataset.Table, row []any) {
	for i, c := range table.Columns {
		for j, other := range table.Columns {
			at, known := row[i].(time.Time)
			bound, both := row[j].(time.Time)
			if c.NotBefore == other.Name && known && both && at.Before(bound) {
				row[i] = bound
			}
			n, counted := row[i].(int64)
			if least, both := row[j].(int64); c.NotBefore == other.Name && counted && both && n < least {
				row[i] = least
			}
		}
		if list, _ := row[i].([]string); c.NeverHolds != "" && list != nil {
			list = slices.DeleteFunc(list, func(key string) bool { return key == row[1] })
			if row[i] = list; len(list) == 0 {
				row[i] = nil
			}
		}
		if c.Kind == dataset.MemberOf {
			of := "creators"
			if row[i+1] == "AGENCY" {
				of = "agencies"
			}
			row[i] = rapid.SampledFrom(d.keys[of]).Draw(d.t, "member")
		}
	}
}

func (d drawing) value(table dataset.Table, c dataset.Column, i int) any {
	if !c.Required && rapid.IntRange(0, 3).Draw(d.t, "unknown") == 0 {
		return nil
	}
	switch c.Kind {
	case dataset.Key:
		return d.keys[table.Name][i]
	case dataset.Ref:
		keys := d.keys[c.Of]
		if c.Of == table.Name { // what comes before, since nothing is its own ancestor
			keys = keys[:i]
		}
		if len(keys) == 0 {
			return nil
		}
		return rapid.SampledFrom(keys).Draw(d.t, c.Name)
	case dataset.Refs:
		return rapid.SliceOfNDistinct(rapid.SampledFrom(d.keys[c.Of]), 1, len(d.keys[c.Of]), rapid.ID).
			Draw(d.t, c.Name)
	case dataset.Words:
		return rapid.SliceOfN(keyText().Filter(isText), 1, 4).Draw(d.t, c.Name)
	case dataset.Choice:
		return rapid.SampledFrom(c.Choices).Draw(d.t, c.Name)
	case dataset.Choices:
		return rapid.SliceOfNDistinct(rapid.SampledFrom(c.Choices), 1, len(c.Choices), rapid.ID).
			Draw(d.t, c.Name)
	case dataset.Count, dataset.Money:
		return rapid.Int64Range(0, limit.MaxNumber).Draw(d.t, c.Name)
	case dataset.Share:
		return rapid.Float64Range(0, 1).Draw(d.t, c.Name)
	case dataset.Flag:
		return rapid.Bool().Draw(d.t, c.Name)
	case dataset.Date:
		return time.Unix(0, 0).UTC().AddDate(0, 0, rapid.IntRange(-20_000, 40_000).Draw(d.t, c.Name))
	case dataset.Instant:
		return time.Unix(rapid.Int64Range(0, 4e9).Draw(d.t, c.Name), 0).UTC()
	case dataset.MemberOf:
		return "" // settled with the row's kind
	}
	return text().Filter(isText).Draw(d.t, c.Name)
}

// letters are what texts are made of: everything that a file or a query could trip over.
func letters() *rapid.Generator[rune] {
	return rapid.SampledFrom([]rune("aZ9 ,;\"'`\\\n\r\t\x00$}{()%李达人コラ한국éß🎬👩‍👧\uFEFF\u202E\u2028"))
}

func text() *rapid.Generator[string] {
	return rapid.StringOfN(rapid.OneOf(letters(), rapid.Just('|')), 1, 12, -1)
}

func isKey(s string) bool { return !limit.Key(s).Found() }

func isText(s string) bool { return !limit.Text(s).Found() }

// keyText has no separator of lists.
func keyText() *rapid.Generator[string] { return rapid.StringOfN(letters(), 1, 8, limit.KeyBytes) }

// rowsOf reads a data set's rows as text, in order.
func rowsOf(t *testing.T, dir string) map[string][]string {
	t.Helper()

	set, err := dataset.Open(dir, dataset.Options{})
	if err != nil {
		t.Fatal(err)
	}
	rows := map[string][]string{}
	for _, f := range set.Files {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		for {
			row, reject, err := r.Read()
			if len(reject) > 0 {
				t.Fatalf("refused: %+v", reject)
			}
			if err != nil {
				break
			}
			rows[f.Table.Name] = append(rows[f.Table.Name], fmt.Sprintf("%q", row.Values))
		}
		if err := r.Close(); err != nil {
			t.Fatal(err)
		}
		sort.Strings(rows[f.Table.Name])
	}
	return rows
}
