package market

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// tasteSize is the number of dimensions of taste: enough that 420 circles are not all alike.
const tasteSize = 8

// circlesPerTopic is how many circles of like-minded people a second-level category falls into.
const circlesPerTopic = 4

// taste is a direction of length one; two tastes are as alike as their cosine.
type taste [tasteSize]float32

// taxonomy is what creators and brands are sorted by. Topics are second-level categories, those of one
// field (a first-level category) side by side; each topic has circlesPerTopic circles, side by side too.
type taxonomy struct {
	fields    []field
	topics    []topic
	circles   []circle
	provinces []province
	byField   weightedChoice // fields by their weight among creators
	byRegion  weightedChoice // provinces by theirs among people
}

type field struct {
	key, name  string
	weight     float64
	women, age float64 // of the audience: share of women, mean age
	first, end int     // its topics
}

type topic struct {
	key, name string
	field     int
	words     []string
}

// circle is a community of taste, known only to the truth.
type circle struct {
	topic int
	taste taste
	women float64 // added to the log-odds of the share of women
	age   float64 // added to the mean age
}

type province struct {
	key, name string
	weight    float64
}

func newTaxonomy(d *rng) (*taxonomy, error) {
	t := &taxonomy{}
	if err := t.loadCategories(); err != nil {
		return nil, err
	}
	lines, err := columns("provinces.txt", 3)
	if err != nil {
		return nil, err
	}
	for _, cells := range lines {
		weight, err := strconv.ParseFloat(cells[2], 64)
		if err != nil {
			return nil, fmt.Errorf("pool/provinces.txt: %w", err)
		}
		t.provinces = append(t.provinces, province{cells[0], cells[1], weight})
	}
	t.byField = newWeightedChoice(len(t.fields), func(i int) float64 { return t.fields[i].weight })
	t.byRegion = newWeightedChoice(len(t.provinces), func(i int) float64 { return t.provinces[i].weight })
	t.drawCircles(d)
	return t, nil
}

func (t *taxonomy) loadCategories() error {
	lines, err := poolLines("categories.txt")
	if err != nil {
		return err
	}
	for _, line := range lines {
		cells := strings.Split(line, "\t")
		if cells[0] != "" {
			f, err := parseField(cells)
			if err != nil {
				return fmt.Errorf("pool/categories.txt: %q: %w", line, err)
			}
			f.first, f.end = len(t.topics), len(t.topics)
			t.fields = append(t.fields, f)
			continue
		}
		if len(cells) != 4 || len(t.fields) == 0 {
			return fmt.Errorf("pool/categories.txt: %q is not a topic of a field", line)
		}
		f := &t.fields[len(t.fields)-1]
		t.topics = append(t.topics, topic{f.key + "-" + cells[1], cells[2], len(t.fields) - 1,
			strings.Fields(cells[3])})
		f.end++
	}
	return nil
}

func parseField(cells []string) (field, error) {
	if len(cells) != 5 {
		return field{}, fmt.Errorf("%d cells instead of 5", len(cells))
	}
	var figures [3]float64
	for i := range figures {
		figure, err := strconv.ParseFloat(cells[2+i], 64)
		if err != nil {
			return field{}, err
		}
		figures[i] = figure
	}
	return field{key: cells[0], name: cells[1], weight: figures[0], women: figures[1], age: figures[2]}, nil
}

// drawCircles places circles near their topics, and topics near their fields.
func (t *taxonomy) drawCircles(d *rng) {
	for f := range t.fields {
		d.take(forTaste, f)
		ofField := randomTaste(d)
		for topic := t.fields[f].first; topic < t.fields[f].end; topic++ {
			ofTopic := blend(ofField, 0.75, d)
			for range circlesPerTopic {
				t.circles = append(t.circles, circle{topic, blend(ofTopic, 0.75, d),
					d.normal(0, 0.4), d.normal(0, 2.5)})
			}
		}
	}
}

// drawCircle gives the number of a circle: fields by weight, topics and circles the earlier the likelier.
func (t *taxonomy) drawCircle(d *rng) int {
	f := t.fields[t.byField.draw(d)]
	return t.circleWithin(d, f.first, f.end)
}

// circleWithin draws a circle of the topics from first up to end.
func (t *taxonomy) circleWithin(d *rng, first, end int) int {
	topic := first + int(float64(end-first)*math.Pow(d.Float64(), 1.4))
	return topic*circlesPerTopic + int(circlesPerTopic*math.Pow(d.Float64(), 1.5))
}

func (t *taxonomy) topicOf(circle int) *topic { return &t.topics[t.circles[circle].topic] }

func (t *taxonomy) fieldOf(circle int) *field { return &t.fields[t.topicOf(circle).field] }

func randomTaste(d *rng) taste { return blend(taste{}, 1, d) }

// blend goes from a taste some way into a random direction: spread is the length of that way.
func blend(from taste, spread float64, d *rng) taste {
	var length float64
	for i := range from {
		from[i] += float32(d.normal(0, spread/math.Sqrt(tasteSize)))
		length += float64(from[i]) * float64(from[i])
	}
	scale := float32(1 / math.Sqrt(length))
	for i := range from {
		from[i] *= scale
	}
	return from
}

// likeness is the cosine of two tastes.
func (t taste) likeness(other taste) float64 {
	var sum float32
	for i := range t {
		sum += t[i] * other[i]
	}
	return float64(sum)
}
