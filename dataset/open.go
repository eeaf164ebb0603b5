package dataset

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Options says how a data set is read.
type Options struct {
	IgnoreUnknown bool // pass over files and columns that are not in the tables
	// Lenient reads what can be read of files whose names and headers do not fit, for one who wants
	// to know all that is wrong: see Survey.
	Lenient bool
}

// Set is a data set whose file names and headers have been checked.
type Set struct {
	Dir     string
	Files   []File                 // in the order of Tables: no row points at a later file
	Version func() (string, error) // another whenever the rows may be

	skipped *skipped
	keep    Keep
}

// File is one table's file.
type File struct {
	Name  string // within the folder
	Path  string // empty for one that was provided
	Table Table
	Size  int64 // bytes on disk

	opts    Options
	skipped *skipped
	open    func() (Rows, error) // of one that was provided
}

// endings says how a file of each ending is read.
var endings = []string{".csv", ".csv.gz", ".ndjson", ".ndjson.gz"}

// sheets are the endings of spreadsheets.
var sheets = []string{".xlsx", ".xls", ".tsv"}

// Open finds the files of the data set in a folder and reads their headers, so that all wrong names of
// files and columns are known before the first row is used. Sub-folders are left alone.
func Open(dir string, opts Options) (*Set, error) {
	set, rejects, err := survey(dir, opts)
	if err != nil {
		return nil, err
	}
	if len(rejects) == 0 && len(set.Files) == 0 {
		return nil, fmt.Errorf("data set %s: the folder holds no table's file, such as creators.csv", dir)
	}
	return set, headerError(dir, rejects)
}

// Survey is Open for one who wants to know all that is wrong: it gives what does not fit as rejects,
// and a set of what can be read all the same.
func Survey(dir string, opts Options) (*Set, []Reject, error) {
	opts.Lenient = true
	return survey(dir, opts)
}

// maxListedRejects is how many names an error holds.
const maxListedRejects = 20

// headerError is the error that names all that does not fit.
func headerError(dir string, rejects []Reject) error {
	var lines []string
	for i, r := range rejects {
		if i == maxListedRejects {
			lines = append(lines, fmt.Sprintf("and %d more; creatorgraph check shows all", len(rejects)-i))
			break
		}
		lines = append(lines, r.File+": "+r.Reason)
	}
	if len(lines) == 0 {
		return nil
	}
	return fmt.Errorf("data set %s: %s", dir, strings.Join(lines, "\n  "))
}

func survey(dir string, opts Options) (*Set, []Reject, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, nil, folderError(dir, err)
	}
	set := &Set{Dir: dir, skipped: &skipped{}}
	set.Version, set.keep = set.fingerprint, set.keepText
	var rejects []Reject
	for _, e := range entries {
		path := filepath.Join(dir, e.Name())
		info, err := os.Stat(path)
		if err != nil {
			return nil, nil, fmt.Errorf("data set %s: %w", dir, err)
		}
		if info.IsDir() {
			continue
		}
		f := File{Name: e.Name(), Path: path, Size: info.Size(), opts: opts, skipped: set.skipped}
		bad, err := set.add(f)
		if err != nil {
			return nil, nil, err
		}
		rejects = append(rejects, bad...)
	}
	set.sort()
	return set, rejects, nil
}

// add adds a file to the set if it is one of a table, and gives the reasons if it is not.
func (s *Set) add(f File) ([]Reject, error) {
	t, ok := tableOf(f.Name)
	if !ok {
		return s.addUnknown(f), nil
	}
	for _, other := range s.Files {
		if other.Table.Name == t.Name {
			return []Reject{{File: f.Name, Kind: DoubleTable, Reason: fmt.Sprintf(
				"%s and %s both hold the table %s; remove one of them", other.Name, f.Name, t.Name)}}, nil
		}
	}
	f.Table = t
	text, header, err := openText(f)
	if err != nil && !f.opts.Lenient {
		return nil, err
	}
	if err != nil {
		return []Reject{{File: f.Name, Kind: BadHeader, Reason: err.Error()}}, nil
	}
	s.Files = append(s.Files, f)
	rejects := make([]Reject, len(header))
	for i, bad := range header {
		rejects[i] = Reject{File: f.Name, Line: 1, Column: bad.Column, Reason: bad.Reason, Kind: bad.Kind}
	}
	return rejects, text.Close()
}

// addUnknown skips a file that is no table's, or refuses it.
func (s *Set) addUnknown(f File) []Reject {
	nearest := Nearest(strings.SplitN(f.Name, ".", 2)[0], tableNames())
	if f.opts.IgnoreUnknown {
		s.skipped.add(Unknown{File: f.Name, Nearest: nearest})
		return nil
	}
	return []Reject{unknownFile(f.Name, nearest)}
}

func unknownFile(name, nearest string) Reject {
	remedy := ""
	switch {
	case nearest != "":
		remedy = "it may be " + nearest + ".csv; "
	case slices.Contains(sheets, filepath.Ext(name)):
		remedy = "creatorgraph map brings spreadsheets in; "
	}
	return Reject{File: name, Kind: UnknownFile, Reason: fmt.Sprintf("%s is not the name of a table's file; "+
		"%sremove it, or pass over unknown files and columns with --ignore-unknown", name, remedy)}
}

// sort puts the files in the order of Tables.
func (s *Set) sort() {
	names := tableNames()
	slices.SortFunc(s.Files, func(a, b File) int {
		return slices.Index(names, a.Table.Name) - slices.Index(names, b.Table.Name)
	})
}

func folderError(dir string, err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("data set %s: there is no such folder; name one that holds CSV files", dir)
	}
	return fmt.Errorf("data set %s: %w; name a folder that can be read", dir, err)
}

func tableOf(name string) (Table, bool) {
	base, rest, _ := strings.Cut(name, ".")
	if !slices.Contains(endings, "."+rest) {
		return Table{}, false
	}
	for _, t := range Tables() {
		if t.Name == base {
			return t, true
		}
	}
	return Table{}, false
}

func tableNames() []string {
	var names []string
	for _, t := range Tables() {
		names = append(names, t.Name)
	}
	return names
}
