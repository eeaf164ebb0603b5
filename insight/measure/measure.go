package measure

import (
	"math"
	"math/rand/v2"
	"slices"
)

const (
	// Draws is how many resamples are drawn.
	Draws = 1000
	// Blocks is in how many units are gathered at most.
	Blocks = 1000
)

// Metric is a figure that is compared.
type Metric struct {
	Name    string
	Highest bool // more is better; otherwise less is
	Alone   bool // nothing to lead in, such as a share that should be neither high nor low
}

// Figure is a number with its interval.
type Figure struct {
	Value float64 `json:"value"`
	Low   float64 `json:"low"`
	High  float64 `json:"high"`
}

// Lead is by what part the model is better than the best floor in one metric; below 0 it is worse.
type Lead struct {
	Over string `json:"over"`
	Figure
}

// Result is what one method reached.
type Result struct {
	Method  string            `json:"method"`
	Figures map[string]Figure `json:"figures"`
}

// Slice is the results on some of the rows, the model's first.
type Slice struct {
	Name    string          `json:"name"`
	Rows    int             `json:"rows"`
	Units   int             `json:"units"`
	Results []Result        `json:"results"`
	Leads   map[string]Lead `json:"leads"`
}

// Report is the answer to an evaluation.
type Report struct {
	Science string            `json:"science"`
	Seed    uint64            `json:"seed"`
	Split   map[string]string `json:"split"` // how past and future were parted
	Draws   int               `json:"draws"`
	Metrics []string          `json:"metrics"` // in the order in which they are shown
	Slices  []Slice           `json:"slices"`
	Notes   []string          `json:"notes,omitempty"`
	Seconds float64           `json:"seconds"`
}

// sum is one unit's part of a ratio.
type sum struct{ over, under float64 }

// Tally gathers, for one slice, what each method got right.
type Tally struct {
	metrics []Metric
	methods []string
	rows    map[int64]bool
	units   map[int64]int
	order   []int64
	sums    map[string]map[string][]sum // by method and metric, by unit
}

// NewTally begins a slice. Methods come in the order in which they are added, the model first.
func NewTally(metrics []Metric) *Tally {
	return &Tally{metrics: metrics, rows: map[int64]bool{}, units: map[int64]int{}, sums: map[string]map[string][]sum{}}
}

// Add adds to a method's figure what one row of a unit contributes above and below the line.
func (t *Tally) Add(method, metric string, row, unit int64, over, under float64) {
	if t.sums[method] == nil {
		t.sums[method] = map[string][]sum{}
		t.methods = append(t.methods, method)
	}
	t.rows[row] = true
	at, known := t.units[unit]
	if !known {
		at = len(t.order)
		t.units[unit], t.order = at, append(t.order, unit)
	}
	all := t.sums[method][metric]
	for len(all) <= at {
		all = append(all, sum{})
	}
	all[at].over += over
	all[at].under += under
	t.sums[method][metric] = all
}

// Slice gives the figures.
func (t *Tally) Slice(name string, seed uint64) Slice {
	s := Slice{Name: name, Rows: len(t.rows), Units: len(t.order), Leads: map[string]Lead{}}
	weights := t.draws(seed)
	drawn := map[string]map[string][]float64{}
	for _, method := range t.methods {
		r := Result{method, map[string]Figure{}}
		drawn[method] = map[string][]float64{}
		for _, m := range t.metrics {
			if sums := t.sums[method][m.Name]; sums != nil {
				values := ratios(t.blocks(sums), weights)
				drawn[method][m.Name] = values
				if finite(values[0]) {
					r.Figures[m.Name] = FigureOf(values)
				}
			}
		}
		s.Results = append(s.Results, r)
	}
	for _, m := range t.metrics {
		if lead, ok := t.lead(m, drawn); ok {
			s.Leads[m.Name] = lead
		}
	}
	return s
}

// blocks gathers units, in the order in which they came.
func (t *Tally) blocks(sums []sum) []sum {
	n := min(len(t.order), Blocks)
	all := make([]sum, n)
	for i, one := range sums {
		// Scattered, so that neighbours, which may be alike, are not always together.
		b := int(uint64(i) * 0x9e3779b97f4a7c15 >> 32 % uint64(n))
		if len(t.order) <= Blocks {
			b = i
		}
		all[b].over += one.over
		all[b].under += one.under
	}
	return all
}

// draws gives how often each block counts in each resample; once in the first.
func (t *Tally) draws(seed uint64) [][]float64 {
	r := rand.New(rand.NewPCG(seed, 11))
	n := min(len(t.order), Blocks)
	all := make([][]float64, Draws+1)
	for d := range all {
		all[d] = make([]float64, n)
		for i := range n {
			if d == 0 {
				all[d][i] = 1
			} else {
				all[d][r.IntN(n)]++
			}
		}
	}
	return all
}

func ratios(blocks []sum, weights [][]float64) []float64 {
	values := make([]float64, len(weights))
	for d, weight := range weights {
		over, under := 0.0, 0.0
		for i, b := range blocks {
			over += weight[i] * b.over
			under += weight[i] * b.under
		}
		values[d] = over / under
	}
	return values
}

// lead compares the first method with the best of the others.
func (t *Tally) lead(m Metric, drawn map[string]map[string][]float64) (Lead, bool) {
	if m.Alone || len(t.methods) < 2 || drawn[t.methods[0]][m.Name] == nil {
		return Lead{}, false
	}
	best := ""
	for _, other := range t.methods[1:] {
		values := drawn[other][m.Name]
		if values == nil || !finite(values[0]) || values[0] == 0 {
			continue
		}
		if best == "" || (values[0] > drawn[best][m.Name][0]) == m.Highest {
			best = other
		}
	}
	if best == "" {
		return Lead{}, false
	}
	leads := make([]float64, Draws+1)
	for d, ours := range drawn[t.methods[0]][m.Name] {
		leads[d] = ours/drawn[best][m.Name][d] - 1
		if !m.Highest {
			leads[d] = -leads[d]
		}
	}
	return Lead{best, FigureOf(leads)}, true
}

// FigureOf gives the first of some values with the interval of the others; those that are no numbers are left out.
func FigureOf(values []float64) Figure {
	drawn := slices.DeleteFunc(slices.Sorted(slices.Values(values[1:])), func(x float64) bool { return !finite(x) })
	if len(drawn) == 0 {
		return Figure{values[0], values[0], values[0]}
	}
	at := func(part float64) float64 { return drawn[int(math.Round(part*float64(len(drawn)-1)))] }
	return Figure{values[0], at(0.025), at(0.975)}
}

func finite(x float64) bool { return !math.IsNaN(x) && !math.IsInf(x, 0) }
