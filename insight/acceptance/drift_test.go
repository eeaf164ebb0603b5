package acceptance

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/creatorgraph/creatorgraph/insight"
)

// answering is a market of creators who are asked in turn, a day after the other; who accepts by a chance of its own.
func answering(creators, asked int, chance func(creator, nth int) float64) *Market {
	dice := rand.New(rand.NewPCG(5, 5))
	m := &Market{Campaigns: []Campaign{{Brand: insight.Unknown, Starts: insight.Unknown}}}
	for p := range creators {
		m.Creators = append(m.Creators, Creator{Followers: int64(1000 + p)})
	}
	for n := range asked {
		for p := range creators {
			at := int64(n*creators+p+1) * daySeconds / 8
			m.Invitations = append(m.Invitations, Invitation{Creator: int32(p), At: at, Answered: at + 60,
				Accepted: dice.Float64() < chance(p, n)})
		}
	}
	return m
}

// A creator who accepts 9 offers in 10, and then 3, is told of within 12 answers; the others are not, whatever order the
// answers arrive in.
func TestFallenCreatorsAreTold(t *testing.T) {
	t.Parallel()

	const creators, asked, falls = 30, 60, 40
	m := answering(creators, asked, func(creator, nth int) float64 {
		if creator < 3 && nth >= falls {
			return .3
		}
		return .9
	})
	learned, err := Learn(m, m.Invitations[creators*falls].At)
	if err != nil {
		t.Fatal(err)
	}
	got := learned.Drifts(m)
	told := map[int32]int{}
	for _, d := range got {
		if !d.Fell || d.Creator >= 3 {
			t.Errorf("a false alarm: %+v", d)
			continue
		}
		if _, again := told[d.Creator]; !again {
			told[d.Creator] = d.Results
		}
	}
	if len(told) < 3 {
		t.Errorf("told of %v", told)
	}
	for creator, results := range told {
		if results > 12+5 { // what came by chance just before the fall counts, too
			t.Errorf("creator %d was told of after %d answers", creator, results)
		}
	}
	dice := rand.New(rand.NewPCG(6, 6))
	dice.Shuffle(len(m.Invitations), func(i, j int) { m.Invitations[i], m.Invitations[j] = m.Invitations[j], m.Invitations[i] })
	if again := learned.Drifts(m); !slices.Equal(again, got) {
		t.Errorf("in another order of arrival: %v, before %v", again, got)
	}
}

// Held one answer after another, whatever order they arrive in, is what is held of all at once; a withdrawn answer leaves
// nothing behind, and a late one counts from when it was given.
func TestAnswersOneByOneAreAllAtOnce(t *testing.T) {
	t.Parallel()

	const creators = 20
	m := answering(creators, 30, func(creator, _ int) float64 { return .5 + .02*float64(creator) })
	learned, err := Learn(m, m.Invitations[len(m.Invitations)-1].At)
	if err != nil {
		t.Fatal(err)
	}
	by := make([][]Invitation, creators)
	for _, one := range m.Invitations {
		by[one.Creator] = append(by[one.Creator], one)
	}
	bare := &Market{Campaigns: m.Campaigns, Creators: slices.Clone(m.Creators)}
	all := *m
	all.Invitations = slices.Clone(m.Invitations)
	whole, oneByOne := Hold(learned, &all), Hold(learned, bare)
	dice := rand.New(rand.NewPCG(7, 7))
	for p, answers := range by {
		shuffled := slices.Clone(answers)
		dice.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		for n := range shuffled { // the last that arrives is late for all that went out meanwhile
			oneByOne.Change(int32(p), m.Creators[p], slices.Clone(shuffled[:n+1]))
		}
	}
	same := func(when string) {
		t.Helper()
		a, b := whole.Ask(m.Campaigns[0], 400), oneByOne.Ask(m.Campaigns[0], 400)
		for p := range int32(creators) {
			if x, y := a.Chance(p, 0, 0), b.Chance(p, 0, 0); x != y {
				t.Errorf("%s, creator %d: %v at once, %v one by one", when, p, x, y)
			}
		}
	}
	same("in any order")
	withdrawn := append(slices.Clone(by[4]), Invitation{Creator: 4, At: 300 * daySeconds, Answered: 301 * daySeconds})
	oneByOne.Change(4, m.Creators[4], withdrawn)
	oneByOne.Change(4, m.Creators[4], by[4])
	same("after an answer was withdrawn")
}
