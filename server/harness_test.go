package server

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/creatorgraph/creatorgraph/graph"
)

// sdl is a schema small enough to tell what each test is about; the real one is asked in
// endtoend_test.go.
const sdl = `
type Query {
  name: String
  fail(how: String!): String
  wait: String
  things(first: Int = 20, filter: Filter): ThingConnection!
  nodes(ids: [ID!]!): [Thing]!
}
type Thing { name: String things(first: Int = 20): ThingConnection! tags: [Tag!]! }
type Tag { name: String }
type ThingConnection { totalCount: Int pageInfo: PageInfo! nodes: [Thing!]! edges: [ThingEdge!]! }
type ThingEdge { node: Thing! }
type PageInfo { hasNextPage: Boolean! }
input Filter { AND: [Filter!] name: String }
type Mutation { touch(how: String): String }
type Subscription { tick: String endless: String }
`

// tiny answers sdl: enough for what HTTP can do, wait until the test says so, fail in every way.
type tiny struct {
	schema  *ast.Schema
	started chan struct{} // receives one for each wait that has begun
	release chan struct{} // closed when waits may end
	ticks   chan string
	warmed  atomic.Int64 // mutations
}

func newTiny() *tiny {
	return &tiny{
		schema:  gqlparser.MustLoadSchema(&ast.Source{Input: sdl}),
		started: make(chan struct{}, 10), release: make(chan struct{}), ticks: make(chan string),
	}
}

func (a *tiny) Schema() graphql.ExecutableSchema { return a.executable() }

func (a *tiny) SDL() string { return sdl }

func (a *tiny) FlatSDL() string { return "# flat" + sdl }

func (a *tiny) Intercept(ctx context.Context, next graphql.OperationHandler) graphql.ResponseHandler {
	return next(ctx)
}

func (a *tiny) WarmMutation(context.Context, *graphql.OperationContext) { a.warmed.Add(1) }

func (a *tiny) executable() graphql.ExecutableSchema {
	return &graphql.ExecutableSchemaMock{
		SchemaFunc: func() *ast.Schema { return a.schema },
		ExecFunc: func(ctx context.Context) graphql.ResponseHandler {
			op := graphql.GetOperationContext(ctx).Operation
			field := op.SelectionSet[0].(*ast.Field)
			if op.Operation == ast.Subscription {
				return a.subscribe(ctx, field)
			}
			return graphql.OneShot(a.answer(ctx, field))
		},
	}
}

func (a *tiny) subscribe(ctx context.Context, field *ast.Field) graphql.ResponseHandler {
	return func(context.Context) *graphql.Response {
		select {
		case <-ctx.Done():
			return nil
		case text, ok := <-a.ticks:
			if !ok {
				return nil
			}
			return &graphql.Response{Data: json.RawMessage(`{"` + field.Name + `":"` + text + `"}`)}
		}
	}
}

func (a *tiny) answer(ctx context.Context, field *ast.Field) *graphql.Response {
	switch field.Name {
	case "fail":
		return a.fail(ctx, field.Arguments[0].Value.Raw)
	case "wait":
		a.started <- struct{}{}
		select {
		case <-ctx.Done():
			graphql.AddError(ctx, &graph.Error{Kind: graph.Timeout, What: "too long", Cause: ctx.Err()})
			return &graphql.Response{Data: json.RawMessage("null")}
		case <-a.release:
		}
	}
	return &graphql.Response{Data: json.RawMessage(`{"` + field.Alias + `":"it works"}`)}
}

func (a *tiny) fail(ctx context.Context, how string) *graphql.Response {
	switch how {
	case "panic":
		panic("secret of the panic")
	case "error":
		return failure(graphqlError(ctx, errors.New("secret of the error")))
	}
	return failure(graphqlError(ctx, graph.Errorf(graph.Unavailable, "try again",
		"the database does not answer: %w", errors.New("secret of the cause"))))
}

func graphqlError(ctx context.Context, err error) *gqlerror.Error {
	graphql.AddError(ctx, err)
	return graphql.GetErrors(ctx)[0]
}

// switchable is a database that answers when it is told to.
type switchable struct {
	mu  sync.Mutex
	err error
}

func (d *switchable) Verify(context.Context) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.err
}

func (d *switchable) Reach(context.Context, []string) error { return nil }

func (d *switchable) set(err error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.err = err
}

// site is a server at an address, as its clients see it.
type site struct {
	t      *testing.T
	url    string
	server *Server
	stop   func() // begins a graceful stop
	ended  <-chan error
	log    *lines
}

// serve starts a server on a free port and waits until it is ready; it ends with the test.
func serve(t *testing.T, config Config) *site {
	t.Helper()
	if config.Database == nil {
		config.Database = &switchable{}
	}
	if config.Listen == "" {
		config.Listen = "127.0.0.1:0"
	}
	out := &lines{}
	config.Logger = slog.New(WithRequestIDs(slog.NewJSONHandler(out,
		&slog.HandlerOptions{Level: slog.LevelDebug})))
	s := New(config)
	listener, err := Listen(t.Context(), config.Listen)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.WithoutCancel(t.Context()))
	ended := make(chan error, 1)
	go func() { ended <- s.Serve(ctx, listener) }()
	t.Cleanup(func() {
		cancel()
		s.waitForSockets(context.Background())
	})
	port := listener.Addr().(*net.TCPAddr).Port
	site := &site{t: t, url: "http://127.0.0.1:" + strconv.Itoa(port), server: s, stop: cancel, ended: ended, log: out}
	if db, ok := config.Database.(*switchable); !ok || db.Verify(ctx) == nil {
		eventually(t, "ready", func() bool { return s.startup.state() == nil })
	}
	return site
}

// answer is what came back of one request.
type answer struct {
	status int
	header http.Header
	text   string
}

func (a answer) code(t *testing.T) string {
	t.Helper()
	var body struct {
		Errors []struct{ Extensions struct{ Code string } }
	}
	if err := json.Unmarshal([]byte(a.text), &body); err != nil {
		t.Fatalf("not JSON: %v: %.300s", err, a.text)
	}
	if len(body.Errors) == 0 {
		return codeOK
	}
	return body.Errors[0].Extensions.Code
}

// do sends a request with headers given as "Name: value".
func (s *site) do(method, path, body string, headers ...string) answer {
	s.t.Helper()
	r, err := http.NewRequestWithContext(s.t.Context(), method, s.url+path, strings.NewReader(body))
	if err != nil {
		s.t.Fatal(err)
	}
	for _, h := range headers {
		name, value, _ := strings.Cut(h, ": ")
		r.Header.Set(name, value)
		if name == "Host" {
			r.Host = value
		}
	}
	client := http.Client{CheckRedirect: func(*http.Request, []*http.Request) error {
		return http.ErrUseLastResponse
	}}
	resp, err := client.Do(r)
	if err != nil {
		s.t.Fatal(err)
	}
	defer func() { _ = resp.Body.Close() }()
	text, err := io.ReadAll(resp.Body)
	if err != nil {
		s.t.Fatal(err)
	}
	return answer{resp.StatusCode, resp.Header, string(text)}
}

// post sends a body as an up-to-date GraphQL client does.
func (s *site) post(body string, headers ...string) answer {
	s.t.Helper()
	headers = append([]string{"Content-Type: " + typeJSON, "Accept: " + typeGraphQL}, headers...)
	return s.do(http.MethodPost, "/graphql", body, headers...)
}

// ask posts a document.
func (s *site) ask(query string, headers ...string) answer {
	s.t.Helper()
	body, err := json.Marshal(map[string]string{"query": query})
	if err != nil {
		s.t.Fatal(err)
	}
	return s.post(string(body), headers...)
}

// lines collects a log.
type lines struct {
	mu  sync.Mutex
	buf bytes.Buffer
}

func (l *lines) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.buf.Write(p)
}

// with gives the log's lines that hold all of the parts.
func (l *lines) with(parts ...string) []string {
	l.mu.Lock()
	defer l.mu.Unlock()
	var found []string
next:
	for line := range strings.Lines(l.buf.String()) {
		for _, part := range parts {
			if !strings.Contains(line, part) {
				continue next
			}
		}
		found = append(found, line)
	}
	return found
}

// eventually waits for what another goroutine is about to do.
func eventually(t *testing.T, what string, holds func() bool) {
	t.Helper()
	for deadline := time.Now().Add(20 * time.Second); !holds(); time.Sleep(5 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("never came to be: %s", what)
		}
	}
}

// on gives the same site to a subtest.
func (s *site) on(t *testing.T) *site {
	other := *s
	other.t = t
	return &other
}

// hand serves a server that the test made itself.
func hand(t *testing.T, s *Server) *site {
	t.Helper()
	web := httptest.NewServer(s.handler)
	t.Cleanup(web.Close)
	return &site{t: t, url: web.URL, server: s}
}

// schemaOnly answers what the schema alone can, such as introspection, with no database.
type schemaOnly struct{ API }

func (schemaOnly) Operation(ctx context.Context, next graphql.OperationHandler) graphql.ResponseHandler {
	return next(ctx)
}

// weigh measures an operation and weighs it at once.
func weigh(op *ast.OperationDefinition, variables map[string]any) complexity {
	measured := measure(op)
	return measured.costModel.evaluate(variables)
}
