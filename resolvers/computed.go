package resolvers

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"github.com/creatorgraph/creatorgraph/graph/compile"
	"github.com/creatorgraph/creatorgraph/graph/computed"
	"github.com/creatorgraph/creatorgraph/graph/explore"
	"github.com/creatorgraph/creatorgraph/graph/resolve"
	"github.com/creatorgraph/creatorgraph/recommend/competitors"
	"github.com/creatorgraph/creatorgraph/recommend/growth"
	"github.com/creatorgraph/creatorgraph/recommend/match"
	"github.com/creatorgraph/creatorgraph/recommend/models"
	"github.com/creatorgraph/creatorgraph/recommend/offer"
	"github.com/creatorgraph/creatorgraph/recommend/partners"
)

// newComputations gives the computed fields outside mutations and subscriptions, by their coordinates.
func (r *Resolver) newComputations() map[string]computed.Computation {
	explorer := explore.Explorer{Graph: r.store, Entities: r.entities(), Today: r.today}
	growing := growth.New(r.store, r.today)
	return map[string]computed.Computation{
		"Agency.lookalikes":                r.lookalikes.OfEach("Agency"),
		"Agency.partners":                  partners.Partners{Store: r.store, Now: r.now}.OfEach,
		"Brand.competitors":                competitors.Competitors{Store: r.store, Now: r.now}.OfEach,
		"Brand.lookalikes":                 r.lookalikes.OfEach("Brand"),
		"Campaign.recommendedCreators":     r.Matches.RecommendedCreators,
		"CampaignEvaluation.comparison":    r.evaluations.Comparisons,
		"CampaignEvaluation.warnings":      r.evaluations.Warnings,
		"Content.forecast":                 r.contents.OfEach,
		"Creator.audienceResponse":         r.Matches.AudienceResponses,
		"Creator.growthForecast":           growing.OfEach,
		"Creator.lookalikes":               r.lookalikes.OfEach("Creator"),
		"Creator.recommendedCollaborators": r.Collaborators.OfEach,
		"CreatorList.totals":               r.listTotals,
		"Query.audienceOverlap":            computed.AtRoot(r.overlap.OfCreators),
		"Query.collaborationNetwork":       computed.AtRoot(explorer.CollaborationNetwork),
		"Query.comparePlans":               computed.AtRoot(r.Matches.ComparePlans),
		"Query.cypher":                     computed.AtRoot(r.cypher),
		"Query.inCommon":                   computed.AtRoot(explorer.InCommon),
		"Query.lookalikes":                 computed.AtRoot(r.lookalikes.OfSeeds),
		"Query.matchCreators":              computed.AtRoot(r.Matches.MatchCreators),
		"Query.models":                     computed.AtRoot(models.New(r.store, r.Matches, r.now).All),
		"Query.neighborhood":               computed.AtRoot(explorer.Neighborhood),
		"Query.offerCurve":                 computed.AtRoot(offer.New(r.store, r.Matches, match.Brief, r.now).Curve),
		"Query.paths":                      computed.AtRoot(explorer.Paths),
		"Query.planCampaign":               computed.AtRoot(r.Matches.PlanCampaign),
		"Query.resolveCreators":            computed.AtRoot(resolve.Resolver{Graph: r.store}.Creators),
		"Query.risingCreators":             computed.AtRoot(growing.Rising),
		"Query.runSavedQuery":              computed.AtRoot(r.runSavedQuery),
		"Query.savedQueries":               computed.AtRoot(r.savedQueries),
		"Query.sdl":                        r.sdl,
		"Query.whyNot":                     computed.AtRoot(r.Matches.WhyNot),
		"Subscription.contentAdvice":       computed.AtRoot(advised),
	}
}

// sdl answers Query.sdl.
func (r *Resolver) sdl(context.Context, computed.Request) (map[string]any, error) {
	return map[string]any{"": r.SDL()}, nil
}

// entities are the types of all that can stand in a subgraph.
func (r *Resolver) entities() []string {
	var names []string
	for _, t := range r.compiler.Mapping().Types["Entity"].Possible {
		names = append(names, t.Name)
	}
	return names
}

// compute answers a computed field and lays its rows out to be written.
func (r *Resolver) compute(
	ctx context.Context, split compile.Split, boundPlan *compile.BoundPlan, keys map[string]bool, found map[string][]any,
) error {
	call := split.Call
	work := r.computations[call.Coordinate]
	if work == nil {
		return fmt.Errorf("%s is computed by nothing", call.Coordinate)
	}
	sorted := slices.Sorted(maps.Keys(keys))
	values, err := work(computed.WithField(ctx, call.Path), computed.Request{Keys: sorted, Arguments: boundPlan.Arguments[call],
		Filters: call.Filters, Params: boundPlan.ParamsOf(split.Separate), Shape: call.Shape, Inner: boundPlan.Inner[call]})
	if err != nil {
		return computed.At(call.Path, err)
	}
	for _, key := range sorted {
		found[key] = nil
		if value := values[key]; value != nil {
			found[key] = []any{call.Shape.ToColumns(value)}
		}
	}
	return nil
}
