package content

import (
	"cmp"
	"math"
	"slices"

	"github.com/creatorgraph/creatorgraph/insight/conformal"
	"github.com/creatorgraph/creatorgraph/insight/measure"
)

// The figures of advice. Money is for a tenth of the contents; caught is what they have still to come beside what the best
// choice has, the regret is the difference at the price of views. A wrong STOP is of a content that later is in its
// tier's top tenth.
const (
	caughtName = "views caught"
	regretName = "regret, minor units per content"
	stopName   = "STOP advised"
	wrongName  = "STOP wrong"
	earlyName  = "too early"
)

// The floors of advice.
const (
	highestNow   = "highest count now"
	highestUsual = "highest count ÷ the creator's usual"
)

// addAdvice adds the figures of advice.
func (b Backtest) addAdvice(tally *measure.Tally, list []prediction, units map[*Creator]int64) {
	left := func(x prediction) float64 { return max(0, math.Exp(x.actual)-float64(x.f.Now)) }
	n := int(math.Round((1 - boostPart) * float64(len(list))))
	pick := func(by func(prediction) float64) []int {
		order := make([]int, len(list))
		for i := range order {
			order[i] = i
		}
		slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(by(list[j]), by(list[i])) })
		return order[:n]
	}
	usual := func(x prediction) float64 {
		if math.IsNaN(x.f.Usual) {
			return math.Exp(x.origin.prior)
		}
		return x.f.Usual
	}
	best := pick(left)
	for _, choice := range []struct {
		method string
		by     func(prediction) float64
	}{{ourMethod, func(x prediction) float64 { return x.f.Remaining() }}, {highestNow, func(x prediction) float64 { return float64(x.f.Now) }},
		{highestUsual, func(x prediction) float64 { return float64(x.f.Now) / usual(x) }}} {
		add := func(i int, metric string, over, under float64) {
			tally.Add(choice.method, metric, int64(i), units[list[i].origin.creator], over, under)
		}
		for _, i := range best {
			add(i, caughtName, 0, left(list[i]))
			add(i, regretName, left(list[i])*b.CPM/1000, 0)
		}
		for _, i := range pick(choice.by) {
			add(i, caughtName, left(list[i]), 0)
			add(i, regretName, -left(list[i])*b.CPM/1000, 1)
		}
	}
	addStopRates(tally, list, units)
}

// addStopRates adds the rates of wrong STOP advice and of advice to wait.
func addStopRates(tally *measure.Tally, list []prediction, units map[*Creator]int64) {
	var byTier [tiers][]float64
	for _, x := range list {
		byTier[x.origin.tier()] = append(byTier[x.origin.tier()], x.actual)
	}
	for t := range byTier {
		slices.Sort(byTier[t])
	}
	for i, x := range list {
		advice := x.f.Advice()
		unit := units[x.origin.creator]
		tally.Add(ourMethod, earlyName, int64(i), unit, measure.Bool(advice == TooEarly), 1)
		tally.Add(ourMethod, stopName, int64(i), unit, measure.Bool(advice == Stop), 1)
		if advice == Stop {
			isTop := x.actual >= conformal.At(byTier[x.origin.tier()], boostPart)
			tally.Add(ourMethod, wrongName, int64(i), unit, measure.Bool(isTop), 1)
		}
	}
}
