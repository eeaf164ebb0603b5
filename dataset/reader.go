package dataset

import (
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"unicode/utf8"
)

// MaxRow is how many bytes a row may have. A longer one is refused, and memory stays bounded.
const MaxRow = 1 << 20

// Row is a row whose every cell is of its column's kind.
type Row struct {
	Line   int   // the line of the file on which it begins, from 1
	Values []any // in the order of the table's columns; see Kind for the types; nil where unknown
}

// Reject is a row that cannot be used, and why. Column and Value are empty where the row as a whole
// is at fault; a long value is cut.
type Reject struct {
	File   string
	Line   int
	Column string
	Value  string
	Reason string
}

// cell is one value as it stands in a file.
type cell struct {
	text []byte
	list []string // where the file has a list of its own, as NDJSON does
}

// rowSource reads rows as they stand in a file.
type rowSource interface {
	// next fills cells, in the order of the table's columns, and says on which line the row begins.
	// What it gives is valid until it is called again. At the end the error is io.EOF.
	next(cells []cell) (line int, fault *fault, err error)
	// lines is how many lines have been read.
	lines() int
}

// fault is why a row, or a cell of it, cannot be used.
type fault struct {
	column string
	value  string
	reason string
}

// Reader reads one file's rows. It is for one goroutine.
type Reader struct {
	file    File
	raw     *countingFile
	zip     *gzip.Reader
	source  rowSource
	cells   []cell
	repeats *repeats
}

// Open begins to read the file; it fails when the header is not that of the table.
func (f File) Open() (*Reader, error) {
	file, err := os.Open(f.Path)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", f.Name, err)
	}
	r := &Reader{
		file:    f,
		raw:     &countingFile{File: file},
		cells:   make([]cell, len(f.Table.Columns)),
		repeats: newRepeats(f.Table, repeatWindow),
	}
	if err := r.begin(); err != nil {
		return nil, errors.Join(err, file.Close())
	}
	return r, nil
}

func (r *Reader) begin() error {
	var from io.Reader = r.raw
	if strings.HasSuffix(r.file.Name, ".gz") {
		var err error
		if r.zip, err = gzip.NewReader(r.raw); err != nil {
			return r.broken(0, err)
		}
		from = r.zip
	}
	var err error
	if strings.Contains(r.file.Name, ".ndjson") {
		r.source, err = newJSONSource(from, r.file.Table, r.file.opts)
	} else {
		r.source, err = newCSVSource(from, r.file.Table, r.file.opts)
	}
	var header *headerError
	if errors.As(err, &header) {
		return fmt.Errorf("%s: %w", r.file.Name, err)
	}
	if err != nil {
		return r.broken(0, err)
	}
	return nil
}

// Read gives the next row, or says why it was refused. At the end the error is io.EOF; any other
// error says that the rest of the file cannot be read. A row that repeats an earlier one in all its
// cells is passed over, see Repeated.
func (r *Reader) Read() (Row, *Reject, error) {
	for {
		line, bad, err := r.source.next(r.cells)
		if err == io.EOF {
			return Row{}, nil, io.EOF
		}
		if err != nil {
			return Row{}, nil, r.broken(r.source.lines(), err)
		}
		if bad != nil {
			return Row{}, r.reject(line, bad), nil
		}
		values, bad := parse(r.file.Table, r.cells)
		if bad != nil {
			return Row{}, r.reject(line, bad), nil
		}
		repeated, bad := r.repeats.check(r.cells, line)
		if bad != nil {
			return Row{}, r.reject(line, bad), nil
		}
		if !repeated {
			return Row{Line: line, Values: values}, nil, nil
		}
	}
}

// Repeated is how many rows so far said again what an earlier row of the file had said.
func (r *Reader) Repeated() int { return r.repeats.same }

// Offset is how many of the file's bytes on disk have been read.
func (r *Reader) Offset() int64 { return r.raw.read }

// Line is how many lines have been read.
func (r *Reader) Line() int { return r.source.lines() }

// Close ends the reading.
func (r *Reader) Close() error { return r.raw.Close() }

func (r *Reader) reject(line int, bad *fault) *Reject {
	return &Reject{r.file.Name, line, bad.column, shorten(bad.value), bad.reason}
}

func (r *Reader) broken(line int, err error) error {
	remedy := "the file cannot be read"
	switch {
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		remedy = "the file was cut short"
	case errors.Is(err, gzip.ErrHeader), errors.Is(err, gzip.ErrChecksum), r.zip != nil:
		remedy = "the gzip file is damaged"
	}
	return fmt.Errorf("%s: broken after line %d, at byte %d of %d: %s (%w); fetch or write it anew",
		r.file.Name, line, r.raw.read, r.file.Size, remedy, err)
}

// Refuse makes the Reject of a row for what only the graph could tell, such as a key that does not
// exist.
func (f File) Refuse(line int, column, value, reason string) Reject {
	return Reject{f.Name, line, column, shorten(value), reason}
}

// shownValue is how many bytes of a refused value are repeated.
const shownValue = 200

func shorten(value string) string {
	if len(value) > shownValue {
		cut := shownValue
		for cut > 0 && !utf8.RuneStart(value[cut]) {
			cut--
		}
		value = value[:cut] + "…"
	}
	return strings.ToValidUTF8(value, "\uFFFD")
}

type countingFile struct {
	*os.File
	read int64
}

func (c *countingFile) Read(p []byte) (int, error) {
	n, err := c.File.Read(p)
	c.read += int64(n)
	return n, err
}
