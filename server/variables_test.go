package server

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/validator"
	"github.com/vektah/gqlparser/v2/validator/rules"
)

// everyKind has a variable for each kind of type, with and without a default.
const everyKind = `
enum Size { S M }
scalar Money
input In { int: Int float: Float! text: String = "x" sure: String! = "y" size: Size ids: [ID!] grid: [[Int]] money: Money in: In }
type Query { f(int: Int float: Float text: String flag: Boolean id: ID money: Money size: Size list: [Int!] in: In ins: [In!]!): Int }`

const everyVariable = `query($int: Int = 3 $float: Float = 2 $text: String $flag: Boolean $id: ID = 7 $money: Money
	$size: Size = M $list: [Int!] = [1 2] $in: In = {float: 1.5} $ins: [In!]!) {
	f(int: $int float: $float text: $text flag: $flag id: $id money: $money size: $size list: $list in: $in ins: $ins) }`

// What coerce takes, gqlparser's validator takes too, and both give the same values; what coerce refuses it
// refuses with the place and the remedy. It refuses more: the validator takes 5 for a String, "5" for an Int.
func FuzzCoerce(f *testing.F) {
	schema := gqlparser.MustLoadSchema(&ast.Source{Input: everyKind})
	op := gqlparser.MustLoadQueryWithRules(schema, everyVariable, rules.NewDefaultRules()).Operations[0]
	for _, seed := range []string{
		`{"ins":[]}`, `{}`, `null`, `{"ins":null}`, `{"ins":[null]}`,
		`{"int":1,"float":1,"text":"a","flag":true,"id":"x","money":12,"size":"S","list":[1],"ins":[{"float":2}]}`,
		`{"int":null,"float":null,"text":null,"flag":null,"id":null,"money":null,"size":null,"list":null,"in":null,"ins":[]}`,
		`{"int":1.5,"ins":[]}`, `{"int":"1","ins":[]}`, `{"int":99999999999999999999,"ins":[]}`, `{"float":1e999,"ins":[]}`,
		`{"text":1,"ins":[]}`, `{"text":{},"ins":[]}`, `{"flag":"true","ins":[]}`, `{"id":1,"ins":[]}`, `{"id":1.5,"ins":[]}`,
		`{"money":{"a":[1]},"ins":[]}`, `{"size":"s","ins":[]}`, `{"size":"L","ins":[]}`, `{"list":3,"ins":[]}`, `{"list":[null],"ins":[]}`,
		`{"in":{},"ins":[]}`, `{"in":{"float":1,"nope":2},"ins":[]}`, `{"in":{"float":1,"__typename":"In"},"ins":[]}`,
		`{"ins":{"float":1,"ids":"a","grid":[[1,null],2]}}`, `{"ins":[{"float":1,"ids":["a",2],"grid":[[1,null],null],"money":true,"in":{"float":3,"in":null}}]}`,
		`{"ins":[{"float":1,"sure":null}]}`, `{"ins":[{"float":null}]}`, `{"ins":[{"float":1,"size":3}]}`,
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		got, gotErr := coerce(schema, op, decoded(t, text))
		want, wantErr := validator.VariableValues(schema, op, decoded(t, text))
		if gotErr != nil {
			if len(gotErr.Path) < 2 || !strings.Contains(gotErr.Message, ";") {
				t.Errorf("refused without place or remedy: %v", gotErr)
			}
			return
		}
		if wantErr != nil {
			t.Fatalf("taken, where the validator says: %v", wantErr)
		}
		if diff := cmp.Diff(asJSON(t, want), asJSON(t, got)); diff != "" && !strings.Contains(text, "__typename") {
			t.Errorf("values (-want +got):\n%s", diff)
		}
	})
}

func decoded(t *testing.T, text string) map[string]any {
	t.Helper()
	decoder := json.NewDecoder(bytes.NewReader([]byte(text)))
	decoder.UseNumber()
	var values map[string]any
	if err := decoder.Decode(&values); err != nil {
		t.Skip("not JSON of an object")
	}
	return values
}

func asJSON(t *testing.T, value any) string {
	t.Helper()
	text, err := json.Marshal(value)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
