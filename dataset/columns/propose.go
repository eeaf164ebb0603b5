package columns

import (
	"cmp"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/creatorgraph/creatorgraph/dataset"
	"github.com/creatorgraph/creatorgraph/dataset/convert"
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
	today   time.Time
	columns []candidate
	subject string
	said    Sheet
	fits    map[string]float64 // by column's place and target
}

// candidate is a column of which it is to be found out what it is.
type candidate struct {
	heading
	at       int
	nth      int
	evidence evidence
	wide     string // the target, where the heading is a value
	sure     bool   // of wide
	with     map[string]string
	target   string
	score    float64
	reason   string // why it is ignored
	rival    string // the target that another column has

	likeOthers bool // its unit of money is that of the columns beside it
}

func newProposal(s sheet.Sheet, today time.Time) *proposal {
	p := &proposal{today: today, fits: map[string]float64{}, said: Sheet{File: s.File, Sheet: s.Name}}
	if s.Encoding != "UTF-8" && s.Encoding != "" {
		p.said.Encoding = s.Encoding
	}
	if s.Separator != "," {
		p.said.Separator = s.Separator
	}
	var ok bool
	if p.layout, ok = layoutOf(s); !ok {
		p.sheet = s
		return p
	}
	seen := map[string]int{}
	for i, text := range p.headings {
		seen[text]++
		c := candidate{heading: headingOf(text), at: i, nth: seen[text], evidence: evidenceOf(p.rows, i)}
		p.columns = append(p.columns, c)
	}
	if p.two {
		p.said.HeadingRows = 2
	}
	p.said.Decimal = decimalOf(p.layout)
	return p
}

func (p *proposal) propose() Sheet {
	if len(p.columns) < 2 && len(p.rows) == 0 || len(p.columns) == 0 {
		p.said.Look = "no row of headings was found; the sheet is passed over"
		return p.said
	}
	p.findWide()
	p.findSubject()
	p.assign()
	p.chooseKey()
	p.settleContents()
	p.describe()
	p.rowsAndConstants()
	if p.nothingFound() {
		p.said.Rows, p.said.Constants = nil, nil
		p.said.Look = "no column was understood; the sheet is passed over"
	}
	return p.said
}

func (p *proposal) nothingFound() bool {
	for _, c := range p.columns {
		if c.target != "" && c.target != Ignore {
			return false
		}
	}
	return true
}

// option is a target with how well name and values fit it.
type option struct {
	target string
	score  float64
	reason string
	own    bool
}

func (o option) table() string {
	table, _, _ := strings.Cut(o.target, ".")
	return table
}

// options are what a column may be in a sheet about a subject, the best first.
func (p *proposal) options(i int, subject string) []option {
	c := &p.columns[i]
	family := familyOf(subject)
	if c.wide != "" {
		table, _, _ := strings.Cut(c.wide, ".")
		if slices.Contains(family, table) {
			return []option{{target: c.wide, score: 0.95}}
		}
		return nil
	}
	var all []option
	for _, m := range templateMeanings[c.whole] {
		if slices.Contains(family, m.table) {
			all = append(all, option{m.table + "." + m.column, 1, "", m.table == subject})
		}
	}
	if len(all) > 0 {
		slices.SortStableFunc(all, func(a, b option) int { return cmp.Compare(rank(a.own), rank(b.own)) })
		return all[:1]
	}
	for _, r := range names.read(c.heading) {
		if r.reason != "" {
			all = append(all, option{Ignore, r.fit * 0.9, r.reason, false})
			continue
		}
		table := r.table
		if table == "*" {
			table = subject
		}
		target := table + "." + r.column
		if _, ok := columnOf(table, r.column); !ok || r.narrow && table != subject || !slices.Contains(family, table) {
			continue
		}
		fit := r.fit
		if column, _ := columnOf(table, r.column); r.own && column.Kind == dataset.Ref && !p.ownHeadings(subject) {
			fit *= 0.5 // "creator" is a name in most sheets, and a key in the import format's own files
		}
		if _, both := columnOf(subject, r.column); r.own && both && table != subject {
			fit *= 0.8 // "name" is the subject's
		}
		all = append(all, option{target, fit * p.weight(i, target), "", r.own && table == subject})
	}
	slices.SortStableFunc(all, func(a, b option) int { return cmp.Compare(b.score, a.score) })
	return all
}

// weight is how much of a name's fit the values leave. Texts may look like anything: a campaign is called 618.
func (p *proposal) weight(i int, target string) float64 {
	counts := 0.65
	if c, _ := targetColumn(target); c.Kind == dataset.Text {
		counts = 0.3
	}
	return 1 - counts + counts*p.valueFit(i, target)
}

func rank(first bool) int {
	if first {
		return 0
	}
	return 1
}

func (p *proposal) valueFit(i int, target string) float64 {
	key := p.columns[i].text + "\x00" + string(rune(i)) + target
	fit, ok := p.fits[key]
	if !ok {
		fit = p.columns[i].evidence.fit(p.reader(target, Column{}))
		p.fits[key] = fit
	}
	return fit
}

// reader reads a target's cells before anything is declared.
func (p *proposal) reader(target string, said Column) reader {
	c, _ := targetColumn(target)
	r := reader{target: c, decimal: p.decimal(), order: convert.Order(said.Order), zone: p.zone(), split: said.Split, values: said.Values}
	if year, err := strconv.Atoi(said.Year); err == nil {
		r.year = year
	}
	if said.Order == Undecided {
		r.order = convert.Undecided
	}
	if said.Unit != "" && said.Unit != Undecided {
		r.unit, _ = unitOf(said.Unit, c)
	}
	return r
}

// zone is that of the examples: the one that is proposed for the mapping, if this sheet decides it.
func (p *proposal) zone() *time.Location {
	if p.chinese() {
		return china
	}
	return time.UTC
}

// china is the zone of Asia/Shanghai since 1992.
var china = time.FixedZone("Asia/Shanghai", 8*60*60)

func (p *proposal) decimal() convert.Decimal {
	if p.said.Decimal == string(convert.Comma) {
		return convert.Comma
	}
	return convert.Point
}

// least is what an option must score to be proposed.
const least = 0.45

// assign gives each target to the column that fits it best; lists may be had from several columns.
func (p *proposal) assign() {
	type pair struct {
		column int
		option
		others int
	}
	var pairs []pair
	for i := range p.columns {
		options := p.options(i, p.subject)
		for _, o := range options {
			if o.score >= least {
				pairs = append(pairs, pair{i, o, len(options)})
			}
		}
	}
	slices.SortStableFunc(pairs, func(a, b pair) int {
		return cmp.Or(cmp.Compare(math.Round(b.score*20), math.Round(a.score*20)),
			cmp.Compare(p.distance(a.option), p.distance(b.option)), cmp.Compare(a.others, b.others))
	})
	taken := map[string]bool{}
	for _, o := range pairs {
		c := &p.columns[o.column]
		if c.target != "" {
			continue
		}
		if taken[o.target] && c.wide == "" && o.target != Ignore {
			if column, _ := targetColumn(o.target); !isList(column) {
				c.rival = o.target
				continue
			}
		}
		taken[o.target] = true
		c.target, c.score, c.reason = o.target, o.score, o.reason
	}
}

// distance is 0 for the subject's own columns, 1 for others.
func (p *proposal) distance(o option) int {
	if o.table() == p.subject {
		return 0
	}
	return 1
}

// of gives the column that is a target, nil when none is.
func (p *proposal) of(target string) *candidate {
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
			if at, ok := dayWithin(c); ok {
				return at, fromTitle
			}
		}
	}
	if at, ok := dayWithin(p.sheet.File); ok {
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
