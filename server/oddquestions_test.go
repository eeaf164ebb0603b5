package server

import (
	"fmt"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/creatorgraph/creatorgraph/graph/compile"
	"github.com/creatorgraph/creatorgraph/graph/graphtest"
)

// oddest are those of oddValues that are worth asking every argument.
var oddest = []string{`""`, `"2026/1/1"`, `"a\u0000b"`, `-1`, `9007199254740992`, `1e400`, `["x", 5]`, `{}`}

// Whatever is given to any argument of any question, or stands anywhere in an input, is answered or is the
// client's own mistake.
func TestOddValuesInQuestionsAreTheClients(t *testing.T) {
	t.Parallel()

	store := graphtest.Open(t)
	d := graphtest.Draw(t, store, campaign)
	api := real(t, store)
	s := serve(t, Config{API: api, Database: store})
	schema := api.Schema().Schema()
	ann, spring := compile.ID("Creator", d.Key("ann")), compile.ID("Campaign", d.Key("spring"))
	asked, seen := 0, map[string]bool{}
	for _, f := range schema.Query.Fields {
		if strings.HasPrefix(f.Name, "__") {
			continue
		}
		for _, arg := range f.Arguments {
			args := []string{arg.Name + ": $odd"}
			for _, other := range f.Arguments {
				if other.Name != arg.Name && other.Type.NonNull && other.DefaultValue == nil {
					args = append(args, other.Name+": "+honest(schema, other.Type, other.Name, ann, spring))
				}
			}
			below := ""
			if !schema.Types[f.Type.Name()].IsLeafType() {
				below = "{__typename}"
			}
			document := fmt.Sprintf("query($odd: %s) { %s(%s) %s }", arg.Type.String(), f.Name, strings.Join(args, ", "), below)
			for _, value := range oddInputs(schema, arg.Type, seen) {
				asked++
				judged(t, s, document+" "+value, fmt.Sprintf(`{"query": %q, "variables": {"odd": %s}}`, document, value))
			}
		}
	}
	if asked < 300 {
		t.Errorf("only %d questions were asked", asked)
	}
}

// oddInputs are odd values of a type, and of each place in it if it is an input seen for the first time.
func oddInputs(schema *ast.Schema, typ *ast.Type, seen map[string]bool) []string {
	def := schema.Types[typ.Name()]
	if def.Kind != ast.InputObject {
		return oddest
	}
	all := []string{"7", "[]", "{}"}
	if seen[def.Name] {
		return all
	}
	seen[def.Name] = true
	for _, f := range def.Fields {
		for _, value := range oddInputs(schema, f.Type, seen) {
			input := with(schema, def, []string{f.Name}, value, nil)
			all = append(all, input)
		}
	}
	return all
}

func honest(schema *ast.Schema, typ *ast.Type, name, creator, campaign string) string {
	if typ.Elem != nil {
		return "[" + honest(schema, typ.Elem, name, creator, campaign) + "]"
	}
	value := map[string]string{"ID": fmt.Sprintf("%q", creator), "String": `"RETURN 1 AS one"`, "Int": "1", "Date": `"2026-01-01"`,
		"Money": "100", "BriefInput": `{objective: AWARENESS, categories: ["none"]}`}[typ.Name()]
	if name == "to" && typ.Name() == "ID" {
		value = fmt.Sprintf("%q", campaign)
	}
	if def := schema.Types[typ.Name()]; def.Kind == ast.Enum {
		value = def.EnumValues[0].Name
	}
	return value
}
