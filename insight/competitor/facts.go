package competitor

// Unknown is the day of what has none.
const Unknown = -1_000_000

// Facts are what is known of a brand and of those who may compete with it.
type Facts struct {
	Key        string
	Creators   []Creator  // who worked for the brand, latest first
	Others     []Other    // brands that some of these creators worked for as well
	Categories []Category // all categories of brands
}

// Creator is one who worked for the brand.
type Creator struct {
	Key       string
	Followers int64 // 0 when unknown
	Brands    int   // whom the creator worked for, this brand included
	Last      int64 // the day the latest campaign for this brand began, since 1970-01-01, or Unknown
}

// Other is a brand that hired some of the same creators.
type Other struct {
	Key      string
	Creators int // who worked for it, in all
	Shared   []Work
}

// Work is what a creator did for the other brand.
type Work struct {
	Creator int   // the place in Facts.Creators
	Last    int64 // the day the latest campaign for the other brand began, or Unknown
}

// Category is one that brands are in.
type Category struct {
	Key, Name string
	Brands    []string // keys
}

// Segment is a part of a brand's audience.
type Segment struct {
	Key, Dimension, Name string
	Share                float64 // in any unit; those of a dimension are made to add up to 1
}
