package columns

import (
	"errors"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/creatorgraph/creatorgraph/dataset"
	"github.com/creatorgraph/creatorgraph/dataset/convert"
	"github.com/creatorgraph/creatorgraph/dataset/sheet"
)

// profile is what a column's cells tell.
type profile struct {
	cells    []string // clean, those that say something; at most sampled
	rows     int
	filled   int
	distinct int
	counts   map[string]int // of each different cell
	failed   int            // cells whose formula failed
	failure  string         // what one of them says
}

// sampleSize is how many cells of a column are looked at closely.
const sampleSize = 2000

func profileColumn(rows []sheet.Row, column int) profile {
	e := profile{rows: len(rows), counts: map[string]int{}}
	for _, row := range rows {
		c := convert.Clean(row.Cell(column))
		if convert.IsMissing(c) {
			if convert.IsFormulaError(c) {
				e.failed, e.failure = e.failed+1, c
			}
			continue
		}
		e.filled++
		e.counts[c]++
		if len(e.cells) < sampleSize {
			e.cells = append(e.cells, c)
		}
	}
	e.distinct = len(e.counts)
	return e
}

// unique says whether every row has a value of its own.
func (e profile) unique() bool { return e.filled == e.rows && e.distinct == e.rows && e.rows > 0 }

// fit is the share of cells that can be read as a target.
func (e profile) fit(r reader) float64 {
	if len(e.cells) == 0 {
		return 0.5
	}
	fits := 0
	for _, c := range e.cells {
		if r.fits(c) {
			fits++
		}
	}
	return float64(fits) / float64(len(e.cells))
}

// fits says whether a value is what the target holds, be it in an order that is still to be said.
func (r reader) fits(text string) bool {
	c := r.read(text)
	switch r.target.Kind {
	case dataset.Key:
		return true // chooseKey looks closer
	case dataset.Date, dataset.Instant:
		_, err := convert.Date(beginOf(text), r.order, time.UTC)
		return c.fault == "" || errors.Is(err, convert.ErrOrder) || errors.Is(err, convert.ErrNoYear)
	case dataset.Choice:
		if _, ok := wordWithin(r.target.Name, text); ok {
			return true
		}
		return slices.Contains(r.target.Choices, c.text)
	case dataset.Choices:
		return len(c.list) > 0 && !slices.ContainsFunc(c.list, func(e string) bool { return !slices.Contains(r.target.Choices, e) })
	case dataset.Share:
		a, err := convert.Number(text, r.decimal)
		return err == nil && (a.Percent || a.Float() <= 100)
	case dataset.Text:
		return r.fitsText(text)
	case dataset.Refs:
		return c.fault == "" && !isPlainNumber(text)
	}
	return c.fault == ""
}

// fitsText says whether a text is what is expected under a name; most may be anything.
func (r reader) fitsText(text string) bool {
	switch r.target.Name {
	case "gender":
		_, ok := wordFor("gender", text)
		return ok
	case "name":
		return !isPlainNumber(text)
	case "region":
		return !isPlainNumber(text) && !strings.Contains(text, "%")
	}
	return true
}

func isPlainNumber(text string) bool {
	_, err := convert.Number(text, convert.Point)
	return err == nil
}

// moneyFormat is what cells say of their unit.
type moneyFormat struct {
	currencies map[string]bool
	yuanLike   bool // decimals, grouped digits, 万: nobody counts fen so
	plain      int  // whole numbers without any sign
}

func (e profile) moneyFormat(decimal convert.Decimal) moneyFormat {
	m := moneyFormat{currencies: map[string]bool{}}
	for _, c := range e.cells {
		a, err := convert.Number(c, decimal)
		if err != nil {
			continue
		}
		isGrouped := strings.ContainsAny(convert.Narrow(c), ",.'’")
		switch {
		case a.Currency != "":
			m.currencies[a.Currency] = true
		case isGrouped || a.HasDecimals || a.Scaled:
			m.yuanLike = true
		case a.Digits != "0":
			m.plain++
		}
	}
	return m
}

// orders are the orders in which the column's dates may be read, one where a date tells it; asked tells that some need
// one. 13/01/2026 tells the order of 03/04/2026, 2026-01-05 only that of 26-01-05, and 5-Jan-2026 none.
func (e profile) orders() (orders []convert.Order, asked bool) {
	orders = []convert.Order{convert.YMD, convert.DMY, convert.MDY}
	told, signs := map[convert.Order]bool{}, map[string]bool{}
	for _, c := range e.cells {
		day, err := convert.Date(c, convert.Undecided, time.UTC)
		switch {
		case errors.Is(err, convert.ErrOrder):
			asked = true
			signs[withoutDigits(c)] = true
			orders = slices.DeleteFunc(orders, func(o convert.Order) bool { return !slices.Contains(day.Orders, o) })
		case err == nil && len(day.Orders) == 1 && !day.NamedMonth:
			told[day.Orders[0]] = true
		}
	}
	byNumbers := []convert.Order{}
	for _, o := range []convert.Order{convert.DMY, convert.MDY} {
		if told[o] {
			byNumbers = append(byNumbers, o)
		}
	}
	switch {
	case len(byNumbers) == 1 && slices.Contains(orders, byNumbers[0]):
		return byNumbers, asked
	case len(byNumbers) == 0 && len(orders) == 1 && len(signs) == 1: // 3/5/26 and 13/5/26
		return orders, asked
	case len(byNumbers) == 0 && told[convert.YMD] && slices.Contains(orders, convert.YMD):
		return []convert.Order{convert.YMD}, asked
	}
	return []convert.Order{convert.DMY, convert.MDY}, asked
}

func withoutDigits(text string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return -1
		}
		return r
	}, text)
}

// noYear gives a date that names no year; empty when there is none.
func (e profile) noYear() string {
	for _, c := range e.cells {
		if _, err := convert.Date(beginOf(c), convert.YMD, time.UTC); errors.Is(err, convert.ErrNoYear) {
			return c
		}
	}
	return ""
}

// beginOf gives the first day of a period, and any other text as it is.
func beginOf(text string) string {
	if first, _, ok := convert.Period(text); ok {
		return first
	}
	return text
}

// periods says whether at least half of the cells name a first and a last day.
func (e profile) periods() bool {
	found := 0
	for _, c := range e.cells {
		if _, _, ok := convert.Period(c); ok {
			found++
		}
	}
	return found > 0 && found*2 >= len(e.cells)
}

// unreadable are the different values that cannot be read as the target, the commonest first.
func (e profile) unreadable(r reader) []string {
	var all []string
	for c := range e.counts {
		if !r.fits(c) {
			all = append(all, c)
		}
	}
	slices.SortFunc(all, func(a, b string) int {
		if e.counts[a] != e.counts[b] {
			return e.counts[b] - e.counts[a]
		}
		return strings.Compare(a, b)
	})
	return all
}

// rounded says whether identifiers have been cut by a spreadsheet program: 6.8E+18, or long numbers of
// which nearly all end in zeros.
func (e profile) rounded() bool {
	long, zeros := 0, 0
	for _, c := range e.cells {
		if convert.IsRounded(c) {
			return true
		}
		if len(c) >= 16 && onlyDigits(c) {
			long++
			if strings.HasSuffix(c, "000") {
				zeros++
			}
		}
	}
	return long >= 2 && zeros*10 >= long*9
}

// severalNames gives a cell with the names of several creators or brands; empty without. Signs that stand within names,
// too, count where a part is a cell of its own.
func (e profile) severalNames(target string) string {
	if target != "creators.name" && target != "brands.name" {
		return ""
	}
	for _, text := range e.cells {
		if strings.Contains(text, "、") || strings.ContainsRune(text, '；') {
			return text
		}
		parts := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune("/,，;|+&", r) })
		if len(parts) > 1 && slices.ContainsFunc(parts, func(part string) bool { return e.counts[convert.Clean(part)] > 0 }) {
			return text
		}
	}
	return ""
}

// spacedWords are Chinese words with spaces between and nothing else: 美食 探店. Words of other languages have spaces within.
var spacedWords = regexp.MustCompile(`^\p{Han}+(?: +\p{Han}+)+$`)

// separators are those signs between elements that the cells hold.
func (e profile) separators() string {
	signs := ""
	for _, sign := range convert.ListSeparators {
		if slices.ContainsFunc(e.cells, func(c string) bool { return strings.ContainsRune(c, sign) }) {
			signs += string(sign)
		}
	}
	if slices.ContainsFunc(e.cells, spacedWords.MatchString) {
		signs += " "
	}
	return strings.ReplaceAll(signs, "\r", "")
}

var (
	commaDecimals = regexp.MustCompile(`(^|[^\d,])\d{1,3}(\.\d{3})*,\d{1,2}($|[^\d,])|(^|[^\d,.])\d+,\d{1,2}($|[^\d,])|\d\.\d{3}\.\d{3}|\d\.\d{3},`)
	pointDecimals = regexp.MustCompile(`(^|[^\d.])\d{1,3}(,\d{3})*\.\d{1,2}($|[^\d.])|(^|[^\d.,])\d+\.\d{1,2}($|[^\d.])|\d,\d{3},\d{3}|\d,\d{3}\.`)
	grouped       = regexp.MustCompile(`(^|\D)\d{1,3}[.,]\d{3}($|\D)`)
)

// decimalCounts is how many numbers are written with either decimal separator, and how many may be with both.
type decimalCounts struct{ comma, point, ambiguous int }

// detectDecimal finds the decimal separator of a sheet; Undecided when nothing tells.
func detectDecimal(l layout) string {
	var n decimalCounts
	for _, row := range l.rows[:min(len(l.rows), sampleSize)] {
		for _, c := range row.Cells {
			n.add(c)
		}
	}
	switch {
	case n.comma > n.point:
		return string(convert.Comma)
	case n.point == 0 && n.ambiguous > 0 && l.sheet.Separator == ";":
		return Undecided
	}
	return ""
}

// add counts a cell, if it is a number with a point or a comma.
func (n *decimalCounts) add(cell string) {
	if !strings.ContainsAny(cell, ".,") || len(cell) > 40 || !isNumber(cell) {
		return
	}
	switch {
	case commaDecimals.MatchString(cell):
		n.comma++
	case pointDecimals.MatchString(cell):
		n.point++
	case grouped.MatchString(cell):
		n.ambiguous++
	}
}
