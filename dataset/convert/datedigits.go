package convert

import (
	"math"
	"strconv"
	"strings"
	"time"
)

// numericFormat is a format of dates that consist of digits alone.
type numericFormat struct {
	least, most int64
	fractions   bool // decimals may follow
	read        func(text string, n int64, zone *time.Location) (Day, error)
}

// numericFormats are the formats by their number of digits. Excel's serial numbers are read as days from 1954-10-03 to
// 2119-01-12; smaller and larger numbers are more likely something else.
var numericFormats = map[int]numericFormat{
	4:  {least: 1900, most: 2200, read: yearDigits},
	5:  {least: 20000, most: 80000, fractions: true, read: excelSerial},
	6:  {least: 190001, most: 220012, read: monthDigits},
	8:  {most: math.MaxInt64, read: dayDigits},
	10: {most: math.MaxInt64, read: unixSeconds},
	13: {most: math.MaxInt64, read: unixMillis},
	14: {most: math.MaxInt64, read: secondDigits},
}

// parseNumericDate parses a date of digits alone: 20260105, an Excel serial number, Unix seconds or milliseconds, a year.
// It gives false for a text that may be a date in another format.
func parseNumericDate(text string, zone *time.Location) (Day, bool, error) {
	whole, part, _ := strings.Cut(text, ".")
	if !allDigits(whole) || !digitsOrEmpty(part) || len(whole) > 14 {
		return Day{}, false, nil
	}
	n, err := strconv.ParseInt(whole, 10, 64)
	form, isForm := numericFormats[len(whole)]
	isForm = isForm && err == nil && n >= form.least && n <= form.most
	switch {
	case part != "" && !(isForm && form.fractions): // 5.6 and 12.2025 are no numbers
		return Day{}, false, nil
	case !isForm:
		return Day{}, true, errNoDate
	}
	day, err := form.read(text, n, zone)
	return day, true, err
}

func yearDigits(text string, _ int64, zone *time.Location) (Day, error) {
	at, err := calendarDay([3]string{text[:4], "1", "1"}, zone)
	return Day{Time: at, NoDay: true, NoMonth: true}, err
}

func monthDigits(text string, _ int64, zone *time.Location) (Day, error) {
	at, err := calendarDay([3]string{text[:4], text[4:6], "1"}, zone)
	return Day{Time: at, NoDay: true}, err
}

func dayDigits(text string, _ int64, zone *time.Location) (Day, error) {
	at, err := calendarDay([3]string{text[:4], text[4:6], text[6:8]}, zone)
	return Day{Time: at}, err
}

func secondDigits(text string, _ int64, zone *time.Location) (Day, error) {
	at, err := time.ParseInLocation("20060102150405", text[:14], zone)
	if err != nil {
		return Day{}, errNoDate
	}
	return Day{Time: at, HasTime: true}, nil
}

func unixSeconds(_ string, n int64, zone *time.Location) (Day, error) {
	return Day{Time: time.Unix(n, 0).In(zone), HasTime: true, HasZone: true}, nil
}

func unixMillis(_ string, n int64, zone *time.Location) (Day, error) {
	return Day{Time: time.UnixMilli(n).In(zone), HasTime: true, HasZone: true}, nil
}

// excelEpoch is two days before 1900-01-01: Excel counts from 1 and has a 29th of February 1900, serial number 60.
var excelEpoch = time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)

// excelSerial reads Excel's serial number of a day; its fraction is the time.
func excelSerial(text string, n int64, zone *time.Location) (Day, error) {
	days, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return Day{}, errNoDate
	}
	clock := time.Duration((days - float64(n)) * float64(24*time.Hour)).Round(time.Second)
	y, m, d := excelEpoch.AddDate(0, 0, int(n)).Date()
	return Day{Time: time.Date(y, m, d, 0, 0, 0, 0, zone).Add(clock), HasTime: clock > 0}, nil
}
