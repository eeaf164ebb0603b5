package resolvers_test

import (
	"fmt"
	"math"
	"strings"
	"testing"
)

// What cannot be answered is refused with the place, the value and what to do.
func (s *stage) testErrors(t *testing.T) {
	one := ids("Creator", "l-0001")
	many := make([]string, 51)
	for i := range many {
		many[i] = fmt.Sprintf("l-%04d", i)
	}
	cursor := s.lookalikes(t, map[string]any{"seeds": one}).Edges[0].Cursor
	for _, c := range []struct {
		name string
		vars map[string]any
		want []string
	}{
		{"no seeds", map[string]any{"seeds": []any{}}, []string{"there are 0", "give 1 to 50", `["lookalikes","seeds"]`}},
		{"too many", map[string]any{"seeds": ids("Creator", many...)}, []string{"there are 51", "give 1 to 50"}},
		{"unknown", map[string]any{"seeds": append(ids("Creator", "l-0001"), ids("Creator", "who")...)},
			[]string{`no Creator with the key \"who\"`, "NOT_FOUND", `["lookalikes","seeds",1]`}},
		{"no id", map[string]any{"seeds": []any{"l-0001"}}, []string{"is no id", `["lookalikes","seeds",0]`}},
		{"another type", map[string]any{"seeds": ids("Category", "k-0")}, []string{"that of a Category", "give the id of a Creator"}},
		{"mixed", map[string]any{"seeds": append(ids("Creator", "l-0001"), ids("Brand", "b-0")...)}, []string{"some are of the type Creator, some Brand", "give creators"}},
		{"nothing known", map[string]any{"seeds": ids("Creator", "l-0001", "l-1495")}, []string{`\"l-1495\": it has no followers, prices`, "run creatorgraph analyze", `["lookalikes","seeds",1]`}},
		{"all weights zero", map[string]any{"seeds": one, "weights": map[string]any{"graph": 0, "audience": 0, "content": 0, "commercial": 0}}, []string{"all are 0", `"weights"`}},
		{"a negative weight", map[string]any{"seeds": one, "weights": map[string]any{"graph": -1}}, []string{"graph of -1", "give 0 or more"}},
		{"an infinite weight", map[string]any{"seeds": one, "weights": map[string]any{"graph": math.MaxFloat64}}, []string{"graph of 1.797", "give 0 or more"}},
		{"weights of what nobody knows", map[string]any{"seeds": ids("Creator", "l-0007"), "weights": map[string]any{"graph": 1, "audience": 0, "content": 0, "commercial": 0}},
			[]string{"nothing is known of the seeds in what the weights count"}},
		{"diversity", map[string]any{"seeds": one, "diversity": 2}, []string{"diversity of 2", "give 0 to 1"}},
		{"negative diversity", map[string]any{"seeds": one, "diversity": -0.1}, []string{"diversity of -0.1", "give 0 to 1"}},
		{"first", map[string]any{"seeds": one, "first": 101}, []string{"first of 101", "give 0 to 100"}},
		{"no cursor", map[string]any{"seeds": one, "after": "x"}, []string{"it is no cursor"}},
		{"a cursor of other seeds", map[string]any{"seeds": ids("Creator", "l-0002"), "after": cursor}, []string{"belongs to another", "use a cursor of the same question"}},
		{"a cursor of another filter", map[string]any{"seeds": one, "filter": map[string]any{"regions": []any{"四川"}}, "after": cursor}, []string{"belongs to another"}},
		{"a cursor of other weights", map[string]any{"seeds": one, "weights": map[string]any{"graph": 1}, "after": cursor}, []string{"belongs to another"}},
		{"a cursor of other diversity", map[string]any{"seeds": one, "diversity": 0.5, "after": cursor}, []string{"belongs to another"}},
		{"a filter of agencies", map[string]any{"seeds": ids("Agency", "a-0"), "filter": map[string]any{"regions": []any{"四川"}}}, []string{"the seeds are not", "leave it out"}},
	} {
		answer := s.ask(t, alikeQuestion, c.vars)
		for _, want := range c.want {
			if !strings.Contains(answer, want) {
				t.Errorf("%s: got %.500s, want %q", c.name, answer, want)
			}
		}
	}
}
