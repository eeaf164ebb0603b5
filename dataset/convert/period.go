package convert

import (
	"errors"
	"regexp"
	"strings"
	"time"
)

// periodSigns stand between the first and the last day of a period, beside the hyphen.
var periodSigns = regexp.MustCompile(`\s*(?:至|到|~|—+|–|--|→|->|\s-\s|\sto\s)\s*`)

// Period splits a text that names a first and a last day, of which the last may be open or name no year:
// 2026.3.1-3.31, 2024年3月1日至长期. It gives false for any other text.
func Period(s string) (first, last string, ok bool) {
	if len(s) < 5 || len(s) > maxDateBytes || !strings.ContainsAny(s, "-至到~～—–→o") {
		return "", "", false
	}
	text := strings.ToLower(Narrow(s))
	if at := periodSigns.FindAllStringIndex(text, 2); len(at) == 1 {
		first, last = text[:at[0][0]], text[at[0][1]:]
	} else if first, last, ok = cutAtHyphen(text); !ok {
		return "", "", false
	}
	return first, last, mayBeDate(first) && (mayBeDate(last) || IsOpenEnded(last))
}

// cutAtHyphen cuts at the middle one of 1, 3 or 5 hyphens; of 3, both halves begin with a year.
func cutAtHyphen(text string) (first, last string, ok bool) {
	parts := strings.Split(text, "-")
	half := len(parts) / 2
	first, last = strings.Join(parts[:half], "-"), strings.Join(parts[half:], "-")
	switch len(parts) {
	case 2, 6:
		return first, last, true
	case 4:
		return first, last, len(parts[0]) == 4 && len(parts[2]) == 4
	}
	return "", "", false
}

// mayBeDate says whether a text is a date, if the year or the order of day and month is known.
func mayBeDate(text string) bool {
	_, err := Date(text, Undecided, time.UTC)
	return err == nil && !onlyYear(text) || errors.Is(err, ErrOrder) || errors.Is(err, ErrNoYear)
}

// onlyYear says whether a text is four digits, which 2026-03 begins with.
func onlyYear(text string) bool { return len(text) == 4 && allDigits(text) }
