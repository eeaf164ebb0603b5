package reference_test

import (
	"cmp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/creatorgraph/creatorgraph/internal/reference"
)

// periods are asked of every performance; the data sets' campaigns begin before, within and after them.
func periods() map[string]reference.Period {
	day := func(text string) time.Time {
		parsed, _ := time.Parse(time.DateOnly, text)
		return parsed
	}
	return map[string]reference.Period{"all": {}, "from": {From: day("2026-06-14")}, "to": {To: day("2026-06-20")},
		"between": {From: day("2026-06-12"), To: day("2026-07-01")}}
}

// performances asks for a performance over each period, under the period's name.
func performances() string {
	var fields []string
	for name, p := range periods() {
		var arguments []string
		for argument, day := range map[string]time.Time{"from": p.From, "to": p.To} {
			if !day.IsZero() {
				arguments = append(arguments, argument+`: "`+day.Format(time.DateOnly)+`"`)
			}
		}
		field := name + ": performance"
		if len(arguments) > 0 {
			slices.Sort(arguments)
			field += "(" + strings.Join(arguments, ", ") + ")"
		}
		fields = append(fields, field+" { "+reference.PerformanceFields+" }")
	}
	slices.Sort(fields)
	return strings.Join(fields, " ")
}

func comparePerformances(t *testing.T, what string, got reference.Row, want func(reference.Period) reference.Row) {
	t.Helper()

	for name, p := range periods() {
		same(t, what+": performance "+name, want(p), got[name])
	}
}

func sortBy(keys []string, weight func(string) int) {
	slices.SortFunc(keys, func(a, b string) int {
		return cmp.Or(cmp.Compare(weight(a), weight(b)), cmp.Compare(a, b))
	})
}

func edgeFields(end string) string {
	return "(first: 1000) { totalCount edges { campaigns fee last " + end + " { key } performance { " +
		reference.PerformanceFields + " } } }"
}

func rows[T any](of []T) []any {
	all := make([]any, len(of))
	for i, one := range of {
		all[i] = one
	}
	return all
}

func (s *sides) creators(t *testing.T) {
	keys := sample(s.market.Creators, func(c *reference.Creator) int { return len(c.Participations) })
	const then = "2026-06-30"
	day, _ := time.Parse(time.DateOnly, then)
	s.each(t, "Creator", `brands`+edgeFields("brand")+` now: agency { key } then: agency(at: "`+then+`") { key } `+performances(),
		keys, func(t *testing.T, key string, got reference.Row) {
			creator := s.market.Creators[key]
			want := creator.Brands()
			same(t, key+": brands", reference.Row{"totalCount": float64(len(want)), "edges": rows(want)}, got["brands"])
			comparePerformances(t, key, got, creator.Performance)
			for name, at := range map[string]time.Time{"now": today(), "then": day} {
				var agency any
				if a := creator.Agency(at); a != nil {
					agency = reference.Row{"key": a.Key}
				}
				same(t, key+": agency "+name, agency, got[name])
			}
		})
}

func (s *sides) brands(t *testing.T) {
	keys := sample(s.market.Brands, func(b *reference.Brand) int { return len(b.Campaigns) })
	s.each(t, "Brand", "creators"+edgeFields("creator")+" "+performances(), keys,
		func(t *testing.T, key string, got reference.Row) {
			brand := s.market.Brands[key]
			want := brand.Creators()
			same(t, key+": creators", reference.Row{"totalCount": float64(len(want)),
				"edges": rows(want[:min(1000, len(want))])}, got["creators"])
			comparePerformances(t, key, got, brand.Performance)
		})
}

func (s *sides) agencies(t *testing.T) {
	keys := sample(s.market.Agencies, func(a *reference.Agency) int { return len(a.Contracts) })
	s.each(t, "Agency", "brands(first: 1000) { totalCount nodes { key } } "+performances(), keys,
		func(t *testing.T, key string, got reference.Row) {
			agency := s.market.Agencies[key]
			nodes := []any{}
			for _, brand := range agency.Brands() {
				nodes = append(nodes, reference.Row{"key": brand})
			}
			same(t, key+": brands", reference.Row{"totalCount": float64(len(nodes)), "nodes": nodes}, got["brands"])
			comparePerformances(t, key, got, agency.Performance)
		})
}

func (s *sides) campaigns(t *testing.T) {
	keys := sample(s.market.Campaigns, func(c *reference.Campaign) int { return len(c.Participations) })
	const performance = "performance { " + reference.PerformanceFields + " }"
	s.each(t, "Campaign", performance+` evaluation { total { `+reference.PerformanceFields+` }
			benchmark { `+reference.PerformanceFields+` } acceptanceRate bySource { source `+performance+` }
			byCategory { category { key } `+performance+` } byAgency { agency { key } `+performance+` } }`,
		keys, func(t *testing.T, key string, got reference.Row) {
			campaign := s.market.Campaigns[key]
			same(t, key+": performance", reference.Performance(campaign.Participations), got["performance"])
			same(t, key+": evaluation", campaign.Evaluation(s.market, today()), got["evaluation"])
		})
}
