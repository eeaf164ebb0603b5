package facts

import (
	"context"
	"time"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/insight"
)

// contentsRead is how many of a creator's contents tell what it is about, the newest.
const contentsRead = 40

// ReadLikenesses reads all that lookalikes are learned from: ReadMarket's, and besides what creators say, what
// came of their campaigns, and what the market's tables hold.
func ReadLikenesses(ctx context.Context, store *graph.Store, run int64, today time.Time) (*Market, error) {
	r := &marketReader{numbers: map[int64]int32{}, words: map[string]map[any]int32{}}
	day := today.Format(time.DateOnly)
	segments := map[int64]graph.Record{}
	err := readAll(ctx, store, []reading{
		{"collaborator/words", nil, r.category},
		{"collaborator/creators", map[string]any{"today": day}, r.creator},
		{"collaborator/ties", map[string]any{"run": run}, r.ties},
		{"lookalike/words", map[string]any{"contents": contentsRead}, r.says},
		{"lookalike/segments", nil, func(record graph.Record) { segments[number(record["id"])] = record }},
	})
	if err != nil {
		return nil, err
	}
	m := &r.market
	m.Agencies, m.Brands = make([]string, len(r.words["agency"])), make([]string, len(r.words["brand"]))
	m.Regions, m.Languages = r.texts("region"), r.texts("language")
	m.Segments, m.Dimensions = make([]string, len(r.words["segment"])), make([]string, len(r.words["segment"]))
	for id, n := range r.words["segment"] {
		segment := segments[number(id)]
		m.Segments[n], _ = segment["key"].(string)
		m.Dimensions[n], _ = segment["dimension"].(string)
	}
	return m, nil
}

// texts is a table of texts in the order of their numbers.
func (r *marketReader) texts(table string) []string {
	all := make([]string, len(r.words[table]))
	for word, n := range r.words[table] {
		all[n], _ = word.(string)
	}
	return all
}

func (r *marketReader) says(record graph.Record) {
	p, known := r.numbers[number(record["id"])]
	if !known {
		return
	}
	c := &r.market.Creators[p]
	c.Words, c.Results = wordsOf(record), resultsOf(record)
}

// wordsOf counts the words of what a creator says: of itself, then in what it published.
func wordsOf(record graph.Record) []insight.Word {
	bio, _ := record["bio"].(string)
	words := insight.AddWords(nil, bio)
	for _, text := range list(record["texts"]) {
		if s, ok := text.(string); ok {
			words = insight.AddWords(words, s)
		}
	}
	return words
}

func resultsOf(record graph.Record) insight.Results {
	return insight.Results{Impressions: number(record["impressions"]), Clicks: number(record["clicks"]),
		Conversions: number(record["conversions"]), Fee: number(record["fee"])}
}
