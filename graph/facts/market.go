package facts

import (
	"context"
	"fmt"
	"math"
	"slices"
	"time"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/column"
	"github.com/creatorgraph/creatorgraph/graph/statements"
	"github.com/creatorgraph/creatorgraph/insight"
)

// unknownDay stands in for the day of a tie that nobody knows.
const unknownDay = -2_000_000

// Market is a market as it stands in the graph, with the database's number of each creator.
type Market struct {
	insight.Market
	IDs []int64
}

// marketReader gives the numbers that rows name things by.
type marketReader struct {
	market  Market
	numbers map[int64]int32          // of creators
	words   map[string]map[any]int32 // by table: numbers of texts or of the database's numbers
}

// reading is a statement and what takes in its rows.
type reading struct {
	statement string
	params    map[string]any
	row       func(graph.Record)
}

// readAll reads one statement after the other.
func readAll(ctx context.Context, store *graph.Store, all []reading) error {
	for _, one := range all {
		err := store.Stream(ctx, graph.Statement{Text: statements.Text(one.statement), Params: one.params},
			func(record graph.Record) error {
				one.row(record)
				return nil
			})
		if err != nil {
			return fmt.Errorf("%s: %w", one.statement, err)
		}
	}
	return nil
}

// ReadMarket reads all creators and the ties between them that a run of the step "collaboration" of the
// analysis made. Of 1,000,000 creators it takes about a gigabyte.
func ReadMarket(ctx context.Context, store *graph.Store, run int64, today time.Time) (*Market, error) {
	r := &marketReader{numbers: map[int64]int32{}, words: map[string]map[any]int32{}}
	err := readAll(ctx, store, []reading{
		{"collaborator/words", nil, r.category},
		{"collaborator/creators", map[string]any{"today": graph.Day(today)}, r.creator},
		{"collaborator/ties", map[string]any{"run": run}, r.ties},
	})
	if err != nil {
		return nil, err
	}
	r.tables(&r.market.Market)
	return &r.market, nil
}

// ReadCollaborators reads all creators and the ties between them, as of a day, that recommending collaborators rests
// on: whoever shared a campaign or a content of few. Of 1,000,000 creators it takes about a gigabyte.
func ReadCollaborators(ctx context.Context, store *graph.Store, today time.Time) (*Market, error) {
	r := &marketReader{numbers: map[int64]int32{}, words: map[string]map[any]int32{}}
	var h insight.History
	err := readAll(ctx, store, []reading{
		{"collaborator/words", nil, r.category},
		{"collaborator/creators", map[string]any{"today": graph.Day(today)}, r.creator},
		{"collaborator/history", nil, func(record graph.Record) { r.meeting(&h, record) }},
	})
	if err != nil {
		return nil, err
	}
	r.tables(&r.market.Market)
	r.market.Collaborations, r.market.Crowds = insight.Collaborations(h.Meetings, int32(today.Unix()/(24*60*60))), insight.CrowdsOf(h.Meetings)
	return &r.market, nil
}

// tables notes the words that numbers stand for; where only numbers were read, how many there are.
func (r *marketReader) tables(m *insight.Market) {
	m.Agencies = make([]string, len(r.words["agency"]))
	for len(m.Brands) < len(r.words["brand"]) { // not read, or come since
		m.Brands = append(m.Brands, "")
	}
	for len(m.Segments) < len(r.words["segment"]) {
		m.Segments, m.Dimensions = append(m.Segments, ""), append(m.Dimensions, "")
	}
	m.Regions, m.Languages = r.spelled("region"), r.spelled("language")
}

func (r *marketReader) spelled(table string) []string {
	words := make([]string, len(r.words[table]))
	for word, n := range r.words[table] {
		words[n], _ = word.(string)
	}
	return words
}

// number gives a word's number in its table, a new one the first time; Unknown for nothing.
func (r *marketReader) number(table string, word any) int32 {
	if word == nil {
		return insight.Unknown
	}
	if r.words[table] == nil {
		r.words[table] = map[any]int32{}
	}
	n, ok := r.words[table][word]
	if !ok {
		n = int32(len(r.words[table]))
		r.words[table][word] = n
	}
	return n
}

func (r *marketReader) category(record graph.Record) {
	key, _ := record["key"].(string)
	r.number("category", record["id"])
	r.market.Categories = append(r.market.Categories, key)
}

func (r *marketReader) creator(record graph.Record) {
	id, _ := record["id"].(int64)
	key, _ := record["key"].(string)
	r.numbers[id] = int32(len(r.market.IDs))
	r.market.IDs = append(r.market.IDs, id)
	c := insight.Creator{Key: key, Region: r.number("region", record["region"]),
		Language: r.number("language", record["language"]), Agency: r.number("agency", record["agency"]),
		Followers: orUnknown(record["followers"]), Price: orUnknown(record["price"])}
	for _, category := range column.List(record["categories"]) {
		// One that came after the categories were read is left for the next run.
		if n := r.number("category", category); int(n) < len(r.market.Categories) {
			c.Categories = append(c.Categories, n)
		}
	}
	r.brands(&c, column.List(record["brands"]), column.List(record["since"]))
	shares := column.List(record["shares"])
	for i, segment := range column.List(record["segments"]) {
		share, _ := shares[i].(float64)
		c.Audience = append(c.Audience, insight.Share{Segment: r.number("segment", segment), Part: float32(share)})
	}
	r.market.Creators = append(r.market.Creators, c)
}

// brands notes for whom a creator has worked, ascending, and since when.
func (r *marketReader) brands(c *insight.Creator, brands, since []any) {
	first := map[int32]int32{}
	for i, brand := range brands {
		n := r.number("brand", brand)
		first[n] = math.MinInt32
		if day, ok := since[i].(int64); ok && day != unknownDay {
			first[n] = int32(day)
		}
		c.Brands = append(c.Brands, n)
	}
	slices.Sort(c.Brands)
	for _, n := range c.Brands {
		c.Since = append(c.Since, first[n])
	}
}

func (r *marketReader) ties(record graph.Record) {
	id, _ := record["id"].(int64)
	of, known := r.numbers[id]
	if !known {
		return
	}
	weights, things, days := column.List(record["weights"]), column.List(record["things"]), column.List(record["days"])
	for i, other := range column.List(record["others"]) {
		id, _ := other.(int64)
		to, known := r.numbers[id]
		if !known || to == of {
			continue
		}
		weight, _ := weights[i].(float64)
		shared, _ := things[i].(int64)
		day, _ := days[i].(int64)
		r.market.Collaborations = append(r.market.Collaborations, insight.Collaboration{A: min(of, to), B: max(of, to), Weight: float32(weight),
			Things: int32(shared), Last: int32(day), Dated: day != unknownDay})
	}
}

func orUnknown(value any) int64 {
	if n, ok := value.(int64); ok {
		return n
	}
	return insight.Unknown
}
