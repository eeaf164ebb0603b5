package facts

import (
	"context"
	"math"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/column"
	"github.com/creatorgraph/creatorgraph/graph/statements"
	"github.com/creatorgraph/creatorgraph/insight/evaluation"
)

// Comparable is a campaign with those that are comparable with it, and all that came of them.
type Comparable struct {
	Campaigns []evaluation.Campaign
	Works     []evaluation.Work
}

// ComparableOf reads those of some campaigns, by key; of campaigns that do not exist there are none.
func ComparableOf(ctx context.Context, store *graph.Store, keys []string) (map[string]Comparable, error) {
	rows, err := store.Read(ctx, graph.Statement{Text: statements.Text("campaign/comparable"), Params: map[string]any{"keys": keys}})
	if err != nil {
		return nil, err
	}
	all := make(map[string]Comparable, len(rows))
	for _, row := range rows {
		var c Comparable
		for _, one := range column.List(row["campaigns"]) {
			if cells := column.List(one); len(cells) == 7 {
				c.add(cells)
			}
		}
		all[column.Text(row["key"])] = c
	}
	return all, nil
}

// add reads a campaign as the statement gives it.
func (c *Comparable) add(cells []any) {
	one := evaluation.Campaign{Brand: column.Text(cells[1]), Category: column.Text(cells[2]), Objective: column.Text(cells[3]),
		Budget: float64(column.Long(cells[4])), Day: orNaN(cells[5])}
	for _, work := range column.List(cells[6]) {
		w := column.List(work)
		if len(w) != 9 {
			continue
		}
		c.Works = append(c.Works, evaluation.Work{Campaign: len(c.Campaigns), Recommended: column.Text(w[0]) == "RECOMMENDED",
			Fee: orNaN(w[1]), Impressions: orNaN(w[2]), Engagements: orNaN(w[3]), Clicks: orNaN(w[4]), Conversions: orNaN(w[5]),
			GMV: orNaN(w[6]), Followers: float64(column.Long(w[7])), Price: float64(column.Long(w[8]))})
	}
	c.Campaigns = append(c.Campaigns, one)
}

func orNaN(value any) float64 {
	if n, known := value.(int64); known {
		return float64(n)
	}
	return math.NaN()
}
