package sheet

import (
	"errors"
	"fmt"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"
)

func readWorkbook(path string, _ Options) (sheets []Sheet, err error) {
	book, err := excelize.OpenFile(path)
	if err != nil {
		return nil, fmt.Errorf("%w; open it in a spreadsheet program and save it as .xlsx anew, without a password", err)
	}
	defer func() { err = errors.Join(err, book.Close()) }()
	w := &workbook{File: book, formats: map[int]cellFormat{}}
	if props, err := book.GetWorkbookProps(); err == nil && props.Date1904 != nil {
		w.since1904 = *props.Date1904
	}
	for _, name := range book.GetSheetList() {
		s := Sheet{Path: path, File: filepath.Base(path), Name: name}
		if visible, err := book.GetSheetVisible(name); err != nil || !visible {
			s.Hidden = true
		} else if s.Rows, err = w.rows(name); err != nil {
			return nil, fmt.Errorf("sheet %s: %w", name, err)
		}
		s.HiddenRow = w.firstHidden(s)
		sheets = append(sheets, s)
	}
	return sheets, nil
}

// firstHidden is the first row with cells that is not shown.
func (w *workbook) firstHidden(s Sheet) int {
	for _, row := range s.Rows {
		if visible, err := w.GetRowVisible(s.Name, row.Line); err == nil && !visible {
			return row.Line
		}
	}
	return 0
}

type workbook struct {
	*excelize.File
	since1904 bool
	formats   map[int]cellFormat // by style
}

// rows gives each cell's stored value, since what is displayed is rounded; where only the display says
// what a number is, a day or a share, the text says it too.
func (w *workbook) rows(sheet string) ([]Row, error) {
	stored, err := w.GetRows(sheet, excelize.Options{RawCellValue: true})
	if err != nil {
		return nil, err
	}
	shown, err := w.GetRows(sheet)
	if err != nil {
		return nil, err
	}
	for r := range stored {
		for c, text := range stored[r] {
			differs := r < len(shown) && c < len(shown[r]) && shown[r][c] != text
			if differs || len(text) >= 5 && text[0] >= '2' && text[0] <= '7' { // Chinese formats of dates show a serial
				stored[r][c] = w.text(sheet, c+1, r+1, text)
			}
		}
	}
	if stored, err = w.unmerge(sheet, stored); err != nil {
		return nil, err
	}
	var rows []Row
	for r, cells := range stored {
		if row := (Row{r + 1, cells}); row.Filled() > 0 {
			rows = append(rows, row)
		}
	}
	return rows, nil
}

// cellFormat is what a number's format says of it.
type cellFormat int

const (
	plain cellFormat = iota
	percent
	yuan
	day
	month // a day of which only the year and the month are displayed
	wan   // displayed with 万 behind it, and not divided
	kilo  // displayed with 千 or k behind it, and not divided
)

// lastDay is the serial of 9999-12-31, the last that spreadsheet programs know.
const lastDay = 2958466

// text gives a stored number as its format means it.
func (w *workbook) text(sheet string, column, row int, stored string) string {
	number, err := strconv.ParseFloat(stored, 64)
	if err != nil {
		return stored
	}
	switch w.format(sheet, column, row) {
	case percent:
		return strconv.FormatFloat(number*100, 'g', 15, 64) + "%"
	case yuan:
		return "¥" + stored
	case wan:
		return stored + "万"
	case kilo:
		return stored + "k"
	case month, day:
		at, err := excelize.ExcelDateToTime(number, w.since1904)
		switch {
		case err != nil || number < 1 || number > lastDay:
			return stored
		case w.format(sheet, column, row) == month:
			return at.Format("2006-01")
		case number == float64(int64(number)):
			return at.Format(time.DateOnly)
		}
		return at.Round(time.Second).Format(time.DateTime)
	}
	return stored
}

func (w *workbook) format(sheet string, column, row int) cellFormat {
	name, err := excelize.CoordinatesToCellName(column, row)
	if err != nil {
		return plain
	}
	id, err := w.GetCellStyle(sheet, name)
	if err != nil {
		return plain
	}
	f, known := w.formats[id]
	if !known {
		if style, err := w.GetStyle(id); err == nil {
			f = parseFormat(style)
		}
		w.formats[id] = f
	}
	return f
}

// quotedText is what a number format shows as it is; only what remains can be a sign of dates.
var quotedText = regexp.MustCompile(`"[^"]*"|\\.|\[[^\]]*\]|_.|\*.`)

func parseFormat(style *excelize.Style) cellFormat {
	code := ""
	if style.CustomNumFmt != nil {
		code = *style.CustomNumFmt
	}
	bare := strings.ToLower(quotedText.ReplaceAllString(code, ""))
	switch n := style.NumFmt; {
	case n == 9 || n == 10 || strings.Contains(bare, "%"):
		return percent
	case n == 17 || n == 57 || hidesDay(bare): // mmm-yy, and in China yyyy年m月
		return month
	case isDayFormat(n) || strings.ContainsAny(bare, "yd年月日") || strings.Contains(bare, "h") && strings.Contains(bare, "m"):
		return day
	}
	return amountFormat(code, bare)
}

// isDayFormat says whether a built-in format shows days or times.
func isDayFormat(n int) bool {
	return n >= 14 && n <= 22 || n >= 27 && n <= 36 || n >= 45 && n <= 47 || n >= 50 && n <= 58
}

// amountFormat tells the scale or the currency that a format shows.
func amountFormat(code, bare string) cellFormat {
	switch scale := scaleBehind(code); {
	case isUndivided(bare) && scale != plain:
		return scale
	case strings.ContainsAny(code, "¥￥元") || strings.Contains(code, "CNY") || strings.Contains(code, "RMB"):
		return yuan
	}
	return plain
}

// hidesDay says whether a format shows a year and a month and neither a day nor a time.
func hidesDay(bare string) bool {
	return strings.Contains(bare, "y") && strings.Contains(bare, "m") && !strings.ContainsAny(bare, "dhs日")
}

// scale is the first section of a number format with a word for a scale behind the digits.
var scale = regexp.MustCompile(`^[^;]*[0#?](?:["\\! ])*([万千wWkK])`)

// scaleBehind gives the scale that a format shows behind a number: wan or kilo; plain without.
func scaleBehind(code string) cellFormat {
	m := scale.FindStringSubmatch(code)
	switch {
	case m == nil:
		return plain
	case strings.Contains("万wW", m[1]):
		return wan
	}
	return kilo
}

// isUndivided says whether a format shows a number as it is: a comma behind the last digit, or a point that is only shown,
// as in 0!.0, would divide it.
func isUndivided(bare string) bool {
	digits := strings.TrimRight(bare, " ")
	return !strings.HasSuffix(digits, ",") && !strings.Contains(digits, "!.")
}

// unmerge gives each cell of a merged range the range's value. A number that is merged over several
// cells is one amount for all of them: it stays in the first.
func (w *workbook) unmerge(sheet string, rows [][]string) ([][]string, error) {
	merged, err := w.GetMergeCells(sheet)
	if err != nil {
		return nil, err
	}
	for _, m := range merged {
		left, top, err := excelize.CellNameToCoordinates(m.GetStartAxis())
		if err != nil {
			return nil, err
		}
		right, bottom, err := excelize.CellNameToCoordinates(m.GetEndAxis())
		if err != nil {
			return nil, err
		}
		fillRange(rows, left, top, right, bottom)
	}
	return rows, nil
}

// fillRange copies the text of a range's first cell to all others. Columns and rows count from 1.
func fillRange(rows [][]string, left, top, right, bottom int) {
	if top > len(rows) || left > len(rows[top-1]) {
		return // an empty range
	}
	value := rows[top-1][left-1]
	if _, err := strconv.ParseFloat(strings.TrimLeft(value, "¥"), 64); err == nil {
		return
	}
	for r := top - 1; r < min(bottom, len(rows)); r++ {
		for len(rows[r]) < right {
			rows[r] = append(rows[r], "")
		}
		for c := left - 1; c < right; c++ {
			rows[r][c] = value
		}
	}
}
