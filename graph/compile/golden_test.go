package compile_test

import (
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/validator"
	"github.com/vektah/gqlparser/v2/validator/rules"

	"github.com/creatorgraph/creatorgraph/graph/compile"
	"github.com/creatorgraph/creatorgraph/graph/mapping"
	"github.com/creatorgraph/creatorgraph/graph/statements"
	"github.com/creatorgraph/creatorgraph/schema"
)

var update = flag.Bool("update", false, "rewrite the golden files")

const dashes = "\n----------\n"

func compiler(t testing.TB) *compile.Compiler {
	t.Helper()

	m, err := mapping.Load(schema.Files)
	if err != nil {
		t.Fatal(err)
	}
	c, err := compile.New(m, statements.Lookup)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// TestGoldens holds the statement of each operation in testdata: a comment on what it shows, the
// operation, and where there are any its variables as a comment of JSON, and the rows after which it is
// cut, then the statement, its parameters, its asides and the statements that go on where it was cut.
// `go test ./graph/compile -update` rewrites them.
func TestGoldens(t *testing.T) {
	t.Parallel()

	c := compiler(t)
	files, err := filepath.Glob("testdata/*.golden")
	if err != nil || len(files) == 0 {
		t.Fatalf("no golden files: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".golden"), func(t *testing.T) {
			t.Parallel()

			raw, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			input, _, _ := strings.Cut(string(raw), dashes)
			got := input + dashes + compiled(t, c, input) + "\n"
			if *update {
				if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(string(raw), got); diff != "" {
				t.Errorf("%s (-want +got):\n%s", file, diff)
			}
		})
	}
}

func compiled(t *testing.T, c *compile.Compiler, input string) string {
	t.Helper()

	doc, errs := gqlparser.LoadQueryWithRules(c.Mapping().Schema, input, rules.NewDefaultRules())
	if errs != nil {
		t.Fatal(errs)
	}
	op := doc.Operations[0]
	vars, err := validator.VariableValues(c.Mapping().Schema, op, variables(t, input))
	if err != nil {
		t.Fatal(err)
	}
	if budget := header(t, input, "budget", 0); budget > 0 {
		c = c.Cuts(budget, compile.Counts{})
	}
	plan, err := c.Operation(op, vars)
	if err != nil {
		t.Fatal(err)
	}
	bound, err := plan.Bind(vars, "2026-11-11")
	if err != nil {
		t.Fatal(err)
	}
	params, err := json.Marshal(bound.Statement.Params)
	if err != nil {
		t.Fatal(err)
	}
	text := bound.Statement.Text + dashes + string(params)
	for _, aside := range plan.Asides {
		text += dashes + aside.Text
	}
	for _, cut := range plan.Cuts {
		if cut.Call != nil {
			text += dashes + "calls " + cut.Call.Coordinate
			continue
		}
		text += dashes + cut.Text
	}
	return text
}

// variables reads the line "# variables: {…}" of an input.
func variables(t testing.TB, input string) map[string]any {
	return header[map[string]any](t, input, "variables", nil)
}

// header reads the JSON of a line "# name: …" of an input.
func header[T any](t testing.TB, input, name string, otherwise T) T {
	t.Helper()

	for line := range strings.Lines(input) {
		text, ok := strings.CutPrefix(line, "# "+name+": ")
		if !ok {
			continue
		}
		if err := json.Unmarshal([]byte(text), &otherwise); err != nil {
			t.Fatal(err)
		}
	}
	return otherwise
}
