package load

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"time"
)

// adminFiles are the CSV files that neo4j-admin reads, one for each label and each relationship with
// its two ends. Nodes are known by their numbers.
type adminFiles struct {
	dir   string
	files []*adminFile
	names map[string]*adminFile
}

func newAdminFiles(dir string) *adminFiles {
	return &adminFiles{dir: dir, names: map[string]*adminFile{}}
}

// nodes begins the file of a label; columns are property:type.
func (a *adminFiles) nodes(label string, columns []string) (*adminFile, error) {
	return a.open("nodes", label, label, append([]string{":ID(" + label + ")"}, columns...))
}

// links gives the file of a relationship between two labels, begun when it is first asked for.
func (a *adminFiles) links(kind, from, to string, columns ...string) (*adminFile, error) {
	name := from + "-" + kind + "-" + to
	if f := a.names[name]; f != nil {
		return f, nil
	}
	header := append([]string{":START_ID(" + from + ")", ":END_ID(" + to + ")"}, columns...)
	return a.open("relationships", kind, name, header)
}

func (a *adminFiles) open(option, label, name string, header []string) (*adminFile, error) {
	file, err := os.Create(filepath.Join(a.dir, name+".csv"))
	if err != nil {
		return nil, err
	}
	f := &adminFile{option: option, label: label, file: file, out: bufio.NewWriterSize(file, 1<<18)}
	a.files = append(a.files, f)
	a.names[name] = f
	for _, column := range header {
		f.cell(column)
	}
	return f, f.end()
}

// arguments name the files to neo4j-admin.
func (a *adminFiles) arguments() []string {
	var args []string
	multiline := ""
	for _, f := range a.files {
		args = append(args, fmt.Sprintf("--%s=%s=%s", f.option, f.label, f.file.Name()))
		if f.multiline {
			multiline += "," + f.file.Name()
		}
	}
	if multiline != "" {
		args = append(args, "--multiline-fields-format=v2", "--multiline-fields="+multiline[1:])
	}
	return args
}

func (a *adminFiles) close() error {
	var failed error
	for _, f := range a.files {
		failed = errors.Join(failed, f.out.Flush(), f.file.Close())
	}
	return failed
}

// adminFile is one of them, written cell by cell.
type adminFile struct {
	option    string
	label     string
	file      *os.File
	out       *bufio.Writer
	row       []byte
	multiline bool  // some cell holds a line end
	fault     error // a value that has no form
}

// cell adds a value to the row; nil is unknown.
func (f *adminFile) cell(value any) {
	if len(f.row) > 0 {
		f.row = append(f.row, ',')
	}
	switch v := value.(type) {
	case nil:
	case string:
		f.text(v)
	case int:
		f.row = strconv.AppendInt(f.row, int64(v), 10)
	case uint32:
		f.row = strconv.AppendUint(f.row, uint64(v), 10)
	case int64:
		f.row = strconv.AppendInt(f.row, v, 10)
	case float64:
		f.row = strconv.AppendFloat(f.row, v, 'g', -1, 64)
	case bool:
		f.row = strconv.AppendBool(f.row, v)
	case time.Time:
		f.row = v.UTC().AppendFormat(f.row, time.RFC3339Nano)
	case interface{ Time() time.Time }:
		f.row = v.Time().AppendFormat(f.row, time.DateOnly)
	case []string:
		f.list(v)
	case []int64:
		for i, n := range v {
			if i > 0 {
				f.row = append(f.row, arrayDelimiter)
			}
			f.row = strconv.AppendInt(f.row, n, 10)
		}
	default:
		f.fault = errors.Join(f.fault, fmt.Errorf("a value of type %T has no form for neo4j-admin", value))
	}
}

// arrayDelimiter separates the elements of a list; no text and no key contains a control character.
const arrayDelimiter = '\x1f'

func (f *adminFile) list(elements []string) {
	var joined []byte
	for i, e := range elements {
		if i > 0 {
			joined = append(joined, arrayDelimiter)
		}
		joined = append(joined, e...)
	}
	if len(joined) > 0 {
		f.text(string(joined))
	}
}

// text is quoted always: neo4j-admin trims nothing then, and tells "" from nothing.
func (f *adminFile) text(s string) {
	f.row = append(f.row, '"')
	for i := range len(s) {
		switch s[i] {
		case '"':
			f.row = append(f.row, '"')
		case '\n', '\r':
			f.multiline = true
		}
		f.row = append(f.row, s[i])
	}
	f.row = append(f.row, '"')
}

// end writes the row.
func (f *adminFile) end() error {
	_, err := f.out.Write(append(f.row, '\n'))
	f.row = f.row[:0]
	return errors.Join(err, f.fault)
}

// link writes a relationship with its properties.
func (f *adminFile) link(from, to uint32, values ...any) error {
	f.cell(from)
	f.cell(to)
	for _, v := range values {
		f.cell(v)
	}
	return f.end()
}
