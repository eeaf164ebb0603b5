package lookalike

import (
	"math"

	"github.com/creatorgraph/creatorgraph/insight"
)

// The parts, in the order in which they stand.
const (
	position = "position"
	known    = "known"
	audience = "audience"
	home     = "home"
	category = "category"
	words    = "words"
	size     = "size"
	price    = "price"
	results  = "results"
)

func layout() ([]Part, int) {
	parts := []Part{
		{Name: position, Block: Graph, Kind: "GRAPH_POSITION", Width: 64, Share: 0.9},
		{Name: known, Block: Graph, Kind: "GRAPH_POSITION", Width: 1, Share: 0.1, Ask: true},
		{Name: audience, Block: Audience, Kind: "SIMILAR_AUDIENCE", Width: 24, Share: 0.7},
		{Name: home, Block: Audience, Kind: "SIMILAR_AUDIENCE", Width: 8, Share: 0.3},
		{Name: category, Block: Content, Kind: "SAME_CATEGORY", Width: 24, Share: 0.5},
		{Name: words, Block: Content, Kind: "SIMILAR_CONTENT", Width: 24, Share: 0.5},
		{Name: size, Block: Commercial, Kind: "SIMILAR_SIZE", Width: 8, Share: 0.4},
		{Name: price, Block: Commercial, Kind: "SIMILAR_PRICE", Width: 8, Share: 0.3},
		{Name: results, Block: Commercial, Kind: "PAST_PERFORMANCE", Width: 12, Share: 0.3},
	}
	at := 0
	for i := range parts {
		parts[i].At = at
		at += parts[i].Width
	}
	return parts, at + 1
}

// Learn learns from a market and gives the vectors of its creators, in order: rows of Width numbers. The same
// market and seed give the same.
func Learn(m *insight.Market, seed uint64) (*Model, []float32) {
	model := &Model{Weights: [Blocks]float64{0.4, 0.2, 0.25, 0.15}, Bags: map[string]*Bag{}}
	model.Parts, model.Width = layout()
	for i, p := range model.Parts {
		if p.Ask {
			model.Parts[i].Constant = float32(math.Sqrt(model.Weights[p.Block] * p.Share))
		}
	}
	model.learnBags(m, seed)
	partners := make([]int32, len(m.Creators))
	for _, t := range m.Ties {
		partners[t.A]++
		partners[t.B]++
	}
	model.Graph = &Fold{}
	for _, n := range partners {
		model.Graph.Most = max(model.Graph.Most, float32(math.Log1p(float64(n))))
	}
	where := positions(m, model.Parts[0].Width, seed)
	rows := make([]float32, len(m.Creators)*model.Width)
	width := model.Parts[0].Width
	for i := range m.Creators {
		f := fresh(m, int32(i))
		row := rows[i*model.Width : (i+1)*model.Width]
		model.own(&f, row)
		copy(row, where[i*width:(i+1)*width])
		model.finish(row, int(partners[i]))
	}
	return model, rows
}

// learnBags learns how each kind of things is projected.
func (m *Model) learnBags(market *insight.Market, seed uint64) {
	var all []Fresh
	for i := range market.Creators {
		all = append(all, fresh(market, int32(i)))
	}
	for _, b := range []struct {
		part         string
		keys         []string
		rows         int
		rare, centre bool
	}{
		{audience, market.Segments, len(market.Segments), false, true},
		{home, homes(market), len(market.Regions) + len(market.Languages), true, false},
		{category, market.Categories, len(market.Categories), true, false},
		{words, nil, insight.WordBuckets, true, true},
	} {
		if b.rows == 0 {
			continue
		}
		m.Bags[b.part] = &Bag{Keys: b.keys, Rarity: ones(b.rows)}
		filled := gather(len(all), func(p int, to []thing) []thing { return m.things(b.part, &all[p], to) })
		learned := learnBag(filled, b.rows, m.part(b.part).Width, b.rare, b.centre, seed)
		learned.Keys = b.keys
		m.Bags[b.part] = learned
	}
}

func ones(n int) Numbers {
	all := make(Numbers, n)
	for i := range all {
		all[i] = 1
	}
	return all
}

func (m *Model) part(name string) *Part {
	for i := range m.Parts {
		if m.Parts[i].Name == name {
			return &m.Parts[i]
		}
	}
	return &Part{}
}
