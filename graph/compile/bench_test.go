package compile_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"
	"github.com/vektah/gqlparser/v2/validator"
	"github.com/vektah/gqlparser/v2/validator/rules"

	"github.com/creatorgraph/creatorgraph/graph/compile"
)

// measured is an operation whose translation is timed.
type measured struct {
	name, text string
	given      map[string]any
}

// asked are the variables of the benchmark's cases.
var asked = map[string]string{
	"01_by_key":      `{"key": "cr-000001"}`,
	"02_nested":      `{"key": "b-0001"}`,
	"03_first_page":  `{"min": 1050}`,
	"04_page_500":    `{"min": 1050, "after": "WzEsImhhbDVmMCIsMTAwMzIsImNyLTAxMDU5MyJd"}`,
	"05_counts":      `{"objective": "AWARENESS"}`,
	"06_performance": `{"key": "cp-000001"}`,
	"07_some":        `{"brands": ["b-0040", "b-0041"]}`,
	"08_none":        `{"brands": ["b-0040", "b-0041"]}`,
	"09_all":         `{"brands": ["b-0040", "b-0041"]}`,
	"10_search":      `{"text": "美食"}`,
	"11_two_roots":   `{"key": "b-0001", "min": 1100}`,
	"12_interface":   `{"ids": ["Q3JlYXRvcjpjci0x", "QnJhbmQ6Yi0x", "Q2FtcGFpZ246Y2EtMQ"]}`,
	"13_mutation": `{"input": {"campaign": "Q2FtcGFpZ246Y2EtMQ", "creator": "Q3JlYXRvcjpjci0x", "source": "RECOMMENDED",
		"fee": 14000, "impressions": 15388, "engagements": 797, "clicks": 101, "conversions": 4, "gmv": 53248}}`,
	"14_collaborators":          `{"key": "cr-000001"}`,
	"15_neighborhood":           `{"of": "Q3JlYXRvcjpjci0x"}`,
	"16_paths":                  `{"from": "Q3JlYXRvcjpjci0x", "to": "QnJhbmQ6Yi0x"}`,
	"17_facets":                 `{"filter": {"regions": ["四川"]}}`,
	"18_facets_all":             `{"first": 20}`,
	"19_lookalikes_one_seed":    `{"seed": "Q3JlYXRvcjpjci0x", "min": 5000}`,
	"20_lookalikes_fifty_seeds": `{"seeds": ["Q3JlYXRvcjpjci0x"], "min": 5000}`,
}

// operations are those of the benchmark's cases or of the golden files.
func operations(b *testing.B, pattern string) []measured {
	b.Helper()

	paths, err := filepath.Glob(pattern)
	if err != nil || len(paths) == 0 {
		b.Fatalf("%s: no operations: %v", pattern, err)
	}
	var all []measured
	for _, path := range paths {
		name, ending, _ := strings.Cut(filepath.Base(path), ".")
		if ending == "peer.graphql" {
			continue
		}
		raw, err := os.ReadFile(path)
		if err != nil {
			b.Fatal(err)
		}
		text, _, _ := strings.Cut(string(raw), dashes)
		m := measured{name: name, text: text}
		if ending == "golden" {
			m.given = header[map[string]any](b, text, "variables", nil)
		} else if err := json.Unmarshal([]byte(asked[name]), &m.given); err != nil {
			b.Fatalf("%s: variables: %v", path, err)
		}
		all = append(all, m)
	}
	return all
}

// each times work for each operation by itself and then for all of them in turn. Work gets what its setup
// gave for the operation.
func each[T any](b *testing.B, setup func(b *testing.B, m measured) T, work func(b *testing.B, made T)) {
	all := slices.Concat(operations(b, "../../bench/cases/*.graphql"), operations(b, "testdata/*.golden"))
	var made []T
	for _, m := range all {
		made = append(made, setup(b, m))
		one := made[len(made)-1:]
		b.Run(m.name, func(b *testing.B) { timed(b, one, work) })
	}
	b.Run("all", func(b *testing.B) { timed(b, made, work) })
}

// timed runs work on what was made in turn, each run by itself on the clock for the median and the slowest
// of a hundred.
func timed[T any](b *testing.B, made []T, work func(b *testing.B, made T)) {
	b.ReportAllocs()
	took := make([]time.Duration, 0, 1<<20)
	for i := 0; b.Loop(); i++ {
		begun := time.Now()
		work(b, made[i%len(made)])
		took = append(took, time.Since(begun))
	}
	slices.Sort(took)
	for name, share := range map[string]float64{"p50-µs": 0.5, "p99-µs": 0.99} {
		at := min(int(share*float64(len(took))), len(took)-1)
		b.ReportMetric(float64(took[at].Nanoseconds())/1000, name)
	}
}

const today = "2026-11-11"

// BenchmarkNewShape is all that a text costs that was never seen: parsing, validation, the variables' values,
// compilation and binding.
func BenchmarkNewShape(b *testing.B) {
	c := compiler(b).WithSplits(compile.Budget, compile.Counts{})
	schema, rules := c.Mapping().Schema, rules.NewDefaultRules()
	each(b, func(b *testing.B, m measured) measured { return m }, func(b *testing.B, m measured) {
		doc, err := parser.ParseQuery(&ast.Source{Input: m.text})
		if err != nil {
			b.Fatal(err)
		}
		if errs := validator.ValidateWithRules(schema, doc, rules); errs != nil {
			b.Fatal(errs)
		}
		t := translation{op: doc.Operations[0], vars: variablesOf(b, c, doc.Operations[0], m)}
		t.plan = t.compile(b, c)
		t.bind(b, c)
	})
}

// BenchmarkCompile is compilation alone.
func BenchmarkCompile(b *testing.B) {
	c := compiler(b).WithSplits(compile.Budget, compile.Counts{})
	each(b, func(b *testing.B, m measured) translation { return prepared(b, c, m) },
		func(b *testing.B, t translation) { t.compile(b, c) })
}

// BenchmarkKnownShape is what remains when a document and its form of variables are known: to find the form
// and to bind.
func BenchmarkKnownShape(b *testing.B) {
	c := compiler(b).WithSplits(compile.Budget, compile.Counts{})
	each(b, func(b *testing.B, m measured) translation { return prepared(b, c, m) },
		func(b *testing.B, t translation) { t.bind(b, c) })
}

// translation is an operation on its way.
type translation struct {
	op   *ast.OperationDefinition
	vars map[string]any
	plan *compile.Plan
}

func prepared(b *testing.B, c *compile.Compiler, m measured) translation {
	b.Helper()

	doc, err := parser.ParseQuery(&ast.Source{Input: m.text})
	if err != nil {
		b.Fatal(err)
	}
	if errs := validator.ValidateWithRules(c.Mapping().Schema, doc, rules.NewDefaultRules()); errs != nil {
		b.Fatalf("%s: %v", m.name, errs)
	}
	t := translation{op: doc.Operations[0], vars: variablesOf(b, c, doc.Operations[0], m)}
	t.plan = t.compile(b, c)
	return t
}

func variablesOf(b *testing.B, c *compile.Compiler, op *ast.OperationDefinition, m measured) map[string]any {
	vars, err := validator.VariableValues(c.Mapping().Schema, op, m.given)
	if err != nil {
		b.Fatalf("%s: %v", m.name, err)
	}
	return compile.Variables(vars)
}

// compile compiles a query whole, and of a mutation the payload.
func (t translation) compile(b *testing.B, c *compile.Compiler) *compile.Plan {
	var plan *compile.Plan
	var err error
	if t.op.Operation == ast.Mutation {
		field := t.op.SelectionSet[0].(*ast.Field)
		plan, err = c.Rows(field, c.Mapping().Types[field.Definition.Type.Name()], t.vars)
	} else {
		plan, err = c.Compile(t.op, t.vars)
	}
	if err != nil {
		b.Fatal(err)
	}
	return plan
}

func (t translation) bind(b *testing.B, c *compile.Compiler) {
	c.Form(t.op, t.vars)
	if _, err := t.plan.Bind(t.vars, today); err != nil {
		b.Fatal(err)
	}
}
