package resolvers

import (
	"context"
	"slices"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/compile"
	"github.com/creatorgraph/creatorgraph/graph/facts"
	"github.com/creatorgraph/creatorgraph/insight/lookalike"
)

// hiredRead is how many creators stand for campaigns that are seeds, shared out among these.
const hiredRead = 400

// seen is where the seeds of a question stand.
type seen struct {
	run     int64
	place   int
	model   *lookalike.Model
	keys    []string    // the seeds themselves and, of campaigns, their creators
	vectors [][]float32 // of those of whom something is known
	of      []string    // the key of each of these
}

// like is what is searched with: a query for each taste.
type like struct {
	scales lookalike.Scales
	tastes []lookalike.Taste
	asked  [][]float32
}

// readLikeness reads the newest model of lookalikes, and by which run it was learned.
func (r *Resolver) readLikeness(ctx context.Context) (*lookalike.Model, int64, error) {
	read, err := facts.ReadLikenessModel(ctx, r.store)
	if err != nil {
		return nil, 0, err
	}
	model, err := lookalike.Kept(read.Record)
	if err != nil {
		return nil, 0, graph.Errorf(graph.Conflict, "run creatorgraph analyze", "%w", err)
	}
	return model, read.Run, nil
}

// see finds out where the seeds stand.
func (l *likeness) see(ctx context.Context) error {
	of := map[string][]any{"Creator": {}, "Agency": {}, "Brand": {}, "Campaign": {}}
	for i, ref := range l.seeds {
		of[ref.Type] = append(of[ref.Type], []any{i, ref.Key})
	}
	before := l.r.stood.of(l.seeds)
	rows, err := l.r.store.Read(ctx, statement("lookalike/seeds", row{"creators": of["Creator"], "agencies": of["Agency"],
		"brands": of["Brand"], "campaigns": of["Campaign"], "most": hiredRead / max(len(of["Campaign"]), 1), "known": before.known()}))
	if err != nil {
		return err
	}
	answer := rows[0]
	there := make([][]any, len(l.seeds))
	for _, seed := range asList(answer["seeds"]) {
		columns := asList(seed)
		there[asLong(columns[0])] = columns
	}
	for i, ref := range l.seeds {
		if there[i] == nil {
			return l.blame(i, notFound("seeds", ref))
		}
	}
	run, analysed := answer["run"].(int64)
	if !analysed {
		return l.unanalysed(ctx)
	}
	l.seen.run = run
	if answer["place"] == facts.LikenessPlaces[1] {
		l.seen.place = 1
	}
	for i, ref := range l.seeds {
		known := len(l.seen.vectors)
		own, vectors, changed := asList(there[i][1]), asList(there[i][2]), asList(there[i][3])
		for n, vector := range vectors {
			stands := before[asText(own[n])]
			if vector != true {
				stands = standing{run, asLong(changed[n]), facts.Narrow(vector)}
				l.r.stood.keep(compile.Ref{Type: l.label, Key: asText(own[n])}, stands)
			}
			if stands.vector != nil {
				l.seen.vectors, l.seen.of = append(l.seen.vectors, stands.vector), append(l.seen.of, asText(own[n]))
			}
		}
		if len(l.seen.vectors) == known {
			return l.blame(i, unplaced(ref, slices.ContainsFunc(changed, func(at any) bool { return asLong(at) > 0 })))
		}
		for _, key := range own {
			l.seen.keys = append(l.seen.keys, asText(key))
		}
	}
	l.seen.model, err = l.r.likenesses.of(run, func() (*lookalike.Model, int64, error) {
		return l.r.readLikeness(ctx)
	})
	return err
}

// lacks says what nothing is known of a seed of a type for.
var lacks = map[string]string{
	"Creator":  "followers, prices, categories, audience, contents, region, language or campaigns shared with others; import some of these",
	"Agency":   "creators under contract on the day of the last analysis of whom something was known",
	"Brand":    "campaigns with creators of whom something was known, categories or target segments at the last analysis",
	"Campaign": "creators of whom something is known",
}

// unplaced is the error of a seed without a vector.
func unplaced(ref compile.Ref, fresh bool) error {
	if fresh {
		return graph.Errorf(graph.Unavailable, "ask again in a few seconds",
			"the %s %q has just changed and is not yet placed among those like it", ref.Type, ref.Key)
	}
	return graph.Errorf(graph.Invalid, "leave it out, or see to it and run creatorgraph analyze",
		"nothing is like the %s %q: it has no %s", ref.Type, ref.Key, lacks[ref.Type])
}

// blame says which seed an error is about; of Creator.lookalikes and its like it is the object itself.
func (l *likeness) blame(i int, err error) error {
	if l.a.args["seeds"] == nil {
		return err
	}
	return &placedError{ast.Path{ast.PathName("seeds"), ast.PathIndex(i)}, err}
}

// look lays out what is searched with.
func (l *likeness) look() error {
	m := l.seen.model
	l.like.scales = m.Scales(l.weights, l.seen.vectors...)
	var tastes []lookalike.Taste
	for _, taste := range m.Tastes(l.seen.vectors, l.like.scales) {
		rows := make([][]float32, len(taste.Seeds))
		for i, n := range taste.Seeds {
			rows[i] = l.seen.vectors[n]
		}
		query := m.Query(rows, l.like.scales)
		if m.Asks(query) {
			l.like.asked, tastes = append(l.like.asked, query), append(tastes, taste)
		}
	}
	if len(l.like.asked) == 0 {
		return l.a.args.wrong("weights", "nothing is known of the seeds in what the weights count", "weigh something else, too")
	}
	l.like.tastes = tastes
	return nil
}

// unanalysed is the error of a graph without vectors, or one in which they are just being made.
func (l *likeness) unanalysed(ctx context.Context) error {
	indexes, err := facts.ReadLikenessIndexes(ctx, l.r.store)
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

// populating is the error of a search, which says how far the index is where that is why.
func (l *likeness) populating(ctx context.Context, err error) error {
	if graph.KindOf(err) != graph.Internal || ctx.Err() != nil {
		return err
	}
	indexes, broken := facts.ReadLikenessIndexes(ctx, l.r.store)
	if broken != nil {
		return err
	}
	switch is := indexes[l.seen.place]; is.State {
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
