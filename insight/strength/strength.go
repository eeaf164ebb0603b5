package strength

import "github.com/creatorgraph/creatorgraph/insight"

// Keep is how many of a person's ties are kept, the strongest.
const Keep = 10

// SharedWork is something people worked on together.
type SharedWork struct {
	Content bool  // a content, not a campaign
	Dated   bool  // whether its day is known
	Day     int32 // its last day, counted from 1970-01-01; only where it is dated
	People  []int32
}

// Share is how much a work that so many people share tells of each two of them.
func (w SharedWork) Share(present int32) float64 {
	age := float64(insight.HalfLifeDays)
	if w.Dated {
		age = float64(present) - float64(w.Day)
	}
	return insight.SharedWeight(len(w.People), age)
}

// Collaboration is what two people share.
type Collaboration struct {
	To        int32 // the other person
	Strength  float64
	Campaigns int32
	Contents  int32
	Dated     bool // whether any of it has a day
	Last      int32
}

// stronger puts ties of one person in order, the strongest first; equals by the other's number.
func (t Collaboration) stronger(than Collaboration) bool {
	if t.Strength != than.Strength {
		return t.Strength > than.Strength
	}
	return t.To < than.To
}
