package server

import (
	"fmt"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/validator/rules"
)

// A number in a variable weighs what the same number in the document does, wherever it stands.
func TestVariablesWeighAsLiteralsDo(t *testing.T) {
	t.Parallel()

	schema := newTiny().schema
	// Each fragment of the bomb spreads the next one twice.
	bomb := "{things(first:$n){nodes{...F0}}}"
	for i := range 90 {
		bomb += fmt.Sprintf(" fragment F%d on Thing{tags{name} ...F%d ...F%d}", i, i+1, i+1)
	}
	bomb += " fragment F90 on Thing{things(first:$m){totalCount}}"
	for _, body := range []string{
		"{things(first:$n){totalCount} a:things(first:$m){nodes{name}}}",
		"{name things(first:$n){nodes{name tags{name} things(first:$m){nodes{name}}}}}",
		"{things(first:3){nodes{things(first:$m){totalCount}}} a:things(first:$n){nodes{name}} b:name}",
		"{...A ...A} fragment A on Query{name things(first:$n){nodes{...B ...B}}} fragment B on Thing{name things(first:$m){totalCount}}",
		"{...A a:things(first:$n){totalCount}} fragment A on Query{...on Query{things{nodes{...B}}}} fragment B on Thing{things(first:$m){nodes{name}}}",
		bomb,
	} {
		open := "query($n:Int $m:Int $i:[ID!]!)" + body + "fragment I on Query{nodes(ids:$i){things(first:2){totalCount}}}"
		open = strings.Replace(open, "{", "{...I ", 1)
		for _, n := range []int64{-1, 1, 7, 1000, 2147483647} {
			literal := strings.NewReplacer("query($n:Int $m:Int $i:[ID!]!)", "", "$n", fmt.Sprint(n), "$m", fmt.Sprint(n/2),
				"$i", `["a","b","c"]`).Replace(open)
			want := weigh(gqlparser.MustLoadQueryWithRules(schema, literal, rules.NewDefaultRules()).Operations[0], nil)
			got := weigh(gqlparser.MustLoadQueryWithRules(schema, open, rules.NewDefaultRules()).Operations[0],
				map[string]any{"n": n, "m": n / 2, "i": []any{"a", "b", "c"}})
			if got != want {
				t.Errorf("%.200s with %d: got %+v, want %+v", body, n, got, want)
			}
		}
	}
}
