package facts

import (
	"context"
	"strings"
	"time"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/column"
	"github.com/creatorgraph/creatorgraph/insight"
)

// ReadRichMarket reads what ReadMarket does, and of each creator the words it writes and what came of its
// campaigns. Words are counted as they come, so that of 1,000,000 creators it takes about half a gigabyte more.
func ReadRichMarket(ctx context.Context, store *graph.Store, run int64, today time.Time) (*Market, error) {
	r := &marketReader{numbers: map[int64]int32{}, words: map[string]map[any]int32{}}
	err := readAll(ctx, store, []reading{
		{"collaborator/words", nil, r.category},
		{"lookalike/segments", nil, r.segment},
		{"lookalike/brands", nil, r.brandKey},
		{"collaborator/creators", map[string]any{"today": graph.Day(today)}, r.creator},
		{"collaborator/ties", map[string]any{"run": run}, r.ties},
		{"lookalike/words", nil, func(record graph.Record) {
			r.posts(record, func(p insight.Post) {
				c := &r.market.Creators[p.Creator]
				c.Words = insight.MergeWords(c.Words, p.Words)
			})
		}},
		{"lookalike/results", nil, func(record graph.Record) {
			r.outcomes(record, func(o insight.Outcome) { r.market.Creators[o.Creator].Results.Add(o.Results) })
		}},
	})
	if err != nil {
		return nil, err
	}
	r.tables(&r.market.Market)
	return &r.market, nil
}

func (r *marketReader) brandKey(record graph.Record) {
	key, _ := record["key"].(string)
	r.number("brand", record["id"])
	r.market.Brands = append(r.market.Brands, key)
}

func (r *marketReader) segment(record graph.Record) {
	key, _ := record["key"].(string)
	dimension, _ := record["dimension"].(string)
	r.number("segment", record["id"])
	r.market.Segments = append(r.market.Segments, key)
	r.market.Dimensions = append(r.market.Dimensions, dimension)
}

// posts counts the words of a creator's contents, and notes those about itself with the creator.
func (r *marketReader) posts(record graph.Record, post func(insight.Post)) {
	of, known := r.numbers[column.Long(record["id"])]
	if !known {
		return
	}
	bio, _ := record["bio"].(string)
	c := &r.market.Creators[of]
	c.Words = insight.AddWords(c.Words, bio)
	tags, days := column.List(record["tags"]), column.List(record["days"])
	for i, value := range column.List(record["titles"]) {
		title, _ := value.(string)
		p := insight.Post{Creator: of, Words: insight.AddWords(nil, title+"\n"+texts(tags[i]))}
		if day, dated := days[i].(int64); dated {
			p.Day, p.Dated = int32(day), true
		}
		post(p)
	}
}

func texts(value any) string {
	var b strings.Builder
	for _, one := range column.List(value) {
		text, _ := one.(string)
		b.WriteString(text)
		b.WriteByte('\n')
	}
	return b.String()
}

func (r *marketReader) outcomes(record graph.Record, outcome func(insight.Outcome)) {
	of, known := r.numbers[column.Long(record["id"])]
	if !known {
		return
	}
	for _, value := range column.List(record["results"]) {
		columns := column.List(value)
		o := insight.Outcome{Creator: of, Results: insight.Results{Fee: column.Long(columns[0]),
			Impressions: column.Long(columns[1]), Clicks: column.Long(columns[2]), Conversions: column.Long(columns[3])}}
		if day, dated := columns[4].(int64); dated {
			o.Day, o.Dated = int32(day), true
		}
		outcome(o)
	}
}
