package columns

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/creatorgraph/creatorgraph/dataset"
	"github.com/creatorgraph/creatorgraph/dataset/convert"
)

// reader converts the cells of one column into the import format's spelling for one target.
type reader struct {
	target  dataset.Column
	table   string // of the target
	period  bool   // the column holds the begin of the target as well: a day alone is no end
	unit    unit
	decimal convert.Decimal
	order   convert.Order
	year    int
	zone    *time.Location
	split   string
	values  map[string]string // by clean spelling
}

// cell is a converted cell. All fields are empty for an unknown value.
type cell struct {
	text  string
	list  []string
	fault string
}

func (c cell) known() bool { return c.text != "" || c.list != nil || c.fault != "" }

// unit is the unit of a column's plain numbers.
type unit struct {
	currency string
	minor    int // decimal places of the currency: 2 for the yuan, 0 for the yen
	zeros    int // power of ten of the scale, where a cell names none: 4 for 万
	percent  bool
	name     string
}

var unitsByName = map[string]unit{
	"yuan": {currency: "CNY", minor: 2}, "元": {currency: "CNY", minor: 2}, "CNY": {currency: "CNY", minor: 2},
	"fen": {currency: "CNY"}, "分": {currency: "CNY"}, "cents": {currency: "", minor: 0},
	"万元": {currency: "CNY", minor: 2, zeros: 4}, "千元": {currency: "CNY", minor: 2, zeros: 3},
	"USD": {currency: "USD", minor: 2}, "EUR": {currency: "EUR", minor: 2}, "GBP": {currency: "GBP", minor: 2}, "CHF": {currency: "CHF", minor: 2},
	"HKD": {currency: "HKD", minor: 2}, "TWD": {currency: "TWD", minor: 2}, "SGD": {currency: "SGD", minor: 2}, "AUD": {currency: "AUD", minor: 2},
	"JPY": {currency: "JPY"}, "KRW": {currency: "KRW"},
	"万": {zeros: 4}, "w": {zeros: 4}, "k": {zeros: 3}, "千": {zeros: 3}, "m": {zeros: 6}, "亿": {zeros: 8}, "%": {percent: true}, "1": {},
}

// parseUnit gives a column's unit. A scale without a currency, such as 万, is in yuan where the column holds money.
func parseUnit(name string, c dataset.Column) (unit, error) {
	u, ok := unitsByName[name]
	if !ok {
		return unit{}, fmt.Errorf("the unit %q is not one of %s", name, strings.Join(sortedKeys(unitsByName), ", "))
	}
	if c.Kind == dataset.Money && u.currency == "" && name != "cents" {
		if u.percent || u.zeros == 0 {
			return unit{}, fmt.Errorf("the unit %q is none of money; say yuan, fen, 万元 or a currency such as EUR", name)
		}
		u.currency, u.minor = "CNY", 2
	}
	u.name = name
	return u, nil
}

// read converts a cell's text. A missing value gives the empty cell.
func (r reader) read(raw string) cell {
	text := convert.Clean(raw)
	if said, ok := r.values[text]; ok {
		text = convert.Clean(said)
		if text == "" {
			return cell{}
		}
	}
	if text == "" {
		return cell{}
	}
	if r.target.Kind == dataset.Flag {
		return r.flag(text)
	}
	if r.isChoice() {
		if w, ok := wordFor(r.target.Name, text); ok && !isList(r.target) {
			return cell{text: w.code}
		}
	}
	if convert.IsMissing(text) || r.namesAgency() && isNoAgency(text) {
		return cell{}
	}
	switch r.target.Kind {
	case dataset.Count, dataset.Money, dataset.Share:
		return cellOf(r.number(text))
	case dataset.Date, dataset.Instant:
		return cellOf(r.date(text))
	case dataset.Key, dataset.Ref, dataset.MemberOf:
		return cellOf(convert.Key(strings.TrimPrefix(text, "@")))
	case dataset.Refs, dataset.Words, dataset.Choices:
		return r.list(text)
	}
	if r.target.Name == "handle" || r.table == "creators" && r.target.Name == "name" {
		text = strings.TrimPrefix(text, "@")
	}
	return cell{text: text}
}

// namesAgency says whether the target holds the name or the key of an agency.
func (r reader) namesAgency() bool {
	return r.target.Of == "agencies" || r.table == "agencies" && (r.target.Name == "name" || r.target.Name == "key")
}

// isNoAgency says whether a text says that a creator has no agency: 独立, freelance.
func isNoAgency(text string) bool {
	_, ok := wordFor("no_agency", text)
	return ok
}

func cellOf(text string, err error) cell {
	if err != nil {
		return cell{fault: err.Error()}
	}
	return cell{text: text}
}

func (r reader) flag(text string) cell {
	is, err := convert.Flag(text)
	if err != nil {
		if convert.IsMissing(text) {
			return cell{}
		}
		return cell{fault: err.Error()}
	}
	return cell{text: fmt.Sprint(is)}
}

// isChoice says whether words.yaml has words for the column.
func (r reader) isChoice() bool {
	return lexicon().words[r.target.Name] != nil && r.target.Kind != dataset.Refs
}

func (r reader) number(text string) (string, error) {
	a, err := convert.Number(text, r.decimal)
	if err != nil {
		return "", err
	}
	if a.Currency != "" && r.unit.currency != "" && a.Currency != r.unit.currency {
		return "", fmt.Errorf("it is in %s and the column in %s; give all amounts in one currency", a.Currency, r.unit.currency)
	}
	if !a.Scaled && !a.Percent {
		a.Exponent += r.unit.zeros
	}
	switch r.target.Kind {
	case dataset.Share:
		return a.Share(r.unit.percent)
	case dataset.Count:
		return a.Whole(0)
	}
	if r.unit.name == "fen" && (a.HasDecimals || a.Currency != "" || a.Scaled) {
		return "", errors.New("decimals, a sign or a word of money speak of yuan and the column's unit is fen; " +
			"if the column is in yuan, declare unit: yuan")
	}
	return a.Whole(r.unit.minor)
}

func (r reader) date(text string) (string, error) {
	if r.target.NotBefore != "" && convert.IsOpenEnded(text) {
		return "", nil
	}
	if first, last, ok := convert.Period(text); ok && r.target.Kind == dataset.Date {
		switch {
		case r.target.NotBefore != "":
			return r.lastDay(first, last)
		case endOf(r.table, r.target.Name) != "":
			text = first
		}
	} else if r.period {
		return "", nil
	}
	day, err := r.day(text, r.year)
	if err != nil {
		return "", err
	}
	if r.target.Kind == dataset.Instant {
		if day.NoDay {
			return "", errors.New("it names no day")
		}
		return day.UTC().Format(time.RFC3339), nil
	}
	switch {
	case day.NoMonth && r.target.Name != "joined" && r.target.Name != "founded":
		return "", errors.New("it names no month and no day")
	case r.target.NotBefore != "":
		day.Time = day.End()
	}
	return day.Format(time.DateOnly), nil
}

// day reads a date; a year of 0 says that each must name its own.
func (r reader) day(text string, year int) (convert.Day, error) {
	if year > 0 {
		return convert.DateIn(text, year, r.order, r.zone)
	}
	return convert.Date(text, r.order, r.zone)
}

// lastDay gives the last day of a period; where it names no year, it is in that of the first day or in the next.
func (r reader) lastDay(first, last string) (string, error) {
	if convert.IsOpenEnded(last) {
		return "", nil
	}
	begin, err := r.day(first, r.year)
	if err != nil {
		return "", err
	}
	end, err := r.day(last, begin.Year())
	if _, alone := r.day(last, 0); err == nil && errors.Is(alone, convert.ErrNoYear) && end.Before(begin.Time) {
		end, err = r.day(last, begin.Year()+1)
	}
	if err != nil {
		return "", err
	}
	return end.End().Format(time.DateOnly), nil
}

// endOf gives the column of a table that is the end of what another begins; empty without.
func endOf(table, begin string) string {
	t, _ := tableOf(table)
	for _, c := range t.Columns {
		if c.NotBefore == begin && c.Kind == dataset.Date {
			return c.Name
		}
	}
	return ""
}

func (r reader) list(text string) cell {
	signs := r.listSeparators()
	if strings.HasPrefix(text, "#") || strings.Contains(text, " #") { // hashtags
		signs += "# \u00a0\u3000"
	}
	if inner, ok := strings.CutPrefix(text, "["); ok && strings.HasSuffix(inner, "]") { // as programs write lists
		text = strings.NewReplacer("'", "", `"`, "").Replace(strings.TrimSuffix(inner, "]"))
	}
	var list []string
	for _, e := range convert.List(text, signs) {
		if convert.IsMissing(e) {
			continue
		}
		if w, ok := wordFor(r.target.Name, e); ok && r.isChoice() {
			e = w.code
		}
		if said, ok := r.values[e]; ok {
			e = said
		}
		if convert.IsRounded(e) && r.target.Kind == dataset.Refs {
			_, err := convert.Key(e)
			return cell{fault: err.Error()}
		}
		if e != "" {
			list = append(list, strings.ReplaceAll(e, "|", "/"))
		}
	}
	return cell{list: list}
}

// listSeparators are the characters between elements; elements of a closed list may also stand between + or 和.
func (r reader) listSeparators() string {
	switch {
	case r.split != "":
		return r.split
	case r.target.Kind == dataset.Choices:
		return convert.ListSeparators + "+＋&和"
	}
	return convert.ListSeparators
}

func isList(c dataset.Column) bool {
	return c.Kind == dataset.Refs || c.Kind == dataset.Words || c.Kind == dataset.Choices
}
