package match

import (
	"cmp"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"

	"github.com/creatorgraph/creatorgraph/graph/column"
	"github.com/creatorgraph/creatorgraph/graph/compile"
	"github.com/creatorgraph/creatorgraph/insight/plan"
)

// maxContacts is the number of contacts that stands for all above it.
const maxContacts = 10

// answer is a plan being laid out.
type answer struct {
	*question
	picks   []int // candidates, ascending
	solved  *plan.Plan
	selects Selected
	swaps   []compile.Inner
	drawn   []any // rows of what was drawn by chance
}

// sums are what a plan's picks add up to.
type sums struct {
	fee                                        int64
	spend, accepted, impressions, clicked, gmv float64
}

func (a *answer) sum(picks []int) sums {
	var s sums
	for _, i := range picks {
		c, d := &a.problem.Candidates[i], &a.matches[i].Predicted
		s.fee += c.Fee
		s.spend += c.Accept * float64(c.Fee)
		s.accepted += c.Accept
		s.impressions += c.Accept * c.Impressions
		s.clicked += c.Accept * c.Clicks
		s.gmv += c.Accept * d.GMV
	}
	return s
}

// row lays a plan out; what costs time only where it is selected.
func (a *answer) row() (Row, error) {
	s, reach := a.sum(a.picks), a.reach(a.picks)
	row := Row{"fee": s.fee, "impressions": s.impressions, "reach": reach, "bound": a.bound(reach), "certified": a.solved.Certified(),
		"complete": a.solved.Complete, "warnings": a.warnings(), "explored": a.drawn,
		"spend": Row{"expected": int64(math.Round(s.spend)), "most": s.fee, "accepted": s.accepted}}
	if a.drawn == nil {
		row["explored"] = []any{}
	}
	s.addRatios(row)
	for name, work := range map[string]func() any{
		"picks": a.pickRows, "frontier": a.frontier, "frequency": a.frequency, "byTier": a.byTier, "byPlatform": a.byPlatform,
		"contributions": a.contributions, "binding": a.binding,
	} {
		if a.selects(name) {
			row[name] = work()
		}
	}
	if a.selects("reachLow") || a.selects("reachHigh") {
		row["reachLow"], row["reachHigh"] = a.reachInterval()
	}
	return row, a.addSwaps(row)
}

func (a *answer) addSwaps(row Row) error {
	for _, one := range a.swaps {
		swaps, err := a.swapRows(one)
		if err != nil {
			return err
		}
		row[one.Column] = swaps
	}
	return nil
}

// contacts are how many make a person count.
func (a *answer) contacts() int { return max(1, a.problem.Contacts) }

func (a *answer) reach(picks []int) float64 { return plan.Reached(a.problem, picks, a.contacts()) }

// addRatios adds the ratios whose denominators are known.
func (s sums) addRatios(row Row) {
	if s.impressions > 0 {
		row["cpm"], row["ctr"] = 1000*s.spend/s.impressions, s.clicked/s.impressions
	}
	if s.gmv > 0 && s.spend > 0 {
		row["roi"] = (s.gmv - s.spend) / s.spend
	}
}

func (a *answer) reachInterval() (low, high float64) {
	spread := make([]float64, len(a.picks))
	for at, i := range a.picks {
		spread[at] = a.m.ImpressionsSpread(&a.matches[i])
	}
	return plan.Interval(a.problem, a.picks, a.contacts(), spread)
}

// bound is that of the reach, whatever the goal was.
func (a *answer) bound(reach float64) float64 {
	if a.problem.Goal == plan.Reach {
		return a.solved.Bound
	}
	p := *a.problem
	p.Goal, p.Allowance = plan.Reach, 0
	return math.Max(reach, plan.Bound(&p))
}

func (a *answer) pickRows() any {
	order := slices.Clone(a.picks)
	slices.SortStableFunc(order, func(x, y int) int { return cmp.Compare(a.matches[y].Score, a.matches[x].Score) })
	rows := make([]any, len(order))
	for at, i := range order {
		rows[at] = matchRow(a.m, a.b, &a.matches[i], a.selects("picks", "reasons"))
	}
	return rows
}

// frontier steps through the budget by tenths; the whole of it is the plan itself, which no point may exceed in reach or fee.
func (a *answer) frontier() any {
	var budgets []int64
	for k := int64(1); k < 10; k++ {
		budgets = append(budgets, a.problem.Budget*k/10)
	}
	p := *a.problem
	p.Goal, p.Locked, p.MinImpressions = plan.Reach, nil, 0
	p.Groups = slices.Clone(p.Groups)
	for i := range p.Groups { // what is too much stays too much; what is too little cannot be had for every budget
		p.Groups[i].Least, p.Groups[i].LeastFee = 0, 0
	}
	rows := []any{}
	fee, whole := a.sum(a.picks).fee, a.reach(a.picks)
	for _, point := range plan.Frontier(&p, budgets, a.solved.MoneyPrice) {
		if point.Creators == 0 || point.Value > whole || point.Fee > fee {
			continue
		}
		rows = append(rows, Row{"fee": point.Fee, "reach": point.Value, "creators": int64(point.Creators)})
	}
	return append(rows, Row{"fee": fee, "reach": whole, "creators": int64(len(a.picks))})
}

func (a *answer) frequency() any {
	rows := []any{}
	for j, people := range plan.Contacts(a.problem, a.picks, maxContacts) {
		if j > 0 {
			rows = append(rows, Row{"contacts": int64(j), "people": people})
		}
	}
	return rows
}

// part is a row of a plan's part.
func (a *answer) part(label string, picks []int) Row {
	return Row{"label": label, "creators": int64(len(picks)), "fee": a.sum(picks).fee, "reach": a.reach(picks)}
}

func (a *answer) byTier() any {
	rows := []any{}
	for _, t := range []struct {
		label       string
		from, below int64
	}{{"头部", headFrom, math.MaxInt64}, {"腰部", midFrom, headFrom}, {"尾部", math.MinInt64, midFrom}} {
		var picks []int
		for _, i := range a.picks {
			if f := a.m.Book().Creators[a.matches[i].Creator].Followers; f >= t.from && f < t.below {
				picks = append(picks, i)
			}
		}
		if len(picks) > 0 {
			rows = append(rows, a.part(t.label, picks))
		}
	}
	return rows
}

func (a *answer) byPlatform() any {
	book := a.m.Book()
	by := map[string][]int{}
	for _, i := range a.picks {
		name := ""
		if of := book.Creators[a.matches[i].Creator].Platforms; len(of) > 0 {
			name = book.Platforms[of[0]].Name
		}
		by[name] = append(by[name], i)
	}
	rows := []any{}
	names := make([]string, 0, len(by))
	for name := range by {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		rows = append(rows, a.part(name, by[name]))
	}
	return rows
}

func (a *answer) contributions() any {
	order := slices.Clone(a.picks)
	slices.SortStableFunc(order, func(x, y int) int { return cmp.Compare(a.matches[y].Score, a.matches[x].Score) })
	alone := plan.Alone(a.problem, order)
	rows := make([]any, len(order))
	for at, i := range order {
		rows[at] = Row{"creator": creatorRef(a.m, a.matches[i].Creator), "unique": alone[at]}
	}
	return rows
}

// binding tells the prices of money and of places, and the groups that are full.
func (a *answer) binding() any {
	rows := []any{}
	unit := map[plan.Goal]string{plan.Reach: "人 · people", plan.Impressions: "次曝光 · impressions", plan.Clicks: "次点击 · clicks",
		plan.Conversions: "次转化 · conversions"}[a.problem.Goal]
	if gain := a.solved.MoneyPrice * 10_000; gain > 0 {
		rows = append(rows, Row{"constraint": "budget", "gain": gain, "unit": unit + " / 100元 · 100 yuan"})
	}
	if a.solved.PlacePrice > 0 {
		rows = append(rows, Row{"constraint": "maxCreators", "gain": a.solved.PlacePrice, "unit": unit + " / 达人 · creator"})
	}
	for _, one := range plan.BindingGroups(a.problem, a.picks) {
		rows = append(rows, Row{"constraint": one.Name, "gain": one.Gain, "unit": unit + " / 达人 · creator"})
	}
	return rows
}

func (a *answer) swapRows(in compile.Inner) (any, error) {
	typ, key, ok := compile.ParseID(column.Text(in.Arguments["creator"]))
	p, known := a.m.Find(key)
	at := -1
	if ok && typ == "Creator" && known {
		at = a.at(p)
	}
	if at < 0 || !slices.Contains(a.picks, at) {
		return nil, &compile.Error{Path: in.Path, What: fmt.Sprintf("%.200q is none of the plan's picks", column.Text(in.Arguments["creator"])),
			Remedy: "give the id of a pick"}
	}
	first, err := compile.Long(in.Arguments["first"])
	if err != nil || first < 0 || first > maxSwaps {
		return nil, &compile.Error{Path: in.Path, What: fmt.Sprintf("first of %v", in.Arguments["first"]), Remedy: fmt.Sprintf("give 0 to %d", maxSwaps)}
	}
	now := a.reach(a.picks)
	rows := []any{}
	for _, swap := range plan.Swaps(a.problem, a.picks, at, int(first)) {
		with := append(slices.DeleteFunc(slices.Clone(a.picks), func(i int) bool { return i == at }), swap.Candidate)
		one := &a.matches[swap.Candidate]
		rows = append(rows, Row{"creator": creatorRef(a.m, one.Creator), "fee": one.Fee - a.matches[at].Fee,
			"reach": a.reach(with) - now, "acceptance": one.Acceptance})
	}
	return rows, nil
}

func (a *answer) warnings() []any {
	all := []any{}
	if a.unpriced > 0 {
		all = append(all, fmt.Sprintf("%d位达人未公布报价，未列入方案 · %d creators publish no price and were not planned", a.unpriced, a.unpriced))
	}
	for _, i := range a.picks {
		one := &a.matches[i]
		c := &a.m.Book().Creators[one.Creator]
		if a.m.IsPriceOutlier(c, one.Format) {
			all = append(all, fmt.Sprintf("%s的报价远离同体量水平，请核对 · The price of %s is far from what creators of its size ask: check it", c.Name, c.Name))
		}
	}
	if max(1, a.problem.Contacts) > 1 {
		all = append(all, "按多次触达规划，无贪心保证，仅有上界 · Planned for several contacts: no guarantee but the bound")
	}
	if len(a.problem.Groups) > 0 {
		all = append(all, "上界未计入其他限制，认证比例偏保守 · The bound leaves out constraints besides budget and number: the certified share is on the low side")
	}
	return all
}

// explore puts creators drawn from all who fit in the places that add least.
func (a *answer) explore() {
	dice := rand.New(rand.NewPCG(uint64(len(a.matches)), uint64(a.problem.Budget)))
	alone := plan.Alone(a.problem, a.picks)
	order := make([]int, len(a.picks))
	for k := range order {
		order[k] = k
	}
	slices.SortStableFunc(order, func(x, y int) int { return cmp.Compare(alone[x], alone[y]) })
	picks := slices.Clone(a.picks)
	for _, k := range order[:int(a.c.explore*float64(len(picks)))] {
		out := a.picks[k]
		if slices.Contains(a.problem.Locked, out) {
			continue
		}
		fits := plan.Swaps(a.problem, picks, out, len(a.problem.Candidates))
		if len(fits) == 0 {
			continue
		}
		in := fits[dice.IntN(len(fits))].Candidate
		picks = append(slices.DeleteFunc(picks, func(i int) bool { return i == out }), in)
		slices.Sort(picks)
		a.drawn = append(a.drawn, Row{"creator": creatorRef(a.m, a.matches[in].Creator), "propensity": 1 / float64(len(fits))})
	}
	if a.drawn != nil {
		own := *a.solved
		own.Value, own.Complete = plan.Worth(a.problem, picks), false
		a.picks, a.solved = picks, &own
	}
}
