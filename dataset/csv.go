package dataset

import (
	"bytes"
	"fmt"
	"io"
	"unicode/utf8"
)

// csvSource reads RFC 4180. Unlike encoding/csv it bounds a row's length, goes on after a row that
// is malformed, and keeps line ends within quotes as they are.
type csvSource struct {
	window *window
	// columns says for each cell of a line which of the table's columns it is, −1 for none.
	columns []int
	fields  [][]byte
	plain   []byte // quoted cells without their quotes
	raw     []byte // the row that was read last, as it stands in the file; nil when it is too long
}

// newCSVSource reads the header and says all that is wrong with it. Where nothing can be read for it
// there is no source.
func newCSVSource(from io.Reader, t Table) (*csvSource, []Fault, error) {
	s := &csvSource{window: newWindow(from)}
	s.window.dropMark()
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
	return s, faults, nil
}

func badHeader(reason string) []Fault { return []Fault{{Kind: BadHeader, Reason: reason}} }

func (s *csvSource) lines() int { return s.window.line }

func (s *csvSource) last() []byte { return s.raw }

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
		fields, used, lines, state := s.split(w.rest(), w.err == io.EOF)
		switch {
		case state == rowWhole && used <= MaxRow:
			if len(fields) == 1 && len(fields[0]) == 0 {
				w.use(used, lines)
				continue // a blank line
			}
			s.raw = w.rest()[:used]
			if s.columns != nil && len(fields) != len(s.columns) {
				s.raw = s.raw[:bytes.IndexByte(append(s.raw[:len(s.raw):len(s.raw)], '\n'), '\n')]
				w.dropLine()
				return nil, line, &Fault{Kind: Malformed, Reason: fmt.Sprintf(
					"the row has %d cells and the header %d", len(fields), len(s.columns))}, nil
			}
			w.use(used, lines)
			return fields, line, nil, nil
		case state == rowCut && !w.full():
			if w.more() || w.err == io.EOF && len(w.rest()) > 0 {
				continue
			}
			return nil, line, nil, w.err
		case state == rowWhole:
			state = rowCut
		}
		first := bytes.IndexByte(w.rest(), '\n')
		reason := state.reason(first < 0 || first >= MaxRow)
		switch {
		case first >= 0:
			s.raw = w.rest()[:first+1]
		case w.err == io.EOF:
			s.raw = w.rest()
		}
		w.dropLine()
		return nil, line, &Fault{Kind: Malformed, Reason: reason}, w.failure()
	}
}

// rowState is how far a row could be read.
type rowState int

const (
	rowWhole    rowState = iota
	rowCut               // its end is not in the window
	rowUnclosed          // the file ends within quotes
	rowBare              // a quote within an unquoted cell
	rowTail              // something follows a closing quote
)

func (s rowState) reason(oneLine bool) string {
	switch {
	case s == rowUnclosed:
		return "a quote is opened and never closed"
	case s == rowBare:
		return `a quote stands in a cell that is not quoted; quote the cell and double the quote`
	case s == rowTail:
		return "something stands between a closing quote and the next comma; double quotes within a cell"
	case oneLine:
		return fmt.Sprintf("the line is longer than %d bytes", MaxRow)
	}
	return fmt.Sprintf("a quote is opened and not closed within %d bytes", MaxRow)
}

// split reads a row from the beginning of b: its cells, its length and its line ends. Atend says
// that nothing follows b.
func (s *csvSource) split(b []byte, atEnd bool) (fields [][]byte, used, lines int, state rowState) {
	end := bytes.IndexByte(b, '\n')
	if end < 0 && (!atEnd || len(b) == 0) {
		return nil, 0, 0, rowCut
	}
	used = end + 1
	if end < 0 {
		end, used = len(b), len(b)
	}
	if bytes.IndexByte(b[:end], '"') >= 0 {
		return s.splitQuoted(b, atEnd)
	}
	text := bytes.TrimSuffix(b[:end], []byte("\r"))
	s.fields = s.fields[:0]
	for {
		i := bytes.IndexByte(text, ',')
		if i < 0 {
			s.fields = append(s.fields, text)
			return s.fields, used, 1, rowWhole
		}
		s.fields = append(s.fields, text[:i])
		text = text[i+1:]
	}
}

func (s *csvSource) splitQuoted(
	b []byte, atEnd bool,
) (fields [][]byte, used, lines int, state rowState) {
	s.fields, s.plain = s.fields[:0], s.plain[:0]
	at := 0
	for {
		var field []byte
		if at < len(b) && b[at] == '"' {
			length, inside, state := s.unquote(b[at+1:], atEnd)
			if state != rowWhole {
				return nil, 0, 0, state
			}
			field = s.plain[len(s.plain)-length.plain:]
			at += 1 + length.quoted
			lines += inside
		} else {
			length := bytes.IndexAny(b[at:], ",\n")
			if length < 0 {
				if !atEnd {
					return nil, 0, 0, rowCut
				}
				length = len(b) - at
			}
			field = b[at : at+length]
			if bytes.IndexByte(field, '"') >= 0 {
				return nil, 0, 0, rowBare
			}
			at += length
			if at == len(b) || b[at] == '\n' {
				field = bytes.TrimSuffix(field, []byte("\r"))
			}
		}
		s.fields = append(s.fields, field)
		switch {
		case at == len(b) && !atEnd:
			return nil, 0, 0, rowCut
		case at == len(b):
			return s.fields, at, lines + 1, rowWhole
		case b[at] == ',':
			at++
			continue
		case b[at] == '\r' && at+1 < len(b) && b[at+1] == '\n':
			at++
		case b[at] == '\r' && at+1 == len(b) && !atEnd:
			return nil, 0, 0, rowCut
		case b[at] == '\r' && at+1 == len(b):
			return s.fields, at + 1, lines + 1, rowWhole
		case b[at] != '\n':
			return nil, 0, 0, rowTail
		}
		return s.fields, at + 1, lines + 1, rowWhole
	}
}

// quotedLength is how long a quoted cell is in the file, with its closing quote, and without quotes.
type quotedLength struct{ quoted, plain int }

// unquote appends the cell that begins b, just after its opening quote, to s.plain.
func (s *csvSource) unquote(b []byte, atEnd bool) (length quotedLength, lines int, state rowState) {
	for {
		i := bytes.IndexByte(b[length.quoted:], '"')
		if i < 0 && atEnd {
			return length, 0, rowUnclosed
		}
		if i < 0 {
			return length, 0, rowCut
		}
		part := b[length.quoted : length.quoted+i]
		s.plain = append(s.plain, part...)
		lines += bytes.Count(part, []byte("\n"))
		length.quoted += i + 1
		length.plain += i
		if length.quoted == len(b) && !atEnd {
			return length, 0, rowCut // a second quote may follow
		}
		if length.quoted == len(b) || b[length.quoted] != '"' {
			return length, lines, rowWhole
		}
		s.plain = append(s.plain, '"')
		length.quoted++
		length.plain++
	}
}
