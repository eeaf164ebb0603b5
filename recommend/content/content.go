// Package content answers what is asked of contents' views to come: Content.forecast, and which contents of a campaign call for
// a change of spending. It reads the model that the last analysis learned and contents' counts; the model is package
// insight/content's.
package content

import (
	"context"
	"fmt"
	"math"
	"time"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/compile"
	"github.com/creatorgraph/creatorgraph/graph/computed"
	"github.com/creatorgraph/creatorgraph/graph/facts"
	"github.com/creatorgraph/creatorgraph/insight/content"
	"github.com/creatorgraph/creatorgraph/recommend/learned"
)

// Bounds of what can be asked for.
const (
	maxHours    = 720
	maxContents = 200 // at once
	// adviceHours is the horizon of the advice that subscriptions send.
	adviceHours = 168
	// level is the probability of intervals.
	level = 0.8
)

// Contents forecasts by the model of the last analysis. It may be used by several goroutines at once.
type Contents struct {
	*learned.Model[*content.Model]
	store *graph.Store
	now   func() time.Time
}

// New makes one that has read nothing yet; counts after now do not count.
func New(store *graph.Store, now func() time.Time) *Contents {
	return &Contents{Model: learned.Under(store, "content", content.ReadRecord), store: store, now: now}
}

// OfEach forecasts each of some contents.
func (c *Contents) OfEach(ctx context.Context, q computed.Request) (map[string]any, error) {
	hours, err := q.Arguments.Count("hours", 1, maxHours)
	if err != nil {
		return nil, err
	}
	if err := q.AtMost(maxContents, "contents"); err != nil {
		return nil, err
	}
	model, _, err := c.Now(ctx)
	if err != nil {
		return nil, err
	}
	if float64(hours) > model.Longest {
		computed.Warn(ctx, fmt.Sprintf("nothing is forecast to %d hours: counts of contents teach to forecast no more than %.0f", hours, model.Longest))
		return map[string]any{}, nil
	}
	all, err := facts.WatchedOf(ctx, c.store, q.Keys)
	if err != nil {
		return nil, err
	}
	values := map[string]any{}
	for key, w := range all {
		f := model.Forecast(&w.Creator, &w.Content, float64(hours), c.now().Unix())
		one := row(f)
		for _, in := range q.Inner {
			if err := boostValue(one, f, w, model, in); err != nil {
				return nil, err
			}
		}
		values[key] = one
	}
	return values, nil
}

func row(f *content.Forecast) computed.Row {
	low, high := f.Interval(level)
	one := computed.Row{"hours": int64(f.Hours), "views": f.Views(), "low": low, "high": high, "advice": string(f.Advice()),
		"reason": f.Why(), "age": f.Age, "counted": f.Now, "remaining": f.Remaining()}
	if hit := f.Hit(); !math.IsNaN(hit) {
		one["probabilityHit"] = hit
	}
	return one
}

// boostValue adds what one sum of money is worth.
func boostValue(to computed.Row, f *content.Forecast, w *facts.Watched, m *content.Model, in compile.Inner) error {
	if in.Name != "boostValue" {
		return nil
	}
	money, err := compile.Long(in.Arguments["money"])
	if err != nil || money < 0 {
		return &compile.Error{Path: in.Path, What: fmt.Sprintf("money of %v", in.Arguments["money"]), Remedy: "give 0 or more, in minor units"}
	}
	price := w.CPM
	if price == 0 {
		price = m.CPM
	}
	if price > 0 {
		to[in.Column] = f.BoostValue(float64(money), price)
	}
	return nil
}

// Advised is what is advised of one content of a campaign.
type Advised struct {
	Content string
	Advice  content.Advice
}

// Calls gives, by key, the contents of a campaign that call for a change of spending, each with what is advised.
func (c *Contents) Calls(ctx context.Context, contents []string) ([]Advised, error) {
	model, _, err := c.Now(ctx)
	if err != nil {
		return nil, err
	}
	all, err := facts.WatchedOf(ctx, c.store, contents)
	if err != nil {
		return nil, err
	}
	var calls []Advised
	for _, key := range contents {
		w := all[key]
		if w == nil {
			continue
		}
		f := model.Forecast(&w.Creator, &w.Content, min(adviceHours, model.Longest), c.now().Unix())
		if advice := f.Advice(); advice == content.Boost || advice == content.Stop {
			calls = append(calls, Advised{key, advice})
		}
	}
	return calls, nil
}
