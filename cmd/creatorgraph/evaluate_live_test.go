package main

import (
	"bytes"
	"encoding/json"
	"math"
	"path/filepath"
	"slices"
	"testing"

	"github.com/creatorgraph/creatorgraph/insight/evaluate"
)

// What a served graph answers over the API is what was measured of the whole network: NDCG within 2 %.
func TestEvaluateLive(t *testing.T) {
	t.Parallel()

	market := filepath.Join(t.TempDir(), "market")
	command(t, 0, "generate", market, "--creators", "300", "--seed", "3")
	for _, c := range []struct{ what, figure string }{{"collaborators", "NDCG@100"}, {"lookalikes", "NDCG@20"}} {
		t.Run(c.what, func(t *testing.T) {
			t.Parallel()

			var out, errs bytes.Buffer
			args := []string{"evaluate", c.what, "--data", market, "--live", "--without-gds", "--json"}
			if code := run(t.Context(), args, &out, &errs); code != 0 {
				t.Fatalf("exit code %d: %s", code, errs.String())
			}
			var report evaluate.Report
			if err := json.Unmarshal(out.Bytes(), &report); err != nil {
				t.Fatal(err)
			}
			whole := report.Results[0]
			at := slices.IndexFunc(report.Results, func(r evaluate.Result) bool { return r.Method == "live, over the API" })
			if at < 0 {
				t.Fatal("no figures of the API")
			}
			live := report.Results[at]
			if live.Failed != "" || live.Askers != report.Askers {
				t.Fatalf("the API was asked for %d of %d: %s", live.Askers, report.Askers, live.Failed)
			}
			measured, answered := whole.Figures[c.figure].Value, live.Figures[c.figure].Value
			if measured == 0 || math.Abs(answered/measured-1) > 0.02 {
				t.Errorf("%s is %.4f over the API and %.4f of the whole network", c.figure, answered, measured)
			}
			if _, compared := live.Figures["AUC (like degrees)"]; compared {
				t.Error("pairs were compared by lists of 100")
			}
		})
	}
}

// Flags that contradict each other are refused before anything is started.
func TestEvaluateLiveRefuses(t *testing.T) {
	t.Parallel()

	for _, args := range [][]string{{"--live"}, {"--server", "http://127.0.0.1:1"}, {"--live", "--nested", "--data", "x"}} {
		command(t, exitUsage, append([]string{"evaluate", "collaborators"}, args...)...)
	}
}
