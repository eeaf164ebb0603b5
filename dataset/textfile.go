package dataset

import (
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
)

// textSource reads rows as they stand in a file of the import format.
type textSource interface {
	// next fills cells, which are zero, and says on which line the row begins, as Rows.Next.
	next(cells []Cell) (line int, bad *Fault, err error)
	// lines is how many lines have been read.
	lines() int
	// last is the row that was read last, as it stands in the file; nil when it is too long.
	last() []byte
	// missingColumns are the columns that the last row does not have, not even empty.
	missingColumns() []int
}

// textFile is a file of the import format: CSV or NDJSON, gzipped or not.
type textFile struct {
	file   File
	raw    *countingFile
	zip    *gzip.Reader
	source textSource // nil when the header cannot be read
}

// openText begins to read a file and says all that is wrong with its header.
func openText(f File) (*textFile, []Fault, error) {
	file, err := os.Open(f.Path)
	if err != nil {
		return nil, nil, fmt.Errorf("%s: %w", f.Name, err)
	}
	t := &textFile{file: f, raw: &countingFile{File: file}}
	header, err := t.begin()
	if err != nil {
		return nil, nil, errors.Join(t.readError(err), file.Close())
	}
	return t, header, nil
}

func (t *textFile) begin() (header []Fault, err error) {
	var from io.Reader = t.raw
	if strings.HasSuffix(t.file.Name, ".gz") {
		if t.zip, err = gzip.NewReader(t.raw); err != nil {
			return nil, err
		}
		from = t.zip
	}
	if strings.Contains(t.file.Name, ".ndjson") {
		source, err := newJSONSource(from, t.file.Table, t.unknownNames())
		if err == nil {
			t.source = source
		}
		return nil, err
	}
	csv, faults, err := newCSVSource(from, t.file.Table)
	if csv != nil {
		t.source = csv
	}
	return t.withoutIgnored(faults), err
}

// unknownNames gives the function that collects names in JSON that are no columns; nil where each is a fault of its row.
func (t *textFile) unknownNames() func(name string) {
	switch {
	case t.file.opts.IgnoreUnknown:
		return func(name string) { t.file.skipped.add(unknownName(t.file, name)) }
	case t.file.opts.Lenient:
		return func(name string) { t.file.skipped.refuse(t.file, name) }
	}
	return nil
}

// withoutIgnored leaves out and notes the unknown columns of a header, where they are to be ignored.
func (t *textFile) withoutIgnored(faults []Fault) (left []Fault) {
	for _, bad := range faults {
		if bad.Kind == UnknownColumn && t.file.opts.IgnoreUnknown {
			t.file.skipped.add(unknownName(t.file, bad.Column))
			continue
		}
		left = append(left, bad)
	}
	return left
}

// Next gives a row, as Rows.Next.
func (t *textFile) Next(cells []Cell) (Position, *Fault, error) {
	if t.source == nil {
		return Position{}, nil, io.EOF
	}
	line, bad, err := t.source.next(cells)
	if err != nil && !errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		err = t.readError(err)
	}
	return Position{Line: line}, bad, err
}

// missingColumns are the columns that the last row does not have.
func (t *textFile) missingColumns() []int {
	if t.source == nil {
		return nil
	}
	return t.source.missingColumns()
}

// Offset is how many of the file's bytes on disk have been read.
func (t *textFile) Offset() int64 { return t.raw.read }

// Close ends the reading.
func (t *textFile) Close() error { return t.raw.Close() }

func (t *textFile) readError(err error) error {
	remedy, line := "the file cannot be read", 0
	switch {
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		remedy = "the file was cut short"
	case errors.Is(err, gzip.ErrHeader), errors.Is(err, gzip.ErrChecksum), t.zip != nil:
		remedy = "the gzip file is damaged"
	}
	if t.source != nil {
		line = t.source.lines()
	}
	return fmt.Errorf("%s: broken after line %d, at byte %d of %d: %s (%w); fetch or write it anew",
		t.file.Name, line, t.raw.read, t.file.Size, remedy, err)
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
