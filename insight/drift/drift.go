// Package drift tells when what comes differs from what a model expects, by cumulative sums of log-likelihood ratios (Page,
// Biometrika 41, 1954): of the results being as expected and of their having changed by a given step. A sum never falls
// below nothing; where it passes ln of how many results may come to one false alarm, something has changed. That many results lie
// between false alarms on average at least (Lorden, Annals of Mathematical Statistics 42, 1971), and no test that keeps
// so many apart finds the change sooner on the whole (Moustakides, Annals of Statistics 14, 1986).
package drift

import "math"

// Sum is one cumulative sum. The zero Sum has seen nothing.
type Sum struct {
	value float64
	since int32 // the day of the first result since it was nothing
	count int   // results since then
}

// add takes in a result of a day by its log-likelihood ratio, and says whether the sum has passed a bound; then it begins anew.
func (s *Sum) add(day int32, ratio, bound float64) (passed bool) {
	if s.value <= 0 {
		s.value, s.since, s.count = 0, day, 0
	}
	s.value += ratio
	s.count++
	if passed = s.value > bound; passed {
		s.value = 0
	}
	return passed
}

// Alarm is a change that was seen.
type Alarm struct {
	Since, Seen int32 // days: since when, and when it was seen
	Results     int   // from then to then
	Fell        bool  // it is less than was expected; otherwise more
}

// Pair is a sum for falling and one for rising.
type Pair struct{ fall, rise Sum }

// Suspects says which of the two sums is above nothing: what that one expects should not follow the results meanwhile, or
// the change is learned before it is seen.
func (p *Pair) Suspects() (fall, rise bool) { return p.fall.value > 0, p.rise.value > 0 }

// alarm takes in a result by its ratios.
func (p *Pair) alarm(day int32, fall, rise, bound float64) (Alarm, bool) {
	if p.fall.add(day, fall, bound) {
		return Alarm{p.fall.since, day, p.fall.count, true}, true
	}
	if p.rise.add(day, rise, bound) {
		return Alarm{p.rise.since, day, p.rise.count, false}, true
	}
	return Alarm{}, false
}

// oddsStep is by how much, as ln of odds, a rate is taken to change: from .9 to .3.
const oddsStep = 3

// Answer takes in a yes or no, with the chances, strictly between 0 and 1, by which either sum expected a yes.
func (p *Pair) Answer(day int32, fall, rise float64, yes bool, bound float64) (Alarm, bool) {
	ratio := func(chance, step float64) float64 {
		odds := math.Log(chance / (1 - chance))
		changed := 1 / (1 + math.Exp(-odds-step))
		if yes {
			return math.Log(changed / chance)
		}
		return math.Log((1 - changed) / (1 - chance))
	}
	return p.alarm(day, ratio(fall, -oddsStep), ratio(rise, oddsStep), bound)
}

// Halving is the step, as ln, by which a level is taken to change.
const Halving = math.Ln2

// maxDeviations is by how many deviations one result counts at most: a single odd one is no change.
const maxDeviations = 3

// Level takes in how far, as ln, a result is off what was expected, and the variance that this has.
func (p *Pair) Level(day int32, off, variance, bound float64) (Alarm, bool) {
	most := maxDeviations * math.Sqrt(variance)
	off = math.Max(-most, math.Min(most, off))
	fall := -Halving / variance * (off + Halving/2)
	rise := Halving / variance * (off - Halving/2)
	return p.alarm(day, fall, rise, bound)
}

// Bound is that of sums over which so many results come in a month, in all: on average one false alarm or less in
// two months comes of them, falling and rising together.
func Bound(monthly float64) float64 { return math.Log(math.Max(4*monthly, 20)) }
