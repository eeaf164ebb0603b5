package check

import (
	"fmt"
	"hash/maphash"
	"math"
	"slices"

	"github.com/creatorgraph/creatorgraph/dataset"
)

// names warns of one name under two keys.
func (t *TableLinter) names() {
	seed := maphash.MakeSeed()
	first := map[uint64]keyAt{}
	name := t.index("name")
	t.rowChecks = append(t.rowChecks, func(row dataset.Row) {
		text := asText(row.Values[name])
		folded := maphash.String(seed, fold(text))
		if twin, there := first[folded]; there {
			t.report(row, "name", DuplicateName, text, fmt.Sprintf(
				"%s, %s, has the same name; one of them may be a double", twin.key, twin.place.Beside(row.Position(t.file))))
			return
		}
		first[folded] = keyAt{asText(row.Values[0]), row.Position(t.file)}
	})
}

type keyAt struct {
	key   string
	place dataset.Position
}

// segments registers the dimensions of segments, within which shares add up.
func (t *TableLinter) segments() {
	dimension := t.index("dimension")
	t.rowChecks = append(t.rowChecks, func(row dataset.Row) {
		t.dimensions[asText(row.Values[0])] = asText(row.Values[dimension])
	})
}

// When a price is an outlier among creators of one size. No creator of the generated market comes within a tenth of these
// bounds.
const (
	outlierFactor = 100 // times the median of its size, or the median divided by it
	minPeers      = 8   // prices of a size for their median to count
	// minFenPerFollower is the lowest plausible median of a column's prices, in fen per follower. On Chinese platforms the
	// median is 1 to 10.
	minFenPerFollower = 0.05
)

// price is one creator's price.
type price struct {
	row    dataset.Row
	column int
	value  float64 // fen per follower
}

// prices warns of prices far from the median of creators of the same size, and of columns that look as if they were in
// yuan. Sizes are powers of ten of followers.
func (t *TableLinter) prices() {
	followers := t.index("followers")
	type size struct{ column, digits int }
	bySize := map[size][]price{}
	t.rowChecks = append(t.rowChecks, func(row dataset.Row) {
		n, _ := row.Values[followers].(int64)
		if n == 0 {
			return
		}
		for i, c := range t.file.Table.Columns {
			if asked, known := row.Values[i].(int64); known && c.Kind == dataset.Money && asked > 0 {
				s := size{i, int(math.Log10(float64(n)))}
				kept := dataset.Row{Line: row.Line, Origin: row.Origin, Values: []any{asked, n}}
				bySize[s] = append(bySize[s], price{kept, i, float64(asked) / float64(n)})
			}
		}
	})
	t.endChecks = append(t.endChecks, func() {
		byColumn := map[int][]float64{}
		for s, all := range bySize {
			slices.SortFunc(all, func(a, b price) int { return a.row.Line - b.row.Line })
			for _, p := range all {
				byColumn[s.column] = append(byColumn[s.column], p.value)
			}
			t.pricesOfSize(all)
		}
		t.units(byColumn)
	})
}

func (t *TableLinter) pricesOfSize(all []price) {
	if len(all) < minPeers {
		return
	}
	values := make([]float64, len(all))
	for i, p := range all {
		values[i] = p.value
	}
	usual := upperMedian(values)
	for _, p := range all {
		if p.value > usual*outlierFactor || p.value < usual/outlierFactor {
			t.report(p.row, t.file.Table.Columns[p.column].Name, PriceOutlier, fmt.Sprint(p.row.Values[0]), fmt.Sprintf(
				"%.2f yuan for %d followers; usual of creators of this size are %.2f yuan; prices are in fen",
				asNumber(p.row.Values[0])/100, p.row.Values[1], usual*asNumber(p.row.Values[1])/100))
		}
	}
}

// units warns of a column whose median looks as if it were in yuan.
func (t *TableLinter) units(byColumn map[int][]float64) {
	for i, c := range t.file.Table.Columns {
		values := byColumn[i]
		if len(values) < 3 {
			continue
		}
		if usual := upperMedian(values); usual < minFenPerFollower {
			t.report(dataset.Row{Line: 1}, c.Name, SuspectUnit, "", fmt.Sprintf(
				"half of the creators ask less than %.3f fen a follower; prices are in fen, these may be in yuan", usual))
		}
	}
}

func asNumber(value any) float64 {
	n, _ := value.(int64)
	return float64(n)
}

func upperMedian(values []float64) float64 {
	values = slices.Sorted(slices.Values(values))
	return values[len(values)/2]
}
