package check_test

import (
	"path/filepath"
	"testing"

	"github.com/creatorgraph/creatorgraph/dataset"
	"github.com/creatorgraph/creatorgraph/dataset/check"
	"github.com/creatorgraph/creatorgraph/dataset/market"
)

// A generated market has no fault, and nothing odd but that some share a name.
func TestMarketIsInOrder(t *testing.T) {
	t.Parallel()

	report := checkMarket(t, generated(t, 300))
	if len(report.Faults) > 0 {
		t.Errorf("faults: %+v", report.Faults)
	}
	for _, g := range report.Warnings {
		if g.Kind != check.DuplicateName {
			t.Errorf("warning: %+v", g)
		}
	}
}

// BenchmarkCheck10000 measures rows a second.
func BenchmarkCheck10000(b *testing.B) {
	dir := generated(b, 10_000)
	for b.Loop() {
		report := checkMarket(b, dir)
		rows, _ := report.Rows()
		b.ReportMetric(float64(rows)/report.Seconds, "rows/s")
	}
}

func generated(t testing.TB, creators int) string {
	t.Helper()

	dir := filepath.Join(t.TempDir(), "market")
	if _, err := market.Generate(t.Context(), market.Params{Creators: creators, Seed: 1, Dir: dir}, nil); err != nil {
		t.Fatal(err)
	}
	return dir
}

func checkMarket(t testing.TB, dir string) *check.Report {
	t.Helper()

	set, unfit, err := dataset.Survey(dir, dataset.Options{})
	if err != nil {
		t.Fatal(err)
	}
	report, err := check.Run(t.Context(), set, unfit, check.Options{Today: market.DefaultToday()})
	if err != nil {
		t.Fatal(err)
	}
	return report
}
