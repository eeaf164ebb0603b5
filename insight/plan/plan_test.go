package plan_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/creatorgraph/creatorgraph/insight/plan"
)

// drawn is a question of n candidates whose audiences overlap by chance in cells of a million people each.
func drawn(seed uint64, n, cells int, overlap float64) *plan.Problem {
	dice := rand.New(rand.NewPCG(seed, 7))
	p := &plan.Problem{Most: n, Allowance: plan.Milliseconds(300)}
	for range cells {
		p.Cells = append(p.Cells, 1e6)
	}
	fees := int64(0)
	for range n {
		size := overlap * math.Exp(dice.NormFloat64())
		c := plan.Candidate{Fee: 1 + int64(1e5*size*math.Exp(0.5*dice.NormFloat64())), Accept: 0.6 + 0.4*dice.Float64(),
			Parts: make([]float32, cells)}
		for k := range cells {
			part := math.Min(0.9, size*math.Exp(dice.NormFloat64()))
			c.Parts[k] = float32(part)
			c.Impressions += 1e6 * part * 1.3
		}
		c.Clicks, c.Conversions = c.Impressions*0.01*dice.Float64(), c.Impressions*0.001*dice.Float64()
		fees += c.Fee
		p.Candidates = append(p.Candidates, c)
	}
	p.Budget = fees / 4
	return p
}

// brute is the best of all plans by counting people anew for each.
func brute(p *plan.Problem, worth func([]int) float64) (best float64) {
	for set := range 1 << len(p.Candidates) {
		var picks []int
		fee := int64(0)
		for i, c := range p.Candidates {
			if set>>i&1 == 1 {
				picks, fee = append(picks, i), fee+c.Fee
			}
		}
		if fee <= p.Budget && len(picks) <= p.Most {
			best = math.Max(best, worth(picks))
		}
	}
	return best
}

// reachOf is Sainsbury's formula, written out.
func reachOf(p *plan.Problem) func([]int) float64 {
	return func(picks []int) float64 {
		people := 0.0
		for k, w := range p.Cells {
			none := 1.0
			for _, i := range picks {
				none *= 1 - p.Candidates[i].Accept*float64(p.Candidates[i].Parts[k])
			}
			people += w * (1 - none)
		}
		return people
	}
}

// Of few candidates the plan is the best there is, whatever is counted and however many may be picked.
func TestFewCandidatesAreEnumerated(t *testing.T) {
	t.Parallel()

	for seed := range uint64(20) {
		p := drawn(seed, 11, 6, 0.1)
		p.Most = []int{11, 3}[seed%2]
		got := plan.Solve(p)
		if want := brute(p, reachOf(p)); math.Abs(got.Value-want) > 1e-6*want || !got.Complete || got.Bound < want {
			t.Errorf("seed %d: reach %.0f, bound %.0f, complete %t, want %.0f", seed, got.Value, got.Bound, got.Complete, want)
		}
		p.Goal = plan.Clicks
		got = plan.Solve(p)
		want := brute(p, func(picks []int) (sum float64) {
			for _, i := range picks {
				sum += p.Candidates[i].Accept * p.Candidates[i].Clicks
			}
			return sum
		})
		if math.Abs(got.Value-want) > 1e-6*want {
			t.Errorf("seed %d: clicks %.0f, want %.0f", seed, got.Value, want)
		}
	}
}

// Without enumeration, the bound is never under the best plan, nor 5 % over it, and the plan is nearly the best.
func TestBoundHoldsTheOptimum(t *testing.T) {
	t.Parallel()

	for seed := range uint64(3) {
		for _, overlap := range []float64{0.01, 0.2} {
			p := drawn(seed, 19, 6, overlap)
			p.Most = []int{19, 5}[seed%2]
			got := plan.Solve(p)
			best := brute(p, reachOf(p))
			if reached := reachOf(p)(got.Picks); math.Abs(reached-got.Value) > 1e-6*reached {
				t.Errorf("seed %d: value %.0f, reached %.0f", seed, got.Value, reached)
			}
			if got.Bound < best || got.Bound > 1.05*best || got.Value < 0.995*best {
				t.Errorf("seed %d, overlap %.2f: value %.0f, bound %.0f, best %.0f", seed, overlap, got.Value, got.Bound, best)
			}
		}
	}
}

// Plans of hundreds of candidates are certified and keep to budget and number.
func TestManyCandidatesAreCertified(t *testing.T) {
	t.Parallel()

	for seed := range uint64(4) {
		for _, most := range []int{12, 400} {
			p := drawn(seed, 400, 24, 0.02)
			p.Most = most
			got := plan.Solve(p)
			fee := int64(0)
			for _, i := range got.Picks {
				fee += p.Candidates[i].Fee
			}
			if fee > p.Budget || len(got.Picks) > most {
				t.Errorf("seed %d: %d picks of at most %d for %d of %d", seed, len(got.Picks), most, fee, p.Budget)
			}
			if got.Certified() < 0.97 {
				t.Errorf("seed %d, most %d: %.4f certified (%.0f of %.0f)", seed, most, got.Certified(), got.Value, got.Bound)
			}
			if again := plan.Solve(p); fmt.Sprint(again) != fmt.Sprint(got) {
				t.Errorf("seed %d: the same question has two answers", seed)
			}
		}
	}
}

// What is locked is picked, groups keep their bounds, and what cannot be met is told.
func TestConstraintsHold(t *testing.T) {
	t.Parallel()

	for _, n := range []int{12, 60} {
		p := drawn(3, n, 8, 0.05)
		p.Locked = []int{5}
		p.Budget = max(p.Budget, p.Candidates[5].Fee+p.Budget/2)
		p.Groups = []plan.Group{{Name: "even", Least: 3}, {Name: "odd", Most: 2}, {Name: "none", Least: 1}}
		for i := range p.Candidates {
			p.Candidates[i].Groups = []int{i % 2}
		}
		got := plan.Solve(p)
		even, odd, locked := 0, 0, false
		for _, i := range got.Picks {
			even, odd, locked = even+1-i%2, odd+i%2, locked || i == 5
		}
		if even < 3 || odd > 2 || !locked || fmt.Sprint(got.Missing) != "[none]" {
			t.Errorf("of %d: %d even, %d odd, locked %t, missing %v", n, even, odd, locked, got.Missing)
		}
	}
}

// People who see two are counted where two contacts are asked for, and the bound holds.
func TestSecondContacts(t *testing.T) {
	t.Parallel()

	p := drawn(5, 11, 6, 0.1)
	p.Contacts = 2
	got := plan.Solve(p)
	want := brute(p, func(picks []int) float64 { return plan.Reached(p, picks, 2) })
	if math.Abs(got.Value-want) > 1e-6*want {
		t.Errorf("reached twice: %.0f, want %.0f", got.Value, want)
	}
	p = drawn(5, 60, 6, 0.1)
	p.Contacts = 2
	got = plan.Solve(p)
	if again := plan.Reached(p, got.Picks, 2); got.Bound < got.Value || math.Abs(again-got.Value) > 1e-6*again || got.Value <= 0 {
		t.Errorf("reached twice: %.0f, anew %.0f, bound %.0f", got.Value, again, got.Bound)
	}
}

// Contacts add up to the people and their mean to the impressions that are seen.
func TestFiguresOfAPlan(t *testing.T) {
	t.Parallel()

	p := drawn(2, 30, 6, 0.05)
	got := plan.Solve(p)
	all, sum, mean := plan.Contacts(p, got.Picks, 40), 0.0, 0.0
	for j, people := range all {
		sum, mean = sum+people, mean+float64(j)*people
	}
	want := 0.0
	for _, i := range got.Picks {
		for k, w := range p.Cells {
			want += w * p.Candidates[i].Accept * float64(p.Candidates[i].Parts[k])
		}
	}
	if math.Abs(sum-6e6) > 1 || math.Abs(mean-want) > 1e-6*want {
		t.Errorf("%.0f people with %.0f contacts, want 6000000 with %.0f", sum, mean, want)
	}
	swaps := plan.Swaps(p, got.Picks, got.Picks[0], 3)
	for _, s := range swaps {
		if s.Value > got.Bound {
			t.Errorf("with %d: %.0f, above the bound of %.0f", s.Candidate, s.Value, got.Bound)
		}
	}
	for contacts := 1; contacts <= 3; contacts++ { // the interval is of the people who have so many
		reach := plan.Reached(p, got.Picks, contacts)
		for _, spread := range []float64{0, 0.7, 8} {
			low, high := plan.Interval(p, got.Picks, contacts, slices.Repeat([]float64{spread}, len(got.Picks)))
			if low > reach || high < reach {
				t.Errorf("%d contacts, spread %g: reach %.0f, interval %.0f to %.0f", contacts, spread, reach, low, high)
			}
		}
	}
	last := 0.0
	for _, point := range plan.Frontier(p, []int64{p.Budget / 4, p.Budget / 2, p.Budget}, plan.Solve(p).MoneyPrice) {
		if point.Value < last || point.Fee > point.Budget {
			t.Errorf("frontier %+v after %.0f", point, last)
		}
		last = point.Value
	}
}

// Where few creators are allowed, value for money alone leaves most of the budget unspent: what the frontier says of a budget
// must still be near what a plan makes of it.
func TestFrontierIsNearThePlans(t *testing.T) {
	t.Parallel()

	for _, most := range []int{3, 12, 60} {
		p := drawn(2, 800, 60, 0.004)
		p.Most, p.Budget = most, p.Budget/10
		p.Groups = []plan.Group{{Name: "an agency", Most: max(1, most/3)}}
		for i := range p.Candidates {
			if i%4 == 0 {
				p.Candidates[i].Groups = []int{0}
			}
		}
		whole := plan.Solve(p)
		point := plan.Frontier(p, []int64{p.Budget}, whole.MoneyPrice)[0]
		if share := point.Value / whole.Value; share < 0.98 || share > 1/whole.Certified() {
			t.Errorf("%d creators: the frontier has %.3f of the plan's reach, which has %.3f of its bound", most, share, whole.Certified())
		}
	}
}

// Candidates who are all the same leave nobody out of sight: as many are picked as money and places allow.
func TestManyOfTheSame(t *testing.T) {
	t.Parallel()

	p := drawn(3, 1, 20, 0.01)
	for range 1999 {
		p.Candidates = append(p.Candidates, p.Candidates[0])
	}
	p.Most, p.Budget = 10, 12*p.Candidates[0].Fee
	whole := plan.Solve(p)
	if len(whole.Picks) != 10 || whole.Certified() < 0.9999 {
		t.Errorf("%d of 10 picked, %v of the bound", len(whole.Picks), whole.Certified())
	}
	for _, point := range plan.Frontier(p, []int64{3 * p.Candidates[0].Fee, p.Budget}, whole.MoneyPrice) {
		if want := min(10, int(point.Budget/p.Candidates[0].Fee)); point.Creators != want {
			t.Errorf("%d creators for a budget of %d, want %d", point.Creators, point.Budget, want)
		}
	}
}

// Where two stars cannot both be paid, the bound mixes both and a first plan may be far below it: it is searched for as if more effort
// had been asked for.
func TestPoorPlansAreSearchedForLonger(t *testing.T) {
	t.Parallel()

	for seed := range uint64(40) {
		p := drawn(seed, 60, 12, 0.02)
		p.Budget, p.Most = p.Budget/4, 12
		for i := range 3 {
			c := &p.Candidates[i]
			c.Fee = p.Budget * int64(60+7*i) / 100
			for k := range c.Parts {
				c.Parts[k] = min(0.9, 30*c.Parts[k])
			}
		}
		p.Allowance = plan.Milliseconds(400)
		long := plan.Solve(p)
		p.Allowance = 1
		short := plan.Solve(p)
		if short.Certified() < 0.9 && short.Value < long.Value*(1-1e-9) {
			t.Errorf("seed %d: reaches %.0f, %.2f of the bound; with more effort %.0f", seed, short.Value, short.Certified(), long.Value)
		}
	}
}

// Looking at few candidates in most steps finds the plans and bounds that looking at all does.
func TestBoundsOfManyAreNear(t *testing.T) {
	t.Parallel()

	for _, most := range []int{5, 50, 3000} {
		p := drawn(4, 3000, 40, 0.003)
		p.Most, p.Budget = most, p.Budget/10
		got := plan.Solve(p)
		if got.Certified() < 0.995 {
			t.Errorf("at most %d: %v of the bound", most, got.Certified())
		}
	}
}

// The frontier of a brief with 5,000 candidates: nine budgets.
func BenchmarkFrontier(b *testing.B) {
	for _, most := range []int{12, 50} {
		p := drawn(1, 5000, plan.MaxCells(5000), 0.002)
		p.Most, p.Budget = most, p.Budget/20
		budgets := make([]int64, 9)
		for k := range budgets {
			budgets[k] = p.Budget * int64(k+1) / 10
		}
		price := plan.Solve(p).MoneyPrice
		b.Run(fmt.Sprint(most), func(b *testing.B) {
			for b.Loop() {
				plan.Frontier(p, budgets, price)
			}
		})
	}
}

func BenchmarkSolve(b *testing.B) {
	for _, most := range []int{12, 50, 5000} {
		p := drawn(1, 5000, plan.MaxCells(5000), 0.002)
		p.Most, p.Budget = most, p.Budget/20
		b.Run(fmt.Sprint(most), func(b *testing.B) {
			for b.Loop() {
				got := plan.Solve(p)
				b.ReportMetric(got.Certified(), "certified")
				b.ReportMetric(float64(len(got.Picks)), "picks")
			}
		})
	}
}
