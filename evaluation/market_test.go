package evaluation

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/creatorgraph/creatorgraph/dataset"
	"github.com/creatorgraph/creatorgraph/dataset/market"
)

// generated reads a small generated market; hidden is the folder of its truth.
func generated(t *testing.T) (data *Data, hidden string) {
	t.Helper()

	dir := t.TempDir()
	hidden = filepath.Join(dir, "truth")
	if _, err := market.Generate(t.Context(), market.Params{Creators: 1500, Seed: 3, Dir: filepath.Join(dir, "data"), TruthDir: hidden}, nil); err != nil {
		t.Fatal(err)
	}
	set, err := dataset.Open(filepath.Join(dir, "data"), dataset.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if data, err = Read(set); err != nil {
		t.Fatal(err)
	}
	return data, hidden
}

// A replay has each month's campaigns once; what is learned on the way first tells in the second month, the truth's own choice is
// the measure of log gain, and who is compared with themselves gains nothing.
func TestMarketIsReplayedMonthByMonth(t *testing.T) {
	t.Parallel()

	data, hidden := generated(t)
	truth, err := data.ReadTruth(hidden)
	if err != nil {
		t.Fatal(err)
	}
	report := Market(data, truth, data.Cut(0.7), 3)

	of := func(slice, metric, method string) Row {
		for _, row := range report.Rows {
			if row.Slice == slice && row.Metric == metric && row.Method == method {
				return row
			}
		}
		t.Fatalf("there is no %s of %s in %s", metric, method, slice)
		return Row{}
	}
	campaigns, first := 0, ""
	for _, row := range report.Rows {
		if row.Metric == "log gain" && row.Method == ours && strings.HasPrefix(row.Slice, "month") {
			campaigns += row.Units
			if first == "" {
				first = row.Slice
			}
		}
	}
	if all := of("all months", "log gain", ours).Units; campaigns != all || all == 0 {
		t.Errorf("months have %d campaigns, all of them %d", campaigns, all)
	}
	if got := of(first, "unit cost ÷ that of "+frozen, ours).Value; got != 1 {
		t.Errorf("in the first month learning on costs %v of learning off; both know the same", got)
	}
	if got := of("all months", "unit cost ÷ that of "+frozen, ours).Value; got == 1 {
		t.Error("what is learned in later months changes nothing")
	}
	if got := of("all months", "log gain", "truth").Value; got != 1 {
		t.Errorf("the log gain of the truth's own choice is %v", got)
	}
	if got := of("all months", "unit cost ÷ self-picked", selfPicked).Value; got != 1 {
		t.Errorf("self-picked creators cost %v of themselves", got)
	}
}
