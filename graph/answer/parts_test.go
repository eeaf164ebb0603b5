package answer_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/creatorgraph/creatorgraph/graph/answer"
	"github.com/creatorgraph/creatorgraph/graph/compile"
)

// What a field is made from besides a column of its own.
func TestParts(t *testing.T) {
	t.Parallel()

	named := &compile.Shape{Type: "Star", Fields: []compile.Field{{Name: "n", Column: 1}}}
	for name, c := range map[string]struct {
		field  compile.Field
		record row
		bound  compile.BoundPlan
		want   string
	}{
		"a constant":                {compile.Field{Take: compile.Constant, Text: `"Star"`}, nil, compile.BoundPlan{}, `"Star"`},
		"an id":                     {compile.Field{Take: compile.GlobalID, Text: "Star"}, row{"k"}, compile.BoundPlan{}, `"` + compile.ID("Star", "k") + `"`},
		"an id of no key":           {compile.Field{Take: compile.GlobalID, Text: "Star"}, row{nil}, compile.BoundPlan{}, `null`},
		"a separate statement":      {compile.Field{Separate: 2}, row{"x"}, compile.BoundPlan{Values: []any{"a", "b"}}, `"b"`},
		"a separate one not there":  {compile.Field{Separate: 3}, row{"x"}, compile.BoundPlan{Values: []any{"a", "b"}}, `null`},
		"the first of a list":       {compile.Field{First: true}, row{row{"a", "b"}}, compile.BoundPlan{}, `"a"`},
		"the first of none":         {compile.Field{First: true}, row{row{}}, compile.BoundPlan{}, `null`},
		"JSON of any form":          {compile.Field{Take: compile.JSON}, row{map[string]any{"a": row{1, nil}}}, compile.BoundPlan{}, `{"a":[1,null]}`},
		"JSON of nothing":           {compile.Field{Take: compile.JSON}, row{nil}, compile.BoundPlan{}, `null`},
		"JSON of what has no form":  {compile.Field{Take: compile.JSON}, row{func() {}}, compile.BoundPlan{}, `null`},
		"JSON as a text":            {compile.Field{Take: compile.JSONText}, row{`{"a":1}`}, compile.BoundPlan{}, `{"a":1}`},
		"JSON as a text, not there": {compile.Field{Take: compile.JSONText}, row{nil}, compile.BoundPlan{}, `null`},
		"a list that was never set": {compile.Field{List: true, NonNull: true}, row{nil}, compile.BoundPlan{}, `[]`},
		"a list that may be null":   {compile.Field{List: true}, row{nil}, compile.BoundPlan{}, `null`},
		"what is no list":           {compile.Field{List: true, NonNull: false}, row{"x"}, compile.BoundPlan{}, `null`},
		"objects": {compile.Field{Take: compile.Object, List: true, Shape: named}, row{row{row{0, "a"}, "no object", row{0, "b"}}}, compile.BoundPlan{},
			`[{"n":"a"},null,{"n":"b"}]`},
		"the same row":      {compile.Field{Take: compile.Same, Shape: named}, row{0, "a"}, compile.BoundPlan{}, `{"n":"a"}`},
		"no way to take it": {compile.Field{Take: -1}, row{"x"}, compile.BoundPlan{}, `null`},
		"by id, in the order asked, each as its type says": {compile.Field{Take: compile.ByID, List: true, Page: &compile.Page{},
			Columns: map[string]int{"Star": 0, "Moon": 1},
			Shape: &compile.Shape{ByType: map[string]*compile.Shape{"Star": named,
				"Moon": {Fields: []compile.Field{{Name: "m", Column: 1}}}}}},
			row{row{row{"s", "Sol"}, row{"t", "Tau"}}, row{row{"s", "Selene"}, "no row"}},
			compile.BoundPlan{IDs: [][]compile.Ref{{{Type: "Moon", Key: "s"}, {Type: "Star", Key: "t"}, {Type: "Star", Key: "x"}, {Type: "Star", Key: "s"}}}},
			`[{"m":"Selene"},{"n":"Tau"},null,{"n":"Sol"}]`},
	} {
		c.field.Name = "f"
		out, _, errs, _ := answer.Write(nil, &compile.Shape{Fields: []compile.Field{c.field}}, c.record, &c.bound, nil, 0)
		if diff := cmp.Diff(`{"f":`+c.want+`}`, string(out)); diff != "" || errs != nil {
			t.Errorf("%s: %v (-want +got):\n%s", name, errs, diff)
		}
	}
}

// An object of several types is written as its label says; of an unknown one there is an error.
func TestTypesByLabel(t *testing.T) {
	t.Parallel()

	shape := &compile.Shape{Label: 0, ByType: map[string]*compile.Shape{"Star": {Fields: []compile.Field{{Name: "n", Column: 1}}}}}
	object := &compile.Shape{Fields: []compile.Field{{Name: "o", Take: compile.Object, Shape: shape}}}
	out, _, errs, _ := answer.Write(nil, object, row{row{"Star", "Sol"}}, &compile.BoundPlan{}, nil, 0)
	if string(out) != `{"o":{"n":"Sol"}}` || errs != nil {
		t.Errorf("%s, %v", out, errs)
	}
	out, _, errs, ok := answer.Write(nil, object, row{row{"Moon", "Selene"}}, &compile.BoundPlan{}, nil, 0)
	if string(out) != `{"o":null}` || !ok || len(errs) != 1 || errs[0].Error() != "o an object of unknown kind Moon" {
		t.Errorf("%s, %v", out, errs)
	}
}

// An object that its statement left as a key is wanted until it is found, unless its row tells all that is asked.
func TestSplitObjects(t *testing.T) {
	t.Parallel()

	cut := &compile.Shape{Split: 2, Key: 0, Plain: []string{"n"}, Fields: []compile.Field{{Name: "n"}}}
	shape := &compile.Shape{Fields: []compile.Field{{Name: "o", Take: compile.Object, Shape: cut}}}
	_, wanted, _, _ := answer.Write(nil, shape, row{row{"k"}}, &compile.BoundPlan{}, answer.Found{}, 0)
	if diff := cmp.Diff(answer.Wanted{2: {"k": true}}, wanted); diff != "" {
		t.Errorf("wanted (-want +got):\n%s", diff)
	}
	found := answer.Found{}
	found.Of(2)["k"], found.Of(2)["gone"] = row{"Sol"}, nil
	for _, c := range []struct {
		object row
		want   string
	}{
		{row{"k"}, `{"o":{"n":"Sol"}}`},
		{row{"gone"}, `{"o":null}`},
		{row{"k", row{"told"}}, `{"o":{"n":"told"}}`},
	} {
		out, wanted, errs, _ := answer.Write(nil, shape, row{c.object}, &compile.BoundPlan{}, found, 0)
		if string(out) != c.want || len(wanted) > 0 || errs != nil {
			t.Errorf("%v: %s, wanted %v, %v", c.object, out, wanted, errs)
		}
	}
}

// Texts are escaped as little as JSON allows, and read back as they were.
func TestEscapes(t *testing.T) {
	t.Parallel()

	var all strings.Builder
	for b := range rune(0x80) {
		all.WriteRune(b)
	}
	all.WriteString("é饕🎉\u2028")
	shape := &compile.Shape{Fields: []compile.Field{{Name: "s"}}}
	out, _, _, _ := answer.Write(nil, shape, row{all.String()}, &compile.BoundPlan{}, nil, 0)
	var back struct{ S string }
	if err := json.Unmarshal(out, &back); err != nil || back.S != all.String() {
		t.Errorf("%v: read back %q of %s", err, back.S, out)
	}
	for _, part := range []string{`\t\n\u000b\u000c\r\u000e`, `\u001f !\"#$%&'`, `[\\]`, "~\x7fé"} {
		if !strings.Contains(string(out), part) {
			t.Errorf("%s is not in %s", part, out)
		}
	}
}

// Scalars that generated code writes and reads.
func TestScalars(t *testing.T) {
	t.Parallel()

	var text bytes.Buffer
	at := time.Date(2026, 11, 11, 8, 0, 0, 500, time.FixedZone("", 8*3600))
	answer.MarshalLong(-5).MarshalGQL(&text)
	answer.MarshalDate("2026-11-11").MarshalGQL(&text)
	answer.MarshalDateTime(at).MarshalGQL(&text)
	answer.Object(`{"a":1}`).MarshalGQL(&text)
	answer.Object(nil).MarshalGQL(&text)
	if want := `-5"2026-11-11""2026-11-11T00:00:00.0000005Z"{"a":1}null`; text.String() != want {
		t.Errorf("wrote %s, want %s", &text, want)
	}
	n, err := answer.UnmarshalLong(int64(5))
	day, dayErr := answer.UnmarshalDate("2026-11-11")
	instant, instantErr := answer.UnmarshalDateTime("2026-11-11T08:00:00+08:00")
	if n != 5 || err != nil || day != "2026-11-11" || dayErr != nil || !instant.Equal(at.Truncate(time.Second)) || instantErr != nil {
		t.Errorf("read %d %v, %s %v, %s %v", n, err, day, dayErr, instant, instantErr)
	}
	if err := new(answer.Object).UnmarshalGQL("x"); err == nil {
		t.Error("an answer was taken for an input")
	}
}
