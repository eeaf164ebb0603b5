package match

import (
	"fmt"
	"slices"

	"github.com/creatorgraph/creatorgraph/insight"
	"github.com/creatorgraph/creatorgraph/insight/match"
	"github.com/creatorgraph/creatorgraph/insight/overlap"
	"github.com/creatorgraph/creatorgraph/insight/plan"
)

// PlanParams is what planCampaign is asked.
type PlanParams struct {
	Brief       any
	Budget      int64
	Most        int
	Constraints any
	Goal, Risk  string
	Effort      int // milliseconds of one core, about
}

// question is a planning question with who its candidates are.
type question struct {
	m        *match.Model
	b        *match.Brief
	c        *constraints
	problem  *plan.Problem
	matches  []match.Match // of the candidates
	people   *plan.Population
	spread   *match.Segmentation
	unpriced int
}

// candidates makes the question of a brief: everybody who passes it and has a price, and others who must be there.
func candidates(m *match.Model, b *match.Brief, c *constraints, others []int32) (*question, error) {
	q := &question{m: m, b: b, c: c, problem: &plan.Problem{}}
	pool, emptied := m.Pool(b)
	if emptied != "" && len(others) == 0 {
		return nil, nobody(m, b, emptied, "brief")
	}
	q.spread = m.Segmentation(b)
	var dimensions []plan.Dimension
	for _, d := range q.spread.Population {
		dimensions = append(dimensions, d)
	}
	q.people = plan.Populate(float64(m.MaxFollowers())/overlap.LargestShare, dimensions, plan.MaxCells(len(pool)))
	q.problem.Cells = q.people.Cells()
	q.addPool(pool, others)
	has := map[int32]bool{}
	for i := range q.matches {
		has[q.matches[i].Creator] = true
	}
	var missing []int32
	for _, p := range others {
		if !has[p] {
			missing, has[p] = append(missing, p), true
		}
	}
	q.matches = append(q.matches, m.Of(b, missing)...)
	return q, nil
}

// addPool adds the matches of a pool that may be picked, and counts those without a price.
func (q *question) addPool(pool, others []int32) {
	q.matches = slices.DeleteFunc(q.m.MatchPool(q.b, pool), func(one match.Match) bool {
		switch {
		case slices.Contains(q.c.excluded, one.Creator):
			return true
		case !one.Published:
			q.unpriced++
			return true
		}
		return one.Acceptance < q.c.minAcceptance && !slices.Contains(others, one.Creator)
	})
}

// lay puts the candidates into the problem, by what is expected or by what nine in ten surpass.
func (q *question) lay(risk string) {
	q.problem.Candidates = make([]plan.Candidate, 0, len(q.matches))
	for i := range q.matches {
		one := &q.matches[i]
		d := one.Predicted
		impressions, ctr := d.Impressions, d.CTR
		if risk == "CAUTIOUS" {
			impressions, ctr = min(d.Impressions, d.ImpressionsLow), min(d.CTR, d.CTRLow)
		}
		q.problem.Candidates = append(q.problem.Candidates, plan.Candidate{Fee: max(1, one.Fee), Accept: one.Acceptance,
			Impressions: impressions, Clicks: impressions * ctr, Conversions: impressions * ctr * d.CVR,
			Parts: q.people.Parts(impressions, q.spread.AudienceOf(q.m, one.Creator))})
	}
}

// at gives the candidate that a creator is.
func (q *question) at(p int32) int {
	return slices.IndexFunc(q.matches, func(one match.Match) bool { return one.Creator == p })
}

// group adds a bound on some candidates.
func (q *question) group(g plan.Group, holds func(*match.Creator) bool) {
	n := len(q.problem.Groups)
	q.problem.Groups = append(q.problem.Groups, g)
	for i := range q.matches {
		if holds(&q.m.Book().Creators[q.matches[i].Creator]) {
			c := &q.problem.Candidates[i]
			c.Groups = append(c.Groups, n)
		}
	}
}

// group is the bound that a tier puts on a plan.
func (t *tier) group(i int, budget int64) plan.Group {
	g := plan.Group{Name: fmt.Sprintf("tiers[%d]", i), Least: t.least, LeastFee: int64(t.leastShare * float64(budget))}
	if t.most != plan.None {
		g.Most = bound(int64(t.most))
	}
	if t.mostShare < 1 {
		g.MostFee = int64(bound(int64(t.mostShare * float64(budget))))
	}
	return g
}

// group is the bound that a platform puts on a plan.
func (p *platform) group(i int) plan.Group {
	g := plan.Group{Name: fmt.Sprintf("platforms[%d]", i), LeastFee: p.least}
	if p.most != plan.None {
		g.MostFee = int64(bound(p.most))
	}
	return g
}

func mainCategory(one *match.Creator) int32 {
	if len(one.Categories) == 0 {
		return insight.Unknown
	}
	return one.Categories[0]
}

// constrain puts the constraints into the problem.
func (q *question) constrain(budget int64) {
	c := q.c
	for _, p := range c.locked {
		q.problem.Locked = append(q.problem.Locked, q.at(p))
	}
	q.problem.Contacts, q.problem.MaxFrequency, q.problem.MinImpressions = c.contacts, c.maxFrequency, float64(c.minImpressions)
	for i := range c.tiers {
		t := &c.tiers[i]
		q.group(t.group(i, budget), func(one *match.Creator) bool { return t.holds(one.Followers) })
	}
	for i, p := range c.platforms {
		q.group(p.group(i), func(one *match.Creator) bool { return len(one.Platforms) > 0 && one.Platforms[0] == p.of })
	}
	if c.maxPerAgency > 0 {
		q.each(c.maxPerAgency, "maxPerAgency", func(one *match.Creator) int32 { return one.Agency })
	}
	if c.maxPerCategory > 0 {
		q.each(c.maxPerCategory, "maxPerCategory", mainCategory)
	}
}

// bound is a most as plan has it, where 0 is no bound.
func bound(n int64) int {
	if n == 0 {
		return plan.None
	}
	return int(n)
}

// each bounds the candidates of each agency or category.
func (q *question) each(most int, name string, of func(*match.Creator) int32) {
	groups := map[int32]int{}
	for i := range q.matches {
		at := of(&q.m.Book().Creators[q.matches[i].Creator])
		if at == insight.Unknown {
			continue
		}
		g, known := groups[at]
		if !known {
			g = len(q.problem.Groups)
			groups[at] = g
			q.problem.Groups = append(q.problem.Groups, plan.Group{Name: name, Most: most})
		}
		c := &q.problem.Candidates[i]
		c.Groups = append(c.Groups, g)
	}
}

// yuan tells money as the other messages do.
func yuan(fen int64) string { return fmt.Sprintf("%.2f yuan", float64(fen)/100) }

// check refuses locked creators who collide with the budget or with each other.
func (q *question) check(budget int64) error {
	locked := int64(0)
	counts, fees := make([]int, len(q.problem.Groups)), make([]int64, len(q.problem.Groups))
	for i, at := range q.problem.Locked {
		one, c := &q.matches[at], &q.problem.Candidates[at]
		if !one.Published {
			return wrong(fmt.Sprintf("creator %q publishes no price", q.m.Book().Creators[one.Creator].Key),
				"import its price, or invite it outside of the plan", "constraints", "locked", i)
		}
		locked += c.Fee
		for _, g := range c.Groups {
			counts[g]++
			fees[g] += c.Fee
		}
	}
	if locked > budget {
		return wrong(fmt.Sprintf("the locked creators cost %s, %s more than the budget of %s leaves them",
			yuan(locked), yuan(locked-budget), yuan(budget)),
			"lock fewer, lower the reserve or raise the budget", "constraints", "locked")
	}
	return q.checkGroups(counts, fees)
}

// checkGroups refuses locked creators who exceed a group's bounds.
func (q *question) checkGroups(counts []int, fees []int64) error {
	for g, group := range q.problem.Groups {
		if plan.Exceeds(int64(counts[g]), int64(group.Most)) {
			return wrong(fmt.Sprintf("%d locked creators collide with %s, which allows %d", counts[g], group.Name, max(0, group.Most)),
				"lock fewer or raise the limit", "constraints", "locked")
		}
		if plan.Exceeds(fees[g], group.MostFee) {
			return wrong(fmt.Sprintf("the locked creators cost %s, %s more than %s allows",
				yuan(fees[g]), yuan(fees[g]-max(0, group.MostFee)), group.Name),
				"lock fewer or raise the limit", "constraints", "locked")
		}
	}
	return nil
}
