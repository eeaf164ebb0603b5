package growth

import (
	"fmt"
	"math"
	"slices"

	"github.com/creatorgraph/creatorgraph/insight/conformal"
)

// lags are the days whose growth the floors carry on.
var lags = [...]int32{7, 14, 30, 60, 90}

// damping is the factor on the last growth in the second floor of each lag.
const damping = 0.7

// floor forecasts plainly: the growth of the last days carried on, or of all the median one.
type floor struct {
	name  string
	lag   int32 // 0 is the median
	times float64
}

// floorsOf are those that histories reach back far enough for.
func floorsOf(all []series, day int32) []floor {
	list := []floor{{name: "median growth"}}
	for _, lag := range lags {
		known, able := 0, 0
		for i := range all {
			if !math.IsNaN(all[i].rate(day, 7)) {
				known++
				if !math.IsNaN(all[i].rate(day, lag)) {
					able++
				}
			}
		}
		if 2*able > known {
			list = append(list, floor{fmt.Sprintf("last %d days", lag), lag, 1},
				floor{fmt.Sprintf("last %d days × %v", lag, damping), lag, damping})
		}
	}
	return list
}

// predict gives the growth over the next days; of who is not known so long, by the longest lag that is.
func (f floor) predict(s *series, day int32, days int, middle float64) float64 {
	if f.lag == 0 {
		return middle
	}
	for _, lag := range slices.Backward(lags[:]) {
		if rate := s.rate(day, lag); lag <= f.lag && !math.IsNaN(rate) {
			return rate * float64(days) * f.times
		}
	}
	return 0
}

// floorErrors are a floor's errors at the latest origin whose outcome is known.
type floorErrors struct {
	middle float64          // median growth
	errors [tiers][]float64 // ascending
}

// around is a floor's prediction with the interval of its past errors in a tier, if there are any.
func (e *floorErrors) around(growth float64, tier int) prediction {
	off := e.errors[tier]
	one := prediction{growth, growth, growth, growth}
	if len(off) > 0 {
		one.low, one.high = growth+conformal.At(off, 0.1), growth+conformal.At(off, 0.9)
	}
	return one
}

// pastErrors evaluates a floor one horizon before a day.
func (f floor) pastErrors(all []series, day int32, days int) floorErrors {
	var p floorErrors
	var grown []float64
	earlier := day - int32(days)
	for i := range all {
		if g := all[i].at(day) - all[i].at(earlier); !math.IsNaN(g) {
			grown = append(grown, g)
		}
	}
	p.middle = median(grown)
	var every []float64
	for i := range all {
		from := all[i].at(earlier)
		off := all[i].at(day) - from - f.predict(&all[i], earlier, days, p.middle)
		if !math.IsNaN(off) {
			p.errors[tier(from)] = append(p.errors[tier(from)], off)
			every = append(every, off)
		}
	}
	for t := range p.errors {
		if len(p.errors[t]) < minTopSample {
			p.errors[t] = slices.Clone(every)
		}
		slices.Sort(p.errors[t])
	}
	return p
}
