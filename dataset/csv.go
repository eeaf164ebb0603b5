package dataset

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"unicode/utf8"
)

// csvSource reads RFC 4180. Unlike encoding/csv it bounds a row's length, goes on after a row that
// is malformed, and keeps line ends within quotes as they are.
type csvSource struct {
	window *window
	// columns says for each cell of a line which of the table's columns it is, −1 for none.
	columns []int
	missing []int // columns that the header does not name
	fields  [][]byte
	plain   []byte // quoted cells without their quotes
	raw     []byte // the row that was read last, as it stands in the file; nil when it is too long
}

// newCSVSource reads the header and says all that is wrong with it. Where nothing can be read for it
// there is no source.
func newCSVSource(from io.Reader, t Table) (*csvSource, []Fault, error) {
	s := &csvSource{window: newWindow(from)}
	s.window.skipBOM()
	fields, _, bad, err := s.record()
	switch {
	case err == io.EOF:
		return nil, badHeader("the file is empty; its first line must name the columns"), nil
	case err != nil:
		return nil, nil, err
	case bad != nil:
		return nil, badHeader("the header cannot be read: " + bad.Reason), nil
	}
	names := make([]string, len(fields))
	for i, f := range fields {
		if !utf8.Valid(f) {
			return nil, badHeader("the header is not UTF-8; save the file as UTF-8, or bring it in with " +
				"creatorgraph map, which reads any usual encoding"), nil
		}
		names[i] = string(f)
	}
	var faults []Fault
	s.columns, faults = matchColumns(t, names)
	for c := range t.Columns {
		if !slices.Contains(s.columns, c) {
			s.missing = append(s.missing, c)
		}
	}
	return s, faults, nil
}

func badHeader(reason string) []Fault { return []Fault{{Kind: BadHeader, Reason: reason}} }

func (s *csvSource) lines() int { return s.window.line }

func (s *csvSource) last() []byte { return s.raw }

func (s *csvSource) missingColumns() []int { return s.missing }

func (s *csvSource) next(cells []Cell) (int, *Fault, error) {
	fields, line, bad, err := s.record()
	if bad != nil || err != nil {
		return line, bad, err
	}
	for i, c := range s.columns {
		if c >= 0 {
			cells[c].Text = fields[i]
		}
	}
	return line, nil, nil
}

// record gives the cells of the next row that is not blank. A malformed row is refused with its
// first line alone, and reading goes on with the next line: otherwise one lost quote would swallow
// the rows that follow it.
func (s *csvSource) record() (fields [][]byte, line int, bad *Fault, err error) {
	w := s.window
	s.raw = nil
	for {
		line = w.line + 1
		fields, used, lines, state := s.split(w.unread(), w.err == io.EOF)
		switch {
		case state == rowComplete && used <= MaxRow:
			if len(fields) == 1 && len(fields[0]) == 0 {
				w.advance(used, lines)
				continue // a blank line
			}
			s.raw = w.unread()[:used]
			if s.columns != nil && len(fields) != len(s.columns) {
				s.raw = s.raw[:bytes.IndexByte(append(s.raw[:len(s.raw):len(s.raw)], '\n'), '\n')]
				w.skipLine()
				return nil, line, &Fault{Kind: Malformed, Reason: fmt.Sprintf(
					"the row has %d cells and the header %d", len(fields), len(s.columns))}, nil
			}
			w.advance(used, lines)
			return fields, line, nil, nil
		case state == rowIncomplete && !w.full():
			if w.fill() || w.err == io.EOF && len(w.unread()) > 0 {
				continue
			}
			return nil, line, nil, w.err
		case state == rowComplete:
			state = rowIncomplete
		}
		first := bytes.IndexByte(w.unread(), '\n')
		reason := state.reason(first < 0 || first >= MaxRow)
		switch {
		case first >= 0:
			s.raw = w.unread()[:first+1]
		case w.err == io.EOF:
			s.raw = w.unread()
		}
		w.skipLine()
		return nil, line, &Fault{Kind: Malformed, Reason: reason}, w.readError()
	}
}
