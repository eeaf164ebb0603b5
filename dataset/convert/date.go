package convert

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Order is which of day, month and year stands where in a date of numbers alone.
type Order string

// The orders. A date that begins with a year of four digits needs none.
const (
	Undecided Order = ""
	YMD       Order = "ymd"
	DMY       Order = "dmy"
	MDY       Order = "mdy"
)

// Day is a date as read, with its time if one was written.
type Day struct {
	time.Time
	HasTime bool
	HasZone bool // the text says its zone; otherwise the time is that of the caller's zone
	// NoDay and NoMonth say what the text does not name: the date is the first of the month, of the year.
	NoDay, NoMonth bool
	// Orders are the orders in which the text is a date; one where it can be read in one way only.
	Orders []Order
}

// ErrOrder is given for dates such as 03/04/2026 when the order is undecided.
var ErrOrder = errors.New("the day and the month cannot be told apart; declare order: dmy or order: mdy")

// maxDateBytes bounds, in bytes, what is looked at.
const maxDateBytes = 96

// ErrNoYear is given for dates such as 6月5日.
var ErrNoYear = errors.New("it names no year; write it, or declare year: 2026")

var errNoDate = errors.New("it is no date")

// Date reads a day, or a moment of a zone, in any usual spelling: 2026/1/5, 2026年1月5日, 20260105,
// 05-Jan-2026, 46027 (Excel's serial), with or without a time.
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
	p, err := parseDateParts(text)
	if err != nil {
		return Day{}, err
	}
	return p.day(order, zone)
}

// DateIn reads a day that may name no year, 6/5 or 6月5日, as one of a year.
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

// calendarDay gives the midnight of a year, month and day that the calendar has.
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
		if y > 2068 { // as POSIX has it
			y -= 100
		}
	}
	at := time.Date(y, time.Month(m), d, 0, 0, 0, 0, zone)
	if at.Day() != d || int(at.Month()) != m || at.Year() != y {
		return time.Time{}, fmt.Errorf("the calendar has no day %s-%s-%s", year, month, day)
	}
	return at, nil
}

// day puts the parts of a date together.
func (p dateParts) day(order Order, zone *time.Location) (Day, error) {
	if p.zone != nil {
		zone = p.zone
	}
	orders, err := p.orders()
	if err != nil {
		return Day{}, err
	}
	day := Day{HasTime: p.hasTime, HasZone: p.zone != nil, Orders: orders}
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

// withMonth gives the numbers, a month that was written in letters behind the first of them.
func (p dateParts) withMonth() []string {
	if p.month == "" {
		return p.numbers
	}
	return slices.Insert(slices.Clone(p.numbers), 1, p.month)
}

// positions say where year, month and day stand among three numbers.
var positions = map[Order][3]int{YMD: {0, 1, 2}, DMY: {2, 1, 0}, MDY: {2, 0, 1}}

// sort gives year, month and day out of one to three numbers; what they do not name is the first.
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

// orders says in which orders the numbers are a date.
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
		case o == MDY && p.dotted: // nobody writes the month first with dots
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
		return orders[:1], nil // the fifth of May is that either way
	}
	return orders, nil
}
