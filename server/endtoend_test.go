package server

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/compile"
	"github.com/creatorgraph/creatorgraph/graph/graphtest"
	"github.com/creatorgraph/creatorgraph/internal/harness"
	"github.com/creatorgraph/creatorgraph/resolvers"
)

// real gives the whole program's API over a store.
func real(t testing.TB, store *graph.Store) API {
	t.Helper()
	return harness.Resolver(t, resolvers.Config{Store: store, Client: ClientOf, Now: time.Now})
}

const campaign = `
	(acme:Brand)-[:RAN]->(spring:Campaign)
	(ann:Creator)-[:PARTICIPATED_IN {fee: 100, impressions: 1000}]->(spring)`

// A subscriber sees what another client writes, over both transports; who wrote reads it.
func TestWritesReachSubscribersAndTheirWriter(t *testing.T) {
	t.Parallel()

	store := graphtest.Open(t)
	d := graphtest.Draw(t, store, campaign)
	s := serve(t, Config{API: real(t, store), Database: store})
	spring, ann := compile.ID("Campaign", d.Key("spring")), compile.ID("Creator", d.Key("ann"))

	subscription := fmt.Sprintf(`subscription{campaignPerformance(campaign:%q){fee}}`, spring)
	c := s.connect()
	c.subscribe("1", subscription)
	next, _ := s.events(subscription)
	event := func(fee string) string { return `{"data":{"campaignPerformance":{"fee":` + fee + `}}}` }
	for _, got := range []string{unnumbered(string(c.expect("next", "1").Payload)), unnumbered(strings.TrimPrefix(next(), "next "))} {
		if got != event("100") {
			t.Fatalf("at once: got %s", got)
		}
	}

	wrote := s.ask(fmt.Sprintf(`mutation{recordParticipation(input:{campaign:%q,creator:%q,fee:250}){participation{fee} userErrors{code message}}}`, spring, ann))
	if !strings.Contains(wrote.text, `"participation":{"fee":250}`) {
		t.Fatalf("the mutation: got %s", wrote.text)
	}
	mark := wrote.header.Get(bookmarkHeader)
	if mark == "" {
		t.Error("the writer was given no bookmark")
	}
	for _, got := range []string{unnumbered(string(c.expect("next", "1").Payload)), unnumbered(strings.TrimPrefix(next(), "next "))} {
		if got != event("250") {
			t.Errorf("after the change: got %s", got)
		}
	}
	read := s.ask(d.In(`{campaign(key:'spring'){performance{fee}}}`), bookmarkHeader+": "+mark)
	if !strings.Contains(read.text, `"fee":250`) {
		t.Errorf("the writer reads %s", read.text)
	}
	read = s.ask(d.In(`{campaign(key:'spring'){name}}`), bookmarkHeader+": FB:of-another-database")
	if read.code(t) != "BAD_USER_INPUT" || !strings.Contains(read.text, "bookmark") {
		t.Errorf("with another's bookmark: got %s", read.text)
	}
}

// Whatever stands in a string argument is a value, never a part of the statement.
func TestCypherInArgumentsStaysText(t *testing.T) {
	t.Parallel()

	store := graphtest.Open(t)
	d := graphtest.Draw(t, store, campaign)
	s := serve(t, Config{API: real(t, store), Database: store})
	for _, text := range []string{"' MATCH (n) DETACH DELETE n //", "`}) DETACH DELETE brand0 //", "$p0", "\\u0027 OR 1=1"} {
		quoted, err := json.Marshal(text)
		if err != nil {
			t.Fatal(err)
		}
		for _, query := range []string{`{brand(key:%s){name}}`, `{search(text:%s){totalCount}}`,
			`{creators(filter:{name:{contains:%[1]s},regions:[%[1]s],OR:[{key:{eq:%[1]s}}]}){totalCount}}`} {
			if got := s.ask(fmt.Sprintf(query, quoted)); got.code(t) != codeOK {
				t.Errorf("%s: got %s", query, got.text)
			}
		}
	}
	if got := s.ask(d.In(`{brand(key:'acme'){key}}`)); !strings.Contains(got.text, d.Key("acme")) {
		t.Errorf("the brand is gone: %s", got.text)
	}
}

// The database goes away while it is asked, and comes back: clients are told within the time limit,
// and are answered again without anybody's doing.
func TestDatabaseGoesAwayAndComesBack(t *testing.T) {
	t.Parallel()

	config := databaseConfig(t)
	at, err := url.Parse(config.URI)
	if err != nil {
		t.Fatal(err)
	}
	wire := newWire(t, at.Host)
	config.URI = "bolt://" + wire.address() // which, unlike neo4j://, stays on the wire
	store, err := graph.Open(config)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = store.Close(context.WithoutCancel(t.Context())) })
	if err := graph.Migrate(t.Context(), store); err != nil {
		t.Fatal(err)
	}
	const limit = 5 * time.Second
	s := serve(t, Config{API: real(t, store), Database: store, Limits: Limits{Time: limit}})

	const question = `{creators(first:1){totalCount}}`
	for range 3 {
		wire.cut()
		var group sync.WaitGroup
		for range 8 {
			group.Go(func() {
				start := time.Now()
				got := s.ask(question)
				if code := got.code(t); code != "SERVICE_UNAVAILABLE" && code != "TIMEOUT" {
					t.Errorf("while it is away: got %s", got.text)
				}
				if took := time.Since(start); took > 2*limit {
					t.Errorf("told after %s", took)
				}
			})
		}
		group.Wait()
		eventually(t, "not ready", func() bool {
			return s.do(http.MethodGet, "/readyz", "").status == http.StatusServiceUnavailable
		})
		wire.mend()
		eventually(t, "answered again", func() bool { return s.ask(question).code(t) == codeOK })
		eventually(t, "ready again", func() bool {
			return s.do(http.MethodGet, "/readyz", "").status == http.StatusOK
		})
	}
}

// databaseConfig names the run's Neo4j, as graphtest.Open finds it.
func databaseConfig(t *testing.T) graph.Config {
	t.Helper()
	if uri := os.Getenv("NEO4J_URI"); uri != "" {
		return graph.Config{URI: uri, User: os.Getenv("NEO4J_USER"), Password: os.Getenv("NEO4J_PASSWORD")}
	}
	return graphtest.Server(t)
}

// wire carries connections to the database until it is cut.
type wire struct {
	t        *testing.T
	to       string
	listener net.Listener

	mu    sync.Mutex
	isCut bool
	open  []net.Conn
}

func newWire(t *testing.T, to string) *wire {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	w := &wire{t: t, to: to, listener: listener}
	t.Cleanup(func() {
		w.cut()
		_ = listener.Close()
	})
	go w.accept()
	return w
}

func (w *wire) address() string { return w.listener.Addr().String() }

func (w *wire) accept() {
	for {
		near, err := w.listener.Accept()
		if err != nil {
			return
		}
		far, err := net.Dial("tcp", w.to)
		if err != nil || !w.keep(near, far) {
			_ = near.Close()
			continue
		}
		go func() { _, _ = io.Copy(far, near) }()
		go func() { _, _ = io.Copy(near, far) }()
	}
}

func (w *wire) keep(near, far net.Conn) bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.isCut {
		_ = far.Close()
		return false
	}
	w.open = append(w.open, near, far)
	return true
}

func (w *wire) cut() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.isCut = true
	for _, conn := range w.open {
		_ = conn.Close()
	}
	w.open = nil
}

func (w *wire) mend() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.isCut = false
}
