package dataset

import (
	"bufio"
	"encoding/csv"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
)

// Rejects writes the rows that were refused to a CSV file with the columns file, line, column, value
// and reason. It is for one goroutine.
type Rejects struct {
	path string
	file *os.File
	out  *csv.Writer
	rows int
}

const rejectsHeader = "file,line,column,value,reason"

// CreateRejects begins a file of rejects, so that a place that cannot be written to is known before
// an import begins. It must not stand in the data set's folder, where the next import would refuse
// it.
func CreateRejects(path, dataset string) (*Rejects, error) {
	if same(filepath.Dir(path), dataset) {
		return nil, fmt.Errorf("rejects %s: it would stand in the data set's folder, where the next "+
			"import refuses it; name another place with --rejects", path)
	}
	if err := ours(path); err != nil {
		return nil, err
	}
	file, err := os.Create(path + ".partial")
	if err != nil {
		return nil, fmt.Errorf("rejects: %w; name a place that can be written to with --rejects", err)
	}
	r := &Rejects{path: path, file: file, out: csv.NewWriter(file)}
	_, err = file.WriteString(rejectsHeader + "\n")
	return r, r.wrap(err)
}

// Add writes one refused row.
func (r *Rejects) Add(reject Reject) error {
	r.rows++
	err := r.out.Write([]string{
		reject.Place().Name(), strconv.Itoa(reject.Line), reject.Column, reject.Value, reject.Reason,
	})
	return r.wrap(err)
}

// Close puts the file in its place and says how many rows it has. When no row was refused there is no
// file, and one of an earlier import is removed.
func (r *Rejects) Close() (int, error) {
	r.out.Flush()
	if err := errors.Join(r.out.Error(), r.file.Close()); err != nil {
		return r.rows, r.wrap(err)
	}
	if r.rows > 0 {
		return r.rows, r.wrap(os.Rename(r.file.Name(), r.path))
	}
	err := os.Remove(r.path)
	if errors.Is(err, fs.ErrNotExist) {
		err = nil
	}
	return 0, r.wrap(errors.Join(err, os.Remove(r.file.Name())))
}

func (r *Rejects) wrap(err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("rejects %s: %w; make room or name another place with --rejects, and run the "+
		"import again", r.path, err)
}

// ours is an error when a file stands there that is not one of rejects.
func ours(path string) error {
	file, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("rejects: %w; name another place with --rejects", err)
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	if !lines.Scan() || lines.Text() != rejectsHeader {
		return fmt.Errorf("rejects %s: a file of that name is there and holds something else; "+
			"name another place with --rejects", path)
	}
	return nil
}

func same(dir, other string) bool {
	a, err := os.Stat(dir)
	b, otherErr := os.Stat(other)
	return err == nil && otherErr == nil && os.SameFile(a, b)
}
