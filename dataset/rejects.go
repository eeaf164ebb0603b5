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
	"strings"
	"time"
)

// Rejects writes what an import refuses: each fault to a CSV file with the columns file, line, column,
// value and reason, and beside it a folder with the refused rows, whole and in their own spelling, which
// can be mended there and imported. It is for one goroutine.
type Rejects struct {
	path   string
	set    *Set
	file   *os.File
	out    *csv.Writer
	faults int
	places []Position // of the refused rows
	folder string
}

const rejectsHeader = "file,line,column,value,reason"

// CreateRejects begins the files of a set's rejects, so that a place that cannot be written to is known
// before an import begins. It must not stand in the data set's folder, where the next import would refuse
// it.
func CreateRejects(path string, set *Set) (*Rejects, error) {
	if same(filepath.Dir(path), set.Dir) {
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
	r := &Rejects{path: path, set: set, file: file, out: csv.NewWriter(file)}
	_, err = file.WriteString(rejectsHeader + "\n")
	return r, r.wrap(err)
}

// Add writes one fault of a refused row; those of one row follow each other.
func (r *Rejects) Add(reject Reject) error {
	r.faults++
	if place := reject.Position(); len(r.places) == 0 || r.places[len(r.places)-1] != place {
		r.places = append(r.places, place)
	}
	err := r.out.Write([]string{
		reject.Position().Name(), strconv.Itoa(reject.Line), reject.Column, reject.Value, reject.Reason,
	})
	return r.wrap(err)
}

// Close puts the files in their place and says how many faults there are. When no row was refused there
// are none, and those of an earlier import are removed.
func (r *Rejects) Close() (int, error) {
	r.out.Flush()
	if err := errors.Join(r.out.Error(), r.file.Close()); err != nil {
		return r.faults, r.wrap(err)
	}
	if err := r.clear(); err != nil {
		return r.faults, r.wrap(err)
	}
	if r.faults == 0 {
		err := os.Remove(r.path)
		if errors.Is(err, fs.ErrNotExist) {
			err = nil
		}
		return 0, r.wrap(errors.Join(err, os.Remove(r.file.Name())))
	}
	if err := r.keepRows(); err != nil {
		return r.faults, r.wrap(err)
	}
	// The folder is as it was written while no file in it is younger than this one.
	err := errors.Join(os.Rename(r.file.Name(), r.path), os.Chtimes(r.path, time.Time{}, time.Now()))
	return r.faults, r.wrap(err)
}

// Folder is where the refused rows stand, whole; empty before Close and when there are none.
func (r *Rejects) Folder() string { return r.folder }

// base is the folder of the refused rows, as long as it is free: rejects for rejects.csv.
func (r *Rejects) base() string {
	if base := strings.TrimSuffix(r.path, ".csv"); base != r.path {
		return base
	}
	return r.path + "-rows"
}

// clear removes the folder of an earlier import, unless somebody has changed it since or imports it.
func (r *Rejects) clear() error {
	written, err := os.Stat(r.path)
	if err != nil || same(r.base(), r.set.Dir) {
		return nil
	}
	if !isUnchanged(r.base(), written.ModTime()) {
		return nil
	}
	return os.RemoveAll(r.base())
}

// isUnchanged says whether a folder holds files alone, none written after a time.
func isUnchanged(dir string, since time.Time) bool {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return false // there is none
	}
	for _, e := range entries {
		info, err := e.Info()
		if err != nil || info.IsDir() || info.ModTime().After(since) {
			return false
		}
	}
	return true
}

// keepRows writes the refused rows to a new folder.
func (r *Rejects) keepRows() error {
	if r.set.keep == nil {
		return nil
	}
	folder := r.base()
	for i := 2; ; i++ {
		err := os.Mkdir(folder, 0o755)
		if err == nil {
			break
		}
		if !errors.Is(err, fs.ErrExist) {
			return err
		}
		folder = fmt.Sprintf("%s-%d", r.base(), i)
	}
	r.folder = folder
	return r.set.keep(folder, r.places)
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
