package evaluate

import (
	"math"
	"math/rand/v2"
	"slices"
)

// Figure is a measured number with the interval in which 95 of 100 bootstrap resamples lie (Efron, 1979).
type Figure struct {
	Value float64 `json:"value"`
	Low   float64 `json:"low"`
	High  float64 `json:"high"`
}

// Result is what one method reached. Areas are under the curve that tells pairs that came true from others:
// of creators with as many partners, or of any.
type Result struct {
	Method   string            `json:"method"`
	Figures  map[string]Figure `json:"figures"` // by the names in Report.Metrics
	Sources  int               `json:"askers"`  // for whom it ranked everybody
	Learning float64           `json:"learningSeconds"`
	Seconds  float64           `json:"seconds"`
	Failed   string            `json:"failed,omitempty"` // why there are no figures
}

// Lead is by what part the model is ahead of the best other method, in one figure; below 0 it is behind.
type Lead struct {
	Over string `json:"over"`
	Figure
}

// Report is the answer to an evaluation.
type Report struct {
	Metrics    []string          `json:"metrics"` // the figures, in the order in which they are shown
	Creators   int               `json:"creators"`
	KnownPairs int               `json:"knownPairs"`
	HeldOut    int               `json:"heldOutPairs"`
	Sources    int               `json:"askers"`   // for whom everybody was ranked
	Several    int               `json:"partners"` // the least known and future partners a source has
	Compared   int               `json:"compared"` // pairs that came true, beside as many of like degrees
	Seed       uint64            `json:"seed"`
	Resamples  int               `json:"resamples"`
	Results    []Result          `json:"results"` // the model's first
	Leads      map[string]Lead   `json:"leads"`
	Split      map[string]string `json:"split"` // how past and future were parted
	Seconds    float64           `json:"seconds"`
}

// Run tries methods on a task, the first of which is the model whose lead over the others is reported. A
// method other than the model may fail; the report then says why.
func Run(t Task, p Params, methods []Method) (*Report, error) {
	p = p.orDefaults()
	s, err := newStudy(t, p)
	if err != nil {
		return nil, err
	}
	report := &Report{Metrics: p.Goal.Metrics(), Creators: len(t.Past.Creators), KnownPairs: len(t.Past.Collaborations),
		HeldOut: s.heldOut(),
		Sources: len(s.sources), Several: s.several, Compared: len(s.trues), Seed: p.Seed, Resamples: p.Resample,
		Leads: map[string]Lead{}}
	var drawn []map[string][]float64
	for i, m := range methods {
		o, err := s.try(m)
		if err != nil && i == 0 {
			return nil, err
		}
		if err != nil {
			report.Results = append(report.Results, Result{Method: m.Name, Failed: err.Error()})
			drawn = append(drawn, nil)
			continue
		}
		samples := s.resample(o)
		drawn = append(drawn, samples)
		r := Result{Method: m.Name, Figures: map[string]Figure{}, Learning: o.learning, Seconds: o.seconds}
		for _, asked := range o.asked {
			if asked {
				r.Sources++
			}
		}
		for name, values := range samples {
			if finite(values[0]) {
				r.Figures[name] = figureOf(values)
			}
		}
		report.Results = append(report.Results, r)
	}
	report.lead(p.Goal, methods, drawn)
	return report, nil
}

// resample gives each figure as measured, and then as it would be had other sources and pairs been drawn. The
// draws are the same for all methods, so that differences can be taken draw by draw.
func (s *study) resample(o *outcome) map[string][]float64 {
	r := rand.New(rand.NewPCG(s.params.Seed, 3))
	figures := map[string][]float64{}
	for draw := range s.params.Resample + 1 {
		sums, count := s.drawSums(o, r, draw)
		for k, m := range s.params.Goal.measures {
			if count > 0 {
				figures[m.name] = append(figures[m.name], sums[k]/float64(count))
			}
		}
		if len(s.trues) > 0 && o.contest != nil {
			figures[matchedArea] = append(figures[matchedArea], o.contest.auc(o.contest.draw(r, draw)))
		}
		if o.random != nil {
			figures[randomArea] = append(figures[randomArea], o.random.auc(o.random.draw(r, draw)))
		}
	}
	if s.params.Goal.shown {
		// Other sources of as many would be shown others, but sources drawn twice are shown nobody new, so that
		// there is no interval to be had by drawing.
		figures[coverage] = []float64{s.covered(o)}
	}
	return figures
}

// drawSums adds up each measure over the rankings of one bootstrap draw, the first of which is the sample itself, and counts them.
func (s *study) drawSums(o *outcome, r *rand.Rand, draw int) (sums []float64, count int) {
	sums = make([]float64, len(s.params.Goal.measures))
	n := len(s.sources)
	for i := range n {
		if draw > 0 {
			i = r.IntN(n)
		}
		if !o.asked[i] {
			continue
		}
		count++
		for k, m := range s.params.Goal.measures {
			sums[k] += m.of(o.rankings[i])
		}
	}
	return sums, count
}

// draw says how often each pair counts: once in the first draw.
func (c *aucSample) draw(r *rand.Rand, draw int) []int32 {
	if draw == 0 {
		return nil
	}
	weight := make([]int32, len(c.order))
	for range c.trues {
		weight[r.IntN(c.trues)]++
	}
	others := len(weight) - c.trues
	for range others {
		weight[c.trues+r.IntN(others)]++
	}
	return weight
}

// figureOf ignores resamples without anything to measure.
func figureOf(values []float64) Figure {
	drawn := slices.Sorted(slices.Values(values[1:]))
	drawn = slices.DeleteFunc(drawn, func(x float64) bool { return !finite(x) })
	if len(drawn) == 0 {
		return Figure{values[0], values[0], values[0]}
	}
	at := func(part float64) float64 { return drawn[int(math.Round(part*float64(len(drawn)-1)))] }
	return Figure{values[0], at(0.025), at(0.975)}
}

func finite(x float64) bool { return !math.IsNaN(x) && !math.IsInf(x, 0) }

// lead compares the model with the best of the others in each figure, draw by draw.
func (r *Report) lead(g Goal, methods []Method, drawn []map[string][]float64) {
	for name, ours := range drawn[0] {
		if !g.leads(name) {
			continue
		}
		best := bestOther(name, methods, drawn)
		if best < 0 || drawn[best][name][0] == 0 || !finite(ours[0]) {
			continue // nobody to be ahead of, or nothing to measure it by
		}
		leads := make([]float64, len(ours))
		for i := range ours {
			leads[i] = ours[i]/drawn[best][name][min(i, len(drawn[best][name])-1)] - 1
		}
		r.Leads[name] = Lead{r.Results[best].Method, figureOf(leads)}
	}
}

// bestOther is the index of the best method in a figure that is not ours; -1 if there is none.
func bestOther(name string, methods []Method, drawn []map[string][]float64) int {
	best := -1
	for i, other := range drawn {
		if i == 0 || methods[i].Own || len(other[name]) == 0 || !finite(other[name][0]) {
			continue
		}
		if best < 0 || other[name][0] > drawn[best][name][0] {
			best = i
		}
	}
	return best
}
