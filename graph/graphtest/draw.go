package graphtest

import (
	"context"
	"fmt"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/creatorgraph/creatorgraph/graph"
)

// Drawing is a small graph that a test drew; its keys are the names in the drawing with a suffix of
// the test's own.
type Drawing struct{ suffix string }

// Key gives the key of a drawn node.
func (d Drawing) Key(name string) string { return name + d.suffix }

// Unsuffixed takes the suffix off every key in a text, so that answers can be compared.
func (d Drawing) Unsuffixed(text string) string { return strings.ReplaceAll(text, d.suffix, "") }

// In writes the test's own keys into an operation: 'ann' becomes the key of the node ann.
func (d Drawing) In(operation string) string {
	return quoted.ReplaceAllString(operation, `"${1}`+d.suffix+`"`)
}

var (
	quoted = regexp.MustCompile(`'([a-z]+)'`)
	node   = regexp.MustCompile(`\(([a-z]+):([A-Z][A-Za-z]+)(?: \{([^}]*)\})?\)`)
)

// sorted are the sort keys that an import would have given (docs/model.md); a drawing overrides
// what matters to it.
var sorted = map[string]string{
	"Creator": "byFollowers: -1, byPriceShortVideo: -1, byPriceMidVideo: -1, byPriceImageText: -1, " +
		"byPriceLive: -1, byJoined: -1000000, byGrowth: -2.0, campaignCount: 0, brandCount: 0, " +
		"spend: 0, byCpm: -1.0",
	"Agency":   `creatorCount: 0, byFollowers: 0, spend: 0`,
	"Brand":    `campaignCount: 0, creatorCount: 0, spend: 0`,
	"Campaign": `byStarts: -1000000, byBudget: -1, creatorCount: 0, impressions: 0, spend: 0`,
}

// Draw creates nodes and relationships drawn as arrows, one path a line, and removes them after the
// test:
//
//	(ann:Creator)-[:PARTICIPATED_IN {fee: 100}]->(x:Campaign)
//	(bea:Creator)-[:PARTICIPATED_IN]->(x)
//
// A node's name is its key, with the test's suffix, and its name property unless it says otherwise.
func Draw(t testing.TB, store *graph.Store, arrows string) Drawing {
	t.Helper()

	d := Drawing{suffix: fmt.Sprintf("~%d-%d", time.Now().UnixNano(), rand.Uint32())}
	text := node.ReplaceAllStringFunc(strings.TrimSpace(arrows), func(n string) string {
		m := node.FindStringSubmatch(n)
		properties := fmt.Sprintf("key: '%s', name: '%s', byName: '%s'", d.Key(m[1]), m[1], m[1])
		if defaults := sorted[m[2]]; defaults != "" {
			properties += ", " + defaults
		}
		if m[3] != "" {
			properties = override(properties, m[3])
		}
		return "(" + m[1] + ":" + m[2] + " {" + properties + "})"
	})
	var lines []string
	for line := range strings.SplitSeq(text, "\n") {
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, "CREATE "+line)
		}
	}
	run(t, store, strings.Join(lines, "\n"), nil)
	Spell(t, store, d.suffix)
	t.Cleanup(func() {
		run(t, store, "MATCH (n) WHERE n.key ENDS WITH $suffix DETACH DELETE n",
			map[string]any{"suffix": d.suffix})
	})
	return d
}

// Spell gives nodes whose keys hold a text what a search finds them by, as an import would have.
func Spell(t testing.TB, store *graph.Store, within string) {
	t.Helper()

	found, err := store.Read(t.Context(), graph.Statement{Params: map[string]any{"within": within}, Text: `
		MATCH (n) WHERE n.key CONTAINS $within
		RETURN elementId(n) AS at, labels(n)[0] AS label, n.key AS key, n.name AS name, n.handle AS handle,
			coalesce(n.followers, n.budget) AS popularity`})
	if err != nil {
		t.Fatal(err)
	}
	var rows []any
	for _, n := range found {
		label, _ := n["label"].(string)
		spelt, marks := graph.Spelling(label, n["key"], n["name"], n["handle"], n["popularity"])
		rows = append(rows, map[string]any{"at": n["at"], "spelt": spelt, "marks": marks})
	}
	run(t, store, `UNWIND $rows AS row MATCH (n) WHERE elementId(n) = row.at SET n.spelt = row.spelt, n.marks = row.marks`,
		map[string]any{"rows": rows})
}

// override puts the properties of a drawing over the defaults of the same names.
func override(defaults, given string) string {
	for part := range strings.SplitSeq(given, ", ") {
		name, _, ok := strings.Cut(part, ":")
		if ok {
			old := regexp.MustCompile(`\b` + strings.TrimSpace(name) + `: [^,]*(, )?`)
			defaults = old.ReplaceAllString(defaults, "")
		}
	}
	return strings.TrimSuffix(strings.TrimSpace(defaults), ",") + ", " + given
}

func run(t testing.TB, store *graph.Store, text string, params map[string]any) {
	t.Helper()

	ctx := context.WithoutCancel(t.Context()) // it is used for cleaning up, too
	if _, err := store.Schema(ctx, graph.Statement{Text: text, Params: params}); err != nil {
		t.Fatal(err)
	}
}

// Has says whether a pattern, whose first node is named n, is in the graph.
func Has(t testing.TB, store *graph.Store, pattern string) bool {
	t.Helper()

	rows, err := store.Read(t.Context(), graph.Statement{Text: "MATCH " + pattern + " RETURN n.key LIMIT 1"})
	if err != nil {
		t.Fatal(err)
	}
	return len(rows) > 0
}
