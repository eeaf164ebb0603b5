package evaluation

import (
	"cmp"
	"fmt"
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

// planned is how one plan came out.
type planned struct {
	scenario            string
	certified, overtook float64 // reach ÷ bound; reach ÷ that of choosing by gain for the cost
	seconds             float64
}

// overlaps is how many times smaller than modelled the population is taken to be: audiences meet the more.
var overlaps = []struct {
	name string
	by   float64
}{{"little overlap", 1}, {"middling", 30}, {"much", 300}}

// Plan measures plans of campaigns after a day.
func Plan(d *Data, cut int32, p PlanParams) *Report {
	r := &Report{Science: "plan", Seed: p.Seed, Split: map[string]string{"by": "time", "cut": date(cut), "effort": fmt.Sprint(p.Effort)}}
	m := match.New(d.Before(cut))
	var later []int32
	for n := range d.Book.Campaigns {
		if d.Book.Campaigns[n].Day >= cut {
			later = append(later, int32(n))
		}
	}
	dice := rand.New(rand.NewPCG(p.Seed, 2))
	dice.Shuffle(len(later), func(i, j int) { later[i], later[j] = later[j], later[i] })
	var all []planned
	briefs := 0
	for _, n := range later {
		if briefs == p.Briefs {
			break
		}
		if some := planBrief(m, &d.Book.Campaigns[n], p.Effort); some != nil {
			all, briefs = append(all, some...), briefs+1
		}
	}
	r.plans("all", all)
	by := map[string][]planned{}
	var names []string
	for _, one := range all {
		if by[one.scenario] == nil {
			names = append(names, one.scenario)
		}
		by[one.scenario] = append(by[one.scenario], one)
	}
	slices.Sort(names)
	for _, name := range names {
		r.plans(name, by[name])
	}
	return r
}

// plans adds the figures of some plans.
func (r *Report) plans(slice string, all []planned) {
	quantile := func(of func(planned) float64, share float64) func([]int) float64 {
		return func(some []int) float64 {
			x := make([]float64, len(some))
			for k, i := range some {
				x[k] = of(all[i])
			}
			slices.Sort(x)
			return x[int(share*float64(len(x)-1))]
		}
	}
	certified := func(one planned) float64 { return one.certified }
	r.add("reach ÷ bound, median", slice, "creatorgraph", len(all), quantile(certified, 0.5))
	r.add("reach ÷ bound, p10", slice, "creatorgraph", len(all), quantile(certified, 0.1))
	r.add("reach ÷ bound, least", slice, "creatorgraph", len(all), quantile(certified, 0))
	r.add("reach ÷ greedy's, median", slice, "creatorgraph", len(all), quantile(func(one planned) float64 { return one.overtook }, 0.5))
	r.add("seconds, p95", slice, "creatorgraph", len(all), quantile(func(one planned) float64 { return one.seconds }, 0.95))
}

// planBrief plans a campaign in all ways; nil where too few creators have a price.
func planBrief(m *match.Model, c *match.Campaign, effort int) []planned {
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
	var all []planned
	for _, o := range overlaps {
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
				all = append(all, solve(p, fmt.Sprintf("%s, %s, budget for %d", o.name, number, creators)))
			}
		}
	}
	return all
}

func solve(p plan.Problem, scenario string) planned {
	began := time.Now()
	solved := plan.Solve(&p)
	one := planned{scenario: scenario, seconds: time.Since(began).Seconds()}
	reach := plan.Reached(&p, solved.Picks, 1)
	one.certified = reach / solved.Bound
	if greedy := plan.Greedy(&p); greedy > 0 {
		one.overtook = reach / greedy
	}
	return one
}
