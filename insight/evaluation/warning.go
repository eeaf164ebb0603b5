package evaluation

import (
	"cmp"
	"fmt"
	"maps"
	"math"
	"slices"
)

// Warning is a reason why a comparison is unfair or uncertain.
type Warning struct {
	Kind Kind
	Text string // a sentence in Chinese and one in English
}

// Kind is a kind of warning.
type Kind string

// The kinds. All but Few make a comparison unfair: nothing is adjusted.
const (
	OneSource   Kind = "ONE_SOURCE"   // only one source has results
	OneCampaign Kind = "ONE_CAMPAIGN" // nothing to tell briefs apart by
	Scarce      Kind = "SCARCE"       // hardly any participations of one source
	Separated   Kind = "SEPARATED"    // all of one kind of brief on one side
	Missing     Kind = "MISSING"      // the results of one source are mostly unknown
	NoOverlap   Kind = "NO_OVERLAP"   // sources do not meet in comparable briefs
	Few         Kind = "FEW"          // few campaigns: the interval is rough
)

// When to warn.
const (
	minPerSource     = 10   // participations of a source
	fewCampaigns     = 10   // campaigns with results
	separateShare    = 0.15 // of all participations, that a kind of brief has to have to matter
	separateLeast    = 10   // participations of a kind of brief
	maxSeparate      = 0.02 // of a kind of brief, that are of the scarcer source
	missingShare     = 0.5  // of a source's participations, without results
	missingApart     = 0.25 // and so much more than of the other's
	minEffectiveSize = 10   // participations under the weights
)

func unfair(warnings []Warning) bool {
	return slices.ContainsFunc(warnings, func(w Warning) bool { return w.Kind != Few })
}

func warningOf(kind Kind, values ...any) Warning {
	return Warning{kind, fmt.Sprintf(warningTexts[kind], values...)}
}

var warningTexts = map[Kind]string{
	OneSource:   "只有一种来源有结果，无法比较 · only one source has results: there is nothing to compare",
	OneCampaign: "只有一个项目，无法调整投放条件，区间仅来自达人间差异 · there is one campaign only: nothing can be adjusted for, and the interval tells of its creators alone",
	Scarce:      "其中一种来源只有%[1]d次合作，至少需要%[2]d次 · one source has %[1]d participations only; %[2]d are needed",
	Separated:   "%[1]s“%[2]s”的合作几乎全部来自同一来源，只给出原始比值 · %[3]s %[2]q is nearly all of one source: only the raw ratio is given",
	Missing:     "%[1]s的结果有%.0[2]f%%未知，另一来源为%.0[3]f%% · of %[4]s creators %.0[2]f %% have no results, of the others %.0[3]f %%",
	NoOverlap:   "两种来源的投放条件几乎没有重合，可比合作约%.0[1]f次 · the sources hardly meet in comparable briefs: about %.0[1]f participations can be compared",
	Few:         "只有%[1]d个项目，区间较粗略 · there are %[1]d campaigns only: the interval is rough",
}

// dataWarnings gives the warnings that need no model.
func dataWarnings(campaigns []Campaign, works []Work, metric Metric) []Warning {
	all, known, seen := countKnown(works, metric)
	var list []Warning
	if missing := missingWarning(all, known); missing != nil {
		list = append(list, *missing)
	}
	least := min(known[0], known[1])
	switch {
	case least == 0:
		return append(list, warningOf(OneSource))
	case len(seen) == 1:
		return append(list, warningOf(OneCampaign))
	case least < minPerSource:
		list = append(list, warningOf(Scarce, least, minPerSource))
	}
	list = append(list, separationWarnings(campaigns, works, metric)...)
	if len(seen) < fewCampaigns {
		list = append(list, warningOf(Few, len(seen)))
	}
	return list
}

// countKnown counts works by source, those whose metric is known, and the latter's campaigns.
func countKnown(works []Work, metric Metric) (all, known [2]int, campaigns map[int]bool) {
	campaigns = map[int]bool{}
	for i := range works {
		z := sourceIndex(works[i].Recommended)
		all[z]++
		if _, _, ok := metric.of(&works[i]); ok {
			known[z]++
			campaigns[works[i].Campaign] = true
		}
	}
	return all, known, campaigns
}

func missingWarning(all, known [2]int) *Warning {
	var lacks [2]float64
	for z := range 2 {
		if all[z] == 0 {
			return nil
		}
		lacks[z] = 1 - float64(known[z])/float64(all[z])
	}
	z := 0
	if lacks[1] > lacks[0] {
		z = 1
	}
	if lacks[z] < missingShare || lacks[z]-lacks[1-z] < missingApart {
		return nil
	}
	names := [2][2]string{{"自选达人", "self-picked"}, {"推荐达人", "recommended"}}[z]
	w := warningOf(Missing, names[0], 100*lacks[z], 100*lacks[1-z], names[1])
	return &w
}

// separationWarnings warns of each kind of brief that has a considerable share of all participations, nearly all from one source.
func separationWarnings(campaigns []Campaign, works []Work, metric Metric) []Warning {
	var list []Warning
	budgets := budgetThirds(campaigns)
	for _, kind := range [...]struct {
		zh, en string
		of     func(i int) string
	}{{"类目", "the category", func(i int) string { return campaigns[i].Category }},
		{"目标", "the objective", func(i int) string { return campaigns[i].Objective }},
		{"预算档", "the third of budgets", func(i int) string { return budgets[i] }},
		{"季度", "the quarter", func(i int) string { return quarter(campaigns[i].Day) }}} {
		counts, total := countSources(works, metric, kind.of)
		for _, name := range slices.Sorted(maps.Keys(counts)) {
			n := counts[name]
			both := n[0] + n[1]
			if name != "" && both >= separateLeast && both >= separateShare*total && min(n[0], n[1]) <= maxSeparate*both {
				list = append(list, warningOf(Separated, kind.zh, name, kind.en))
			}
		}
	}
	return list
}

// countSources counts the works whose metric is known, by a name of their campaigns and by source, and all of them.
func countSources(works []Work, metric Metric, nameOf func(campaign int) string) (counts map[string]*[2]float64, total float64) {
	counts = map[string]*[2]float64{}
	for i := range works {
		if _, _, ok := metric.of(&works[i]); !ok {
			continue
		}
		name := nameOf(works[i].Campaign)
		if counts[name] == nil {
			counts[name] = new([2]float64)
		}
		counts[name][sourceIndex(works[i].Recommended)]++
		total++
	}
	return counts, total
}

// budgetThirds names the third of all budgets that each campaign's is in; empty if unknown.
func budgetThirds(campaigns []Campaign) []string {
	var known []float64
	for _, c := range campaigns {
		if c.Budget > 0 {
			known = append(known, c.Budget)
		}
	}
	slices.Sort(known)
	names := make([]string, len(campaigns))
	for i, c := range campaigns {
		if c.Budget > 0 {
			at, _ := slices.BinarySearchFunc(known, c.Budget, cmp.Compare[float64])
			names[i] = [...]string{"low", "middle", "high"}[min(2, 3*at/len(known))]
		}
	}
	return names
}

// quarter names a day's quarter of a year.
func quarter(day float64) string {
	if math.IsNaN(day) {
		return ""
	}
	return fmt.Sprintf("%.0f", 1970+math.Floor(day/365.25)) + fmt.Sprintf(" Q%d", 1+int(math.Mod(day, 365.25)/91.32))
}
