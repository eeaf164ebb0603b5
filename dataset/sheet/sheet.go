package sheet

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Sheet is one table of a person's file.
type Sheet struct {
	Path      string
	File      string // the file's name without its folder
	Name      string // of a workbook's sheet; empty for text files
	Encoding  string // of a text file, such as UTF-8 or GB18030
	Separator string // of a text file, one sign
	Rows      []Row  // rows without any cell are left out
	Hidden    bool   // of a workbook's sheet: its rows were not read
	HiddenRow int    // the first of Rows that a workbook does not show, as a filter does; 0 for none
}

// Row is one row as it stands in the file.
type Row struct {
	Line  int // on which it begins, from 1; a workbook's row number
	Cells []string
}

// Cell gives the i-th cell, empty where the row is shorter.
func (r Row) Cell(i int) string {
	if i < 0 || i >= len(r.Cells) {
		return ""
	}
	return r.Cells[i]
}

// Filled is how many cells hold more than white space.
func (r Row) Filled() int {
	n := 0
	for _, c := range r.Cells {
		if strings.TrimSpace(c) != "" {
			n++
		}
	}
	return n
}

// Options override what would be found out; empty fields are found out.
type Options struct {
	Encoding  string // a name of the WHATWG Encoding Standard, such as gb18030 or utf-16le
	Separator string // one sign
}

// endings says how files of each ending are read.
var endings = map[string]func(path string, opts Options) ([]Sheet, error){
	".xlsx": readWorkbook, ".xlsm": readWorkbook, ".xltx": readWorkbook,
	".csv": readText, ".tsv": readText, ".txt": readText, ".tab": readText,
}

// Read gives the sheets of a file that hold anything, and those that are hidden.
func Read(path string, opts Options) ([]Sheet, error) {
	name := filepath.Base(path)
	read := endings[strings.ToLower(filepath.Ext(name))]
	if read == nil {
		return nil, fmt.Errorf("%s: files of this kind are not read; save it as .xlsx, or as .csv", name)
	}
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return nil, fmt.Errorf("%s: it is a folder; name its files", name)
	}
	sheets, err := read(path, opts)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	sheets = slices.DeleteFunc(sheets, func(s Sheet) bool { return len(s.Rows) == 0 && !s.Hidden })
	if !slices.ContainsFunc(sheets, func(s Sheet) bool { return !s.Hidden }) {
		return nil, fmt.Errorf("%s: it holds no row that is shown", name)
	}
	return sheets, nil
}
