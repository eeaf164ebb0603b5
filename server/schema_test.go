package server

import (
	"encoding/json"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/graphtest"
)

// The schema is one, whichever way a client asks for it, and says nothing of how it lies in the graph. That
// introspection says the same is held by the clients' tests, where graphql-js prints what it was told.
func TestSchemaIsTheSameByEveryWay(t *testing.T) {
	t.Parallel()

	store := graphtest.Open(t)
	s := serve(t, Config{API: real(t, store), Database: store, Introspect: true})
	file := s.do(http.MethodGet, "/schema.graphql", "")
	if file.status != http.StatusOK || !strings.HasPrefix(file.header.Get("Content-Type"), "text/plain") {
		t.Fatalf("got %d %v", file.status, file.header)
	}
	for _, query := range []string{`{sdl}`, `{sdl __schema{queryType{name}}}`} {
		var answer struct{ Data struct{ SDL string } }
		if err := json.Unmarshal([]byte(s.ask(query).text), &answer); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(file.text, answer.Data.SDL); diff != "" {
			t.Errorf("%s is another (-file +answer):\n%s", query, diff)
		}
	}
	for _, inside := range []string{"directive @", "@cypher", "@node", "@relationship", "RelationshipDirection"} {
		if strings.Contains(file.text, inside) {
			t.Errorf("it holds %s", inside)
		}
	}
	again := s.do(http.MethodGet, "/schema.graphql", "", "If-None-Match: "+file.header.Get("ETag"))
	if again.status != http.StatusNotModified {
		t.Errorf("unchanged: got %d", again.status)
	}
	flat := s.do(http.MethodGet, "/schema.graphql?interfaces=flat", "").text
	if want := strings.Replace(file.text, "interface Entity implements Node {", "interface Entity {", 1); flat != want {
		t.Errorf("the flat one differs in more than its interfaces:\n%s", cmp.Diff(want, flat))
	}
	if got := s.do(http.MethodGet, "/schema.graphql?interfaces=round", ""); got.status != http.StatusBadRequest {
		t.Errorf("an unknown kind: got %d %s", got.status, got.text)
	}
}

// Introspection answers what code generators of today ask, by the specification of September 2025.
func TestIntrospectionAnswersCodeGenerators(t *testing.T) {
	t.Parallel()

	store := graphtest.Open(t)
	s := serve(t, Config{API: real(t, store), Database: store, Introspect: true})
	type named struct{ Name string }
	var answer struct {
		Data struct {
			Schema struct {
				Directives []struct {
					Name         string
					IsRepeatable *bool
					Locations    []string
				}
				Types []struct {
					Kind, Name     string
					SpecifiedByURL *string
					IsOneOf        *bool
					PossibleTypes  []named
				}
			} `json:"__schema"`
			Node struct{ PossibleTypes []struct{ Kind string } }
		}
	}
	got := s.ask(`{
		__schema {
			directives { name isRepeatable locations args(includeDeprecated: true) { name isDeprecated deprecationReason } }
			types { kind name specifiedByURL isOneOf possibleTypes { name }
				fields(includeDeprecated: true) { name args(includeDeprecated: true) { name isDeprecated } }
				inputFields(includeDeprecated: true) { name isDeprecated deprecationReason } }
		}
		Node: __type(name: "Node") { possibleTypes { kind } }
	}`)
	if err := json.Unmarshal([]byte(got.text), &answer); err != nil || got.code(t) != codeOK {
		t.Fatalf("%v: %.300s", err, got.text)
	}
	var directives []string
	for _, d := range answer.Data.Schema.Directives {
		directives = append(directives, d.Name)
		if d.IsRepeatable == nil || slices.Contains(d.Locations, "DIRECTIVE_DEFINITION") {
			t.Errorf("directive %+v", d)
		}
	}
	if diff := cmp.Diff([]string{"deprecated", "include", "oneOf", "skip", "specifiedBy"}, directives); diff != "" {
		t.Errorf("directives (-want +got):\n%s", diff)
	}
	builtIn := []string{"Boolean", "Float", "ID", "Int", "String"}
	for _, def := range answer.Data.Schema.Types {
		isOurs := def.Kind == "SCALAR" && !slices.Contains(builtIn, def.Name)
		if isOurs && (def.SpecifiedByURL == nil || !strings.HasPrefix(*def.SpecifiedByURL, "https://www.rfc-editor.org/rfc/")) {
			t.Errorf("scalar %s is specified by nothing", def.Name)
		}
		if def.Kind == "INPUT_OBJECT" && def.IsOneOf == nil {
			t.Errorf("input %s does not say whether it is one of", def.Name)
		}
	}
	for _, possible := range answer.Data.Node.PossibleTypes {
		if possible.Kind != "OBJECT" {
			t.Errorf("a Node may be an %s", possible.Kind)
		}
	}
}

// A directive that nothing here heeds is refused, so that nobody waits for what it promises.
func TestDeferIsNoDirective(t *testing.T) {
	t.Parallel()

	store := graphtest.Open(t)
	s := serve(t, Config{API: real(t, store), Database: store})
	got := s.ask(`{creators{nodes{key ...@defer{name}}}}`)
	if got.code(t) != graph.Validation.Code() || !strings.Contains(got.text, "@defer") {
		t.Errorf("got %s", got.text)
	}
}

// Who may not introspect is not given the schema by another way.
func TestSchemaIsHiddenWhereIntrospectionIs(t *testing.T) {
	t.Parallel()

	store := graphtest.Open(t)
	s := serve(t, Config{API: real(t, store), Database: store})
	if got := s.do(http.MethodGet, "/schema.graphql", ""); got.status != http.StatusForbidden || !strings.Contains(got.text, "creatorgraph schema") {
		t.Errorf("the file: got %d %s", got.status, got.text)
	}
	for _, query := range []string{`{sdl}`, `{text: sdl}`, `{...{sdl}}`, `query Q {...F} fragment F on Query {sdl}`} {
		if got := s.ask(query); got.code(t) != graph.Validation.Code() {
			t.Errorf("%s: got %.200s", query, got.text)
		}
	}
}
