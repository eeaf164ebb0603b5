package oracle

import (
	"cmp"
	"slices"
)

// rate is a row of a rate card; below 0, or before all days, is unknown.
type rate struct {
	format              int
	least, most         int64
	since, until, price int64
}

// noDay is the number of an unknown day.
const noDay = -1_000_000

// todayDayNumber is Today in days since 1970-01-01.
const todayDayNumber = 20768

// terms draws what is agreed with creators, and how contents are watched, after all else, so that what was drawn before
// stays as it was.
func (d *graphDrawer) terms(creators, campaigns, contents []*Node) {
	for _, c := range creators {
		set(c, "rebate", maybe(d, 0.0, 0.1, 0.25, 0.328125))
		d.rates(c)
		d.slots(c, campaigns)
	}
	for _, c := range contents {
		at := ints(c, "metricsAt")
		for _, name := range laterCounts {
			if len(at) == 0 || d.r.IntN(3) == 0 {
				continue
			}
			var values []int64
			for range at {
				values = append(values, pick(d.r, []int64{-1, 0, 100, 250}))
			}
			c.Props["metrics"+name] = values
		}
	}
}

func (d *graphDrawer) rates(c *Node) {
	var all []rate
	for range d.r.IntN(7) {
		r := rate{format: d.r.IntN(len(formats)), least: pick(d.r, []int64{-1, -1, 0, 21}), most: -1,
			since: noDay, until: noDay, price: pick(d.r, []int64{0, 500, 700, 99900})}
		if d.r.IntN(3) == 0 {
			r.most = max(r.least, 0) + pick(d.r, []int64{0, 20, 60})
		}
		if d.r.IntN(3) > 0 {
			r.since = todayDayNumber + d.r.Int64N(41) - 20
		}
		if d.r.IntN(2) == 0 {
			r.until = max(r.since, todayDayNumber-20) + d.r.Int64N(30)
		}
		identity := func(o rate) bool {
			return o.format == r.format && o.least == r.least && o.most == r.most && o.since == r.since
		}
		if !slices.ContainsFunc(all, identity) {
			all = append(all, r)
		}
	}
	slices.SortFunc(all, func(a, b rate) int {
		return cmp.Or(cmp.Compare(a.format, b.format), cmp.Compare(a.least, b.least), cmp.Compare(a.most, b.most),
			cmp.Compare(a.since, b.since))
	})
	if len(all) == 0 {
		return
	}
	var names []string
	for _, r := range all {
		names = append(names, formats[r.format])
	}
	c.Props["rateFormats"] = names
	for name, of := range map[string]struct {
		value   func(rate) int64
		unknown int64
	}{
		"rateMinSeconds": {func(r rate) int64 { return r.least }, -1}, "rateMaxSeconds": {func(r rate) int64 { return r.most }, -1},
		"rateSince": {func(r rate) int64 { return r.since }, noDay}, "rateUntil": {func(r rate) int64 { return r.until }, noDay},
		"ratePrices": {func(r rate) int64 { return r.price }, -1},
	} {
		var values []int64
		for _, r := range all {
			values = append(values, of.value(r))
		}
		if slices.ContainsFunc(values, func(n int64) bool { return n != of.unknown }) {
			c.Props[name] = values
		}
	}
}

func (d *graphDrawer) slots(c *Node, campaigns []*Node) {
	var from, to []int64
	var states, keys []string
	at := int64(todayDayNumber - 20)
	for range d.r.IntN(6) {
		at += 1 + d.r.Int64N(12)
		from, to = append(from, at), append(to, at+pick(d.r, []int64{0, 0, 1, 5, 30}))
		states = append(states, pick(d.r, []string{"HELD", "BOOKED"}))
		key := ""
		if d.r.IntN(2) == 0 {
			key = pick(d.r, campaigns).Key
		}
		keys = append(keys, key)
	}
	if len(from) == 0 {
		return
	}
	c.Props["slotFrom"], c.Props["slotTo"], c.Props["slotStates"] = from, to, states
	if slices.ContainsFunc(keys, func(key string) bool { return key != "" }) {
		c.Props["slotCampaigns"] = keys
	}
}
