package evaluation

import (
	"cmp"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"time"

	"github.com/creatorgraph/creatorgraph/insight"
	"github.com/creatorgraph/creatorgraph/insight/match"
	"github.com/creatorgraph/creatorgraph/insight/overlap"
	"github.com/creatorgraph/creatorgraph/insight/plan"
)

// PlanParams is what is planned.
type PlanParams struct {
	Seed           uint64
	Briefs, Effort int
}

// planResult is how one plan came out.
type planResult struct {
	scenario              string
	certified, overGreedy float64 // reach ÷ bound; reach ÷ that of choosing by gain for the cost
	seconds               float64
}

// overlapScenarios is how many times smaller than modelled the population is taken to be: audiences meet the more.
var overlapScenarios = []struct {
	name string
	by   float64
}{{"little overlap", 1}, {"middling", 30}, {"much", 300}}

// Plan measures plans of campaigns after a day.
func Plan(d *Data, cut int32, p PlanParams) *Report {
	r := &Report{Science: "plan", Seed: p.Seed, Split: map[string]string{"by": "time", "cut": date(cut), "effort": fmt.Sprint(p.Effort)}}
	m := match.New(d.Before(cut))
	later := d.campaignsFrom(cut)
	rng := rand.New(rand.NewPCG(p.Seed, 2))
	rng.Shuffle(len(later), func(i, j int) { later[i], later[j] = later[j], later[i] })
	var all []planResult
	briefs := 0
	for _, n := range later {
		if briefs == p.Briefs {
			break
		}
		if some := planBrief(m, &d.Book.Campaigns[n], p.Effort); some != nil {
			all, briefs = append(all, some...), briefs+1
		}
	}
	r.addPlans("all", all)
	by := map[string][]planResult{}
	for _, one := range all {
		by[one.scenario] = append(by[one.scenario], one)
	}
	for _, name := range slices.Sorted(maps.Keys(by)) {
		r.addPlans(name, by[name])
	}
	return r
}

// campaignsFrom are the numbers of the campaigns that begin on a day or later.
func (d *Data) campaignsFrom(day int32) (all []int32) {
	for n := range d.Book.Campaigns {
		if d.Book.Campaigns[n].Day >= day {
			all = append(all, int32(n))
		}
	}
	return all
}

// addPlans adds the figures of some plans.
func (r *Report) addPlans(slice string, all []planResult) {
	quantile := func(of func(planResult) float64, share float64) func([]int) float64 {
		return func(some []int) float64 {
			x := make([]float64, len(some))
			for k, i := range some {
				x[k] = of(all[i])
			}
			slices.Sort(x)
			return x[int(share*float64(len(x)-1))]
		}
	}
	certified := func(one planResult) float64 { return one.certified }
	r.add("reach ÷ bound, median", slice, "creatorgraph", len(all), quantile(certified, 0.5))
	r.add("reach ÷ bound, p10", slice, "creatorgraph", len(all), quantile(certified, 0.1))
	r.add("reach ÷ bound, least", slice, "creatorgraph", len(all), quantile(certified, 0))
	r.add("reach ÷ greedy's, median", slice, "creatorgraph", len(all), quantile(func(one planResult) float64 { return one.overGreedy }, 0.5))
	r.add("seconds, p95", slice, "creatorgraph", len(all), quantile(func(one planResult) float64 { return one.seconds }, 0.95))
}

// planBrief plans a campaign in all ways; nil where too few creators have a price.
func planBrief(m *match.Model, c *match.Campaign, effort int) []planResult {
	b := &match.Brief{Brand: c.Brand, Rivals: insight.Unknown, Objective: c.Objective, Categories: c.Categories, Segments: c.Segments, Formats: c.Formats}
	pool, _ := m.Pool(b)
	matches := slices.DeleteFunc(m.MatchPool(b, pool), func(one match.Match) bool { return !one.Published })
	if len(matches) < 20 {
		return nil
	}
	spread := m.Segmentation(b)
	var dimensions []plan.Dimension
	for _, s := range spread.Population {
		dimensions = append(dimensions, s)
	}
	fees := make([]int64, len(matches))
	for i := range matches {
		fees[i] = matches[i].Fee
	}
	slices.SortFunc(fees, cmp.Compare[int64])
	var all []planResult
	for _, o := range overlapScenarios {
		people := plan.Populate(float64(m.MaxFollowers())/overlap.LargestShare/o.by, dimensions, plan.MaxCells(len(matches)))
		p := plan.Problem{Cells: people.Cells(), Allowance: plan.Milliseconds(effort)}
		for i := range matches {
			d := matches[i].Predicted
			p.Candidates = append(p.Candidates, plan.Candidate{Fee: matches[i].Fee, Accept: matches[i].Acceptance, Impressions: d.Impressions,
				Parts: people.Parts(d.Impressions, spread.AudienceOf(m, matches[i].Creator))})
		}
		for _, most := range []int{12, len(matches)} {
			for _, creators := range []int64{3, 10, 100} {
				p.Most, p.Budget = most, creators*fees[len(fees)/2]
				number := "any number"
				if most == 12 {
					number = "at most 12"
				}
				all = append(all, measurePlan(p, fmt.Sprintf("%s, %s, budget for %d", o.name, number, creators)))
			}
		}
	}
	return all
}

func measurePlan(p plan.Problem, scenario string) planResult {
	began := time.Now()
	solved := plan.Solve(&p)
	one := planResult{scenario: scenario, seconds: time.Since(began).Seconds()}
	reach := plan.Reached(&p, solved.Picks, 1)
	one.certified = reach / solved.Bound
	if greedy := plan.Greedy(&p); greedy > 0 {
		one.overGreedy = reach / greedy
	}
	return one
}
