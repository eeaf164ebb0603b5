package dataset

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// Options says how a data set is read.
type Options struct {
	IgnoreUnknown bool // pass over files and columns that are not in the tables
}

// Set is a data set on disk whose file names and headers have been checked.
type Set struct {
	Dir     string
	Files   []File   // in the order of Tables: no row points at a later file
	Ignored []string // names of unknown files that were passed over
}

// File is one table's file.
type File struct {
	Name  string // within the folder
	Path  string
	Table Table
	Size  int64 // bytes on disk

	opts Options
}

// endings says how a file of each ending is read.
var endings = []struct {
	ending string
	json   bool
	zipped bool
}{
	{".csv", false, false},
	{".csv.gz", false, true},
	{".ndjson", true, false},
	{".ndjson.gz", true, true},
}

// Open finds the files of the data set in a folder and reads their headers, so that a wrong name of
// a file or column is known before the first row is used. Sub-folders are left alone.
func Open(dir string, opts Options) (*Set, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, folderError(dir, err)
	}
	set := &Set{Dir: dir}
	found := map[string]string{}
	tables := map[string]File{}
	for _, e := range entries {
		path := filepath.Join(dir, e.Name())
		info, err := os.Stat(path)
		if err != nil {
			return nil, fmt.Errorf("data set %s: %w", dir, err)
		}
		if info.IsDir() {
			continue
		}
		t, ok := tableOf(e.Name())
		if !ok {
			if !opts.IgnoreUnknown {
				return nil, fmt.Errorf("data set %s: %s is not the name of a table's file; "+
					"remove it, or pass over unknown files and columns with --ignore-unknown",
					dir, e.Name())
			}
			set.Ignored = append(set.Ignored, e.Name())
			continue
		}
		if other := found[t.Name]; other != "" {
			return nil, fmt.Errorf("data set %s: %s and %s both hold the table %s; remove one of them",
				dir, other, e.Name(), t.Name)
		}
		found[t.Name] = e.Name()
		tables[t.Name] = File{Name: e.Name(), Path: path, Table: t, Size: info.Size(), opts: opts}
	}
	for _, t := range Tables() {
		if f, ok := tables[t.Name]; ok {
			set.Files = append(set.Files, f)
		}
	}
	if len(set.Files) == 0 {
		return nil, fmt.Errorf("data set %s: the folder holds no table's file, such as creators.csv", dir)
	}
	return set, set.checkHeaders()
}

func (s *Set) checkHeaders() error {
	for _, f := range s.Files {
		r, err := f.Open()
		if err != nil {
			return err
		}
		if err := r.Close(); err != nil {
			return err
		}
	}
	return nil
}

func folderError(dir string, err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("data set %s: there is no such folder; name one that holds CSV files", dir)
	}
	return fmt.Errorf("data set %s: %w; name a folder that can be read", dir, err)
}

func tableOf(name string) (Table, bool) {
	base, rest, _ := strings.Cut(name, ".")
	for _, e := range endings {
		if "."+rest != e.ending {
			continue
		}
		for _, t := range Tables() {
			if t.Name == base {
				return t, true
			}
		}
	}
	return Table{}, false
}
