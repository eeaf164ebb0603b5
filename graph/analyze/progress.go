package analyze

import "time"

// Progress is how far an analysis has come.
type Progress struct {
	Step   string // its name
	Does   string // the same for people
	Number int    // of the step, from 1
	Of     int    // how many steps there are

	Done  int64         // of the step's parts
	Total int64         // 0 when it is not known
	Took  time.Duration // since the step began
	Ended bool          // the step is complete
}

// Rate is how many parts were done a second.
func (p Progress) Rate() float64 { return float64(p.Done) / max(p.Took.Seconds(), 0.001) }

// Left is how long the step will take if it goes on at this rate; 0 when that cannot be told.
func (p Progress) Left() time.Duration {
	if p.Done == 0 || p.Total <= p.Done {
		return 0
	}
	return time.Duration(float64(p.Took) * float64(p.Total-p.Done) / float64(p.Done))
}

// Share is how much of the step is done, 0 to 1.
func (p Progress) Share() float64 {
	switch {
	case p.Ended:
		return 1
	case p.Total == 0:
		return 0
	}
	return min(float64(p.Done)/float64(p.Total), 1)
}
