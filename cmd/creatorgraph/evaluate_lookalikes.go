package main

import (
	"errors"
	"math/rand/v2"
	"slices"
	"sync"
	"time"

	"github.com/spf13/cobra"

	"github.com/creatorgraph/creatorgraph/insight/evaluate"
	"github.com/creatorgraph/creatorgraph/insight/lookalike"
)

func evaluateLookalikesCommand(env *environment) *cobra.Command {
	var flags lookalikesFlags
	command := &cobra.Command{
		Use:   "lookalikes",
		Short: "Measure how well creators who are alike are found",
		Long: `Learns from one part of what happened and measures how well creators who are alike are found, beside
baselines: random, popularity, same category and size, Jaccard, Adamic–Adar, resource allocation, personalised
PageRank, Graph Data Science's node similarity, FastRP and node2vec, and each block of the model alone. Alike are
those who from a day on (--cut) meet for the first time or work for the same brand; the pairs of a file (--truth);
or, on a generated market, those whose hidden tastes and audiences are nearest (--hidden). Figures come with the
interval in which 95 of 100 bootstrap resamples lie. With --live a served graph is asked, too.`,
		Example: "  creatorgraph evaluate lookalikes --data market\n" +
			"  creatorgraph evaluate lookalikes --data market --live --without-gds\n" +
			"  creatorgraph evaluate lookalikes --data market --hidden truth\n" +
			"  creatorgraph evaluate lookalikes --data artists --truth artists/truth/pairs.csv.gz --json",
		Args: cobra.NoArgs,
		RunE: func(command *cobra.Command, _ []string) error { return flags.run(command, env) },
	}
	flags.register(command)
	command.Flags().StringVar(&flags.hidden, "hidden", "", "the folder of a generated market's truth: alike are the nearest 100 by "+
		"its creators.csv")
	flags.live.register(command.Flags())
	return command
}

// lookalikesFlags are the flags of evaluate lookalikes.
type lookalikesFlags struct {
	evaluateFlags
	hidden string
	live   liveFlags
}

func (f lookalikesFlags) run(command *cobra.Command, env *environment) (err error) {
	began := time.Now()
	if err := f.live.check(f.data, false); err != nil {
		return err
	}
	history, err := f.history(command, env)
	if err != nil {
		return err
	}
	task, split, err := f.task(history, evaluate.LikesAt)
	if err != nil {
		return err
	}
	if f.hidden != "" {
		points, err := readHidden(f.hidden, history)
		if err != nil {
			return err
		}
		r := rand.New(rand.NewPCG(f.seed, 8))
		var asked []int32
		for _, p := range r.Perm(len(points))[:min(f.askers, len(points))] {
			asked = append(asked, int32(p))
		}
		task = evaluate.Nearest(task, points, maxHidden, asked)
		split["truth"] = f.hidden
	}
	science, closeScience := f.alikeScience(command.Context(), env)
	defer func() { err = errors.Join(err, closeScience()) }()
	report, err := evaluate.Run(task, evaluate.Params{Goal: evaluate.Likes(), Seed: f.seed, Sources: f.askers},
		slices.Concat(likenesses(), f.live.methods(command.Context(), env, f.data, split["cut"], liveLookalikes),
			evaluate.AlikeBaselines(), science))
	if err != nil {
		return err
	}
	return f.print(command, report, split, began)
}

// likenesses is the model, and each of its blocks alone; it is learned once.
func likenesses() []evaluate.Method {
	type learned struct {
		model *lookalike.Model
		rows  []float32
	}
	var once sync.Once
	var l learned
	method := func(name string, asked lookalike.Weights) evaluate.Method {
		return evaluate.Method{Name: name, Prepare: func(q evaluate.Question) (func() evaluate.Ranker, error) {
			once.Do(func() { l.model, l.rows = lookalike.Learn(q.Past, q.Seed) })
			return func() evaluate.Ranker { return l.model.Ranker(l.rows, asked) }, nil
		}}
	}
	all := []evaluate.Method{method("creatorgraph", lookalike.Learned())}
	for b := range lookalike.Block(lookalike.Blocks) {
		var only lookalike.Weights
		only[b] = 1
		alone := method(b.String()+" alone", only)
		alone.Own = true
		all = append(all, alone)
	}
	return all
}
