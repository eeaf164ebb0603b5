package lookalikes

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"

	"github.com/creatorgraph/creatorgraph/graph/compile"
	"github.com/creatorgraph/creatorgraph/graph/computed"
	"github.com/creatorgraph/creatorgraph/insight/lookalike"
)

// Bounds of what can be asked for.
const (
	maxFirst   = 100
	maxObjects = 20 // creators, agencies or brands at once
	maxSeeds   = 50
)

// question is a question for lookalikes, as it was asked, and what is searched for.
type question struct {
	*Lookalikes
	computed.Request
	seeds     []compile.Ref
	label     string // of what is looked for
	filter    compile.Filter
	first     int
	weights   lookalike.Weights // NaN where left out
	diversity float64

	vectors seedVectors
	search  searchQuery
	signed  string // see signature
}

// seedsOf reads the seeds: each once, creators and campaigns, or agencies, or brands.
func seedsOf(a computed.Arguments) ([]compile.Ref, error) {
	given := len(a.Texts("seeds"))
	if given == 0 || given > maxSeeds {
		return nil, a.Wrong("seeds", fmt.Sprintf("there are %d", given), fmt.Sprintf("give 1 to %d", maxSeeds))
	}
	refs, err := a.Refs("seeds", "Creator", "Campaign", "Agency", "Brand")
	if err != nil {
		return nil, err
	}
	var seeds []compile.Ref
	for _, ref := range refs {
		if typeFound(ref.Type) != typeFound(refs[0].Type) {
			return nil, a.Wrong("seeds", fmt.Sprintf("some are of the type %s, some %s", refs[0].Type, ref.Type),
				"give creators (and campaigns for theirs), or agencies, or brands")
		}
		if !slices.Contains(seeds, ref) {
			seeds = append(seeds, ref)
		}
	}
	return seeds, nil
}

// typeFound is the type of what is like seeds of a type.
func typeFound(seed string) string {
	if seed == "Campaign" {
		return "Creator"
	}
	return seed
}

// read reads the arguments.
func (q *question) read() (err error) {
	args := q.Arguments
	if q.first, err = args.Count("first", 0, maxFirst); err != nil {
		return err
	}
	if q.weights, err = weightsOf(args); err != nil {
		return err
	}
	if args["diversity"] != nil {
		d, isNumber := computed.Number(args["diversity"])
		if !isNumber || !(d >= 0 && d <= 1) {
			return args.Wrong("diversity", fmt.Sprintf("diversity of %v", args["diversity"]), "give 0 to 1")
		}
		q.diversity = d
	}
	q.filter = compile.AllNodes(q.label)
	if f, given := q.Filters["filter"]; given {
		if q.label != "Creator" {
			return args.Wrong("filter", "it asks of creators, and the seeds are not", "leave it out")
		}
		q.filter = f
	}
	return nil
}

// weightsOf reads what likeness means to the caller.
func weightsOf(a computed.Arguments) (w lookalike.Weights, err error) {
	given, _ := a["weights"].(map[string]any)
	sum := 0.0
	for b := range w {
		name := lookalike.Block(b).String()
		w[b] = math.NaN()
		if given[name] == nil {
			sum++
			continue
		}
		x, isNumber := computed.Number(given[name])
		if !isNumber || !(x >= 0) || x > math.MaxFloat32 {
			return w, a.Wrong("weights", fmt.Sprintf("%s of %v", name, given[name]), "give 0 or more")
		}
		w[b], sum = x, sum+x
	}
	if sum == 0 {
		return w, a.Wrong("weights", "all are 0", "give one that is above 0")
	}
	return w, nil
}

// signature is what a cursor is good for: this question, until the next analysis.
func (q *question) signature() string {
	asked, err := json.Marshal([]any{q.seeds, q.Arguments["filter"], q.Arguments["weights"], q.diversity, q.vectors.run})
	if err != nil {
		return "" // what came as JSON can be written as such
	}
	return "lookalikes " + string(asked)
}
