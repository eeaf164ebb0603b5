package market

import (
	"path/filepath"
	"strconv"
	"testing"
)

func BenchmarkGenerate10000(b *testing.B) {
	dir := b.TempDir()
	for i := range b.N {
		params := Params{Creators: 10_000, Seed: 1, Dir: filepath.Join(dir, strconv.Itoa(i))}
		summary, err := Generate(b.Context(), params, nil)
		if err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(summary.Rows()), "rows")
	}
}
