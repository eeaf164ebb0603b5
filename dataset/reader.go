package dataset

import (
	"errors"
	"fmt"
	"io"

	"github.com/creatorgraph/creatorgraph/dataset/limit"
)

// MaxRow is how many bytes a row may have. A longer one is refused, and memory stays bounded.
const MaxRow = 1 << 20

// Row is a row whose every cell is of its column's kind.
type Row struct {
	// Line tells a file's rows apart and ascends: the line of the file on which the row begins, from 1.
	// Rows that have an Origin are numbered instead.
	Line   int
	Values []any   // in the order of the table's columns; see Kind for the types; nil where unknown
	Origin *Origin // nil for a row of a file of the import format
	// Untold are the numbers of columns that the file, or the row of an NDJSON file, does not have. Their values are nil,
	// but not as in an empty cell unknown: what the graph has of them stays.
	Untold []int
	// Odd is what was passed over in the row though the row is used, such as a content's own creator
	// among its co-creators.
	Odd []Fault
}

// Position is where the row stands in the file of which it is, as its writer names it.
func (r Row) Position(f File) Position {
	if r.Origin != nil {
		return r.Origin.Position
	}
	return Position{File: f.Name, Line: r.Line}
}

// Reader reads one file's rows. It is for one goroutine.
type Reader struct {
	file    File
	rows    Rows
	header  []Fault
	absent  []bool // required columns that the file has not
	cells   []Cell
	repeats *repeats
	read    int // rows
}

// Open begins to read the file; it fails when the header is not that of the table.
func (f File) Open() (*Reader, error) {
	r := &Reader{
		file:    f,
		absent:  make([]bool, len(f.Table.Columns)),
		cells:   make([]Cell, len(f.Table.Columns)),
		repeats: newRepeats(f.Table, repeatWindow),
	}
	if f.open != nil {
		var err error
		r.rows, err = f.open()
		return r, err
	}
	text, header, err := openText(f)
	if err != nil {
		return nil, err
	}
	r.rows, r.header = text, header
	for _, bad := range header {
		if bad.Kind == MissingColumn {
			r.absent[f.Table.Index(bad.Column)] = true
		}
	}
	if len(header) > 0 && !f.opts.Lenient {
		return nil, errors.Join(fmt.Errorf("%s: %s", f.Name, header[0].Reason), r.rows.Close())
	}
	return r, nil
}

// Read gives the next row, or says why it was refused: at least one Reject, all of that row. At the end
// the error is io.EOF; any other error says that the rest of the file cannot be read. A row that repeats
// an earlier one in all its cells is passed over, see Repeated.
func (r *Reader) Read() (Row, []Reject, error) {
	for {
		clear(r.cells)
		place, bad, err := r.rows.Next(r.cells)
		if err != nil {
			return Row{}, nil, err
		}
		r.read++
		row := Row{Line: place.Line}
		if place.File == "" {
			place.File = r.file.Name
		} else {
			row.Line, row.Origin = r.read, originOf(place, r.cells)
		}
		if bad != nil {
			return row, r.rejects(place, []Fault{*bad}), nil
		}
		var faults []Fault
		if row.Values, row.Odd, faults = parse(r.file.Table, r.cells, r.absent); len(faults) > 0 {
			r.nameDuplicate(faults, place)
			return row, r.rejects(place, faults), nil
		}
		repeated, bad := r.repeats.check(row.Values, place)
		if bad != nil {
			return row, r.rejects(place, []Fault{*bad}), nil
		}
		if !repeated {
			row.Untold = r.missingColumns()
			return row, nil, nil
		}
	}
}

// missingColumns are those of the row that was read last.
func (r *Reader) missingColumns() []int {
	text, ok := r.rows.(*textFile)
	if !ok {
		return nil
	}
	return text.missingColumns()
}

// nameDuplicate adds to the fault of a key with white space around it where the same key without stands.
func (r *Reader) nameDuplicate(faults []Fault, place Position) {
	for i, bad := range faults {
		key := r.file.Table.Columns[0]
		if bad.Kind != limit.WhiteSpace || key.Kind != Key || bad.Column != r.cells[0].heading(key) {
			continue
		}
		if at := r.repeats.duplicateReason(limit.TrimSpace(string(r.cells[0].Text)), place); at != "" {
			faults[i].Reason += ", which " + at + " has"
		}
	}
}

func (r *Reader) rejects(place Position, faults []Fault) []Reject {
	rejects := make([]Reject, len(faults))
	for i, bad := range faults {
		rejects[i] = Reject{place.File, place.Sheet, place.Line, bad.Column, shorten(bad.Value),
			bad.Reason, bad.Kind}
	}
	return rejects
}

// Header is all that is wrong with the file's header; nothing unless the set is lenient.
func (r *Reader) Header() []Reject {
	return r.rejects(Position{File: r.file.Name, Line: 1}, r.header)
}

// Repeated is how many rows so far said again what an earlier row of the file had said.
func (r *Reader) Repeated() int { return r.repeats.same }

// Offset is how much of the file's size has been read.
func (r *Reader) Offset() int64 { return r.rows.Offset() }

// Close ends the reading.
func (r *Reader) Close() error { return r.rows.Close() }

// Each reads a file to its end and gives each row that can be used, by column; the map is the same one each time. It says how
// many rows an import would refuse. The error is that of a file that cannot be read.
func (f File) Each(take func(row map[string]any)) (refused int, err error) {
	reader, err := f.Open()
	if err != nil {
		return 0, err
	}
	defer func() { err = errors.Join(err, reader.Close()) }()
	row := map[string]any{}
	for {
		got, bad, err := reader.Read()
		if err == io.EOF {
			return refused, nil
		}
		if err != nil {
			return refused, fmt.Errorf("data set: %w", err)
		}
		if len(bad) > 0 {
			refused++
			continue
		}
		for i, c := range f.Table.Columns {
			row[c.Name] = got.Values[i]
		}
		take(row)
	}
}

// Refuse makes the Reject of a row for what only its user could tell, such as a key that does not
// exist. Column is the table's; empty where the row as a whole is at fault.
func (f File) Refuse(row Row, bad Fault) Reject {
	place := row.Position(f)
	column, value := bad.Column, bad.Value
	if row.Origin != nil {
		if i := f.Table.Index(column); i >= 0 {
			if heading := row.Origin.Cells[i].Column; heading != "" {
				column = heading
			}
			if written := row.Origin.Cells[i].Value; written != "" {
				value = written
			}
		}
	}
	return Reject{place.File, place.Sheet, place.Line, column, shorten(value), bad.Reason, bad.Kind}
}
