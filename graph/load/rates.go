package load

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"
	"time"

	"github.com/creatorgraph/creatorgraph/dataset"
	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/statements"
)

// pricedFormats are the formats of contents and how properties that hold their prices end.
var pricedFormats = []struct{ format, suffix string }{{"SHORT_VIDEO", "ShortVideo"}, {"MID_VIDEO", "MidVideo"},
	{"IMAGE_TEXT", "ImageText"}, {"LIVE", "Live"}}

// rate is a row of a rate card.
type rate struct {
	format            string
	shortest, longest int64 // seconds; of a length that is not told, 0 and no bound
	hasLength         bool
	since, until      int64 // days; from and to the ends of time where they are not told
	price             int64
}

// inForce says whether the rate holds on a day.
func (r rate) inForce(day int64) bool { return r.since <= day && day <= r.until }

// compareRates puts first the rate of a format that its price is taken from: without a length, or else of the shortest
// length; of one length the one that began last.
func compareRates(a, b rate) int {
	if a.hasLength != b.hasLength {
		if b.hasLength {
			return -1
		}
		return 1
	}
	return cmp.Or(cmp.Compare(a.shortest, b.shortest), cmp.Compare(a.longest, b.longest), cmp.Compare(b.since, a.since))
}

// rates reads a series of the table rate_cards.
func (c *codec) rates(s series) []rate {
	if len(s) == 0 {
		return nil
	}
	all := make([]rate, len(s[0]))
	for i := range all {
		p := s.point(i)
		all[i] = rate{format: c.texts[0].texts[p[0]], hasLength: p[1] != unknownCount || p[2] != unknownCount,
			shortest: max(p[1], 0), longest: p[2], since: p[3], until: p[4], price: p[5]}
		if p[2] == unknownCount {
			all[i].longest = math.MaxInt64
		}
		if p[4] == unknownDay {
			all[i].until = math.MaxInt64
		}
	}
	return all
}

// ratedPrices gives what a creator's rates say of the creator's prices on a day, by property; isGiven tells of a price that
// something else gives.
func ratedPrices(rates []rate, day int64, isGiven func(property string) bool) map[string]any {
	properties := map[string]any{"ratedPrices": nil, "ratesChange": nil}
	if next := nextChange(rates, day); next != math.MaxInt64 {
		properties["ratesChange"] = graph.Day(time.Unix(next*secondsPerDay, 0).UTC())
	}
	var rated []string
	for _, of := range pricedFormats {
		price, order := "price"+of.suffix, "byPrice"+of.suffix
		if isGiven(price) {
			continue
		}
		inForce := slices.DeleteFunc(slices.Clone(rates), func(r rate) bool { return r.format != of.format || !r.inForce(day) })
		if len(inForce) == 0 {
			properties[price], properties[order] = nil, unknownNumber
			continue
		}
		best := slices.MinFunc(inForce, compareRates)
		properties[price], properties[order] = best.price, best.price
		rated = append(rated, price, order)
	}
	if len(rated) > 0 {
		properties["ratedPrices"] = rated
	}
	return properties
}

// nextChange is the next day after one on which a rate begins, or no longer holds.
func nextChange(rates []rate, day int64) int64 {
	next := int64(math.MaxInt64)
	for _, r := range rates {
		if r.since > day {
			next = min(next, r.since)
		}
		if r.until >= day && r.until < math.MaxInt64 {
			next = min(next, r.until+1)
		}
	}
	return next
}

// prices takes the prices of some creators from their rate cards, where nothing else gives them.
func prices(ctx context.Context, tx graph.Tx, keys []string, today time.Time) error {
	records, err := tx.Run(ctx, graph.Statement{
		Text: statements.Text("totals/rates"), Params: map[string]any{"keys": keys}})
	if err != nil || len(records) == 0 {
		return err
	}
	codec := newCodec(tableNamed("rate_cards"))
	rows := make([]map[string]any, len(records))
	for i, r := range records {
		s, err := codec.series(r)
		if err != nil {
			return fmt.Errorf("creator %q: %w", r["key"], err)
		}
		given, _ := r["given"].([]any)
		isGiven := func(property string) bool { return slices.Contains(given, any(property)) }
		rows[i] = map[string]any{"key": r["key"], "properties": ratedPrices(codec.rates(s), daysOf(today), isGiven)}
	}
	_, err = tx.Run(ctx, graph.Statement{Text: statements.Text("totals/prices"), Params: map[string]any{"rows": rows}})
	return err
}

func tableNamed(name string) dataset.Table {
	tables := dataset.Tables()
	return tables[slices.IndexFunc(tables, func(t dataset.Table) bool { return t.Name == name })]
}

// prices gives a creator's properties the prices of the creator's rates.
func (o *offline) prices(properties map[string]any, s series) {
	if s == nil {
		return
	}
	isGiven := func(property string) bool { return properties[property] != nil }
	for name, value := range ratedPrices(o.series["rate_cards"].codec.rates(s), o.totals.today, isGiven) {
		properties[name] = value
	}
}
