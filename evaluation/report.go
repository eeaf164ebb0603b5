package evaluation

import (
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"text/tabwriter"
)

// resamples of the units, by which intervals are found.
const resamples = 1000

// Figure is a number with the interval in which 95 of 100 resamples lie.
type Figure struct {
	Value float64 `json:"value"`
	Low   float64 `json:"low"`
	High  float64 `json:"high"`
}

// Row is a figure of one method.
type Row struct {
	Metric string `json:"metric"`
	Slice  string `json:"slice"`
	Method string `json:"method"`
	Units  int    `json:"units"`
	Figure
}

// Report is what was measured.
type Report struct {
	Science string            `json:"science"`
	Seed    uint64            `json:"seed"`
	Split   map[string]string `json:"split"`
	Rows    []Row             `json:"rows"`
}

// bootstrap finds a figure of units, from their numbers.
func bootstrap(units int, seed uint64, of func(some []int) float64) Figure {
	all := make([]int, units)
	for i := range all {
		all[i] = i
	}
	f := Figure{Value: of(all)}
	dice := rand.New(rand.NewPCG(seed, 16))
	drawn := make([]float64, resamples)
	for k := range drawn {
		for i := range all {
			all[i] = dice.IntN(units)
		}
		drawn[k] = of(all)
	}
	slices.Sort(drawn)
	f.Low, f.High = drawn[resamples/40], drawn[resamples-1-resamples/40]
	return f
}

// add measures units that a slice has.
func (r *Report) add(metric, slice, method string, units int, of func(some []int) float64) {
	if units > 0 {
		r.Rows = append(r.Rows, Row{metric, slice, method, units, bootstrap(units, r.Seed, of)})
	}
}

// Print writes the report as a table.
func (r *Report) Print(out io.Writer) error {
	fmt.Fprintf(out, "%s; seed %d; %v; 95 %% intervals of %d resamples\n\n", r.Science, r.Seed, r.Split, resamples)
	table := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, "metric\tslice\tmethod\tvalue\tinterval\tunits")
	for _, row := range r.Rows {
		fmt.Fprintf(table, "%s\t%s\t%s\t%.4g\t[%.4g, %.4g]\t%d\n", row.Metric, row.Slice, row.Method, row.Value, row.Low, row.High, row.Units)
	}
	return table.Flush()
}
