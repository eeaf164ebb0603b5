package compile_test

import (
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
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

// goldenCase is an operation whose statement is kept in testdata.
type goldenCase struct {
	name, shows, operation string
	variables              string           // JSON
	cursors                map[string][]any // variables that are cursors: the sort values of the row they stand for
	of                     string           // the connection that gave them, such as Query.creators
	budget                 int              // the rows after which the operation is cut
}

// input is what a golden file begins with.
func (one goldenCase) input(t *testing.T, c *compile.Compiler) string {
	t.Helper()

	text := "# " + one.shows + "\n"
	if len(one.cursors) > 0 {
		one.variables = one.cursorVariables(t, c)
	}
	if one.variables != "" {
		text += "# variables: " + one.variables + "\n"
	}
	if one.budget > 0 {
		text += fmt.Sprintf("# budget: %d\n", one.budget)
	}
	return text + one.operation
}

// cursorVariables makes cursors as the connection would have given them.
func (one goldenCase) cursorVariables(t *testing.T, c *compile.Compiler) string {
	t.Helper()

	vars := map[string]any{}
	for name := range one.cursors {
		vars[name] = "" // that one is given decides the statement
	}
	plan, _, _ := planFor(t, c, one.operation, vars)
	signature := signatureOf(plan.Shape, one.of)
	if signature == "" {
		t.Fatalf("%s: there is no connection %s", one.name, one.of)
	}
	for name, values := range one.cursors {
		text, err := compile.EncodeCursor(signature, values)
		if err != nil {
			t.Fatal(err)
		}
		vars[name] = text
	}
	raw, err := json.Marshal(vars)
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}

// signatureOf looks for the first connection of a coordinate.
func signatureOf(shape *compile.Shape, coordinate string) string {
	if shape == nil {
		return ""
	}
	for _, f := range shape.Fields {
		if f.Coordinate == coordinate && f.Page != nil {
			return f.Page.Signature
		}
		if found := signatureOf(f.Shape, coordinate); found != "" {
			return found
		}
	}
	return ""
}

// TestGoldens holds the statement of each case in testdata: a comment on what it shows, where there are any its
// variables as a comment of JSON and the rows after which it is cut, and the operation, then the statement, its
// parameters, its separate statements and the statements that go on where it was split.
// `go test ./graph/compile -update` rewrites them. Package graph has the database explain each statement, bench
// counts what each reads.
func TestGoldens(t *testing.T) {
	t.Parallel()

	c := compiler(t)
	known := map[string]bool{}
	for _, one := range slices.Concat(operationCases, nestedCases, pageCases, payloadCases, computedCases, schemaCases(t, c.Mapping().Schema)) {
		file := filepath.Join("testdata", one.name+".golden")
		if known[file] {
			t.Errorf("%s is there twice", one.name)
		}
		known[file] = true
		t.Run(one.name, func(t *testing.T) {
			t.Parallel()

			input := one.input(t, c)
			golden(t, file, input+dashes+compiled(t, c, input)+"\n")
		})
	}
	files, err := filepath.Glob("testdata/*/*.golden")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if !known[file] && !slices.Contains([]string{"explore", "company"}, filepath.Base(filepath.Dir(file))) {
			t.Errorf("no case makes %s; remove it", file)
		}
	}
}

// golden compares with a file, or rewrites it.
func golden(t *testing.T, file, got string) {
	t.Helper()

	if *update {
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatalf("%v; run with -update", err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", file, diff)
	}
}

// planFor compiles an operation for its variables.
func planFor(t *testing.T, c *compile.Compiler, operation string, given map[string]any) (*compile.Plan, *ast.OperationDefinition, map[string]any) {
	t.Helper()

	op := parse(t, c, operation)
	vars, err := validator.VariableValues(c.Mapping().Schema, op, given)
	if err != nil {
		t.Fatal(err)
	}
	plan, err := c.Compile(op, vars)
	if err != nil {
		t.Fatalf("%s: %v", operation, err)
	}
	return plan, op, vars
}

func parse(t *testing.T, c *compile.Compiler, document string) *ast.OperationDefinition {
	t.Helper()

	doc, errs := gqlparser.LoadQueryWithRules(c.Mapping().Schema, document, rules.NewDefaultRules())
	if errs != nil {
		t.Fatalf("%s: %v", document, errs)
	}
	return doc.Operations[0]
}

func compiled(t *testing.T, c *compile.Compiler, input string) string {
	t.Helper()

	if budget := header(t, input, "budget", 0); budget > 0 {
		c = c.WithSplits(budget, compile.Counts{})
	}
	plan, op, vars := planFor(t, c, input, variables(t, input))
	if op.Operation == ast.Mutation { // Go code makes the change; the statement reads what is told of it
		field, isField := op.SelectionSet[0].(*ast.Field)
		if !isField {
			t.Fatal("a mutation of no field")
		}
		var err error
		if plan, err = c.Rows(field, c.Mapping().Types[field.Definition.Type.Name()], vars); err != nil {
			t.Fatal(err)
		}
	}
	bound, err := plan.Bind(vars, "2026-11-11")
	if err != nil {
		t.Fatal(err)
	}
	params := shown(t, bound.Statement.Params)
	text := bound.Statement.Text + dashes + params
	for _, separate := range plan.Separate {
		text += dashes + separate.Text
	}
	for _, cut := range plan.Splits {
		if cut.Call != nil {
			text += dashes + "calls " + cut.Call.Coordinate
			continue
		}
		text += dashes + cut.Text
	}
	return text
}

// equalDays compares parameters that are days.
var equalDays = cmp.Comparer(func(a, b dbtype.Date) bool { return a.Time().Equal(b.Time()) })

// shown are parameters in one line of JSON, days as Cypher writes them.
func shown(t testing.TB, params map[string]any) string {
	t.Helper()

	written := maps.Clone(params)
	for name, value := range params {
		if day, isDay := value.(dbtype.Date); isDay {
			written[name] = "date('" + day.String() + "')"
		}
	}
	line, err := json.Marshal(written)
	if err != nil {
		t.Fatal(err)
	}
	return strings.ReplaceAll(string(line), `\u0027`, "'")
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
