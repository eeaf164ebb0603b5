package columns

import (
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/creatorgraph/creatorgraph/dataset"
	"github.com/creatorgraph/creatorgraph/dataset/sheet"
)

// ReadSheets reads the sheets of files the way a mapping says, without hidden ones.
func (m Mapping) ReadSheets(paths []string) ([]sheet.Sheet, error) {
	var all []sheet.Sheet
	for _, path := range paths {
		var opts sheet.Options
		for _, s := range m.Sheets {
			if s.File == filepath.Base(path) {
				opts = sheet.Options{Encoding: s.Encoding, Separator: s.Separator}
			}
		}
		sheets, err := sheet.Read(path, opts)
		if err != nil {
			return nil, err
		}
		all = append(all, slices.DeleteFunc(sheets, func(s sheet.Sheet) bool { return s.Hidden })...)
	}
	return all, nil
}

// Fingerprint changes whenever the mapping or a file does.
func (m Mapping) Fingerprint(paths []string) (string, error) {
	hash := sha256.New()
	if err := Write(hash, m); err != nil {
		return "", err
	}
	for _, path := range paths {
		file, err := os.Open(path)
		if err != nil {
			return "", err
		}
		fmt.Fprintf(hash, "\x00%s\x00", filepath.Base(path))
		_, err = io.Copy(hash, file)
		if err := errors.Join(err, file.Close()); err != nil {
			return "", err
		}
	}
	return hex.EncodeToString(hash.Sum(nil)), nil
}

// Set gives the tables as check and import read them.
func (a *Applied) Set(name, version string) (*dataset.Set, error) {
	var provided []dataset.Provided
	for _, table := range sortedKeys(a.tables) {
		rs := a.tables[table]
		provided = append(provided, dataset.Provided{
			Table: table, Name: table + " of " + a.files(), Size: int64(len(rs.all)),
			Open: func() (dataset.Rows, error) { return &rowReader{rows: rs.all}, nil },
		})
	}
	return dataset.Provide(name, version, provided, a.keep)
}

// files are the files' names, as many as a report has room for.
func (a *Applied) files() string {
	var names []string
	for _, b := range a.sheets {
		if !slices.Contains(names, b.sheet.File) {
			names = append(names, b.sheet.File)
		}
	}
	if len(names) > 2 {
		return fmt.Sprintf("%s and %d more files", names[0], len(names)-1)
	}
	return strings.Join(names, " and ")
}

// rowReader gives rows in their order.
type rowReader struct {
	rows []row
	at   int
}

func (r *rowReader) Next(cells []dataset.Cell) (dataset.Position, *dataset.Fault, error) {
	if r.at == len(r.rows) {
		return dataset.Position{}, nil, io.EOF
	}
	row := r.rows[r.at]
	r.at++
	copy(cells, row.cells)
	return row.place, nil, nil
}

func (r *rowReader) Offset() int64 { return int64(r.at) }

func (r *rowReader) Close() error { return nil }

// keep writes refused rows whole, as they stand in their files and under their headings, so that the
// same mapping reads them again.
func (a *Applied) keep(dir string, refused []dataset.Position) error {
	for _, b := range a.sheets {
		lines := map[int]bool{}
		for _, p := range refused {
			if p.File == b.sheet.File && p.Sheet == b.sheet.Name {
				lines[p.Line] = true
			}
		}
		if len(lines) == 0 {
			continue
		}
		if err := b.keep(dir, lines); err != nil {
			return err
		}
	}
	return nil
}

// keep writes the headings and some lines in UTF-8 with a mark, which spreadsheet programs open rightly.
func (b *boundSheet) keep(dir string, lines map[int]bool) (err error) {
	name := b.sheet.File
	if b.sheet.Name != "" {
		name = strings.TrimSuffix(name, filepath.Ext(name)) + " " + strings.NewReplacer("/", "-", "\\", "-").Replace(b.sheet.Name) + ".csv"
	}
	file, err := os.Create(filepath.Join(dir, name))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	if _, err := file.WriteString("\ufeff"); err != nil {
		return err
	}
	out := csv.NewWriter(file)
	if b.sheet.Separator != "" {
		out.Comma = []rune(b.sheet.Separator)[0]
	}
	for _, row := range b.sheet.Rows {
		isHeading := row.Line == b.line || b.twoRowHeading && row.Line == b.line-1
		if isHeading || lines[row.Line] {
			if err := out.Write(row.Cells); err != nil {
				return err
			}
		}
	}
	out.Flush()
	return out.Error()
}
