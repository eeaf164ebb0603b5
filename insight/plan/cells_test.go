package plan_test

import (
	"math"
	"testing"

	"github.com/creatorgraph/creatorgraph/insight/plan"
)

// However an audience is spread, as many people see it as it has impressions, as long as there are so many; and no cell has
// more than it holds.
func TestPartsHoldTheImpressions(t *testing.T) {
	t.Parallel()

	dimensions := []plan.Dimension{{0.5, 0.3, 0.2}, {0.6, 0.4}}
	for _, c := range []struct {
		name        string
		impressions float64
		shares      [][]float64
		first, last float64 // the parts of the first cell and of the last
	}{
		{"as people are", 100, [][]float64{nil, nil}, 0.1, 0.1},
		{"all in one group", 100, [][]float64{{1, 0, 0}, nil}, 0.2, 0},
		{"by two dimensions", 90, [][]float64{{0.5, 0.5, 0}, {0, 1}}, 0, 0},
		{"more than the group holds", 600, [][]float64{{1, 0, 0}, nil}, 0.999, 0},
		{"nobody", 0, [][]float64{nil, nil}, 0, 0},
	} {
		p := plan.Populate(1000, dimensions, 512)
		parts := p.Parts(c.impressions, c.shares)
		held, room := 0.0, 0.0
		for k, people := range p.Cells() {
			held += people * float64(parts[k])
			if parts[k] > 0 {
				room += 0.999 * people
			}
		}
		if want := math.Min(c.impressions, room); math.Abs(held-want) > 0.01 {
			t.Errorf("%s: %v people see %v impressions, want %v", c.name, held, c.impressions, want)
		}
		if math.Abs(float64(parts[0])-c.first) > 1e-6 || math.Abs(float64(parts[5])-c.last) > 1e-6 {
			t.Errorf("%s: the parts are %v", c.name, parts)
		}
	}
}

// Where there would be more cells than asked for, the smallest groups are taken together.
func TestFewerCells(t *testing.T) {
	t.Parallel()

	p := plan.Populate(1000, []plan.Dimension{{0.5, 0.3, 0.2}, {0.6, 0.4}}, 4)
	if cells := p.Cells(); len(cells) != 4 || math.Abs(cells[3]-1000*0.5*0.4) > 1e-9 {
		t.Errorf("the cells are %v", cells)
	}
	if parts := p.Parts(100, [][]float64{{0, 0, 1}, nil}); math.Abs(float64(parts[3])-0.2) > 1e-6 || parts[0] != 0 {
		t.Errorf("of who has only the third group the parts are %v", parts)
	}
}
