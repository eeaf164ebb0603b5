package partner_test

import (
	"fmt"
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"github.com/creatorgraph/creatorgraph/insight"
	"github.com/creatorgraph/creatorgraph/insight/partner"
)

// A content of two on the latest day weighs 1/ln 3 = 0.9102, a campaign of three a year before half of
// 1/ln 4 = 0.3607, one of nine on that day that was shared with nobody 0.5/ln 10 = 0.2171: 1.4880 in all.
func TestRankAddsUp(t *testing.T) {
	t.Parallel()

	got := partner.Rank([]partner.Shared{
		{Kind: insight.SharedContents, Key: "clip", Day: 1000, People: 2, Agencies: []string{"two"}},
		{Kind: insight.SharedCampaigns, Key: "spring", Day: 635, People: 3, Agencies: []string{"one", "two"}},
		{Kind: insight.SharedCampaigns, Key: "autumn", Day: 635, People: 9},
	})
	want := []insight.Recommendation{
		{Key: "two", Score: 0.8541, Reasons: []insight.Reason{
			{Kind: insight.SharedContents, Weight: 0.6117, Evidence: insight.SharedContents.Evidence("clip"),
				Text: "双方达人共同出镜1条内容，占旗下达人合作的61.2% · " +
					"Creators of both appeared in 1 content together: 61.2 % of what this agency's creators did in company"},
			{Kind: insight.SharedCampaigns, Weight: 0.2424, Evidence: insight.SharedCampaigns.Evidence("spring"),
				Text: "双方达人共同参与1场营销活动，占旗下达人合作的24.2% · " +
					"Creators of both worked on 1 campaign together: 24.2 % of what this agency's creators did in company"}}},
		{Key: "one", Score: 0.2424, Reasons: []insight.Reason{
			{Kind: insight.SharedCampaigns, Weight: 0.2424, Evidence: insight.SharedCampaigns.Evidence("spring"),
				Text: "双方达人共同参与1场营销活动，占旗下达人合作的24.2% · " +
					"Creators of both worked on 1 campaign together: 24.2 % of what this agency's creators did in company"}}},
	}
	if diff := cmp.Diff(want, got, cmpopts.EquateApprox(0, 1e-4)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// Whatever was shared: scores are in [0, 1], are the sum of their reasons, and stand in order, equals by key.
func TestRankKeepsItsPromises(t *testing.T) {
	t.Parallel()

	rapid.Check(t, func(t *rapid.T) {
		var all []partner.Shared
		for i := range rapid.IntRange(0, 12).Draw(t, "shared") {
			kind := rapid.SampledFrom([]insight.Kind{insight.SharedCampaigns, insight.SharedContents}).Draw(t, "kind")
			s := partner.Shared{Kind: kind, Key: fmt.Sprint(i), Day: rapid.Int64Range(20000, 20003).Draw(t, "day"),
				People: rapid.IntRange(2, 5).Draw(t, "people")}
			for a := range 4 {
				if rapid.Bool().Draw(t, "with") {
					s.Agencies = append(s.Agencies, fmt.Sprint("a", a))
				}
			}
			all = append(all, s)
		}
		got := partner.Rank(all)
		for i, p := range got {
			sum := 0.0
			for _, r := range p.Reasons {
				sum += r.Weight
			}
			if p.Score <= 0 || p.Score > 1+1e-9 || math.Abs(sum-p.Score) > 1e-9 {
				t.Fatalf("%+v", p)
			}
			if i > 0 && (got[i-1].Score < p.Score || got[i-1].Score == p.Score && got[i-1].Key > p.Key) {
				t.Fatalf("%s comes before %s", got[i-1].Key, p.Key)
			}
		}
	})
}
