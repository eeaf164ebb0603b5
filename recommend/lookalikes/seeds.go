package lookalikes

import (
	"context"
	"slices"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/compile"
	"github.com/creatorgraph/creatorgraph/graph/computed"
	"github.com/creatorgraph/creatorgraph/graph/facts"
	"github.com/creatorgraph/creatorgraph/insight"
	"github.com/creatorgraph/creatorgraph/insight/lookalike"
)

// seedVectors are the vectors of a question's seeds.
type seedVectors struct {
	run     int64
	slot    int
	model   *lookalike.Model
	keys    []string    // the seeds themselves and, of campaigns, their creators
	vectors [][]float32 // of those of whom something is known
	of      []string    // the key of each of these
}

// searchQuery is what is searched with: a query for each cluster.
type searchQuery struct {
	scales   lookalike.Scales
	clusters []lookalike.Cluster
	queries  [][]float32
}

// loadSeeds reads the vectors of the seeds.
func (q *question) loadSeeds(ctx context.Context) error {
	entities := make([]insight.Entity, len(q.seeds))
	for i, ref := range q.seeds {
		entities[i] = insight.Entity{Type: ref.Type, Key: ref.Key}
	}
	cached := q.cache.of(q.seeds)
	read, err := facts.ReadSeeds(ctx, q.store, entities, cached.versions())
	if err != nil {
		return err
	}
	for i, ref := range q.seeds {
		if read.Of[i] == nil {
			return q.blame(i, computed.NotFound("seeds", ref))
		}
	}
	if !read.Analyzed {
		return q.unanalyzed(ctx)
	}
	q.vectors.run, q.vectors.slot = read.Run, read.Slot
	for i, ref := range q.seeds {
		if !q.addSeed(read.Of[i], cached) {
			isChanging := slices.ContainsFunc(read.Of[i].Vectors, func(v facts.SeedVector) bool { return v.Changed > 0 })
			return q.blame(i, withoutVector(ref, isChanging))
		}
	}
	q.vectors.model, err = q.models.Of(read.Run, func() (*lookalike.Model, int64, error) { return q.readModel(ctx) })
	return err
}

// addSeed adds the vectors of a seed; false where it has none.
func (q *question) addSeed(seed *facts.SeedMember, cached cachedSeeds) bool {
	before := len(q.vectors.vectors)
	for _, v := range seed.Vectors {
		one := cached[v.Key]
		if !v.IsKnown {
			one = cachedSeed{facts.SeedVersion{Run: q.vectors.run, Changed: v.Changed}, v.Vector}
			q.cache.add(compile.Ref{Type: q.label, Key: v.Key}, one)
		}
		if one.vector != nil {
			q.vectors.vectors, q.vectors.of = append(q.vectors.vectors, one.vector), append(q.vectors.of, v.Key)
		}
	}
	q.vectors.keys = append(q.vectors.keys, seed.Keys...)
	return len(q.vectors.vectors) > before
}

// lacks says what nothing is known of a seed of a type for.
var lacks = map[string]string{
	"Creator":  "followers, prices, categories, audience, contents, region, language or campaigns shared with others; import some of these",
	"Agency":   "creators under contract on the day of the last analysis of whom something was known",
	"Brand":    "campaigns with creators of whom something was known, categories or target segments at the last analysis",
	"Campaign": "creators of whom something is known",
}

// withoutVector is the error of a seed without a vector.
func withoutVector(ref compile.Ref, isChanging bool) error {
	if isChanging {
		return graph.Errorf(graph.Unavailable, "ask again in a few seconds",
			"the %s %q has just changed and is not yet placed among those like it", ref.Type, ref.Key)
	}
	return graph.Errorf(graph.Invalid, "leave it out, or see to it and run creatorgraph analyze",
		"nothing is like the %s %q: it has no %s", ref.Type, ref.Key, lacks[ref.Type])
}

// blame says which seed an error is about; of Creator.lookalikes and its like it is the object itself.
func (q *question) blame(i int, err error) error {
	if q.Arguments["seeds"] == nil {
		return err
	}
	return &computed.PathError{Path: ast.Path{ast.PathName("seeds"), ast.PathIndex(i)}, Err: err}
}

// makeQueries makes a query for each cluster of the seeds.
func (q *question) makeQueries() error {
	m := q.vectors.model
	q.search.scales = m.Scales(q.weights, q.vectors.vectors...)
	var clusters []lookalike.Cluster
	for _, cluster := range m.Clusters(q.vectors.vectors, q.search.scales) {
		rows := make([][]float32, len(cluster.Seeds))
		for i, n := range cluster.Seeds {
			rows[i] = q.vectors.vectors[n]
		}
		query := m.Query(rows, q.search.scales)
		if m.HasSeedTerms(query) {
			q.search.queries, clusters = append(q.search.queries, query), append(clusters, cluster)
		}
	}
	if len(q.search.queries) == 0 {
		return q.Arguments.Wrong("weights", "nothing is known of the seeds in what the weights count", "weigh something else, too")
	}
	q.search.clusters = clusters
	return nil
}

// unanalyzed is the error of a graph without vectors, or one in which they are just being made.
func (q *question) unanalyzed(ctx context.Context) error {
	indexes, err := facts.ReadLikenessIndexes(ctx, q.store)
	if err != nil {
		return err
	}
	for _, is := range indexes {
		if is.State == "POPULATING" {
			return stillPopulating(is)
		}
	}
	return graph.Errorf(graph.Conflict, "run creatorgraph analyze, or serve with --analyze-every",
		"nothing is known yet of who is like whom: this graph has not been analysed")
}

// explained is the error of a search; where the index is not complete it says so.
func (q *question) explained(ctx context.Context, err error) error {
	if graph.KindOf(err) != graph.Internal || ctx.Err() != nil {
		return err
	}
	indexes, broken := facts.ReadLikenessIndexes(ctx, q.store)
	if broken != nil {
		return err
	}
	switch is := indexes[q.vectors.slot]; is.State {
	case "POPULATING":
		return stillPopulating(is)
	case "", "FAILED":
		return graph.Errorf(graph.Unavailable, "ask again; if it stays so, run creatorgraph analyze --full",
			"the index of likeness is not there: %w", err)
	}
	return err
}

func stillPopulating(is facts.LikenessIndex) error {
	return graph.Errorf(graph.Unavailable, "ask again when it is complete",
		"the index of likeness is still being made: %.0f %% is done", is.Percent)
}
