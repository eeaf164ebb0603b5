package evaluation

import (
	"math"
	"math/rand/v2"
	"testing"
)

// market is so many campaigns of two categories, with twelve participations each; a participation is recommended with the
// chance that its campaign's category has, and costs for a thousand impressions what its category does, times the effect if it
// is recommended.
func market(seed uint64, n int, chance [2]float64, cpm [2]float64, effect float64) ([]Campaign, []Work) {
	r := rand.New(rand.NewPCG(seed, 1))
	var campaigns []Campaign
	var works []Work
	for k := range n {
		z := r.IntN(2)
		campaigns = append(campaigns, Campaign{Brand: "b", Category: []string{"food", "cars"}[z], Objective: []string{"AWARENESS", "CONVERSION"}[r.IntN(2)],
			Budget: math.Exp(12 + r.NormFloat64()), Day: 20000 + 300*r.Float64()})
		for range 12 {
			w := Work{Campaign: k, Recommended: r.Float64() < chance[z], Engagements: math.NaN(), Clicks: math.NaN(), Conversions: math.NaN(),
				GMV: math.NaN(), Followers: math.Exp(10 + r.NormFloat64()), Price: math.Exp(11 + r.NormFloat64())}
			w.Impressions = math.Exp(10 + 0.5*r.NormFloat64())
			w.Fee = w.Impressions / 1000 * cpm[z] * math.Exp(0.2*r.NormFloat64())
			if w.Recommended {
				w.Fee *= effect
			}
			works = append(works, w)
		}
	}
	return campaigns, works
}

// Where the dear category is mostly recommended, the raw ratio says that recommending is dear; adjusted by brief nothing is left of
// that, and what was planted is found.
func TestAdjustingTakesOutTheBrief(t *testing.T) {
	t.Parallel()

	for _, effect := range []float64{1, 0.8} {
		campaigns, works := market(1, 200, [2]float64{0.2, 0.8}, [2]float64{2000, 4000}, effect)
		c, warnings := Compare(campaigns, works, CPM)
		if len(warnings) > 0 || c == nil || c.ByBrief == nil || c.LikeForLike == nil {
			t.Fatalf("effect %v: %+v, %+v", effect, c, warnings)
		}
		if c.Raw.Ratio < 1.3*effect {
			t.Errorf("effect %v: the raw ratio is %.3f, although the brief was to make it dear", effect, c.Raw.Ratio)
		}
		for name, e := range map[string]*Effect{"byBrief": c.ByBrief, "likeForLike": c.LikeForLike} {
			if math.Abs(math.Log(e.Ratio/effect)) > 0.03 || e.Low > effect || e.High < effect || e.High-e.Low > 0.15 {
				t.Errorf("effect %v: %s is %+v", effect, name, *e)
			}
		}
		if c.EffectiveSize < 500 || c.EffectiveSize > 1200 {
			t.Errorf("effect %v: effective size %.0f of about 1200 each", effect, c.EffectiveSize)
		}
	}
}

// What is unfair is told, nothing is adjusted, and the raw ratio stays where both sources have results.
func TestUnfairComparisons(t *testing.T) {
	t.Parallel()

	for name, test := range map[string]struct {
		change func(i int, campaigns []Campaign, w *Work) (keep bool)
		want   Kind
		raw    bool
	}{
		"one source": {func(_ int, _ []Campaign, w *Work) bool { w.Recommended = true; return true }, OneSource, false},
		"no results of one source": {func(_ int, _ []Campaign, w *Work) bool {
			if w.Recommended {
				w.Impressions = math.NaN()
			}
			return true
		}, OneSource, false},
		"one campaign": {func(_ int, _ []Campaign, w *Work) bool { return w.Campaign == 0 }, OneCampaign, true},
		"a category on one side": {func(_ int, c []Campaign, w *Work) bool {
			w.Recommended = w.Recommended && c[w.Campaign].Category == "food"
			return true
		}, Separated, true},
		"few of one source": {func(i int, _ []Campaign, w *Work) bool { w.Recommended = i < 5; return true }, Scarce, true},
		"results hidden": {func(i int, _ []Campaign, w *Work) bool {
			if !w.Recommended && i%5 > 0 {
				w.Fee = math.NaN()
			}
			return true
		}, Missing, true},
	} {
		campaigns, all := market(2, 60, [2]float64{0.5, 0.5}, [2]float64{2000, 4000}, 1)
		var works []Work
		for i := range all {
			if test.change(i, campaigns, &all[i]) {
				works = append(works, all[i])
			}
		}
		c, warnings := Compare(campaigns, works, CPM)
		told := false
		for _, w := range warnings {
			told = told || w.Kind == test.want && w.Text != ""
		}
		if !told || (c != nil) != test.raw || c != nil && (c.ByBrief != nil || c.LikeForLike != nil) {
			t.Errorf("%s: %+v with %+v, want %s", name, c, warnings, test.want)
		}
	}
}

// Few campaigns are told and adjusted nonetheless; nothing at all is compared with nothing.
func TestSmallComparisons(t *testing.T) {
	t.Parallel()

	campaigns, works := market(3, 8, [2]float64{0.5, 0.5}, [2]float64{2000, 2000}, 1)
	c, warnings := Compare(campaigns, works, CPM)
	if c == nil || c.ByBrief == nil || len(warnings) != 1 || warnings[0].Kind != Few {
		t.Errorf("eight campaigns: %+v, %+v", c, warnings)
	}
	if c, warnings := Compare(nil, nil, CPM); c != nil || len(warnings) != 1 || warnings[0].Kind != OneSource {
		t.Errorf("nothing: %+v, %+v", c, warnings)
	}
}

// What has more clicks than impressions was counted wrongly and says nothing of click rates.
func TestPartsAboveTheirWholeDoNotCount(t *testing.T) {
	t.Parallel()

	w := Work{Fee: 1, Impressions: 10, Clicks: 11, Conversions: 12}
	for metric, want := range map[Metric]bool{CTR: false, CVR: false, CostPerClick: true, CPM: true} {
		if _, _, got := metric.of(&w); got != want {
			t.Errorf("%s: known %t, want %t", metric, got, want)
		}
	}
}

// The simulated market has what it plants: intervals cover 1, and adjustment removes the confounding.
func TestSimulation(t *testing.T) {
	t.Parallel()

	campaigns, works := market(4, 400, [2]float64{0.5, 0.5}, [2]float64{2000, 4000}, 1)
	v := Simulation{Seed: 1, Trials: 60, Metric: CPM, LikeForLikeEvery: 20}.Run(campaigns, works)
	if cover := v.Coverage["byBrief"]; cover.All != 60 || cover.Part() < 0.85 {
		t.Errorf("the intervals hold 1 in %d of %d", cover.Of, cover.All)
	}
	if v.FalseWarnings.Of > 3 || v.Power.Part() < 0.95 || math.Abs(v.Adjusted) > 0.1*v.RawGap || v.RawGap < 0.1 {
		t.Errorf("%+v", v)
	}
	for name, told := range v.Detected {
		if told.Of != told.All {
			t.Errorf("%s: told in %d of %d", name, told.Of, told.All)
		}
	}
}
