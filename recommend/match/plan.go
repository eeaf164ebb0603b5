package match

import (
	"context"
	"fmt"
	"math"
	"slices"

	"github.com/creatorgraph/creatorgraph/graph/column"
	"github.com/creatorgraph/creatorgraph/graph/compile"
	"github.com/creatorgraph/creatorgraph/insight/match"
	"github.com/creatorgraph/creatorgraph/insight/plan"
)

// Bounds of what can be asked for.
const (
	MaxPicks  = 500
	MaxEffort = 10_000
	maxPlans  = 10
	maxSwaps  = 50
)

// goals are the API's words.
func goalOf(word string) plan.Goal {
	return map[string]plan.Goal{"IMPRESSIONS": plan.Impressions, "CLICKS": plan.Clicks, "CONVERSIONS": plan.Conversions}[word]
}

// Selected says which fields of a plan the client selected.
type Selected func(names ...string) bool

// Plan answers Query.planCampaign.
func (h *Held) Plan(ctx context.Context, p PlanParams, selects Selected, swaps []compile.Inner) (Row, error) {
	if p.Budget <= 0 {
		return nil, wrong(fmt.Sprintf("budget of %d", p.Budget), "give more than 0, in minor units", "budget")
	}
	held, err := h.Value(ctx)
	if err != nil {
		return nil, err
	}
	giveBack, err := h.turn(ctx, p.Effort)
	if err != nil {
		return nil, err
	}
	defer giveBack()
	q, err := h.ask(held, p)
	if err != nil {
		return nil, err
	}
	solved := plan.Solve(q.problem) // meanwhile results may be taken in, for which nobody waits
	if len(solved.Missing) > 0 {
		return nil, q.unmet(solved.Missing)
	}
	held.mu.RLock()
	defer held.mu.RUnlock()
	a := &answer{question: q, picks: solved.Picks, solved: solved, selects: selects, swaps: swaps}
	if q.c.explore > 0 {
		a.explore()
	}
	return a.row()
}

// ask makes the question of a plan.
func (h *Held) ask(held *book, p PlanParams) (*question, error) {
	held.mu.RLock()
	defer held.mu.RUnlock()
	m := held.model
	b, err := h.brief(m, p.Brief)
	if err != nil {
		return nil, err
	}
	b.Budget = 0 // the plan has one of its own
	in, _ := p.Constraints.(map[string]any)
	c, err := readConstraints(m, b, in, p.Budget, p.Most)
	if err != nil {
		return nil, err
	}
	q, err := candidates(m, b, c, c.locked)
	if err != nil {
		return nil, err
	}
	q.problem.Budget, q.problem.Most, q.problem.Goal = int64(float64(p.Budget)*(1-c.reserve)), p.Most, goalOf(p.Goal)
	q.problem.Allowance = plan.Milliseconds(p.Effort)
	q.lay(p.Risk)
	q.constrain(q.problem.Budget)
	if err := q.payable(p.Budget); err != nil {
		return nil, err
	}
	return q, q.check(q.problem.Budget)
}

// payable refuses a budget that buys nobody.
func (q *question) payable(budget int64) error {
	least := int64(math.MaxInt64)
	for i := range q.problem.Candidates {
		least = min(least, q.problem.Candidates[i].Fee)
	}
	if len(q.matches) == 0 {
		if q.unpriced > 0 {
			return wrong(fmt.Sprintf("none of the %d creators who pass publishes a price", q.unpriced),
				"import prices, or allow more formats", "brief")
		}
		return wrong("no creator passes: constraints leave nobody", "exclude fewer, or lower minAcceptance", "constraints")
	}
	if least > q.problem.Budget {
		return wrong(fmt.Sprintf("the budget of %s buys nobody: the cheapest creator costs %s", yuan(budget), yuan(least)), fmt.Sprintf("give at least %d", int64(math.Ceil(float64(least)/(1-q.c.reserve)))), "budget")
	}
	return nil
}

// unmet is the error of constraints that no plan was found to meet.
func (q *question) unmet(missing []string) error {
	name := missing[0]
	var place []any
	var of string
	at := 0
	if n, _ := fmt.Sscanf(name, "tiers[%d]", &at); n == 1 {
		of, place = "tiers", []any{"constraints", "tiers", at}
	} else if n, _ := fmt.Sscanf(name, "platforms[%d]", &at); n == 1 {
		of, place = "platforms", []any{"constraints", "platforms", at}
	} else {
		of, place = name, []any{"constraints", name}
	}
	return wrong(fmt.Sprintf("the least that %s asks for cannot be had within the budget of %s, %d creators and the other constraints",
		of, yuan(q.problem.Budget), q.problem.Most), "lower it, or raise the budget or maxCreators", place...)
}

// Compare answers Query.comparePlans.
func (h *Held) Compare(ctx context.Context, brief any, plans []any, selects Selected, swaps []compile.Inner) ([]any, error) {
	if len(plans) == 0 || len(plans) > maxPlans {
		return nil, wrong(fmt.Sprintf("%d plans", len(plans)), fmt.Sprintf("give 1 to %d", maxPlans), "plans")
	}
	rows := []any{}
	err := h.With(ctx, func(m *match.Model) error {
		b, err := h.brief(m, brief)
		if err != nil {
			return err
		}
		picked, all, err := planned(m, plans)
		if err != nil {
			return err
		}
		q, err := candidates(m, b, &constraints{contacts: 1}, all)
		if err != nil {
			return err
		}
		q.lay("EXPECTED")
		if err := q.allow(picked); err != nil {
			return err
		}
		q.problem.Allowance = plan.Milliseconds(100)
		solved := plan.Solve(q.problem)
		rows, err = q.rowsOf(picked, solved, selects, swaps)
		return err
	})
	return rows, err
}

// rowsOf are the rows of some plans, with the bound of a solved one.
func (q *question) rowsOf(plans [][]int32, solved *plan.Plan, selects Selected, swaps []compile.Inner) ([]any, error) {
	rows := []any{}
	for _, creators := range plans {
		a := q.answerOf(creators, solved)
		a.selects, a.swaps = selects, swaps
		row, err := a.row()
		if err != nil {
			return rows, err
		}
		rows = append(rows, row)
	}
	return rows, nil
}

// allow sets the budget and the number of creators to those of the largest of some plans.
func (q *question) allow(plans [][]int32) error {
	for i, creators := range plans {
		fee := int64(0)
		for _, p := range creators {
			if !q.matches[q.at(p)].Published && q.matches[q.at(p)].Fee == 0 {
				return wrong(fmt.Sprintf("what creator %q would cost is not known", q.m.Book().Creators[p].Key), "leave it out, or import its price", "plans", i)
			}
			fee += q.problem.Candidates[q.at(p)].Fee
		}
		q.problem.Budget, q.problem.Most = max(q.problem.Budget, fee), max(q.problem.Most, len(creators))
	}
	return nil
}

// answerOf is the answer of some picks, with the bound of a solved plan.
func (q *question) answerOf(creators []int32, solved *plan.Plan) *answer {
	a := &answer{question: q}
	for _, p := range creators {
		a.picks = append(a.picks, q.at(p))
	}
	slices.Sort(a.picks)
	own := *solved
	own.Value = plan.Reached(q.problem, a.picks, 1)
	own.Bound = math.Max(own.Bound, own.Value)
	own.Complete = false
	a.solved = &own
	return a
}

// planned reads plans of ids.
func planned(m *match.Model, plans []any) (picked [][]int32, all []int32, err error) {
	for i, one := range plans {
		ids := column.List(one)
		if len(ids) == 0 || len(ids) > MaxPicks {
			return nil, nil, wrong(fmt.Sprintf("%d creators", len(ids)), fmt.Sprintf("give 1 to %d", MaxPicks), "plans", i)
		}
		creators, err := picksOf(m, ids, i)
		if err != nil {
			return nil, nil, err
		}
		for _, p := range creators {
			if !slices.Contains(all, p) {
				all = append(all, p)
			}
		}
		picked = append(picked, creators)
	}
	return picked, all, nil
}

// picksOf reads the ids of one plan.
func picksOf(m *match.Model, ids []any, n int) ([]int32, error) {
	var creators []int32
	for k, id := range ids {
		typ, key, ok := compile.ParseID(column.Text(id))
		p, known := m.Find(key)
		if !ok || typ != "Creator" || !known {
			return nil, wrong(fmt.Sprintf("%.200q is not the id of a creator", column.Text(id)), "use an id as the API gave it", "plans", n, k)
		}
		if slices.Contains(creators, p) {
			return nil, wrong("the creator is in the plan already", "give each one once", "plans", n, k)
		}
		creators = append(creators, p)
	}
	return creators, nil
}
