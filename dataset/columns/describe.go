package columns

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"github.com/creatorgraph/creatorgraph/dataset"
	"github.com/creatorgraph/creatorgraph/dataset/convert"
)

// describe writes each column down with its units, orders, lists and values, and what to look at.
func (p *proposal) describe() {
	moneyUnits := p.moneyUnits()
	for i := range p.columns {
		c := &p.columns[i]
		said := Column{Heading: c.text, To: Targets{c.target}}
		if c.nth > 1 {
			said.Nth = c.nth
		}
		if c.text == "" {
			if c.evidence.filled == 0 {
				continue
			}
			said.Look = "it has no heading"
		}
		switch {
		case c.target == "":
			said.To = Targets{Ignore}
			said.Look = p.notUnderstood(c)
		case c.target == Ignore:
			said.Look = c.reason
		default:
			p.describeTarget(c, &said, moneyUnits)
		}
		if said.Examples == "" {
			said.Examples = examples(c.evidence.sample(), nil)
		}
		p.said.Columns = append(p.said.Columns, said)
	}
	if n := p.parts(); n > 0 {
		p.said.AddUp = true
		p.look(fmt.Sprintf("add_up: %d pairs of creator and campaign stand in several rows; their fees and figures are added up. "+
			"Take add_up away if they are the same told twice", n), "")
	}
}

func (p *proposal) notUnderstood(c *candidate) string {
	if c.text == "" {
		return "it has no heading; left out"
	}
	if c.rival != "" {
		return "left out: another column is " + c.rival + " already"
	}
	if options := p.named(c); len(options) > 0 {
		return "left out: it is called as " + options[0] + " is, and its values do not look like that"
	}
	return "its name is not known; left out. Say what it is under to, such as creators.followers"
}

// named gives the targets that a column is by its name, be its values what they may.
func (p *proposal) named(c *candidate) (targets []string) {
	for _, o := range p.options(c.at, p.subject) {
		targets = append(targets, o.target)
	}
	return targets
}

func (p *proposal) describeTarget(c *candidate, said *Column, moneyUnits map[int]string) {
	said.Confidence = math.Round(100*min(c.score, 0.99)) / 100
	column, _ := targetColumn(c.target)
	var looks []string
	if c.wide != "" {
		said.With = c.with
	} else if more := c.with[""]; more != "" {
		said.To = append(said.To, more)
		if more == "creators.key" {
			looks = append(looks, "it is taken as the key too, since no other column is one and it differs from row to row; handles can change")
		}
	}
	switch column.Kind {
	case dataset.Money:
		said.Unit = moneyUnits[c.at]
		if c.likeOthers {
			looks = append(looks, "unit: nothing in this column tells it; it is taken to be in "+said.Unit+", as the amounts beside it")
		}
		looks = append(looks, p.threeDecimals(c, said)...)
	case dataset.Count:
		looks = append(looks, p.countUnit(c, said)...)
	case dataset.Share:
		if c.unit == "%" || aboveOne(c.evidence, p.decimal()) || c.wide != "" && p.plainPercent() {
			said.Unit = "%"
		}
	case dataset.Date, dataset.Instant:
		looks = append(looks, p.dateOrder(c, said)...)
	case dataset.Refs, dataset.Words:
		said.Split = c.evidence.listSigns()
	}
	looks = append(looks, p.values(c, column, said)...)
	if p.fillsDown(c) {
		said.FillDown = true
		looks = append(looks, "an empty cell means the one above")
	}
	if c.score < 0.75 && c.wide == "" {
		looks = append(looks, p.doubt(c))
	}
	r := p.reader(c.target, *said)
	said.Examples = examples(c.evidence.sample(), &r)
	if column.Kind == dataset.Money && said.Unit == "" && p.said.MoneyUnit == Undecided {
		said.Examples = moneyExamples(c.evidence.sample(), r)
	}
	if u := unitKinds[said.Unit]; u.currency != "" && u.currency != "CNY" {
		looks = append(looks, "the graph knows one currency: these amounts stay in "+u.currency+", and amounts in another must not come beside them")
	}
	said.Look = strings.Join(looks, ". ")
}

// doubt says why it is not sure that a column is what it is taken for.
func (p *proposal) doubt(c *candidate) string {
	if fit := p.valueFit(c.at, c.target); fit < 0.8 {
		return fmt.Sprintf("not sure: %.0f of 100 of its values look like %s", 100*fit, c.target)
	}
	return "not sure: its name may mean another; is it " + c.target + "?"
}

// sample is some different cells, those first that come first.
func (e evidence) sample() []string {
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

// moneyExamples shows what amounts are in fen, by both units.
func moneyExamples(cells []string, r reader) string {
	var all []string
	for _, text := range cells {
		r.unit = unitKinds["yuan"]
		yuan := r.read(text)
		r.unit = unit{}
		if fen := r.read(text); yuan.text != "" {
			all = append(all, fmt.Sprintf("%s → %s if yuan, %s if fen", shorten(text), yuan.text, fen.text))
		}
	}
	return strings.Join(all, "; ")
}

func shorten(text string) string {
	if r := []rune(text); len(r) > 32 {
		return string(r[:32]) + "…"
	}
	return text
}

// moneyUnits decides on the unit of each column of money by heading and values; what nothing decides
// is as the columns beside it, and without any it is to be decided for the sheet.
func (p *proposal) moneyUnits() map[int]string {
	found := map[int]string{}
	proven := ""
	title := titleUnit(p.title())
	var open []int
	for i, c := range p.columns {
		column, ok := targetColumn(c.target)
		if !ok || column.Kind != dataset.Money {
			continue
		}
		m := c.evidence.money(p.decimal())
		unit := c.unit
		if _, err := unitOf(unit, column); err != nil {
			unit = ""
		}
		switch {
		case unit != "":
		case len(m.currencies) > 0 && m.currencies["CNY"]:
			unit = "yuan"
		case len(m.currencies) > 0:
			unit = sortedKeys(m.currencies)[0]
		case title != "":
			unit = title
		case m.yuanLike:
			unit = "yuan"
		case p.ownFormat():
			unit = "fen"
		case m.plain == 0:
			continue // nothing to convert
		default:
			open = append(open, i)
			continue
		}
		if unit == "万" || unit == "w" {
			unit = "万元"
		}
		found[i] = unit
		if unit != "fen" && proven == "" {
			proven = unit
		}
	}
	if foreign := p.foreign(found); foreign != "" {
		for i, unit := range found {
			if unit == "yuan" && !p.columns[i].evidence.money(p.decimal()).currencies["CNY"] && p.columns[i].unit == "" {
				found[i], proven = foreign, foreign
			}
		}
	}
	for _, i := range open {
		if proven == "" {
			p.said.MoneyUnit = Undecided
			continue
		}
		found[i] = strings.Replace(proven, "万元", "yuan", 1)
		p.columns[i].likeOthers = true
	}
	if p.said.MoneyUnit == Undecided {
		p.look("money_unit: nothing tells whether the amounts are in yuan or in fen; say yuan, fen, or another", "")
	}
	return found
}

// foreign is the one currency other than the yuan that is named in a sheet without any yuan.
func (p *proposal) foreign(found map[int]string) string {
	foreign := ""
	for _, unit := range found {
		u := unitKinds[unit]
		if u.currency != "" && u.currency != "CNY" {
			foreign = unit
		}
	}
	for i, unit := range found {
		if unitKinds[unit].currency == "CNY" && p.columns[i].unit != "" {
			return ""
		}
	}
	return foreign
}

// ownFormat says whether every heading is the import format's own, so that money is in fen.
func (p *proposal) ownFormat() bool { return p.ownHeadings(p.subject) }

func (p *proposal) ownHeadings(table string) bool {
	t, _ := tableOf(table)
	for _, c := range p.columns {
		if !slices.ContainsFunc(t.Columns, func(col dataset.Column) bool { return col.Name == c.text }) {
			return false
		}
	}
	return true
}

var unitInTitle = regexp.MustCompile(`单位\s*[:：]?\s*(人民币)?\s*(万元|千元|元|分)`)

func titleUnit(title string) string {
	if m := unitInTitle.FindStringSubmatch(title); m != nil {
		return units[m[2]]
	}
	return ""
}

// countUnit declares the scale that a heading names; fractions without one are to be decided.
func (p *proposal) countUnit(c *candidate, said *Column) []string {
	column, _ := targetColumn(c.target)
	if u, err := unitOf(c.unit, column); err == nil && u.currency == "" && !u.percent {
		said.Unit = c.unit
		return nil
	}
	if looks := p.threeDecimals(c, said); looks != nil {
		return looks
	}
	for _, text := range c.evidence.cells {
		a, err := convert.Number(text, p.decimal())
		if err == nil && !a.Scaled && !a.Percent && a.Zeros == 0 && strings.Contains(a.Digits, ".") {
			said.Unit = Undecided
			return []string{fmt.Sprintf("unit: %s is no whole number; say 万 or k if it is in those, or 1 if it is to be rounded", text)}
		}
	}
	return nil
}

var threeDecimals = regexp.MustCompile(`(^|[^\d.,])\d{1,3}\.\d{3}($|[^\d.,])`)

// threeDecimals leaves it to a person whether 1.250 is a thousand or one and a quarter, where no other cell
// of the column tells.
func (p *proposal) threeDecimals(c *candidate, said *Column) []string {
	suspect := ""
	for _, text := range c.evidence.cells {
		switch {
		case threeDecimals.MatchString(text):
			suspect = text
		case strings.ContainsAny(text, ".,"):
			return nil
		}
	}
	if suspect == "" || p.said.Decimal != "" {
		return nil
	}
	said.Decimal = Undecided
	return []string{fmt.Sprintf(`decimal: in %s the point may stand before decimals or group the digits; say "." or ","`, suspect)}
}

func (p *proposal) dateOrder(c *candidate, said *Column) (looks []string) {
	if text := c.evidence.noYear(); text != "" {
		day, from := p.day()
		said.Year = Undecided
		if from == fromTitle || from == fromName {
			said.Year = strconv.Itoa(day.Year())
		}
		looks = append(looks, "year: "+text+" names none; is it that of "+from+"?")
	}
	orders, asked := c.evidence.orders()
	switch {
	case !asked:
	case len(orders) == 1:
		said.Order = string(orders[0])
	default:
		said.Order = Undecided
		looks = append(looks, "order: the day and the month cannot be told apart, say dmy or mdy")
	}
	return looks
}

// values declares what words stand for: those of closed lists, and those that stand in place of numbers
// and dates.
func (p *proposal) values(c *candidate, column dataset.Column, said *Column) []string {
	r := p.reader(c.target, *said)
	switch column.Kind {
	case dataset.Choice, dataset.Choices:
		return choices(c, r, said)
	case dataset.Count, dataset.Money, dataset.Share, dataset.Date, dataset.Instant, dataset.Flag:
	default:
		return nil
	}
	var words, broken []string
	for _, text := range c.evidence.strange(r) {
		if strings.ContainsFunc(text, unicode.IsDigit) || len(text) > 40 {
			broken = append(broken, text)
			continue
		}
		words = append(words, text)
	}
	var looks []string
	if len(words) > 0 && len(words) <= 8 {
		said.Values = map[string]string{}
		var unknown []string
		for _, w := range words {
			if said.Values[w] = free[w]; free[w] == "" {
				unknown = append(unknown, w)
			}
		}
		if len(unknown) > 0 {
			looks = append(looks, fmt.Sprintf("values: %s cannot be read and is taken as unknown; say what it stands for", strings.Join(unknown, ", ")))
		}
	}
	if len(broken) > 0 {
		looks = append(looks, fmt.Sprintf("values that cannot be read, %d of them, such as %q: their rows will be refused", len(broken), shorten(broken[0])))
	}
	return looks
}

// free are words for nothing that was paid.
var free = map[string]string{"免费": "0", "无偿": "0", "free": "0", "Free": "0", "赠送": "0", "kostenlos": "0"}

func choices(c *candidate, r reader, said *Column) []string {
	said.Values = map[string]string{}
	var guesses, unknown []string
	for _, text := range sortedKeys(c.evidence.counts) {
		elements := []string{text}
		if isList(r.target) {
			elements = convert.List(text, r.signs())
		}
		for _, e := range elements {
			w, ok := wordFor(r.target.Name, e)
			if !ok {
				w, ok = wordWithin(r.target.Name, e)
			}
			switch {
			case slices.Contains(r.target.Choices, e) || said.Values[e] != "" || convert.Unknown(e):
			case !ok && len(said.Values) < 40:
				said.Values[e] = Undecided
				unknown = append(unknown, e)
			case ok:
				said.Values[e] = w.code
				if w.guess {
					guesses = append(guesses, e+" as "+w.code)
				}
			}
		}
	}
	if len(said.Values) == 0 {
		said.Values = nil
	}
	var looks []string
	if len(guesses) > 0 {
		looks = append(looks, "values: read "+strings.Join(guesses, ", ")+"?")
	}
	if len(unknown) > 0 {
		looks = append(looks, fmt.Sprintf("values: say which of %s stands for %s, or leave it empty for unknown",
			strings.Join(r.target.Choices, ", "), strings.Join(unknown, ", ")))
	}
	return looks
}

var dayForm = regexp.MustCompile(`20\d{2}\s*[-_./年]\s*\d{1,2}\s*[-_./月]\s*\d{1,2}|20\d{6}`)

// dayWithin finds a day in a title or a file's name.
func dayWithin(text string) (time.Time, bool) {
	found := dayForm.FindString(convert.Narrow(text))
	if found == "" {
		return time.Time{}, false
	}
	found = strings.NewReplacer("年", "-", "月", "-", "_", "-", " ", "").Replace(found)
	day, err := convert.Date(found, convert.Undecided, time.UTC)
	return day.Time, err == nil
}
