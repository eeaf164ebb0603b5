package table

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
)

// asked is a question over a schema of brands.
func asked(t testing.TB, document string) Question {
	t.Helper()

	schema := gqlparser.MustLoadSchema(&ast.Source{Input: `
		scalar Long scalar Money scalar Date scalar DateTime scalar JSON
		enum Kind { A B }
		interface Entity { key: String! kind: Kind! }
		type Sum { sum: Money share: Float }
		type Creator implements Entity { key: String! kind: Kind! name: String! tags: [String!]! agency: Agency followers: Long }
		type Agency implements Entity { key: String! kind: Kind! name: String! founded: Date sizes: [Int] seen: DateTime more: JSON }
		type Campaign { name: String fee: Sum creators: [Creator!]! open: Boolean late: String starts: Date }
		type Campaigns { nodes: [Campaign] totalCount: Int }
		type Brand { name: String campaigns: Campaigns }
		type Result { columns: [String!]! rows: [[JSON]!]! truncated: Boolean! warnings: [String!]! }
		type Query { brand: Brand creator: Creator creators: [Creator] agencies: [Agency] entities: [Entity] cypher: Result }`})
	doc, errs := gqlparser.LoadQueryWithRules(schema, document, nil)
	if errs != nil {
		t.Fatal(errs)
	}
	return Question{Operation: doc.Operations[0]}
}

const question = `{ brand { name campaigns { totalCount
	nodes { name fee { sum share } creators { name tags } open late starts } } } }`

const answer = `{"brand":{"name":"完美日记","campaigns":{"totalCount":2,"nodes":[
	{"name":"双11预热","fee":{"sum":300,"share":0.5},"creators":[{"name":"李佳琦","tags":["a","b"]},{"name":"b, c","tags":[]}],"open":true,"late":null,"starts":"2026-11-01"},
	{"name":"618","fee":null,"creators":[],"open":null,"late":"<ä>","starts":null}]}}}`

func flattened(t *testing.T, document, data, rows string) Table {
	t.Helper()

	got, err := Flatten([]byte(data), asked(t, document), rows)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// Objects become dotted columns, lists within a row lists in a cell, in the order of the question.
func TestFlattenNestedAnswers(t *testing.T) {
	t.Parallel()

	want := Table{Columns: []Column{{"name", String}, {"fee.sum", Int}, {"fee.share", Float}, {"creators.name", "[String]"},
		{"creators.tags", String}, {"open", Boolean}, {"late", String}, {"starts", Date}},
		Rows: [][]any{
			{"双11预热", int64(300), 0.5, []any{"李佳琦", "b, c"}, []any{[]any{"a", "b"}, []any{}}, true, nil, "2026-11-01"},
			{"618", nil, nil, []any{}, []any{}, nil, "<ä>", nil},
		}}
	if diff := cmp.Diff(want, flattened(t, question, answer, "")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// An answer without a list is one row; one that is a table already stays it; of several lists one is chosen; what is
// null beside an object, or for lack of rows altogether, changes no column.
func TestFlattenOtherAnswers(t *testing.T) {
	t.Parallel()

	two := "{ a: creators { key } b: brand { campaigns { nodes { name } } } }"
	for _, c := range []struct{ name, question, data, rows, want string }{
		{"one object", "{ creator { name agency { name } } }", `{"creator":{"name":"a","agency":null}}`, "", "creator.name,creator.agency.name\na,\n"},
		{"nothing", "{ creator { name } }", `{"creator":null}`, "", "creator.name\n\"\"\n"},
		{"a table", "{ cypher { columns rows truncated } }", `{"cypher":{"columns":["x"],"rows":[[1],[2]],"truncated":true}}`, "", "x\n1\n2\n"},
		{"the second list", two, `{"a":[{"key":1}],"b":{"campaigns":{"nodes":[{"name":2}]}}}`, "b.campaigns.nodes", "name\n2\n"},
		{"a list of nothing", "{ creators { key agency { name } } }", `{"creators":[]}`, "", "key,agency.name\n"},
		{"nowhere to look", question, `{"brand":null}`, "", "name,fee.sum,fee.share,creators.name,creators.tags,open,late,starts\n"},
		{"texts are a cell", "{ creator { tags } }", `{"creator":{"tags":["x","y"]}}`, "", "creator.tags\n\"[\"\"x\"\",\"\"y\"\"]\"\n"},
		{"an object that is null", "{ creators { agency { name } key } }",
			`{"creators":[{"agency":null,"key":1},{"agency":{"name":"x"},"key":3}]}`, "", "agency.name,key\n,1\nx,3\n"},
		{"nulls between rows", "{ creators { key } }", `{"creators":[{"key":1},null]}`, "", "key\n1\n\"\"\n"},
		{"fragments", "{ entities { key ... on Creator { followers agency { name } } ... on Agency { founded } ...More } } fragment More on Entity { key kind }",
			`{"entities":[{"key":"a","founded":"2020-01-01","kind":"A"},{"key":"c","followers":3,"agency":null,"kind":"B"}]}`, "",
			"key,followers,agency.name,founded,kind\na,,,2020-01-01,A\nc,3,,,B\n"},
		{"what is skipped", "query A($no: Boolean! = false) { creators { key name @include(if: $no) kind @skip(if: true) } }",
			`{"creators":[{"key":"a"}]}`, "", "key\na\n"},
	} {
		q := asked(t, c.question)
		q.Variables = map[string]any{"no": false}
		got, err := Flatten([]byte(c.data), q, c.rows)
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		if err := got.CSV(&b); err != nil {
			t.Fatal(err)
		}
		if b.String() != c.want {
			t.Errorf("%s: got %q, want %q", c.name, b.String(), c.want)
		}
	}
	for rows, want := range map[string]string{
		"":  "say which one the rows are with --rows (@rows in a saved query): a, b.campaigns.nodes",
		"d": `no list "d"; it has a, b.campaigns.nodes`,
	} {
		_, err := Flatten([]byte(`{}`), asked(t, two), rows)
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("rows %q: got %v, want %s", rows, err, want)
		}
	}
}

// Chinese signs take two places, numbers stand to the right, long texts are cut.
func TestTextIsLaidOut(t *testing.T) {
	t.Parallel()

	table := flattened(t, question, answer, "")
	table.Columns, table.Rows = table.Columns[:4], [][]any{table.Rows[0][:4], table.Rows[1][:4], {strings.Repeat("长", 40), nil, nil, "x\ny"}}
	var b bytes.Buffer
	if err := table.Text(&b); err != nil {
		t.Fatal(err)
	}
	want := `name                                                         fee.sum  fee.share  creators.name
-----------------------------------------------------------  -------  ---------  -------------
双11预热                                                         300        0.5  李佳琦, b, c
618
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

	table := flattened(t, question, answer, "")
	var b bytes.Buffer
	if err := table.JSON(&b); err != nil {
		t.Fatal(err)
	}
	want := `[
{"name":"双11预热","fee.sum":300,"fee.share":0.5,"creators.name":["李佳琦","b, c"],"creators.tags":[["a","b"],[]],"open":true,"late":null,"starts":"2026-11-01"}
`
	if !strings.HasPrefix(b.String(), strings.TrimSuffix(want, "\n")) || !strings.HasSuffix(b.String(), "\"<ä>\",\"starts\":null}\n]\n") {
		t.Errorf("got %s", b.String())
	}
	b.Reset()
	if err := table.CSV(&b); err != nil {
		t.Fatal(err)
	}
	want = "name,fee.sum,fee.share,creators.name,creators.tags,open,late,starts\n" +
		"双11预热,300,0.5,\"[\"\"李佳琦\"\",\"\"b, c\"\"]\",\"[[\"\"a\"\",\"\"b\"\"],[]]\",true,,2026-11-01\n618,,,[],[],,<ä>,\n"
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// Any JSON object flattens to rows as long as the columns, or is refused.
func FuzzFlatten(f *testing.F) {
	for _, seed := range []string{answer, `{"brand":[]}`, `{"a":{"columns":["x"],"rows":[[1]]}}`, `[1]`,
		`{"brand":{"campaigns":{"nodes":[{"fee":[[{}]],"creators":{"name":[]}}]}}}`} {
		f.Add(seed)
	}
	q := asked(f, question)
	f.Fuzz(func(t *testing.T, data string) {
		got, err := Flatten([]byte(data), q, "")
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
