package analyze

import (
	"math"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/creatorgraph/creatorgraph/dataset/market"
	"github.com/creatorgraph/creatorgraph/graph/graphtest"
	"github.com/creatorgraph/creatorgraph/insight/strength"
	"github.com/creatorgraph/creatorgraph/internal/harness"
	"github.com/creatorgraph/creatorgraph/internal/reference"
)

// pairs works out all ties of a market in the plainest way: by the keys of both ends, either way round.
func pairs(m *reference.Market, today time.Time) map[string]map[string]tied {
	all := map[string]map[string]tied{}
	share := func(people map[string]bool, day time.Time, content bool) {
		age, last := 730.0, ""
		if !day.IsZero() {
			age, last = max(0, today.Sub(day).Hours()/24), day.Format(time.DateOnly) // a day to come counts as today
		}
		weight := math.Pow(0.5, age/730) / math.Log(1+float64(len(people)))
		for a := range people {
			for b := range people {
				if a == b {
					continue
				}
				if all[a] == nil {
					all[a] = map[string]tied{}
				}
				is := all[a][b]
				is.Weight += weight
				if content {
					is.Contents++
				} else {
					is.Campaigns++
				}
				is.Last = max(is.Last, last)
				all[a][b] = is
			}
		}
	}
	for _, campaign := range m.Campaigns {
		people := map[string]bool{}
		for _, p := range campaign.Participations {
			people[p.Creator.Key] = true
		}
		day := campaign.Ends
		if day.IsZero() {
			day = campaign.Starts
		}
		share(people, day, false)
	}
	for _, content := range m.Contents {
		people := map[string]bool{content.Creator.Key: true}
		for _, guest := range content.CoCreators {
			people[guest.Key] = true
		}
		share(people, content.Published.UTC().Truncate(24*time.Hour), true)
	}
	return all
}

// least is the weight of a creator's last kept tie; 0 for who has fewer.
func least(ties map[string]tied) float64 {
	var weights []float64
	for _, is := range ties {
		weights = append(weights, is.Weight)
	}
	slices.Sort(weights)
	if len(weights) < strength.Keep {
		return 0
	}
	return weights[len(weights)-strength.Keep]
}

// On a generated market the collaborations are those that plain Go finds in its rows: each with the right
// values, and all that are among the strength.Keep strongest of either end, but for equals at the end of these.
func TestCollaborationsOfAMarket(t *testing.T) {
	store := graphtest.Own(t, true)
	dir := harness.Market(t, store, market.Params{Creators: 2000, Seed: 6, Keep: harness.Series()})
	rows, err := reference.Read(dir)
	if err != nil {
		t.Fatal(err)
	}
	mustRun(t, store, Options{Today: market.DefaultToday()}, collaboration())
	got, want := seen(t, store), pairs(rows, market.DefaultToday())
	if len(got) < 1000 {
		t.Errorf("only %d collaborations", len(got))
	}
	compareTies(t, got, want)
}

func compareTies(t *testing.T, got map[string]tied, want map[string]map[string]tied) {
	t.Helper()

	const little = 1e-9
	for a, ties := range want {
		for b, is := range ties {
			if a > b {
				continue
			}
			bound := min(least(ties), least(want[b]))
			has, kept := got[a+" "+b]
			switch {
			case kept && is.Weight < bound-little:
				t.Errorf("%s %s of %g is kept, though both have strength.Keep stronger", a, b, is.Weight)
			case !kept && is.Weight > bound+little:
				t.Errorf("%s %s of %g is not kept", a, b, is.Weight)
			case kept && !cmp.Equal(is, has, near()):
				t.Errorf("%s %s (-want +got):\n%s", a, b, cmp.Diff(is, has, near()))
			}
			delete(got, a+" "+b)
		}
	}
	for pair := range got {
		t.Errorf("%s share nothing", pair)
	}
}
