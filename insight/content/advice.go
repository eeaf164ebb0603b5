package content

import (
	"fmt"
	"math"
	"slices"

	"github.com/creatorgraph/creatorgraph/insight/conformal"
)

// Advice is what to do with the money for a content.
type Advice string

// What can be advised.
const (
	Boost    Advice = "BOOST"     // spend more on it
	Keep     Advice = "KEEP"      // go on as planned
	Stop     Advice = "STOP"      // spend what is left elsewhere
	TooEarly Advice = "TOO_EARLY" // wait for more counts
)

// What contents are compared with: others of creators of the same size, at the same age.
const (
	boostPart = 0.9  // money is for the tenth with most views still to come
	stopPart  = 0.3  // and is taken from the three tenths with fewest
	stopRisk  = 0.05 // unless a content may be among the best tenth in the end, with this probability
	minPeers  = 30   // contents that a bar rests on; else all sizes'
)

// peerQuantiles are quantiles of peers (contents of the same age by creators of the same size): of the views still to come, and the
// views at the horizon of the top tenth.
type peerQuantiles struct{ Low, High, Top float64 }

// learnPeerQuantiles learns the quantiles of peers.
func (m *Model) learnPeerQuantiles(examples []example) {
	type cell struct{ left, views []float64 }
	var own [len(horizons)][ages][tiers]cell
	var all [len(horizons)][ages]cell
	for i := range examples {
		e := &examples[i]
		h, band := slices.Index(horizons[:], e.row[horizonHours]), ageBand(e.row[ageHours])
		left := e.views
		if band > 0 {
			left -= math.Exp(e.row[lastLogs])
		}
		for _, c := range [...]*cell{&own[h][band][e.tier], &all[h][band]} {
			c.left, c.views = append(c.left, left), append(c.views, e.views)
		}
	}
	for h := range horizons {
		for band := range ages {
			for tier := range tiers {
				c := own[h][band][tier]
				if len(c.left) < minPeers {
					c = all[h][band]
				}
				m.bars[h][band][tier] = quantilesOf(slices.Clone(c.left), slices.Clone(c.views))
			}
		}
	}
}

func quantilesOf(left, views []float64) peerQuantiles {
	if len(left) == 0 {
		return peerQuantiles{}
	}
	slices.Sort(left)
	slices.Sort(views)
	return peerQuantiles{conformal.At(left, stopPart), conformal.At(left, boostPart), conformal.At(views, boostPart)}
}

// peersAt gives the quantiles for the horizon of nearest ratio.
func (m *Model) peersAt(hours, age float64, tier int) peerQuantiles {
	best, off := peerQuantiles{}, math.Inf(1)
	for h, learned := range horizons {
		b := m.bars[h][ageBand(age)][tier]
		if by := math.Abs(math.Log(learned / max(hours, 1))); b.High > 0 && by < off {
			best, off = b, by
		}
	}
	return best
}

// Advice is the action of least expected regret. A yuan on a content loses, against the marginal content of the best tenth, the
// views that it has fewer still to come, so that boosting is right where more of them are expected; stopping is right
// where fewer are expected than the least three tenths have, unless the content may yet be one of the best. Where the interval
// spans both, or nothing was counted, or the latest count is a correction, it is too early.
func (f *Forecast) Advice() Advice {
	low, high := f.Interval(0.8)
	switch {
	case f.Counts == 0 || f.Fell:
		return TooEarly
	case f.Known || f.bar.High <= 0:
		return Keep
	case f.left(low) < f.bar.Low && f.left(high) > f.bar.High:
		return TooEarly
	case f.Remaining() >= f.bar.High:
		return Boost
	case f.Remaining() < f.bar.Low && f.exceeds(f.bar.Top) < stopRisk:
		return Stop
	}
	return Keep
}

// Why says in a sentence, in Chinese and in English, what the advice rests on.
func (f *Forecast) Why() string {
	switch {
	case f.Fell:
		return "最新一次播放数低于之前，视为修正，等待下一次数据 · the latest count is lower than those before: a correction; wait for the next"
	case f.Counts == 0:
		return "还没有可用的播放数据 · there are no usable counts yet"
	case f.Known:
		return fmt.Sprintf("已过%.0f小时，播放数已知 · %.0f hours have passed and the views are known", f.Hours, f.Hours)
	case f.bar.High <= 0:
		return "没有足够的同量级作品可比 · there are too few contents of creators of this size to compare with"
	}
	left := f.Remaining()
	return fmt.Sprintf("预计到%.0f小时还有%.0f次播放；同量级作品此时的前10%%为%.0f次以上，后30%%为%.0f次以下 · %.0f more views are expected by %.0f hours; "+
		"of creators of this size a tenth of contents have %.0f and more to come at this age, three tenths fewer than %.0f",
		f.Hours, left, f.bar.High, f.bar.Low, left, f.Hours, f.bar.High, f.bar.Low)
}
