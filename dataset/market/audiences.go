package market

import (
	"cmp"
	"math"
	"slices"
)

// ages are the age segments with the age in their middle and their share of all people on the platform.
var ages = [...]struct {
	key, name    string
	middle, base float64
}{
	{"age-u18", "18岁以下", 15.5, 0.06}, {"age-18-23", "18-23岁", 20.5, 0.17},
	{"age-24-30", "24-30岁", 27, 0.26}, {"age-31-40", "31-40岁", 35.5, 0.28},
	{"age-41-50", "41-50岁", 45.5, 0.15}, {"age-51", "51岁以上", 57, 0.08},
}

// devices are the device segments.
var devices = [...]struct{ key, name string }{
	{"device-android", "安卓"}, {"device-ios", "苹果"}, {"device-harmony", "鸿蒙"},
}

// ageSpread is the standard deviation of the ages within one audience, in years.
const ageSpread = 9

// named is how many regions and interests of an audience have a segment of their own; what is left is
// "elsewhere" or "other".
const named = 4

// ageShares gives the shares of the age segments in an audience of a mean age.
func ageShares(mean float64) [len(ages)]float32 {
	var shares [len(ages)]float64
	var sum float64
	for i, a := range ages {
		away := (a.middle - mean) / ageSpread
		shares[i] = a.base * math.Exp(-away*away/2)
		sum += shares[i]
	}
	var kept [len(ages)]float32
	for i := range shares {
		kept[i] = float32(shares[i] / sum)
	}
	return kept
}

// regionShare is the share of the audience that lives in a province: some live where the creator does,
// the others are spread as people are.
func (c *creator) regionShare(t *taxonomy, region int) float64 {
	total := t.byRegion[len(t.byRegion)-1]
	share := (1 - float64(c.home)) * t.provinces[region].weight / total
	if region == int(c.region) {
		share += float64(c.home)
	}
	return share
}

// measuredShare is how many creators' audiences are known: small accounts often have no report.
const measuredShare = 0.8

// writeAudience writes the shares of each dimension, which sum to one.
func (m *generator) writeAudience(d *rng, i int, key string) error {
	d.take(forAudience, i)
	if !d.chance(measuredShare * m.params.keep("audiences")) {
		return nil
	}
	for _, shares := range m.audience(d, &m.creators[i]) {
		for _, s := range roundedShares(shares) {
			if err := m.out.write("audiences", key, s.segment, s.share); err != nil {
				return err
			}
		}
	}
	return nil
}

type segmentShare struct {
	segment string
	share   float64
}

// audience gives a creator's shares as measured, dimension by dimension.
func (m *generator) audience(d *rng, c *creator) [][]segmentShare {
	gender := []segmentShare{{"gender-female", float64(c.women)}, {"gender-male", 1 - float64(c.women)}}
	age := make([]segmentShare, len(ages))
	for i, share := range c.ages {
		age[i] = segmentShare{ages[i].key, float64(share)}
	}
	apple := sigmoid(-1 + 0.9*float64(c.women) - math.Abs(float64(c.age)-26)/15)
	harmony := 0.08 + 0.12*d.Float64()
	device := []segmentShare{{devices[0].key, (1 - apple) * (1 - harmony)}, {devices[1].key, apple},
		{devices[2].key, (1 - apple) * harmony}}
	region := make([]segmentShare, len(m.taxonomy.provinces))
	for i, p := range m.taxonomy.provinces {
		region[i] = segmentShare{"region-" + p.key, c.regionShare(m.taxonomy, i) * d.factor(0.15)}
	}
	return [][]segmentShare{gender, age, device, topShares(region, "region-other"), m.interests(d, c)}
}

// An audience's interests: those of all people, the creator's own field and the second one.
const (
	anyInterest    = 0.5
	ownInterest    = 0.35
	secondInterest = 0.12
)

// interests lean to the creator's own field, and less to the second one.
func (m *generator) interests(d *rng, c *creator) []segmentShare {
	own := m.taxonomy.topicOf(int(c.circle)).field
	total := m.taxonomy.byField[len(m.taxonomy.byField)-1]
	shares := make([]segmentShare, len(m.taxonomy.fields))
	for i, f := range m.taxonomy.fields {
		share := anyInterest * f.weight / total * d.factor(0.5)
		if i == own {
			share += ownInterest
		}
		if i == int(c.second) {
			share += secondInterest
		}
		shares[i] = segmentShare{"interest-" + f.key, share}
	}
	return topShares(shares, "interest-other")
}

// topShares keeps the largest shares, scaled to sum to one with the rest, which goes to one segment.
func topShares(shares []segmentShare, rest string) []segmentShare {
	var sum float64
	for _, s := range shares {
		sum += s.share
	}
	slices.SortStableFunc(shares, func(a, b segmentShare) int { return cmp.Compare(b.share, a.share) })
	shares = shares[:named]
	left := 1.0
	for i := range shares {
		shares[i].share /= sum
		left -= shares[i].share
	}
	return append(shares, segmentShare{rest, left})
}

// roundedShares gives shares of four decimals that still sum to one: the largest takes what rounding left.
func roundedShares(shares []segmentShare) []segmentShare {
	const parts = 10000
	left, largest := parts, 0
	units := make([]int, len(shares))
	for i, s := range shares {
		units[i] = int(math.Round(s.share * parts))
		left -= units[i]
		if s.share > shares[largest].share {
			largest = i
		}
	}
	units[largest] += left
	for i := range shares {
		shares[i].share = float64(units[i]) / parts
	}
	return shares
}
