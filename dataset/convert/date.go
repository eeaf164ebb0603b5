package convert

import (
	"errors"
	"fmt"
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

// longestDate bounds, in bytes, what is looked at.
const longestDate = 96

// ErrNoYear is given for dates such as 6月5日.
var ErrNoYear = errors.New("it names no year; write it, or declare year: 2026")

var errNoDate = errors.New("it is no date")

// Serials of Excel that are read as days: from 1954-10-03 to 2119-01-12. Smaller and larger numbers
// are more likely something else.
const (
	firstSerial = 20000
	lastSerial  = 80000
)

// excelEpoch makes serial 60, the 29th of February 1900 that never was, disappear.
var excelEpoch = time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)

// Date reads a day, or a moment of a zone, in any usual spelling: 2026/1/5, 2026年1月5日, 20260105,
// 05-Jan-2026, 46027 (Excel's serial), with or without a time.
func Date(s string, order Order, zone *time.Location) (Day, error) {
	if len(s) > longestDate {
		return Day{}, errNoDate
	}
	text := strings.ToLower(Narrow(s))
	if text == "" {
		return Day{}, errNoDate
	}
	if at, ok, err := ofNumber(text, zone); ok || err != nil {
		return at, err
	}
	p, err := tokensOf(text)
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
	p, err := tokensOf(strings.ToLower(Narrow(s)))
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

// ofNumber reads what consists of digits alone: 20260105, a serial, Unix seconds or milliseconds, a year.
func ofNumber(text string, zone *time.Location) (Day, bool, error) {
	whole, part, _ := strings.Cut(text, ".")
	if !allDigits(whole) || part != "" && !allDigits(part) || len(whole) > 14 {
		return Day{}, false, nil
	}
	n, err := strconv.ParseInt(whole, 10, 64)
	if err != nil {
		return Day{}, false, nil
	}
	switch {
	case len(whole) == 5 && n >= firstSerial && n <= lastSerial:
		days, _ := strconv.ParseFloat(text, 64)
		at := excelEpoch.AddDate(0, 0, int(n))
		clock := time.Duration((days - float64(n)) * float64(24*time.Hour)).Round(time.Second)
		y, m, d := at.Date()
		return Day{Time: time.Date(y, m, d, 0, 0, 0, 0, zone).Add(clock), HasTime: part != "" && clock > 0}, true, nil
	case part != "":
		return Day{}, false, nil
	case len(whole) == 8:
		at, err := dateOf(whole[:4], whole[4:6], whole[6:], zone)
		return Day{Time: at}, err == nil, err
	case len(whole) == 14:
		at, err := time.ParseInLocation("20060102150405", whole, zone)
		return Day{Time: at, HasTime: true}, err == nil, wrong(err)
	case len(whole) == 13:
		return Day{Time: time.UnixMilli(n).In(zone), HasTime: true, HasZone: true}, true, nil
	case len(whole) == 10:
		return Day{Time: time.Unix(n, 0).In(zone), HasTime: true, HasZone: true}, true, nil
	case len(whole) == 6 && n >= 190001 && n <= 220012:
		at, err := dateOf(whole[:4], whole[4:], "1", zone)
		return Day{Time: at, NoDay: true}, err == nil, err
	case len(whole) == 4 && n >= 1900 && n <= 2200:
		at, err := dateOf(whole, "1", "1", zone)
		return Day{Time: at, NoDay: true, NoMonth: true}, err == nil, err
	}
	return Day{}, false, errNoDate
}

func wrong(err error) error {
	if err != nil {
		return errNoDate
	}
	return nil
}

// dateOf gives a date that the calendar has.
func dateOf(year, month, day string, zone *time.Location) (time.Time, error) {
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
func (p parts) day(order Order, zone *time.Location) (Day, error) {
	if p.zone != nil {
		zone = p.zone
	}
	day := Day{HasTime: p.hasTime, HasZone: p.zone != nil}
	orders, err := p.orders()
	if err != nil {
		return Day{}, err
	}
	day.Orders = orders
	use := orders[0]
	if len(orders) > 1 {
		if order == Undecided {
			return day, ErrOrder
		}
		use = order
	}
	numbers := p.numbers
	if p.month != "" {
		numbers = p.withMonth()
	}
	var year, month, date string
	switch {
	case len(numbers) == 1:
		year, month, date, day.NoDay, day.NoMonth = numbers[0], "1", "1", true, true
	case len(numbers) == 2:
		year, month, date, day.NoDay = numbers[0], numbers[1], "1", true
		if use == MDY {
			year, month = month, year
		}
	case use == YMD:
		year, month, date = numbers[0], numbers[1], numbers[2]
	case use == DMY:
		date, month, year = numbers[0], numbers[1], numbers[2]
	default:
		month, date, year = numbers[0], numbers[1], numbers[2]
	}
	at, err := dateOf(year, month, date, zone)
	if err != nil {
		return day, err
	}
	day.Time = at.Add(p.clock)
	if p.hasTime { // a day of 23 or 25 hours begins at its own midnight
		y, m, d := at.Date()
		day.Time = time.Date(y, m, d, 0, 0, 0, int(p.clock), zone)
	}
	return day, nil
}

// withMonth puts a month that was written in letters between day and year.
func (p parts) withMonth() []string {
	switch {
	case len(p.numbers) == 1:
		return []string{p.numbers[0], p.month}
	case len(p.numbers[0]) == 4:
		return []string{p.numbers[0], p.month, p.numbers[1]}
	}
	return []string{p.numbers[0], p.month, p.numbers[1]}
}

// orders says in which orders the numbers are a date.
func (p parts) orders() ([]Order, error) {
	n := p.numbers
	switch {
	case p.month != "" && len(n) == 2 && len(n[0]) == 4, p.month != "" && len(n) == 1 && len(n[0]) == 4:
		return []Order{YMD}, nil
	case p.month != "" && len(n) == 2:
		return []Order{DMY}, nil // also Jan 5, 2026: the month is put between
	case p.month != "" && len(n) == 1:
		return nil, ErrNoYear
	case p.month != "":
		return nil, errNoDate
	case len(n) == 1 && len(n[0]) == 4 && p.chinese:
		return []Order{YMD}, nil
	case len(n) == 2 && len(n[0]) == 4:
		return []Order{YMD}, nil
	case len(n) == 2 && len(n[1]) == 4:
		return []Order{MDY}, nil
	case len(n) == 2:
		return nil, ErrNoYear
	case len(n) != 3:
		return nil, errNoDate
	case len(n[0]) == 4 || p.chinese:
		return []Order{YMD}, nil
	}
	return p.numericOrders()
}

// numericOrders is for dates of three short numbers, or with the year last.
func (p parts) numericOrders() ([]Order, error) {
	n := p.numbers
	tries := map[Order][3]string{DMY: {n[2], n[1], n[0]}, MDY: {n[2], n[0], n[1]}}
	if len(n[2]) <= 2 && len(n[0]) == 2 {
		tries[YMD] = [3]string{n[0], n[1], n[2]}
	}
	if p.dots { // nobody writes the month first with dots
		delete(tries, MDY)
	}
	var orders []Order
	for _, o := range []Order{YMD, DMY, MDY} {
		try, has := tries[o]
		if !has {
			continue
		}
		if _, err := dateOf(try[0], try[1], try[2], time.UTC); err == nil {
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
