package columns

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/creatorgraph/creatorgraph/dataset"
	"github.com/creatorgraph/creatorgraph/dataset/convert"
)

// moneyExamples shows what amounts are in fen, by yuan and by another unit.
func moneyExamples(cells []string, r reader, other string) string {
	var all []string
	for _, text := range cells {
		r.unit = unitsByName["yuan"]
		yuan := r.read(text)
		r.unit = unitsByName[other]
		if by := r.read(text); yuan.text != "" && by.text != "" {
			all = append(all, fmt.Sprintf("%s → %s if yuan, %s if %s", shorten(text), yuan.text, by.text, other))
		}
	}
	return strings.Join(all, "; ")
}

// moneyUnits decides on the unit of each column of money by heading and values; what nothing decides
// is as the columns beside it, and without any it is to be decided for the sheet.
func (p *proposal) moneyUnits() map[int]string {
	p.findSmallAmounts()
	found, open := p.statedMoneyUnits()
	known := cmp.Or(p.applyForeignCurrency(found), p.knownUnit(found))
	if len(open) > 0 && known == "" {
		p.sheetMapping.MoneyUnit = Undecided
		p.addNote("money_unit: nothing tells whether the amounts are in yuan or in fen; say yuan, fen, or another", "")
		return found
	}
	for _, i := range open {
		found[i] = strings.Replace(known, "万元", "yuan", 1)
		p.columns[i].unitInferred = true
	}
	return found
}

// statedMoneyUnits gives the units that headings and values tell, by column, and the columns of money without any.
func (p *proposal) statedMoneyUnits() (found map[int]string, open []int) {
	found = map[int]string{}
	for i, c := range p.columns {
		column, ok := targetColumn(c.target)
		if !ok || column.Kind != dataset.Money {
			continue
		}
		switch unit := p.moneyUnit(c, column); {
		case unit == "":
		case p.columns[i].smallAmount != "":
			found[i] = Undecided
		case unit == Undecided:
			open = append(open, i)
		default:
			found[i] = cmp.Or(moneyScales[unit], unit)
		}
	}
	return found, open
}

// findSmallAmounts marks the columns of money with an amount that is hardly in yuan, such as a price of 1.5, where
// neither the heading nor the title names a unit.
func (p *proposal) findSmallAmounts() {
	for i := range p.columns {
		c := &p.columns[i]
		column, ok := targetColumn(c.target)
		_, err := parseUnit(c.unit, column)
		if ok && column.Kind == dataset.Money && err != nil && titleUnit(p.title()) == "" {
			c.smallAmount = c.profile.smallAmount(p.decimal(), !isPrice(c.target))
		}
	}
}

// isPrice says whether a target is what a creator asks or is offered, which is never a few yuan.
func isPrice(target string) bool {
	return strings.HasPrefix(target, "creators.price_") || target == "rate_cards.price" || target == "invitations.offer"
}

// smallAmount gives an amount below 100 without a currency and a scale, if it is a fraction or stands beside amounts with a
// scale; empty without. With large it gives none if the column has plain amounts of 1000 and more.
func (e profile) smallAmount(decimal convert.Decimal, large bool) (small string) {
	scaled, fraction := false, ""
	for _, text := range e.cells {
		a, err := convert.Number(text, decimal)
		switch {
		case err != nil || a.Currency != "" || a.Percent:
		case a.Scaled:
			scaled = true
		case large && a.Float() >= 1000:
			return ""
		case a.Float() > 0 && a.Float() < 100:
			if small = cmp.Or(small, text); strings.Contains(a.Digits, ".") {
				fraction = cmp.Or(fraction, text)
			}
		}
	}
	if scaled {
		return cmp.Or(fraction, small)
	}
	return fraction
}

// moneyScales are the names of scales where amounts are in them.
var moneyScales = map[string]string{"万": "万元", "w": "万元"}

// moneyUnit is the unit of a column by what tells it first: heading, values, title, format. It is undecided where
// nothing does, and empty where there is nothing to convert.
func (p *proposal) moneyUnit(c candidate, column dataset.Column) string {
	m := c.profile.moneyFormat(p.decimal())
	title := titleUnit(p.title())
	_, err := parseUnit(c.unit, column)
	switch {
	case err == nil:
		return c.unit
	case m.currencies["CNY"]:
		return "yuan"
	case len(m.currencies) > 0:
		return sortedKeys(m.currencies)[0]
	case title != "":
		return title
	case m.yuanLike:
		return "yuan"
	case p.isImportFormat():
		return "fen"
	case m.plain == 0:
		return ""
	}
	return Undecided
}

// knownUnit is the first unit found that is not fen; empty without.
func (p *proposal) knownUnit(found map[int]string) string {
	for i := range p.columns {
		if unit := found[i]; unit != "fen" && unit != "" && unit != Undecided {
			return unit
		}
	}
	return ""
}

// applyForeignCurrency takes amounts without a sign of the yuan to be in the one foreign currency that the sheet names, and
// gives that if there were such.
func (p *proposal) applyForeignCurrency(found map[int]string) (taken string) {
	foreign := p.foreignCurrency(found)
	if foreign == "" {
		return ""
	}
	for i, unit := range found {
		c := p.columns[i]
		if unit == "yuan" && c.unit == "" && !c.profile.moneyFormat(p.decimal()).currencies["CNY"] {
			found[i], taken = foreign, foreign
		}
	}
	return taken
}

// foreignCurrency is the one currency other than the yuan that is named in a sheet without any yuan, and the last of several.
func (p *proposal) foreignCurrency(found map[int]string) string {
	foreign := ""
	for i := range p.columns {
		switch unit := found[i]; unitsByName[unit].currency {
		case "":
		case "CNY":
			if p.columns[i].unit != "" {
				return ""
			}
		default:
			foreign = unit
		}
	}
	return foreign
}

// isImportFormat says whether every heading is the import format's own, so that money is in fen.
func (p *proposal) isImportFormat() bool { return p.hasImportHeadings(p.subject) }

func (p *proposal) hasImportHeadings(table string) bool {
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
		return unitSpellings[m[2]]
	}
	return ""
}

// countUnit declares the scale that a heading names; fractions without one are to be decided.
func (p *proposal) countUnit(c *candidate, said *Column) []string {
	column, _ := targetColumn(c.target)
	if u, err := parseUnit(c.unit, column); err == nil && u.currency == "" && !u.percent {
		said.Unit = c.unit
		return nil
	}
	if notes := p.threeDecimals(c, said); notes != nil {
		return notes
	}
	if text := c.profile.plainFraction(p.decimal()); text != "" {
		said.Unit = Undecided
		return []string{fmt.Sprintf("unit: %s is no whole number; say 万 or k if it is in those, or 1 if it is to be rounded", text)}
	}
	return nil
}

// plainFraction gives the first cell with a fraction and no scale; empty without.
func (e profile) plainFraction(decimal convert.Decimal) string {
	for _, text := range e.cells {
		a, err := convert.Number(text, decimal)
		if err == nil && !a.Scaled && !a.Percent && a.Exponent == 0 && strings.Contains(a.Digits, ".") {
			return text
		}
	}
	return ""
}

var threeDecimals = regexp.MustCompile(`(^|[^\d.,])\d{1,3}\.\d{3}($|[^\d.,])`)

// threeDecimals leaves it to a person whether 1.250 is a thousand or one and a quarter, where no other cell
// of the column tells.
func (p *proposal) threeDecimals(c *candidate, said *Column) []string {
	suspect := ""
	for _, text := range c.profile.cells {
		switch {
		case threeDecimals.MatchString(text):
			suspect = text
		case strings.ContainsAny(text, ".,"):
			return nil
		}
	}
	if suspect == "" || p.sheetMapping.Decimal != "" {
		return nil
	}
	said.Decimal = Undecided
	return []string{fmt.Sprintf(`decimal: in %s the point may stand before decimals or group the digits; say "." or ","`, suspect)}
}

func (p *proposal) dateOrder(c *candidate, said *Column) (looks []string) {
	if text := c.profile.noYear(); text != "" {
		day, from := p.day()
		said.Year = Undecided
		if from == fromTitle || from == fromName {
			said.Year = strconv.Itoa(day.Year())
		}
		looks = append(looks, "year: "+text+" names none; is it that of "+from+"?")
	}
	orders, asked := c.profile.orders()
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

var dayForm = regexp.MustCompile(`20\d{2}\s*[-_./年]\s*\d{1,2}\s*[-_./月]\s*\d{1,2}|20\d{6}`)

// findDay finds a day in a title or a file's name.
func findDay(text string) (time.Time, bool) {
	found := dayForm.FindString(convert.Narrow(text))
	if found == "" {
		return time.Time{}, false
	}
	found = strings.NewReplacer("年", "-", "月", "-", "_", "-", " ", "").Replace(found)
	day, err := convert.Date(found, convert.Undecided, time.UTC)
	return day.Time, err == nil
}
