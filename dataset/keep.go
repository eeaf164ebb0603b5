package dataset

import (
	"bufio"
	"compress/gzip"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// keepText writes refused rows of files of the import format, byte for byte and under their files'
// headers, into files of the same names. A row that is longer than MaxRow is left out.
func (s *Set) keepText(dir string, refused []Position) error {
	lines := map[string][]int{}
	for _, place := range refused {
		lines[place.File] = append(lines[place.File], place.Line)
	}
	for _, f := range s.Files {
		if len(lines[f.Name]) == 0 {
			continue
		}
		slices.Sort(lines[f.Name])
		if err := f.keep(dir, slices.Compact(lines[f.Name])); err != nil {
			return err
		}
	}
	return nil
}

// keep writes the rows that begin on some lines, in their order.
func (f File) keep(dir string, lines []int) (err error) {
	from, _, err := openText(f)
	if err != nil {
		return err
	}
	defer from.Close()
	file, err := os.Create(filepath.Join(dir, f.Name))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	out := bufio.NewWriter(file)
	if strings.HasSuffix(f.Name, ".gz") {
		zip := gzip.NewWriter(file)
		defer func() { err = errors.Join(err, zip.Close()) }()
		out = bufio.NewWriter(zip)
	}
	if csv, ok := from.source.(*csvSource); ok {
		writeRow(out, csv.raw) // the header
	}
	if err := from.copyRows(out, lines); err != nil {
		return err
	}
	return out.Flush()
}

// copyRows writes the rows that begin on some lines.
func (t *textFile) copyRows(out *bufio.Writer, lines []int) error {
	cells := make([]Cell, len(t.file.Table.Columns))
	for len(lines) > 0 {
		place, _, err := t.Next(cells)
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if place.Line == lines[0] {
			writeRow(out, t.source.last())
			lines = lines[1:]
		}
	}
	return nil
}

// writeRow adds a row and its line end; Flush gives the error.
func writeRow(out *bufio.Writer, row []byte) {
	if len(row) == 0 {
		return
	}
	_, _ = out.Write(row)
	if row[len(row)-1] != '\n' {
		_ = out.WriteByte('\n')
	}
}
