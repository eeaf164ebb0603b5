package growth

import (
	"encoding/json"
	"fmt"
	"math"

	"github.com/creatorgraph/creatorgraph/insight/boost"
	"github.com/creatorgraph/creatorgraph/insight/conformal"
	"github.com/creatorgraph/creatorgraph/insight/measure"
)

// Model is a trained model. It is safe for concurrent use.
type Model struct {
	Longest int   // days ahead that it can forecast
	Rows    int   // examples it was learned from
	Day     int32 // on which histories were seen
	// Figures are of the latest origin, forecast by what the earlier ones taught; nil where they were not measured.
	Figures  []measure.Known
	trees    [len(levels)]*boost.Model
	outcomes map[int][tiers][]float64 // by horizon: outcomes around the median at the middles of conformal.Steps equal parts
	top      map[int][tiers]float64   // by horizon: growth of the fastest
	typical  [tiers][]float64         // features of the creators in the middle
}

// recordVersion changes when older records can no longer be read.
const recordVersion = 1

// record is a model as it is stored.
type record struct {
	Form, Longest, Rows int
	Day                 int32
	Trees               [][]byte
	Off                 map[int][tiers][]float64
	Top                 map[int][tiers]float64
	Typical             [tiers][]*float64 // null for NaN
}

// Record encodes the model for storage.
func (m *Model) Record() ([]byte, error) {
	r := record{Form: recordVersion, Longest: m.Longest, Rows: m.Rows, Day: m.Day, Off: m.outcomes, Top: m.top}
	for t, row := range m.typical {
		r.Typical[t] = make([]*float64, len(row))
		for i, x := range row {
			if !math.IsNaN(x) {
				r.Typical[t][i] = &x
			}
		}
	}
	var err error
	if r.Trees, err = boost.Record(m.trees[:]); err != nil {
		return nil, err
	}
	return json.Marshal(r)
}

// ReadRecord reads a record.
func ReadRecord(text []byte) (*Model, error) {
	var r record
	if err := json.Unmarshal(text, &r); err != nil {
		return nil, fmt.Errorf("the model of growth cannot be read: %w", err)
	}
	if r.Form != recordVersion || len(r.Trees) != len(levels) {
		return nil, fmt.Errorf("the model of growth is of form %d, this version reads form %d; analyse again", r.Form, recordVersion)
	}
	m := &Model{Longest: r.Longest, Rows: r.Rows, Day: r.Day, outcomes: r.Off, top: r.Top}
	if err := boost.ReadRecords(m.trees[:], r.Trees, features); err != nil {
		return nil, fmt.Errorf("the model of growth cannot be read: %w", err)
	}
	for t, row := range r.Typical {
		if len(row) != features {
			return nil, fmt.Errorf("the model of growth cannot be read: %d features, not %d", len(row), features)
		}
		m.typical[t] = orNaN(row)
	}
	if err := m.checkOutcomes(); err != nil {
		return nil, err
	}
	return m, nil
}

// orNaN reads a row in which null stands for NaN.
func orNaN(row []*float64) []float64 {
	values := make([]float64, len(row))
	for i, x := range row {
		values[i] = math.NaN()
		if x != nil {
			values[i] = *x
		}
	}
	return values
}

func (m *Model) checkOutcomes() error {
	for _, byTier := range m.outcomes {
		for _, off := range byTier {
			if len(off) != conformal.Steps {
				return fmt.Errorf("the model of growth cannot be read: %d steps, not %d", len(off), conformal.Steps)
			}
		}
	}
	return nil
}

// minWidth is the least distance, in growth a day, between the median and the outer quantiles: numbers are rounded.
const minWidth = 1e-5

// quantiles gives the median of the growth a day and the distances to the outer quantiles.
func (m *Model) quantiles(row []float64) (middle, down, up float64) {
	middle = m.trees[0].Predict(row)
	down = max(middle-m.trees[1].Predict(row), minWidth)
	up = max(m.trees[2].Predict(row)-middle, minWidth)
	return middle, down, up
}

// Forecast is what is expected of one creator: logarithms of followers at the end of the horizon against those now.
type Forecast struct {
	Day       int32   // of the last known number
	Days      int     // ahead
	Followers float64 // on Day
	Median    float64 // of the growth, as are the next
	Mean      float64
	down, up  float64
	off       []float64
	top       float64
	Anomalies []Anomaly
	row       []float64
	model     *Model
}

// Quantile of the growth.
func (f *Forecast) Quantile(part float64) float64 {
	off := conformal.At(f.off, part)
	if off < 0 {
		return f.Median + off*f.down
	}
	return f.Median + off*f.up
}

// Interval holds the growth with a probability, as often above as below.
func (f *Forecast) Interval(level float64) (low, high float64) {
	return f.Quantile(0.5 - level/2), f.Quantile(0.5 + level/2)
}

// Top is the probability of growing as fast as the fastest twentieth of those of its size; NaN where it is not known
// how fast they are.
func (f *Forecast) Top() float64 {
	if math.IsNaN(f.top) {
		return f.top
	}
	low, high := 0.0, 1.0 // the quantile that is the bound
	for range 20 {
		if middle := (low + high) / 2; f.Quantile(middle) < f.top {
			low = middle
		} else {
			high = middle
		}
	}
	return 1 - (low+high)/2
}

// At is the number of followers at a growth.
func (f *Forecast) At(growth float64) float64 { return f.Followers * math.Exp(growth) }

// Why there is no forecast.
const (
	TooLong  = "the histories that were learned from do not reach so far"
	TooShort = "less than a week of the creator's followers is known"
	TooOld   = "the creator's last known number of followers is too old"
)

// maxStaleDays is by how many days a creator's history may end before the latest of all.
const maxStaleDays = 30

// Forecast forecasts the followers of a creator so many days after the last known number; why says what is missing
// where it cannot.
func (m *Model) Forecast(h History, days int) (f *Forecast, why string) {
	s := read(h)
	_, last := s.dayRange()
	switch {
	case days > m.Longest:
		return nil, TooLong
	case len(s.days) > 0 && last < m.Day-maxStaleDays:
		return nil, TooOld
	}
	row := make([]float64, features)
	if len(s.days) == 0 || !s.row(last, days, row) {
		return nil, TooShort
	}
	return m.of(row, last, s.anomalies), ""
}

func (m *Model) of(row []float64, day int32, anomalies []Anomaly) *Forecast {
	days := row[horizon]
	middle, down, up := m.quantiles(row)
	t := tier(row[size])
	f := &Forecast{Day: day, Days: int(days), Followers: math.Round(math.Exp(row[size])), Median: middle * days,
		down: down * days, up: up * days, off: m.outcomes[m.nearest(int(days))][t], top: m.topGrowth(int(days), t), Anomalies: anomalies, row: row, model: m}
	for s := range conformal.Steps {
		f.Mean += f.Quantile((float64(s)+0.5)/conformal.Steps) / conformal.Steps
	}
	return f
}

// nearest is the learned horizon of nearest ratio to a number of days.
func (m *Model) nearest(days int) int {
	best, off := 0, math.Inf(1)
	for _, known := range horizons {
		if by := math.Abs(math.Log(float64(known) / float64(days))); m.outcomes[known][0] != nil && by < off {
			best, off = known, by
		}
	}
	return best
}
