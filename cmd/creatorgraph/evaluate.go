package main

import (
	"compress/gzip"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/creatorgraph/creatorgraph/dataset"
	"github.com/creatorgraph/creatorgraph/graph/facts"
	"github.com/creatorgraph/creatorgraph/insight"
	"github.com/creatorgraph/creatorgraph/insight/collaborator"
	"github.com/creatorgraph/creatorgraph/insight/evaluate"
)

// evaluateTimeout bounds one statement of an evaluation.
const evaluateTimeout = 15 * time.Minute

// evaluateFlags are the flags of evaluate as they were typed.
type evaluateFlags struct {
	data, truth, cut string
	ignoreUnknown    bool
	json             bool
	seed             uint64
	random           int
	askers           int
	noScience        bool
}

func evaluateCommand(env *environment) *cobra.Command {
	command := &cobra.Command{
		Use:   "evaluate",
		Short: "Measure what the models are worth, beside plain baselines",
	}
	command.AddCommand(evaluateCollaboratorsCommand(env), evaluateLookalikesCommand(env), evaluateGrowthCommand(env), evaluateAcceptanceCommand(env),
		evaluateMatchCommand(), evaluatePlanCommand(), evaluateMarketCommand(), evaluateContentCommand(env), evaluateEvaluationCommand(), evaluatePackagesCommand())
	return command
}

func evaluateCollaboratorsCommand(env *environment) *cobra.Command {
	var flags collaboratorsFlags
	command := &cobra.Command{
		Use:   "collaborators",
		Short: "Measure how well new collaborations are foretold",
		Long: `Learns from one part of who worked with whom and measures how well the other part is foretold, beside
baselines: popularity, preferential attachment, common neighbours, Adamic–Adar, resource allocation,
personalised PageRank and Graph Data Science's own link-prediction pipeline. The held-out part is what
happened from a day on (--cut), or the pairs of a file (--truth). Figures come with the interval in which
95 of 100 bootstrap resamples lie. With --live a served graph is asked, too: what the API answers is measured
beside what the model makes of the whole network.`,
		Example: "  creatorgraph evaluate collaborators --data market\n" +
			"  creatorgraph evaluate collaborators --data market --live --without-gds\n" +
			"  creatorgraph evaluate collaborators --data artists --truth artists/truth/pairs.csv.gz --json",
		Args: cobra.NoArgs,
		RunE: func(command *cobra.Command, _ []string) error { return flags.run(command, env) },
	}
	flags.register(command)
	on := command.Flags()
	on.IntVar(&flags.random, "random-pairs", 0, "also compare with so many random pairs for each that came true; mostly measures popularity")
	on.BoolVar(&flags.nested, "nested", false, "leave the held-out part alone and hold out a part of what is learned from, to choose between models by")
	flags.live.register(on)
	return command
}

// collaboratorsFlags are the flags of evaluate collaborators.
type collaboratorsFlags struct {
	evaluateFlags
	nested bool
	live   liveFlags
}

// register adds the flags that all evaluations have.
func (f *evaluateFlags) register(command *cobra.Command) {
	on := command.Flags()
	on.StringVar(&f.data, "data", "", "a data set's folder to evaluate instead of the database's graph")
	on.StringVar(&f.truth, "truth", "", "the held-out pairs: a CSV file with columns a and b, or the folder of pairs.csv "+
		"(default: truth/ in the data set's folder, when there)")
	on.StringVar(&f.cut, "cut", "", "the day from which what happened is held out (default: that by which four fifths had happened)")
	on.BoolVar(&f.ignoreUnknown, "ignore-unknown", false, "pass over unknown files and columns")
	on.BoolVar(&f.json, "json", false, "print JSON")
	on.Uint64Var(&f.seed, "seed", 1, "of everything that is drawn")
	on.BoolVar(&f.noScience, "without-gds", false, "leave out Graph Data Science's methods, which take minutes and a database")
	on.IntVar(&f.askers, "askers", 2000, "rank everybody for at most so many creators")
}

func (f collaboratorsFlags) run(command *cobra.Command, env *environment) error {
	began := time.Now()
	if err := f.live.check(f.data, f.nested); err != nil {
		return err
	}
	history, err := f.history(command, env)
	if err != nil {
		return err
	}
	task, split, err := f.task(history, evaluate.SplitAt)
	if err != nil {
		return err
	}
	if f.nested {
		if task, err = evaluate.Nested(history, task, f.seed); err != nil {
			return err
		}
		split["by"] = "a part of what is learned from"
		delete(split, "truth")
	}
	report, err := evaluate.Run(task, evaluate.Params{Seed: f.seed, Random: f.random, Sources: f.askers},
		slices.Concat([]evaluate.Method{ours()}, f.live.methods(command.Context(), env, f.data, split["cut"], liveRecommended),
			evaluate.Baselines(), f.science(command.Context(), env)))
	if err != nil {
		return err
	}
	return f.print(command, report, split, began)
}

// print writes a report.
func (f evaluateFlags) print(command *cobra.Command, r *evaluate.Report, split map[string]string, began time.Time) error {
	r.Split, r.Seconds = split, time.Since(began).Seconds()
	if f.json {
		return json.NewEncoder(command.OutOrStdout()).Encode(r)
	}
	return printReport(command.OutOrStdout(), r)
}

// history reads what is evaluated: a data set, or the database's graph.
func (f evaluateFlags) history(command *cobra.Command, env *environment) (*insight.History, error) {
	if f.data == "" {
		db, err := env.openReady(command.Context())
		if err != nil {
			return nil, err
		}
		defer db.close(env.log)
		return facts.ReadHistory(command.Context(), db.Patient(evaluateTimeout))
	}
	set, err := dataset.Open(f.data, dataset.Options{IgnoreUnknown: f.ignoreUnknown})
	if err != nil {
		return nil, err
	}
	history, refused, err := readHistory(set)
	if refused > 0 {
		env.log.Warn("rows were passed over that an import would refuse", "rows", refused)
	}
	return history, err
}

// ours is the model that recommends collaborators.
func ours() evaluate.Method {
	return evaluate.Method{Name: "creatorgraph", Prepare: func(q evaluate.Question) (func() evaluate.Ranker, error) {
		model, view := collaborator.Learn(q.Past, collaborator.Params{Seed: q.Seed})
		return func() evaluate.Ranker { return model.Ranker(view) }, nil
	}}
}

// task parts past and future, by a day in the way given, and says how.
func (f evaluateFlags) task(
	h *insight.History, at func(*insight.History, int32) evaluate.Task,
) (evaluate.Task, map[string]string, error) {
	if path := f.truthFile(); path != "" {
		pairs, err := readPairs(path, h)
		return evaluate.Held(h, pairs), map[string]string{"by": "pairs", "truth": path}, err
	}
	day, ok := evaluate.DefaultCut(h)
	if f.cut != "" {
		cut, err := time.Parse(time.DateOnly, f.cut)
		if err != nil {
			return evaluate.Task{}, nil, fmt.Errorf("--cut %q is no day; give one such as 2026-07-01; %w", f.cut, errUsage)
		}
		day, ok = dayOf(cut), true
	}
	if !ok {
		return evaluate.Task{}, nil, errors.New("collaborations have no days, or all the same one, so that nothing can be " +
			"held out by time; name pairs to find by --truth")
	}
	cut := time.Unix(int64(day)*86400, 0).UTC().Format(time.DateOnly)
	return at(h, day), map[string]string{"by": "time", "cut": cut}, nil
}

// truthFile is the file of held-out pairs; empty when there is none.
func (f evaluateFlags) truthFile() string {
	folder := f.truth
	if folder == "" {
		if f.data == "" || f.cut != "" {
			return ""
		}
		folder = filepath.Join(f.data, "truth")
	}
	for _, name := range []string{"pairs.csv", "pairs.csv.gz"} {
		if _, err := os.Stat(filepath.Join(folder, name)); err == nil {
			return filepath.Join(folder, name)
		}
	}
	return f.truth
}

// readPairs reads pairs of creators' keys; those of creators who are not in the data are passed over.
func readPairs(path string, h *insight.History) (_ []evaluate.Pair, err error) {
	file, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("--truth %s: there is no such file; name a CSV file with columns a and b", path)
	}
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	var from io.Reader = file
	if strings.HasSuffix(path, ".gz") {
		if from, err = gzip.NewReader(file); err != nil {
			return nil, fmt.Errorf("--truth %s: %w", path, err)
		}
	}
	number := make(map[string]int32, len(h.Creators))
	for i, c := range h.Creators {
		number[c.Key] = int32(i)
	}
	rows := csv.NewReader(from)
	head, err := rows.Read()
	if err != nil || len(head) < 2 || head[0] != "a" || head[1] != "b" {
		return nil, fmt.Errorf("--truth %s: the first row must be a,b, the keys of creators; it is %q", path, head)
	}
	var pairs []evaluate.Pair
	for {
		row, err := rows.Read()
		if err == io.EOF {
			return pairs, nil
		}
		if err != nil {
			return nil, fmt.Errorf("--truth %s: %w", path, err)
		}
		a, knownA := number[row[0]]
		b, knownB := number[row[1]]
		if knownA && knownB {
			pairs = append(pairs, evaluate.PairOf(a, b))
		}
	}
}
