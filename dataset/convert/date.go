package convert

import (
	"cmp"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Order is the order of day, month and year in a numeric date.
type Order string

// The orders. A date that begins with a year of four digits needs none.
const (
	Undecided Order = ""
	YMD       Order = "ymd"
	DMY       Order = "dmy"
	MDY       Order = "mdy"
)

// Day is a parsed date, with its time if the text has one.
type Day struct {
	time.Time
	HasTime bool
	HasZone bool // the text names its zone; otherwise the caller's counts
	// NoDay and NoMonth say that the text names no day or no month: the date is then the first of the month or year.
	NoDay, NoMonth bool
	// months is how many months from the first of its month on a text without a day names; 0 for one.
	months int
	// NamedMonth says that the month is written in letters, so that the text tells no order of numbers.
	NamedMonth bool
	// Orders are the orders in which the text is a valid date.
	Orders []Order
}

// End gives the last day of what the text names: the day itself, or that of its month, quarter, half or year.
func (d Day) End() time.Time {
	switch {
	case d.NoMonth:
		return d.AddDate(1, 0, -1)
	case d.NoDay:
		return d.AddDate(0, max(d.months, 1), -1)
	}
	return d.Time
}

// ErrOrder is given for dates such as 03/04/2026 when the order is undecided.
var ErrOrder = errors.New("the day and the month cannot be told apart; declare order: dmy or order: mdy")

// maxDateBytes is the longest text that is parsed as a date.
const maxDateBytes = 96

// ErrNoYear is given for dates such as 6月5日.
var ErrNoYear = errors.New("it names no year; write it, or declare year: 2026")

var errNoDate = errors.New("it is no date")

// Date parses a date in any usual spelling: 2026/1/5, 2026年1月5日, 20260105, 05-Jan-2026, 46027 (Excel's serial number),
// with or without a time.
func Date(s string, order Order, zone *time.Location) (Day, error) {
	if len(s) > maxDateBytes {
		return Day{}, errNoDate
	}
	text := strings.ToLower(Narrow(s))
	if text == "" {
		return Day{}, errNoDate
	}
	if day, ok, err := parseNumericDate(text, zone); ok {
		return day, err
	}
	if day, ok := parsePeriod(text, zone); ok {
		return day, nil
	}
	p, err := parseDateParts(text)
	if err != nil {
		return Day{}, err
	}
	return p.day(order, zone)
}

// periods are the forms of quarters and halves: 2026Q1, 2026年第一季度, 26年上半年; Q1 2026, 1Q26.
var (
	periodBehindYear = regexp.MustCompile(`^(\d{4}|\d{2})\s*年?[-./\s]*(?:第?([1-4一二三四])季度?|(上|下)半年|([qh])([1-4]))$`)
	periodBeforeYear = regexp.MustCompile(`^(?:([qh])([1-4])|([1-4])(q|h))[-/'\s]*(\d{4}|\d{2})$`)
)

// parsePeriod parses a quarter or a half of a year; it is the first day of it.
func parsePeriod(text string, zone *time.Location) (Day, bool) {
	if !strings.ContainsAny(text, "qh季半") {
		return Day{}, false
	}
	year, sign, nth := "", "", ""
	if m := periodBehindYear.FindStringSubmatch(text); m != nil {
		year, sign, nth = m[1], cmp.Or(m[4], "q"), m[2]+m[3]+m[5]
		if m[3] != "" {
			sign = "h"
		}
	} else if m := periodBeforeYear.FindStringSubmatch(text); m != nil {
		year, sign, nth = m[5], m[1]+m[4], m[2]+m[3]
	}
	months, count := map[string]int{"q": 3, "h": 6}[sign], periodNumbers[nth]
	if months == 0 || count*months > 12 {
		return Day{}, false
	}
	at, err := calendarDay([3]string{year, strconv.Itoa((count-1)*months + 1), "1"}, zone)
	return Day{Time: at, NoDay: true, months: months}, err == nil
}

var periodNumbers = map[string]int{"1": 1, "2": 2, "3": 3, "4": 4, "一": 1, "二": 2, "三": 3, "四": 4, "上": 1, "下": 2}

// DateIn parses a date that may name no year, such as 6/5 or 6月5日, as one in a given year.
func DateIn(s string, year int, order Order, zone *time.Location) (Day, error) {
	day, err := Date(s, order, zone)
	if !errors.Is(err, ErrNoYear) {
		return day, err
	}
	p, err := parseDateParts(strings.ToLower(Narrow(s)))
	if err != nil {
		return Day{}, err
	}
	switch {
	case p.month != "":
		p.numbers = []string{strconv.Itoa(year), p.month, p.numbers[0]}
	case order == DMY:
		p.numbers = []string{strconv.Itoa(year), p.numbers[1], p.numbers[0]}
	default:
		p.numbers = append([]string{strconv.Itoa(year)}, p.numbers...)
	}
	p.month = ""
	return p.day(YMD, zone)
}

// calendarDay gives the midnight of a day, and an error for one that the calendar does not have.
func calendarDay(ymd [3]string, zone *time.Location) (time.Time, error) {
	year, month, day := ymd[0], ymd[1], ymd[2]
	y, errY := strconv.Atoi(year)
	m, errM := strconv.Atoi(month)
	d, errD := strconv.Atoi(day)
	if errY != nil || errM != nil || errD != nil || len(year) != 2 && len(year) != 4 {
		return time.Time{}, errNoDate
	}
	if len(year) == 2 {
		y += 2000
		if y > 2068 { // the pivot year of POSIX
			y -= 100
		}
	}
	at := time.Date(y, time.Month(m), d, 0, 0, 0, 0, zone)
	if at.Day() != d || int(at.Month()) != m || at.Year() != y {
		return time.Time{}, fmt.Errorf("the calendar has no day %s-%s-%s", year, month, day)
	}
	return at, nil
}

// day assembles a date from its parts.
func (p dateParts) day(order Order, zone *time.Location) (Day, error) {
	if p.zone != nil {
		zone = p.zone
	}
	orders, err := p.orders()
	if err != nil {
		return Day{}, err
	}
	day := Day{HasTime: p.hasTime, HasZone: p.zone != nil, NamedMonth: p.month != "", Orders: orders}
	use := orders[0]
	if len(orders) > 1 {
		if order == Undecided {
			return day, ErrOrder
		}
		use = order
	}
	named := p.withMonth()
	day.NoDay, day.NoMonth = len(named) < 3, len(named) < 2
	at, err := calendarDay(use.sort(named), zone)
	if err != nil {
		return day, err
	}
	day.Time = at
	if p.hasTime { // a day of 23 or 25 hours begins at its own midnight
		y, m, d := at.Date()
		day.Time = time.Date(y, m, d, 0, 0, 0, int(p.clock), zone)
	}
	return day, nil
}

// withMonth gives the numbers, with a month written in letters as the second.
func (p dateParts) withMonth() []string {
	if p.month == "" {
		return p.numbers
	}
	return slices.Insert(slices.Clone(p.numbers), 1, p.month)
}

// positions are the indexes of year, month and day among three numbers.
var positions = map[Order][3]int{YMD: {0, 1, 2}, DMY: {2, 1, 0}, MDY: {2, 0, 1}}

// sort puts one to three numbers into the order year, month, day. A missing month or day is 1.
func (o Order) sort(numbers []string) [3]string {
	switch {
	case len(numbers) == 1:
		return [3]string{numbers[0], "1", "1"}
	case len(numbers) == 2 && o == MDY: // 05/2026
		return [3]string{numbers[1], numbers[0], "1"}
	case len(numbers) == 2:
		return [3]string{numbers[0], numbers[1], "1"}
	}
	at := positions[o]
	return [3]string{numbers[at[0]], numbers[at[1]], numbers[at[2]]}
}

// orders gives the orders in which the numbers are a date.
func (p dateParts) orders() ([]Order, error) {
	n, named := p.numbers, len(p.numbers)+monthCount(p.month)
	hasMonth, yearFirst := p.month != "", len(n) > 0 && len(n[0]) == 4
	switch {
	case len(n) == 0 || named > 3, named == 1 && !(yearFirst && p.chinese):
		return nil, errNoDate
	case yearFirst, named == 3 && !hasMonth && p.chinese:
		return []Order{YMD}, nil
	case named == 3 && hasMonth:
		return []Order{DMY}, nil // also Jan 5, 2026: the month is put between
	case named == 3:
		return p.numericOrders()
	case !hasMonth && len(n[1]) == 4:
		return []Order{MDY}, nil
	}
	return nil, ErrNoYear
}

// numericOrders is for dates of three short numbers, or with the year last.
func (p dateParts) numericOrders() ([]Order, error) {
	n := p.numbers
	var orders []Order
	for _, o := range []Order{YMD, DMY, MDY} {
		switch {
		case o == YMD && (len(n[0]) != 2 || len(n[2]) > 2):
			continue
		case o == MDY && p.dotted: // the month never comes first in dates with dots
			continue
		}
		if _, err := calendarDay(o.sort(n), time.UTC); err == nil {
			orders = append(orders, o)
		}
	}
	if len(orders) == 0 {
		return nil, errNoDate
	}
	if len(orders) > 1 && n[0] == n[1] && len(n[2]) == 4 {
		return orders[:1], nil // 05/05/2026 is the same day in both orders
	}
	return orders, nil
}
