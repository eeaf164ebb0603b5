package server

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/creatorgraph/creatorgraph/graph"
)

func down() error {
	return &graph.Error{Kind: graph.Unavailable, What: "the database does not answer",
		Remedy: "try again shortly", Cause: errors.New("secret address")}
}

// The server answers from the start; questions about data once the database does and is prepared.
func TestServerWaitsForTheDatabase(t *testing.T) {
	t.Parallel()

	db := &switchable{err: down()}
	prepared := make(chan struct{})
	s := serve(t, Config{API: newTiny(), Database: db, Introspect: true, Prepare: func(context.Context) error {
		close(prepared)
		return nil
	}})
	eventually(t, "the log says what is waited for", func() bool {
		return len(s.log.with("waiting for the database", "secret address")) == 1
	})
	got := s.do(http.MethodGet, "/readyz", "")
	if got.status != http.StatusServiceUnavailable || !strings.Contains(got.text, "does not answer") || strings.Contains(got.text, "secret") {
		t.Errorf("/readyz: got %d %s", got.status, got.text)
	}
	if got := s.do(http.MethodGet, "/healthz", ""); got.status != http.StatusOK {
		t.Errorf("/healthz: got %d", got.status)
	}
	if got := s.ask("{name}"); got.status != http.StatusServiceUnavailable || got.code(t) != "SERVICE_UNAVAILABLE" {
		t.Errorf("a question: got %d %s", got.status, got.text)
	}
	if got := s.ask("{__typename}"); got.code(t) != codeOK {
		t.Errorf("about the schema: got %s", got.text)
	}
	db.set(nil)
	<-prepared
	eventually(t, "ready", func() bool { return s.do(http.MethodGet, "/readyz", "").status == http.StatusOK })
	if got := s.ask("{name}"); got.code(t) != codeOK {
		t.Errorf("a question afterwards: got %s", got.text)
	}
}

func TestReadinessFollowsTheDatabase(t *testing.T) {
	t.Parallel()

	db := &switchable{}
	s := serve(t, Config{API: newTiny(), Database: db})
	ready := func(want int) func() bool {
		return func() bool { return s.do(http.MethodGet, "/readyz", "").status == want }
	}
	eventually(t, "ready", ready(http.StatusOK))
	db.set(down())
	eventually(t, "not ready", ready(http.StatusServiceUnavailable))
	db.set(nil)
	eventually(t, "ready again", ready(http.StatusOK))
}

// Waiting does not mend a wrong password, and asking again with it gets the user locked out.
func TestWrongPasswordEndsTheServer(t *testing.T) {
	t.Parallel()

	refused := &graph.Error{Kind: graph.Unauthorized, What: "the database refuses the user or password"}
	s := serve(t, Config{API: newTiny(), Database: &switchable{err: refused}})
	select {
	case err := <-s.ended:
		if !errors.Is(err, refused) {
			t.Errorf("got %v", err)
		}
	case <-time.After(20 * time.Second):
		t.Error("the server goes on")
	}
}

func TestBusyPortSaysWhoAndWhatToDo(t *testing.T) {
	t.Parallel()

	s := serve(t, Config{API: newTiny()})
	address := strings.TrimPrefix(s.url, "http://")
	_, err := Listen(t.Context(), address)
	for _, part := range []string{address, "another creatorgraph", "--listen"} {
		if err == nil || !strings.Contains(err.Error(), part) {
			t.Errorf("got %v, want %q in it", err, part)
		}
	}
}
