package dataset

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// WriterOptions says how a data set is written.
type WriterOptions struct {
	Gzip bool // each file as .csv.gz
}

// Writer writes a data set's CSV files, each from its first row on. It is for one goroutine.
type Writer struct {
	dir    string
	gzip   bool
	tables map[string]Table
	files  map[string]*fileWriter
	order  []*fileWriter
	err    error
}

// Create makes a Writer of the data set dir, a folder that is made if missing and must be empty.
func Create(dir string, opts WriterOptions) (*Writer, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, fmt.Errorf("data set %s: %w", dir, err)
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, fmt.Errorf("data set %s: %w", dir, err)
	}
	if len(entries) > 0 {
		return nil, fmt.Errorf("data set %s: the folder is not empty (it holds %s); "+
			"name an empty or a new one", dir, entries[0].Name())
	}
	w := &Writer{dir: dir, gzip: opts.Gzip, tables: map[string]Table{}, files: map[string]*fileWriter{}}
	for _, t := range Tables() {
		w.tables[t.Name] = t
	}
	return w, nil
}

// Write adds a row to a table's file: values in the order of the table's columns, each of the type
// its Kind names (a number may be an int, too), nil where unknown. After an error the data set
// cannot be finished, and Close removes it.
func (w *Writer) Write(table string, values ...any) error {
	if w.err != nil {
		return w.err
	}
	f := w.files[table]
	if f == nil {
		f, w.err = w.open(table)
		if w.err != nil {
			return w.err
		}
	}
	w.err = f.write(values)
	return w.err
}

// Close finishes all files. Only then do they stand under their names; when anything went wrong
// before, they are removed and the first error is given.
func (w *Writer) Close() error {
	for _, f := range w.order {
		if err := f.close(); w.err == nil {
			w.err = err
		}
	}
	for _, f := range w.order {
		if w.err == nil {
			w.err = os.Rename(f.file.Name(), f.path)
		}
	}
	switch {
	case w.err == nil:
		w.err = errClosed
		return nil
	case errors.Is(w.err, errClosed):
		return nil
	}
	w.removeFiles()
	return w.err
}

// removeFiles removes the files that were begun.
func (w *Writer) removeFiles() {
	for _, f := range w.order {
		_ = os.Remove(f.file.Name()) // the error before is the one to tell
	}
}

// Discard ends the writing and removes what was written.
func (w *Writer) Discard() {
	w.err = errDiscarded
	_ = w.Close() // it gives errDiscarded
}

var errDiscarded = errors.New("data set: discarded")

var errClosed = errors.New("data set: written to after it was closed")

func (w *Writer) open(table string) (*fileWriter, error) {
	t, ok := w.tables[table]
	if !ok {
		return nil, fmt.Errorf("data set %s: there is no table %q", w.dir, table)
	}
	f, err := newFileWriter(w.dir, t, w.gzip)
	if err != nil {
		return nil, err
	}
	w.files[table] = f
	w.order = append(w.order, f)
	return f, nil
}

// fileWriter writes one table's file, under a provisional name.
type fileWriter struct {
	table Table
	path  string
	file  *os.File
	zip   *gzip.Writer
	out   *bufio.Writer
	row   []byte
	cell  []byte
}

func newFileWriter(dir string, t Table, zipped bool) (*fileWriter, error) {
	path := filepath.Join(dir, t.Name+".csv")
	if zipped {
		path += ".gz"
	}
	file, err := os.Create(path + ".partial")
	if err != nil {
		return nil, err
	}
	f := &fileWriter{table: t, path: path, file: file}
	var to io.Writer = file
	if zipped {
		f.zip, err = gzip.NewWriterLevel(file, gzip.BestSpeed)
		if err != nil {
			return nil, err
		}
		to = f.zip
	}
	f.out = bufio.NewWriterSize(to, 1<<16)
	for i, c := range t.Columns {
		if i > 0 {
			f.row = append(f.row, ',')
		}
		f.row = append(f.row, c.Name...)
	}
	_, err = f.out.Write(append(f.row, '\n'))
	return f, err
}

func (f *fileWriter) write(values []any) error {
	if len(values) != len(f.table.Columns) {
		return fmt.Errorf("table %s: %d values for %d columns",
			f.table.Name, len(values), len(f.table.Columns))
	}
	f.row = f.row[:0]
	for i, c := range f.table.Columns {
		var err error
		if f.cell, err = appendCell(f.cell[:0], c, values[i]); err != nil {
			return fmt.Errorf("table %s: %w", f.table.Name, err)
		}
		if i > 0 {
			f.row = append(f.row, ',')
		}
		f.row = appendQuoted(f.row, f.cell)
	}
	_, err := f.out.Write(append(f.row, '\n'))
	return err
}

func (f *fileWriter) close() error {
	err := f.out.Flush()
	if f.zip != nil {
		err = errors.Join(err, f.zip.Close())
	}
	// What is renamed must be whole even after the power fails.
	return errors.Join(err, f.file.Sync(), f.file.Close())
}

// appendQuoted quotes a cell only where RFC 4180 asks for it.
func appendQuoted(row, cell []byte) []byte {
	if !bytes.ContainsAny(cell, ",\"\r\n") {
		return append(row, cell...)
	}
	row = append(row, '"')
	for _, b := range cell {
		if b == '"' {
			row = append(row, '"')
		}
		row = append(row, b)
	}
	return append(row, '"')
}
