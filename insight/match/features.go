package match

import (
	"math"

	"github.com/creatorgraph/creatorgraph/insight"
)

// The fixed-effect features of a result.
const (
	one = iota
	size
	sizeSquared
	midVideo
	imageText
	live
	isAwareness
	isConversion
	audienceLift
	isUnknownAudience
	isSame
	isNear
	contentCosine
	featureCount
)

type features [featureCount]float64

// own sets the features that do not depend on the brief.
func (x *features) own(c *Creator) {
	x[one] = 1
	s := (math.Log(math.Max(100, float64(c.Followers))) - 9.2) / 2
	x[size], x[sizeSquared] = s, s*s
}

func (x *features) setFormat(f Format) {
	x[midVideo], x[imageText], x[live] = 0, 0, 0
	if f > 0 {
		x[midVideo+int(f)-1] = 1
	}
}

func (x *features) setObjective(o Objective) {
	switch o {
	case Awareness:
		x[isAwareness] = 1
	case Conversion:
		x[isConversion] = 1
	case Consideration, NoObjective:
	}
}

// setFit sets the features of a creator's audience and categories for a brief.
func (m *Model) setFit(x *features, c *Creator, nearness []int8, t *target) (met float64) {
	lift, met, known := m.audiences.lift(c.Audience, t)
	x[audienceLift] = lift
	if t.any && !known {
		x[isUnknownAudience] = 1
	}
	switch nearest(c.Categories, nearness) {
	case 2:
		x[isSame] = 1
	case 1:
		x[isNear] = 1
	}
	return met
}

// group is the number of a creator's main category, or the one after all of them.
func (m *Model) group(c *Creator) int32 {
	if len(c.Categories) == 0 || int(c.Categories[0]) >= m.groups {
		return int32(m.groups)
	}
	return c.Categories[0]
}

// campaignView is the data that the results of one campaign share.
type campaignView struct {
	target   *target
	nearness []int8
	profile  profile
	of       int32
}

// results appends the observations of some works, for each rate, campaign by campaign.
func (m *Model) results(works []hire, into *[rates][]observation) {
	view := &campaignView{of: insight.Unknown}
	for _, one := range works {
		c := &m.book.Creators[one.creator]
		for k := range c.Works {
			if w := &c.Works[k]; w.Campaign == one.campaign && w.Impressions > 0 {
				m.result(one.creator, w, view, into)
			}
		}
	}
}

func (m *Model) result(p int32, w *Work, view *campaignView, into *[rates][]observation) {
	c, campaign := &m.book.Creators[p], &m.book.Campaigns[w.Campaign]
	if view.of != w.Campaign {
		view.of, view.target = w.Campaign, m.audiences.target(campaign.Segments)
		view.nearness = m.book.nearness(campaign.Categories)
		m.buildProfile(&view.profile, campaign.Brand, view.nearness, w.Campaign)
	}
	s := observation{creator: p, campaign: w.Campaign, group: m.group(c), weight: 1}
	if campaign.Day != insight.Unknown {
		s.weight = math.Exp2(-math.Max(0, float64(m.book.Day-campaign.Day)) / HalfLife)
	}
	s.x.own(c)
	s.x.setFormat(m.book.FormatOf(c, w))
	s.x.setObjective(campaign.Objective)
	m.setFit(&s.x, c, view.nearness, view.target)
	s.x[contentCosine] = m.contentSimilarity(p, &view.profile)
	s.count, s.exposure = float64(w.Impressions), 1
	into[views] = append(into[views], s)
	if w.Clicks < 0 {
		return
	}
	s.count, s.exposure = float64(min(w.Clicks, w.Impressions)), float64(w.Impressions)
	into[clicks] = append(into[clicks], s)
	if w.Conversions < 0 || w.Clicks == 0 {
		return
	}
	s.count, s.exposure = float64(min(w.Conversions, w.Clicks)), float64(w.Clicks)
	into[conversions] = append(into[conversions], s)
}
