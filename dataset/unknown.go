package dataset

import (
	"cmp"
	"fmt"
	"slices"
	"sync"
)

// Unknown is a file or a column that no table has and that was passed over.
type Unknown struct {
	File    string
	Column  string // empty when the whole file is unknown
	Nearest string // the known name that it may stand for; empty when none is near
}

// String says what was passed over and what it may stand for.
func (u Unknown) String() string {
	text := u.File
	if u.Column != "" {
		text = fmt.Sprintf("%s: column %q", u.File, u.Column)
	}
	if u.Nearest != "" {
		return fmt.Sprintf("%s was passed over; did you mean %s?", text, u.Nearest)
	}
	return text + " was passed over"
}

func unknownName(f File, column string) Unknown {
	return Unknown{File: f.Name, Column: shorten(column), Nearest: Nearest(column, f.Table.columnNames())}
}

// passed gathers what was passed over, each thing once.
type passed struct {
	lock  sync.Mutex
	all   []Unknown
	unfit []Reject // of a lenient set: names in rows that are no columns
}

func (p *passed) refuse(f File, name string) {
	p.lock.Lock()
	defer p.lock.Unlock()
	bad := unknownColumn(f.Table, name)
	reject := Reject{File: f.Name, Column: bad.Column, Reason: bad.Reason, Kind: bad.Kind}
	if !slices.Contains(p.unfit, reject) && len(p.unfit) < mostUnknown {
		p.unfit = append(p.unfit, reject)
	}
}

// Unfit is what a lenient set has found of names in the rows of NDJSON files that are no columns.
func (s *Set) Unfit() []Reject {
	s.passed.lock.Lock()
	defer s.passed.lock.Unlock()
	return slices.Clone(s.passed.unfit)
}

func (p *passed) add(u Unknown) {
	p.lock.Lock()
	defer p.lock.Unlock()
	if !slices.Contains(p.all, u) && len(p.all) < mostUnknown {
		p.all = append(p.all, u)
	}
}

// mostUnknown bounds the names that are remembered: a JSON file may have others in every row.
const mostUnknown = 1000

// PassedOver is what was passed over so far, by name; names in the rows of NDJSON files are known once
// the rows have been read.
func (s *Set) PassedOver() []Unknown {
	s.passed.lock.Lock()
	defer s.passed.lock.Unlock()
	return slices.SortedFunc(slices.Values(s.passed.all), func(a, b Unknown) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Column, b.Column))
	})
}
