package acceptance

import (
	"math"
	"slices"
)

// Held is a model with how each creator of a market stands by all its answers, so that many can be asked about one brief
// in microseconds. It is for one writer or many readers at a time.
type Held struct {
	model     *Model
	g         *featureBuilder
	standings []Standing
}

// Hold follows a market's answers. The market belongs to it afterwards; its invitations are not kept.
func Hold(model *Model, m *Market) *Held {
	h := &Held{model: model, g: newFeatureBuilder(m), standings: make([]Standing, len(m.Creators))}
	h.g.levels, h.g.learned = model.Levels, true
	h.shares()
	for p := range h.standings {
		h.standings[p] = model.New()
	}
	h.take(m.Invitations)
	m.Invitations = nil
	return h
}

// Market gives what the model is held over, so that a writer brings in campaigns and words.
func (h *Held) Market() *Market { return h.g.Market }

// shares takes what was usual when the model was learned, for the segments that were there.
func (h *Held) shares() {
	for s, key := range h.g.Segments {
		if s == len(h.g.shares) {
			h.g.shares = append(h.g.shares, 0)
		}
		if share, known := h.model.Shares[key]; known {
			h.g.shares[s] = share
		}
	}
}

// take follows what happened, one after another.
func (h *Held) take(all []Invitation) {
	known := make([]Facts, len(all))
	for _, e := range events(all) {
		one := &all[e.number]
		if !e.answer {
			known[e.number] = h.g.facts(one)
			h.g.asked[one.Creator]++
			continue
		}
		z := h.model.standard(known[e.number])
		h.standings[one.Creator] = h.standings[one.Creator].after(h.model.base(&z), one.Accepted)
		h.g.answer(one)
	}
}

// Change puts a creator, or one more, with all its invitations in the place of what it was.
func (h *Held) Change(creator int32, who Creator, all []Invitation) {
	if g := h.g; int(creator) == len(g.Creators) {
		g.Creators, h.standings = append(g.Creators, who), append(h.standings, Standing{})
		g.busy, g.together, g.asked = append(g.busy, busy{}), append(g.together, nil), append(g.asked, 0)
	}
	h.shares()
	h.g.Creators[creator], h.standings[creator] = who, h.model.New()
	h.g.busy[creator], h.g.together[creator], h.g.asked[creator] = busy{}, nil, 0
	h.take(all)
}

// Question is one brief that creators are asked about, by one goroutine.
type Question struct {
	h       *Held
	brief   *Campaign
	day     int32
	level   float64
	aims    []aim // by dimension
	wanted  []int // by segment: 1 + the number of its aim
	creator int32
	z       [count]float64 // of creator
}

// aim is a dimension of segments that a brief aims at.
type aim struct{ usual, own float64 }

// Ask puts a brief on a day, counted from 1970-01-01, by recommendation.
func (h *Held) Ask(brief Campaign, day int32) *Question {
	q := &Question{h: h, brief: &brief, day: day, level: h.model.Levels.at(brief.Starts), creator: -1, wanted: make([]int, len(h.g.shares))}
	var dimensions []string
	for _, s := range brief.Segments {
		if int(s) >= len(q.wanted) || q.wanted[s] > 0 {
			continue
		}
		at := slices.Index(dimensions, h.g.Dimensions[s])
		if at < 0 {
			at, dimensions, q.aims = len(dimensions), append(dimensions, h.g.Dimensions[s]), append(q.aims, aim{})
		}
		q.aims[at].usual += h.g.shares[s]
		q.wanted[s] = at + 1
	}
	return q
}

// Chance is how likely a creator accepts an offer for a format. Where either is unknown it is what an usual offer would be.
func (q *Question) Chance(creator int32, format int, offered int64) float64 {
	m := q.h.model
	if q.creator != creator {
		q.creator, q.z = creator, m.standard(q.facts(creator))
	}
	z := q.z
	if asks := q.h.g.Creators[creator].Prices[format]; asks > 0 && offered > 0 {
		z[price] = min(max((math.Log(float64(asks))-m.Means[price])/m.Scales[price], -4), 4)
		z[offer] = (math.Log(float64(offered)/float64(asks)) - q.level - m.Means[offer]) / m.Scales[offer]
	}
	return sigmoid(m.logOdds(&z, q.h.standings[creator]))
}

// facts are those of a creator without an offer.
func (q *Question) facts(creator int32) Facts {
	g := q.h.g
	who := &g.Creators[creator]
	return Facts{Offer: math.NaN(), Price: math.NaN(), Size: logOf(who.Followers), Category: g.category(who, q.brief), Audience: q.meets(who),
		Together: math.Log1p(g.together[creator][q.brief.Brand]), Busy: g.busy[creator].at(q.day),
		Lead: float64(max(0, q.brief.Starts-q.day)), Chosen: 1, Signed: bool01(who.Signed), Asked: math.Log1p(float64(g.asked[creator]))}
}

// meets is the gatherer's, without its maps.
func (q *Question) meets(who *Creator) float64 {
	if len(q.aims) == 0 || len(who.Audience) == 0 {
		return math.NaN()
	}
	for a := range q.aims {
		q.aims[a].own = 0
	}
	for _, share := range who.Audience {
		if a := q.wanted[share.Segment]; a > 0 {
			q.aims[a-1].own += float64(share.Part)
		}
	}
	sum := 0.0
	for _, a := range q.aims {
		sum += math.Log((a.own + 0.02) / (a.usual + 0.02))
	}
	return sum / float64(len(q.aims))
}
