package table

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/parquet-go/parquet-go"
)

const answer = `{"brand":{"name":"完美日记","campaigns":{"totalCount":2,"nodes":[
	{"name":"双11预热","fee":{"sum":300,"share":0.5},"creators":[{"name":"李佳琦","tags":["a","b"]},{"name":"b, c"}],"open":true},
	{"name":"618","fee":{"sum":-1,"share":2},"creators":[],"open":null,"late":"<ä>"}]}}}`

func flattened(t *testing.T, data, rows string) Table {
	t.Helper()

	got, err := Flatten([]byte(data), rows)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// Objects become dotted columns, lists within a row lists in a cell, in the order of the answer.
func TestFlattenNestedAnswers(t *testing.T) {
	t.Parallel()

	want := Table{Columns: []string{"name", "fee.sum", "fee.share", "creators.name", "creators.tags", "open", "late"},
		Rows: [][]any{
			{"双11预热", int64(300), 0.5, []any{"李佳琦", "b, c"}, []any{[]any{"a", "b"}, nil}, true, nil},
			{"618", int64(-1), int64(2), nil, nil, nil, "<ä>"},
		}}
	if diff := cmp.Diff(want, flattened(t, answer, "")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// An answer without a list is one row; one that is a table already stays it; of several lists one is chosen.
func TestFlattenOtherAnswers(t *testing.T) {
	t.Parallel()

	for _, c := range []struct{ name, data, rows, want string }{
		{"one object", `{"creator":{"name":"a","agency":null}}`, "", "creator.name,creator.agency\na,\n"},
		{"nothing", `{"creator":null}`, "", "creator\n\n"},
		{"a table", `{"cypher":{"columns":["x"],"rows":[[1],[2]],"truncated":true}}`, "", "x\n1\n2\n"},
		{"the second list", `{"a":[{"x":1}],"b":{"c":[{"y":2}]}}`, "b.c", "y\n2\n"},
		{"a list of nothing", `{"a":[]}`, "", "\n"},
		{"texts are a cell", `{"a":{"tags":["x","y"]}}`, "", "a.tags\n\"[\"\"x\"\",\"\"y\"\"]\"\n"},
		{"an object that is null", `{"a":[{"b":null,"x":1},{"b":{"c":2},"x":3}]}`, "", "x,b.c\n1,\n3,2\n"},
		{"nulls between rows", `{"nodes":[{"x":1},null]}`, "", "x\n1\n\n"},
	} {
		var b bytes.Buffer
		if err := flattened(t, c.data, c.rows).CSV(&b); err != nil {
			t.Fatal(err)
		}
		if b.String() != c.want {
			t.Errorf("%s: got %q, want %q", c.name, b.String(), c.want)
		}
	}
	for rows, want := range map[string]string{
		"":  "say which one the rows are with --rows (@rows in a saved query): a, b.c",
		"d": `no list "d"; it has a, b.c`,
	} {
		_, err := Flatten([]byte(`{"a":[{"x":1}],"b":{"c":[{"y":2}]}}`), rows)
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("rows %q: got %v, want %s", rows, err, want)
		}
	}
}

// Chinese signs take two places, numbers stand to the right, long texts are cut.
func TestTextIsLaidOut(t *testing.T) {
	t.Parallel()

	table := flattened(t, answer, "")
	table.Columns, table.Rows = table.Columns[:4], [][]any{table.Rows[0][:4], table.Rows[1][:4], {strings.Repeat("长", 40), nil, nil, "x\ny"}}
	var b bytes.Buffer
	if err := table.Text(&b); err != nil {
		t.Fatal(err)
	}
	want := `name                                                         fee.sum  fee.share  creators.name
-----------------------------------------------------------  -------  ---------  -------------
双11预热                                                         300        0.5  李佳琦, b, c
618                                                               -1          2
长长长长长长长长长长长长长长长长长长长长长长长长长长长长长…                      x y
`
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// People are shown the first digits of a number, and all before the point.
func TestNumbersAreShort(t *testing.T) {
	t.Parallel()

	for f, want := range map[float64]string{0: "0", 0.5: "0.5", 1.791497518837675: "1.7915", -0.11800071889966064: "-0.118001",
		0.00012345678912: "0.000123457", 123456789.5: "123456790", 1e21: "1000000000000000000000", 1234567.25: "1234567"} {
		if got := short(f); got != want {
			t.Errorf("%v: got %s, want %s", f, got, want)
		}
	}
}

// JSON and CSV say what the table says.
func TestJSONAndCSV(t *testing.T) {
	t.Parallel()

	table := flattened(t, answer, "")
	var b bytes.Buffer
	if err := table.JSON(&b); err != nil {
		t.Fatal(err)
	}
	want := `[
{"name":"双11预热","fee.sum":300,"fee.share":0.5,"creators.name":["李佳琦","b, c"],"creators.tags":[["a","b"],null],"open":true,"late":null}
`
	if !strings.HasPrefix(b.String(), strings.TrimSuffix(want, "\n")) || !strings.HasSuffix(b.String(), "\"<ä>\"}\n]\n") {
		t.Errorf("got %s", b.String())
	}
	b.Reset()
	if err := table.CSV(&b); err != nil {
		t.Fatal(err)
	}
	want = "name,fee.sum,fee.share,creators.name,creators.tags,open,late\n" +
		"双11预热,300,0.5,\"[\"\"李佳琦\"\",\"\"b, c\"\"]\",\"[[\"\"a\"\",\"\"b\"\"],null]\",true,\n618,-1,2,,,,<ä>\n"
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// A Parquet file read back holds what the table does, of the types its columns allow.
func TestParquetReadsBack(t *testing.T) {
	t.Parallel()

	var b bytes.Buffer
	if err := flattened(t, answer, "").Parquet(&b); err != nil {
		t.Fatal(err)
	}
	type row struct {
		Name     *string  `parquet:"name"`
		Sum      *int64   `parquet:"fee.sum"`
		Share    *float64 `parquet:"fee.share"`
		Creators *string  `parquet:"creators.name"`
		Open     *bool    `parquet:"open"`
		Late     *string  `parquet:"late"`
	}
	got, err := parquet.Read[row](bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	ptr := func(s string) *string { return &s }
	sums, shares, open := []int64{300, -1}, []float64{0.5, 2}, true
	want := []row{{ptr("双11预热"), &sums[0], &shares[0], ptr(`["李佳琦","b, c"]`), &open, nil},
		{ptr("618"), &sums[1], &shares[1], nil, nil, ptr("<ä>")}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	twice := Table{Columns: []string{"x", "x"}}
	if err := twice.Parquet(&b); err == nil || !strings.Contains(err.Error(), `two columns are named "x"`) {
		t.Errorf("two of a name: got %v", err)
	}
}

// Any JSON object flattens to rows as long as the columns, or is refused.
func FuzzFlatten(f *testing.F) {
	for _, seed := range []string{answer, `{"a":[]}`, `{"a":{"columns":["x"],"rows":[[1]]}}`, `[1]`, `{"a":[{"b":[{"c":[{}]}]}]}`} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, data string) {
		got, err := Flatten([]byte(data), "")
		if err != nil {
			return
		}
		for _, row := range got.Rows {
			if len(row) != len(got.Columns) {
				t.Fatalf("%d cells in %d columns: %s", len(row), len(got.Columns), data)
			}
		}
	})
}
