package convert

import (
	"errors"
	"strings"
)

var (
	yes = setOf(`是 有 对 真 已 y yes true t 1 √ ✓ ✔ ☑ ✅ ■ on 已认证 认证 已开通 已签约 独家 ja j wahr 是的 v verified exclusive 1.0`)
	no  = setOf(`否 无 没有 不 不是 非 假 未 n no false f 0 × x ✗ ✘ ☐ ❌ □ off 未认证 未开通 未签约 非独家 nein falsch 不是的 unverified non-exclusive 0.0`)
)

// Flag reads yes and no in Chinese and English, as words, letters, digits or ticks.
func Flag(s string) (bool, error) {
	word := strings.ToLower(Narrow(s))
	switch {
	case yes[word]:
		return true, nil
	case no[word]:
		return false, nil
	}
	return false, errors.New("it is neither yes nor no; write 是 or 否, yes or no")
}

// ListSeparators are the characters that separate the elements of a list.
const ListSeparators = "|/、,，;；\n\r"

// List splits a cell at any of the separators. It drops empty and repeated elements.
func List(s, signs string) []string {
	var list []string
	seen := map[string]bool{}
	for _, e := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(signs, r) }) {
		e = Clean(e)
		if e != "" && !seen[e] {
			list = append(list, e)
			seen[e] = true
		}
	}
	return list
}

// Key gives an identifier as it stands, and refuses a long number that a spreadsheet program has rounded.
func Key(s string) (string, error) {
	s = Clean(s)
	if IsRounded(s) {
		return "", errors.New("a spreadsheet program has rounded this number and its last digits are lost; " +
			"format the column as text and export it anew")
	}
	if digits, ok := strings.CutSuffix(s, ".0"); ok && allDigits(digits) {
		return digits, nil // a program has read the identifier as a number
	}
	return s, nil
}

// IsRounded says whether a number is written with an exponent, as spreadsheet programs write those of
// more than 11 digits: 6.8E+18.
func IsRounded(s string) bool {
	mantissa, exponent, ok := strings.Cut(strings.ToLower(s), "e+")
	if !ok || !allDigits(exponent) {
		return false
	}
	whole, part, _ := strings.Cut(mantissa, ".")
	if p, s, comma := strings.Cut(mantissa, ","); comma {
		whole, part = p, s
	}
	return allDigits(strings.TrimPrefix(whole, "-")) && (part == "" || allDigits(part))
}
