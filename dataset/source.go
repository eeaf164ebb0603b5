package dataset

import (
	"fmt"
	"slices"
)

// Rows gives a table's rows as they stand in their source. It is for one goroutine.
type Rows interface {
	// Next fills cells, one for each of the table's columns in their order and all of them zero, and
	// says where the row stands. What it gives is valid until it is called again. A fault says that
	// the row as a whole cannot be used. At the end the error is io.EOF.
	Next(cells []Cell) (Position, *Fault, error)
	// Offset is how much of the source has been read, in the unit of its size.
	Offset() int64
	Close() error
}

// Cell is one value as its source has it, and what it was made from where the source is no file of the
// import format.
type Cell struct {
	Text   []byte   // in the spelling of the import format
	List   []string // in place of Text where the source has a list of its own, as NDJSON does
	Column string   // the heading as its writer wrote it; empty: the column's own name
	Value  string   // what its writer wrote there; empty: Text or List
	Fault  string   // why no Text could be made of Value; empty: it could

	kind FaultKind // of Fault; empty: Unreadable
}

// Position is where a row stands, as its writer names it. Several rows may be made from one place.
type Position struct {
	File  string
	Sheet string // of a spreadsheet; else empty
	Line  int    // from 1
}

// Provided is a table whose rows another package provides, such as sheets read through a mapping.
type Provided struct {
	Table string // the name of one of Tables
	Name  string // how reports name its source; no two of a set have the same
	Size  int64  // for progress, in the unit of Offset
	// Open begins to read the rows. It is called several times and gives the same rows each time.
	Open func() (Rows, error)
}

// Keep writes the rows that were refused into a folder, whole and in their own spelling, so that they
// can be mended there and read again the way they were read before.
type Keep func(dir string, refused []Position) error

// Provide makes a set of tables that are provided. Version is another whenever their rows may be: an
// import that was interrupted goes on only with the same. Without keep, refused rows are not written.
func Provide(name, version string, tables []Provided, keep Keep) (*Set, error) {
	set := &Set{Dir: name, skipped: &skipped{}, Version: func() (string, error) { return version, nil }, keep: keep}
	for _, p := range tables {
		i := slices.IndexFunc(Tables(), func(t Table) bool { return t.Name == p.Table })
		if i < 0 {
			return nil, fmt.Errorf("%s: %s is to be the table %q, which there is not", name, p.Name, p.Table)
		}
		for _, f := range set.Files {
			if f.Table.Name == p.Table || f.Name == p.Name {
				return nil, fmt.Errorf("%s: %s and %s are both the table %q; make one source of them",
					name, f.Name, p.Name, p.Table)
			}
		}
		set.Files = append(set.Files, File{Name: p.Name, Table: Tables()[i], Size: p.Size, open: p.Open})
	}
	set.sort()
	return set, nil
}

// Origin is what a row was made from where its source is no file of the import format: its place, and
// the heading and value of each cell that has others than the table's.
type Origin struct {
	Position
	Cells []OriginCell
}

// OriginCell is a cell's heading and value as their writer wrote them.
type OriginCell struct{ Column, Value string }

// originOf keeps the cells that a row was made from; nil for a row of the import format.
func originOf(place Position, cells []Cell) *Origin {
	o := &Origin{Position: place, Cells: make([]OriginCell, len(cells))}
	for i, c := range cells {
		o.Cells[i] = OriginCell{c.Column, c.Value}
	}
	return o
}
