package main

import (
	"bytes"
	"context"
	"encoding/json"
	"log/slog"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/creatorgraph/creatorgraph/dataset/market"
	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/graphtest"
	"github.com/creatorgraph/creatorgraph/internal/harness"
	"github.com/creatorgraph/creatorgraph/resolvers"
	httpserver "github.com/creatorgraph/creatorgraph/server"
)

// stand is our server on a market of a fixed size, seed and day, its statements profiled.
type stand struct {
	client   *client
	profiled *graph.Store

	mu   sync.Mutex
	told []graph.Profile // since they were last taken
}

// newStand empties a Neo4j that knows no other names and imports a market. The series of followers and metrics, of
// which a statement reads a list at most, are left out: they are most of the rows.
func newStand(t *testing.T, creators int) *stand {
	t.Helper()

	store := graphtest.Unused(t, true)
	params := market.Params{Creators: creators, Seed: 1, Today: market.DefaultToday(), Keep: harness.Series()}
	harness.Market(t, store, params)
	// Plans follow what the indexes hold, which the database would look at again only in a while.
	settle := graph.Statement{Text: "CALL db.prepareForReplanning(600)"}
	if _, err := store.Schema(t.Context(), settle); err != nil {
		t.Fatal(err)
	}
	s := &stand{}
	s.profiled = store.Patient(patience).Profiled(s.tell)
	s.serve(t, store, params.Today)
	return s
}

// patience is how long an answer may take, with its planning: what it reads counts here, not when it comes.
const patience = 5 * time.Minute

// serve starts a server on the profiled store.
func (s *stand) serve(t *testing.T, store *graph.Store, today time.Time) {
	t.Helper()

	answers := harness.Resolver(t, resolvers.Config{Store: s.profiled, Now: func() time.Time { return today }})
	url := harness.Serve(t, httpserver.New(httpserver.Config{API: answers, Database: store, Prepare: answers.Count, Version: "test",
		Limits: httpserver.Limits{Time: patience},
		Logger: slog.New(slog.NewTextHandler(t.Output(), &slog.HandlerOptions{Level: slog.LevelWarn}))}))
	p := &process{name: ours.String(), address: strings.TrimPrefix(url, "http://")}
	s.client = newClient(ours, p, 1)
}

func (s *stand) tell(p graph.Profile) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.told = append(s.told, p)
}

// take gives the profiles told since it was last called.
func (s *stand) take() profiles {
	s.mu.Lock()
	defer s.mu.Unlock()
	told := s.told
	s.told = nil
	return told
}

// ask asks our server and gives the profiles of the statements that answered.
func (s *stand) ask(t *testing.T, body []byte) profiles {
	t.Helper()

	s.take()
	status, answer, err := s.client.ask(ours.path(question{}), body)
	if err != nil {
		t.Fatal(err)
	}
	var failed struct{ Errors []any }
	if err := json.Unmarshal(answer, &failed); err != nil || status != http.StatusOK || len(failed.Errors) > 0 {
		t.Fatalf("asked %.500s: status %d, %.500s", body, status, answer)
	}
	return s.take()
}

// twin runs a case's hand-written statement.
func (s *stand) twin(t *testing.T, q question, set values) profiles {
	t.Helper()

	text, err := files.ReadFile("cases/" + q.Name + ".cypher")
	if err != nil {
		t.Fatal(err)
	}
	body, err := q.body(handwritten, set)
	if err != nil {
		t.Fatal(err)
	}
	st := graph.Statement{Text: string(text), Params: parameters(t, body)}
	s.take()
	if q.Write {
		err = s.profiled.Write(t.Context(), func(ctx context.Context, tx graph.Tx) error {
			_, err := tx.Run(ctx, st)
			return err
		})
	} else {
		_, err = s.profiled.Read(t.Context(), st)
	}
	if err != nil {
		t.Fatal(err)
	}
	return s.take()
}

// parameters reads a statement's parameters; whole numbers stay whole.
func parameters(t *testing.T, body []byte) values {
	t.Helper()

	params := values{}
	decoder := json.NewDecoder(bytes.NewReader(body))
	decoder.UseNumber()
	if err := decoder.Decode(&params); err != nil {
		t.Fatal(err)
	}
	return numbers(params).(values)
}

// profiles are those of the statements that answered one question.
type profiles []graph.Profile

func (p profiles) hits() int64 {
	var sum int64
	for _, one := range p {
		sum += one.Hits()
	}
	return sum
}

// String shows each statement with its plan.
func (p profiles) String() string {
	var b strings.Builder
	for _, one := range p {
		b.WriteString(one.Statement.Text + "\n\n" + one.String() + "\n")
	}
	return b.String()
}
