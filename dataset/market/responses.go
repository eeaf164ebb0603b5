package market

import "math"

// responseSpread is the spread of ln of how readily the people of a segment click.
const responseSpread = 0.4

// The dimensions in which people respond differently, in the order in which they are drawn; devices make no difference.
const (
	byGender = iota
	byAge
	byRegion
	byInterest
	dimensionCount
)

// segmentResponse is a segment's share of all people and how readily they click: 1 is as all people do.
type segmentResponse struct {
	segment         string
	share, response float64
}

// responses say how readily the people of each segment click, whoever shows them what. The mean over the segments of a dimension
// is 1, and dimensions work independently of each other.
type responses [dimensionCount][]segmentResponse

func drawResponses(d *rng, t *taxonomy) responses {
	var r responses
	r[byGender] = []segmentResponse{{segment: "gender-female", share: 0.5}, {segment: "gender-male", share: 0.5}}
	for _, a := range ages {
		r[byAge] = append(r[byAge], segmentResponse{segment: a.key, share: a.base})
	}
	for _, p := range t.provinces {
		r[byRegion] = append(r[byRegion], segmentResponse{segment: "region-" + p.key, share: p.weight / t.byRegion[len(t.byRegion)-1]})
	}
	for _, f := range t.fields {
		r[byInterest] = append(r[byInterest], segmentResponse{segment: "interest-" + f.key, share: f.weight / t.byField[len(t.byField)-1]})
	}
	for dimension, segments := range r {
		d.take(forResponses, dimension)
		people, mean := 0.0, 0.0
		for i := range segments {
			segments[i].response = d.factor(responseSpread)
			people += segments[i].share
			mean += segments[i].share * segments[i].response
		}
		for i := range segments {
			segments[i].response *= people / mean
		}
	}
	return r
}

// of gives how readily a creator's audience clicks.
func (r *responses) of(c *creator, t *taxonomy) float64 {
	women := float64(c.women)
	gender := women*r[byGender][0].response + (1-women)*r[byGender][1].response
	age := 0.0
	for i, share := range c.ages {
		age += float64(share) * r[byAge][i].response
	}
	home := float64(c.home)
	region := home*r[byRegion][c.region].response + 1 - home
	own := t.topicOf(int(c.circle)).field
	interest := anyInterest + ownInterest*r[byInterest][own].response + secondInterest*r[byInterest][c.second].response
	return gender * age * region * interest / (anyInterest + ownInterest + secondInterest)
}

// respond gives what comes of an outcome with people who click so readily; of impressions and engagements nothing changes.
func (o outcome) respond(d *rng, response float64) outcome {
	if o.clicks == 0 {
		return o
	}
	clicks := min(o.impressions, d.scaled(o.clicks, response))
	conversions := min(clicks, d.scaled(o.conversions, float64(clicks)/float64(o.clicks)))
	if o.conversions > 0 {
		o.gmv = int64(math.Round(float64(o.gmv) * float64(conversions) / float64(o.conversions)))
	}
	o.clicks, o.conversions = clicks, conversions
	return o
}

// scaled makes of a count one whose mean is so many times as large: leaves some out, or adds some.
func (d *rng) scaled(n int64, times float64) int64 {
	if times >= 1 {
		return n + d.poisson(float64(n)*(times-1))
	}
	return n - min(n, d.poisson(float64(n)*(1-times)))
}

// writeResponses writes to the truth how the segments' people respond.
func (m *generator) writeResponses() error {
	for _, segments := range m.responses {
		for _, s := range segments {
			if err := m.truth.write("segments", s.segment, real(s.share), real(s.response)); err != nil {
				return err
			}
		}
	}
	return nil
}
