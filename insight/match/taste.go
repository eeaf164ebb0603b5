package match

import (
	"math"
	"slices"

	"github.com/creatorgraph/creatorgraph/insight"
)

const (
	buckets = 1 << 16 // of insight.Word
	// hiredMost is how many of the latest whom a brand worked with tell its taste.
	hiredMost = 300
)

// tastes remember whom brands worked with, so that whoever speaks of the same things can be found.
type tastes struct {
	hired map[int32][]hired // by brand, the latest campaigns last
	rare  []float32         // by bucket: how much a word tells
	size  []float32         // by creator: length of the weighed words
	often [256]float32      // by count of a word, as nearly all words have it: 1 + its ln
	usual float64           // clicks per impression of all
}

// hired is a creator whom a brand worked with in a campaign.
type hired struct {
	creator, campaign int32
	weight            float32 // how well it did: 0 to 1
}

func newTastes(b *Book) *tastes {
	t := &tastes{hired: map[int32][]hired{}, rare: make([]float32, buckets), size: make([]float32, len(b.Creators))}
	for n := range t.often {
		t.often[n] = 1 + float32(math.Log(float64(n)))
	}
	speaking := 0.0
	var impressions, clicked float64
	for p := range b.Creators {
		c := &b.Creators[p]
		if len(c.Words) > 0 {
			speaking++
		}
		for _, w := range c.Words {
			t.rare[w.Bucket]++
		}
		for k := range c.Works {
			if w := &c.Works[k]; w.Impressions > 0 && w.Clicks >= 0 {
				impressions, clicked = impressions+float64(w.Impressions), clicked+float64(w.Clicks)
			}
		}
	}
	t.usual = (clicked + 1) / (impressions + 1000)
	for bucket, n := range t.rare {
		if n > 0 {
			t.rare[bucket] = float32(math.Log(1 + speaking/float64(n)))
		}
	}
	for p := range b.Creators {
		t.note(b, int32(p))
	}
	for brand := range t.hired {
		t.order(b, brand)
	}
	return t
}

func (t *tastes) order(b *Book, brand int32) {
	slices.SortStableFunc(t.hired[brand], func(x, y hired) int {
		if by := int(b.Campaigns[x.campaign].Day) - int(b.Campaigns[y.campaign].Day); by != 0 {
			return by
		}
		return int(x.creator) - int(y.creator)
	})
}

// note takes in a creator's words and works.
func (t *tastes) note(b *Book, p int32) {
	c := &b.Creators[p]
	sum := 0.0
	for _, w := range c.Words {
		x := float64(t.weight(w))
		sum += x * x
	}
	t.size[p] = float32(math.Sqrt(sum))
	for k := range c.Works {
		w := &c.Works[k]
		if w.Impressions <= 0 || w.Clicks < 0 || b.Campaigns[w.Campaign].Brand < 0 {
			continue
		}
		brand := b.Campaigns[w.Campaign].Brand
		rate := (float64(w.Clicks) + 1) / (float64(w.Impressions) + 1/t.usual) / t.usual
		t.hired[brand] = append(t.hired[brand], hired{p, w.Campaign, float32(rate / (1 + rate))})
	}
}

// forget takes a creator's works out again.
func (t *tastes) forget(b *Book, p int32) {
	for _, w := range b.Creators[p].Works {
		brand := b.Campaigns[w.Campaign].Brand
		t.hired[brand] = slices.DeleteFunc(t.hired[brand], func(h hired) bool { return h.creator == p })
	}
}

func (t *tastes) weight(w insight.Word) float32 {
	often := 1 + float32(math.Log(float64(w.Count)))
	if int(w.Count) < len(t.often) {
		often = t.often[w.Count]
	}
	return often * t.rare[w.Bucket]
}

// profile is the words of whom a brand did well with.
type profile struct {
	words   []float32 // by bucket
	touched []uint16
	size    float64
}

// profile sums up whom a brand worked with in campaigns of some categories, of all where they name none, other than one
// campaign.
func (m *Model) profile(into *profile, brand int32, nearness []int8, but int32) {
	for _, bucket := range into.touched {
		into.words[bucket] = 0
	}
	if into.words == nil {
		into.words = make([]float32, buckets)
	}
	into.touched, into.size = into.touched[:0], 0
	b, t := m.book, m.tastes
	taken, any := 0, !slices.Contains(nearness, 2)
	for _, h := range slices.Backward(t.hired[brand]) {
		if h.campaign == but || t.size[h.creator] == 0 || taken == hiredMost ||
			!any && nearest(b.Campaigns[h.campaign].Categories, nearness) < 2 {
			continue
		}
		taken++
		share := h.weight / t.size[h.creator]
		for _, w := range b.Creators[h.creator].Words {
			if into.words[w.Bucket] == 0 {
				into.touched = append(into.touched, w.Bucket)
			}
			into.words[w.Bucket] += share * t.weight(w)
		}
	}
	for _, bucket := range into.touched {
		into.size += float64(into.words[bucket]) * float64(into.words[bucket])
	}
	into.size = math.Sqrt(into.size)
}

// alike is the cosine of a creator's words and a profile, 0 to 1; 0 where either is unknown.
func (m *Model) alike(p int32, f *profile) float64 {
	if f == nil || f.size == 0 || m.tastes.size[p] == 0 {
		return 0
	}
	sum := 0.0
	for _, w := range m.book.Creators[p].Words {
		if has := f.words[w.Bucket]; has != 0 {
			sum += float64(has * m.tastes.weight(w))
		}
	}
	return sum / f.size / float64(m.tastes.size[p])
}
