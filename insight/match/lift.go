package match

import (
	"math"

	"github.com/creatorgraph/creatorgraph/insight"
)

// maxLift bounds the log lift of an audience in either direction.
const maxLift = 1.5

// audiences are the shares of segments among all followers.
type audiences struct {
	dimension []int8    // of each segment
	share     []float64 // of each segment among the followers whose dimension is known
	count     int       // of dimensions
}

func newAudiences(b *Book) *audiences {
	a := &audiences{dimension: make([]int8, len(b.Segments)), share: make([]float64, len(b.Segments))}
	numbers := map[string]int8{}
	for s, segment := range b.Segments {
		n, known := numbers[segment.Dimension]
		if !known {
			n = int8(len(numbers))
			numbers[segment.Dimension] = n
		}
		a.dimension[s] = n
	}
	a.count = len(numbers)
	whole := make([]float64, a.count)
	for i := range b.Creators {
		weight := math.Sqrt(math.Max(1, float64(b.Creators[i].Followers))) // dampens the largest creators
		for _, s := range b.Creators[i].Audience {
			a.share[s.Segment] += weight * float64(s.Part)
			whole[a.dimension[s.Segment]] += weight * float64(s.Part)
		}
	}
	for s := range a.share {
		if all := whole[a.dimension[s]]; all > 0 {
			a.share[s] /= all
		}
	}
	return a
}

// target is the wanted segments, indexed.
type target struct {
	wanted []bool    // by segment
	asked  []bool    // by dimension
	usual  []float64 // by dimension: share of all people who are wanted
	any    bool
}

func (a *audiences) target(segments []int32) *target {
	t := &target{}
	if len(segments) == 0 {
		return t
	}
	t.wanted, t.asked, t.usual = make([]bool, len(a.share)), make([]bool, a.count), make([]float64, a.count)
	for _, s := range segments {
		if int(s) < len(a.share) && !t.wanted[s] && a.share[s] > 0 {
			d := a.dimension[s]
			t.wanted[s], t.asked[d], t.any = true, true, true
			t.usual[d] += a.share[s]
		}
	}
	return t
}

// lift is the mean, over the target's dimensions, of the log ratio of the audience's wanted share to that of all people; met is the
// mean of those shares. Wanted segments that the audience does not name count half their share of all people. False if nothing
// is wanted or known.
func (a *audiences) lift(audience []insight.Share, t *target) (lift, met float64, known bool) {
	if !t.any {
		return 0, 0, false
	}
	var have, named, wantedNamed [8]float64
	for _, s := range audience {
		if int(s.Segment) >= len(a.dimension) {
			continue
		}
		d := a.dimension[s.Segment]
		if !t.asked[d] {
			continue
		}
		named[d] += a.share[s.Segment]
		if t.wanted[s.Segment] {
			have[d] += float64(s.Part)
			wantedNamed[d] += a.share[s.Segment]
		}
	}
	dimensions := 0.0
	for d := range t.asked {
		if !t.asked[d] || named[d] == 0 {
			continue
		}
		dimensions++
		part := have[d]
		if hidden := t.usual[d] - wantedNamed[d]; hidden > 1e-9 {
			part += hidden * 0.5 // audiences name their largest segments, so others are below average
		}
		met += math.Min(1, part)
		lift += math.Max(-maxLift, math.Min(maxLift, math.Log(math.Max(part, 1e-3)/t.usual[d])))
	}
	if dimensions == 0 {
		return 0, 0, false
	}
	return lift / dimensions, met / dimensions, true
}
