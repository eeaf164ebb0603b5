package resolvers_test

import (
	"math"
	"strings"
	"testing"
	"time"

	"github.com/creatorgraph/creatorgraph/graph/analyze"
	"github.com/creatorgraph/creatorgraph/graph/facts"
	"github.com/creatorgraph/creatorgraph/graph/statements"
	"github.com/creatorgraph/creatorgraph/insight/lookalike"
)

// Whoever is new or has changed is found as it is now once it is placed, without an analysis, and the analysis after
// lets few changes be.
func (s *stage) testFresh(t *testing.T) {
	twin := func(key string) {
		exec(t, s.store, `
			MATCH (as:Creator {key: 'l-1003'}) MERGE (c:Creator {key: $key}) SET c += as {.followers, .byFollowers, .priceShortVideo, .region, .language, .gender, .verified},
				c.name = $key, c.fresh = timestamp()
			WITH as, c MATCH (as)-[:IN_CATEGORY]->(k) MERGE (c)-[:IN_CATEGORY {position: 0}]->(k)
			WITH DISTINCT as, c MATCH (as)-[r:REACHES]->(s) MERGE (c)-[:REACHES {share: r.share}]->(s)`, map[string]any{"key": key})
	}
	like := func(seed, key string) float64 {
		for _, edge := range s.lookalikes(t, map[string]any{"seeds": ids("Creator", seed), "first": 100, "weights": map[string]any{"graph": 0, "content": 0}}).Edges {
			if edge.Node.Key == key {
				return edge.Score
			}
		}
		return 0
	}
	seed, self := s.vectors["l-1003"], 0.0
	scales := s.model.Scales(lookalike.Weights{0, math.NaN(), 0, math.NaN()}, seed)
	for _, x := range s.model.Products(s.model.Query([][]float32{seed}, scales), seed) {
		self += x
	}
	twin("l-new")
	answer := s.ask(t, without, map[string]any{"seeds": ids("Creator", "l-new")})
	if !strings.Contains(answer, "has just changed and is not yet placed") {
		t.Errorf("as a seed: %.300s", answer)
	}
	placer := analyze.NewEmbedder(s.store)
	if n, err := placer.EmbedAll(t.Context(), time.Now(), 1000); err != nil || n != 1 {
		t.Fatalf("placed %d, %v", n, err)
	}
	if got := like("l-1003", "l-new"); math.Abs(got-self) > 1e-3 {
		t.Errorf("l-new is %v like l-1003, which is %v like itself", got, self)
	}
	twin("l-1496") // of whom nothing was known
	if n, err := placer.EmbedAll(t.Context(), time.Now(), 1000); err != nil || n != 1 {
		t.Fatalf("placed %d, %v", n, err)
	}
	if got := like("l-1496", "l-new"); math.Abs(got-self) > 1e-3 {
		t.Errorf("l-new is %v like l-1496", got)
	}
	exec(t, s.store, "MATCH (c:Creator {key: 'l-1496'})-[r]-() DELETE r", nil)
	exec(t, s.store, "MATCH (c:Creator {key: 'l-1496'}) REMOVE c.followers, c.priceShortVideo, c.region, c.language SET c.fresh = timestamp()", nil)
	if _, err := placer.EmbedAll(t.Context(), time.Now(), 1000); err != nil {
		t.Fatal(err)
	}
	if answer := s.ask(t, without, map[string]any{"seeds": ids("Creator", "l-1496")}); !strings.Contains(answer, "it has no followers") {
		t.Errorf("after all was taken away: %.300s", answer)
	}
	for _, full := range []bool{false, true} {
		report, err := analyze.Run(t.Context(), s.store, analyze.Options{Full: full})
		if err != nil {
			t.Fatal(err)
		}
		isKept := false
		for _, step := range report.Steps {
			isKept = isKept || strings.Contains(step.Made, "kept; 2 of 1501")
		}
		if isKept == full {
			t.Errorf("the analysis, full %v: %v", full, report.Steps)
		}
	}
	if n, err := placer.EmbedAll(t.Context(), time.Now(), 1000); err != nil || n != 0 {
		t.Errorf("after the analysis %d are placed, %v", n, err)
	}
	if got := like("l-1003", "l-new"); got == 0 {
		t.Error("after the analysis, l-new is not like l-1003")
	}
}

// While the index is being made anew, and when it is gone, questions are told so.
func (s *stage) testIndex(t *testing.T) {
	read, err := facts.ReadLikenessModel(t.Context(), s.store)
	if err != nil {
		t.Fatal(err)
	}
	ask := func() string { return s.ask(t, without, map[string]any{"seeds": ids("Creator", "l-1003")}) }
	exec(t, s.store, statements.Placed("lookalike/drop", read.Slot), nil)
	if answer := ask(); !strings.Contains(answer, "the index of likeness is not there") || !strings.Contains(answer, "SERVICE_UNAVAILABLE") {
		t.Errorf("without an index: %s", answer)
	}
	exec(t, s.store, statements.Placed("lookalike/index", read.Slot), map[string]any{"dimensions": s.model.Width})
	if answer := ask(); !strings.Contains(answer, "still being made") || !strings.Contains(answer, "% is done") {
		t.Errorf("while the index is made: %.300s", answer)
	}
	exec(t, s.store, "CALL db.awaitIndexes(60)", nil)
	if answer := ask(); !strings.Contains(answer, `"score"`) {
		t.Errorf("when it is there: %s", answer)
	}
	exec(t, s.store, "MATCH (m:Model {key: 'lookalikes'}) DELETE m", nil)
	if answer := ask(); !strings.Contains(answer, "this graph has not been analysed") || !strings.Contains(answer, "run creatorgraph analyze") {
		t.Errorf("before any analysis: %s", answer)
	}
}
