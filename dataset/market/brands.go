package market

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// industry is what a brand trades in.
type industry struct {
	name       string
	fields     []int // it advertises in, the main one first
	weight     float64
	orderValue float64 // yuan
	products   []string
}

// brand runs campaigns. Its taste, its customers and its acquaintances are hidden.
type brand struct {
	name       string
	industry   int
	circle     int // where it is at home
	region     int
	taste      taste
	women, age float64
	agencies   [2]int // whose rosters it knows
	regulars   regulars
}

// regulars are the creators a brand worked with last, the oldest forgotten first.
type regulars struct {
	creators [24]int32
	known    int
}

func (r *regulars) remember(creator int) {
	r.creators[r.known%len(r.creators)] = int32(creator)
	r.known++
}

func (r *regulars) filled() []int32 { return r.creators[:min(r.known, len(r.creators))] }

func (r *regulars) any(d *rng) int {
	if r.known == 0 {
		return -1
	}
	filled := r.filled()
	return int(filled[d.IntN(len(filled))])
}

// One brand stands for fifty creators; its campaigns fall off as a power of its rank.
const (
	creatorsPerBrand = 50
	brandExponent    = 0.75
)

type brands struct {
	industries []industry
	all        []brand
	bySize     weightedChoice
}

func drawBrands(d *rng, m *generator) (*brands, error) {
	industries, err := loadIndustries(m.taxonomy)
	if err != nil {
		return nil, err
	}
	b := &brands{industries: industries, all: make([]brand, max(8, m.params.Creators/creatorsPerBrand))}
	byWeight := newWeightedChoice(len(industries), func(i int) float64 { return industries[i].weight })
	for i := range b.all {
		d.take(forBrand, i)
		b.all[i] = m.drawBrand(d, industries, byWeight.draw(d))
	}
	b.bySize = newWeightedChoice(len(b.all), zipf(brandExponent))
	return b, nil
}

func (m *generator) drawBrand(d *rng, industries []industry, of int) brand {
	f := m.taxonomy.fields[industries[of].fields[0]]
	circle := m.taxonomy.circleWithin(d, f.first, f.end)
	return brand{
		name:     m.drawBrandName(d),
		industry: of,
		circle:   circle,
		region:   m.taxonomy.byRegion.draw(d),
		taste:    blend(m.taxonomy.circles[circle].taste, 0.4, d),
		women:    sigmoid(logit(f.women) + d.normal(0, 0.6)),
		age:      clamp(f.age+d.normal(0, 4), 18, 55),
		agencies: [2]int{m.agencies.bySize.draw(d), m.agencies.bySize.draw(d)},
	}
}

func (m *generator) drawBrandName(d *rng) string {
	words := m.pools.brands
	chinese := pick(d, words["first"]) + pick(d, words["second"])
	latin := pick(d, words["latin1"]) + pick(d, words["latin2"])
	switch {
	case d.chance(0.3):
		return chinese + " " + strings.ToUpper(latin)
	case d.chance(0.3):
		return latin
	default:
		return chinese
	}
}

func loadIndustries(t *taxonomy) ([]industry, error) {
	lines, err := columns("industries.txt", 5)
	if err != nil {
		return nil, err
	}
	industries := make([]industry, 0, len(lines))
	for _, cells := range lines {
		one := industry{name: cells[0], products: strings.Fields(cells[4])}
		for key := range strings.FieldsSeq(cells[1]) {
			f := slices.IndexFunc(t.fields, func(one field) bool { return one.key == key })
			if f < 0 {
				return nil, fmt.Errorf("pool/industries.txt: %s: no category %q", cells[0], key)
			}
			one.fields = append(one.fields, f)
		}
		if one.weight, err = strconv.ParseFloat(cells[2], 64); err != nil {
			return nil, fmt.Errorf("pool/industries.txt: %s: %w", cells[0], err)
		}
		if one.orderValue, err = strconv.ParseFloat(cells[3], 64); err != nil {
			return nil, fmt.Errorf("pool/industries.txt: %s: %w", cells[0], err)
		}
		industries = append(industries, one)
	}
	return industries, nil
}

func (b *brands) write(out *sheets, m *generator) error {
	for i := range b.all {
		one := &b.all[i]
		trade := b.industries[one.industry]
		categories := make([]string, len(trade.fields))
		for k, f := range trade.fields {
			categories[k] = m.taxonomy.fields[f].key
		}
		err := out.write("brands", brandKey(i), one.name, trade.name, categories,
			m.taxonomy.provinces[one.region].name)
		if err != nil {
			return err
		}
	}
	return nil
}
