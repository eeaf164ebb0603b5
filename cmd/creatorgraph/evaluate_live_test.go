package main

import (
	"bytes"
	"encoding/json"
	"log/slog"
	"math"
	"path/filepath"
	"slices"
	"testing"

	"github.com/creatorgraph/creatorgraph/insight/evaluate"
)

// liveCut is the day from which four fifths of the market of TestEvaluateLive had happened, which evaluate finds by itself.
const liveCut = "2026-09-27"

// What a served graph answers over the API is what was measured of the whole network: NDCG within 2 %. The
// server that --live makes is made once, since both evaluations learn from the same part.
func TestEvaluateLive(t *testing.T) {
	t.Parallel()

	market := filepath.Join(t.TempDir(), "market")
	command(t, 0, "generate", market, "--creators", "300", "--seed", "3")
	env := &environment{log: slog.New(slog.DiscardHandler)}
	address, closeAll, err := liveFlags{live: true}.address(t.Context(), env, market, liveCut)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := closeAll(); err != nil {
			t.Error(err)
		}
	})
	for _, c := range []struct{ what, figure string }{{"collaborators", "NDCG@100"}, {"lookalikes", "NDCG@20"}} {
		t.Run(c.what, func(t *testing.T) {
			t.Parallel()

			var out, errs bytes.Buffer
			args := []string{"evaluate", c.what, "--data", market, "--live", "--server", address, "--without-gds", "--json"}
			if code := run(t.Context(), args, &out, &errs); code != 0 {
				t.Fatalf("exit code %d: %s", code, errs.String())
			}
			var report evaluate.Report
			if err := json.Unmarshal(out.Bytes(), &report); err != nil {
				t.Fatal(err)
			}
			if cut := report.Split["cut"]; cut != liveCut {
				t.Errorf("the cut is %s, not that of what is served", cut)
			}
			whole := report.Results[0]
			at := slices.IndexFunc(report.Results, func(r evaluate.Result) bool { return r.Method == "live, over the API" })
			if at < 0 {
				t.Fatal("no figures of the API")
			}
			live := report.Results[at]
			if live.Failed != "" || live.Sources != report.Sources {
				t.Fatalf("the API was asked for %d of %d: %s", live.Sources, report.Sources, live.Failed)
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
