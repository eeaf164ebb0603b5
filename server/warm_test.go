package server

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/creatorgraph/creatorgraph/docs/examples"
)

// The server is ready when common questions have been asked once; until then probes are told why, and clients to
// try again. Mutations are no questions, and what cannot be asked keeps nobody waiting.
func TestReadyMeansWarm(t *testing.T) {
	t.Parallel()

	api := newTiny()
	s := New(Config{API: api, Database: &switchable{}, Listen: "127.0.0.1:0", WarmUp: time.Minute,
		Warm: []string{"mutation{touch}", "{nothing}", `{fail(how:"panic")}`, "query A($n:Int!){things(first:$n){totalCount}}", "{wait}"}})
	ended := make(chan error, 1)
	go func() { ended <- s.startup.run(t.Context()) }()
	<-api.started
	site := hand(t, s)
	if got := site.do(http.MethodGet, "/readyz", ""); got.status != http.StatusServiceUnavailable || !strings.Contains(got.text, "common questions") {
		t.Errorf("while it warms: got %d %s", got.status, got.text)
	}
	if got := site.ask("{name}"); got.code(t) != "SERVICE_UNAVAILABLE" {
		t.Errorf("a client meanwhile: got %s", got.text)
	}
	close(api.release)
	if err := <-ended; err != nil {
		t.Fatal(err)
	}
	if got := site.do(http.MethodGet, "/readyz", ""); got.status != http.StatusOK {
		t.Errorf("when it is warm: got %d %s", got.status, got.text)
	}
	if n := api.warmed.Load(); n != 1 {
		t.Errorf("of %d mutations it was asked what they read, want 1", n)
	}
	if n := s.documents.count(); n < 2 {
		t.Errorf("%d documents are kept of those that were asked", n)
	}
}

// Warming ends when its time is up.
func TestWarmingIsBounded(t *testing.T) {
	t.Parallel()

	s := New(Config{API: newTiny(), Database: &switchable{}, WarmUp: 20 * time.Millisecond, Warm: []string{"{wait}", "{wait}", "{wait}"}})
	if err := s.startup.run(t.Context()); err != nil {
		t.Fatal(err)
	}
}

// Every document of docs/examples is one that the server can be warmed with.
func TestExamplesAreValid(t *testing.T) {
	t.Parallel()

	s := New(Config{API: schemaOnly{real(t, nil)}})
	names, err := examples.Files.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range names {
		raw, err := examples.Files.ReadFile(entry.Name())
		if err != nil {
			t.Fatal(err)
		}
		if _, errs := s.gate.document(&requestParams{Query: string(raw)}); errs != nil {
			t.Errorf("%s: %v", entry.Name(), errs)
		}
	}
}

// What a trusted document needs of variables is made up, so that it can be asked before any client has.
func TestWarmingMakesUpVariables(t *testing.T) {
	t.Parallel()

	s := New(Config{API: schemaOnly{real(t, nil)}})
	for _, text := range []string{
		`query A($key: String!) { creator(key: $key) { name } }`,
		`query B($id: ID!, $first: Int!) { agency(id: $id) { creators(first: $first) { nodes { name } } } }`,
		`query C($ids: [ID!]!) { nodes(ids: $ids) { id } }`,
		`query D($filter: CreatorFilter!, $orderBy: [CreatorOrder!]!) { creators(filter: $filter, orderBy: $orderBy) { totalCount } }`,
	} {
		doc, errs := s.gate.document(&requestParams{Query: text})
		if errs != nil {
			t.Fatal(errs)
		}
		op := doc.operations[0].OperationDefinition
		made := placeholderVariables(s.gate.schema, op, nil)
		if len(made) != len(op.VariableDefinitions) {
			t.Errorf("%s: made up %v", text, made)
		}
		if _, err := coerce(s.gate.schema, op, made); err != nil {
			t.Errorf("%s with %v: %v", text, made, err)
		}
	}
}
