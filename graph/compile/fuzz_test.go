package compile_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/validator"
	"github.com/vektah/gqlparser/v2/validator/rules"

	"github.com/creatorgraph/creatorgraph/graph/compile"
)

// What EncodeCursor makes of any row's values DecodeCursor gives back, for as many values as there
// are and no other number.
func FuzzCursorValues(f *testing.F) {
	f.Add("Query.creators|FOLLOWERS true", int64(1<<53+1), 0.5, "饕餮|key")
	f.Add("", int64(-1<<63), -1e-9, "")
	f.Add("s", int64(1<<63-1), 1e300, "<a href=\"\">&\u2028\\")
	f.Fuzz(func(t *testing.T, signature string, whole int64, share float64, key string) {
		if !utf8.ValidString(key) {
			return // the database has no such text
		}
		text, err := compile.EncodeCursor(signature, []any{whole, share, key})
		if err != nil {
			return // not a number, or an infinite one
		}
		got, err := compile.DecodeCursor(signature, text, 3)
		if err != nil {
			t.Fatalf("%s: %v", text, err)
		}
		// A share without a fraction comes back as a whole number.
		if n, isWhole := got[1].(int64); isWhole {
			got[1] = float64(n)
		}
		if got[0] != any(whole) || got[1] != any(share) || got[2] != any(key) {
			t.Errorf("%v %v %q came back as %v", whole, share, key, got)
		}
		for _, count := range []int{0, 2, 4} {
			if _, err := compile.DecodeCursor(signature, text, count); err == nil {
				t.Errorf("%s was taken for %d values", text, count)
			}
		}
	})
}

// filtered are operations with a filter in a variable, as a whole and as a part.
var filtered = []string{
	`query($filter: CreatorFilter) { creators(filter: $filter, first: 3) { nodes { key name } totalCount } }`,
	`query($filter: CreatorFilter!) {
		creators(filter: {verified: true, OR: [{NOT: $filter}, {AND: [$filter, {hasAgency: false}]}]}) { totalCount }
	}`,
}

// Whatever a client gives as a filter is compiled and bound, or refused with an *Error. Two filters
// of one form share a plan: it must bind the values of either to the statement that its own plan would.
func FuzzFilters(f *testing.F) {
	for _, seed := range [][2]string{
		{`{}`, `null`},
		{`{"key":{"eq":"cr-1"}}`, `{"key":{"eq":null}}`},
		{`{"name":{"contains":"a","startsWith":"b"}}`, `{"name":{"in":["a","b"]}}`},
		{`{"followers":{"gte":1,"lte":5}}`, `{"followers":{"gte":9007199254740993,"lte":null}}`},
		{`{"price":{"format":"SHORT_VIDEO","lte":3000000}}`, `{"price":{"format":"LIVE","lte":3}}`},
		{`{"regions":["四川"],"languages":[],"genders":"F"}`, `{"regions":[null],"languages":["zh","en"],"genders":["F"]}`},
		{`{"categories":["beauty"],"platforms":["p"],"agencies":["a"],"hasAgency":true}`, `{"categories":[],"hasAgency":false,"verified":null}`},
		{`{"workedWithBrands":{"none":["b-1"],"since":"2026-06-01"}}`, `{"workedWithBrands":{"all":["b-1","b-2"],"since":"yesterday"}}`},
		{`{"workedInCampaigns":{"some":["c"]}}`, `{"workedInCampaigns":{"any":["c"]}}`},
		{`{"audience":[{"segment":"gender-female","share":{"gte":0.6}}]}`, `{"audience":[{"segment":"x","share":{}},{"segment":"y","share":{"lte":2}}]}`},
		{`{"growth":{"days":30,"gte":0.1}}`, `{"growth":{"days":0,"lte":-1}}`},
		{`{"growth":{"days":0,"gte":0.1}}`, `{"growth":{"days":null,"gte":0.1}}`},
		{`{"AND":[{"OR":[{"verified":true}]},{"NOT":{"key":{"eq":"a"}}}]}`, `{"AND":[],"OR":[{}],"NOT":{}}`},
		{`[]`, `"text"`}, {`{"AND":{"OR":{"NOT":null}}}`, `{"unknown":1}`},
	} {
		f.Add(seed[0], seed[1])
	}
	c := compiler(f)
	var operations []*ast.OperationDefinition
	for _, text := range filtered {
		doc, errs := gqlparser.LoadQueryWithRules(c.Mapping().Schema, text, rules.NewDefaultRules())
		if errs != nil {
			f.Fatal(errs)
		}
		operations = append(operations, doc.Operations[0])
	}
	f.Fuzz(func(t *testing.T, one, other string) {
		for _, op := range operations {
			first, ok := given(c, op, one, false)
			if !ok {
				continue
			}
			plan := planned(t, c, op, first)
			if plan == nil {
				continue
			}
			for _, text := range []string{one, other} {
				for _, changed := range []bool{false, true} {
					if vars, ok := given(c, op, text, changed); ok && c.Form(op, vars) == c.Form(op, first) {
						sharePlan(t, c, op, plan, vars)
					}
				}
			}
		}
	})
}

// given reads a filter as the server does; false when it is none by the schema. A changed one has
// other texts and numbers.
func given(c *compile.Compiler, op *ast.OperationDefinition, filter string, change bool) (map[string]any, bool) {
	decoder := json.NewDecoder(bytes.NewReader([]byte(filter)))
	decoder.UseNumber()
	var value any
	if err := decoder.Decode(&value); err != nil {
		return nil, false
	}
	if change {
		value = changed(value)
	}
	vars, err := validator.VariableValues(c.Mapping().Schema, op, map[string]any{"filter": value})
	if err != nil {
		return nil, false
	}
	return compile.Variables(vars), true
}

func changed(value any) any {
	switch v := value.(type) {
	case map[string]any:
		for name, inner := range v {
			v[name] = changed(inner)
		}
	case []any:
		for i, inner := range v {
			v[i] = changed(inner)
		}
	case string:
		return v + "'}) //"
	case json.Number:
		return v + "1"
	}
	return value
}

// planned compiles; a refusal must be one that a client can be shown.
func planned(t *testing.T, c *compile.Compiler, op *ast.OperationDefinition, vars map[string]any) *compile.Plan {
	t.Helper()
	plan, err := c.Compile(op, vars)
	var refused *compile.Error
	if err != nil && !errors.As(err, &refused) {
		t.Fatalf("%v: error %v is no *Error", vars, err)
	}
	if err != nil {
		return nil
	}
	return plan
}

func sharePlan(t *testing.T, c *compile.Compiler, op *ast.OperationDefinition, shared *compile.Plan, vars map[string]any) {
	t.Helper()
	got, gotErr := shared.Bind(vars, "2026-11-11")
	own := planned(t, c, op, vars)
	if own == nil {
		if gotErr == nil {
			t.Errorf("%v is refused by itself, but not by the plan of its form", vars)
		}
		return
	}
	want, wantErr := own.Bind(vars, "2026-11-11")
	if (gotErr == nil) != (wantErr == nil) {
		t.Fatalf("%v: error %v, by the plan of its form %v", vars, wantErr, gotErr)
	}
	if wantErr != nil {
		return
	}
	if diff := cmp.Diff(want.Statement, got.Statement, equalDays); diff != "" {
		t.Errorf("%v: statement (-own +by the plan of its form):\n%s", vars, diff)
	}
}
