package archtest

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// inAnyOrder are the statements that may take any rows up to a limit, and why.
var inAnyOrder = map[string]string{
	"collaborator/state.cypher": "tells changes since a moment; which of one millisecond are cut off does not matter",
	"migration/unspelt.cypher":  "works off what is left until nothing is",
	"search/hits.cypher":        "takes the first of two ways of finding the same",
	"totals/stale.cypher":       "works off what is left until nothing is",
}

var (
	comments = regexp.MustCompile(`(?s)/\*.*?\*/|(?m-s:^\s*//.*$)`)
	limit    = regexp.MustCompile(`\bLIMIT\b`)
	ordered  = regexp.MustCompile(`(?s)\bORDER\s+BY\b(.*)$`)
	clause   = regexp.MustCompile(`\b(MATCH|WITH|RETURN|UNWIND|CALL|WHERE|LIMIT)\b`)
	total    = regexp.MustCompile(`(?s)(\.key|\bkey|\bplace|\bid\(\w+\)|\btag)(\s+(ASC|DESC))?(\s+SKIP\s.*)?\s*$`)
)

// What a limit cuts off must not be chance: each stands behind an order that ends in a key, so that the same question
// has the same answer twice.
func TestEveryLimitHasATotalOrder(t *testing.T) {
	t.Parallel()

	root := filepath.Join("..", "..", "graph", "statements")
	files, err := filepath.Glob(filepath.Join(root, "*", "*.cypher"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no statements: %v", err)
	}
	for _, file := range files {
		source, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		name := filepath.ToSlash(strings.TrimPrefix(file, root+string(filepath.Separator)))
		if inAnyOrder[name] != "" {
			continue
		}
		for _, at := range unordered(string(source)) {
			t.Errorf("%s: LIMIT after %q takes any rows; order them, a key last", name, at)
		}
	}
}

// unordered gives what stands before each LIMIT that has no total order.
func unordered(source string) []string {
	var all []string
	text := comments.ReplaceAllString(source, "")
	for _, at := range limit.FindAllStringIndex(text, -1) {
		before := text[:at[0]]
		by := before[max(strings.LastIndex(before, "ORDER"), 0):]
		order := ordered.FindStringSubmatch(by)
		if order == nil || clause.MatchString(order[1]) || !total.MatchString(order[1]) {
			all = append(all, strings.Join(strings.Fields(before[max(0, len(before)-60):]), " "))
		}
	}
	return all
}

// The rule tells a total order from one that leaves ties to chance, and from none.
func TestUnordered(t *testing.T) {
	t.Parallel()

	for text, want := range map[string]int{
		"MATCH (a) RETURN a ORDER BY a.size DESC, a.key LIMIT $n":            0,
		"MATCH (a) RETURN a ORDER BY a.key ASC\nSKIP $m LIMIT $n":            0,
		"MATCH (a) RETURN a ORDER BY a.size DESC LIMIT $n":                   1,
		"MATCH (a) RETURN a LIMIT $n":                                        1,
		"MATCH (a) WITH a ORDER BY a.key MATCH (a)--(b) RETURN b LIMIT $n":   1,
		"// LIMIT\n/* LIMIT */ MATCH (a) WITH a LIMIT 3 RETURN a ORDER BY a": 1,
	} {
		if got := unordered(text); len(got) != want {
			t.Errorf("%q: %q, want %d", text, got, want)
		}
	}
}
