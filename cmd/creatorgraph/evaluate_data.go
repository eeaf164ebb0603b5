package main

import (
	"math"
	"slices"
	"strings"
	"time"

	"github.com/creatorgraph/creatorgraph/dataset"
	"github.com/creatorgraph/creatorgraph/insight"
)

// historyReader gathers a data set's rows as a history. Rows that cannot be used are passed over and counted.
type historyReader struct {
	history    insight.History
	creators   map[string]int32
	names      map[string]map[string]int32 // by table, by word
	campaigns  map[string]*insight.Meeting
	order      []string          // of campaigns
	dimensions map[string]string // of segments
	refused    int
}

// readHistory reads a data set without a database.
func readHistory(set *dataset.Set) (*insight.History, int, error) {
	h := &historyReader{creators: map[string]int32{}, names: map[string]map[string]int32{},
		campaigns: map[string]*insight.Meeting{}, dimensions: map[string]string{}}
	read := map[string]func(row map[string]any){
		"creators": h.creator, "campaigns": h.campaign, "participations": h.participation,
		"contents": h.content, "contracts": h.contract, "audiences": h.audience, "segments": h.segment,
	}
	for _, file := range set.Files {
		if take := read[file.Table.Name]; take != nil {
			refused, err := file.Each(take)
			if err != nil {
				return nil, 0, err
			}
			h.refused += refused
		}
		if file.Table.Name == "creators" {
			h.orderCreators()
		}
	}
	h.finish()
	return &h.history, h.refused, nil
}

// finish gives the history the meetings that tell of a tie, and the names of all numbers.
func (h *historyReader) finish() {
	for _, key := range h.order {
		if m := h.campaigns[key]; len(m.People) > 1 || m.Brand != insight.Unknown && len(m.People) > 0 {
			h.history.Meetings = append(h.history.Meetings, *m)
		}
	}
	h.history.Categories, h.history.Agencies = h.words("categories"), h.words("agencies")
	h.history.Brands, h.history.Segments = h.words("brands"), h.words("segments")
	h.history.Regions, h.history.Languages = h.words("regions"), h.words("languages")
	h.history.Dimensions = make([]string, len(h.history.Segments))
	for i, key := range h.history.Segments {
		h.history.Dimensions[i] = h.dimensions[key]
	}
}

// orderCreators numbers creators in the order of their keys, as the database gives them, so that the same is drawn of a
// data set and of the graph it was imported into. Nothing names them by number yet.
func (h *historyReader) orderCreators() {
	slices.SortFunc(h.history.Creators, func(a, b insight.Creator) int { return strings.Compare(a.Key, b.Key) })
	for p, c := range h.history.Creators {
		h.creators[c.Key] = int32(p)
	}
}

// number gives a word's number in its table, a new one the first time; Unknown for none.
func (h *historyReader) number(table string, word any) int32 {
	text, _ := word.(string)
	if text == "" {
		return insight.Unknown
	}
	if h.names[table] == nil {
		h.names[table] = map[string]int32{}
	}
	n, ok := h.names[table][text]
	if !ok {
		n = int32(len(h.names[table]))
		h.names[table][text] = n
	}
	return n
}

func (h *historyReader) words(table string) []string {
	words := make([]string, len(h.names[table]))
	for word, n := range h.names[table] {
		words[n] = word
	}
	return words
}

func (h *historyReader) creator(row map[string]any) {
	key, _ := row["key"].(string)
	if _, again := h.creators[key]; again {
		return
	}
	h.creators[key] = int32(len(h.history.Creators))
	c := insight.Creator{Key: key, Region: h.number("regions", row["region"]),
		Language: h.number("languages", row["language"]), Agency: insight.Unknown,
		Followers: orUnknown(row["followers"]), Price: insight.Unknown}
	for _, column := range []string{"price_live", "price_image_text", "price_mid_video", "price_short_video"} {
		if price, ok := row[column].(int64); ok {
			c.Price = price
		}
	}
	categories, _ := row["categories"].([]string)
	for _, category := range categories {
		c.Categories = append(c.Categories, h.number("categories", category))
	}
	bio, _ := row["bio"].(string)
	c.Words = insight.AddWords(nil, bio)
	h.history.Creators = append(h.history.Creators, c)
}

func orUnknown(value any) int64 {
	if n, ok := value.(int64); ok {
		return n
	}
	return insight.Unknown
}

func (h *historyReader) campaign(row map[string]any) {
	key, _ := row["key"].(string)
	m := &insight.Meeting{Brand: h.number("brands", row["brand"])}
	for _, column := range []string{"starts", "ends"} {
		if day, ok := row[column].(time.Time); ok {
			m.Day, m.Dated = dayOf(day), true
		}
	}
	if h.campaigns[key] == nil {
		h.order = append(h.order, key)
	}
	h.campaigns[key] = m
}

func (h *historyReader) participation(row map[string]any) {
	campaign, _ := row["campaign"].(string)
	key, _ := row["creator"].(string)
	creator, known := h.creators[key]
	m := h.campaigns[campaign]
	if m == nil || !known {
		h.refused++
		return
	}
	m.People = append(m.People, creator)
	if impressions := orZero(row["impressions"]); impressions > 0 {
		h.history.Outcomes = append(h.history.Outcomes, insight.Outcome{Creator: creator, Day: m.Day, Dated: m.Dated,
			Results: insight.Results{Fee: orZero(row["fee"]), Impressions: impressions, Clicks: orZero(row["clicks"]),
				Conversions: orZero(row["conversions"])}})
	}
}

func orZero(value any) int64 {
	n, _ := value.(int64)
	return n
}

func (h *historyReader) segment(row map[string]any) {
	key, _ := row["key"].(string)
	h.dimensions[key], _ = row["dimension"].(string)
}

// post notes the words of a content.
func (h *historyReader) post(row map[string]any) {
	key, _ := row["creator"].(string)
	creator, known := h.creators[key]
	title, _ := row["title"].(string)
	tags, _ := row["tags"].([]string)
	words := insight.AddWords(nil, strings.Join(append([]string{title}, tags...), "\n"))
	if !known || len(words) == 0 {
		return
	}
	p := insight.Post{Creator: creator, Words: words}
	if published, ok := row["published"].(time.Time); ok {
		p.Day, p.Dated = dayOf(published), true
	}
	h.history.Posts = append(h.history.Posts, p)
}

func (h *historyReader) content(row map[string]any) {
	h.post(row)
	others, _ := row["co_creators"].([]string)
	if len(others) == 0 {
		return
	}
	key, _ := row["creator"].(string)
	m := insight.Meeting{Brand: insight.Unknown}
	for _, key := range append([]string{key}, others...) {
		creator, known := h.creators[key]
		if !known {
			h.refused++
			continue
		}
		m.People = append(m.People, creator)
	}
	if published, ok := row["published"].(time.Time); ok {
		m.Day, m.Dated = dayOf(published), true
	}
	h.history.Meetings = append(h.history.Meetings, m)
}

func (h *historyReader) contract(row map[string]any) {
	key, _ := row["creator"].(string)
	creator, known := h.creators[key]
	since, dated := row["since"].(time.Time)
	if !known || !dated {
		h.refused++
		return
	}
	c := insight.Contract{Creator: creator, Agency: h.number("agencies", row["agency"]),
		Since: dayOf(since), Until: math.MaxInt32}
	if until, ok := row["until"].(time.Time); ok {
		c.Until = dayOf(until)
	}
	h.history.Contracts = append(h.history.Contracts, c)
}

func (h *historyReader) audience(row map[string]any) {
	key, _ := row["creator"].(string)
	creator, known := h.creators[key]
	share, ok := row["share"].(float64)
	if !known || !ok {
		h.refused++
		return
	}
	c := &h.history.Creators[creator]
	c.Audience = append(c.Audience, insight.Share{Segment: h.number("segments", row["segment"]), Part: float32(share)})
}

// dayOf counts days from 1970-01-01.
func dayOf(t time.Time) int32 { return int32(math.Floor(float64(t.Unix()) / 86400)) }
