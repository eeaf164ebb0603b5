package match

import (
	"math"
	"slices"

	"github.com/creatorgraph/creatorgraph/insight"
)

const (
	buckets = 1 << 16 // of insight.Word
	// maxHires is how many of a brand's latest hires its profile is built from.
	maxHires = 300
)

// brandTastes hold whom brands hired, so that creators with similar content can be found.
type brandTastes struct {
	hired         map[int32][]hire // by brand, the latest campaigns last
	idf           []float32        // by bucket
	norm          []float32        // by creator: of the TF–IDF vector
	termFrequency [256]float32     // 1 + ln of a count, precomputed for small counts
	clickRate     float64          // clicks per impression over all works
}

// hire is a creator's part in a brand's campaign.
type hire struct {
	creator, campaign int32
	weight            float32 // by performance: 0 to 1
}

func newTastes(b *Book) *brandTastes {
	t := &brandTastes{hired: map[int32][]hire{}, idf: wordIDF(b), norm: make([]float32, len(b.Creators)), clickRate: clickRate(b)}
	for n := range t.termFrequency {
		t.termFrequency[n] = 1 + float32(math.Log(float64(n)))
	}
	for p := range b.Creators {
		t.add(b, int32(p))
	}
	for brand := range t.hired {
		t.sortByDay(b, brand)
	}
	return t
}

// wordIDF is the inverse document frequency of each bucket of words, creators being the documents.
func wordIDF(b *Book) []float32 {
	documents, idf := 0.0, make([]float32, buckets)
	for p := range b.Creators {
		if len(b.Creators[p].Words) > 0 {
			documents++
		}
		for _, w := range b.Creators[p].Words {
			idf[w.Bucket]++
		}
	}
	for bucket, n := range idf {
		if n > 0 {
			idf[bucket] = float32(math.Log(1 + documents/float64(n)))
		}
	}
	return idf
}

// clickRate is clicks per impression over all works, smoothed.
func clickRate(b *Book) float64 {
	var impressions, clicked float64
	for p := range b.Creators {
		works := b.Creators[p].Works
		for k := range works {
			if w := &works[k]; w.Impressions > 0 && w.Clicks >= 0 {
				impressions, clicked = impressions+float64(w.Impressions), clicked+float64(w.Clicks)
			}
		}
	}
	return (clicked + 1) / (impressions + 1000)
}

func (t *brandTastes) sortByDay(b *Book, brand int32) {
	slices.SortStableFunc(t.hired[brand], func(x, y hire) int {
		if by := int(b.Campaigns[x.campaign].Day) - int(b.Campaigns[y.campaign].Day); by != 0 {
			return by
		}
		return int(x.creator) - int(y.creator)
	})
}

// add adds a creator's words and works.
func (t *brandTastes) add(b *Book, p int32) {
	c := &b.Creators[p]
	sum := 0.0
	for _, w := range c.Words {
		x := float64(t.weight(w))
		sum += x * x
	}
	t.norm[p] = float32(math.Sqrt(sum))
	for k := range c.Works {
		w := &c.Works[k]
		if w.Impressions <= 0 || w.Clicks < 0 || b.Campaigns[w.Campaign].Brand < 0 {
			continue
		}
		brand := b.Campaigns[w.Campaign].Brand
		rate := (float64(w.Clicks) + 1) / (float64(w.Impressions) + 1/t.clickRate) / t.clickRate
		t.hired[brand] = append(t.hired[brand], hire{p, w.Campaign, float32(rate / (1 + rate))})
	}
}

// remove removes a creator's works.
func (t *brandTastes) remove(b *Book, p int32) {
	for _, w := range b.Creators[p].Works {
		brand := b.Campaigns[w.Campaign].Brand
		t.hired[brand] = slices.DeleteFunc(t.hired[brand], func(h hire) bool { return h.creator == p })
	}
}

func (t *brandTastes) weight(w insight.Word) float32 {
	often := 1 + float32(math.Log(float64(w.Count)))
	if int(w.Count) < len(t.termFrequency) {
		often = t.termFrequency[w.Count]
	}
	return often * t.idf[w.Bucket]
}

// profile is the words of a brand's hires, weighted by performance (Rocchio's method).
type profile struct {
	words   []float32 // by bucket
	nonZero []uint16
	norm    float64
}

// buildProfile builds a brand's profile from campaigns of some categories, of all if none are named, except one campaign.
func (m *Model) buildProfile(into *profile, brand int32, nearness []int8, but int32) {
	for _, bucket := range into.nonZero {
		into.words[bucket] = 0
	}
	if into.words == nil {
		into.words = make([]float32, buckets)
	}
	into.nonZero, into.norm = into.nonZero[:0], 0
	b, t := m.book, m.tastes
	taken, any := 0, !slices.Contains(nearness, 2)
	for _, h := range slices.Backward(t.hired[brand]) {
		if h.campaign == but || t.norm[h.creator] == 0 || taken == maxHires ||
			!any && nearest(b.Campaigns[h.campaign].Categories, nearness) < 2 {
			continue
		}
		taken++
		share := h.weight / t.norm[h.creator]
		for _, w := range b.Creators[h.creator].Words {
			if into.words[w.Bucket] == 0 {
				into.nonZero = append(into.nonZero, w.Bucket)
			}
			into.words[w.Bucket] += share * t.weight(w)
		}
	}
	for _, bucket := range into.nonZero {
		into.norm += float64(into.words[bucket]) * float64(into.words[bucket])
	}
	into.norm = math.Sqrt(into.norm)
}

// contentSimilarity is the cosine of a creator's words and a profile, 0 to 1; 0 if either is unknown.
func (m *Model) contentSimilarity(p int32, f *profile) float64 {
	if f == nil || f.norm == 0 || m.tastes.norm[p] == 0 {
		return 0
	}
	sum := 0.0
	for _, w := range m.book.Creators[p].Words {
		if has := f.words[w.Bucket]; has != 0 {
			sum += float64(has * m.tastes.weight(w))
		}
	}
	return sum / f.norm / float64(m.tastes.norm[p])
}
