package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/creatorgraph/creatorgraph/graph"
)

const pagesFolder = "../docs/explain"

// plans are what a page shows of how the database runs a statement, which wavers.
var plans = regexp.MustCompile("(?s)\n```text\n.*?\n```\n")

// keepsPage fails where docs/explain shows other statements or parameters than a question is answered by; with -update
// it writes the page.
func keepsPage(t *testing.T, q question, set values, told profiles) {
	t.Helper()

	got, path := explained(t, q, set, told), filepath.Join(pagesFolder, q.Name+".md")
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	shown, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(plans.ReplaceAllString(string(shown), ""), plans.ReplaceAllString(got, "")); diff != "" {
		t.Errorf("%s is old; run with -update (-shown +answered):\n%s", path, diff)
	}
}

// explained is what docs/explain has of one case: what is asked, the statements that answer, and their plans.
func explained(t *testing.T, q question, set values, told profiles) string {
	t.Helper()

	var b strings.Builder
	fmt.Fprintf(&b, "<!-- Written by `go test ./bench -run Guard -update`. -->\n# %s\n\n%s, among %s creators.\n",
		q.Name, strings.ToUpper(q.About[:1])+q.About[1:], number(guarded))
	variables, err := filled(q.Ours, set)
	if err != nil {
		t.Fatal(err)
	}
	block := func(kind, text string) { fmt.Fprintf(&b, "\n```%s\n%s\n```\n", kind, strings.Trim(text, "\n")) }
	block("graphql", q.document+"\n# variables: "+inline(t, variables))
	if !q.Write { // parts of an answer are read at once and end in any order
		text := func(p graph.Profile) string { return p.Statement.Text + "\x00" + inline(t, p.Parameters()) }
		told = slices.SortedStableFunc(slices.Values(told), func(a, b graph.Profile) int { return strings.Compare(text(a), text(b)) })
	}
	for _, p := range told {
		block("cypher", p.Statement.Text)
		block("json", inline(t, p.Parameters()))
		block("text", p.String())
	}
	return b.String()
}

func inline(t *testing.T, v any) string {
	t.Helper()

	raw, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}
