package reference

import (
	"cmp"
	"math"
	"slices"
	"time"
)

// Collaborator is somebody a creator shared campaigns, contents or brands with.
type Collaborator struct {
	Creator                     *Creator
	Campaigns, Contents, Brands int
	Last                        time.Time // zero when they share only brands, or unknown
	Weight                      float64
}

// halfLifeDays is how many days halve a tie; as old counts what is of no known day.
const halfLifeDays = 730

// Collaborators gives a creator's collaborators on a day, the greatest weight first, then by key.
func (m *Market) Collaborators(c *Creator, today time.Time) []Collaborator {
	found := map[*Creator]*Collaborator{}
	of := func(other *Creator) *Collaborator {
		if found[other] == nil {
			found[other] = &Collaborator{Creator: other}
		}
		return found[other]
	}
	fade := func(day time.Time) float64 {
		days := float64(halfLifeDays)
		if !day.IsZero() {
			days = max(0, math.Round(today.Sub(day).Hours()/24))
		}
		return math.Pow(0.5, days/halfLifeDays)
	}
	for _, p := range c.Participations {
		tie := fade(p.Campaign.last()) / math.Log(1+float64(max(len(p.Campaign.Participations), 2)))
		for _, q := range p.Campaign.Participations {
			one := of(q.Creator)
			one.Campaigns++
			one.add(p.Campaign.last(), tie)
		}
	}
	for content := range c.contents() {
		day := content.Published.UTC().Truncate(24 * time.Hour)
		tie := fade(day) / math.Log(1+float64(max(1+len(content.CoCreators), 2)))
		people := map[*Creator]bool{content.Creator: true}
		for _, guest := range content.CoCreators {
			people[guest] = true
		}
		for person := range people {
			one := of(person)
			one.Contents++
			one.add(day, tie)
		}
	}
	for brand, mine := range c.worked() {
		all := brand.worked()
		for other, theirs := range all {
			day := mine
			if mine.IsZero() || theirs.IsZero() || theirs.Before(mine) {
				day = earlier(mine, theirs, today)
			}
			one := of(other)
			one.Brands++
			one.Weight += 0.1 * fade(day) / math.Log(1+float64(max(len(all), 2)))
		}
	}
	delete(found, c)
	var sorted []Collaborator
	for _, one := range found {
		one.Weight = math.Round(1e9*one.Weight) / 1e9
		sorted = append(sorted, *one)
	}
	slices.SortFunc(sorted, func(a, b Collaborator) int {
		return cmp.Or(cmp.Compare(b.Weight, a.Weight), cmp.Compare(a.Creator.Key, b.Creator.Key))
	})
	return sorted
}

func (o *Collaborator) add(day time.Time, tie float64) {
	o.Weight += tie
	if day.After(o.Last) {
		o.Last = day
	}
}

// earlier is the earlier of two days, an unknown one counting as halfLifeDays days ago.
func earlier(a, b, today time.Time) time.Time {
	unknown := today.AddDate(0, 0, -halfLifeDays)
	if a.IsZero() {
		a = unknown
	}
	if b.IsZero() {
		b = unknown
	}
	if b.Before(a) {
		return b
	}
	return a
}

// last is a campaign's last day; its first where the last is unknown.
func (c *Campaign) last() time.Time {
	if c.Ends.IsZero() {
		return c.Starts
	}
	return c.Ends
}

// contents are those a creator shared with others, posted or appeared in, each once.
func (c *Creator) contents() map[*Content]bool {
	all := map[*Content]bool{}
	for _, content := range append(slices.Clone(c.Posted), c.Appears...) {
		if len(content.CoCreators) > 0 {
			all[content] = true
		}
	}
	return all
}

// worked gives the brands a creator worked for, each with the last day of the latest campaign.
func (c *Creator) worked() map[*Brand]time.Time {
	brands := map[*Brand]time.Time{}
	for _, p := range c.Participations {
		brand, day := p.Campaign.Brand, p.Campaign.last()
		if known, ok := brands[brand]; !ok || day.After(known) {
			brands[brand] = day
		}
	}
	return brands
}

// worked gives the creators who worked for a brand, each with the last day of the latest campaign.
func (b *Brand) worked() map[*Creator]time.Time {
	creators := map[*Creator]time.Time{}
	for _, campaign := range b.Campaigns {
		for _, p := range campaign.Participations {
			if known, ok := creators[p.Creator]; !ok || campaign.last().After(known) {
				creators[p.Creator] = campaign.last()
			}
		}
	}
	return creators
}
