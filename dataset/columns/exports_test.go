package columns_test

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"

	"github.com/creatorgraph/creatorgraph/dataset"
	"github.com/creatorgraph/creatorgraph/dataset/columns"
	"github.com/creatorgraph/creatorgraph/dataset/sheet"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// today is the day of the tests' proposals.
var today = time.Date(2026, 11, 29, 0, 0, 0, 0, time.UTC)

// Exports as people have them go in right. Each golden file holds the files ("-- name --", with an
// encoding behind it where it is not UTF-8, "book.xlsx#sheet" for a sheet of a workbook), what a person
// corrects ("-- correct --", lines of "old => new" in columns.yaml), and after the line of dashes what is
// proposed, what the correction leaves open, and the rows that come out.
func TestExports(t *testing.T) {
	t.Parallel()

	paths, err := filepath.Glob("testdata/exports/*.golden")
	if err != nil || len(paths) == 0 {
		t.Fatal("no golden files", err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".golden"), func(t *testing.T) {
			t.Parallel()

			raw, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			input, want, _ := strings.Cut(string(raw), "----------\n")
			got := cellOf(t, input)
			if *update {
				if err := os.WriteFile(path, []byte(input+"----------\n"+got), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// cellOf proposes a mapping for the files, corrects it and applies it.
func cellOf(t *testing.T, input string) string {
	t.Helper()

	files, corrections := lay(t, input)
	var sheets []sheet.Sheet
	for _, f := range files {
		s, err := sheet.Read(f, sheet.Options{})
		if err != nil {
			t.Fatal(err)
		}
		sheets = append(sheets, s...)
	}
	var out, yaml bytes.Buffer
	proposed := columns.Propose(sheets, today)
	if err := errors.Join(columns.Summarize(&out, proposed), columns.Write(&yaml, proposed)); err != nil {
		t.Fatal(err)
	}
	text := yaml.String()
	for _, c := range corrections {
		old, new, _ := strings.Cut(c, " => ")
		if !strings.Contains(text, old) {
			t.Fatalf("nothing to correct: %q is not in\n%s", old, text)
		}
		text = strings.ReplaceAll(text, old, new)
	}
	m, err := columns.Read(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	applied, err := columns.Apply(t.Context(), m, sheets, columns.Options{})
	if err != nil {
		fmt.Fprintf(&out, "\n%v\n", err)
		return out.String()
	}
	for _, p := range applied.Skipped {
		fmt.Fprintf(&out, "passed over: %s %s line %d: %s\n", p.File, p.Sheet, p.Line, p.Reason)
	}
	out.WriteString(tablesOf(t, applied))
	return out.String()
}

// lay writes the files of a golden into a folder.
func lay(t *testing.T, input string) (files, corrections []string) {
	t.Helper()

	dir := t.TempDir()
	books := map[string]*excelize.File{}
	head := regexp.MustCompile(`(?m)^-- (\S+)(?: \((\S+)\))? --\n`)
	at := head.FindAllStringSubmatchIndex(input, -1)
	for i, m := range at {
		end := len(input)
		if i+1 < len(at) {
			end = at[i+1][0]
		}
		name, content := input[m[2]:m[3]], input[m[1]:end]
		book, sheetName, isBook := strings.Cut(name, "#")
		switch {
		case name == "correct":
			corrections = strings.Split(strings.TrimSpace(content), "\n")
		case isBook:
			if books[book] == nil {
				books[book] = excelize.NewFile()
				files = append(files, filepath.Join(dir, book))
			}
			fillSheet(t, books[book], sheetName, content)
		default:
			encoding := ""
			if m[4] >= 0 {
				encoding = input[m[4]:m[5]]
			}
			path := filepath.Join(dir, name)
			if err := os.WriteFile(path, encode(t, content, encoding), 0o600); err != nil {
				t.Fatal(err)
			}
			if err := os.Chtimes(path, today, today); err != nil {
				t.Fatal(err)
			}
			files = append(files, path)
		}
	}
	for name, book := range books {
		path := filepath.Join(dir, name)
		if err := errors.Join(book.SaveAs(path), os.Chtimes(path, today, today)); err != nil {
			t.Fatal(err)
		}
	}
	return files, corrections
}

func encode(t *testing.T, text, name string) []byte {
	t.Helper()

	switch name {
	case "":
		return []byte(text)
	case "utf-8-bom":
		return []byte("\ufeff" + text)
	case "utf-16le-bom":
		raw, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().Bytes([]byte(text))
		if err != nil {
			t.Fatal(err)
		}
		return raw
	}
	enc, err := htmlindex.Get(name)
	if err != nil {
		t.Fatal(err)
	}
	raw, err := enc.NewEncoder().Bytes([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

// fillSheet fills a sheet with tab-separated cells; a cell that begins with "=merge:B3" is merged up to there.
func fillSheet(t *testing.T, book *excelize.File, name, content string) {
	t.Helper()

	if name != "Sheet1" {
		if _, err := book.NewSheet(name); err != nil {
			t.Fatal(err)
		}
	}
	for r, line := range strings.Split(strings.TrimSuffix(content, "\n"), "\n") {
		for c, text := range strings.Split(line, "\t") {
			cell, err := excelize.CoordinatesToCellName(c+1, r+1)
			if err != nil {
				t.Fatal(err)
			}
			if to, rest, ok := strings.Cut(strings.TrimPrefix(text, "=merge:"), " "); ok && strings.HasPrefix(text, "=merge:") {
				text = rest
				if err := book.MergeCell(name, cell, to); err != nil {
					t.Fatal(err)
				}
			}
			if text != "" {
				if err := book.SetCellDefault(name, cell, text); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
}

// tablesOf reads the tables as check and import do, and shows their rows and what is refused.
func tablesOf(t *testing.T, applied *columns.Applied) string {
	t.Helper()

	set, err := applied.Set("test", "1")
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for _, f := range set.Files {
		fmt.Fprintf(&out, "\n%s\n", f.Table.Name)
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		for {
			row, rejects, err := r.Read()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatal(err)
			}
			for _, bad := range rejects {
				fmt.Fprintf(&out, "  refused: %s %s line %d, %s %q: %s\n", bad.File, bad.Sheet, bad.Line, bad.Column, bad.Value, bad.Reason)
			}
			if len(rejects) == 0 {
				fmt.Fprintf(&out, "  %s\n", shown(f.Table, row))
			}
		}
		if n := r.Repeated(); n > 0 {
			fmt.Fprintf(&out, "  %d repeated\n", n)
		}
	}
	return out.String()
}

func shown(table dataset.Table, row dataset.Row) string {
	var cells []string
	for i, c := range table.Columns {
		switch v := row.Values[i].(type) {
		case nil:
		case time.Time:
			form := time.DateOnly
			if c.Kind == dataset.Instant {
				form = time.RFC3339
			}
			cells = append(cells, c.Name+"="+v.Format(form))
		case []string:
			cells = append(cells, c.Name+"="+strings.Join(v, "|"))
		default:
			cells = append(cells, fmt.Sprintf("%s=%v", c.Name, v))
		}
	}
	return strings.Join(cells, "  ")
}
