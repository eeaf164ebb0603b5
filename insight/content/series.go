package content

import (
	"cmp"
	"math"
	"slices"
)

// Unknown stands for a number that was not counted.
const Unknown = -1

// Count is what was counted of a content by a moment, in all since it was published.
type Count struct {
	At                              int64 // seconds since 1970-01-01
	Views                           int64 // 0 or more, or Unknown, as are the next
	Likes, Comments, Shares, Clicks int64
}

// Content is one content with its counts.
type Content struct {
	Key       string
	Published int64 // seconds since 1970-01-01
	Format    int   // its place in the order of formats
	Sponsored bool
	Counts    []Count
}

// Result is a finished work of a creator: how often it was shown.
type Result struct {
	Ended       int64 // seconds since 1970-01-01
	Impressions int64
}

// Formats is how many formats there are.
const Formats = 4

// Creator is a creator with its contents and past results.
type Creator struct {
	Key           string
	Followers     int64   // now; Unknown
	FollowerDays  []int32 // days since 1970-01-01, ascending
	FollowerCount []int64
	Prices        [Formats]int64 // by format; Unknown
	Contents      []Content      // by moment of publication
	Results       []Result       // by moment
}

// point is one usable count.
type point struct {
	age   float64 // hours since publication
	logs  float64 // ln of views
	count Count
}

// curve is the usable counts of a content, by age: views never fall.
type curve []point

// minAge is the least age, in hours, of a usable count.
const minAge = 0.05

// read gives the usable counts until a moment. A count that falls is a correction: those above it were wrong and do not
// count, and neither does it. Counts of no views, before publication or after the moment do not count either.
func (c *Content) read(until int64) (usable curve, fell bool) {
	counts := slices.Clone(c.Counts)
	slices.SortStableFunc(counts, func(a, b Count) int { return cmp.Compare(a.At, b.At) })
	for _, one := range counts {
		age := float64(one.At-c.Published) / 3600
		if one.Views < 0 || one.At > until || age < minAge {
			continue
		}
		if n := len(usable); n > 0 && usable[n-1].count.At == one.At { // of two at one instant the later word
			usable = usable[:n-1]
		}
		if n := len(usable); n > 0 && one.Views < usable[n-1].count.Views {
			for len(usable) > 0 && usable[len(usable)-1].count.Views > one.Views {
				usable = usable[:len(usable)-1]
			}
			fell = true
			continue
		}
		if one.Views > 0 {
			usable = append(usable, point{age, math.Log(float64(one.Views)), one})
			fell = false
		}
	}
	return usable, fell
}

// maxGapRatio is the greatest ratio of two counts' ages to interpolate between.
const maxGapRatio = 10

// at reads ln of views at an age, between two counts in proportion to the logarithm of the age; NaN where that is too far.
func (c curve) at(age float64) float64 {
	i, exact := slices.BinarySearchFunc(c, age, func(p point, age float64) int {
		switch {
		case p.age < age*0.98:
			return -1
		case p.age > age*1.02:
			return 1
		}
		return 0
	})
	if exact {
		return c[i].logs
	}
	if i == 0 || i == len(c) || c[i].age > maxGapRatio*c[i-1].age {
		return math.NaN()
	}
	part := math.Log(age/c[i-1].age) / math.Log(c[i].age/c[i-1].age)
	return c[i-1].logs + part*(c[i].logs-c[i-1].logs)
}

// until is how many counts there are up to an age, with a tolerance of 2 %.
func (c curve) until(age float64) int {
	k := len(c)
	for k > 0 && c[k-1].age > age*1.02 {
		k--
	}
	return k
}

// followers are a creator's at a moment: the last known before, else those now; NaN where none are known.
func (c *Creator) followers(at int64) float64 {
	day := int32(at / (24 * 60 * 60))
	i, found := slices.BinarySearch(c.FollowerDays, day)
	if found {
		i++
	}
	for i--; i >= 0; i-- {
		if c.FollowerCount[i] > 0 {
			return math.Log(float64(c.FollowerCount[i]))
		}
	}
	if c.Followers > 0 {
		return math.Log(float64(c.Followers))
	}
	return math.NaN()
}

// formatNames are the formats, in their order.
var formatNames = [Formats]string{"SHORT_VIDEO", "MID_VIDEO", "IMAGE_TEXT", "LIVE"}

// FormatOf is a format's place; -1 for what is none.
func FormatOf(name string) int { return slices.Index(formatNames[:], name) }
