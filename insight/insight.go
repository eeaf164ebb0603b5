// Package insight holds the rows that the models learn from. Its subpackages are pure: they take rows and seeds,
// return numbers and reasons, and know no database.
package insight

// Unknown stands in for a number that nobody knows.
const Unknown = -1

// Share is how much of an audience belongs to a segment, from 0 to 1.
type Share struct {
	Segment int32 // a number in Market.Segments
	Part    float32
}

// Creator is what is known of one creator besides whom they worked with. Region, Language and Agency are
// numbers of words in the market's tables, Unknown where there is none.
type Creator struct {
	Key        string
	Name       string // only where reasons are to name it
	Region     int32
	Language   int32
	Agency     int32 // under contract on the day the market is seen
	Followers  int64 // Unknown where nobody knows
	Price      int64 // in minor units, for the first format with a price; Unknown where none is published
	Categories []int32
	Brands     []int32 // worked for before the day the market is seen, each once, ascending
	Since      []int32 // of each of Brands: the first day, from 1970-01-01; math.MinInt32 where nobody knows
	Audience   []Share
	Words      []Word // of titles, tags and the creator's own words, by bucket; see AddWords
	Results    Results
}

// Results is what came of a creator's campaigns before the day the market is seen; all 0 where nobody knows.
type Results struct {
	Impressions, Clicks, Conversions int64
	Fee                              int64 // in minor units, of those whose impressions are known
}

// Collaboration says that two creators have worked together.
type Collaboration struct {
	A, B   int32 // numbers of creators, A < B
	Weight float32
	Things int32 // how many campaigns and contents they share
	Last   int32 // the day of the latest, from 1970-01-01; only where it is Dated
	Dated  bool
}

// Market is creators and their ties as seen on one day.
type Market struct {
	Creators       []Creator
	Collaborations []Collaboration // each pair once
	Crowds         [][]int32       // people of what too many worked on for it to tie them; they have met all the same
	Categories     []string
	Agencies       []string
	Brands         []string
	Segments       []string
	Dimensions     []string // of each of Segments
	Regions        []string
	Languages      []string
}

// Meeting is a campaign or a content that brought creators together.
type Meeting struct {
	People []int32
	Day    int32 // its last day, from 1970-01-01; only where it is Dated
	Brand  int32 // whose campaign it is; Unknown where it is nobody's
	Dated  bool
}

// Contract says that a creator is with an agency from a day on.
type Contract struct {
	Creator, Agency int32
	Since, Until    int32 // days from 1970-01-01; Until is math.MaxInt32 where it has no end
}

// Post is the words of a content.
type Post struct {
	Creator int32
	Day     int32 // from 1970-01-01; only where it is Dated
	Dated   bool
	Words   []Word
}

// Outcome is what came of one creator's part in one campaign.
type Outcome struct {
	Creator int32
	Day     int32 // the campaign's last, from 1970-01-01; only where it is Dated
	Dated   bool
	Results Results
}

// History is a market with all that happened, so that it can be seen as it was on any day. Its creators have
// no agency, no brands and no results, the market no ties; of words they have what they say about themselves. See
// evaluate.
type History struct {
	Market
	Meetings  []Meeting
	Contracts []Contract
	Posts     []Post
	Outcomes  []Outcome
}

// Add adds what came of one thing.
func (r *Results) Add(more Results) {
	r.Impressions += more.Impressions
	r.Clicks += more.Clicks
	r.Conversions += more.Conversions
	r.Fee += more.Fee
}
