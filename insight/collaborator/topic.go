package collaborator

import (
	"encoding/binary"
	"math"
	"slices"
)

// topics are the distinct lists of categories that creators have. There are far fewer of them than creators, so a query compares
// each list once.
type topics struct {
	all     []topic
	numbers map[string]int32 // by the categories' numbers
}

// topic is one list of categories.
type topic struct {
	categories []int32
	norm       float32 // of its IDF vector
}

// of gives the number of a list.
func (t *topics) of(categories []int32, rarity []float32) int32 {
	var name []byte
	for _, c := range categories {
		name = binary.LittleEndian.AppendUint32(name, uint32(c))
	}
	if number, known := t.numbers[string(name)]; known {
		return number
	}
	sum := float32(0)
	for _, c := range categories {
		sum += rarity[c] * rarity[c]
	}
	number := int32(len(t.all))
	t.all = append(t.all, topic{slices.Clone(categories), float32(math.Sqrt(float64(sum)))})
	if t.numbers == nil {
		t.numbers = map[string]int32{}
	}
	t.numbers[string(name)] = number
	return number
}

// similarity is the cosine of a list of categories and a unit vector; NaN without categories.
func (v *View) similarity(sum []float32, t *topic) float64 {
	if t.norm == 0 {
		return math.NaN()
	}
	dot := float32(0)
	for _, c := range t.categories {
		dot += sum[c] * v.idf[c]
	}
	return float64(dot / t.norm)
}

// topicSimilarity caches a topic's features for one source.
type topicSimilarity struct {
	query                     uint32 // source.queries when it was computed
	category, partnerCategory float64
}

// topic gives the features of a list of categories, each computed once per query.
func (s *source) topic(number int32) *topicSimilarity {
	l := &s.similarities[number]
	if l.query != s.queries {
		t := &s.v.topics.all[number]
		*l = topicSimilarity{s.queries, s.v.similarity(s.categories, t), s.v.similarity(s.partnerCategories, t)}
	}
	return l
}
