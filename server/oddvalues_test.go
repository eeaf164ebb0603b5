package server

import (
	"context"
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/compile"
	"github.com/creatorgraph/creatorgraph/graph/graphtest"
)

// oddValues are values that some scalar does not take, as JSON; each is also tried as a literal.
var oddValues = []string{
	`""`, `" "`, `"x"`, `"123"`, `"2026/1/1"`, `"2026-02-30"`, `"0000-00-00"`, `"9999-12-31T23:59:59-23:59"`,
	`"2026-01-01T00:00:00"`, `"NaN"`, `"a\u0000b"`, `"\ud800"`, `"` + strings.Repeat("长", 9_000) + `"`,
	`0`, `-0`, `-1`, `1.5`, `1e3`, `9007199254740991`, `9007199254740992`, `9223372036854775808`,
	`99999999999999999999999`, `1e308`, `1e400`, `-1e400`, `true`, `[]`, `[[]]`, `[null]`, `["x", 5]`, `{}`, `{"a": 1}`,
}

// names are names of fields in JSON, and values of enums.
var names = regexp.MustCompile(`"[a-zA-Z]+":|"[A-Z_]+"`)

// leaf is a place in a mutation's input that takes a scalar or an enum's value.
type leaf struct {
	mutation, input string
	path            []string // names down from the input
	typ             *ast.Type
}

func leaves(schema *ast.Schema) []leaf {
	var all []leaf
	var walk func(l leaf, def *ast.Definition)
	walk = func(l leaf, def *ast.Definition) {
		for _, f := range def.Fields {
			one := leaf{l.mutation, l.input, append(l.path[:len(l.path):len(l.path)], f.Name), f.Type}
			if of := schema.Types[f.Type.Name()]; of.Kind == ast.InputObject {
				walk(one, of)
			}
			all = append(all, one)
		}
	}
	for _, m := range schema.Mutation.Fields {
		if arg := m.Arguments.ForName("input"); arg != nil {
			walk(leaf{mutation: m.Name, input: arg.Type.Name()}, schema.Types[arg.Type.Name()])
		}
	}
	return all
}

// with writes an input that is right but for one value at a path; write gives the JSON of each value by type.
func with(schema *ast.Schema, def *ast.Definition, path []string, odd string, ids map[string]string) string {
	var parts []string
	for _, f := range def.Fields {
		isIt := len(path) > 0 && f.Name == path[0]
		if !isIt && !(f.Type.NonNull && f.DefaultValue == nil) {
			continue
		}
		value := odd
		if of := schema.Types[f.Type.Name()]; !isIt || len(path) > 1 {
			value = plainValue(of, f.Name, ids)
			if of.Kind == ast.InputObject {
				var below []string
				if isIt {
					below = path[1:]
				}
				value = with(schema, of, below, odd, ids)
			}
			if f.Type.Elem != nil {
				value = "[" + value + "]"
			}
		}
		parts = append(parts, fmt.Sprintf("%q: %s", f.Name, value))
	}
	return "{" + strings.Join(parts, ", ") + "}"
}

func plainValue(def *ast.Definition, name string, ids map[string]string) string {
	switch {
	case def.Kind == ast.Enum:
		return fmt.Sprintf("%q", def.EnumValues[0].Name)
	case ids[name] != "":
		return fmt.Sprintf("%q", ids[name])
	}
	return map[string]string{"String": `"x"`, "ID": `"x"`, "Date": `"2026-01-01"`, "DateTime": `"2026-01-01T00:00:00Z"`,
		"Boolean": "true", "JSON": "{}"}[def.Name] + map[bool]string{true: "1"}[def.Name == "Long" || def.Name == "Money" || def.Name == "Int"]
}

// Whatever stands anywhere in the input of any mutation, inline or by a variable, a client is told its own
// mistake: as a userError, or as BAD_USER_INPUT with the place.
func TestOddValuesInInputsAreTheClients(t *testing.T) {
	t.Parallel()

	store := graphtest.Open(t)
	d := graphtest.Draw(t, store, campaign+"\n(ann)-[:POSTED]->(clip:Content {published: datetime('2026-03-02T10:00:00Z')})")
	t.Cleanup(func() { // campaigns that were taken after all; lists cannot be told from those of tests beside this one
		if _, err := store.Schema(context.WithoutCancel(t.Context()), graph.Statement{
			Text:   "MATCH (:Brand {key: $brand})-[:RAN]->(c:Campaign) DETACH DELETE c",
			Params: map[string]any{"brand": d.Key("acme")}}); err != nil {
			t.Error(err)
		}
	})
	api := real(t, store)
	s := serve(t, Config{API: api, Database: store})
	schema := api.Schema().Schema()
	ids := map[string]string{}
	for name, of := range map[string]string{"brand": "Brand acme", "campaign": "Campaign spring", "creator": "Creator ann",
		"content": "Content clip"} {
		typ, key, _ := strings.Cut(of, " ")
		ids[name] = compile.ID(typ, d.Key(key))
	}
	all := leaves(schema)
	if len(all) < 40 {
		t.Fatalf("only %d places in inputs", len(all))
	}
	for _, l := range all {
		for _, odd := range oddValues {
			input := with(schema, schema.Types[l.input], l.path, odd, ids)
			byVariable := fmt.Sprintf(`{"query": "mutation($in: %s!) { %s(input: $in) { userErrors { code message path } } }", "variables": {"in": %s}}`,
				l.input, l.mutation, input)
			judged(t, s, strings.Join(append([]string{l.mutation}, l.path...), ".")+" by variable: "+odd, byVariable)
		}
		for _, odd := range []string{`"2026/1/1"`, `""`, `"123"`, `1.5`, `9007199254740993`, `99999999999999999999999`, `1e400`, `BLUE`} {
			input := literalOf(with(schema, schema.Types[l.input], l.path, `"@odd@"`, ids))
			document := fmt.Sprintf("mutation { %s(input: %s) { userErrors { code message path } } }", l.mutation,
				strings.Replace(input, `"@odd@"`, odd, 1))
			body, err := json.Marshal(map[string]string{"query": document})
			if err != nil {
				t.Fatal(err)
			}
			judged(t, s, document, string(body))
		}
	}
}

// literalOf writes JSON as GraphQL has it: names without quotes, and enums' values too.
func literalOf(object string) string {
	for _, name := range names.FindAllString(object, -1) {
		object = strings.ReplaceAll(object, name, strings.ReplaceAll(name, `"`, ""))
	}
	return object
}

// judged asks, and wants an answer that blames nobody wrongly.
func judged(t *testing.T, s *site, what, body string) {
	t.Helper()
	got := s.post(body)
	var r struct {
		Errors []struct {
			Message    string
			Path       []any
			Extensions struct{ Code string }
		}
	}
	if err := json.Unmarshal([]byte(got.text), &r); err != nil {
		t.Fatalf("%.200s: %v: %.300s", what, err, got.text)
	}
	for _, e := range r.Errors {
		switch code := e.Extensions.Code; {
		case code == "GRAPHQL_VALIDATION_FAILED", code == "CONFLICT": // the latter of what an analysis must make first
		case (code == "BAD_USER_INPUT" || code == "LIMIT_EXCEEDED") && strings.Contains(e.Message, ";"):
		default:
			t.Errorf("%.200s: got %.400s", what, got.text)
		}
	}
	if len(got.text) > 8<<10 {
		t.Errorf("%.200s: the answer has %d bytes", what, len(got.text))
	}
}
