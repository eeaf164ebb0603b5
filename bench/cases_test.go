package main

import (
	"regexp"
	"strings"
	"testing"
)

// Each case has its question, the hand-written statement and the peer's question where there is one, a bound where there
// is none; what its values are asked for by name is in one of the pools or in its sets.
func TestCasesAreWhole(t *testing.T) {
	t.Parallel()

	all, err := questions(regexp.MustCompile(everyCase))
	if err != nil {
		t.Fatal(err)
	}
	if len(all) < 10 {
		t.Errorf("%d cases, fewer than ten", len(all))
	}
	known := map[string]bool{}
	for _, q := range all {
		known[q.Name] = true
		statement, err := files.ReadFile("cases/" + q.Name + ".cypher")
		if (err == nil) != (q.Twin != nil) {
			t.Errorf("%s: a statement and what it is asked with belong together: %v", q.Name, err)
		}
		if err == nil && !(strings.HasPrefix(string(statement), "// ") && strings.Contains(string(statement), "\n/*\n:params ")) {
			t.Errorf("%s.cypher begins with no question and :params", q.Name)
		}
		if pools[q.Pool] == nil && len(q.Sets) == 0 {
			t.Errorf("%s: there is no pool %q and there are no sets", q.Name, q.Pool)
		}
		if q.Title == "" || q.About == "" || len(q.Ours) == 0 || q.Peer == nil && q.P95 == 0 {
			t.Errorf("%s lacks a title, what it is about, or what a server is asked with", q.Name)
		}
		for _, set := range q.Sets {
			for _, s := range q.servers() {
				if _, err := q.body(s, set.(values)); err != nil {
					t.Errorf("%s to %s: %v", q.Name, s, err)
				}
			}
		}
	}
	for name := range forms {
		if !known[name] {
			t.Errorf("there is a form for %s and no such case", name)
		}
	}
}

// A set's values stand where they are named, however deep; a name the set has not is an error.
func TestFilledPutsValuesIn(t *testing.T) {
	t.Parallel()

	q := question{document: "{ a }", Ours: values{"in": values{"keys": []any{"$one", "b"}, "n": 3.0}}}
	got, err := q.body(ours, values{"one": "a"})
	if err != nil {
		t.Fatal(err)
	}
	if want := `{"query":"{ a }","variables":{"in":{"keys":["a","b"],"n":3}}}`; string(got) != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if _, err := q.body(ours, values{}); err == nil || !strings.Contains(err.Error(), "$one") {
		t.Errorf("a missing value gave %v", err)
	}
}
