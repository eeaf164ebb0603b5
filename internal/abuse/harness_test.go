package abuse

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/graphtest"
	"github.com/creatorgraph/creatorgraph/internal/harness"
	"github.com/creatorgraph/creatorgraph/queries"
	"github.com/creatorgraph/creatorgraph/resolvers"
	"github.com/creatorgraph/creatorgraph/server"
)

// target is a server to be abused.
type target struct{ url string }

// serve starts the whole program's server on the run's Neo4j; it ends with the test.
func serve(t *testing.T, config server.Config) target {
	t.Helper()
	store := graphtest.Open(t)
	saved, err := queries.Load(harness.Mapping(t).Schema, queries.Folder{Name: "queries", Files: queries.Files})
	if err != nil {
		t.Fatal(err)
	}
	config.API = harness.Resolver(t, resolvers.Config{Store: store, Queries: saved, Now: time.Now, Client: server.ClientOf,
		Answer: server.DefaultLimits().Answer})
	config.Database, config.Listen = store, "127.0.0.1:0"
	config.Prepare = func(ctx context.Context) error { return graph.Migrate(ctx, store) }
	return target{harness.Serve(t, server.New(config))}
}

// request is one way to ask; what is left out is as an honest client has it.
type request struct {
	method, path string
	headers      []string // Name: value
	body         string
}

// query asks a document, with variables as JSON where there are any.
func query(document string, variables ...string) request {
	text, err := json.Marshal(document)
	if err != nil {
		panic(err) // a text is always JSON
	}
	body := `{"query":` + string(text)
	for _, v := range variables {
		body += `,"variables":` + v
	}
	return request{body: body + "}"}
}

// with adds headers.
func (r request) with(headers ...string) request {
	r.headers = append(r.headers, headers...)
	return r
}

// answer is what came back.
type answer struct {
	status int
	header http.Header
	text   string
}

// code is that of the answer's first error, OK for none.
func (a answer) code() string {
	var body struct {
		Errors []struct{ Extensions struct{ Code string } }
	}
	switch err := json.Unmarshal([]byte(a.text), &body); {
	case err != nil:
		return "not JSON"
	case len(body.Errors) == 0:
		return "OK"
	}
	return body.Errors[0].Extensions.Code
}

func (s target) do(t *testing.T, q request) answer {
	t.Helper()
	if q.method == "" {
		q.method = http.MethodPost
	}
	if q.path == "" {
		q.path = "/graphql"
	}
	r, err := http.NewRequestWithContext(t.Context(), q.method, s.url+q.path, bytes.NewReader([]byte(q.body)))
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Accept", "application/graphql-response+json")
	if q.body != "" {
		r.Header.Set("Content-Type", "application/json")
	}
	for _, h := range q.headers {
		name, value, _ := strings.Cut(h, ": ")
		r.Header.Set(name, value)
		if name == "Host" {
			r.Host = value
		}
	}
	client := http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	resp, err := client.Do(r)
	if err != nil {
		return answer{text: err.Error()}
	}
	defer func() { _ = resp.Body.Close() }()
	text, err := io.ReadAll(resp.Body)
	if err != nil {
		return answer{text: err.Error()}
	}
	return answer{resp.StatusCode, resp.Header, string(text)}
}
