package sheet

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"
)

func readText(path string, opts Options) ([]Sheet, error) {
	raw, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	text, encoding, err := decode(raw, opts.Encoding)
	if err != nil {
		return nil, err
	}
	s := Sheet{Path: path, File: filepath.Base(path), Encoding: encoding, Separator: opts.Separator}
	text, before := dropSeparatorLine(text, &s)
	if s.Separator == "" {
		s.Separator = detectSeparator(text)
	}
	if s.Rows, err = split(text, s.Separator); err != nil {
		return nil, err
	}
	for i := range s.Rows {
		s.Rows[i].Line += before
	}
	return []Sheet{s}, nil
}

// dropSeparatorLine passes over the line "sep=;" by which Excel is told the separator.
func dropSeparatorLine(text string, s *Sheet) (rest string, lines int) {
	first, rest, _ := strings.Cut(text, "\n")
	sign, ok := strings.CutPrefix(strings.TrimRight(first, "\r"), "sep=")
	if !ok || utf8.RuneCountInString(sign) != 1 {
		return text, 0
	}
	if s.Separator == "" {
		s.Separator = sign
	}
	return rest, 1
}

// split reads rows, and refuses a file whose last quotation mark is not closed.
func split(text, separator string) ([]Row, error) {
	rows, last, err := splitLeniently(text, separator)
	if err != nil {
		return nil, err
	}
	return rows, openQuote(text[last:], rows)
}

// splitLeniently reads rows: any number of cells, quotes where they should not stand. Last is where the last row begins.
func splitLeniently(text, separator string) (rows []Row, last int64, err error) {
	sign, size := utf8.DecodeRuneInString(separator)
	if size != len(separator) || size == 0 {
		return nil, 0, fmt.Errorf("the separator %q must be one sign", separator)
	}
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.LazyQuotes, r.FieldsPerRecord = sign, true, -1
	for {
		begin := r.InputOffset()
		cells, err := r.Read()
		if errors.Is(err, io.EOF) {
			return rows, last, nil
		}
		if err != nil {
			return nil, 0, fmt.Errorf("%w; write the file anew as CSV", err)
		}
		last = begin
		line, _ := r.FieldPos(0)
		if row := (Row{line, cells}); row.Filled() > 0 {
			rows = append(rows, row)
		}
	}
}

// openQuote refuses a file whose last row has a quotation mark that is never closed: all lines behind it are in one cell.
func openQuote(text string, rows []Row) error {
	text = strings.TrimRight(text, "\r\n")
	if !strings.Contains(text, "\n") || len(rows) == 0 || strings.Count(text, `"`)%2 == 0 {
		return nil
	}
	last := rows[len(rows)-1]
	if !slices.ContainsFunc(last.Cells, func(c string) bool { return strings.Contains(c, "\n") }) {
		return nil
	}
	return fmt.Errorf(`line %d: a cell begins with a quotation mark that is never closed, and takes in all lines below; `+
		`close it, or write "" for a quotation mark within a cell`, last.Line)
}

// separators are tried in this order; of equals the first wins.
var separators = []string{"\t", ";", ",", "|"}

// sampleBytes is how many bytes of a file decide on its separator.
const sampleBytes = 1 << 16

// detectSeparator gives the sign that cuts the most lines into the same number of cells, the more cells
// the better.
func detectSeparator(text string) string {
	if len(text) > sampleBytes {
		text = text[:sampleBytes]
		if end := strings.LastIndexByte(text, '\n'); end > 0 {
			text = text[:end]
		}
	}
	best, bestScore := ",", 0.0
	for _, sign := range separators {
		rows, _, err := splitLeniently(text, sign)
		if err != nil {
			continue
		}
		if score := columnConsistency(rows); score > bestScore {
			best, bestScore = sign, score
		}
	}
	return best
}

// columnConsistency is the share of rows with the commonest number of cells above one, larger with more cells.
func columnConsistency(rows []Row) float64 {
	counts := map[int]int{}
	for _, r := range rows {
		if len(r.Cells) > 1 {
			counts[len(r.Cells)]++
		}
	}
	best := 0.0
	for cells, n := range counts {
		share := float64(n) / float64(len(rows))
		best = max(best, share*(1-1/float64(cells)))
	}
	return best
}

// unixLines gives line ends of old Macs, and of Windows, as line feeds.
func unixLines(b []byte) []byte {
	if bytes.IndexByte(b, '\n') < 0 {
		return bytes.ReplaceAll(b, []byte("\r"), []byte("\n"))
	}
	return b
}
