package table

import (
	"fmt"
	"io"
	"time"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"
)

// What a sheet of Excel holds at most.
const (
	sheetRows = excelize.TotalRows
	cellUnits = excelize.TotalCellChars // UTF-16 code units of a text
	// sheetDigits is up to where Excel keeps whole numbers exactly; longer ones become texts.
	sheetDigits = 1_000_000_000_000_000
)

// XLSX writes a table as a workbook of one sheet: a line of names that stays in view, numbers, true and false, Date and
// DateTime (in UTC) as Excel's own, lists as texts. Numbers of more than 15 digits, of which Excel would keep 15, are
// texts. The error names what a sheet cannot hold.
func (t Table) XLSX(w io.Writer) error {
	if len(t.Rows) >= sheetRows {
		return fmt.Errorf("a sheet holds %d rows and there are %d; take --format csv, or fewer rows with --limit", sheetRows-1, len(t.Rows))
	}
	file := excelize.NewFile()
	defer func() { _ = file.Close() }() // it lies in memory
	sheet, err := file.NewStreamWriter("Sheet1")
	if err != nil {
		return err
	}
	styles, err := newSheetStyles(file)
	if err != nil {
		return err
	}
	if err := sheet.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	head := make([]any, len(t.Columns))
	for i, c := range t.Columns {
		head[i] = excelize.Cell{StyleID: styles.head, Value: c.Name}
	}
	if err := sheet.SetRow("A1", head); err != nil {
		return err
	}
	types := make([]Type, len(t.Columns))
	for i := range types {
		types[i] = t.typed(i)
	}
	for j, row := range t.Rows {
		line := make([]any, len(row))
		for i, v := range row {
			if line[i], err = styles.cell(types[i], v); err != nil {
				return fmt.Errorf("row %d, column %q: %w", j+1, t.Columns[i].Name, err)
			}
		}
		if err := sheet.SetRow(fmt.Sprintf("A%d", j+2), line); err != nil {
			return err
		}
	}
	if err := sheet.Flush(); err != nil {
		return err
	}
	return file.Write(w)
}

// sheetStyles are the styles of cells by their numbers in a workbook.
type sheetStyles struct{ head, day, moment int }

func newSheetStyles(file *excelize.File) (s sheetStyles, err error) {
	day, moment := "yyyy-mm-dd", "yyyy-mm-dd hh:mm:ss"
	for _, one := range []struct {
		id    *int
		style excelize.Style
	}{
		{&s.head, excelize.Style{Font: &excelize.Font{Bold: true}}},
		{&s.day, excelize.Style{CustomNumFmt: &day}},
		{&s.moment, excelize.Style{CustomNumFmt: &moment}},
	} {
		if *one.id, err = file.NewStyle(&one.style); err != nil {
			return s, err
		}
	}
	return s, nil
}

// firstDay is where Excel's calendar begins; what lies before stays a text.
var firstDay = time.Date(1900, 3, 1, 0, 0, 0, 0, time.UTC)

func (s sheetStyles) cell(typ Type, v any) (any, error) {
	text, _ := v.(string)
	switch typ {
	case Date:
		if day, err := time.Parse(time.DateOnly, text); err == nil && !day.Before(firstDay) {
			return excelize.Cell{StyleID: s.day, Value: day}, nil
		}
	case DateTime:
		if at, err := time.Parse(time.RFC3339, text); err == nil && !at.Before(firstDay) {
			return excelize.Cell{StyleID: s.moment, Value: at.UTC()}, nil
		}
	}
	switch v := v.(type) {
	case nil, bool, float64:
		return v, nil
	case int64:
		if -sheetDigits < v && v < sheetDigits {
			return v, nil
		}
	}
	shown := cell(v)
	if units := len(utf16.Encode([]rune(shown))); units > cellUnits {
		return nil, fmt.Errorf("a cell of Excel holds %d characters and this one has %d; take --format csv", cellUnits, units)
	}
	return shown, nil
}
