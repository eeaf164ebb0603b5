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

// skipped collects the files and columns that were skipped, each once.
type skipped struct {
	lock  sync.Mutex
	all   []Unknown
	unfit []Reject // of a lenient set: names in rows that are no columns
}

func (p *skipped) refuse(f File, name string) {
	p.lock.Lock()
	defer p.lock.Unlock()
	bad := unknownColumn(f.Table, name)
	reject := Reject{File: f.Name, Column: bad.Column, Reason: bad.Reason, Kind: bad.Kind}
	if !slices.Contains(p.unfit, reject) && len(p.unfit) < maxListedUnknown {
		p.unfit = append(p.unfit, reject)
	}
}

// HeaderFaults is what a lenient set has found of names in the rows of NDJSON files that are no columns.
func (s *Set) HeaderFaults() []Reject {
	s.skipped.lock.Lock()
	defer s.skipped.lock.Unlock()
	return slices.Clone(s.skipped.unfit)
}

func (p *skipped) add(u Unknown) {
	p.lock.Lock()
	defer p.lock.Unlock()
	if !slices.Contains(p.all, u) && len(p.all) < maxListedUnknown {
		p.all = append(p.all, u)
	}
}

// maxListedUnknown bounds the names that are remembered: a JSON file may have others in every row.
const maxListedUnknown = 1000

// Skipped is what was passed over so far, by name; names in the rows of NDJSON files are known once
// the rows have been read.
func (s *Set) Skipped() []Unknown {
	s.skipped.lock.Lock()
	defer s.skipped.lock.Unlock()
	return slices.SortedFunc(slices.Values(s.skipped.all), func(a, b Unknown) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Column, b.Column))
	})
}
