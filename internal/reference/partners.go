package reference

import (
	"math"
	"slices"
	"strings"
	"time"
)

// sharedWork is a campaign or content that creators of an agency had part in together with others.
type sharedWork struct {
	kind   string
	key    string
	day    time.Time
	people []*Creator
}

// Partners of an agency, of all agencies of the market: the share of what its creators did in company that was in the
// other's company. It looks at no more than the 500 campaigns and 500 contents that are latest.
func (a *Agency) Partners(m *Market, today time.Time) []Scored {
	did := append(latest(a.sharedCampaigns(m)), latest(a.sharedContents(m))...)
	var last time.Time
	for i, one := range did {
		one.day = past(one.day, today)
		did[i] = one
		if one.day.After(last) {
			last = one.day
		}
	}
	whole := 0.0
	weights := map[*Agency]map[string]float64{}
	for _, one := range did {
		weight := math.Pow(0.5, last.Sub(one.day).Hours()/24/365) / math.Log(1+float64(len(one.people)))
		whole += weight
		for _, other := range m.Agencies {
			if other != a && bothIn(one, a, other) {
				if weights[other] == nil {
					weights[other] = map[string]float64{}
				}
				weights[other][one.kind] += weight
			}
		}
	}
	var all []Scored
	for other, of := range weights {
		s := Scored{Key: other.Key, Weights: of}
		for kind := range of {
			of[kind] /= whole
			s.Score += of[kind]
		}
		all = append(all, s)
	}
	return byScore(all)
}

// bothIn says whether a creator of one agency and another one of the other had part.
func bothIn(in sharedWork, one, other *Agency) bool {
	for _, x := range in.people {
		for _, y := range in.people {
			if x != y && x.with(one, in.day) && y.with(other, in.day) {
				return true
			}
		}
	}
	return false
}

// with says whether the creator was under contract with an agency on a day.
func (c *Creator) with(a *Agency, day time.Time) bool {
	return slices.ContainsFunc(c.Contracts, func(one *Contract) bool { return one.Agency == a && one.InForce(day) })
}

func (a *Agency) sharedCampaigns(m *Market) []sharedWork {
	var all []sharedWork
	for _, campaign := range m.Campaigns {
		one := sharedWork{"SHARED_CAMPAIGNS", campaign.Key, campaign.Starts, nil}
		for _, p := range campaign.Participations {
			one.people = append(one.people, p.Creator)
		}
		all = a.keep(all, one)
	}
	return all
}

func (a *Agency) sharedContents(m *Market) []sharedWork {
	var all []sharedWork
	for _, content := range m.Contents {
		day := content.Published.Truncate(24 * time.Hour)
		one := sharedWork{"SHARED_CONTENTS", content.Key, day, []*Creator{content.Creator}}
		for _, guest := range content.CoCreators {
			if !slices.Contains(one.people, guest) {
				one.people = append(one.people, guest)
			}
		}
		all = a.keep(all, one)
	}
	return all
}

// keep adds what at least two had part in, one of them the agency's.
func (a *Agency) keep(all []sharedWork, one sharedWork) []sharedWork {
	if len(one.people) > 1 && slices.ContainsFunc(one.people, func(c *Creator) bool { return c.with(a, one.day) }) {
		return append(all, one)
	}
	return all
}

// latest are the 500 latest, then by key.
func latest(all []sharedWork) []sharedWork {
	slices.SortFunc(all, func(x, y sharedWork) int {
		if c := y.day.Compare(x.day); c != 0 {
			return c
		}
		return strings.Compare(x.key, y.key)
	})
	return all[:min(500, len(all))]
}

// past is a day, today for one to come.
func past(day, today time.Time) time.Time {
	if day.After(today) {
		return today
	}
	return day
}
