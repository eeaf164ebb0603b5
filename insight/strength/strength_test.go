package strength

import (
	"math"
	"math/rand/v2"
	"sort"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// handed gives the ties kept, by pair.
func handed(t *testing.T, n *Network) map[[2]int32]Collaboration {
	t.Helper()

	all := map[[2]int32]Collaboration{}
	err := n.Strongest(func(of int32, kept []Collaboration) error {
		for i, tie := range kept {
			if i > 0 && kept[i-1].To >= tie.To {
				t.Errorf("of %d: %d comes before %d", of, kept[i-1].To, tie.To)
			}
			pair := [2]int32{of, tie.To}
			if _, twice := all[pair]; twice || tie.To <= of {
				t.Errorf("pair %v twice or the wrong way round", pair)
			}
			all[pair] = tie
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// A campaign of three a year ago and a content of two that nobody dated, by hand.
func TestStrength(t *testing.T) {
	t.Parallel()

	things := []SharedWork{
		{Dated: true, Day: 10_000 - 365, People: []int32{0, 1, 2}},
		{Content: true, People: []int32{1, 2}},
		{Dated: true, Day: 10_100, People: []int32{2, 3}}, // is still to come: counts as of today
		{People: []int32{3}},
	}
	campaign := 1 / math.Log(4) * math.Sqrt(0.5)
	content := 1 / math.Log(3) / 2
	want := map[[2]int32]Collaboration{
		{0, 1}: {To: 1, Strength: campaign, Campaigns: 1, Dated: true, Last: 9_635},
		{0, 2}: {To: 2, Strength: campaign, Campaigns: 1, Dated: true, Last: 9_635},
		{1, 2}: {To: 2, Strength: campaign + content, Campaigns: 1, Contents: 1, Dated: true, Last: 9_635},
		{2, 3}: {To: 3, Strength: 1 / math.Log(3), Campaigns: 1, Dated: true, Last: 10_100},
	}
	got := handed(t, NewNetwork(4, things, 10_000))
	if diff := cmp.Diff(want, got, near()); diff != "" {
		t.Errorf("ties (-want +got):\n%s", diff)
	}
}

func near() cmp.Option {
	return cmp.Comparer(func(x, y float64) bool { return math.Abs(x-y) <= 1e-12*math.Max(math.Abs(x), 1) })
}

// What is kept is what is among the Keep strongest of either end, as a table of all pairs has it.
func TestKeepsTheStrongestOfEitherEnd(t *testing.T) {
	t.Parallel()

	const people, present = 120, 20_000
	dice := rand.New(rand.NewPCG(1, 2))
	var things []SharedWork
	for range 150 {
		things = append(things, SharedWork{Content: dice.IntN(4) == 0, Dated: dice.IntN(5) > 0,
			Day: present - dice.Int32N(900) + 50, People: some(dice, people, 2+dice.IntN(30))})
	}
	got := handed(t, NewNetwork(people, things, present))
	if diff := cmp.Diff(plain(people, things, present), got, near()); diff != "" {
		t.Errorf("ties (-want +got):\n%s", diff)
	}
}

func some(dice *rand.Rand, of, n int) []int32 {
	var all []int32
	for _, p := range dice.Perm(of)[:n] {
		all = append(all, int32(p))
	}
	return all
}

// plain is Strongest in the plainest way.
func plain(people int, things []SharedWork, present int32) map[[2]int32]Collaboration {
	pairs := map[[2]int32]Collaboration{}
	for _, thing := range things {
		for _, a := range thing.People {
			for _, b := range thing.People {
				if a >= b {
					continue
				}
				tie := pairs[[2]int32{a, b}]
				tie.To = b
				tie.Strength += thing.Share(present)
				if thing.Content {
					tie.Contents++
				} else {
					tie.Campaigns++
				}
				if thing.Dated {
					tie.Last, tie.Dated = max(tie.Last, thing.Day), true
				}
				pairs[[2]int32{a, b}] = tie
			}
		}
	}
	kept := map[[2]int32]Collaboration{}
	for p := range int32(people) {
		var own [][2]int32
		for pair := range pairs {
			if pair[0] == p || pair[1] == p {
				own = append(own, pair)
			}
		}
		sort.Slice(own, func(i, j int) bool {
			x, y := pairs[own[i]], pairs[own[j]]
			if x.Strength != y.Strength {
				return x.Strength > y.Strength
			}
			return own[i][0]+own[i][1] < own[j][0]+own[j][1]
		})
		for _, pair := range own[:min(Keep, len(own))] {
			kept[pair] = pairs[pair]
		}
	}
	return kept
}
