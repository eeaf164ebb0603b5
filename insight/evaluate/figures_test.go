package evaluate_test

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/creatorgraph/creatorgraph/insight/collaborator"
	"github.com/creatorgraph/creatorgraph/insight/evaluate"
	"github.com/creatorgraph/creatorgraph/insight/lookalike"
)

var update = flag.Bool("update", false, "rewrite the figures")

// model is the one that recommends collaborators.
var model = evaluate.Method{Name: "creatorgraph", Prepare: func(q evaluate.Question) (func() evaluate.Ranker, error) {
	learned, view := collaborator.Learn(q.Past, collaborator.Params{Seed: q.Seed})
	return func() evaluate.Ranker { return learned.Ranker(view) }, nil
}}

// The figures of the model and the baselines on a small market; a change shows its price here. Rewrite them with -update.
func TestFigures(t *testing.T) {
	t.Parallel()

	h := evaluate.Circles(1)
	cut, ok := evaluate.DefaultCut(h)
	if !ok || cut != 1200 {
		t.Fatalf("the default cut is %d, want the day of four fifths", cut)
	}
	report, err := evaluate.Run(evaluate.SplitAt(h, cut), evaluate.Params{Seed: 1, Resample: 500, Random: 5},
		append([]evaluate.Method{model}, evaluate.Baselines()...))
	if err != nil {
		t.Fatal(err)
	}
	compareFigures(t, report, "testdata/figures.txt")
}

// The figures of lookalikes on the same market.
func TestLikesFigures(t *testing.T) {
	t.Parallel()

	h := evaluate.Circles(1)
	cut, _ := evaluate.DefaultCut(h)
	report, err := evaluate.Run(evaluate.LikesAt(h, cut), evaluate.Params{Goal: evaluate.Likes(), Seed: 1, Resample: 200},
		append([]evaluate.Method{likes}, evaluate.AlikeBaselines()...))
	if err != nil {
		t.Fatal(err)
	}
	compareFigures(t, report, "testdata/likes.txt")
}

// likes is the model that finds those alike.
var likes = evaluate.Method{Name: "creatorgraph", Prepare: func(q evaluate.Question) (func() evaluate.Ranker, error) {
	learned, rows := lookalike.Learn(q.Past, q.Seed)
	return func() evaluate.Ranker { return learned.Ranker(rows, lookalike.Learned()) }, nil
}}

// compareFigures compares a report with what is kept, or keeps it.
func compareFigures(t *testing.T, report *evaluate.Report, path string) {
	t.Helper()

	var b strings.Builder
	fmt.Fprintf(&b, "%d creators, %d known pairs, %d held out, %d asked for, %d compared\n", report.Creators,
		report.KnownPairs, report.HeldOut, report.Sources, report.Compared)
	for _, result := range report.Results {
		fmt.Fprintln(&b, result.Method)
		for _, name := range report.Metrics {
			f := result.Figures[name]
			fmt.Fprintf(&b, "  %-18s %.3f [%.3f, %.3f]\n", name, f.Value, f.Low, f.High)
		}
	}
	if *update {
		if err := os.WriteFile(path, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), b.String()); diff != "" {
		t.Errorf("figures (-want +got):\n%s", diff)
	}
}
