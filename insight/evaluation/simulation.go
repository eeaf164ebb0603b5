package evaluation

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"
)

// Simulation evaluates comparisons on a market with simulated sources, so that the truth is known.
type Simulation struct {
	Seed             uint64
	Trials           int // of each kind; 500
	Metric           Metric
	LikeForLikeEvery int // likeForLike, the slowest, is computed in every so many trials; 5
}

// SimulationResult is the result of a simulation.
type SimulationResult struct {
	Trials        int
	Campaigns     float64          // mean per trial
	Works         float64          // mean per trial
	Coverage      map[string]Share // of intervals that cover 1 where there is no difference, by figure
	FalseWarnings Share            // of fair trials, those called unfair
	Power         Share            // of trials with a planted effect of 20 %, those that detect it by brief
	PowerWide     Share            // the same in trials of all categories
	WideCampaigns float64          // mean per trial of all categories
	WideWorks     float64
	RawGap        float64          // mean ln of the raw ratio under planted confounding without an effect
	Adjusted      float64          // the same adjusted by brief
	Detected      map[string]Share // of planted unfair cases, those detected, by case
}

// Share is a count out of a total.
type Share struct{ Of, All int }

func (s *Share) add(is bool) {
	s.All++
	if is {
		s.Of++
	}
}

// Part is the share; NaN of none.
func (s Share) Part() float64 { return float64(s.Of) / float64(s.All) }

// plantedRatio is the planted effect: how many times better recommended creators do.
const plantedRatio = 1.2

// sample is a trial's campaigns and works.
type sample struct {
	campaigns []Campaign
	works     []Work
}

// Run simulates comparisons among campaigns of a few categories within a year, as the API makes them.
func (j Simulation) Run(campaigns []Campaign, works []Work) SimulationResult {
	j.Trials, j.LikeForLikeEvery = cmp.Or(j.Trials, 500), cmp.Or(j.LikeForLikeEvery, 5)
	v := SimulationResult{Trials: j.Trials, Coverage: map[string]Share{}, Detected: map[string]Share{}}
	r := rand.New(rand.NewPCG(j.Seed, 51))
	byCampaign := make([][]Work, len(campaigns))
	for _, w := range works {
		if _, _, ok := j.Metric.of(&w); ok {
			byCampaign[w.Campaign] = append(byCampaign[w.Campaign], w)
		}
	}
	var gaps, adjusted float64
	confounded, wideTrials := 0, 0.0
	for trial := range j.Trials {
		p := drawSample(r, campaigns, byCampaign, false)
		v.Campaigns += float64(len(p.campaigns)) / float64(j.Trials)
		v.Works += float64(len(p.works)) / float64(j.Trials)
		j.simulateNull(&v, r, p, trial)
		j.simulateEffect(&v.Power, r, p)
		if trial%j.LikeForLikeEvery == 0 {
			wide := drawSample(r, campaigns, byCampaign, true)
			wideTrials++
			v.WideCampaigns, v.WideWorks = v.WideCampaigns+float64(len(wide.campaigns)), v.WideWorks+float64(len(wide.works))
			j.simulateEffect(&v.PowerWide, r, wide)
		}
		if raw, byBrief, ok := j.simulateConfounding(r, p); ok {
			gaps, adjusted, confounded = gaps+raw, adjusted+byBrief, confounded+1
		}
		j.simulateUnfair(&v, r, p)
	}
	v.WideCampaigns, v.WideWorks = v.WideCampaigns/wideTrials, v.WideWorks/wideTrials
	v.RawGap, v.Adjusted = gaps/float64(confounded), adjusted/float64(confounded)
	return v
}

// Size of a sample.
const (
	categoriesDrawn  = 3
	maxCampaigns     = 120
	maxWideCampaigns = 2000 // of all categories
	minWorks         = 60
)

// drawSample draws a day and some categories, or all if wide, and gives their campaigns within the year before it, the latest
// first.
func drawSample(r *rand.Rand, campaigns []Campaign, works [][]Work, wide bool) sample {
	most := maxCampaigns
	if wide {
		most = maxWideCampaigns
	}
	for {
		day := campaigns[r.IntN(len(campaigns))].Day
		chosen := map[string]bool{}
		for range categoriesDrawn {
			chosen[campaigns[r.IntN(len(campaigns))].Category] = true
		}
		of := latest(campaigns, works, day, func(category string) bool { return wide || chosen[category] })
		p := newSample(campaigns, works, of[:min(len(of), most)])
		if len(p.works) >= minWorks && len(p.campaigns) >= fewCampaigns {
			return p
		}
	}
}

// latest are the campaigns of some categories with results within the year before a day, the latest first.
func latest(campaigns []Campaign, works [][]Work, day float64, isChosen func(category string) bool) []int {
	var of []int
	for k, c := range campaigns {
		if isChosen(c.Category) && c.Day <= day && c.Day > day-365 && len(works[k]) > 0 {
			of = append(of, k)
		}
	}
	slices.SortStableFunc(of, func(a, b int) int { return int(campaigns[b].Day - campaigns[a].Day) })
	return of
}

// newSample takes some campaigns with their works.
func newSample(campaigns []Campaign, works [][]Work, of []int) (p sample) {
	for _, k := range of {
		for _, w := range works[k] {
			w.Campaign = len(p.campaigns)
			p.works = append(p.works, w)
		}
		p.campaigns = append(p.campaigns, campaigns[k])
	}
	return p
}

// assignSources redraws sources, by each campaign's probability of a recommended one.
func (p sample) assignSources(r *rand.Rand, chance func(campaign int) float64) sample {
	of := make([]float64, len(p.campaigns))
	for k := range of {
		of[k] = chance(k)
	}
	drawn := sample{p.campaigns, slices.Clone(p.works)}
	for i := range drawn.works {
		drawn.works[i].Recommended = r.Float64() < of[drawn.works[i].Campaign]
	}
	return drawn
}

// randomChance draws a campaign's probability independently of its brief.
func randomChance(r *rand.Rand) func(int) float64 {
	return func(int) float64 { return 0.2 + 0.6*r.Float64() }
}

// simulateNull assigns sources at random: there is no effect, and the comparison is fair.
func (j Simulation) simulateNull(v *SimulationResult, r *rand.Rand, p sample, trial int) {
	p = p.assignSources(r, randomChance(r))
	c, warnings := compare(p.campaigns, p.works, j.Metric, trial%j.LikeForLikeEvery == 0)
	v.FalseWarnings.add(unfair(warnings))
	if c == nil {
		return
	}
	for name, e := range map[string]*Effect{"raw": &c.Raw, "byBrief": c.ByBrief, "likeForLike": c.LikeForLike} {
		if e != nil {
			s := v.Coverage[name]
			s.add(e.Low <= 1 && 1 <= e.High)
			v.Coverage[name] = s
		}
	}
}

// simulateEffect plants an effect: recommended creators do better by plantedRatio.
func (j Simulation) simulateEffect(found *Share, r *rand.Rand, p sample) {
	p = p.assignSources(r, randomChance(r))
	for i := range p.works {
		if p.works[i].Recommended {
			p.works[i].improve(j.Metric)
		}
	}
	c, _ := compare(p.campaigns, p.works, j.Metric, false)
	if c == nil || c.ByBrief == nil {
		return
	}
	better := c.ByBrief.Low > 1
	if j.Metric.isCost() {
		better = c.ByBrief.High < 1
	}
	found.add(better)
}

// improve makes a work better by plantedRatio.
func (w *Work) improve(metric Metric) {
	switch metric {
	case CPM, CPE, CostPerClick:
		w.Fee /= plantedRatio
	case CTR:
		w.Clicks *= plantedRatio
	case CVR:
		w.Conversions *= plantedRatio
	case ROI:
		w.GMV *= plantedRatio
	}
}

// simulateConfounding assigns sources by what briefs predict of the metric, so that the raw ratio is biased without any effect.
func (j Simulation) simulateConfounding(r *rand.Rand, p sample) (raw, byBrief float64, ok bool) {
	lean := p.plantedLogOdds(j.Metric)
	p = p.assignSources(r, func(k int) float64 { return 1 / (1 + math.Exp(-lean[k])) })
	c, _ := compare(p.campaigns, p.works, j.Metric, false)
	if c == nil || c.ByBrief == nil {
		return 0, 0, false
	}
	return math.Log(c.Raw.Ratio), math.Log(c.ByBrief.Ratio), true
}

// plantedLogOdds are each campaign's log-odds of a recommended creator: they rise with the mean metric of its category, and with its
// budget in the direction of the metric.
func (p sample) plantedLogOdds(metric Metric) []float64 {
	level := make([]float64, len(p.campaigns))
	sums := make([][2]float64, len(p.campaigns))
	byCategory := map[string]*[2]float64{}
	for i := range p.works {
		w := &p.works[i]
		over, under, _ := metric.of(w)
		name := p.campaigns[w.Campaign].Category
		if byCategory[name] == nil {
			byCategory[name] = new([2]float64)
		}
		byCategory[name][0] += over
		byCategory[name][1] += under
		sums[w.Campaign][0] += over
		sums[w.Campaign][1] += under
	}
	budget, own := make([]float64, len(p.campaigns)), make([]float64, len(p.campaigns))
	for k, c := range p.campaigns {
		level[k] = math.Log(byCategory[c.Category][0] / byCategory[c.Category][1])
		budget[k] = math.Log(max(c.Budget, 1))
		own[k] = math.Log((sums[k][0] + 1e-9) / (sums[k][1] + 1e-9))
	}
	standardizeValues(level)
	standardizeValues(budget)
	standardizeValues(own)
	way := 0.0
	for k := range own {
		way += own[k] * budget[k]
	}
	list := make([]float64, len(level))
	for k := range list {
		list[k] = 0.8*level[k] + 1.2*math.Copysign(budget[k], way*budget[k])
	}
	return list
}

// standardizeValues scales values to mean 0 and standard deviation 1.
func standardizeValues(values []float64) {
	n, mean, squares := float64(len(values)), 0.0, 0.0
	for _, x := range values {
		mean += x / n
	}
	for _, x := range values {
		squares += (x - mean) * (x - mean) / n
	}
	for i := range values {
		values[i] = (values[i] - mean) / max(math.Sqrt(squares), 1e-9)
	}
}

// simulateUnfair plants each case that has to be detected.
func (j Simulation) simulateUnfair(v *SimulationResult, r *rand.Rand, p sample) {
	p = p.assignSources(r, randomChance(r))
	cases := map[string]func(*sample){
		"one source only": func(q *sample) { eachWork(q, func(_ Campaign, w *Work) { w.Recommended = false }) },
		"one campaign":    func(q *sample) { q.works = slices.DeleteFunc(q.works, func(w Work) bool { return w.Campaign > 0 }) },
		"the main category on one side": func(q *sample) {
			most := q.mainCategory()
			eachWork(q, func(c Campaign, w *Work) { w.Recommended = w.Recommended && c.Category != most })
		},
		"the results of one source are hidden": func(q *sample) { eachWork(q, func(_ Campaign, w *Work) { hide(w, r.Float64() < 0.8) }) },
		"five of one source": func(q *sample) {
			n := 0
			eachWork(q, func(_ Campaign, w *Work) { n++; w.Recommended = n%(len(q.works)/5) == 1 && n < len(q.works) })
		},
	}
	for _, name := range []string{"one source only", "one campaign", "the main category on one side", "the results of one source are hidden", "five of one source"} {
		q := sample{p.campaigns, slices.Clone(p.works)}
		cases[name](&q)
		c, warnings := compare(q.campaigns, q.works, j.Metric, false)
		s := v.Detected[name]
		s.add(unfair(warnings) && (c == nil || c.ByBrief == nil))
		v.Detected[name] = s
	}
}

func eachWork(p *sample, do func(Campaign, *Work)) {
	for i := range p.works {
		do(p.campaigns[p.works[i].Campaign], &p.works[i])
	}
}

// mainCategory is the category with most participations.
func (p sample) mainCategory() string {
	counts := map[string]int{}
	best := ""
	for _, w := range p.works {
		name := p.campaigns[w.Campaign].Category
		counts[name]++
		if counts[name] > counts[best] || best == "" {
			best = name
		}
	}
	return best
}

// hide removes the results of a self-picked creator.
func hide(w *Work, is bool) {
	if is && !w.Recommended {
		unknown := math.NaN()
		w.Fee, w.Impressions, w.Engagements, w.Clicks, w.Conversions, w.GMV = unknown, unknown, unknown, unknown, unknown, unknown
	}
}

// minCampaigns is the least number of campaigns with results.
const minCampaigns = 100

// Enough says whether a market is large enough for a simulation.
func Enough(campaigns []Campaign, works []Work, metric Metric) bool {
	seen := map[int]bool{}
	for i := range works {
		if _, _, ok := metric.of(&works[i]); ok {
			seen[works[i].Campaign] = true
		}
	}
	return len(seen) >= minCampaigns && len(works) >= 4*minCampaigns
}
