package columns

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/creatorgraph/creatorgraph/dataset"
	"github.com/creatorgraph/creatorgraph/dataset/convert"
)

// option is a target with how well name and values fit it.
type option struct {
	target    string
	score     float64
	reason    string
	canonical bool
}

func (o option) table() string {
	table, _, _ := strings.Cut(o.target, ".")
	return table
}

// options are what a column may be in a sheet about a subject, the best first.
func (p *proposal) options(i int, subject string) []option {
	c := &p.columns[i]
	family := relatedTables(subject)
	if c.wide != "" {
		table, _, _ := strings.Cut(c.wide, ".")
		if slices.Contains(family, table) {
			return []option{{target: c.wide, score: 0.95}}
		}
		return nil
	}
	if o, ok := templateOption(c.whole, subject, family); ok {
		return []option{o}
	}
	var all []option
	for _, r := range names().match(c.heading) {
		if o, ok := p.matchOption(i, r, subject, family); ok {
			all = append(all, o)
		}
	}
	slices.SortStableFunc(all, func(a, b option) int { return cmp.Compare(b.score, a.score) })
	return all
}

// templateOption is what a heading of the templates stands for, the subject's own column before others.
func templateOption(heading, subject string, family []string) (first option, ok bool) {
	for _, m := range templateMeanings()[heading] {
		if !slices.Contains(family, m.table) {
			continue
		}
		o := option{m.table + "." + m.column, 1, "", m.table == subject}
		if o.canonical {
			return o, true
		}
		if !ok {
			first, ok = o, true
		}
	}
	return first, ok
}

// matchOption is what a name's meaning stands for in a sheet about a subject; false for nothing.
func (p *proposal) matchOption(i int, r nameMatch, subject string, family []string) (option, bool) {
	if r.reason != "" {
		return option{Ignore, r.fit * 0.9, r.reason, false}, true
	}
	table := r.table
	if table == "*" {
		table = subject
	}
	column, ok := columnOf(table, r.column)
	if !ok || r.subjectOnly && table != subject && !(subject == "audiences" && table == "segments") || !slices.Contains(family, table) {
		return option{}, false
	}
	if table != subject && (table == "follower_history" || table == "rate_cards") {
		return option{}, false // beside the day or the format that only headings or rows of their own tell
	}
	fit := r.fit
	if r.canonical {
		fit *= p.canonicalFit(column, table, subject)
	}
	target := table + "." + r.column
	return option{target, fit * p.weight(i, target), "", r.canonical && table == subject}, true
}

// canonicalFit is how much of its fit one of the import format's own names keeps in a sheet about a subject.
func (p *proposal) canonicalFit(column dataset.Column, table, subject string) float64 {
	fit := 1.0
	if column.Kind == dataset.Ref && !p.hasImportHeadings(subject) {
		fit *= 0.5 // "creator" is a name in most sheets, and a key in the import format's own files
	}
	if _, both := columnOf(subject, column.Name); both && table != subject {
		fit *= 0.8 // "name" is the subject's
	}
	return fit
}

// weight is how much of a name's fit the values leave. Texts may look like anything: a campaign is called 618.
func (p *proposal) weight(i int, target string) float64 {
	counts := 0.65
	if c, _ := targetColumn(target); c.Kind == dataset.Text && c.Name != "region" && c.Name != "gender" {
		counts = 0.3
	}
	return 1 - counts + counts*p.valueFit(i, target)
}

func (p *proposal) valueFit(i int, target string) float64 {
	key := p.columns[i].text + "\x00" + string(rune(i)) + target
	fit, ok := p.fits[key]
	if !ok {
		fit = p.columns[i].profile.fit(p.reader(target, Column{}))
		p.fits[key] = fit
	}
	return fit
}

// reader reads a target's cells before anything is declared.
func (p *proposal) reader(target string, said Column) reader {
	c, _ := targetColumn(target)
	table, _, _ := strings.Cut(target, ".")
	r := reader{target: c, table: table, decimal: p.decimal(), order: convert.Order(said.Order), zone: p.zone(), split: said.Split, values: said.Values}
	if year, err := strconv.Atoi(said.Year); err == nil {
		r.year = year
	}
	if said.Order == Undecided {
		r.order = convert.Undecided
	}
	if said.Unit != "" && said.Unit != Undecided {
		r.unit, _ = parseUnit(said.Unit, c)
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
	if p.sheetMapping.Decimal == string(convert.Comma) {
		return convert.Comma
	}
	return convert.Point
}

// minScore is what an option must score to be proposed.
const minScore = 0.45

// asLikely is how much less an option may score than another to be as likely.
const asLikely = 0.1

// assignment is an option of a column, and how many the column has.
type assignment struct {
	column int
	option
	others int
}

// assign gives each target to the column that fits it best; lists may be had from several columns.
func (p *proposal) assign() {
	taken := map[string]*candidate{}
	for _, o := range p.rankedAssignments() {
		c := &p.columns[o.column]
		if c.target != "" {
			continue
		}
		if owner := taken[o.target]; owner != nil && c.wide == "" && o.target != Ignore {
			if column, _ := targetColumn(o.target); !isList(column) {
				if c.rival = o.target; c.profile.filled > 0 && o.score > owner.score-asLikely {
					owner.rivals = append(owner.rivals, c.text)
				}
				continue
			}
		}
		taken[o.target] = c
		c.target, c.score, c.reason = o.target, o.score, o.reason
	}
}

// rankedAssignments are all options of all columns that score enough, the best first: of equals those of the subject's
// own columns, then those of columns with fewer options.
func (p *proposal) rankedAssignments() []assignment {
	var all []assignment
	for i := range p.columns {
		options := p.options(i, p.subject)
		for _, o := range options {
			if o.score >= minScore {
				all = append(all, assignment{i, o, len(options)})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b assignment) int {
		return cmp.Or(cmp.Compare(math.Round(b.score*20), math.Round(a.score*20)),
			cmp.Compare(p.distance(a.option), p.distance(b.option)), cmp.Compare(a.others, b.others))
	})
	return all
}

// distance is 0 for the subject's own columns, 1 for others.
func (p *proposal) distance(o option) int {
	if o.table() == p.subject {
		return 0
	}
	return 1
}
