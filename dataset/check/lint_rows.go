package check

import (
	"fmt"
	"time"

	"github.com/creatorgraph/creatorgraph/dataset"
)

// counts warns of more clicks than impressions, and the like.
func (t *TableLinter) counts() {
	t.rowChecks = append(t.rowChecks, t.atMost("clicks", "impressions"), t.atMost("engagements", "impressions"),
		t.atMost("conversions", "clicks"))
}

func (t *TableLinter) atMost(less, more string) func(dataset.Row) {
	a, b := t.index(less), t.index(more)
	return func(row dataset.Row) {
		n, known := row.Values[a].(int64)
		m, both := row.Values[b].(int64)
		if known && both && n > m {
			t.report(row, less, InconsistentCounts, fmt.Sprint(n), fmt.Sprintf("there are more than %s, %d", more, m))
		}
	}
}

// metrics warns of cumulative counts that decrease, where the rows of a content are sorted by time.
func (t *TableLinter) metrics() {
	var before dataset.Row
	t.rowChecks = append(t.rowChecks, t.atMost("likes", "views"), func(row dataset.Row) {
		if before.Values != nil && before.Values[0] == row.Values[0] && later(row.Values[1], before.Values[1]) {
			for i, c := range t.file.Table.Columns {
				was, known := before.Values[i].(int64)
				if is, both := row.Values[i].(int64); known && both && is < was {
					t.report(row, c.Name, DecreasingCount, fmt.Sprint(is), fmt.Sprintf(
						"%s has %d for an earlier moment, and what is counted in all does not fall",
						before.Position(t.file).Beside(row.Position(t.file)), was))
				}
			}
		}
		before = row
	})
}

// minRetention is the lowest plausible share of followers kept from one row to the next.
const minRetention = 0.1

// history warns of losing nearly all followers from one known day to the next.
func (t *TableLinter) history() {
	type point struct {
		day       time.Time
		followers int64
		place     dataset.Position
	}
	last := map[string]point{}
	t.rowChecks = append(t.rowChecks, func(row dataset.Row) {
		creator := asText(row.Values[0])
		day, _ := row.Values[1].(time.Time)   // required
		followers, _ := row.Values[2].(int64) // required
		was, known := last[creator]
		if known && day.Before(was.day) {
			return
		}
		if known && float64(followers) <= minRetention*float64(was.followers) && was.followers > 0 {
			t.report(row, "followers", DecreasingCount, fmt.Sprint(followers), fmt.Sprintf(
				"%s has %d for %s: nine in ten are gone", was.place.Beside(row.Position(t.file)), was.followers, was.day.Format(time.DateOnly)))
		}
		last[creator] = point{day, followers, row.Position(t.file)}
	})
}

// The bounds of the sum of shares in one dimension; the rest belongs to segments that are not listed.
const minShareSum, maxShareSum = 0.9, 1.02

// shares warns of shares of one dimension that do not add up to about 1. Interests are exempt, since one person has
// several.
func (t *TableLinter) shares() {
	type part struct{ creator, dimension string }
	type sum struct {
		share float64
		row   dataset.Row // the last
	}
	sums := map[part]*sum{}
	var order []part
	t.rowChecks = append(t.rowChecks, func(row dataset.Row) {
		dimension := t.dimensions[asText(row.Values[1])]
		if dimension == "" || dimension == "INTEREST" {
			return
		}
		p := part{asText(row.Values[0]), dimension}
		if sums[p] == nil {
			sums[p] = &sum{}
			order = append(order, p)
		}
		share, _ := row.Values[2].(float64) // required
		sums[p].share += share
		sums[p].row = row
	})
	t.endChecks = append(t.endChecks, func() {
		for _, p := range order {
			if s := sums[p]; s.share < minShareSum || s.share > maxShareSum {
				t.report(s.row, "share", ShareSum, fmt.Sprintf("%.3f", s.share), fmt.Sprintf(
					"the shares of %s by %s add up to %.3f, not to 1", p.creator, p.dimension, s.share))
			}
		}
	})
}

func later(a, b any) bool {
	at, _ := a.(time.Time)
	than, _ := b.(time.Time)
	return at.After(than)
}
