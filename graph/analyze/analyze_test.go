package analyze

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/graphtest"
)

// counted is a step that counts its runs.
func counted(name string, runs *int, after ...string) step {
	return step{name: name, does: name, reads: []string{"participations"}, after: after,
		run: func(context.Context, *job) (string, error) {
			*runs++
			return "done", nil
		}}
}

// mustRun runs steps and fails the test when they fail.
func mustRun(t *testing.T, store *graph.Store, opts Options, all ...step) Report {
	t.Helper()

	report, err := run(t.Context(), store, opts, all)
	if err != nil {
		t.Fatal(err)
	}
	return report
}

// What has not changed is passed over; what changed, or builds on what was made anew, is not.
func TestUnchangedStepsAreSkipped(t *testing.T) {
	store := graphtest.Own(t, true)
	var first, second, apart int
	all := []step{counted("first", &first), counted("second", &second, "first"), counted("apart", &apart)}
	all[1].reads, all[2].reads = nil, nil
	for _, c := range []struct {
		name string
		opts Options
		draw string
		want []int
	}{
		{"the first time", Options{}, "", []int{1, 1, 1}},
		{"nothing changed", Options{}, "", []int{1, 1, 1}},
		{"a participation", Options{}, "(ann:Creator)-[:PARTICIPATED_IN]->(x:Campaign)", []int{2, 2, 1}},
		{"all that is asked for", Options{Full: true}, "", []int{3, 3, 2}},
	} {
		if c.draw != "" {
			graphtest.Draw(t, store, c.draw)
		}
		mustRun(t, store, c.opts, all...)
		if diff := cmp.Diff(c.want, []int{first, second, apart}); diff != "" {
			t.Errorf("%s: runs of the steps (-want +got):\n%s", c.name, diff)
		}
	}
}

// A step that finds that it made the same again does not make others run that build on it.
func TestSameResultEndsThere(t *testing.T) {
	store := graphtest.Own(t, true)
	var runs int
	same := step{name: "same", does: "same", reads: []string{"creators"},
		run: func(_ context.Context, j *job) (string, error) {
			j.same = true
			return "the same", nil
		}}
	all := []step{same, counted("next", &runs, "same")}
	all[1].reads = nil
	mustRun(t, store, Options{}, all...)
	graphtest.Draw(t, store, "(ann:Creator)")
	mustRun(t, store, Options{}, all...)
	if runs != 1 {
		t.Errorf("the next step ran %d times", runs)
	}
}

// A step that failed or was called off runs again, though nothing changed.
func TestFailedStepRunsAgain(t *testing.T) {
	store := graphtest.Own(t, true)
	var runs int
	flaky := counted("flaky", &runs)
	do := flaky.run
	flaky.run = func(ctx context.Context, j *job) (string, error) {
		if runs == 1 { // the second run fails
			runs++
			return "", errors.New("no more space")
		}
		return do(ctx, j)
	}
	mustRun(t, store, Options{}, flaky)
	if _, err := run(t.Context(), store, Options{Full: true}, []step{flaky}); err == nil {
		t.Fatal("no error")
	}
	mustRun(t, store, Options{}, flaky)
	if runs != 3 {
		t.Errorf("it ran %d times", runs)
	}
}

// Of two at once the second is told who is at it.
func TestOneAtATime(t *testing.T) {
	store := graphtest.Own(t, true)
	outer := step{name: "outer", does: "outer", run: func(ctx context.Context, j *job) (string, error) {
		_, err := Run(ctx, j.store, Options{})
		var held *graph.HeldError
		if !errors.As(err, &held) || graph.KindOf(err) != graph.Conflict || !strings.Contains(err.Error(), "process ") {
			t.Errorf("error %v", err)
		}
		return "", nil
	}}
	mustRun(t, store, Options{}, outer)
	mustRun(t, store, Options{}, outer) // the first has given the lease back
}

// Without Graph Data Science the error names it and how to get it, and the other steps are done.
func TestMissingGraphDataScience(t *testing.T) {
	store := graphtest.Own(t, true)
	var before, needs, after int
	all := []step{counted("before", &before), counted("needs", &needs), counted("after", &after)}
	all[1].procedures = []string{"gds.leiden.stream", "gds.no.such"}
	report, err := run(t.Context(), store, Options{}, all)
	if err == nil || !strings.Contains(err.Error(), "Graph Data Science (gds.no.such)") ||
		!strings.Contains(err.Error(), "plugins") {
		t.Errorf("error %v", err)
	}
	if diff := cmp.Diff([]int{1, 0, 1}, []int{before, needs, after}); diff != "" {
		t.Errorf("runs of the steps (-want +got):\n%s", diff)
	}
	if len(report.Steps) != 3 || !report.Steps[1].Skipped {
		t.Errorf("report %+v", report)
	}
}

// Steps are told apart by their names, and read numbers that there are.
func TestStepsAreWellFormed(t *testing.T) {
	store := graphtest.Own(t, true)
	inputs, err := (&analysis{store: store}).inputs(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, s := range steps() {
		for _, name := range s.reads {
			if _, ok := inputs[name]; !ok {
				t.Errorf("%s reads %s, of which there is no number", s.name, name)
			}
		}
		for _, name := range s.after {
			if !seen[name] {
				t.Errorf("%s comes before %s, which it builds on", s.name, name)
			}
		}
		if seen[s.name] {
			t.Errorf("there are two steps %s", s.name)
		}
		seen[s.name] = true
	}
}
