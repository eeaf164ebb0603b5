package columns

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/creatorgraph/creatorgraph/dataset"
	"github.com/creatorgraph/creatorgraph/dataset/sheet"
)

// Propose says what it makes of some sheets. Today is the day that stands in for the date of a sheet that
// names none and whose file has no date.
func Propose(sheets []sheet.Sheet, today time.Time) Mapping {
	m := Mapping{Version: 1}
	chinese := false
	for _, s := range sheets {
		p := newProposal(s, today)
		m.Sheets = append(m.Sheets, p.propose())
		chinese = chinese || p.chinese()
	}
	if chinese {
		m.Timezone = "Asia/Shanghai"
	} else if usesInstants(m) {
		m.Timezone = "UTC"
	}
	return m
}

// proposal is what is being made of one sheet.
type proposal struct {
	layout
	today        time.Time
	columns      []candidate
	subject      string
	sheetMapping Sheet
	fits         map[string]float64 // by column's place and target
	periods      *bool              // whether a column is of periods; nil before it is looked for
	fractionRows []sheet.Row        // whose shares are fractions among percentages; nil before they are looked for
}

// candidate is a column of which it is to be found out what it is.
type candidate struct {
	heading
	index   int
	nth     int
	profile profile
	wide    string // the target, where the heading is a value

	wideTarget string // what wide is, if other columns are so as well
	certain    bool   // of wideTarget
	with       map[string]string
	target     string
	score      float64
	reason     string   // why it is ignored
	rival      string   // the target that another column has
	rivals     []string // headings of the columns that are as likely to be its target

	smallAmount  string // an amount that is hardly in yuan
	unitInferred bool   // its unit of money is that of the columns beside it
}

func newProposal(s sheet.Sheet, today time.Time) *proposal {
	p := &proposal{today: today, fits: map[string]float64{}, sheetMapping: Sheet{File: s.File, Sheet: s.Name}}
	if s.Encoding != "UTF-8" && s.Encoding != "" {
		p.sheetMapping.Encoding = s.Encoding
	}
	if s.Separator != "," {
		p.sheetMapping.Separator = s.Separator
	}
	var ok bool
	if p.layout, ok = detectLayout(s); !ok {
		p.sheet = s
		return p
	}
	seen := map[string]int{}
	for i, text := range p.headings {
		seen[text]++
		c := candidate{heading: parseHeading(text), index: i, nth: seen[text], profile: profileColumn(p.rows, i)}
		p.columns = append(p.columns, c)
	}
	if p.twoRowHeading {
		p.sheetMapping.HeadingRows = 2
	}
	p.sheetMapping.Decimal = detectDecimal(p.layout)
	return p
}

func (p *proposal) propose() Sheet {
	if p.sheet.Hidden {
		p.sheetMapping.Note = "the sheet is hidden, and passed over; unhide it if its rows are wanted"
		return p.sheetMapping
	}
	if len(p.columns) < 2 && len(p.rows) == 0 || len(p.columns) == 0 {
		p.sheetMapping.Note = "no row of headings was found; the sheet is passed over"
		return p.sheetMapping
	}
	if p.isTransposed() {
		p.sheetMapping.Note = "its headings stand in the first column, not in a row; transpose it (copy, paste special, transpose), and map it again"
		return p.sheetMapping
	}
	p.findWide()
	p.findSubject()
	p.assign()
	p.chooseKey()
	p.splitPeriods()
	p.dropIncompleteContents()
	p.describe()
	p.rowsAndConstants()
	if i := slices.IndexFunc(p.skipped, func(s skippedRow) bool { return s.reason == anotherTable }); i >= 0 {
		p.addNote(fmt.Sprintf("from line %d %s", p.skipped[i].line, anotherTable), "")
	}
	if row := p.sheet.HiddenRow; row > 0 {
		p.addNote(fmt.Sprintf("rows are hidden from line %d on, by a filter perhaps, and are taken like the others; delete those that are not wanted", row), "")
	}
	if p.isEmpty() {
		p.sheetMapping.Rows, p.sheetMapping.Constants = nil, nil
		p.sheetMapping.Note = "no column was understood; the sheet is passed over"
	}
	return p.sheetMapping
}

// isTransposed says whether the headings stand in the first column: most of its cells are names of columns, and at most
// one of the row of headings is.
func (p *proposal) isTransposed() bool {
	known := 0
	for _, c := range p.columns {
		if c.text != "" && isExactName(c.text) {
			known++
		}
	}
	first := p.columns[0].profile
	found := 0
	for text := range first.counts {
		if isExactName(text) {
			found++
		}
	}
	return known <= 1 && found >= 2 && found*10 >= first.distinct*6
}

func (p *proposal) isEmpty() bool {
	for _, c := range p.columns {
		if c.target != "" && c.target != Ignore {
			return false
		}
	}
	return true
}

// columnFor gives the column that is a target, nil when none is.
func (p *proposal) columnFor(target string) *candidate {
	for i := range p.columns {
		if p.columns[i].target == target && p.columns[i].wide == "" {
			return &p.columns[i]
		}
	}
	return nil
}

// title is what stands above the headings.
func (p *proposal) title() string {
	var all []string
	for _, row := range p.titles {
		for i, c := range row.Cells {
			if c != "" && (i == 0 || c != row.Cells[i-1]) {
				all = append(all, c)
			}
		}
	}
	return strings.Join(all, " ")
}

// chinese says whether headings or titles are.
func (p *proposal) chinese() bool {
	text := p.title() + strings.Join(p.headings, "")
	return strings.ContainsFunc(text, func(r rune) bool { return r >= 0x4E00 && r <= 0x9FFF })
}

// Where the day of a sheet is known from.
const (
	fromTitle = "the title"
	fromName  = "the file's name"
)

// day is the day of which the sheet tells: that of its title, its file's name, or its file.
func (p *proposal) day() (day time.Time, from string) {
	for _, row := range p.titles {
		for _, c := range row.Cells {
			if at, ok := findDay(c); ok {
				return at, fromTitle
			}
		}
	}
	if at, ok := findDay(p.sheet.File); ok {
		return at, fromName
	}
	if info, err := os.Stat(p.sheet.Path); err == nil {
		return info.ModTime(), "the file's date"
	}
	return p.today, "today"
}

func usesInstants(m Mapping) bool {
	for _, s := range m.Sheets {
		for _, c := range s.Columns {
			for _, target := range c.To {
				if t, ok := targetColumn(target); ok && t.Kind == dataset.Instant {
					return true
				}
			}
		}
	}
	return false
}
