package lookalike

import (
	"math"

	"github.com/creatorgraph/creatorgraph/insight"
)

// Fresh is what is known of one creator right now, by keys, so that it can be placed without the market.
// Empty texts and lists, insight.Unknown and 0 results stand for what nobody knows.
type Fresh struct {
	Categories       []string
	Region, Language string
	Audience         []Reach
	Words            []insight.Word
	Followers, Price int64
	Results          insight.Results
	Partners         []Partner
}

// Reach is how much of an audience belongs to a segment.
type Reach struct {
	Segment string
	Part    float32
}

// Partner is somebody the creator has worked with: how strong the tie is, and the vector as it is kept.
type Partner struct {
	Weight float32
	Vector []float32
}

// Place gives the vector of one creator.
func (m *Model) Place(f Fresh) []float32 {
	row := make([]float32, m.Width)
	m.own(&f, row)
	part := m.part(position)
	where := row[part.At : part.At+part.Width]
	for _, p := range f.Partners {
		if len(p.Vector) == m.Width {
			add(where, p.Weight, p.Vector[part.At:part.At+part.Width])
		}
	}
	shorten(where, 0)
	m.finish(row, len(f.Partners))
	return row
}

// own fills in what needs no partners, each part of length one at most.
func (m *Model) own(f *Fresh, row []float32) {
	at := func(name string) []float32 {
		p := m.part(name)
		return row[p.At : p.At+p.Width]
	}
	for name, bag := range m.Bags {
		bag.place(m.things(name, f, nil), at(name))
	}
	if f.Followers > 0 {
		radial(math.Log10(float64(f.Followers)), sizeSpread, at(size))
	}
	if f.Price > 0 {
		radial(math.Log10(float64(f.Price)), priceSpread, at(price))
	}
	m.placeResults(f.Results, at(results))
}

// How many powers of ten apart two numbers are still alike.
const (
	sizeSpread   = 0.8
	priceSpread  = 0.6
	resultSpread = 0.5
)

// placeResults fills in cost per impression, click rate and conversion rate, a third each.
func (m *Model) placeResults(r insight.Results, into []float32) {
	third := len(into) / 3
	for i, ratio := range [][2]int64{{r.Fee, r.Impressions}, {r.Clicks, r.Impressions}, {r.Conversions, r.Clicks}} {
		if ratio[0] > 0 && ratio[1] > 0 {
			part := into[i*third : (i+1)*third]
			radial(math.Log10(float64(ratio[0])/float64(ratio[1])), resultSpread, part)
			for k := range part {
				part[k] /= float32(math.Sqrt(3))
			}
		}
	}
}

// finish fills in how well known a creator is, weighs the parts and completes the vector.
func (m *Model) finish(row []float32, partners int) {
	if m.Graph.Most > 0 {
		row[m.part(known).At] = min(1, float32(math.Log1p(float64(partners)))/m.Graph.Most)
	}
	sum := 0.0
	for _, p := range m.Parts {
		root := float32(math.Sqrt(m.Weights[p.Block] * p.Share))
		for k := p.At; k < p.At+p.Width; k++ {
			row[k] *= root
			sum += float64(row[k]) * float64(row[k])
		}
	}
	row[m.Width-1] = float32(math.Sqrt(max(0, 1-sum)))
}

// things are what a creator has of one kind, as rows of its bag.
func (m *Model) things(part string, f *Fresh, to []thing) []thing {
	bag := m.Bags[part]
	put := func(key string, amount float32) {
		if row, known := bag.rowOf(key); known && key != "" {
			to = append(to, thing{row, amount})
		}
	}
	switch part {
	case audience:
		for _, r := range f.Audience {
			put(r.Segment, float32(math.Sqrt(max(0, float64(r.Part)))))
		}
	case home:
		put(regionKey(f.Region), 1)
		put(languageKey(f.Language), 1)
	case category:
		for _, c := range f.Categories {
			put(c, 1)
		}
	case words:
		for _, w := range f.Words {
			to = append(to, thing{int32(w.Bucket), float32(1 + math.Log(float64(w.Count)))})
		}
	}
	return to
}

func regionKey(region string) string     { return "region " + region }
func languageKey(language string) string { return "language " + language }

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

// fresh is what a market tells of one of its creators besides partners.
func fresh(m *insight.Market, of int32) Fresh {
	c := &m.Creators[of]
	f := Fresh{Words: c.Words, Followers: c.Followers, Price: c.Price, Results: c.Results}
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
