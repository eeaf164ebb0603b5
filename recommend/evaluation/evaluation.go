// Package evaluation answers CampaignEvaluation.comparison and its warnings: it reads campaigns comparable with one; the
// comparison is package insight/evaluation's.
package evaluation

import (
	"context"
	"math"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/computed"
	"github.com/creatorgraph/creatorgraph/graph/facts"
	"github.com/creatorgraph/creatorgraph/insight/evaluation"
)

// maxCampaigns is how many can be asked of at once.
const maxCampaigns = 20

// Evaluations compares sources in one graph.
type Evaluations struct{ Store *graph.Store }

// Comparisons compares recommended with self-picked creators around each of some campaigns; the field's value is null where one
// source has no results.
func (e Evaluations) Comparisons(ctx context.Context, q computed.Request) (map[string]any, error) {
	metric := evaluation.Metric(q.Arguments.Text("metric"))
	values := map[string]any{}
	err := e.each(ctx, q, metric, func(key string, c *evaluation.Comparison, _ []evaluation.Warning) {
		if c != nil {
			values[key] = row(c)
		}
	})
	return values, err
}

// Warnings says, of each of some campaigns, what makes the comparison by CPM unfair or uncertain.
func (e Evaluations) Warnings(ctx context.Context, q computed.Request) (map[string]any, error) {
	values := map[string]any{}
	err := e.each(ctx, q, evaluation.CPM, func(key string, _ *evaluation.Comparison, warnings []evaluation.Warning) {
		texts := make([]any, len(warnings))
		for i, w := range warnings {
			texts[i] = w.Text
		}
		values[key] = texts
	})
	return values, err
}

func (e Evaluations) each(
	ctx context.Context, q computed.Request, metric evaluation.Metric, take func(string, *evaluation.Comparison, []evaluation.Warning),
) error {
	if err := q.AtMost(maxCampaigns, "campaigns"); err != nil {
		return err
	}
	all, err := facts.ComparableOf(ctx, e.Store, q.Keys)
	if err != nil {
		return err
	}
	for key, one := range all {
		c, warnings := evaluation.Compare(one.Campaigns, one.Works, metric)
		take(key, c, warnings)
	}
	return nil
}

func row(c *evaluation.Comparison) computed.Row {
	one := computed.Row{"metric": string(c.Metric), "raw": effect(&c.Raw), "effectiveSize": c.EffectiveSize}
	if c.ByBrief != nil {
		one["byBrief"] = effect(c.ByBrief)
	}
	if c.LikeForLike != nil {
		one["likeForLike"] = effect(c.LikeForLike)
	}
	return one
}

// highest stands for an upper end that nothing bounds, since JSON has no infinity.
const highest = 1e9

func effect(e *evaluation.Effect) computed.Row {
	return computed.Row{"ratio": bounded(e.Ratio), "low": bounded(e.Low), "high": bounded(e.High)}
}

func bounded(x float64) float64 {
	if math.IsNaN(x) || x > highest {
		return highest
	}
	return x
}
