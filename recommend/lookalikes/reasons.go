package lookalikes

import (
	"context"
	"slices"

	"github.com/creatorgraph/creatorgraph/graph/facts"
	"github.com/creatorgraph/creatorgraph/insight"
	"github.com/creatorgraph/creatorgraph/insight/lookalike"
)

// maxSeedsNamed is how many seeds of each cluster reasons look at.
const maxSeedsNamed = 50

// scores are what a page's rows score, as the database compared them, times the query's length.
func (q *question) scores(page []shown) []float64 {
	lengths := make([]float64, len(q.search.queries))
	for i, query := range q.search.queries {
		lengths[i] = lookalike.Length(query)
	}
	scores := make([]float64, len(page))
	for i, one := range page {
		scores[i], _ = lookalike.DisplayScore([]float64{one.Similarity * lengths[one.cluster]})
	}
	return scores
}

// reasons gives score and reasons of a page's rows.
func (q *question) reasons(ctx context.Context, page []shown) (scores []float64, all [][]insight.Reason, err error) {
	clusters, found, err := q.profiles(ctx, page)
	if err != nil {
		return nil, nil, err
	}
	for _, one := range page {
		products := q.vectors.model.Products(q.search.queries[one.cluster], one.Vector)
		score, reasons := q.vectors.model.Reasons(products, q.search.scales, clusters[one.cluster], found[one.Key])
		scores, all = append(scores, score), append(all, reasons)
	}
	return scores, all, nil
}

// profiles reads what is known of a page's rows and of the seeds, each cluster's together.
func (q *question) profiles(
	ctx context.Context, page []shown,
) (clusters []lookalike.Profile, found map[string]lookalike.Profile, err error) {
	var keys []string
	for _, one := range page {
		keys = append(keys, one.Key)
	}
	seeds := make([][]string, len(q.search.queries))
	for i := range seeds {
		for _, n := range q.search.clusters[i].Seeds {
			seeds[i] = append(seeds[i], q.vectors.of[n])
		}
		seeds[i] = seeds[i][:min(len(seeds[i]), maxSeedsNamed)]
		keys = append(keys, seeds[i]...)
	}
	found, err = facts.ReadProfiles(ctx, q.store, q.label, keys, slices.Concat(seeds...), q.today())
	if err != nil {
		return nil, nil, err
	}
	for _, of := range seeds {
		all := make([]lookalike.Profile, len(of))
		for i, key := range of {
			all[i] = found[key]
		}
		clusters = append(clusters, lookalike.MergeProfiles(all))
	}
	return clusters, found, nil
}
