package load

import (
	"fmt"
	"slices"
	"time"

	"github.com/creatorgraph/creatorgraph/dataset"
)

// series is what the rows of one owner say: a list for each of some columns, all of the same length, in the order of the
// rows' identity. Everything is a number in it; see codec.
type series [][]int64

// list is a property that holds one column of an owner's rows.
type list struct {
	name, column string
	unknown      int64                 // what stands for it, since Neo4j's lists hold no nulls
	number       func(time.Time) int64 // of days and moments
	isText       bool                  // the property holds texts, "" where there is none
	isSparse     bool                  // the property is absent where the column is unknown in all rows
}

// timeline says how a table's rows become lists of their owners, whose keys are the first column.
type timeline struct {
	identity int // of the lists: the first ones, by which rows are told apart and put in order
	lists    []list
}

// unknownCount stands in a list for a number that is not known.
const unknownCount = -1

// timelines are the tables that are kept as lists.
var timelines = map[string]timeline{
	"follower_history": {1, []list{
		{name: "historyDays", column: "date", unknown: unknownDay, number: daysOf},
		{name: "historyFollowers", column: "followers", unknown: unknownCount}}},
	"content_metrics": {1, []list{
		{name: "metricsAt", column: "at", unknown: unknownCount, number: time.Time.Unix},
		{name: "metricsViews", column: "views", unknown: unknownCount},
		{name: "metricsLikes", column: "likes", unknown: unknownCount},
		{name: "metricsComments", column: "comments", unknown: unknownCount},
		{name: "metricsShares", column: "shares", unknown: unknownCount},
		{name: "metricsClicks", column: "clicks", unknown: unknownCount},
		{name: "metricsConversions", column: "conversions", unknown: unknownCount},
		{name: "metricsCompleted", column: "completed", unknown: unknownCount, isSparse: true},
		{name: "metricsSearches", column: "searches", unknown: unknownCount, isSparse: true}}},
	"rate_cards": {4, []list{
		{name: "rateFormats", column: "format", unknown: unknownCount, isText: true},
		{name: "rateMinSeconds", column: "min_seconds", unknown: unknownCount, isSparse: true},
		{name: "rateMaxSeconds", column: "max_seconds", unknown: unknownCount, isSparse: true},
		{name: "rateSince", column: "since", unknown: unknownDay, number: daysOf, isSparse: true},
		{name: "rateUntil", column: "until", unknown: unknownDay, number: daysOf, isSparse: true},
		{name: "ratePrices", column: "price", unknown: unknownCount}}},
	"availability": {1, []list{
		{name: "slotFrom", column: "from", unknown: unknownDay, number: daysOf},
		{name: "slotTo", column: "to", unknown: unknownDay, number: daysOf},
		{name: "slotStates", column: "state", unknown: unknownCount, isText: true},
		{name: "slotCampaigns", column: "campaign", unknown: unknownCount, isText: true, isSparse: true}}},
}

// codec turns rows into points, the numbers of a series, and a series into properties and back. A text is the number of its
// place among those of its list, of which it remembers all.
type codec struct {
	timeline
	columns []int
	texts   []*dictionary // nil for a list of numbers
}

// dictionary numbers texts in the order in which they come.
type dictionary struct {
	numbers map[string]int64
	texts   []string
}

func newCodec(t dataset.Table) *codec {
	c := &codec{timeline: timelines[t.Name]}
	for _, l := range c.lists {
		column := t.Index(l.column)
		c.columns = append(c.columns, column)
		var texts *dictionary
		if l.isText {
			texts = &dictionary{numbers: map[string]int64{}}
			for _, choice := range t.Columns[column].Choices { // whose order is that of rows
				texts.number(choice)
			}
		}
		c.texts = append(c.texts, texts)
	}
	return c
}

func (d *dictionary) number(text string) int64 {
	n, known := d.numbers[text]
	if !known {
		n = int64(len(d.texts))
		d.numbers[text], d.texts = n, append(d.texts, text)
	}
	return n
}

// point is one row as numbers.
func (c *codec) point(row dataset.Row) []int64 {
	numbers := make([]int64, len(c.lists))
	for i, l := range c.lists {
		switch v := row.Values[c.columns[i]].(type) {
		case time.Time:
			numbers[i] = l.number(v)
		case int64:
			numbers[i] = v
		case string:
			numbers[i] = c.texts[i].number(v)
		default:
			numbers[i] = l.unknown
		}
	}
	return numbers
}

// merge adds rows to a series, the last row of an identity holding, and counts those that made a new point and those that
// changed one.
func (c *codec) merge(have series, rows []dataset.Row) (merged series, created, updated int) {
	points := make([][]int64, 0, len(rows))
	for _, row := range rows {
		points = append(points, c.point(row))
	}
	return mergePoints(c.identity, have, points)
}

// property is a list of a series as the graph keeps it: nil where it is left out.
func (c *codec) property(s series, i int) any {
	l := c.lists[i]
	isUnknown := func(n int64) bool { return n == l.unknown }
	switch {
	case s == nil, l.isSparse && !slices.ContainsFunc(s[i], func(n int64) bool { return !isUnknown(n) }):
		return nil
	case !l.isText:
		return s[i]
	}
	texts := make([]string, len(s[i]))
	for at, n := range s[i] {
		if !isUnknown(n) {
			texts[at] = c.texts[i].texts[n]
		}
	}
	return texts
}

// series reads an owner's properties.
func (c *codec) series(properties map[string]any) (series, error) {
	s := make(series, len(c.lists))
	for i, l := range c.lists {
		var err error
		if s[i], err = c.numbers(i, properties[l.name]); err != nil {
			return nil, fmt.Errorf("%s: %w", l.name, err)
		}
		for l.isSparse && properties[l.name] == nil && len(s[i]) < len(s[0]) {
			s[i] = append(s[i], l.unknown)
		}
		if len(s[i]) != len(s[0]) {
			return nil, fmt.Errorf("%s: it has %d elements, %s has %d", l.name, len(s[i]), c.lists[0].name, len(s[0]))
		}
	}
	return s, nil
}

func (c *codec) numbers(i int, property any) ([]int64, error) {
	values, ok := property.([]any)
	if !ok && property != nil {
		return nil, fmt.Errorf("%T is no list", property)
	}
	out := make([]int64, len(values))
	for at, v := range values {
		switch v := v.(type) {
		case int64:
			out[at] = v
		case string:
			if c.texts[i] == nil {
				return nil, fmt.Errorf("%q is no number", v)
			}
			if out[at] = c.lists[i].unknown; v != "" {
				out[at] = c.texts[i].number(v)
			}
		default:
			return nil, fmt.Errorf("%T is neither number nor text", v)
		}
	}
	return out, nil
}
