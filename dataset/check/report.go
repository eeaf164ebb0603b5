package check

import (
	"cmp"
	"slices"
	"time"

	"github.com/creatorgraph/creatorgraph/dataset"
)

// Report holds all findings of a check. An import reports in the same form.
type Report struct {
	Source      string        `json:"source"`
	Files       []File        `json:"files"`
	Faults      []Group       `json:"faults"`   // what an import refuses; the most frequent first
	Warnings    []Group       `json:"warnings"` // what is legal but odd
	NotLookedUp []NotLookedUp `json:"notLookedUp"`
	Skipped     []Skipped     `json:"passedOver"`
	Took        time.Duration `json:"-"`
	Seconds     float64       `json:"seconds"`
}

// File counts the rows of one table.
type File struct {
	Name    string `json:"file"`
	Rows    int    `json:"rows"`
	Refused int    `json:"refusedRows"`
}

// Group holds the findings of one kind in one column.
type Group struct {
	File     string            `json:"file"`
	Sheet    string            `json:"sheet,omitempty"`
	Column   string            `json:"column,omitempty"`
	Kind     dataset.FaultKind `json:"kind"`
	Count    int               `json:"count"`
	Examples []Example         `json:"examples"` // the first
}

// Example is one finding.
type Example struct {
	Line   int    `json:"line"`
	Value  string `json:"value,omitempty"`
	Reason string `json:"reason"`
}

// NotLookedUp counts references to a table that the data set does not have.
type NotLookedUp struct {
	File   string `json:"file"`
	Column string `json:"column"`
	Table  string `json:"table"`
	Count  int    `json:"count"`
}

// Skipped is an unknown file or column that was skipped.
type Skipped struct {
	File    string `json:"file"`
	Column  string `json:"column,omitempty"`
	Nearest string `json:"nearest,omitempty"`
}

// Rows is how many rows were read, and how many of them have a fault.
func (r *Report) Rows() (rows, refused int) {
	for _, f := range r.Files {
		rows += f.Rows
		refused += f.Refused
	}
	return rows, refused
}

// Count adds up groups.
func Count(groups []Group) int {
	n := 0
	for _, g := range groups {
		n += g.Count
	}
	return n
}

// maxExamples is how many findings of a group are shown.
const maxExamples = 5

// Findings gathers findings into groups. The zero value is ready.
type Findings struct {
	groups map[groupKey]*Group
	order  []*Group
}

type groupKey struct {
	file, sheet, column string
	kind                dataset.FaultKind
}

// Add takes one finding.
func (f *Findings) Add(found dataset.Reject) {
	key := groupKey{found.File, found.Sheet, found.Column, found.Kind}
	g := f.groups[key]
	if g == nil {
		if f.groups == nil {
			f.groups = map[groupKey]*Group{}
		}
		g = &Group{File: found.File, Sheet: found.Sheet, Column: found.Column, Kind: found.Kind}
		f.groups[key] = g
		f.order = append(f.order, g)
	}
	g.Count++
	if len(g.Examples) < maxExamples {
		g.Examples = append(g.Examples, Example{found.Line, found.Value, found.Reason})
	}
}

// Groups gives the groups, the most frequent first.
func (f *Findings) Groups() []Group {
	groups := make([]Group, len(f.order))
	for i, g := range f.order {
		groups[i] = *g
	}
	slices.SortStableFunc(groups, func(a, b Group) int { return cmp.Compare(b.Count, a.Count) })
	return groups
}
