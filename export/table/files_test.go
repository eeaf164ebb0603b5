package table

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/parquet-go/parquet-go"
	"github.com/xuri/excelize/v2"
)

// Every type there is, once in a file with values and once in one without.
const (
	typedQuestion = `{ agencies { seen name founded sizes more key kind } }`
	typedAnswer   = `{"agencies":[
		{"seen":"2026-11-11T08:00:00.5Z","name":"青禾","founded":"2020-02-29","sizes":[3,null,5],"more":{"a":[1]},"key":"k1","kind":"A"},
		{"seen":null,"name":"b","founded":null,"sizes":null,"more":null,"key":"k2","kind":"B"},
		{"seen":"1969-12-31T23:59:59Z","name":"c","founded":"1969-12-31","sizes":[],"more":7,"key":"k3","kind":"B"}]}`
	nullAnswer = `{"agencies":[{"seen":null,"name":null,"founded":null,"sizes":null,"more":null,"key":null,"kind":null}]}`
)

func parquetFile(t *testing.T, table Table) []byte {
	t.Helper()

	var b bytes.Buffer
	if err := table.Parquet(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// Columns stood by name, dates and lists were strings, and a column of nulls was a string: each file of a question has
// the question's order and the same types, with values, with nulls and with no row at all.
func TestParquetFilesOfAQuestionAreOfOneSchema(t *testing.T) {
	t.Parallel()

	want := `message table {
	optional int64 seen (TIMESTAMP(isAdjustedToUTC=true,unit=MICROS));
	optional binary name (STRING);
	optional int32 founded (DATE);
	optional group sizes (LIST) {
		repeated group list {
			optional int64 element (INT(64,true));
		}
	}
	optional binary more (STRING);
	optional binary key (STRING);
	optional binary kind (STRING);
}`
	for _, data := range []string{typedAnswer, nullAnswer, `{"agencies":[]}`} {
		raw := parquetFile(t, flattened(t, typedQuestion, data, ""))
		file, err := parquet.OpenFile(bytes.NewReader(raw), int64(len(raw)))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, file.Schema().String()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", data, diff)
		}
	}
}

// DuckDB, which is not ours, reads the types and values that were written.
func TestDuckDBReadsTheParquetFile(t *testing.T) {
	t.Parallel()

	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("there is no python3 to run duckdb with")
	}
	if out, err := exec.Command(python, "-c", "import duckdb").CombinedOutput(); err != nil {
		t.Skipf("python3 has no duckdb; pip install duckdb: %s", out)
	}
	file := filepath.Join(t.TempDir(), "typed.parquet")
	if err := os.WriteFile(file, parquetFile(t, flattened(t, typedQuestion, typedAnswer, "")), 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(python, "-c", `import duckdb, json, sys
r = duckdb.sql("SELECT * FROM '" + sys.argv[1] + "'")
print(json.dumps([[r.columns, [str(t) for t in r.types]], [[str(v) for v in row] for row in r.fetchall()]]))`, file).Output()
	if err != nil {
		t.Fatal(err)
	}
	var got any
	if err := json.Unmarshal(out, &got); err != nil {
		t.Fatal(err)
	}
	want := []any{[]any{[]any{"seen", "name", "founded", "sizes", "more", "key", "kind"},
		[]any{"TIMESTAMP WITH TIME ZONE", "VARCHAR", "DATE", "BIGINT[]", "VARCHAR", "VARCHAR", "VARCHAR"}},
		[]any{[]any{"2026-11-11 08:00:00.500000+00:00", "青禾", "2020-02-29", "[3, None, 5]", `{"a":[1]}`, "k1", "A"},
			[]any{"None", "b", "None", "None", "None", "k2", "B"},
			[]any{"1969-12-31 23:59:59+00:00", "c", "1969-12-31", "[]", "7", "k3", "B"}}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("read by DuckDB (-want +got):\n%s", diff)
	}
}

// Where no question tells the types, the values do: of a table of Cypher.
func TestTypesOfValues(t *testing.T) {
	t.Parallel()

	for _, c := range []struct {
		values []any
		want   Type
	}{
		{nil, String}, {[]any{nil}, String}, {[]any{int64(1), nil}, Int}, {[]any{int64(1), 1.5}, Float}, {[]any{1.5, "x"}, String},
		{[]any{true}, Boolean}, {[]any{[]any{}}, "[String]"}, {[]any{[]any{int64(1)}, []any{0.5}}, "[Float]"},
		{[]any{[]any{[]any{}}}, String}, {[]any{[]any{"a"}, "a"}, String}, {[]any{Object{}}, String},
	} {
		table := Table{Columns: []Column{{Name: "x"}}}
		for _, v := range c.values {
			table.Rows = append(table.Rows, []any{v})
		}
		if got := table.typed(0); got != c.want {
			t.Errorf("%v: got %s, want %s", c.values, got, c.want)
		}
		parquetFile(t, table)
	}
}

// A file that cannot be right is refused: two columns of a name, a value that is not of the declared type.
func TestParquetRefuses(t *testing.T) {
	t.Parallel()

	for want, table := range map[string]Table{
		`two columns are named "x"`:                  {Columns: []Column{{"x", ""}, {"x", ""}}},
		`column "x" holds "many", which is no Int`:   {Columns: []Column{{"x", Int}}, Rows: [][]any{{"many"}}},
		`column "x" holds "1", which is no [Date]`:   {Columns: []Column{{"x", "[Date]"}}, Rows: [][]any{{int64(1)}}},
		`column "x" holds "2026", which is no Date`:  {Columns: []Column{{"x", Date}}, Rows: [][]any{{"2026"}}},
		`column "x" holds "1.5", which is no [Int]`:  {Columns: []Column{{"x", "[Int]"}}, Rows: [][]any{{[]any{1.5}}}},
		`column "x" holds "true", which is no Float`: {Columns: []Column{{"x", Float}}, Rows: [][]any{{true}}},
	} {
		if err := table.Parquet(&bytes.Buffer{}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want %s", err, want)
		}
	}
}

// Chinese was garbled in Excel: a workbook says what it is in, and keeps numbers, days and keys of digits.
func TestXLSXReadsBack(t *testing.T) {
	t.Parallel()

	table := flattened(t, typedQuestion, typedAnswer, "")
	table.Rows[0][5], table.Rows[0][1] = "6823460000000000001", "=1+1"
	table.Columns = append(table.Columns, Column{"n", Int})
	for i, n := range []int64{100000, 9007199254740991, -5} {
		table.Rows[i] = append(table.Rows[i], n)
	}
	var b bytes.Buffer
	if err := table.XLSX(&b); err != nil {
		t.Fatal(err)
	}
	file, err := excelize.OpenReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	got, err := file.GetRows("Sheet1")
	if err != nil {
		t.Fatal(err)
	}
	want := [][]string{{"seen", "name", "founded", "sizes", "more", "key", "kind", "n"},
		{"2026-11-11 08:00:00", "=1+1", "2020-02-29", "3, , 5", `{"a":[1]}`, "6823460000000000001", "A", "100000"},
		{"", "b", "", "", "", "k2", "B", "9007199254740991"},
		{"1969-12-31 23:59:59", "c", "1969-12-31", "", "7", "k3", "B", "-5"}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	for place, want := range map[string]excelize.CellType{"B2": excelize.CellTypeInlineString, "F2": excelize.CellTypeInlineString,
		"H2": excelize.CellTypeNumber, "H3": excelize.CellTypeInlineString} {
		if kind, err := file.GetCellType("Sheet1", place); err != nil || kind != want && (want != excelize.CellTypeNumber || kind != excelize.CellTypeUnset) {
			t.Errorf("%s is of type %v (%v), want %v", place, kind, err, want)
		}
	}
	long := Table{Columns: []Column{{"bio", ""}}, Rows: [][]any{{strings.Repeat("长", 32768)}}}
	if err := long.XLSX(&b); err == nil || !strings.Contains(err.Error(), `row 1, column "bio": a cell of Excel holds 32767 characters`) {
		t.Errorf("a long text: %v", err)
	}
}

// With --bom Excel takes a CSV for UTF-8.
func TestCSVWithBOM(t *testing.T) {
	t.Parallel()

	var b bytes.Buffer
	if err := flattened(t, question, answer, "").CSVWithBOM(&b); err != nil || !strings.HasPrefix(b.String(), "\xef\xbb\xbfname,fee.sum") {
		t.Errorf("got %q, %v", b.String(), err)
	}
}
