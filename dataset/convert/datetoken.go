package convert

import (
	"strconv"
	"strings"
	"sync"
	"time"
	"unicode"
	"unicode/utf8"
)

// dateParts are the parts of a date's text.
type dateParts struct {
	numbers []string // of day, month and year, as they stand
	month   string   // the number of a month that was written in letters
	chinese bool     // the text has 年 or 月
	dotted  bool     // the numbers are separated by dots
	clock   time.Duration
	hasTime bool
	zone    *time.Location
}

var months = sync.OnceValue(monthNames)

// monthNames gives the numbers of months by their names in English and German and their short forms.
func monthNames() map[string]string {
	names := map[string]string{"sept": "9", "mär": "3", "mrz": "3", "maerz": "3", "mai": "5", "okt": "10", "dez": "12"}
	for m := time.January; m <= time.December; m++ {
		name := strings.ToLower(m.String())
		names[name], names[name[:3]] = strconv.Itoa(int(m)), strconv.Itoa(int(m))
	}
	for i, name := range strings.Fields("januar februar märz april mai juni juli august september oktober november dezember") {
		names[name] = strconv.Itoa(i + 1)
	}
	return names
}

// fillerWords are words that a date may hold and that mean nothing here.
var fillerWords = setOf(`周一 周二 周三 周四 周五 周六 周日 周天 星期一 星期二 星期三 星期四 星期五 星期六 星期日 星期天 礼拜一
	mon tue wed thu fri sat sun monday tuesday wednesday thursday friday saturday sunday tues thur thurs
	mo di mi do fr sa so of the at um uhr st nd rd th 号 日 起 止 前 后`)

// meridiems are the words for the halves of the day, with the hours that they add.
var meridiems = map[string]int{"am": 0, "a": 0, "上午": 0, "早上": 0, "凌晨": 0, "清晨": 0, "中午": 12, "pm": 12, "p": 12, "下午": 12, "晚上": 12, "晚": 12, "傍晚": 12}

// dateScanner splits a date's text into its parts.
type dateScanner struct {
	dateParts
	rest        string // what is still to be read
	separator   byte   // the character before the token
	meridiem    int    // the hours that a word such as 下午 adds
	hasMeridiem bool
}

// parseDateParts splits a date's text into its parts.
func parseDateParts(text string) (dateParts, error) {
	s := dateScanner{rest: text}
	for s.rest != "" {
		token, kind := nextToken(s.rest)
		if err := s.take(token, kind); err != nil {
			return dateParts{}, err
		}
	}
	if s.hasMeridiem && s.hasTime {
		s.clock = to24Hours(s.clock, s.meridiem)
	}
	return s.dateParts, nil
}

func (s *dateScanner) take(token string, kind tokenKind) error {
	if kind == digitToken && s.isTime() {
		return s.takeTime()
	}
	s.rest = s.rest[len(token):]
	switch kind {
	case digitToken:
		return s.takeNumber(token)
	case wordToken:
		return s.takeWord(token)
	}
	return s.takeSeparator(token)
}

// isTime says whether digits are the hours of a time, which follows at least two parts of a date.
func (s *dateScanner) isTime() bool {
	return len(s.numbers)+monthCount(s.month) >= 2 && clockLength(s.rest) > 0
}

func (s *dateScanner) takeTime() error {
	clock, zone, used, err := parseClock(s.rest)
	if err != nil {
		return err
	}
	s.clock, s.zone, s.hasTime = clock, zone, true
	s.rest = s.rest[used:]
	return nil
}

func (s *dateScanner) takeNumber(digits string) error {
	if len(s.numbers) == 3 {
		return errNoDate
	}
	s.numbers = append(s.numbers, digits)
	s.dotted = s.dotted || s.separator == '.'
	return nil
}

func (s *dateScanner) takeWord(word string) error {
	hours, isHalf := meridiems[word]
	month := months()[word]
	switch {
	case isHalf && (s.hasTime || len(s.numbers) >= 2):
		s.meridiem, s.hasMeridiem = hours, true
	case month != "" && s.month == "":
		s.month = month
	case word == "年" || word == "月":
		s.chinese = true
	case word == "t" && len(s.numbers) == 3: // before the time of ISO 8601
	case word == "utc" || word == "gmt" || word == "z" && s.hasTime:
		s.zone = time.UTC
	case !fillerWords[word]:
		return errNoDate
	}
	return nil
}

func (s *dateScanner) takeSeparator(sign string) error {
	if r, _ := utf8.DecodeRuneInString(sign); !strings.ContainsRune("-/.,;()", r) && !unicode.IsSpace(r) {
		return errNoDate
	}
	s.separator = sign[0]
	return nil
}

// to24Hours converts a time of the 12-hour clock.
func to24Hours(clock time.Duration, add int) time.Duration {
	hours := int(clock / time.Hour)
	switch {
	case add == 12 && hours < 12:
		return clock + 12*time.Hour
	case add == 0 && hours == 12:
		return clock - 12*time.Hour
	}
	return clock
}

func monthCount(month string) int {
	if month != "" {
		return 1
	}
	return 0
}

type tokenKind int

const (
	separatorToken tokenKind = iota
	digitToken
	wordToken
)

// nextToken gives a run of digits, a run of letters, or one other character. 年, 月, 日 and 号 are tokens of their own.
func nextToken(s string) (string, tokenKind) {
	first, size := utf8.DecodeRuneInString(s)
	kind := tokenKindOf(first)
	if kind == separatorToken {
		return s[:size], kind
	}
	if strings.ContainsRune("年月日号", first) {
		return s[:size], wordToken
	}
	end := len(s)
	for i, r := range s {
		if tokenKindOf(r) != kind || i > 0 && strings.ContainsRune("年月日号", r) {
			end = i
			break
		}
	}
	return s[:end], kind
}

func tokenKindOf(r rune) tokenKind {
	switch {
	case r >= '0' && r <= '9':
		return digitToken
	case unicode.IsLetter(r):
		return wordToken
	}
	return separatorToken
}

// clockLength counts the digits before a colon, 时 or 点; zero where no time begins here.
func clockLength(s string) int {
	begin := s[:min(len(s), 3)]
	i := len(begin) - len(strings.TrimLeft(begin, "0123456789"))
	if i == 0 || i == 3 {
		return 0
	}
	for _, sign := range []string{":", "时", "点"} {
		if strings.HasPrefix(s[i:], sign) {
			return i
		}
	}
	return 0
}

// parseClock reads hours, minutes, seconds and an offset from UTC, and says how many bytes they take.
func parseClock(s string) (clock time.Duration, zone *time.Location, used int, err error) {
	units := []time.Duration{time.Hour, time.Minute, time.Second}
	limits := []int{24, 59, 60}
	at := 0
	for i, unit := range units {
		n, length := number(s[at:])
		if length == 0 && i > 0 {
			break
		}
		if length == 0 || length > 2 || n > limits[i] {
			return 0, nil, 0, errNoDate
		}
		clock += time.Duration(n) * unit
		at += length
		sign := clockSeparatorLength(s[at:])
		at += sign
		if sign == 0 {
			break
		}
	}
	if clock > 24*time.Hour {
		return 0, nil, 0, errNoDate
	}
	if strings.HasPrefix(s[at:], ".") || strings.HasPrefix(s[at:], ",") { // fractions of a second
		_, length := number(s[at+1:])
		if fraction, err := strconv.ParseFloat("0."+s[at+1:at+1+length], 64); err == nil && length > 0 {
			clock += time.Duration(fraction * float64(time.Second)).Round(time.Millisecond)
			at += 1 + length
		}
	}
	zone, length := parseOffset(s[at:])
	return clock, zone, at + length, nil
}

// clockSeparatorLength is the length in bytes of the separator after hours, minutes or seconds.
func clockSeparatorLength(s string) int {
	for _, sign := range []string{":", "时", "点", "分", "秒"} {
		if strings.HasPrefix(s, sign) {
			return len(sign)
		}
	}
	return 0
}

func number(s string) (n, length int) {
	for length < len(s) && length < 9 && s[length] >= '0' && s[length] <= '9' {
		n = n*10 + int(s[length]-'0')
		length++
	}
	return n, length
}

// parseOffset reads an offset from UTC after a time: +08:00, +0800, utc+8. It gives nil and zero where there is none.
func parseOffset(s string) (zone *time.Location, length int) {
	rest := strings.TrimLeft(s, " ")
	rest = strings.TrimPrefix(strings.TrimPrefix(rest, "utc"), "gmt")
	if rest == "" || rest[0] != '+' && rest[0] != '-' {
		return nil, 0
	}
	hours, used := number(rest[1:])
	if used == 0 || used == 3 || used > 4 {
		return nil, 0
	}
	minutes := 0
	if used == 4 {
		hours, minutes = hours/100, hours%100
	}
	at := 1 + used
	if strings.HasPrefix(rest[at:], ":") {
		var more int
		minutes, more = number(rest[at+1:])
		at += 1 + more
	}
	if hours > 14 || minutes > 59 {
		return nil, 0
	}
	seconds := hours*3600 + minutes*60
	if rest[0] == '-' {
		seconds = -seconds
	}
	return time.FixedZone("", seconds), len(s) - len(rest) + at
}
