package graph_test

import (
	"context"
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

// TestStatements has the database explain what the compiler writes and what stands in files, once it knows all names of
// the model and has the indexes of vectors.
func TestStatements(t *testing.T) {
	t.Parallel()

	store := graphtest.Open(t)
	name(t, store)
	places(t, store)
	t.Run("golden", func(t *testing.T) { goldensBeginAtAnIndex(t, store) })
	t.Run("named", func(t *testing.T) { namedPaste(t, store) })
}

// Every golden statement begins at an index, and the database finds nothing wrong with it: no product of patterns, no
// name that it does not know.
func goldensBeginAtAnIndex(t *testing.T, store *graph.Store) {
	files, err := filepath.Glob("compile/testdata/*/*.golden")
	if err != nil || len(files) < 150 {
		t.Fatalf("%d golden files: %v", len(files), err)
	}
	for _, file := range files {
		name := strings.TrimSuffix(strings.TrimPrefix(filepath.ToSlash(file), "compile/testdata/"), ".golden")
		t.Run(name, func(t *testing.T) {
			t.Parallel()

			raw, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			for _, part := range strings.Split(string(raw), "\n----------\n")[1:] {
				part = strings.TrimSpace(part)
				if part == "" || part == "null" || strings.HasPrefix(part, "{") || strings.HasPrefix(part, "calls ") { // parameters, a computed field
					continue
				}
				check(t, store, graph.Statement{Text: part}, reads(name)...)
			}
		})
	}
}

// unlisted are properties that only the API's own statements know: vectors, spellings, marks of what is to be done.
var unlisted = []string{"likeness0", "likeness1", "likeness0Length", "likeness1Length",
	// what an analysis or an import records of itself
	"creators", "done", "ended", "file", "inputs", "line", "number", "numbered", "place", "present", "record", "refused", "revision",
	"trained", "rows", "figures", "run",
	// which prices a creator has from its rates
	"ratedPrices"}

// accepted are what the database may remark: numbers of nodes are used within one transaction alone, and vectors are
// written to a place that a parameter names.
var accepted = regexp.MustCompile(`FeatureDeprecationWarning.*'id' has been replaced|DynamicProperty: .*Creator`)

// name has the database know all names of the model, so that what it does not know is a mistake.
func name(t *testing.T, store *graph.Store) {
	t.Helper()

	labels, types, properties := graph.Names()
	_, err := store.Schema(t.Context(), graph.Statement{Text: `
		CALL () { UNWIND $labels AS name CALL db.createLabel(name) RETURN count(*) AS n }
		CALL () { UNWIND $types AS name CALL db.createRelationshipType(name) RETURN count(*) AS m }
		CALL () { UNWIND $properties AS name CALL db.createProperty(name) RETURN count(*) AS o }
		RETURN 1`, Params: map[string]any{"labels": labels, "types": types, "properties": append(properties, unlisted...)}})
	if err != nil {
		t.Fatal(err)
	}
}

// reads gives the operators by which a golden statement may read a whole label (groups and totals of all its nodes, what
// is compared with each vector there is, alternatives that no one index knows, and brands, where they are few), or look
// up both ends of a relationship.
func reads(golden string) []string {
	switch {
	case strings.HasPrefix(golden, "payload/"):
		return []string{"CartesianProduct"}
	case wholeLabel.MatchString(golden):
		return []string{"NodeByLabelScan"}
	}
	return nil
}

var wholeLabel = regexp.MustCompile(`^facet/(creator|agency|brand|campaign)_|^explore/(everyone_|nearest_or$)|^filter/brand_categories$`)

// places makes the indexes of vectors, which an analysis does, for as long as the test lasts.
func places(t *testing.T, store *graph.Store) {
	t.Helper()

	for place := range 2 {
		run := func(name string, params map[string]any) {
			ctx := context.WithoutCancel(t.Context()) // the second is dropped after the test
			if _, err := store.Schema(ctx, graph.Statement{Text: statements.Placed(name, place), Params: params}); err != nil {
				t.Error(err)
			}
		}
		run("lookalike/index", map[string]any{"dimensions": 8})
		t.Cleanup(func() { run("lookalike/drop", nil) })
	}
}

// check explains a statement, which may read as allowed says.
func check(t *testing.T, store *graph.Store, st graph.Statement, allowed ...string) {
	t.Helper()

	plan, err := store.Explain(t.Context(), st)
	if err != nil {
		t.Fatalf("%v\n%s", err, st.Text)
	}
	for _, o := range plan.Operators {
		if slices.Contains(scans, o.Name) && !slices.Contains(allowed, o.Name) {
			t.Errorf("%s %s in the plan of\n%s\n%s", o.Name, o.Details, st.Text, plan)
		}
	}
	for _, n := range plan.Notifications {
		if !strings.Contains(n, "ParameterNotProvided") {
			t.Errorf("notification: %s\n%s", n, st.Text)
		}
	}
}

// Every named statement is what an engineer may paste: the values of its head, then the clause that binds this where one
// is given, then the text. The database understands it, is given each parameter, and knows each name.
func namedPaste(t *testing.T, store *graph.Store) {
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
			_, rest, _ := strings.Cut(source, ":params ")
			values, _, _ := strings.Cut(rest, ";\n")
			rows, err := store.Read(t.Context(), graph.Statement{Text: "RETURN " + values + " AS params"})
			if err != nil {
				t.Fatal(err)
			}
			params, isMap := rows[0]["params"].(map[string]any)
			if !isMap {
				t.Fatalf(":params %s is no map", values)
			}
			text := statements.Text(name)
			if head.This != "" {
				text = head.This + "\n" + text
			}
			plan, err := store.Explain(t.Context(), graph.Statement{Text: text, Params: params})
			if err != nil {
				t.Fatalf("%v\n%s", err, text)
			}
			for _, n := range plan.Notifications {
				if !accepted.MatchString(n) {
					t.Errorf("notification: %s\n%s", n, text)
				}
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
