package dataset

import (
	"bytes"
	"fmt"
)

// rowState is how far a row could be read.
type rowState int

const (
	rowComplete       rowState = iota
	rowIncomplete              // its end is not in the window
	rowUnclosed                // the file ends within quotes
	rowStrayQuote              // a quote within an unquoted cell
	rowTextAfterQuote          // something follows a closing quote
)

func (s rowState) reason(oneLine bool) string {
	switch {
	case s == rowUnclosed:
		return "a quote is opened and never closed"
	case s == rowStrayQuote:
		return `a quote stands in a cell that is not quoted; quote the cell and double the quote`
	case s == rowTextAfterQuote:
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
		return nil, 0, 0, rowIncomplete
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
			return s.fields, used, 1, rowComplete
		}
		s.fields = append(s.fields, text[:i])
		text = text[i+1:]
	}
}

// splitQuoted reads a row in which quotes stand.
func (s *csvSource) splitQuoted(b []byte, atEnd bool) (fields [][]byte, used, lines int, state rowState) {
	s.fields, s.plain = s.fields[:0], s.plain[:0]
	for {
		field, length, inside, state := s.cell(b[used:], atEnd)
		if state != rowComplete {
			return nil, 0, 0, state
		}
		s.fields = append(s.fields, field)
		used, lines = used+length, lines+inside
		length, isLast, state := cellEnd(b[used:], atEnd)
		if state != rowComplete {
			return nil, 0, 0, state
		}
		used += length
		if isLast {
			return s.fields, used, lines + 1, rowComplete
		}
	}
}

// cellEnd says how long the comma or line end is that b must begin with, and whether it ends the row.
func cellEnd(b []byte, atEnd bool) (length int, isLast bool, state rowState) {
	if len(b) > 0 && b[0] == ',' {
		return 1, false, rowComplete
	}
	line := bytes.TrimPrefix(b, []byte("\r"))
	switch {
	case len(line) > 0 && line[0] == '\n':
		return len(b) - len(line) + 1, true, rowComplete
	case len(line) > 0:
		return 0, false, rowTextAfterQuote
	case !atEnd:
		return 0, false, rowIncomplete
	}
	return len(b), true, rowComplete
}

// cell gives the cell that b begins with, its length in the file and the line ends within it.
func (s *csvSource) cell(b []byte, atEnd bool) (field []byte, length, lines int, state rowState) {
	if len(b) > 0 && b[0] == '"' {
		return s.unquote(b, atEnd)
	}
	length = bytes.IndexAny(b, ",\n")
	isLast := length < 0 || b[length] == '\n'
	if length < 0 {
		if !atEnd {
			return nil, 0, 0, rowIncomplete
		}
		length = len(b)
	}
	field = b[:length]
	if bytes.IndexByte(field, '"') >= 0 {
		return nil, 0, 0, rowStrayQuote
	}
	if isLast {
		field = bytes.TrimSuffix(field, []byte("\r"))
	}
	return field, length, 0, rowComplete
}

// unquote gives the quoted cell that b begins with. Its text without quotes is appended to s.plain.
func (s *csvSource) unquote(b []byte, atEnd bool) (field []byte, length, lines int, state rowState) {
	from := len(s.plain)
	length = 1
	for {
		i := bytes.IndexByte(b[length:], '"')
		switch {
		case i < 0 && atEnd:
			return nil, 0, 0, rowUnclosed
		case i < 0:
			return nil, 0, 0, rowIncomplete
		}
		part := b[length : length+i]
		s.plain = append(s.plain, part...)
		lines += bytes.Count(part, []byte("\n"))
		length += i + 1
		switch {
		case length == len(b) && !atEnd:
			return nil, 0, 0, rowIncomplete // a second quote may follow
		case length == len(b) || b[length] != '"':
			return s.plain[from:], length, lines, rowComplete
		}
		s.plain = append(s.plain, '"')
		length++
	}
}
