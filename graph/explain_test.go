package graph_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/graphtest"
	"github.com/creatorgraph/creatorgraph/graph/statements"
)

// scans are the operators by which a plan reads more than it was asked for.
var scans = []string{"AllNodesScan", "CartesianProduct", "NodeByLabelScan", "DirectedAllRelationshipsScan"}

// Every golden statement begins at an index, and the database finds nothing wrong with it.
func TestGoldenStatementsBeginAtAnIndex(t *testing.T) {
	t.Parallel()

	store := graphtest.Open(t)
	files, err := filepath.Glob("compile/testdata/*.golden")
	if err != nil || len(files) == 0 {
		t.Fatalf("no golden files: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".golden"), func(t *testing.T) {
			raw, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			parts := strings.Split(string(raw), "\n----------\n")
			var params map[string]any
			if err := json.Unmarshal([]byte(parts[2]), &params); err != nil {
				t.Fatal(err)
			}
			check(t, store, graph.Statement{Text: parts[1], Params: params})
			for _, cut := range parts[3:] {
				params["keys"] = []string{"k"}
				check(t, store, graph.Statement{Text: strings.TrimSpace(cut), Params: params})
			}
		})
	}
}

func check(t *testing.T, store *graph.Store, st graph.Statement) {
	t.Helper()

	plan, err := store.Explain(t.Context(), st)
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range plan.Operators {
		if slices.Contains(scans, o.Name) {
			t.Errorf("%s %s in the plan:\n%s", o.Name, o.Details, plan)
		}
	}
	for _, n := range plan.Notifications {
		// A fresh database has not seen every label, type and property yet.
		if !strings.Contains(n, "Unknown") && !strings.Contains(n, "ParameterNotProvided") {
			t.Errorf("notification: %s", n)
		}
	}
}

var usesThis = regexp.MustCompile(`\bthis\b`)

// Every named statement is understood by the database, with what its head says to put before it.
func TestStatementsAreUnderstood(t *testing.T) {
	t.Parallel()

	store := graphtest.Open(t)
	names, err := statements.Names()
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		t.Run(name, func(t *testing.T) {
			source, err := statements.Source(name)
			if err != nil {
				t.Fatal(err)
			}
			head, _ := statements.ParseHead(source)
			text := statements.Text(name)
			if head.This != "" {
				text = head.This + "\nCALL (this) {\n  WITH this AS this0\n  WITH this0\n" +
					usesThis.ReplaceAllString(text, "this0") + "\n}\nRETURN *"
			}
			if _, err := store.Explain(t.Context(), graph.Statement{Text: text}); err != nil {
				t.Error(err)
			}
		})
	}
}

// A plan names each operator once, of every branch: a pattern of 24 nodes apart, whose plan was read by doubling
// it with every node, has 23 products, and what is written before them is seen.
func TestPlansAreReadWhole(t *testing.T) {
	t.Parallel()

	var nodes []string
	for i := range 24 {
		nodes = append(nodes, fmt.Sprintf("(n%d:Creator {name: 'a|b'})", i))
	}
	plan, err := graphtest.Open(t).Explain(t.Context(),
		graph.Statement{Text: "MERGE (x:Lease {key: 'never'}) WITH x MATCH " + strings.Join(nodes, ", ") + " RETURN *"})
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]int{}
	for _, o := range plan.Operators {
		got[o.Name]++
	}
	if got["CartesianProduct"] != 23 || got["MergeUniqueNode"] != 1 || len(plan.Operators) > 100 {
		t.Errorf("operators %v of\n%s", got, plan)
	}
}
