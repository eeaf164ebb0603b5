package evaluation

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"
)

// Judge tries comparisons on a market whose labels it draws itself, so that the truth is known.
type Judge struct {
	Seed   uint64
	Trials int // of each kind; 500
	Metric Metric
	Apart  int // every so many trials likeForLike is looked at, too, which takes longest; 5
}

// Verdict is what a judge found.
type Verdict struct {
	Trials        int
	Campaigns     float64          // mean per trial
	Works         float64          // mean per trial
	Cover         map[string]Share // of intervals under no difference that hold 1, by figure
	FairWarned    Share            // of fair trials, that are called unfair
	Found         Share            // of trials with 20 % planted, that it was found in, adjusted by brief
	FoundWide     Share            // the same in trials of all categories
	WideCampaigns float64          // mean per trial of all categories
	WideWorks     float64
	RawGap        float64          // mean ln of the raw ratio under planted confounding, where nothing differs
	Adjusted      float64          // the same adjusted by brief
	Unfair        map[string]Share // of planted unfair cases, that are told, by case
}

// Share is a number of so many.
type Share struct{ Of, All int }

func (s *Share) add(is bool) {
	s.All++
	if is {
		s.Of++
	}
}

// Part is the share; NaN of none.
func (s Share) Part() float64 { return float64(s.Of) / float64(s.All) }

// planted is by how much recommended creators do better where they are made to.
const planted = 1.2

// population is a trial's campaigns and works.
type population struct {
	campaigns []Campaign
	works     []Work
}

// Try judges comparisons among campaigns of a few categories within a year, as the API compares.
func (j Judge) Try(campaigns []Campaign, works []Work) Verdict {
	j.Trials, j.Apart = cmp.Or(j.Trials, 500), cmp.Or(j.Apart, 5)
	v := Verdict{Trials: j.Trials, Cover: map[string]Share{}, Unfair: map[string]Share{}}
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
		p := draw(r, campaigns, byCampaign, false)
		v.Campaigns += float64(len(p.campaigns)) / float64(j.Trials)
		v.Works += float64(len(p.works)) / float64(j.Trials)
		j.fair(&v, r, p, trial)
		j.power(&v.Found, r, p)
		if trial%j.Apart == 0 {
			wide := draw(r, campaigns, byCampaign, true)
			wideTrials++
			v.WideCampaigns, v.WideWorks = v.WideCampaigns+float64(len(wide.campaigns)), v.WideWorks+float64(len(wide.works))
			j.power(&v.FoundWide, r, wide)
		}
		if raw, byBrief, ok := j.confounded(r, p); ok {
			gaps, adjusted, confounded = gaps+raw, adjusted+byBrief, confounded+1
		}
		j.unfair(&v, r, p)
	}
	v.WideCampaigns, v.WideWorks = v.WideCampaigns/wideTrials, v.WideWorks/wideTrials
	v.RawGap, v.Adjusted = gaps/float64(confounded), adjusted/float64(confounded)
	return v
}

// Population of a trial.
const (
	categoriesDrawn = 3
	campaignsMost   = 120
	wideMost        = 2000 // of all categories
	worksLeast      = 60
)

// draw draws a day and some categories, or all where wide, and gives the campaigns of these within the year before it, the
// latest first.
func draw(r *rand.Rand, campaigns []Campaign, works [][]Work, wide bool) population {
	most := campaignsMost
	if wide {
		most = wideMost
	}
	for {
		day := campaigns[r.IntN(len(campaigns))].Day
		chosen := map[string]bool{}
		for range categoriesDrawn {
			chosen[campaigns[r.IntN(len(campaigns))].Category] = true
		}
		var of []int
		for k, c := range campaigns {
			if (wide || chosen[c.Category]) && c.Day <= day && c.Day > day-365 && len(works[k]) > 0 {
				of = append(of, k)
			}
		}
		slices.SortStableFunc(of, func(a, b int) int { return int(campaigns[b].Day - campaigns[a].Day) })
		var p population
		for _, k := range of[:min(len(of), most)] {
			for _, w := range works[k] {
				w.Campaign = len(p.campaigns)
				p.works = append(p.works, w)
			}
			p.campaigns = append(p.campaigns, campaigns[k])
		}
		if len(p.works) >= worksLeast && len(p.campaigns) >= fewCampaigns {
			return p
		}
	}
}

// label draws sources anew by each campaign's chance of a recommended one.
func (p population) label(r *rand.Rand, chance func(campaign int) float64) population {
	of := make([]float64, len(p.campaigns))
	for k := range of {
		of[k] = chance(k)
	}
	drawn := population{p.campaigns, slices.Clone(p.works)}
	for i := range drawn.works {
		drawn.works[i].Recommended = r.Float64() < of[drawn.works[i].Campaign]
	}
	return drawn
}

// even draws a campaign's chance, whatever its brief.
func even(r *rand.Rand) func(int) float64 {
	return func(int) float64 { return 0.2 + 0.6*r.Float64() }
}

// fair labels at random: nothing differs, and nothing is unfair.
func (j Judge) fair(v *Verdict, r *rand.Rand, p population, trial int) {
	p = p.label(r, even(r))
	c, warnings := compare(p.campaigns, p.works, j.Metric, trial%j.Apart == 0)
	v.FairWarned.add(unfair(warnings))
	if c == nil {
		return
	}
	for name, e := range map[string]*Effect{"raw": &c.Raw, "byBrief": c.ByBrief, "likeForLike": c.LikeForLike} {
		if e != nil {
			s := v.Cover[name]
			s.add(e.Low <= 1 && 1 <= e.High)
			v.Cover[name] = s
		}
	}
}

// power makes recommended creators better by a fifth: more shown for the fee, more clicks.
func (j Judge) power(found *Share, r *rand.Rand, p population) {
	p = p.label(r, even(r))
	for i := range p.works {
		if w := &p.works[i]; w.Recommended {
			switch j.Metric {
			case CPM, CPE, CostPerClick:
				w.Fee /= planted
			case CTR:
				w.Clicks *= planted
			case CVR:
				w.Conversions *= planted
			case ROI:
				w.GMV *= planted
			}
		}
	}
	c, _ := compare(p.campaigns, p.works, j.Metric, false)
	if c == nil || c.ByBrief == nil {
		return
	}
	better := c.ByBrief.Low > 1
	if j.Metric == CPM || j.Metric == CPE || j.Metric == CostPerClick {
		better = c.ByBrief.High < 1
	}
	found.add(better)
}

// confounded labels by what the briefs foretell of the metric, so that nothing differs and the raw ratio says that it does.
func (j Judge) confounded(r *rand.Rand, p population) (raw, byBrief float64, ok bool) {
	lean := p.lean(j.Metric)
	p = p.label(r, func(k int) float64 { return 1 / (1 + math.Exp(-lean[k])) })
	c, _ := compare(p.campaigns, p.works, j.Metric, false)
	if c == nil || c.ByBrief == nil {
		return 0, 0, false
	}
	return math.Log(c.Raw.Ratio), math.Log(c.ByBrief.Ratio), true
}

// lean is the planted log-odds of each campaign: up with the metric's usual level in its category, and with its budget the way
// the metric goes.
func (p population) lean(metric Metric) []float64 {
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
	unit(level)
	unit(budget)
	unit(own)
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

// unit gives values mean 0 and spread 1.
func unit(values []float64) {
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

// unfair plants each case that has to be told.
func (j Judge) unfair(v *Verdict, r *rand.Rand, p population) {
	p = p.label(r, even(r))
	cases := map[string]func(*population){
		"one source only": func(q *population) { each2(q, func(_ Campaign, w *Work) { w.Recommended = false }) },
		"one campaign":    func(q *population) { q.works = slices.DeleteFunc(q.works, func(w Work) bool { return w.Campaign > 0 }) },
		"the main category on one side": func(q *population) {
			most := q.most()
			each2(q, func(c Campaign, w *Work) { w.Recommended = w.Recommended && c.Category != most })
		},
		"the results of one source are hidden": func(q *population) { each2(q, func(_ Campaign, w *Work) { hide(w, r.Float64() < 0.8) }) },
		"five of one source": func(q *population) {
			n := 0
			each2(q, func(_ Campaign, w *Work) { n++; w.Recommended = n%(len(q.works)/5) == 1 && n < len(q.works) })
		},
	}
	for _, name := range []string{"one source only", "one campaign", "the main category on one side", "the results of one source are hidden", "five of one source"} {
		q := population{p.campaigns, slices.Clone(p.works)}
		cases[name](&q)
		c, warnings := compare(q.campaigns, q.works, j.Metric, false)
		s := v.Unfair[name]
		s.add(unfair(warnings) && (c == nil || c.ByBrief == nil))
		v.Unfair[name] = s
	}
}

func each2(p *population, do func(Campaign, *Work)) {
	for i := range p.works {
		do(p.campaigns[p.works[i].Campaign], &p.works[i])
	}
}

// most is the category with most participations.
func (p population) most() string {
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

// hide takes away the results of a self-picked creator.
func hide(w *Work, is bool) {
	if is && !w.Recommended {
		unknown := math.NaN()
		w.Fee, w.Impressions, w.Engagements, w.Clicks, w.Conversions, w.GMV = unknown, unknown, unknown, unknown, unknown, unknown
	}
}

// judgedLeast is how many campaigns with results a judge needs.
const judgedLeast = 100

// Enough says whether a market has enough to judge by.
func Enough(campaigns []Campaign, works []Work, metric Metric) bool {
	seen := map[int]bool{}
	for i := range works {
		if _, _, ok := metric.of(&works[i]); ok {
			seen[works[i].Campaign] = true
		}
	}
	return len(seen) >= judgedLeast && len(works) >= 4*judgedLeast
}
