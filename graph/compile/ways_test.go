package compile_test

import (
	"testing"

	"github.com/creatorgraph/creatorgraph/graph/compile"
)

// Whether a way of so many edges can be there is known from the types that kinds connect, before the database is asked.
func TestWaysThatCannotBe(t *testing.T) {
	t.Parallel()

	told := []string{"PARTICIPATED_IN", "RAN"}
	for _, c := range []struct {
		from, to    string
		kinds, last []string
		leads       []int // of the lengths 0 to 6
	}{
		{"Creator", "Creator", told, nil, []int{0, 2, 4, 6}},
		{"Creator", "Brand", told, nil, []int{2, 4, 6}},
		{"Creator", "Campaign", told, nil, []int{1, 3, 5}},
		{"Creator", "Agency", told, nil, nil},
		{"Creator", "Segment", told, []string{"REACHES"}, []int{1, 3, 5}},
		{"Segment", "Creator", told, []string{"REACHES"}, []int{1}},
		{"Category", "Category", []string{"PART_OF"}, nil, []int{0, 1, 2, 3, 4, 5, 6}},
		{"Agency", "Campaign", []string{"SIGNED_WITH", "PARTICIPATED_IN"}, nil, []int{2, 4, 6}},
	} {
		p := compile.Paths{From: compile.Ref{Type: c.from}, To: compile.Ref{Type: c.to}, Kinds: c.kinds, Last: c.last}
		want := map[int]bool{}
		for _, n := range c.leads {
			want[n] = true
		}
		for n := range 7 {
			if got := p.Leads(n); got != want[n] {
				t.Errorf("%s to %s along %v, at last %v: %d edges: %t", c.from, c.to, c.kinds, c.last, n, got)
			}
		}
	}
}

// The label that a kind leads to.
func TestKindsLead(t *testing.T) {
	t.Parallel()

	for kind, want := range map[string]string{"SIGNED_WITH": "Agency", "RAN": "Campaign", "LOVES": ""} {
		if got := compile.LeadsTo(kind); got != want {
			t.Errorf("%s leads to %q", kind, got)
		}
	}
}

// Plans are shared by operations of equal forms: what decides the text is in the form, what is a parameter is not.
func TestForms(t *testing.T) {
	t.Parallel()

	c := compiler(t)
	const lists = `query($f: CreatorFilter, $by: [CreatorOrder!], $n: Int, $k: [String!]) {
		creators(filter: $f, orderBy: $by, first: $n) { nodes { key } } brands(filter: {key: {in: $k}}) { nodes { key } } }`
	const ids = `query($ids: [ID!]!) { nodes(ids: $ids) { id } }`
	type given = map[string]any
	for _, one := range []struct {
		document string
		a, b     given
		same     bool
	}{
		{lists, given{"k": []any{"a"}}, given{"k": []any{"b", "c"}}, true},
		{lists, given{"k": []any{"a"}}, given{"k": []any{}}, false},
		{lists, given{"k": []any{"a"}}, given{}, false},
		{lists, given{"k": nil}, given{}, false},
		{lists, given{"f": given{"followers": given{"gte": 1}}}, given{"f": given{"followers": given{"gte": 2}}}, true},
		{lists, given{"f": given{"followers": given{"gte": 1}}}, given{"f": given{"followers": given{"lte": 1}}}, false},
		{lists, given{"f": given{"verified": true}}, given{"f": given{"verified": false}}, false},
		{lists, given{"f": given{"AND": []any{given{"verified": true}}}}, given{"f": given{"AND": []any{given{"verified": true}, given{"verified": true}}}}, false},
		{lists, given{"by": []any{given{"field": "NAME"}}}, given{"by": []any{given{"field": "KEY"}}}, false},
		{lists, given{"by": given{"field": "NAME"}}, given{"by": []any{given{"field": "NAME"}}}, true},
		{lists, given{"n": 20}, given{"n": 21}, true},
		{lists, given{"n": 2}, given{"n": 900}, false},
		{lists, given{"n": 0}, given{"n": nil}, false},
		{lists, given{"f": given{"growth": given{"days": 0}}}, given{"f": given{"growth": given{"days": nil}}}, false},
		{ids, given{"ids": []any{compile.ID("Creator", "a")}}, given{"ids": []any{compile.ID("Creator", "b")}}, true},
		{ids, given{"ids": []any{compile.ID("Creator", "a")}}, given{"ids": []any{compile.ID("Brand", "b")}}, false},
		{ids, given{"ids": []any{compile.ID("Creator", "a"), compile.ID("Brand", "b")}}, given{"ids": []any{compile.ID("Brand", "b"), compile.ID("Creator", "a")}}, true},
		{ids, given{"ids": []any{compile.ID("Nobody", "a")}}, given{"ids": []any{compile.ID("Stranger", "a")}}, true},
	} {
		op := parse(t, c, one.document)
		if a, b := c.Form(op, one.a), c.Form(op, one.b); (a == b) != one.same {
			t.Errorf("%v and %v: forms %q and %q", one.a, one.b, a, b)
		}
	}
}
