package columns

import (
	"bytes"
	_ "embed"
	"encoding/csv"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"

	"github.com/creatorgraph/creatorgraph/dataset"
	"github.com/creatorgraph/creatorgraph/dataset/sheet"
)

//go:embed templates.md
var templatesReadme []byte

// workbookName is that of the templates' workbook.
const workbookName = "templates.xlsx"

// WriteTemplates writes the templates, their mapping and a README into an empty or a new folder, and says
// how many files there are.
func WriteTemplates(dir string) (files int, err error) {
	if entries, err := os.ReadDir(dir); err == nil && len(entries) > 0 {
		return 0, fmt.Errorf("%s: the folder holds something; name an empty or a new one", dir)
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return 0, err
	}
	m, err := templateMapping()
	if err != nil {
		return 0, err
	}
	var mapping bytes.Buffer
	if err := Write(&mapping, m); err != nil {
		return 0, err
	}
	contents := map[string][]byte{"README.md": templatesReadme, "columns.yaml": mapping.Bytes()}
	for _, t := range Templates() {
		if contents[t.Name()+".csv"], err = t.csv(); err != nil {
			return 0, err
		}
	}
	for _, name := range sortedKeys(contents) {
		if err := os.WriteFile(filepath.Join(dir, name), contents[name], 0o644); err != nil {
			return 0, err
		}
	}
	return len(contents) + 1, writeWorkbook(filepath.Join(dir, workbookName))
}

// csv is the template with the mark by which spreadsheet programs know UTF-8.
func (t Template) csv() ([]byte, error) {
	var b bytes.Buffer
	b.WriteString("\ufeff")
	out := csv.NewWriter(&b)
	out.UseCRLF = true
	err := out.WriteAll([][]string{t.Headings(), t.ExampleRow()})
	return b.Bytes(), err
}

// templateMapping is what Propose makes of the templates. It serves the CSV files by their names and the
// workbook's sheets by their headings.
func templateMapping() (Mapping, error) {
	var sheets []sheet.Sheet
	for _, t := range Templates() {
		sheets = append(sheets, sheet.Sheet{File: t.Name() + ".csv", Encoding: "UTF-8", Separator: ",",
			Rows: []sheet.Row{{Line: 1, Cells: t.Headings()}, {Line: 2, Cells: t.ExampleRow()}}})
	}
	m := Propose(sheets, time.Time{})
	if open := m.Questions(); len(open) > 0 {
		return m, fmt.Errorf("the templates leave something undecided: %s", open[0])
	}
	return m, nil
}

func writeWorkbook(path string) (err error) {
	book := excelize.NewFile()
	defer func() { err = errors.Join(err, book.Close()) }()
	look, err := newWorkbookStyles(book)
	if err != nil {
		return err
	}
	for i, t := range Templates() {
		name := t.Name()
		if i == 0 {
			err = book.SetSheetName("Sheet1", name)
		} else {
			_, err = book.NewSheet(name)
		}
		if err != nil {
			return err
		}
		if err := t.write(book, name, look); err != nil {
			return fmt.Errorf("sheet %s: %w", name, err)
		}
	}
	return book.SaveAs(path)
}

// workbookStyles is the styles of a workbook of templates.
type workbookStyles struct{ heading, example, text int }

func newWorkbookStyles(book *excelize.File) (l workbookStyles, err error) {
	for _, s := range []struct {
		to    *int
		style excelize.Style
	}{
		{&l.heading, excelize.Style{Font: &excelize.Font{Bold: true}, NumFmt: 49,
			Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"DDE8F6"}}}},
		{&l.example, excelize.Style{Font: &excelize.Font{Italic: true, Color: "808080"}, NumFmt: 49}},
		{&l.text, excelize.Style{NumFmt: 49}}, // as text, so that long identifiers keep their digits
	} {
		if *s.to, err = book.NewStyle(&s.style); err != nil {
			return l, err
		}
	}
	return l, nil
}

// lastChoiceRow is down to where choices are offered.
const lastChoiceRow = 10000

func (t Template) write(book *excelize.File, name string, l workbookStyles) error {
	for i, c := range t.Columns {
		column, err := excelize.ColumnNumberToName(i + 1)
		if err != nil {
			return err
		}
		if isKeyKind(c.Kind) {
			err = book.SetColStyle(name, column, l.text)
		}
		err = errors.Join(err,
			book.SetColWidth(name, column, column, float64(min(40, 6+2*len([]rune(c.Heading))/2+4))),
			book.SetCellStr(name, column+"1", c.Heading), book.SetCellStr(name, column+"2", t.ExampleRow()[i]),
			book.SetCellStyle(name, column+"1", column+"1", l.heading), book.SetCellStyle(name, column+"2", column+"2", l.example))
		if err != nil {
			return err
		}
		if err := addChoices(book, name, column, c.Column); err != nil {
			return err
		}
	}
	return book.SetPanes(name, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"})
}

func isKeyKind(k dataset.Kind) bool {
	return k == dataset.Key || k == dataset.Ref || k == dataset.Refs || k == dataset.MemberOf
}

// addChoices gives the cells of a closed list a choice, in the words of both languages.
func addChoices(book *excelize.File, name, column string, c dataset.Column) error {
	var words []string
	switch c.Kind {
	case dataset.Choice:
		for _, code := range c.Choices {
			words = append(words, lexicon().preferred[c.Name][code], code)
		}
	case dataset.Flag:
		words = []string{"是", "否", "yes", "no"}
	default:
		return nil
	}
	words = nonEmpty(words)
	v := excelize.NewDataValidation(true)
	v.Sqref = fmt.Sprintf("%s3:%[1]s%d", column, lastChoiceRow)
	if err := v.SetDropList(words); err != nil {
		return fmt.Errorf("%s: %w", strings.Join(words, ","), err)
	}
	v.ShowErrorMessage = false // another word of the same meaning is as good
	return book.AddDataValidation(name, v)
}

func nonEmpty(list []string) (all []string) {
	for _, e := range list {
		if e != "" {
			all = append(all, e)
		}
	}
	return all
}
