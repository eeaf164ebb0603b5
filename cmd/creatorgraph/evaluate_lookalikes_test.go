package main

import (
	"bytes"
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"

	"github.com/creatorgraph/creatorgraph/insight/evaluate"
)

// A generated market is evaluated by what happened later, and by what it hides; each block is measured alone, and
// leads are over others.
func TestEvaluateLookalikes(t *testing.T) {
	t.Parallel()

	dir := t.TempDir()
	market, truth := filepath.Join(dir, "market"), filepath.Join(dir, "truth")
	command(t, 0, "generate", market, "--creators", "300", "--seed", "2", "--truth", truth)
	for name, hidden := range map[string][]string{"by time": nil, "by hidden truth": {"--hidden", truth}} {
		var out, errs bytes.Buffer
		args := append([]string{"evaluate", "lookalikes", "--data", market, "--without-gds", "--json", "--askers", "50"}, hidden...)
		if code := run(t.Context(), args, &out, &errs); code != 0 {
			t.Fatalf("%s: exit code %d: %s", name, code, errs.String())
		}
		var report evaluate.Report
		if err := json.Unmarshal(out.Bytes(), &report); err != nil {
			t.Fatal(err)
		}
		if report.Sources != 50 || report.HeldOut == 0 || report.Split["cut"] == "" {
			t.Errorf("%s: %d asked for, %d held out, split %v", name, report.Sources, report.HeldOut, report.Split)
		}
		var methods []string
		for _, r := range report.Results {
			methods = append(methods, r.Method)
			for _, metric := range []string{"NDCG@20", "Recall@100", "novelty", "coverage"} {
				if _, measured := r.Figures[metric]; !measured {
					t.Errorf("%s: %s of %s was not measured: %s", name, metric, r.Method, r.Failed)
				}
			}
		}
		want := "creatorgraph, graph alone, audience alone, content alone, commercial alone, random, same category and size, " +
			"Jaccard, popularity, Adamic–Adar, resource allocation, personalised PageRank"
		if got := strings.Join(methods, ", "); got != want {
			t.Errorf("%s: methods are %s, want %s", name, got, want)
		}
		if over := report.Leads["NDCG@20"].Over; over == "" || strings.Contains(over, "alone") {
			t.Errorf("%s: the lead is over %q, want a method that is not the model's", name, over)
		}
	}
}

// A folder without the hidden truth is said to be one.
func TestEvaluateNeedsTheHiddenTruth(t *testing.T) {
	t.Parallel()

	dir := t.TempDir()
	market := filepath.Join(dir, "market")
	command(t, 0, "generate", market, "--creators", "100", "--seed", "2")
	said := command(t, exitFailure, "evaluate", "lookalikes", "--data", market, "--hidden", dir, "--without-gds")
	if !strings.Contains(said, "name the folder that generate --truth wrote") {
		t.Errorf("it said %s", said)
	}
}
