package market

import "math"

// A history covers a year; the curve goes on for a month that only the truth has.
const (
	pastDays   = 364
	futureDays = 30
)

// All creators have weekly points for weeklyDays; a share of them has weekly points for the whole year
// and daily ones for dailyDays.
const (
	weeklyDays   = 182
	dailyDays    = 60
	closelyShare = 0.1
)

// followerCurve is ln of followers against today's, a day each from pastDays ago to futureDays ahead.
type followerCurve [pastDays + 1 + futureDays]float64

// drawFollowerCurve lets followers grow day by day: a long-run drift, a momentum that lasts for months, jumps
// when something is seen far and wide, and for a few a time in which they rise fast.
func drawFollowerCurve(d *rng, c *creator) *followerCurve {
	var path followerCurve
	momentum := d.normal(0, 0.0023)
	jump, level := 0.0, 0.0
	riseFrom, riseTo, rise := drawRise(d)
	hits := 0.004 * math.Exp(float64(c.quality))
	for t := range path {
		momentum = 0.985*momentum + d.normal(0, 0.0004)
		jump *= 0.6
		if d.chance(hits) {
			jump += 0.02 * d.ExpFloat64()
		}
		gain := float64(c.drift) + momentum + jump + d.normal(0, 0.0004)
		if t >= riseFrom && t < riseTo {
			gain += rise
		}
		level += gain
		path[t] = level
	}
	for t, now := 0, path[pastDays]; t < len(path); t++ {
		path[t] -= now
	}
	return &path
}

// risingShare is how many creators rise fast at some time from half a year ago on.
const risingShare = 0.06

// drawRise gives the part of the curve in which a creator rises, and ln of the daily gain.
func drawRise(d *rng) (from, to int, gain float64) {
	if !d.chance(risingShare) {
		return 0, 0, 0
	}
	from = pastDays - 150 + d.IntN(165)
	return from, from + 40 + d.IntN(80), 0.004 + 0.01*d.Float64()
}

// followersAt is the number of followers so many days after today.
func (p *followerCurve) followersAt(c *creator, days int) int64 {
	return max(1, int64(math.Round(float64(c.followers)*math.Exp(p[pastDays+days]))))
}

// writeHistory writes a creator's follower history and gives the followers in thirty days.
func (m *generator) writeHistory(d *rng, i int, key string) (int64, error) {
	d.take(forHistory, i)
	c := &m.creators[i]
	closely := d.chance(closelyShare)
	kept := d.chance(m.params.keep("follower_history"))
	path := drawFollowerCurve(d, c)
	for ago := min(pastDays, int(m.today-c.joined)); kept && ago >= 0; ago-- {
		weekly := ago%7 == 0 && (closely || ago <= weeklyDays)
		if !weekly && !(closely && ago < dailyDays) {
			continue
		}
		err := m.out.write("follower_history", key, (m.today - day(ago)).date(), path.followersAt(c, -ago))
		if err != nil {
			return 0, err
		}
	}
	return path.followersAt(c, futureDays), nil
}
