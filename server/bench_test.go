package server

import (
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

// asked are operations of the real schema, from a look-up to a page with a filter in its variables.
var asked = []struct{ name, text, variables string }{
	{"by key", `query ByKey($key: String!) { creator(key: $key) { key name followers agency { key name } } }`,
		`{"key":"cr-000042"}`},
	{"nested", `{ brand(key: "b-0001") { name campaigns(first: 20) { nodes { key name
		participations(first: 20) { nodes { fee creator { key name agency { key name } } } } } } } }`, `{}`},
	{"filtered", `query Page($filter: CreatorFilter, $first: Int, $after: String) {
		creators(filter: $filter, orderBy: [{field: CPM}], first: $first, after: $after) {
			nodes { key name followers } pageInfo { hasNextPage endCursor } } }`,
		`{"first":20,"filter":{"followers":{"gte":100000},"regions":["四川"],"OR":[{"name":{"contains":"a"}},{"NOT":{"price":{"format":"SHORT_VIDEO","lte":3000000}}}]}}`},
}

// What a document that was seen before costs until it runs: looked up, its variables read and
// checked, weighed, held against the limits.
func BenchmarkKnownDocument(b *testing.B) {
	s := quiet(b, Config{API: schemaOnly{real(b, nil)}})
	for _, op := range asked {
		b.Run(op.name, func(b *testing.B) {
			letIn(b, s, op.text, op.variables)
		})
	}
}

// The same for a text that was never seen: parsed and validated as well.
func BenchmarkUnknownDocument(b *testing.B) {
	s := quiet(b, Config{API: schemaOnly{real(b, nil)}, Limits: Limits{DocumentBytes: 1}})
	for _, op := range asked {
		b.Run(op.name, func(b *testing.B) {
			letIn(b, s, op.text, op.variables)
		})
	}
}

// A whole request of a known document, all but HTTP's own parsing and the execution: headers, body,
// answer, log line, metrics.
func BenchmarkRequest(b *testing.B) {
	s := quiet(b, Config{API: newTiny()})
	body := `{"query":"query Things($n: Int) { things(first: $n) { nodes { name tags { name } } } }",` +
		`"operationName":"Things","variables":{"n":3}}`
	url := "/graphql?query=%7Bthings%7Bnodes%7Bname%7D%7D%7D"
	b.Run("POST", func(b *testing.B) { repeat(b, s, http.MethodPost, "/graphql", body, http.StatusOK) })
	b.Run("GET", func(b *testing.B) { repeat(b, s, http.MethodGet, url, "", http.StatusOK) })
}

// What refusing costs, with what a client sends to make it dear.
func BenchmarkRefused(b *testing.B) {
	s := quiet(b, Config{API: newTiny()})
	for _, hostile := range []struct {
		name, document string
		status         int
	}{
		{"10,000 braces", strings.Repeat("{things", 10_000), http.StatusBadRequest},
		{"10,000 aliases", "{" + strings.Repeat("a:name ", 10_000) + "}", http.StatusBadRequest},
		{"10,000 directives", "{name " + strings.Repeat("@skip(if:false)", 10_000) + "}", http.StatusBadRequest},
		{"1 MB of braces", strings.Repeat("{", 1<<20-100), http.StatusBadRequest},
		{"1 MB of garbage", strings.Repeat("x$! ", 1<<18-100), http.StatusBadRequest},
		{"20 MB", strings.Repeat(" ", 20<<20), http.StatusRequestEntityTooLarge},
	} {
		body, err := json.Marshal(map[string]string{"query": hostile.document})
		if err != nil {
			b.Fatal(err)
		}
		b.Run(hostile.name, func(b *testing.B) {
			repeat(b, s, http.MethodPost, "/graphql", string(body), hostile.status)
		})
	}
	b.Run("1 MB that is no JSON", func(b *testing.B) {
		repeat(b, s, http.MethodPost, "/graphql", strings.Repeat("{", 1<<20-100), http.StatusBadRequest)
	})
}

// letIn brings one operation through the gate over and over.
func letIn(b *testing.B, s *Server, text, variables string) {
	b.Helper()
	q := &requestParams{Query: text}
	if problem := decode("variables", []byte(variables), &q.Variables); problem != nil {
		b.Fatal(problem)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, errs := s.gate.admit(b.Context(), q); errs != nil {
			b.Fatal(errs)
		}
	}
}

// quiet makes a server that is ready and whose log is written to nowhere.
func quiet(b *testing.B, config Config) *Server {
	b.Helper()
	config.Listen, config.Database = "127.0.0.1:0", &switchable{}
	config.Logger = slog.New(WithRequestIDs(slog.NewJSONHandler(io.Discard, nil)))
	s := New(config)
	if err := s.startup.run(context.Background()); err != nil {
		b.Fatal(err)
	}
	return s
}

// repeat sends one request over and over, past the network.
func repeat(b *testing.B, s *Server, method, url, body string, want int) {
	b.Helper()
	r := httptest.NewRequestWithContext(b.Context(), method, url, nil)
	r.Host = "127.0.0.1:8080"
	r.Header = http.Header{"Content-Type": {typeJSON}, "Accept": {typeGraphQL + ", " + typeJSON + ";q=0.9"}}
	w := &discard{header: http.Header{}}
	b.ReportAllocs()
	for b.Loop() {
		clear(w.header)
		r.Body, r.ContentLength = io.NopCloser(strings.NewReader(body)), int64(len(body))
		s.handler.ServeHTTP(w, r)
		if w.status != want {
			b.Fatalf("status %d, want %d", w.status, want)
		}
	}
}

// discard is a ResponseWriter that keeps the status alone.
type discard struct {
	header http.Header
	status int
}

func (d *discard) Header() http.Header         { return d.header }
func (d *discard) WriteHeader(status int)      { d.status = status }
func (d *discard) Write(p []byte) (int, error) { return len(p), nil }

func (d *discard) SetReadDeadline(time.Time) error  { return nil }
func (d *discard) SetWriteDeadline(time.Time) error { return nil }
