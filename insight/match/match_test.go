package match_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/creatorgraph/creatorgraph/insight"
	"github.com/creatorgraph/creatorgraph/insight/match"
)

// market is a book of n creators of one category; every third one gets ten times as many clicks as the others, and each
// has results in four of many campaigns.
func market(n int) *match.Book {
	b := &match.Book{Categories: []match.Word{{Key: "food", Of: insight.Unknown}, {Key: "cars", Of: insight.Unknown}}, Day: 20000,
		Segments: []match.Word{{Key: "women", Dimension: "GENDER", Of: insight.Unknown}, {Key: "men", Dimension: "GENDER", Of: insight.Unknown}},
		Brands:   []match.Brand{{Key: "acme", Industry: "food"}, {Key: "rival", Industry: "food"}}}
	for k := range 40 {
		b.Campaigns = append(b.Campaigns, match.Campaign{Key: fmt.Sprint("c", k), Brand: int32(k % 2), Objective: match.Consideration,
			Formats: []match.Format{0}, Categories: []int32{0}, Segments: []int32{0}, Day: int32(19700 + 5*k)})
	}
	for p := range n {
		c := match.Creator{Key: fmt.Sprintf("cr-%03d", p), Followers: int64(5000 + 700*p), Categories: []int32{0},
			Agency: insight.Unknown, Audience: []insight.Share{{Segment: 0, Part: 0.5}, {Segment: 1, Part: 0.5}}}
		c.Prices[0] = c.Followers * 10
		for k := range 4 {
			campaign, views := int32((7*p+11*k)%40), 2*c.Followers
			clicked := views / 1000
			if p%3 == 0 {
				clicked *= 10
			}
			c.Works = append(c.Works, match.Work{Campaign: campaign, Format: 0, Fee: c.Prices[0], Impressions: views, Clicks: clicked,
				Conversions: clicked / 10, GMV: clicked * 100})
		}
		b.Creators = append(b.Creators, c)
	}
	return b
}

func brief() *match.Brief {
	return &match.Brief{Brand: insight.Unknown, Rivals: insight.Unknown, Objective: match.Consideration, Categories: []int32{0}, Segments: []int32{0}}
}

// Whoever gets more clicks for the money comes first, what is expected is what came, scores are the sums of their reasons,
// and fewer matches are the first of more.
func TestRankByWhatCame(t *testing.T) {
	t.Parallel()

	m := match.New(market(60))
	best, _ := m.Rank(brief(), 20)
	for i := range best {
		one := &best[i]
		if one.Creator%3 != 0 {
			t.Errorf("place %d is creator %d, who gets few clicks", i+1, one.Creator)
		}
		sum := 0.0
		for _, reason := range m.Reasons(brief(), one) {
			sum += reason.Weight
		}
		if math.Abs(sum-one.Score) > 1e-9 {
			t.Errorf("reasons of %d add up to %g, the score is %g", one.Creator, sum, one.Score)
		}
		p := one.Predicted
		if p.CTR < 0.006 || p.CTR > 0.015 || p.CTRLow > p.CTR || p.CTRHigh < p.CTR || p.ImpressionsLow > p.Impressions || p.Evidence != 4 {
			t.Errorf("of %d is expected %+v", one.Creator, p)
		}
	}
	few, _ := m.Rank(brief(), 5)
	for i := range few {
		if few[i].Creator != best[i].Creator {
			t.Errorf("place %d of 5 is %d, of 20 %d", i+1, few[i].Creator, best[i].Creator)
		}
	}
}

// A result that is recorded later changes what is expected as if it had been there from the start, to within a hundredth.
func TestChangeIsAsIfReadAnew(t *testing.T) {
	t.Parallel()

	late, whole := market(60), market(60)
	all := late.Creators[1].Works
	late.Creators[1].Works = nil
	m := match.New(late)
	before := m.Of(brief(), []int32{1})[0]
	now := late.Creators[1]
	now.Works = all
	m.Change(now)
	after, anew := m.Of(brief(), []int32{1})[0], match.New(whole).Of(brief(), []int32{1})[0]
	if before.Predicted.Evidence != 0 || after.Predicted.Evidence != 4 || before.Predicted.CTR < 1.5*after.Predicted.CTR {
		t.Errorf("before %+v, after %+v", before.Predicted, after.Predicted)
	}
	if off := after.Predicted.CTR/anew.Predicted.CTR - 1; math.Abs(off) > 0.05 {
		t.Errorf("read anew %g clicks per impression are expected, followed %g", anew.Predicted.CTR, after.Predicted.CTR)
	}
}

// What segments' people do is told apart from creators' own appeal, here drawn without regard to audiences: women click half as
// often again as men.
func TestResponseIsLearned(t *testing.T) {
	t.Parallel()

	book := market(300)
	for k := range book.Campaigns {
		book.Campaigns[k].Segments = nil // or else how well an audience fits would tell the same
	}
	for p := range book.Creators {
		c := &book.Creators[p]
		women := float32(p%7) / 6
		c.Audience = []insight.Share{{Segment: 0, Part: women}, {Segment: 1, Part: 1 - women}}
		for k := range c.Works {
			w := &c.Works[k]
			appeal := 0.7 + 0.6*float64(p%5)/4
			w.Clicks = int64(float64(w.Impressions) * 0.01 * appeal * (1.2*float64(women) + 0.8*float64(1-women)))
		}
	}
	m := match.New(book)
	women, known := m.Response(book.Creators[6].Key)
	men, also := m.Response(book.Creators[7].Key)
	if !known || !also || math.Abs(women-1.2) > 0.08 || math.Abs(men-0.8) > 0.08 {
		t.Errorf("an audience of women responds as %.3f, want 1.2; one of men as %.3f, want 0.8", women, men)
	}
	book.Creators[0].Audience = nil
	if _, known := m.Response(book.Creators[0].Key); known {
		t.Error("an unknown audience responds")
	}
	for p := range book.Creators {
		book.Creators[p].Works = nil
	}
	if times, known := match.New(book).Response(book.Creators[1].Key); known {
		t.Errorf("without any clicks an audience responds as %.3f", times)
	}
}

// The condition that leaves nobody is the one that is named; an unknown price is matched at its size's.
func TestEmptiedBy(t *testing.T) {
	t.Parallel()

	book := market(30)
	book.Creators[0].Prices[0] = 0
	m := match.New(book)
	b := brief()
	b.MinFollowers, b.Regions = 1000, []string{"火星"}
	if pool, emptied := m.Pool(b); len(pool) != 0 || emptied != "regions" {
		t.Errorf("emptied by %q", emptied)
	}
	b = brief()
	b.MaxFee = 10
	if _, emptied := m.Pool(b); emptied != "" {
		t.Errorf("emptied by %q, though one creator has no price", emptied)
	}
	one := m.Of(brief(), []int32{0})[0]
	if one.Published || one.Fee < 40_000 || one.Fee > 70_000 {
		t.Errorf("without a price the fee is %d", one.Fee)
	}
}

// A price a thousand times what the size asks is kept and told, moves nobody else's, and one of zero is none.
func TestOddPricesAreKeptAndTold(t *testing.T) {
	t.Parallel()

	plain := match.New(market(60)).Of(brief(), []int32{7})[0]
	book := market(60)
	book.Creators[0].Prices[0] *= 1000
	book.Creators[1].Prices[0] = 0
	m := match.New(book)
	all := m.Of(brief(), []int32{0, 1, 7})
	for i, want := range []string{"check it", "Publishes no price", "usually"} {
		told := false
		for _, reason := range m.Reasons(brief(), &all[i]) {
			told = told || strings.Contains(reason.Text, want)
		}
		if !told {
			t.Errorf("the reasons of creator %d say nothing of %q", all[i].Creator, want)
		}
	}
	if all[0].Fee != 50_000_000 || all[1].Published || all[1].Fee <= 0 || math.Abs(all[2].Score-plain.Score) > 0.05 {
		t.Errorf("fees are %d and %d; the score of another creator %g, without them %g", all[0].Fee, all[1].Fee, all[2].Score, plain.Score)
	}
}

// A creator who accepted more often is taken to accept more likely, and a higher offer never less.
func TestAcceptance(t *testing.T) {
	t.Parallel()

	book := market(10)
	for k := range 10 {
		book.Creators[0].Answers = append(book.Creators[0].Answers, match.Answer{Campaign: int32(k), Said: match.Accepted})
		book.Creators[1].Answers = append(book.Creators[1].Answers, match.Answer{Campaign: int32(k), Said: match.Declined})
	}
	m := match.New(book)
	all := m.Of(brief(), []int32{0, 1, 2})
	if !(all[0].Acceptance > all[2].Acceptance && all[2].Acceptance > all[1].Acceptance) {
		t.Errorf("acceptance %g, %g and without answers %g", all[0].Acceptance, all[1].Acceptance, all[2].Acceptance)
	}
}

// moody accepts without regard to anything that a score counts.
type moody struct{}

func (moody) Ask(*match.Brief) func(int32, match.Format, int64) float64 {
	return func(p int32, f match.Format, _ int64) float64 { return float64(1+(int(p)*37+int(f)*11)%50) / 50 }
}

func (moody) Changed(int32) {}

// The first few are those of the whole order, whoever was not asked whether it accepts; and each stands where that order
// has it.
func TestFirstAreThoseOfTheWholeOrder(t *testing.T) {
	t.Parallel()

	m := match.New(market(90))
	m.SetAcceptance(moody{})
	b := brief()
	whole, _ := m.Rank(b, 1000)
	for _, first := range []int{0, 1, 3, 20, 89} {
		few, _ := m.Rank(b, first)
		if len(few) != min(first, len(whole)) {
			t.Errorf("%d creators of the first %d", len(few), first)
		}
		for i := range few {
			if few[i].Creator != whole[i].Creator || few[i].Score != whole[i].Score {
				t.Errorf("place %d of %d is %d, of all %d", i+1, first, few[i].Creator, whole[i].Creator)
			}
		}
	}
	for i := range whole {
		if rank, score, has := m.RankOf(b, whole[i].Creator); rank != i+1 || score != whole[i].Score || !has {
			t.Errorf("place %d stands at %d with %v, its score is %v", i+1, rank, score, whole[i].Score)
		}
	}
}

// A creator whose categories change is found in the new ones and no longer in the old.
func TestPoolFollowsCategories(t *testing.T) {
	t.Parallel()

	m := match.New(market(9))
	pool := func(category int32) []int32 {
		all, _ := m.Pool(&match.Brief{Brand: insight.Unknown, Rivals: insight.Unknown, Categories: []int32{category}})
		return all
	}
	food := pool(0)
	c := m.Book().Creators[4]
	for _, step := range []struct {
		categories []int32
		food, cars bool
	}{{[]int32{1}, false, true}, {[]int32{0, 1}, true, true}, {[]int32{0}, true, false}} {
		c.Categories = step.categories
		m.Change(c)
		if slices.Contains(pool(0), 4) != step.food || slices.Contains(pool(1), 4) != step.cars {
			t.Errorf("of %v: food is %v, cars are %v", step.categories, pool(0), pool(1))
		}
	}
	if !slices.Equal(pool(0), food) {
		t.Errorf("there and back again: %v, was %v", pool(0), food)
	}
}
