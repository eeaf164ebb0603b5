package market

// Summary is what a generated market came out as.
type Summary struct {
	Files       []File // the data set's files, in the order of dataset.Tables
	Truth       []File // the truth's files, none if no truth was asked for
	SelfPicked  Source // participations of creators that brands chose by experience
	Recommended Source // participations of creators that were recommended
	Accepted    int64  // invitations that were accepted
	Answered    int64  // invitations that were accepted, declined or left to expire
}

// File is one written file and its rows, without the header.
type File struct {
	Name string
	Rows int64
}

// Source is what came of all the finished participations of one way of choosing.
type Source struct {
	Participations int64
	FeeFen         int64
	Impressions    int64
	Clicks         int64
}

// Rows is the number of rows in all files of the data set.
func (s Summary) Rows() int64 {
	var rows int64
	for _, f := range s.Files {
		rows += f.Rows
	}
	return rows
}

// Acceptance is the share of answered or expired invitations that were accepted, 0 if there are none.
func (s Summary) Acceptance() float64 { return ratio(s.Accepted, s.Answered) }

// CPMYuan is what a thousand impressions cost, in yuan; 0 if there are none.
func (s Source) CPMYuan() float64 { return ratio(s.FeeFen, s.Impressions) * 1000 / 100 }

// CTR is clicks per impression, 0 if there are none.
func (s Source) CTR() float64 { return ratio(s.Clicks, s.Impressions) }

func (s *Source) add(feeFen int64, o outcome) {
	s.Participations++
	s.FeeFen += feeFen
	s.Impressions += o.impressions
	s.Clicks += o.clicks
}

func ratio(part, whole int64) float64 {
	if whole == 0 {
		return 0
	}
	return float64(part) / float64(whole)
}
