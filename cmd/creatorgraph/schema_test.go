package main

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
)

// What the command prints is a schema by itself, of the same types in each of its three forms.
func TestSchemaIsPrinted(t *testing.T) {
	t.Parallel()

	printed := func(flags ...string) string {
		t.Helper()
		var out, errs bytes.Buffer
		if code := run(t.Context(), append([]string{"schema"}, flags...), &out, &errs); code != 0 {
			t.Fatalf("schema %v: exit %d, %s", flags, code, errs.String())
		}
		return out.String()
	}
	schema, err := gqlparser.LoadSchema(&ast.Source{Name: "schema.graphql", Input: printed()})
	if err != nil {
		t.Fatal(err)
	}
	flat, err := gqlparser.LoadSchema(&ast.Source{Name: "flat.graphql", Input: printed("--flat-interfaces")})
	if err != nil {
		t.Fatal(err)
	}
	for _, possible := range flat.PossibleTypes["Node"] {
		if possible.Kind != ast.Object {
			t.Errorf("flat: a Node may be the %s %s", possible.Kind, possible.Name)
		}
	}
	var introspected struct {
		Schema struct{ Types []struct{ Name string } } `json:"__schema"`
	}
	if err := json.Unmarshal([]byte(printed("--json")), &introspected); err != nil {
		t.Fatal(err)
	}
	names := map[string]bool{}
	for _, typ := range introspected.Schema.Types {
		names[typ.Name] = true
	}
	for name := range schema.Types {
		if !names[name] || flat.Types[name] == nil {
			t.Errorf("%s is not in every form", name)
		}
	}
	if len(names) != len(schema.Types) {
		t.Errorf("introspection has %d types, SDL %d", len(names), len(schema.Types))
	}
	var out, errs bytes.Buffer
	if code := run(t.Context(), []string{"schema", "--json", "--flat-interfaces"}, &out, &errs); code != exitUsage || !strings.Contains(errs.String(), "give one of them") {
		t.Errorf("both at once: exit %d, %s", code, errs.String())
	}
}
