package load

import "time"

// FileReport is what became of one file's rows.
type FileReport struct {
	File      string
	Created   int // rows that made something new
	Updated   int // rows that changed something
	Unchanged int // rows that found everything as they say
	Repeated  int // rows that the file had said before
	Refused   int // rows that could not be used
	Resumed   int // rows that an interrupted import had done before
}

// Rows is how many rows were read.
func (f FileReport) Rows() int {
	return f.Created + f.Updated + f.Unchanged + f.Repeated + f.Refused + f.Resumed
}

// Report is what became of a data set.
type Report struct {
	Files []FileReport
	Took  time.Duration
}

// Total adds up all files.
func (r Report) Total() FileReport {
	var sum FileReport
	for _, f := range r.Files {
		sum.Created += f.Created
		sum.Updated += f.Updated
		sum.Unchanged += f.Unchanged
		sum.Repeated += f.Repeated
		sum.Refused += f.Refused
		sum.Resumed += f.Resumed
	}
	return sum
}

// Progress is how far the work on one file is.
type Progress struct {
	File  string
	Rows  int     // read so far
	Share float64 // of the file's bytes, 0 to 1
	Took  time.Duration
	Done  bool
}

// Rate is rows per second.
func (p Progress) Rate() float64 {
	if p.Took <= 0 {
		return 0
	}
	return float64(p.Rows) / p.Took.Seconds()
}

// ToDo estimates the rows that are left from the bytes that are.
func (p Progress) ToDo() int {
	if p.Done || p.Share <= 0 {
		return 0
	}
	return int(float64(p.Rows) * (1 - p.Share) / p.Share)
}

// Left estimates the time that is left.
func (p Progress) Left() time.Duration {
	if p.Done || p.Share <= 0 {
		return 0
	}
	return time.Duration(float64(p.Took) * (1 - p.Share) / p.Share)
}
