package resolvers

import (
	"context"
	"encoding/json"
	"fmt"
	"math"
	"slices"

	"github.com/creatorgraph/creatorgraph/graph/compile"
	"github.com/creatorgraph/creatorgraph/insight/lookalike"
)

// Bounds of what can be asked for.
const (
	lookalikesMost = 100
	lookalikesOf   = 20 // creators, agencies or brands at once
	seedsMost      = 50
)

// lookalikes answers Query.lookalikes.
func (r *Resolver) lookalikes(ctx context.Context, a asked) (map[string]any, error) {
	seeds, err := a.args.seeds()
	if err != nil {
		return nil, err
	}
	answer, err := r.alike(ctx, a, seeds)
	return map[string]any{"": answer}, err
}

// lookalikesOfEach answers the lookalikes of objects of a type, one by one.
func lookalikesOfEach(typ string) computation {
	return func(r *Resolver, ctx context.Context, a asked) (map[string]any, error) {
		if len(a.keys) > lookalikesOf {
			return nil, a.tooMany("objects", lookalikesOf)
		}
		values := map[string]any{}
		for _, key := range a.keys {
			answer, err := r.alike(ctx, a, []compile.Ref{{Type: typ, Key: key}})
			if err != nil {
				return nil, err
			}
			values[key] = answer
		}
		return values, nil
	}
}

// seeds reads the seeds: each once, creators and campaigns, or agencies, or brands.
func (a arguments) seeds() ([]compile.Ref, error) {
	given := len(a.texts("seeds"))
	if given == 0 || given > seedsMost {
		return nil, a.wrong("seeds", fmt.Sprintf("there are %d", given), fmt.Sprintf("give 1 to %d", seedsMost))
	}
	refs, err := a.refs("seeds", "Creator", "Campaign", "Agency", "Brand")
	if err != nil {
		return nil, err
	}
	var seeds []compile.Ref
	for _, ref := range refs {
		if found(ref.Type) != found(refs[0].Type) {
			return nil, a.wrong("seeds", fmt.Sprintf("some are of the type %s, some %s", refs[0].Type, ref.Type),
				"give creators (and campaigns for theirs), or agencies, or brands")
		}
		if !slices.Contains(seeds, ref) {
			seeds = append(seeds, ref)
		}
	}
	return seeds, nil
}

// found is the type of what is like seeds of a type.
func found(seed string) string {
	if seed == "Campaign" {
		return "Creator"
	}
	return seed
}

// likeness is a question for lookalikes, as it was asked.
type likeness struct {
	r         *Resolver
	a         asked
	seeds     []compile.Ref
	label     string // of what is looked for
	filter    compile.Filter
	first     int
	weights   lookalike.Weights // NaN where left out
	diversity float64

	seen   seen   // where the seeds stand
	like   like   // what is searched with
	signed string // see signature
}

// alike answers one question.
func (r *Resolver) alike(ctx context.Context, a asked, seeds []compile.Ref) (row, error) {
	l := &likeness{r: r, a: a, seeds: seeds, label: found(seeds[0].Type)}
	if err := l.read(); err != nil {
		return nil, err
	}
	if err := l.see(ctx); err != nil {
		return nil, err
	}
	if err := l.look(); err != nil {
		return nil, err
	}
	l.signed = l.signature()
	from, err := l.from(a.args.text("after"))
	if err != nil {
		return nil, err
	}
	page, more, err := l.page(ctx, from)
	if err != nil {
		return nil, l.populating(ctx, err)
	}
	return l.row(ctx, page, more)
}

// read reads the arguments.
func (l *likeness) read() (err error) {
	args := l.a.args
	if l.first, err = args.count("first", 0, lookalikesMost); err != nil {
		return err
	}
	if l.weights, err = args.likenessWeights(); err != nil {
		return err
	}
	if args["diversity"] != nil {
		d, isNumber := asNumber(args["diversity"])
		if !isNumber || !(d >= 0 && d <= 1) {
			return args.wrong("diversity", fmt.Sprintf("diversity of %v", args["diversity"]), "give 0 to 1")
		}
		l.diversity = d
	}
	l.filter = compile.Everyone(l.label)
	if f, given := l.a.filters["filter"]; given {
		if l.label != "Creator" {
			return args.wrong("filter", "it asks of creators, and the seeds are not", "leave it out")
		}
		l.filter = f
	}
	return nil
}

// likenessWeights reads what likeness means to the caller.
func (a arguments) likenessWeights() (w lookalike.Weights, err error) {
	given, _ := a["weights"].(map[string]any)
	sum := 0.0
	for b := range w {
		name := lookalike.Block(b).String()
		w[b] = math.NaN()
		if given[name] == nil {
			sum++
			continue
		}
		x, isNumber := asNumber(given[name])
		if !isNumber || !(x >= 0) || x > math.MaxFloat32 {
			return w, a.wrong("weights", fmt.Sprintf("%s of %v", name, given[name]), "give 0 or more")
		}
		w[b], sum = x, sum+x
	}
	if sum == 0 {
		return w, a.wrong("weights", "all are 0", "give one that is above 0")
	}
	return w, nil
}

// asNumber reads a Float as it comes from a document or from variables.
func asNumber(value any) (float64, bool) {
	switch v := value.(type) {
	case float64:
		return v, true
	case int64:
		return float64(v), true
	case int:
		return float64(v), true
	case json.Number:
		f, err := v.Float64()
		return f, err == nil
	}
	return 0, false
}

// signature is what a cursor is good for: this question, until the next analysis.
func (l *likeness) signature() string {
	asked, err := json.Marshal([]any{l.seeds, l.a.args["filter"], l.a.args["weights"], l.diversity, l.seen.run})
	if err != nil {
		return "" // what came as JSON can be written as such
	}
	return "lookalikes " + string(asked)
}
