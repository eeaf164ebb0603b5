package collaborator

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/creatorgraph/creatorgraph/insight"
)

// meetings draws so many, of two to four people each.
func meetings(people, many int, seed uint64) []insight.Meeting {
	r := rand.New(rand.NewPCG(seed, 9))
	var all []insight.Meeting
	for i := range many {
		m := insight.Meeting{Brand: insight.Unknown, Day: int32(i), Dated: true}
		for _, p := range r.Perm(people)[:2+r.IntN(3)] {
			m.People = append(m.People, int32(p))
		}
		slices.Sort(m.People)
		all = append(all, m)
	}
	return all
}

// held makes a network of a market of circles and of meetings.
func held(people int, of []insight.Meeting) *insight.Network {
	m := circles(people, 20, 1)
	m.Collaborations = nil
	n := &insight.Network{Market: *m, Meetings: slices.Clone(of), Positions: make([][]byte, people),
		Names: map[insight.Entity]string{}, Day: 1000}
	return n
}

func record(t *testing.T) *Record {
	t.Helper()

	m := circles(200, 20, 1)
	model, view := Learn(m, Params{Seed: 1})
	text, err := model.Record(view)
	if err != nil {
		t.Fatal(err)
	}
	r, err := ReadRecord(text)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func scoresOf(t *testing.T, l *Live, people int) map[string]string {
	t.Helper()

	all := map[string]string{}
	for p := range people {
		key := fmt.Sprintf("cr-%04d", p)
		best, known := l.Recommend(key, 30, true)
		if !known {
			t.Fatalf("there is no %s", key)
		}
		for _, one := range best {
			all[key] += fmt.Sprintf("%s %.4f\n", one.Key, one.Score)
		}
	}
	return all
}

// A network that was told of changes recommends what one that is read anew does: a new meeting, one with others in it,
// one that somebody left, one that grew too large to tie anybody, a new creator who has met somebody.
func TestFollowedIsAsReadAnew(t *testing.T) {
	t.Parallel()

	r, before := record(t), meetings(60, 80, 1)
	after := slices.Clone(before)
	after[3].People = append(slices.Clone(after[3].People), 55, 58)
	after[7].People = after[7].People[1:]
	after[9].People = nil
	for p := range int32(40) {
		after[9].People = append(after[9].People, p)
	}
	after = append(after, insight.Meeting{People: []int32{1, 2, 60}, Brand: insight.Unknown})

	followed := r.Live(held(60, before))
	changed := &insight.Changes{Creators: map[int32]insight.Creator{60: held(61, nil).Creators[60]},
		Meetings: map[int32]insight.Meeting{3: after[3], 9: after[9], 80: after[80]}, Of: map[int32][]int32{}}
	left := before[7].People[0]
	for i, m := range after {
		if slices.Contains(m.People, left) {
			changed.Of[left] = append(changed.Of[left], int32(i))
		}
	}
	followed.Change(changed)
	anew := held(61, after)
	if diff := cmp.Diff(scoresOf(t, r.Live(anew), 61), scoresOf(t, followed, 61)); diff != "" {
		t.Errorf("followed beside read anew (-want +got):\n%s", diff)
	}
}

// Of a category of 121, 61 have shared one campaign, too large to tie them. Whoever was in it is recommended the 60 who
// were not, not nobody; also where the market is so large that not everybody is looked at.
func TestNewOnesAreRecommendedToThoseWhoMetAllOthers(t *testing.T) {
	t.Parallel()

	r := record(t)
	for _, people := range []int{121, exhaustiveLimit + 1000} {
		n := held(people, []insight.Meeting{{Brand: insight.Unknown}})
		for p := range n.Creators {
			n.Creators[p].Categories, n.Creators[p].Agency = []int32{0}, insight.Unknown
			if p >= 121 {
				n.Creators[p].Categories = []int32{1}
			}
		}
		for p := range int32(61) {
			n.Meetings[0].People = append(n.Meetings[0].People, p)
		}
		best, _ := r.Live(n).Recommend("cr-0005", 100, true)
		fresh := 0
		for _, one := range best {
			p := numberOf(t, one)
			if p < 61 {
				t.Errorf("of %d: %s is recommended, who was in the same campaign", people, one.Key)
			}
			if p >= 61 && p < 121 {
				fresh++
			}
		}
		if fresh != 60 {
			t.Errorf("of %d: %d of the 60 new ones are recommended", people, fresh)
		}
	}
}

// In a large market nobody is looked at twice, and neither those who skip says true of nor the source.
func TestShortlist(t *testing.T) {
	t.Parallel()

	m := circles(exhaustiveLimit+200, 20, 7)
	s := newSource(newView(m, func(int) bool { return false }, 4, 1))
	for of := range int32(50) {
		s.reset(of)
		list := s.shortlist(func(c int32) bool { return c%7 == 0 })
		seen := map[int32]bool{}
		for _, c := range list {
			if seen[c] || c == of || c%7 == 0 {
				t.Fatalf("for %d: %d is on the list", of, c)
			}
			seen[c] = true
		}
		to, _ := s.v.network.partners(of)
		for _, p := range to {
			next, _ := s.v.network.partners(p)
			for _, c := range next {
				if c != of && c%7 != 0 && !seen[c] {
					t.Errorf("for %d: a partner's partner, %d, is not on the list", of, c)
				}
			}
		}
	}
}

// What is called common, shared or similar speaks for a pair, and the more of it the more so: sizes that are nearer
// never count less.
func TestCurvesGoOneWay(t *testing.T) {
	t.Parallel()

	for seed := range uint64(3) {
		model, _ := Learn(circles(200, 20, seed), Params{Seed: seed})
		for f, curve := range model.Curves {
			if features[f].way == either {
				continue
			}
			values := slices.Clone(curve.Values)
			if features[f].way == falls {
				slices.Reverse(values)
			}
			if !slices.IsSorted(values) || len(values) > 0 && values[0] != 0 {
				t.Errorf("seed %d: %s adds %v at %v", seed, features[f].name, curve.Values, curve.Knots)
			}
		}
	}
}

// Without an audience nothing is said of audiences, whatever the region.
func TestRegionsAreNoAudiences(t *testing.T) {
	t.Parallel()

	m := circles(200, 20, 4)
	for p := range m.Creators {
		m.Creators[p].Audience = nil
	}
	model, view := Learn(m, Params{Seed: 1})
	model.Curves[region] = Curve{[]float64{0, 1}, []float64{0, 1}}
	same := 0
	for of := range int32(20) {
		for _, one := range model.Recommend(view, of, everybody(m), 50, names) {
			for _, reason := range one.Reasons {
				switch reason.Kind {
				case insight.SimilarAudience:
					t.Errorf("%s for %d: %s", one.Key, of, reason.Text)
				case insight.SameRegion:
					same++
					if reason.Text != "同一地区 · the same region" || m.Creators[numberOf(t, one)].Region != m.Creators[of].Region {
						t.Errorf("%s for %d: %s", one.Key, of, reason.Text)
					}
				}
			}
		}
	}
	if same == 0 {
		t.Error("nobody is recommended for the region")
	}
}
