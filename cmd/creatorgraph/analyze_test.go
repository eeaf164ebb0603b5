package main

import (
	"bytes"
	"context"
	"io"
	"log/slog"
	"strings"
	"testing"
	"time"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/graphtest"
)

// The command says what each step made, and the second time that nothing changed.
func TestAnalyzeTellsWhatItMade(t *testing.T) {
	store := graphtest.Own(t, true)
	graphtest.Draw(t, store, `
		(ann:Creator)-[:PARTICIPATED_IN]->(x:Campaign)
		(bea:Creator)-[:PARTICIPATED_IN]->(x)`)
	server := graphtest.Server(t)
	t.Setenv("NEO4J_PASSWORD", server.Password)
	args := []string{"analyze", "--neo4j-uri", server.URI, "--neo4j-user", server.User, "--progress", "json"}
	for _, want := range []string{"1 collaborations, 1 new, 0 ended", "unchanged"} {
		var out, errs bytes.Buffer
		if code := run(t.Context(), args, &out, &errs); code != 0 {
			t.Fatalf("exit code %d: %s", code, errs.String())
		}
		if !strings.Contains(out.String(), want) {
			t.Errorf("%s\nlacks %s", out.String(), want)
		}
		if ended := strings.Contains(errs.String(), `"step":"collaboration"`); ended == (want == "unchanged") {
			t.Errorf("progress: %s", errs.String())
		}
	}
}

// heard is a log that tells when it was told a message.
type heard struct {
	slog.Handler
	message string
	told    chan struct{}
}

// Handle tells.
func (h heard) Handle(_ context.Context, r slog.Record) error {
	if r.Message == h.message {
		select {
		case h.told <- struct{}{}:
		default:
		}
	}
	return nil
}

// A server analyses the graph once its database is prepared, not before, and leaves it to another process that
// is at it.
func TestServeAnalysesOnceItIsReady(t *testing.T) {
	store := graphtest.Own(t, true)
	ready, ended := make(chan struct{}), make(chan struct{})
	ctx, stop := context.WithCancel(t.Context())
	told := func(message string) (*slog.Logger, chan struct{}) {
		c := make(chan struct{}, 1)
		return slog.New(heard{slog.NewTextHandler(io.Discard, nil), message, c}), c
	}
	log, busy := told("another process analyses the graph")
	lease, err := store.Lease(ctx, "analysis")
	if err != nil {
		t.Fatal(err)
	}
	analyzeOnce(ctx, store, log)
	if len(busy) != 1 {
		t.Error("it does not say that another process is at it")
	}
	lease.GiveBack(ctx)

	log, done := told("analysed")
	go func() {
		defer close(ended)
		analyzeEvery(ctx, time.Millisecond, ready, store, log)
	}()
	if analysedBefore(t, store) {
		t.Error("it was analysed before it was ready")
	}
	close(ready)
	<-done
	if !analysedBefore(t, store) {
		t.Error("it was not analysed")
	}
	stop()
	<-ended
}

func analysedBefore(t *testing.T, store *graph.Store) bool {
	t.Helper()

	return graphtest.Has(t, store, "(n:Analysis)")
}
