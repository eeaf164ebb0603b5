package columns

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/creatorgraph/creatorgraph/dataset"
)

// describe fills the mapping's columns: targets, units, orders, separators, values and notes.
func (p *proposal) describe() {
	moneyUnits := p.moneyUnits()
	for i := range p.columns {
		c := &p.columns[i]
		if c.text == "" && c.profile.filled == 0 {
			continue
		}
		p.sheetMapping.Columns = append(p.sheetMapping.Columns, p.describeColumn(c, moneyUnits))
	}
	if n := p.repeatedPairs(); n > 0 {
		p.sheetMapping.AddUp = true
		p.addNote(fmt.Sprintf("add_up: %d pairs of creator and campaign stand in several rows; their fees and figures are added up. "+
			"Take add_up away if they are the same told twice", n), "")
	}
}

func (p *proposal) describeColumn(c *candidate, moneyUnits map[int]string) Column {
	column := Column{Heading: c.text, To: Targets{c.target}}
	if c.nth > 1 {
		column.Nth = c.nth
	}
	if c.text == "" {
		column.Note = "it has no heading"
	}
	switch c.target {
	case "":
		column.To = Targets{Ignore}
		column.Note = p.notUnderstood(c)
	case Ignore:
		column.Note = c.reason
	default:
		p.describeTarget(c, &column, moneyUnits)
	}
	if column.Examples == "" {
		column.Examples = examples(c.profile.sample(), nil)
	}
	return column
}

func (p *proposal) notUnderstood(c *candidate) string {
	if c.text == "" {
		return "it has no heading; left out"
	}
	if c.rival != "" {
		return "left out: another column is " + c.rival + " already"
	}
	if options := p.namedTargets(c); len(options) > 0 {
		return "left out: it is called as " + options[0] + " is, and its values do not look like that"
	}
	return "its name is not known; left out. Say what it is under to, such as creators.followers"
}

// namedTargets gives the targets that a column's name stands for, whatever its values.
func (p *proposal) namedTargets(c *candidate) (targets []string) {
	for _, o := range p.options(c.index, p.subject) {
		targets = append(targets, o.target)
	}
	return targets
}

// describeTarget fills in how a column's cells are read.
func (p *proposal) describeTarget(c *candidate, said *Column, moneyUnits map[int]string) {
	said.Confidence = math.Round(100*min(c.score, 0.99)) / 100
	column, _ := targetColumn(c.target)
	notes := p.secondTarget(c, said)
	notes = append(notes, p.declareFormat(c, column, said, moneyUnits)...)
	notes = append(notes, p.values(c, column, said)...)
	if text := c.profile.severalNames(c.target); text != "" {
		notes = append(notes, fmt.Sprintf("%q may name several, and is taken as one; give each a row of its own", text))
	}
	if e := c.profile; e.failed > 0 {
		notes = append(notes, fmt.Sprintf("%d cells are failed formulas, such as %s, and are taken as unknown; mend them if they should be known", e.failed, e.failure))
	}
	if p.fillsDown(c) {
		said.FillDown = true
		notes = append(notes, "an empty cell means the one above")
	}
	if len(c.rivals) > 0 && c.wide == "" {
		notes = append(notes, fmt.Sprintf("as likely as %s, left out since the graph keeps one value", strings.Join(c.rivals, ", ")))
	}
	if c.score < 0.75 && c.wide == "" {
		notes = append(notes, p.doubt(c))
	}
	if u := unitsByName[said.Unit]; u.currency != "" && u.currency != "CNY" {
		notes = append(notes, "the graph knows one currency: these amounts stay in "+u.currency+", and amounts in another must not come beside them")
	}
	said.Note = strings.Join(notes, ". ")
	said.Examples = p.examplesOf(c, column, *said)
}

// examplesOf shows how some cells are read; amounts whose unit is undecided are shown in yuan and in fen.
func (p *proposal) examplesOf(c *candidate, column dataset.Column, said Column) string {
	r := p.reader(c.target, said)
	switch {
	case column.Kind == dataset.Money && said.Unit == Undecided:
		return moneyExamples(c.profile.sample(), r, "万元")
	case column.Kind == dataset.Money && said.Unit == "" && p.sheetMapping.MoneyUnit == Undecided:
		return moneyExamples(c.profile.sample(), r, "fen")
	}
	return examples(c.profile.sample(), &r)
}

// secondTarget fills in the values that a column's heading stands for, or the second target of its cells.
func (p *proposal) secondTarget(c *candidate, said *Column) (looks []string) {
	if c.wide != "" {
		said.With = c.with
		if c.with[metricsDay] != "" && !c.certain {
			looks = append(looks, "the figures are taken to be "+c.wide+", counted from the publication to that day; say which they are if they are others")
		}
		if bare := strings.TrimSpace(followerWords.ReplaceAllString(c.text, " ")); monthAlone.MatchString(bare) {
			_, from := p.day()
			looks = append(looks, "the heading names no year; the day is the last such before that of "+from+", say another under with")
		}
		return looks
	}
	more := c.with[""]
	if more == "" {
		return nil
	}
	said.To = append(said.To, more)
	if more == "creators.key" {
		looks = append(looks, "it is taken as the key too, since no other column is one and it differs from row to row; handles can change")
	}
	return looks
}

// declareFormat declares what the cells alone leave open: units, the order of dates, the separators of lists.
func (p *proposal) declareFormat(c *candidate, column dataset.Column, said *Column, moneyUnits map[int]string) (notes []string) {
	switch column.Kind {
	case dataset.Money:
		said.Unit = moneyUnits[c.index]
		if c.smallAmount != "" {
			notes = append(notes, fmt.Sprintf("unit: %s is hardly an amount in yuan; say 万元, 千元 or yuan, or what %s stands for under values",
				c.smallAmount, c.smallAmount))
		}
		if c.unitInferred {
			notes = append(notes, "unit: nothing in this column tells it; it is taken to be in "+said.Unit+", as the amounts beside it")
		}
		return append(notes, p.threeDecimals(c, said)...)
	case dataset.Count:
		return p.countUnit(c, said)
	case dataset.Share:
		said.Unit = p.shareUnit(c)
	case dataset.Date, dataset.Instant:
		return p.dateOrder(c, said)
	case dataset.Refs, dataset.Words:
		said.Split = c.profile.separators()
	}
	return nil
}

// shareUnit is % where a column's plain numbers are percentages, by its heading, its own values or those of the other
// columns of the audience.
func (p *proposal) shareUnit(c *candidate) string {
	if c.unit == "%" || aboveOne(c.profile, p.decimal()) || c.wide != "" && p.sharesArePercent() {
		return "%"
	}
	return ""
}

// doubt says why a column's target is uncertain.
func (p *proposal) doubt(c *candidate) string {
	if fit := p.valueFit(c.index, c.target); fit < 0.8 {
		return fmt.Sprintf("not sure: %.0f of 100 of its values look like %s", 100*fit, c.target)
	}
	return "not sure: its name may mean another; is it " + c.target + "?"
}

// sample gives up to three different cells, in their order.
func (e profile) sample() []string {
	var all []string
	for _, c := range e.cells {
		if !slices.Contains(all, c) && len(all) < 3 {
			all = append(all, c)
		}
	}
	return all
}

func examples(cells []string, r *reader) string {
	var all []string
	for _, text := range cells {
		shown := strings.ReplaceAll(shorten(text), "\n", "⏎")
		if r == nil {
			all = append(all, shown)
			continue
		}
		c := r.read(text)
		became := c.text
		switch {
		case c.fault != "":
			became = "?"
		case c.list != nil:
			became = strings.Join(c.list, "|")
		case became == "":
			became = "unknown"
		}
		all = append(all, shown+" → "+shorten(became))
	}
	return strings.Join(all, "; ")
}

func shorten(text string) string {
	if r := []rune(text); len(r) > 32 {
		return string(r[:32]) + "…"
	}
	return text
}
