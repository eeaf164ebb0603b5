package reference

import (
	"cmp"
	"slices"
	"strings"
	"time"
)

// Row is an answer as a client reads it: by field name, numbers as float64, what is null absent.
type Row = map[string]any

// PerformanceFields are the fields of a performance, to ask for.
const PerformanceFields = "participations creators fee impressions engagements clicks conversions gmv cpm cpe ctr cvr roas roi"

// Performance adds participations up. What is unknown in all of them, and a ratio of unknown, by nothing or of a part that
// exceeds its whole, is absent.
func Performance(of []*Participation) Row {
	creators := map[*Creator]bool{}
	for _, p := range of {
		creators[p.Creator] = true
	}
	row := Row{"participations": float64(len(of)), "creators": float64(len(creators))}
	fee := add(row, "fee", of, func(p *Participation) Number { return p.Fee })
	impressions := add(row, "impressions", of, func(p *Participation) Number { return p.Impressions })
	engagements := add(row, "engagements", of, func(p *Participation) Number { return p.Engagements })
	clicks := add(row, "clicks", of, func(p *Participation) Number { return p.Clicks })
	conversions := add(row, "conversions", of, func(p *Participation) Number { return p.Conversions })
	gmv := add(row, "gmv", of, func(p *Participation) Number { return p.GMV })
	divide(row, "cpm", Number{1000 * fee.Value, fee.Known}, impressions)
	divide(row, "cpe", fee, engagements)
	divide(row, "ctr", clicks.within(impressions), impressions)
	divide(row, "cvr", conversions.within(clicks), clicks)
	divide(row, "roas", gmv, fee)
	divide(row, "roi", Number{gmv.Value - fee.Value, gmv.Known && fee.Known}, fee)
	return row
}

func add(row Row, name string, of []*Participation, value func(*Participation) Number) Number {
	var sum Number
	for _, p := range of {
		if n := value(p); n.Known {
			sum.Value, sum.Known = sum.Value+n.Value, true
		}
	}
	if sum.Known {
		row[name] = float64(sum.Value)
	}
	return sum
}

// within is a number that is a part of another one; more than that is no number of it.
func (n Number) within(whole Number) Number {
	return Number{n.Value, n.Known && n.Value <= whole.Value}
}

func divide(row Row, name string, of, by Number) {
	if of.Known && by.Known && by.Value != 0 {
		row[name] = float64(of.Value) / float64(by.Value)
	}
}

// Period is from a first to a last day; a zero one bounds nothing.
type Period struct{ From, To time.Time }

// holds says whether a campaign began in the period.
func (p Period) holds(c *Campaign) bool {
	if p.From.IsZero() && p.To.IsZero() {
		return true
	}
	return !c.Starts.IsZero() && !c.Starts.Before(p.From) && (p.To.IsZero() || !c.Starts.After(p.To))
}

// within are the participations in campaigns that began in a period.
func within(of []*Participation, p Period) []*Participation {
	return slices.DeleteFunc(slices.Clone(of), func(one *Participation) bool { return !p.holds(one.Campaign) })
}

// Performance of a creator.
func (c *Creator) Performance(p Period) Row { return Performance(within(c.Participations, p)) }

// Performance of a brand.
func (b *Brand) Performance(p Period) Row { return Performance(within(b.participations(), p)) }

func (b *Brand) participations() []*Participation {
	var all []*Participation
	for _, campaign := range b.Campaigns {
		all = append(all, campaign.Participations...)
	}
	return all
}

// Performance of an agency: of what creators did while under contract.
func (a *Agency) Performance(p Period) Row { return Performance(within(a.participations(), p)) }

func (a *Agency) participations() []*Participation {
	seen := map[*Participation]bool{}
	var all []*Participation
	for _, contract := range a.Contracts {
		for _, p := range contract.Creator.Participations {
			if contract.InForce(p.Campaign.Starts) && !seen[p] {
				seen[p] = true
				all = append(all, p)
			}
		}
	}
	return all
}

// Brands are the keys of those the agency's creators worked for while under contract.
func (a *Agency) Brands() []string {
	keys := map[string]bool{}
	for _, p := range a.participations() {
		keys[p.Campaign.Brand.Key] = true
	}
	return sortedKeys(keys)
}

// Brands are the edges from a creator to the brands worked for.
func (c *Creator) Brands() []Row {
	of := map[string][]*Participation{}
	for _, p := range c.Participations {
		of[p.Campaign.Brand.Key] = append(of[p.Campaign.Brand.Key], p)
	}
	return edges("brand", of)
}

// Creators are the edges from a brand to the creators who worked for it.
func (b *Brand) Creators() []Row {
	of := map[string][]*Participation{}
	for _, p := range b.participations() {
		of[p.Creator.Key] = append(of[p.Creator.Key], p)
	}
	return edges("creator", of)
}

// edges are in the order of the API: most campaigns first, then by key.
func edges(end string, of map[string][]*Participation) []Row {
	var all []Row
	for key, did := range of {
		campaigns := map[*Campaign]bool{}
		var last time.Time
		for _, p := range did {
			campaigns[p.Campaign] = true
			if p.Campaign.Ends.After(last) {
				last = p.Campaign.Ends
			}
		}
		total := Performance(did)
		row := Row{"campaigns": float64(len(campaigns)), end: Row{"key": key}, "performance": total}
		if total["fee"] != nil {
			row["fee"] = total["fee"]
		}
		if !last.IsZero() {
			row["last"] = last.Format(time.DateOnly)
		}
		all = append(all, row)
	}
	slices.SortFunc(all, func(a, b Row) int {
		return cmp.Or(cmp.Compare(campaignsIn(b), campaignsIn(a)), strings.Compare(keyAt(a, end), keyAt(b, end)))
	})
	return all
}

func campaignsIn(row Row) float64 {
	n, _ := row["campaigns"].(float64)
	return n
}

func keyAt(row Row, end string) string {
	other, _ := row[end].(Row)
	key, _ := other["key"].(string)
	return key
}

func sortedKeys[V any](of map[string]V) []string {
	keys := make([]string, 0, len(of))
	for key := range of {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}
