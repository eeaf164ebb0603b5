package match

import "github.com/creatorgraph/creatorgraph/insight"

// Format is a number in Formats.
type Format int8

// Formats are the API's words for the formats of contents.
var formats = [...]string{"SHORT_VIDEO", "MID_VIDEO", "IMAGE_TEXT", "LIVE"}

// FormatCount is how many there are.
const FormatCount = len(formats)

// Formats gives the API's words, by number.
func Formats() []string { return formats[:] }

// Objective is what a brief is for.
type Objective int8

// The objectives.
const (
	NoObjective Objective = iota
	Awareness
	Consideration
	Conversion
)

// ObjectiveOf reads the API's word; NoObjective for others.
func ObjectiveOf(word string) Objective {
	switch word {
	case "AWARENESS":
		return Awareness
	case "CONSIDERATION":
		return Consideration
	case "CONVERSION":
		return Conversion
	}
	return NoObjective
}

// FormatOf reads the API's word; insight.Unknown for others.
func FormatOf(word string) Format {
	for f, name := range formats {
		if name == word {
			return Format(f)
		}
	}
	return insight.Unknown
}

// Creator is a creator's known properties.
type Creator struct {
	Key, Name  string
	Followers  int64 // insight.Unknown where nobody knows
	Prices     [FormatCount]int64
	Region     string
	Agency     int32   // in force; insight.Unknown for none
	Categories []int32 // main one first
	Platforms  []int32
	Audience   []insight.Share
	Words      []insight.Word // of the contents
	Works      []Work
	Answers    []Answer
}

// Work is a creator's part in a campaign, with its results.
type Work struct {
	Campaign                 int32
	Format                   Format // insight.Unknown where nobody knows
	Fee, Impressions, Clicks int64  // insight.Unknown where nobody knows, as the next two
	Conversions, GMV         int64
}

// Said is how an invitation was answered.
type Said int8

// The answers.
const (
	Pending Said = iota
	Accepted
	Declined
	Expired
)

// Answer is an invitation and its answer.
type Answer struct {
	Campaign int32
	Day      int32 // of the invitation, from 1970-01-01
	Offer    int64 // insight.Unknown where nobody knows
	Said     Said
}

// Campaign is a past campaign's brief.
type Campaign struct {
	Key        string
	Brand      int32
	Objective  Objective
	Formats    []Format
	Categories []int32
	Segments   []int32
	Day        int32 // its first, from 1970-01-01; insight.Unknown where nobody knows
}

// Brand is an advertiser.
type Brand struct {
	Key, Name, Industry string
	Categories          []int32
}

// Word is a category, segment, platform or agency.
type Word struct {
	Key, Name string
	Of        int32  // of a category: the one above it; insight.Unknown for none
	Dimension string // of a segment
}

// Book is the data that matching is learned from.
type Book struct {
	Creators   []Creator
	Campaigns  []Campaign
	Brands     []Brand
	Categories []Word
	Segments   []Word
	Platforms  []Word
	Agencies   []Word
	Day        int32 // today, from 1970-01-01
}

// under says whether a category is another or below it.
func (b *Book) under(category, other int32) bool {
	for range 16 { // a circle of categories has no end
		if category == other {
			return true
		}
		if category == insight.Unknown {
			return false
		}
		category = b.Categories[category].Of
	}
	return false
}

// nearness says how near each category is to those asked for: 2 for one of them or one below or above it, 1 for one under
// the same root, 0 for none.
func (b *Book) nearness(asked []int32) []int8 {
	all := make([]int8, len(b.Categories))
	for of := range all {
		for _, to := range asked {
			switch {
			case b.under(int32(of), to) || b.under(to, int32(of)):
				all[of] = 2
			case b.root(int32(of)) == b.root(to):
				all[of] = max(all[of], 1)
			}
		}
	}
	return all
}

// nearest is how near the nearest of some categories is.
func nearest(categories []int32, nearness []int8) (best int8) {
	for _, of := range categories {
		best = max(best, nearness[of])
	}
	return best
}

func (b *Book) root(category int32) int32 {
	for range 16 {
		if b.Categories[category].Of == insight.Unknown {
			break
		}
		category = b.Categories[category].Of
	}
	return category
}

// FormatOf says in which format a work was done: the one that is known, the only one asked for and offered, or the one
// whose price is nearest to the fee.
func (b *Book) FormatOf(c *Creator, w *Work) Format {
	if w.Format >= 0 {
		return w.Format
	}
	best, nearest := Format(0), -1.0
	for _, f := range b.Campaigns[w.Campaign].Formats {
		far := 1e9
		if c.Prices[f] > 0 && w.Fee > 0 {
			far = apart(float64(c.Prices[f]), float64(w.Fee))
		}
		if nearest < 0 || far < nearest {
			best, nearest = f, far
		}
	}
	return best
}

func apart(a, b float64) float64 {
	if a > b {
		return a / b
	}
	return b / a
}
