package tie

import "math"

const (
	// HalfLifeDays is after how many days a shared thing tells half as much.
	HalfLifeDays = 730
	// Keep is how many of a person's ties are kept, the strongest.
	Keep = 10
)

// Thing is something people worked on together.
type Thing struct {
	Content bool  // a content, not a campaign
	Dated   bool  // whether its day is known
	Day     int32 // its last day, counted from 1970-01-01; only where it is dated
	People  []int32
}

// Share is how much a thing that so many people share tells of each two of them.
func (t Thing) Share(present int32) float64 {
	age := float64(HalfLifeDays)
	if t.Dated {
		age = max(0, float64(present)-float64(t.Day)) // what is still to come counts as of today
	}
	return 1 / math.Log(1+float64(len(t.People))) * math.Pow(0.5, age/HalfLifeDays)
}

// Tie is what two people share.
type Tie struct {
	To        int32 // the other person
	Strength  float64
	Campaigns int32
	Contents  int32
	Dated     bool // whether any of it has a day
	Last      int32
}

// stronger puts ties of one person in order, the strongest first; equals by the other's number.
func (t Tie) stronger(than Tie) bool {
	if t.Strength != than.Strength {
		return t.Strength > than.Strength
	}
	return t.To < than.To
}
