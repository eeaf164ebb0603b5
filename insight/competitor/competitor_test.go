package competitor_test

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"github.com/creatorgraph/creatorgraph/insight"
	"github.com/creatorgraph/creatorgraph/insight/competitor"
)

func ranked(f competitor.Facts, audiences map[string][]competitor.Segment) []insight.Recommendation {
	return competitor.Rank(f.Key, competitor.Candidates(f, 50), audiences)
}

// Three creators worked for ours; ann (3 brands) and bea (2 brands) for theirs too, whose four creators they are
// among. Ann did a year before ours' latest campaign, so she counts half:
//
//	c = (0.5/ln 4 + 1/ln 3) / √(3·4) = (0.3607 + 0.9102) / 3.4641 = 0.3669, and two of them, so
//	0.5 · c/(c + 0.05) · (2 − 1)/(2 + 1) = 0.1467
//
// Two of four brands are about food (idf ln 3), all four about life (idf ln 2), ours and theirs about both, so all
// of 0.25; and both reach women alone, so all of 0.25 again.
func TestRankAddsUp(t *testing.T) {
	t.Parallel()

	facts := competitor.Facts{Key: "ours",
		Creators: []competitor.Creator{{Key: "bea", Followers: 5, Brands: 2, Last: 1000},
			{Key: "ann", Followers: 9, Brands: 3, Last: 900}, {Key: "cid", Brands: 1, Last: 800}},
		Others: []competitor.Other{{Key: "theirs", Creators: 4,
			Shared: []competitor.Work{{Creator: 0, Last: 1200}, {Creator: 1, Last: 1000 - 365}}}},
		Categories: []competitor.Category{{Key: "food", Name: "美食", Brands: []string{"ours", "theirs"}},
			{Key: "life", Name: "生活", Brands: []string{"far", "near", "ours", "theirs"}}}}
	women := []competitor.Segment{{Key: "women", Dimension: "GENDER", Name: "女性", Share: 3}}
	men := []competitor.Segment{{Key: "men", Dimension: "GENDER", Name: "男性", Share: 1}}
	got := ranked(facts, map[string][]competitor.Segment{"ours": women, "theirs": women, "near": men})
	life := 0.25 * math.Log(2) / (math.Log(3) + math.Log(2))
	want := []insight.Recommendation{
		{Key: "theirs", Score: 0.1467 + 0.25 + 0.25, Reasons: []insight.Reason{
			{Kind: insight.SameCategory, Weight: 0.25, Evidence: insight.SameCategory.Evidence("food", "life"),
				Text: "同类目：美食、生活（相似度100%） · In the same categories: 美食, 生活 (100 % alike)"},
			{Kind: insight.SimilarAudience, Weight: 0.25, Evidence: insight.SimilarAudience.Evidence("women"),
				Text: "受众相似度100%，都偏女性 · Audiences 100 % alike, both with more of 女性"},
			{Kind: insight.CommonNeighbours, Weight: 0.1467, Evidence: insight.CommonNeighbours.Evidence("ann", "bea"),
				Text: "近期合作的3位达人中，有2位也与其合作过 · 2 of the 3 creators hired lately worked for it too"}}},
		{Key: "far", Score: life, Reasons: []insight.Reason{{Kind: insight.SameCategory, Weight: life,
			Evidence: insight.SameCategory.Evidence("life"), Text: "同类目：生活（相似度39%） · In the same categories: 生活 (39 % alike)"}}},
		{Key: "near", Score: life, Reasons: []insight.Reason{{Kind: insight.SameCategory, Weight: life,
			Evidence: insight.SameCategory.Evidence("life"), Text: "同类目：生活（相似度39%） · In the same categories: 生活 (39 % alike)"}}},
	}
	if diff := cmp.Diff(want, got, cmpopts.EquateApprox(0, 1e-4), cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// A bakery that had hired one creator in all stood over the rival game of a game, since that one had worked for the game
// too: one creator in common says nothing, however few there are; two say less than ten of as many.
func TestASingleSharedCreatorIsNoCompetition(t *testing.T) {
	t.Parallel()

	shared := func(n int) (works []competitor.Work) {
		for i := range n {
			works = append(works, competitor.Work{Creator: i, Last: 1000})
		}
		return works
	}
	facts := competitor.Facts{Key: "game", Others: []competitor.Other{{Key: "bakery", Creators: 1, Shared: shared(1)},
		{Key: "pair", Creators: 2, Shared: shared(2)}, {Key: "ten", Creators: 10, Shared: shared(10)}},
		Categories: []competitor.Category{{Key: "games", Brands: []string{"game", "rival"}}}}
	for i := range 20 {
		facts.Creators = append(facts.Creators, competitor.Creator{Key: fmt.Sprint("c", i), Brands: 2, Last: 1000})
	}
	var got []string
	for _, c := range ranked(facts, nil) {
		got = append(got, c.Key)
	}
	if diff := cmp.Diff([]string{"ten", "rival", "pair"}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// Two audiences of which one is of 80 women in a hundred, the other of 50, lie between at 65:
//
//	JSD = ½ (0.8 log₂ 0.8/0.65 + 0.2 log₂ 0.2/0.35) + ½ (0.5 log₂ 0.5/0.65 + 0.5 log₂ 0.5/0.35) = 0.0731
//
// so they are 1 − √0.0731 = 0.7296 alike. A dimension that is known of one alone says nothing, nor does a segment of
// which there is nobody. Of the three audiences 43 in a hundred are women: both have more. A third, of men alone, has
// nothing in which both are above what is usual.
func TestAudiencesOverlapInPart(t *testing.T) {
	t.Parallel()

	gender := func(women, men float64) []competitor.Segment {
		return []competitor.Segment{{Key: "men", Dimension: "GENDER", Name: "男性", Share: men},
			{Key: "women", Dimension: "GENDER", Name: "女性", Share: women}}
	}
	facts := competitor.Facts{Key: "ours", Categories: []competitor.Category{{Key: "food", Brands: []string{"ours", "theirs", "third"}}}}
	got := ranked(facts, map[string][]competitor.Segment{"theirs": gender(50, 50), "third": gender(0, 7),
		"ours": append(gender(80, 20), competitor.Segment{Key: "young", Dimension: "AGE", Name: "18-23", Share: 1})})
	want := map[string]insight.Reason{
		"theirs": {Kind: insight.SimilarAudience, Weight: 0.25 * 0.7296, Evidence: insight.SimilarAudience.Evidence("women"),
			Text: "受众相似度73%，都偏女性 · Audiences 73 % alike, both with more of 女性"},
		// ½ (0.8 log₂ 2 + 0.2 log₂ 0.2/0.6) + ½ log₂ 1/0.6 = 0.6100
		"third": {Kind: insight.SimilarAudience, Weight: 0.25 * (1 - math.Sqrt(0.6100)), Text: "受众相似度22% · Audiences 22 % alike"},
	}
	for _, one := range got {
		i := slices.IndexFunc(one.Reasons, func(r insight.Reason) bool { return r.Kind == insight.SimilarAudience })
		if i < 0 {
			t.Fatalf("%s: nothing is said of its audience: %+v", one.Key, one.Reasons)
		}
		if diff := cmp.Diff(want[one.Key], one.Reasons[i], cmpopts.EquateApprox(0, 1e-4), cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", one.Key, diff)
		}
	}
	if len(got) != 2 {
		t.Errorf("%d competitors", len(got))
	}
}

// A brand of which nothing is known has no competitors, and one that shares nothing is none.
func TestNothingInCommonIsNoCompetitor(t *testing.T) {
	t.Parallel()

	facts := competitor.Facts{Key: "ours", Categories: []competitor.Category{{Key: "food", Brands: []string{"theirs"}}}}
	if got := ranked(facts, nil); len(got) != 0 {
		t.Errorf("got %+v", got)
	}
}

// drawFacts draws a brand that shares creators and categories with up to four others.
func drawFacts(t *rapid.T) (competitor.Facts, map[string][]competitor.Segment) {
	facts := competitor.Facts{Key: "b0"}
	day := rapid.OneOf(rapid.Int64Range(19000, 21000), rapid.Just(int64(competitor.Unknown)))
	for i := range rapid.IntRange(0, 6).Draw(t, "creators") {
		facts.Creators = append(facts.Creators, competitor.Creator{Key: fmt.Sprint("c", i),
			Followers: rapid.Int64Range(0, 3).Draw(t, "followers"), Brands: rapid.IntRange(1, 9).Draw(t, "brands"),
			Last: day.Draw(t, "last")})
	}
	slices.SortFunc(facts.Creators, func(a, b competitor.Creator) int { return int(b.Last - a.Last) })
	audiences := map[string][]competitor.Segment{}
	for b := range 5 {
		other := competitor.Other{Key: fmt.Sprint("b", b)}
		for i := range facts.Creators {
			if b > 0 && rapid.Bool().Draw(t, "shared") {
				other.Shared = append(other.Shared, competitor.Work{Creator: i, Last: day.Draw(t, "theirs")})
			}
		}
		other.Creators = len(other.Shared) + rapid.IntRange(0, 3).Draw(t, "more")
		if len(other.Shared) > 0 {
			facts.Others = append(facts.Others, other)
		}
		for _, segment := range []string{"a", "b", "c"} {
			audiences[other.Key] = append(audiences[other.Key], competitor.Segment{Key: segment, Dimension: segment[:1],
				Share: rapid.Float64Range(0, 1).Draw(t, "share")})
		}
	}
	for _, key := range []string{"x", "y"} {
		category := competitor.Category{Key: key}
		for b := range 5 {
			if rapid.Bool().Draw(t, "in") {
				category.Brands = append(category.Brands, fmt.Sprint("b", b))
			}
		}
		facts.Categories = append(facts.Categories, category)
	}
	return facts, audiences
}

// Whatever the facts: scores are in [0, 1], are the sum of their reasons, and stand in order; nobody competes with
// himself; the same facts give the same answer to the last bit.
func TestRankKeepsItsPromises(t *testing.T) {
	t.Parallel()

	rapid.Check(t, func(t *rapid.T) {
		facts, audiences := drawFacts(t)
		got := ranked(facts, audiences)
		if diff := cmp.Diff(got, ranked(facts, audiences)); diff != "" {
			t.Fatalf("once more (-first +second):\n%s", diff)
		}
		for i, c := range got {
			sum := 0.0
			for _, r := range c.Reasons {
				sum += r.Weight
			}
			if c.Key == facts.Key || c.Score <= 0 || c.Score > 1 || math.Abs(sum-c.Score) > 1e-9 {
				t.Fatalf("%+v", c)
			}
			if i > 0 && (got[i-1].Score < c.Score || got[i-1].Score == c.Score && got[i-1].Key > c.Key) {
				t.Fatalf("%s comes before %s", got[i-1].Key, c.Key)
			}
		}
	})
}
