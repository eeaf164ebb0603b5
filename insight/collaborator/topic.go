package collaborator

import (
	"encoding/binary"
	"math"
	"slices"
)

// topics are the lists of categories that creators have. There are far fewer lists than creators, so that whoever compares them
// with many creators compares each list once.
type topics struct {
	all     []topic
	numbers map[string]int32 // by the categories' numbers
}

// topic is one list of categories.
type topic struct {
	categories []int32
	norm       float32 // its length, weighed by rarity
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

// likeness is the cosine of a list of categories and a sum of length one; unknown without categories.
func (v *View) likeness(sum []float32, t *topic) float64 {
	if t.norm == 0 {
		return math.NaN()
	}
	dot := float32(0)
	for _, c := range t.categories {
		dot += sum[c] * v.rarity[c]
	}
	return float64(dot / t.norm)
}

// liked is what a topic's features are for one asker.
type liked struct {
	asked            uint32 // by which asker, in the order in which they came
	category, circle float64
}

// topic gives the features of a list of categories, each worked out once for an asker.
func (a *asker) topic(number int32) *liked {
	l := &a.liked[number]
	if l.asked != a.asked {
		t := &a.v.topics.all[number]
		*l = liked{a.asked, a.v.likeness(a.categories, t), a.v.likeness(a.circle, t)}
	}
	return l
}
