package lookalike

import (
	"math"

	"github.com/creatorgraph/creatorgraph/insight"
)

// The parts, in the order in which they stand.
const (
	position = "position"
	known    = "known"
	brands   = "brands"
	audience = "audience"
	home     = "home"
	category = "category"
	words    = "words"
	size     = "size"
	price    = "price"
	results  = "results"
)

// layout says which parts there are and where. Together with the filler they are 256 numbers.
func layout() ([]Part, int) {
	parts := []Part{
		{Name: position, Block: Graph, Kind: "GRAPH_POSITION", Width: 48},
		{Name: known, Block: Graph, Kind: "GRAPH_POSITION", Width: 1, SeedFree: true},
		{Name: brands, Block: Graph, Kind: "SHARED_BRANDS", Width: 12},
		{Name: audience, Block: Audience, Kind: "SIMILAR_AUDIENCE", Width: 16},
		{Name: home, Block: Audience, Kind: insight.SameRegion, Width: 4},
		{Name: category, Block: Content, Kind: "SAME_CATEGORY", Width: 72},
		{Name: words, Block: Content, Kind: "SIMILAR_CONTENT", Width: 80},
		{Name: size, Block: Commercial, Kind: "SIMILAR_SIZE", Width: 10},
		{Name: price, Block: Commercial, Kind: "SIMILAR_PRICE", Width: 6},
		{Name: results, Block: Commercial, Kind: "PAST_PERFORMANCE", Width: 6},
	}
	at := 0
	for i := range parts {
		parts[i].At = at
		at += parts[i].Width
	}
	return parts, at + 1
}

// prior gives the initial weights of parts, up to a factor, chosen on markets other than those measured (docs/lookalikes.md).
func prior() []float64 { return []float64{4, 0.05, 0.1, 0.8, 0.05, 2.5, 1, 0.05, 0.05, 0.05} }

// isolatedShares gives the weights of parts for creators without ties; they sum to 1. They cannot be learned from ties, and favour
// categories, audience and size over the words of titles.
func isolatedShares() []float64 { return []float64{0, 0, 0.06, 0.2, 0.1, 0.28, 0.1, 0.22, 0.03, 0.01} }

func (m *Model) part(name string) *Part {
	for i := range m.Parts {
		if m.Parts[i].Name == name {
			return &m.Parts[i]
		}
	}
	return &Part{}
}

func ones(n int) Numbers {
	all := make(Numbers, n)
	for i := range all {
		all[i] = 1
	}
	return all
}

// terms appends a creator's terms of one kind, as rows of its TFIDF.
func (m *Model) terms(part string, f *ChangedCreator, to []term) []term {
	tfidf := m.TFIDF[part]
	put := func(key string, amount float32) {
		if row, known := tfidf.rowOf(key); known && key != "" {
			to = append(to, term{row, amount})
		}
	}
	switch part {
	case brands:
		for _, b := range f.Brands {
			put(b, 1)
		}
	case audience:
		for _, r := range f.Audience {
			put(r.Segment, float32(math.Sqrt(max(0, float64(r.Part)))))
		}
	case home:
		put(regionKey(f.Region), 1)
		put(languageKey(f.Language), 1)
	case category:
		for i, c := range f.Categories { // the main one first
			put(c, 1/float32(1+i))
		}
	case words:
		for _, w := range f.Words {
			to = append(to, term{int32(w.Bucket), float32(1 + math.Log(float64(w.Count)))})
		}
	}
	return to
}

func regionKey(region string) string {
	if region == "" {
		return ""
	}
	return "region " + region
}

func languageKey(language string) string {
	if language == "" {
		return ""
	}
	return "language " + language
}

func homes(m *insight.Market) []string {
	var keys []string
	for _, r := range m.Regions {
		keys = append(keys, regionKey(r))
	}
	for _, l := range m.Languages {
		keys = append(keys, languageKey(l))
	}
	return keys
}

// changedCreator gives what a market knows of one of its creators, except partners, with the brands first worked for before a day.
func changedCreator(m *insight.Market, of, before int32) ChangedCreator {
	c := &m.Creators[of]
	f := ChangedCreator{Words: c.Words, Followers: c.Followers, Price: c.Price, Results: c.Results}
	for i, b := range c.Brands {
		if before == math.MaxInt32 || c.Since[i] < before {
			f.Brands = append(f.Brands, m.Brands[b])
		}
	}
	for _, n := range c.Categories {
		f.Categories = append(f.Categories, m.Categories[n])
	}
	if c.Region != insight.Unknown && int(c.Region) < len(m.Regions) {
		f.Region = m.Regions[c.Region]
	}
	if c.Language != insight.Unknown && int(c.Language) < len(m.Languages) {
		f.Language = m.Languages[c.Language]
	}
	for _, s := range c.Audience {
		f.Audience = append(f.Audience, Reach{m.Segments[s.Segment], s.Part})
	}
	return f
}
