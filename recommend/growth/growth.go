// Package growth answers what is asked of followers to come: Creator.growthForecast and Query.risingCreators. It reads the
// model that the last analysis learned (model.go) and creators' histories; the model is package insight/growth's.
package growth

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/compile"
	"github.com/creatorgraph/creatorgraph/graph/computed"
	"github.com/creatorgraph/creatorgraph/graph/facts"
	"github.com/creatorgraph/creatorgraph/insight/growth"
	"github.com/creatorgraph/creatorgraph/recommend"
)

// Bounds of what can be asked for.
const (
	maxDays     = 90
	maxFirst    = 100
	maxCreators = 100 // at once
)

// Of the creators expected to grow most in 30 days, so many times as many as are wanted, and at least poolLeast, are
// ordered by what is expected of them in the days asked for.
const (
	poolTimes = 5
	poolLeast = 200
)

// OfEach forecasts each of some creators' followers; of whom too little is known a warning says why.
func (g *Growth) OfEach(ctx context.Context, q computed.Request) (map[string]any, error) {
	days, err := q.Arguments.Count("days", 1, maxDays)
	if err != nil {
		return nil, err
	}
	if err := q.AtMost(maxCreators, "creators"); err != nil {
		return nil, err
	}
	model, _, err := g.Now(ctx)
	if err != nil {
		return nil, err
	}
	values := map[string]any{}
	lacks := func(key, why string) { computed.Warn(ctx, "creator "+key+" has no forecast: "+why) }
	all, err := g.forecasts(ctx, model, q.Keys, days, lacks)
	for key, one := range all {
		values[key] = row(one)
	}
	return values, err
}

// forecasts gives those of some creators, by key; lacks is told of whom there is none, and why.
func (g *Growth) forecasts(
	ctx context.Context, model *growth.Model, keys []string, days int, lacks func(key, why string),
) (map[string]*growth.Forecast, error) {
	known, err := facts.FollowersOf(ctx, g.store, keys)
	if err != nil {
		return nil, err
	}
	all := map[string]*growth.Forecast{}
	for _, one := range known {
		h := growth.History{Key: one.Key, Days: one.Days, Followers: one.Counts, Joined: growth.Unknown}
		if one.Dated {
			h.Joined = int32(one.Joined)
		}
		ahead, why := model.Forecast(h, days)
		if ahead == nil {
			lacks(one.Key, why)
			continue
		}
		all[one.Key] = ahead
	}
	return all, nil
}

// Rising gives the creators who are expected to gain most, relative to what they have.
func (g *Growth) Rising(ctx context.Context, q computed.Request) ([]any, error) {
	days, err := q.Arguments.Count("days", 1, maxDays)
	if err != nil {
		return nil, err
	}
	first, err := q.Arguments.Count("first", 0, maxFirst)
	if err != nil {
		return nil, err
	}
	model, place, err := g.Now(ctx)
	if err != nil {
		return nil, err
	}
	if days > model.Longest {
		return nil, graph.Errorf(graph.Invalid, "ask for fewer days, or import longer histories of followers and analyse again",
			"%d days: histories teach to forecast no more than %d", days, model.Longest)
	}
	keys, err := g.pool(ctx, q, place, max(poolTimes*first, poolLeast))
	if err != nil {
		return nil, err
	}
	all, err := g.forecasts(ctx, model, keys, days, func(string, string) {}) // new since the analysis
	if err != nil {
		return nil, err
	}
	keys = slices.DeleteFunc(keys, func(key string) bool { return all[key] == nil })
	slices.SortFunc(keys, func(a, b string) int { return cmp.Or(cmp.Compare(all[b].Mean, all[a].Mean), cmp.Compare(a, b)) })
	rows := []any{}
	for _, key := range keys[:min(len(keys), first)] {
		one := computed.Row{"creator": key, "forecast": row(all[key])}
		if q.Selects("reasons") {
			one["reasons"] = recommend.ReasonRows(all[key].Reasons())
		}
		rows = append(rows, one)
	}
	return rows, nil
}

// pool gives the creators who pass the filter and are expected to gain most in 30 days.
func (g *Growth) pool(ctx context.Context, q computed.Request, place string, size int) ([]string, error) {
	filter, filtered := q.Filters["filter"]
	if !filtered {
		filter = compile.AllNodes("Creator")
	}
	params := map[string]any{"limit": int64(size), "today": graph.DayOf(g.today())}
	maps.Copy(params, q.Params)
	rows, err := g.store.Read(ctx, graph.Statement{Text: filter.Highest(place), Params: params})
	if err != nil {
		return nil, err
	}
	keys := make([]string, len(rows))
	for i, found := range rows {
		keys[i], _ = found["key"].(string)
	}
	return keys, nil
}
