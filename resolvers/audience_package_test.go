package resolvers_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/creatorgraph/creatorgraph/graph/graphtest"
)

// watchedBy are contents of ann, who has 1,000 followers, of bea, who has as many, and of two brands' campaigns.
const watchedBy = `
	(ann:Creator {followers: 1000})-[:POSTED]->(one:Content {metricsAt: [1, 2], metricsViews: [100, 300]})
	(ann)-[:POSTED]->(two:Content {metricsAt: [1], metricsViews: [200]})
	(ann)-[:POSTED]->(few:Content {metricsAt: [1], metricsViews: [49]})
	(ann)-[:REACHES {share: 0.9}]->(women:Segment {dimension: 'GENDER'})
	(ann)-[:REACHES {share: 0.1}]->(men:Segment {dimension: 'GENDER'})
	(bea:Creator {followers: 1000})-[:POSTED]->(her:Content {metricsAt: [1], metricsViews: [300]})
	(bea)-[:REACHES {share: 0.9}]->(women)
	(acme:Brand)-[:RAN]->(spring:Campaign)<-[:FOR_CAMPAIGN]-(one)
	(rival:Brand)-[:RAN]->(autumn:Campaign)<-[:FOR_CAMPAIGN]-(her)`

type packageAnswer struct {
	Data struct {
		CreateAudiencePackage struct {
			AudiencePackage struct {
				Size     float64
				Segments []struct{ Segment struct{ Key string } }
			}
			UserErrors []struct{ Message string }
		}
	}
}

// A package of one content is its people, those who watched twice count once, each content adds and none takes away;
// a segment of fewer than 50 people is not told.
func TestPackagesCountPeopleOnce(t *testing.T) {
	t.Parallel()

	a := setUp(t)
	d := graphtest.Draw(t, a.store, watchedBy)
	create := func(campaign string, contents ...string) packageAnswer {
		var ids []any
		for _, content := range contents {
			ids = append(ids, id(d, "Content", content))
		}
		vars := map[string]any{"c": ids}
		if campaign != "" {
			vars["campaign"] = id(d, "Campaign", campaign)
		}
		answer := a.ask(t, `mutation($c: [ID!], $campaign: ID) { createAudiencePackage(input: {name: "p", contents: $c, campaign: $campaign}) {
			audiencePackage { size segments { segment { key } } } userErrors { message } } }`, vars)
		var got packageAnswer
		if err := json.Unmarshal([]byte(d.Unsuffixed(answer)), &got); err != nil {
			t.Fatal(answer)
		}
		return got
	}
	size := func(contents ...string) float64 {
		return create("", contents...).Data.CreateAudiencePackage.AudiencePackage.Size
	}
	if got := size("one"); got != 300 {
		t.Errorf("one content has %v people, was watched by 300", got)
	}
	if got := size("one", "two"); got != 440 {
		t.Errorf("1,000 · (1 − 0.7 · 0.8) people, got %v", got)
	}
	if one, all := size("her"), size("her", "two"); all < one || all > one+200 {
		t.Errorf("a content of 200 views made %v people %v", one, all)
	}
	if got := create("", "one").Data.CreateAudiencePackage.AudiencePackage.Segments; len(got) != 1 || got[0].Segment.Key != "women" {
		t.Errorf("270 women and 30 men are told as %+v", got)
	}
	for says, errors := range map[string]packageAnswer{
		"of 2 brands": create("", "one", "her"), "one brand's contents": create("spring", "her"), "49 people": create("", "few"),
	} {
		if got := errors.Data.CreateAudiencePackage.UserErrors; len(got) != 1 || !strings.Contains(got[0].Message, says) {
			t.Errorf("want %q, got %+v", says, got)
		}
	}
}
