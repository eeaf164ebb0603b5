package match

import (
	"context"
	"maps"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/column"
	"github.com/creatorgraph/creatorgraph/graph/compile"
	"github.com/creatorgraph/creatorgraph/graph/computed"
	"github.com/creatorgraph/creatorgraph/insight/match"
)

const (
	// maxCampaigns is of how many campaigns creators are recommended at once.
	maxCampaigns = 20
	// maxResponses is of how many creators' audiences responses are told at once.
	maxResponses = 1_000
	// maxPassing bounds the creators who pass a filter of recommended ones.
	maxPassing = 1_000_000
)

// MatchCreators answers Query.matchCreators.
func (h *Held) MatchCreators(ctx context.Context, q computed.Request) ([]any, error) {
	first, err := q.Arguments.Count("first", 0, Most)
	if err != nil {
		return nil, err
	}
	return h.Matches(ctx, q.Arguments["brief"], first, q.Selects("reasons"))
}

// AudienceResponses answers Creator.audienceResponse.
func (h *Held) AudienceResponses(ctx context.Context, q computed.Request) (map[string]any, error) {
	if err := q.AtMost(maxResponses, "creators"); err != nil {
		return nil, err
	}
	values := map[string]any{}
	return values, h.With(ctx, func(m *match.Model) error {
		for _, key := range q.Keys {
			if times, known := m.Response(key); known {
				values[key] = times
			}
		}
		return nil
	})
}

// WhyNot answers Query.whyNot.
func (h *Held) WhyNot(ctx context.Context, q computed.Request) (Row, error) {
	creator, err := q.Arguments.Ref("creator", "Creator")
	if err != nil {
		return nil, err
	}
	return h.Refusal(ctx, q.Arguments["brief"], creator.Key)
}

// RecommendedCreators answers Campaign.recommendedCreators.
func (h *Held) RecommendedCreators(ctx context.Context, q computed.Request) (map[string]any, error) {
	first, err := q.Arguments.Count("first", 0, Most)
	if err != nil {
		return nil, err
	}
	if err := q.AtMost(maxCampaigns, "campaigns"); err != nil {
		return nil, err
	}
	var among []string
	if filter := q.Filters["filter"]; filter.Asks() {
		params := maps.Clone(q.Params)
		if params == nil {
			params = map[string]any{}
		}
		maps.Copy(params, map[string]any{"most": maxPassing, "today": graph.Day(h.now().UTC())})
		rows, err := h.store.Read(ctx, graph.Statement{Text: filter.Passing(), Params: params})
		if err != nil {
			return nil, err
		}
		among = make([]string, len(rows))
		for i, found := range rows {
			among[i] = column.Text(found["key"])
		}
	}
	return h.Recommended(ctx, q.Keys, first, among, q.Selects("reasons"))
}

// PlanCampaign answers Query.planCampaign.
func (h *Held) PlanCampaign(ctx context.Context, q computed.Request) (Row, error) {
	most, err := q.Arguments.Count("maxCreators", 1, MaxPicks)
	if err != nil {
		return nil, err
	}
	effort, err := q.Arguments.Count("effort", 5, MaxEffort)
	if err != nil {
		return nil, err
	}
	budget, err := compile.Long(q.Arguments["budget"])
	if err != nil {
		return nil, q.Arguments.Wrong("budget", err.Error(), "give minor units")
	}
	return h.Plan(ctx, PlanParams{Brief: q.Arguments["brief"], Budget: budget, Most: most, Constraints: q.Arguments["constraints"],
		Goal: q.Arguments.Text("goal"), Risk: q.Arguments.Text("risk"), Effort: effort}, q.Selects, q.Inner)
}

// ComparePlans answers Query.comparePlans.
func (h *Held) ComparePlans(ctx context.Context, q computed.Request) ([]any, error) {
	return h.Compare(ctx, q.Arguments["brief"], column.List(q.Arguments["plans"]), q.Selects, q.Inner)
}
