package answer_test

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/creatorgraph/creatorgraph/graph/answer"
	"github.com/creatorgraph/creatorgraph/graph/compile"
)

type row = []any

// fields makes a shape of fields; each field's column is its place unless it is said to share the
// first.
func fields(all ...compile.Field) *compile.Shape {
	for i := range all {
		if all[i].Column == 0 {
			all[i].Column = i
		}
		all[i].Column = max(all[i].Column, 0)
		all[i].Coordinate = "T." + all[i].Name
	}
	return &compile.Shape{Fields: all}
}

// first is the column of a field that shares the first one.
const first = -1

// An answer holds its fields in selection order; what is null in it, and how far that reaches, is as
// the specification says.
func TestWrite(t *testing.T) {
	t.Parallel()

	item := fields(compile.Field{Name: "n", NonNull: true})
	for _, c := range []struct {
		name   string
		shape  *compile.Shape
		record row
		want   string
		errs   []string
	}{
		{"values of every kind", fields(compile.Field{Name: "s"}, compile.Field{Name: "i"}, compile.Field{Name: "f"},
			compile.Field{Name: "b"}, compile.Field{Name: "x"}),
			row{"a\"\\\n\u0001é饕🎉", int64(-5), 0.5, true}, `{"s":"a\"\\\n\u0001é饕🎉","i":-5,"f":0.5,"b":true,"x":null}`, nil},
		{"an alias of a shared column", fields(compile.Field{Name: "a"}, compile.Field{Name: "b", Column: first}),
			row{"x"}, `{"a":"x","b":"x"}`, nil},
		{"numbers are written as JavaScript does", fields(compile.Field{Name: "l", List: true}),
			row{row{1e-6, 1.5e-9, -2e-12, 1e20, 1e21, 0.1}}, `{"l":[0.000001,1.5e-9,-2e-12,100000000000000000000,1e+21,0.1]}`, nil},
		{"a number that is none is null", fields(compile.Field{Name: "f"}), row{math.NaN()}, `{"f":null}`, nil},
		{"bytes that are no UTF-8 are replaced", fields(compile.Field{Name: "s"}), row{"a\xffb"}, "{\"s\":\"a\ufffdb\"}", nil},
		{"a missing non-null value takes the nearest object that may be null",
			fields(compile.Field{Name: "o", Take: compile.Object, Shape: fields(compile.Field{Name: "p", Take: compile.Object, NonNull: true, Shape: item})}),
			row{row{row{}}}, `{"o":null}`, []string{"o.p.n"}},
		{"a null item takes its list where items may not be null",
			fields(compile.Field{Name: "l", Take: compile.Object, List: true, ItemNonNull: true, Shape: item}),
			row{row{row{int64(1)}, row{}}}, `{"l":null}`, []string{"l[1].n"}},
		{"a null item stays alone where items may be null",
			fields(compile.Field{Name: "l", Take: compile.Object, List: true, Shape: item}),
			row{row{row{int64(1)}, row{}}}, `{"l":[{"n":1},null]}`, []string{"l[1].n"}},
		{"nothing is left when all of it must be there", fields(compile.Field{Name: "n", NonNull: true}), row{}, ``, []string{"n"}},
		{"a list of enums that was never set is empty", fields(compile.Field{Name: "l", List: true, NonNull: true, ItemNonNull: true}), row{}, `{"l":[]}`, nil},
		{"an object of several kinds is written by its label",
			fields(compile.Field{Name: "e", Take: compile.Object, Shape: &compile.Shape{ByType: map[string]*compile.Shape{
				"A": fields(compile.Field{Name: "a", Column: 1}), "B": fields(compile.Field{Name: "b", Column: 2})}}}),
			row{row{"B", "x", "y"}}, `{"e":{"b":"y"}}`, nil},
		{"the first of a list", fields(compile.Field{Name: "o", Take: compile.Object, First: true, Shape: item}, compile.Field{Name: "v", First: true}),
			row{row{row{int64(1)}}, row{}}, `{"o":{"n":1},"v":null}`, nil},
		{"an id", fields(compile.Field{Name: "id", Take: compile.GlobalID, Text: "Creator"}),
			row{"cr-1"}, `{"id":"` + compile.ID("Creator", "cr-1") + `"}`, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()

			out, _, errs, ok := answer.Write(nil, c.shape, c.record, &compile.BoundPlan{}, nil, 0)
			if ok != (c.want != "") {
				t.Errorf("ok is %t", ok)
			}
			if diff := cmp.Diff(c.want, string(out)); diff != "" {
				t.Errorf("answer (-want +got):\n%s", diff)
			}
			var paths []string
			for _, e := range errs {
				paths = append(paths, e.Path.String())
			}
			if diff := cmp.Diff(c.errs, paths); diff != "" {
				t.Errorf("errors (-want +got):\n%s", diff)
			}
		})
	}
}

// A page fetched from its end is shown in order, and says what lies on either side.
func TestWritePage(t *testing.T) {
	t.Parallel()

	page := &compile.Page{Signature: "s"}
	shape := fields(compile.Field{Name: "c", Take: compile.Connection, Page: page, Shape: fields(
		compile.Field{Name: "nodes", Take: compile.Nodes, Page: page, Shape: fields(compile.Field{Name: "n"})},
		compile.Field{Name: "next", Take: compile.HasNext}, compile.Field{Name: "previous", Take: compile.HasPrevious})})
	rows := row{row{int64(3)}, row{int64(2)}, row{int64(1)}}
	for _, c := range []struct {
		run  compile.PageRun
		want string
	}{
		{compile.PageRun{Limit: 2}, `{"c":{"nodes":[{"n":3},{"n":2}],"next":true,"previous":false}}`},
		{compile.PageRun{Limit: 3, After: true}, `{"c":{"nodes":[{"n":3},{"n":2},{"n":1}],"next":false,"previous":true}}`},
		{compile.PageRun{Limit: 2, Backward: true, Before: true}, `{"c":{"nodes":[{"n":2},{"n":3}],"next":true,"previous":true}}`},
		{compile.PageRun{Limit: 0}, `{"c":{"nodes":[],"next":true,"previous":false}}`},
	} {
		out, _, errs, _ := answer.Write(nil, shape, row{rows}, &compile.BoundPlan{Pages: []compile.PageRun{c.run}}, nil, 0)
		if string(out) != c.want || errs != nil {
			t.Errorf("%+v: %s, %v; want %s", c.run, out, errs, c.want)
		}
	}
}

// A long text asked for by a hundred names, row by row, is given up as soon as the answer is too long, and however
// little of it must be there.
func TestWriteIsBounded(t *testing.T) {
	t.Parallel()

	text := strings.Repeat("长", 1000)
	var names []compile.Field
	for i := range 100 {
		names = append(names, compile.Field{Name: fmt.Sprintf("a%d", i)})
	}
	rows := make([]any, 1000)
	for i := range rows {
		rows[i] = slices.Repeat(row{text}, len(names))
	}
	for _, nonNull := range []bool{false, true} {
		shape := fields(compile.Field{Name: "rows", Take: compile.Object, List: true, NonNull: nonNull, ItemNonNull: nonNull, Shape: fields(names...)})
		const most = 1 << 20
		out, _, errs, ok := answer.Write(nil, shape, row{rows}, &compile.BoundPlan{}, nil, most)
		if ok || out != nil || len(errs) != 1 || !errs[0].TooLong {
			t.Errorf("got %d bytes, %d errors, %v", len(out), len(errs), ok)
		}
		out, _, errs, ok = answer.Write(nil, shape, row{rows[:2]}, &compile.BoundPlan{}, nil, most)
		if !ok || len(errs) != 0 || len(out) < 2*100*len(text) {
			t.Errorf("what is within the bound: got %d bytes, %v, %v", len(out), errs, ok)
		}
	}
}

// Whatever a string holds, what is written is JSON and reads back as the same text.
func FuzzStrings(f *testing.F) {
	for _, seed := range []string{"", "饕餮🎉", "a\x00\x1f\"\\/\u2028", "\xff\xfe", "</script>"} {
		f.Add(seed)
	}
	shape := fields(compile.Field{Name: "s"})
	f.Fuzz(func(t *testing.T, s string) {
		out, _, _, ok := answer.Write(nil, shape, row{s}, &compile.BoundPlan{}, nil, 0)
		var back struct{ S string }
		if err := json.Unmarshal(out, &back); err != nil || !ok {
			t.Fatalf("%q: %v in %s", s, err, out)
		}
		if utf8.ValidString(s) && back.S != s {
			t.Errorf("%q came back as %q", s, back.S)
		}
	})
}
