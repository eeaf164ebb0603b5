package market

import (
	"math"
	"time"
)

// Metrics are taken at these hours after publishing; the last is when a content counts as done.
var metricHours = [...]int{1, 2, 4, 8, 24, 72, 168, 720}

// How many contents have metrics: many of those of the last youngDays, few of the older ones.
const (
	youngDays  = 120
	youngShare = 0.6
	oldShare   = 0.08
)

// The share of its views that a content has after some hours is 1 − (1 + hours/slowness)^−0.9; what is
// seen strays from that less and less as the end comes near.
const (
	usualSlowness  = 8 // hours
	slownessSpread = 0.6
	curvePower     = 0.9
	strayStep      = 0.09
)

// writeMetrics writes a content's cumulative figures up to today; the truth has the later ones as well.
func (s *simulation) writeMetrics(number int, c *content) error {
	m, d := s.maker, s.curves
	d.take(forCurve, number)
	share := oldShare
	if m.today.date().Sub(c.published) < youngDays*24*time.Hour {
		share = youngShare
	}
	if !d.chance(share * m.params.keep("content_metrics")) {
		return nil
	}
	views := drawCurve(d, c.outcome.impressions)
	w := s.drawWatching(number, c)
	for k, hours := range metricHours {
		at := c.published.Add(time.Duration(hours) * time.Hour)
		if !at.Before(m.today.date()) {
			break
		}
		if err := s.writeMetric(c, w, at, views[k]); err != nil {
			return err
		}
	}
	return m.truth.write("contents", c.key, whole(views[3]), whole(views[4]), whole(views[5]), whole(views[6]),
		whole(views[7]))
}

// viewerBehaviour is what becomes of views: the share of them that are watched to the end, of videos, and that end in a search for
// the brand, of what a brand paid for; below 0 where nobody counts it.
type viewerBehaviour struct{ completed, searched viewShare }

type viewShare float64

// How contents are watched: three in ten views of a short video to the end, fewer of a longer one and of what is paid for.
const (
	shortCompleted = 0.3
	midCompleted   = 0.16
	paidCompleted  = 0.85 // against unpaid ones
	searched       = 0.0012
)

func (s *simulation) drawWatching(number int, c *content) viewerBehaviour {
	d := s.watching
	d.take(forWatching, number)
	w := viewerBehaviour{-1, -1}
	appeal := math.Exp(0.3*float64(s.maker.creators[c.creator].appeal)) * d.factor(0.3)
	switch c.format {
	case shortVideo:
		w.completed = viewShare(shortCompleted * appeal)
	case midVideo:
		w.completed = viewShare(midCompleted * appeal)
	}
	if c.paid {
		w.completed *= paidCompleted
		w.searched = viewShare(math.Min(searched*appeal*d.factor(0.6), 0.05))
	}
	w.completed = min(w.completed, 0.9)
	return w
}

// of gives how many of some views; nil where nobody counts it.
func (share viewShare) of(views int64) any {
	if share < 0 {
		return nil
	}
	return int64(float64(share) * float64(views))
}

func (s *simulation) writeMetric(c *content, w viewerBehaviour, at time.Time, views int64) error {
	part := ratio(views, c.outcome.impressions)
	so := func(total float64) int64 { return int64(total * part) }
	engaged := float64(c.outcome.engagements)
	var clicks, conversions any
	if c.paid {
		clicks, conversions = so(float64(c.outcome.clicks)), so(float64(c.outcome.conversions))
	}
	return s.out.write("content_metrics", c.key, at, views, so(engaged*0.8), so(engaged*0.08),
		so(engaged*0.12), clicks, conversions, w.completed.of(views), w.searched.of(views))
}

// drawCurve gives the views at each of metricHours, never falling, the last being all of them.
func drawCurve(d *rng, total int64) [len(metricHours)]int64 {
	slowness := usualSlowness * d.factor(slownessSpread)
	share := func(hours int) float64 { return 1 - math.Pow(1+float64(hours)/slowness, -curvePower) }
	var views [len(metricHours)]int64
	last := len(metricHours) - 1
	views[last] = total
	stray := 0.0
	for k := last - 1; k >= 0; k-- {
		stray += d.normal(0, strayStep)
		seen := float64(total) * share(metricHours[k]) / share(metricHours[last]) * math.Exp(stray)
		views[k] = min(views[k+1], int64(seen))
	}
	return views
}
