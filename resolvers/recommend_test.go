package resolvers_test

import (
	"encoding/json"
	"math"
	"strings"
	"testing"

	"github.com/creatorgraph/creatorgraph/graph/analyze"
	"github.com/creatorgraph/creatorgraph/graph/graphtest"
)

// recommended is a market in which ann worked with bea and cid, who both worked with dot; eve shares ann's
// agency and category and has no past, fay nothing at all.
const recommended = `
	(ann:Creator {followers: 1000, region: 'Sichuan', priceLive: 50000})-[:PARTICIPATED_IN]->(one:Campaign {ends: date('2026-03-01')})
	(bea:Creator {followers: 2000})-[:PARTICIPATED_IN]->(one)
	(ann)-[:PARTICIPATED_IN]->(two:Campaign {ends: date('2026-04-01')})
	(cid:Creator)-[:PARTICIPATED_IN]->(two)
	(bea)-[:PARTICIPATED_IN]->(three:Campaign {ends: date('2026-05-01')})
	(dot:Creator {region: 'Sichuan', followers: 900})-[:PARTICIPATED_IN]->(three)
	(cid)-[:POSTED]->(clip:Content {published: datetime('2026-05-01T00:00:00Z')})
	(dot)-[:APPEARS_IN]->(clip)
	(ann)-[:IN_CATEGORY {position: 0}]->(food:Category)
	(dot)-[:IN_CATEGORY {position: 0}]->(food)
	(eve:Creator)-[:IN_CATEGORY {position: 0}]->(food)
	(ann)-[:SIGNED_WITH {since: date('2020-01-01')}]->(mcn:Agency)
	(eve)-[:SIGNED_WITH {since: date('2020-01-01')}]->(mcn)
	(fay:Creator)-[:IN_CATEGORY {position: 0}]->(cars:Category)`

type recommendation struct {
	Entity  struct{ Key, Kind string }
	Score   float64
	Reasons []struct {
		Kind     string
		Weight   float64
		Text     string
		Evidence []struct {
			Typename string `json:"__typename"`
			Key      string
		}
	}
}

// Who was never worked with is recommended, partners' partners and those of the same house; each score is the
// sum of its reasons, whose evidence can be clicked on. Before the first analysis the error says what to do.
func TestRecommendedCollaborators(t *testing.T) {
	store := graphtest.Own(t, true)
	a := setUpOn(t, store, 0)
	d := graphtest.Draw(t, store, recommended)
	ask := func(key string) string {
		return d.Unsuffixed(a.ask(t, d.In(`{ creator(key: '`+key+`') { recommendedCollaborators {
			entity { key kind } score reasons { kind weight text evidence { __typename key } } } } }`), nil))
	}
	if answer := ask("ann"); !strings.Contains(answer, "run creatorgraph analyze") {
		t.Errorf("before the first analysis: %s", answer)
	}
	if _, err := analyze.Run(t.Context(), store, analyze.Options{}); err != nil {
		t.Fatal(err)
	}
	got := recommendations(t, ask("ann"))
	if len(got) != 2 || got[0].Entity.Key != "dot" || got[1].Entity.Key != "eve" || got[0].Entity.Kind != "CREATOR" {
		t.Fatalf("for ann: %+v, want dot and eve", got)
	}
	for _, one := range got {
		sum := 0.0
		for _, reason := range one.Reasons {
			sum += reason.Weight
		}
		if math.Abs(sum-one.Score) > 1e-6 {
			t.Errorf("the reasons of %s add up to %g, the score is %g", one.Entity.Key, sum, one.Score)
		}
	}
	first := got[0].Reasons[0]
	if first.Kind != "COMMON_NEIGHBOURS" || len(first.Evidence) != 2 || first.Evidence[0].Typename != "Creator" ||
		!strings.Contains(first.Text, "2 of the same creators") || !strings.Contains(first.Text, "2 位") {
		t.Errorf("the first reason for dot is %+v, want two common partners", first)
	}
	if reasons := got[1].Reasons; len(reasons) == 0 || !hasReason(got[1], "SHARED_AGENCY", "mcn") || !hasReason(got[1], "SAME_CATEGORY", "food") {
		t.Errorf("the reasons for eve are %+v, want agency and category", reasons)
	}
	if got := recommendations(t, ask("eve")); len(got) != 2 {
		t.Errorf("eve, who has no past, is recommended %+v, want ann and dot", got)
	}
	if got := recommendations(t, ask("fay")); len(got) != 0 {
		t.Errorf("fay, of whom nothing is known, is recommended %+v", got)
	}
}

func hasReason(r recommendation, kind, key string) bool {
	for _, reason := range r.Reasons {
		if reason.Kind == kind && len(reason.Evidence) > 0 && reason.Evidence[0].Key == key {
			return true
		}
	}
	return false
}

func recommendations(t *testing.T, answer string) []recommendation {
	t.Helper()

	var got struct {
		Creator *struct{ RecommendedCollaborators []recommendation }
		Data    *struct {
			Creator *struct{ RecommendedCollaborators []recommendation }
		}
	}
	if err := json.Unmarshal([]byte(answer), &got); err != nil {
		t.Fatalf("%v: %s", err, answer)
	}
	switch {
	case got.Creator != nil:
		return got.Creator.RecommendedCollaborators
	case got.Data != nil && got.Data.Creator != nil:
		return got.Data.Creator.RecommendedCollaborators
	}
	t.Fatalf("no creator in %s", answer)
	return nil
}
