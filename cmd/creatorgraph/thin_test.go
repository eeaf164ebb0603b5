package main

import (
	"encoding/json"
	"io"
	"log/slog"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/compile"
	"github.com/creatorgraph/creatorgraph/graph/graphtest"
	"github.com/creatorgraph/creatorgraph/queries"
	"github.com/creatorgraph/creatorgraph/resolvers"
)

// thinMarket knows names, sizes, contracts and who took part: no prices, categories, audiences, histories, fees or impressions, as
// public data of real creators has it.
const thinMarket = `
	(acme:Brand {industry: 'game'})-[:RAN]->(spring:Campaign {starts: date('2026-03-01'), byStarts: 20513, ends: date('2026-03-09')})
	(acme)-[:RAN]->(empty:Campaign {starts: date('2026-03-01'), byStarts: 20513})
	(ann:Creator {followers: 0, byFollowers: 0})-[:PARTICIPATED_IN]->(spring)<-[:PARTICIPATED_IN]-(bea:Creator {followers: 20000, byFollowers: 20000})
	(ann)-[:SIGNED_WITH {since: date('2025-01-01')}]->(mcn:Agency)
	(bea)-[:POSTED]->(clip:Content {published: datetime('2026-03-02T00:00:00Z')})
	(cid:Creator {followers: 30, byFollowers: 30})`

// Of real data without prices or categories 19 questions were empty without a word, one ended in "/ by zero": each is
// answered, with the columns it declares and of their types, and says what the graph lacks where it has no row.
func TestQuestionsOnThinData(t *testing.T) {
	store := graphtest.Own(t, true)
	if err := graph.Migrate(t.Context(), store); err != nil {
		t.Fatal(err)
	}
	d := graphtest.Draw(t, store, thinMarket)
	api, err := new(apiFlags).open(store, resolvers.Asking{Time: time.Minute}, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	entities := map[string]string{"Creator": "bea", "Brand": "acme", "Agency": "mcn", "Campaign": "spring"}
	for _, q := range numbered(t) {
		values := map[string]any{}
		for _, p := range q.Parameters {
			switch {
			case p.Name == "creators":
				values[p.Name] = []any{d.Key("bea"), d.Key("cid")}
			case p.Required():
				values[p.Name] = d.Key(entities[p.Of])
			}
		}
		got, err := api.Saved(t.Context(), q, values, 100)
		if err != nil {
			t.Errorf("%s: %v", q.Name, err)
			continue
		}
		says := slices.ContainsFunc(got.Warnings, func(w string) bool { return !strings.Contains(w, "the last day of the data") })
		if len(got.Rows) == 0 && !says {
			t.Errorf("%s is empty and does not say why: %q", q.Name, got.Warnings)
		}
		var declared []string
		for _, c := range q.Columns {
			declared = append(declared, c.Name)
		}
		if diff := cmp.Diff(declared, got.Names()); q.Language == queries.Cypher && diff != "" {
			t.Errorf("%s: columns (-declared +got):\n%s", q.Name, diff)
		}
		if err := got.Parquet(io.Discard); err != nil {
			t.Errorf("%s: %v", q.Name, err)
		}
	}
}

// Keys are taken wherever ids are, and ids wherever keys are.
func TestQuestionsTakeKeysAndIDs(t *testing.T) {
	a, d := newAskerOf(t, thinMarket, true)
	for _, c := range []struct{ question, name, typ, key string }{
		{"strategist/safety_check", "creator", "Creator", d.Key("bea")},
		{"analyst/campaign_funnel", "brand", "Brand", d.Key("acme")},
	} {
		_, byKey, _ := a.ask(c.question, "--format", "csv", "--var", c.name+"="+c.key)
		_, byID, errs := a.ask(c.question, "--format", "csv", "--var", c.name+"="+compile.ID(c.typ, c.key))
		if byKey != byID || strings.Count(byKey, "\n") < 2 {
			t.Errorf("%s: by key %s\nby id %s %s", c.question, byKey, byID, errs)
		}
	}
	ids, err := json.Marshal([]string{compile.ID("Creator", d.Key("bea")), d.Key("cid")})
	if err != nil {
		t.Fatal(err)
	}
	if code, out, errs := a.ask("strategist/audience_overlap", "--format", "csv", "--var", "creators="+string(ids)); code != 0 || strings.Count(out, "\n") != 3 {
		t.Errorf("exit %d: %s %s", code, out, errs)
	}
}

// Without a day given, "today" was the clock's, and real data of the summer had no campaign in the last quarter: it is
// the last day of the data, which is said.
func TestTodayIsTheLastDayOfTheData(t *testing.T) {
	a, _ := newAskerOf(t, thinMarket, true)
	code, out, errs := a.ask("platform/long_tail", "--format", "csv")
	if code != 0 || !strings.Contains(out, "3 尾部,") || !strings.Contains(errs, "note: today is 2026-03-02, the last day of the data") {
		t.Errorf("exit %d: %s %s", code, out, errs)
	}
	if _, _, errs := a.ask("platform/long_tail", "--var", "today=2026-03-05"); strings.Contains(errs, "the last day of the data") {
		t.Errorf("a day that was given: %s", errs)
	}
}
