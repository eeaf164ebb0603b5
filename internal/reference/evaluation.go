package reference

import "time"

// Agency is the one under whose contract the creator is on a day: of several the one signed last, then the
// smallest key; nil for none.
func (c *Creator) Agency(day time.Time) *Agency {
	var best *Contract
	for _, one := range c.Contracts {
		if !one.InForce(day) {
			continue
		}
		if best == nil || one.Since.After(best.Since) ||
			one.Since.Equal(best.Since) && one.Agency.Key < best.Agency.Key {
			best = one
		}
	}
	if best == nil {
		return nil
	}
	return best.Agency
}

// Evaluation of a campaign. Today stands for the first day where that is unknown.
func (c *Campaign) Evaluation(m *Market, today time.Time) Row {
	row := Row{"total": Performance(c.Participations), "benchmark": Performance(c.benchmark(m)),
		"bySource":   parts("source", c.Participations, func(p *Participation) (string, bool) { return p.Source, p.Source != "" }),
		"byCategory": parts("category", c.Participations, mainCategory),
		"byAgency":   c.byAgency(today)}
	answered, accepted := 0.0, 0.0
	for _, invitation := range c.Invitations {
		if invitation.Answer != "" {
			answered++
		}
		if invitation.Answer == "ACCEPTED" {
			accepted++
		}
	}
	if answered > 0 {
		row["acceptanceRate"] = accepted / answered
	}
	return row
}

func mainCategory(p *Participation) (string, bool) {
	if len(p.Creator.Categories) == 0 {
		return "", false
	}
	return p.Creator.Categories[0].Key, true
}

// parts groups participations, and gives each group's performance, by the group's name.
func parts(name string, of []*Participation, group func(*Participation) (string, bool)) []any {
	groups := map[string][]*Participation{}
	for _, p := range of {
		if key, ok := group(p); ok {
			groups[key] = append(groups[key], p)
		}
	}
	all := []any{}
	for _, key := range sortedKeys(groups) {
		row := Row{"performance": Performance(groups[key]), name: Row{"key": key}}
		if name == "source" {
			row[name] = key
		}
		all = append(all, row)
	}
	return all
}

func (c *Campaign) byAgency(today time.Time) []any {
	day := c.Starts
	if day.IsZero() {
		day = today
	}
	var alone []*Participation
	all := parts("agency", c.Participations, func(p *Participation) (string, bool) {
		agency := p.Creator.Agency(day)
		if agency == nil {
			alone = append(alone, p)
			return "", false
		}
		return agency.Key, true
	})
	if len(alone) > 0 {
		all = append(all, Row{"performance": Performance(alone)})
	}
	return all
}

// benchmark are the participations of other campaigns that share a category and began in the 90 days before.
func (c *Campaign) benchmark(m *Market) []*Participation {
	var all []*Participation
	for _, other := range m.Campaigns {
		if c.Starts.IsZero() || other.Starts.IsZero() || !other.Starts.Before(c.Starts) ||
			other.Starts.Before(c.Starts.AddDate(0, 0, -90)) {
			continue
		}
		if shareCategory(c.Categories, other.Categories) {
			all = append(all, other.Participations...)
		}
	}
	return all
}

func shareCategory(some, others []*Category) bool {
	for _, one := range some {
		for _, other := range others {
			if one == other {
				return true
			}
		}
	}
	return false
}
