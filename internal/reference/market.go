// Package reference answers the questions of "who works with whom" a second time, for tests: plain Go over
// the rows of a data set's CSV files. It shares nothing with the product but the reader of the files, follows
// the words of the definitions (docs/relations.md) and not the statements, and looks at every row every time.
// What it gives is slow, and meant to be easy to believe.
package reference

import "time"

// Market is a data set in memory, its rows joined by pointers. Its maps are by key.
type Market struct {
	Categories map[string]*Category
	Segments   map[string]*Segment
	Agencies   map[string]*Agency
	Creators   map[string]*Creator
	Brands     map[string]*Brand
	Campaigns  map[string]*Campaign
	Contents   map[string]*Content

	Participations []*Participation
	Contracts      []*Contract
	Invitations    []*Invitation
}

// Number is a cell that may be unknown.
type Number struct {
	Value int64
	Known bool
}

// Category is a row of categories.csv.
type Category struct {
	Key, Name string
	Parent    *Category
}

// Segment is a row of segments.csv.
type Segment struct{ Key, Name, Dimension string }

// Agency is a row of agencies.csv and what points at it.
type Agency struct {
	Key, Name string
	Contracts []*Contract
}

// Creator is a row of creators.csv and what points at it.
type Creator struct {
	Key, Name      string
	Categories     []*Category // the main one first
	Followers      Number
	Audience       map[*Segment]float64
	Contracts      []*Contract
	Participations []*Participation
	Posted         []*Content
	Appears        []*Content // in contents of others
}

// Brand is a row of brands.csv and what points at it.
type Brand struct {
	Key, Name  string
	Categories []*Category
	Campaigns  []*Campaign
}

// Campaign is a row of campaigns.csv and what points at it. A zero day is unknown.
type Campaign struct {
	Key, Name      string
	Brand          *Brand
	Categories     []*Category
	Starts, Ends   time.Time
	Participations []*Participation
	Invitations    []*Invitation
	Contents       []*Content
}

// Participation is a row of participations.csv.
type Participation struct {
	Campaign                                                *Campaign
	Creator                                                 *Creator
	Source                                                  string // empty when unknown
	Fee, Impressions, Engagements, Clicks, Conversions, GMV Number
}

// Contract is a row of contracts.csv. A zero Until is open.
type Contract struct {
	Creator      *Creator
	Agency       *Agency
	Since, Until time.Time
}

// Invitation is a row of invitations.csv. An empty Answer is none yet.
type Invitation struct {
	Campaign *Campaign
	Creator  *Creator
	Invited  time.Time
	Source   string
	Answer   string
}

// Content is a row of contents.csv.
type Content struct {
	Key, Name  string // the title; the key where there is none
	Creator    *Creator
	Campaign   *Campaign // nil for none
	Published  time.Time
	CoCreators []*Creator
}

// InForce says whether the contract holds on a day, its first and last included.
func (c *Contract) InForce(day time.Time) bool {
	return !day.IsZero() && !c.Since.After(day) && (c.Until.IsZero() || !c.Until.Before(day))
}
