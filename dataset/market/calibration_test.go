package market

import (
	"cmp"
	"math"
	"path/filepath"
	"slices"
	"testing"
)

// The published figures, and how far a market of 20,000 may be from them; docs/market.md tells both.
func TestMarketComesOutNearThePublishedFigures(t *testing.T) {
	t.Parallel()
	dir, s := generated(t, Params{Creators: 20_000, Seed: 1})
	for _, figure := range []struct {
		name      string
		got, want float64
		tolerance float64 // as a share of want
	}{
		{"CPM in yuan of the self-picked", s.SelfPicked.CPMYuan(), 62.3, 0.15},
		{"CPM in yuan of the recommended", s.Recommended.CPMYuan(), 21.8, 0.15},
		{"CTR of the self-picked", s.SelfPicked.CTR(), 0.0025, 0.2},
		{"CTR of the recommended", s.Recommended.CTR(), 0.013, 0.2},
		{"acceptance", s.Acceptance(), 0.88, 0.02},
		{"participations for a creator", float64(rowCount(s, "participations")) / 20_000, 4.74, 0.15},
		{"campaigns for a creator", float64(rowCount(s, "campaigns")) / 20_000, 0.3, 0.01},
	} {
		if math.Abs(figure.got/figure.want-1) > figure.tolerance {
			t.Errorf("%s: %.4g, want %.4g within %.0f %%", figure.name, figure.got, figure.want,
				100*figure.tolerance)
		}
	}
	if rows := s.Rows(); rows > 1_500_000 {
		t.Errorf("%d rows, want at most 1,500,000 for a demo's import", rows)
	}
	checkTails(t, dir)
}

// checkTails holds that sizes fall off as they do in the world: few have most.
func checkTails(t *testing.T, dir string) {
	t.Helper()
	var followers []float64
	for _, r := range rowsOf(t, filepath.Join(dir, "creators.csv")) {
		followers = append(followers, float64(number(t, r["followers"])))
	}
	if alpha := hill(followers, 2000); math.Abs(alpha-followersAlpha) > 0.1 {
		t.Errorf("followers fall off with exponent %.2f, want %.2f", alpha, followersAlpha)
	}
	for _, tail := range []struct {
		file, column string
		least        float64 // that the largest tenth has at least
	}{
		{"campaigns.csv", "brand", 0.35},
		{"contracts.csv", "agency", 0.25},
		{"participations.csv", "campaign", 0.3},
		{"participations.csv", "creator", 0.3},
	} {
		if share := topTenth(rowsOf(t, filepath.Join(dir, tail.file)), tail.column); share < tail.least {
			t.Errorf("%s: the largest tenth by %s has %.2f of the rows, want at least %.2f",
				tail.file, tail.column, share, tail.least)
		}
	}
}

// hill estimates a power law's exponent from the k largest (Hill, Ann. Statist. 3, 1975).
func hill(sizes []float64, k int) float64 {
	slices.SortFunc(sizes, func(a, b float64) int { return cmp.Compare(b, a) })
	var sum float64
	for _, size := range sizes[:k] {
		sum += math.Log(size / sizes[k])
	}
	return float64(k) / sum
}

// topTenth is the share of rows that belong to the tenth of keys with the most.
func topTenth(rows []row, column string) float64 {
	count := map[string]int{}
	for _, r := range rows {
		count[r[column]]++
	}
	var sizes []int
	for _, n := range count {
		sizes = append(sizes, n)
	}
	slices.SortFunc(sizes, func(a, b int) int { return b - a })
	top := 0
	for _, n := range sizes[:max(1, len(sizes)/10)] {
		top += n
	}
	return float64(top) / float64(len(rows))
}
