package convert

import (
	"cmp"
	"errors"
	"fmt"
	"math/big"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Decimal is the decimal separator of a number; other separators group its digits.
type Decimal byte

// The decimal separators. Comma is that of most of Europe: 1.234,56.
const (
	Point Decimal = '.'
	Comma Decimal = ','
)

// Amount is a number with its scale, percent sign and currency.
type Amount struct {
	Digits      string // canonical decimal digits: 12.3, -5, 0.5
	Exponent    int    // the power of ten by which Digits are multiplied: 4 for 万
	Scaled      bool   // the text names a scale such as 万 or k
	HasDecimals bool   // the text has decimals, even if they are zeros
	Percent     bool
	// Currency is the ISO 4217 code of the text's currency, such as CNY; empty without one.
	Currency string
}

// maxNumberBytes is the longest text that is parsed as a number.
const maxNumberBytes = 96

var errNoNumber = errors.New("it is no number")

// scales are the words for powers of ten, longest first where one begins another.
var scales = []struct {
	word  string
	zeros int
}{
	{"百万", 6}, {"千万", 7}, {"十万", 5}, {"kw", 7}, {"万", 4}, {"萬", 4}, {"亿", 8}, {"億", 8}, {"千", 3}, {"百", 2},
	{"million", 6}, {"mio.", 6}, {"mio", 6}, {"mn", 6}, {"mm", 6}, {"tsd.", 3}, {"tsd", 3}, {"bn", 9}, {"billion", 9}, {"thousand", 3},
	{"k", 3}, {"w", 4}, {"m", 6}, {"b", 9},
}

// currencies are the signs and words of currencies with their codes. ¥ stands for the yuan; a person declares yen.
var currencies = []struct{ word, code string }{
	{"人民币", "CNY"}, {"rmb", "CNY"}, {"cny", "CNY"}, {"cn¥", "CNY"}, {"¥", "CNY"}, {"元", "CNY"}, {"圆", "CNY"}, {"块钱", "CNY"}, {"块", "CNY"},
	{"us$", "USD"}, {"usd", "USD"}, {"hk$", "HKD"}, {"hkd", "HKD"}, {"nt$", "TWD"}, {"twd", "TWD"}, {"s$", "SGD"}, {"sgd", "SGD"}, {"$", "USD"}, {"€", "EUR"}, {"eur", "EUR"}, {"£", "GBP"}, {"gbp", "GBP"}, {"₩", "KRW"}, {"krw", "KRW"}, {"jpy", "JPY"},
}

// measureWords are the nouns of things counted (量词), which do not change the number.
var measureWords = []string{"人次", "人", "粉丝", "粉", "次", "个", "条", "篇", "个赞", "赞", "位", "名", "整", "followers", "views", "起", "以上", "左右"}

// remarks are what people write beside an amount on its terms, which do not change the number: 1.5万(含税), 裸价8000,
// 15000(含10%返点). What stands in parentheses without one of these words may be a unit and stays.
var (
	remarkInParentheses = regexp.MustCompile(`\((?:不含|未含|包含|含|未税|税前|税后|净价|裸价|非?报备|可议|可谈|一口价|单条|每条|每篇)[^()]*\)`)
	remarkBefore        = regexp.MustCompile(`^(?:不含税|未税|含税|税前|税后|净|裸|非?报备|一口)价?[:\s]*`)
	remarkBehind        = regexp.MustCompile(`[,\s]*(?:不含税|未税|含税|税前|税后|裸价|净价|非报备|报备|一口价|可议|可谈)$`)
)

// scaleInside is a scale with a last digit behind it: 1万5 is 1.5万.
var scaleInside = regexp.MustCompile(`^(\d+)([万萬w亿億])(\d)$`)

// withoutRemarks takes an amount's terms off, and moves a scale to the end.
func withoutRemarks(text string) string {
	if strings.ContainsAny(text, "含税价报可单每条篇口") {
		text = remarkInParentheses.ReplaceAllString(text, "")
		text = remarkBehind.ReplaceAllString(remarkBefore.ReplaceAllString(text, ""), "")
	}
	if rest, ok := strings.CutPrefix(text, "返"); ok && strings.HasSuffix(rest, "%") {
		text = strings.TrimLeft(rest, "点: ") // a rebate
	}
	if strings.ContainsAny(text, "万萬w亿億") {
		text = scaleInside.ReplaceAllString(text, "$1.$3$2")
	}
	return text
}

// aboutWords stand before a number that is not exact, or is the least of what is meant.
var aboutWords = []string{"约", "大约", "近", "~", "≈", "+", "超过", "超", ">=", "≥", ">"}

// Number parses a number with grouped digits, a scale, a currency or a percent sign. 10万+ is read as 10万, 约 and 含税
// are ignored; a range is an error.
func Number(s string, decimal Decimal) (Amount, error) {
	if len(s) > maxNumberBytes {
		return Amount{}, errNoNumber
	}
	text := withoutRemarks(strings.ToLower(Narrow(s)))
	var a Amount
	negative := false
	if inner, ok := strings.CutPrefix(text, "("); ok && strings.HasSuffix(inner, ")") {
		text, negative = inner[:len(inner)-1], true // accounting format of negative amounts
	}
	for _, about := range aboutWords {
		text = strings.TrimPrefix(text, about)
	}
	text = a.cutCurrency(text, strings.CutPrefix)
	if rest, ok := strings.CutPrefix(text, "-"); ok {
		text, negative = rest, !negative
		text = a.cutCurrency(text, strings.CutPrefix)
	}
	text = a.cutSuffixes(text)
	decimal = a.decimalOf(text, decimal)
	_, part, _ := cutDecimals(text, decimal)
	a.HasDecimals = allDigits(part)
	digits, zeros, err := parseDigits(text, decimal)
	if err != nil {
		return Amount{}, err
	}
	if negative && strings.Trim(digits, "0.") != "" {
		digits = "-" + digits
	}
	a.Digits, a.Exponent = digits, a.Exponent+zeros
	return a, nil
}

func (a *Amount) cutCurrency(text string, cut func(s, word string) (string, bool)) string {
	for _, c := range currencies {
		if rest, ok := cut(text, c.word); ok {
			a.Currency = c.code
			return strings.TrimFunc(rest, isBlank)
		}
	}
	return text
}

// cutSuffixes takes all units off the end: 1.2万元/条.
func (a *Amount) cutSuffixes(text string) string {
	if number, per, ok := strings.Cut(text, "/"); ok && number != "" && !strings.ContainsAny(per, "0123456789") {
		text = number // a price per piece
	}
	for {
		before := text
		text = strings.TrimRightFunc(text, func(r rune) bool { return isBlank(r) || r == '+' })
		text = a.cutCurrency(text, strings.CutSuffix)
		for _, c := range measureWords {
			text = strings.TrimSuffix(text, c)
		}
		if rest, ok := strings.CutSuffix(text, "%"); ok && !a.Percent {
			a.Percent, text = true, rest
		}
		for _, scale := range scales {
			if rest, ok := strings.CutSuffix(text, scale.word); ok && !a.Scaled && rest != "" {
				a.Scaled, a.Exponent, text = true, scale.zeros, rest
				break
			}
		}
		if text == before {
			return text
		}
	}
}

// parseDigits gives plain digits with a decimal point, and the exponent of 1.2e+05.
func parseDigits(text string, decimal Decimal) (digits string, zeros int, err error) {
	if mantissa, exponent, ok := strings.Cut(text, "e"); ok {
		zeros, err = strconv.Atoi(exponent)
		if err != nil || zeros > 30 || zeros < -30 {
			return "", 0, errNoNumber
		}
		text = mantissa
	}
	if text == "" {
		return "", 0, errNoNumber
	}
	whole, part, _ := cutDecimals(text, decimal)
	if whole == "" && part == "" || !digitsOrEmpty(part) {
		return "", 0, rangeError(text)
	}
	if whole, err = ungroup(whole, decimal); err != nil {
		return "", 0, rangeErrorOr(text, err)
	}
	digits = cmp.Or(strings.TrimLeft(whole, "0"), "0")
	if part = strings.TrimRight(part, "0"); part != "" {
		digits += "." + part
	}
	return digits, zeros, nil
}

// cutDecimals splits at the decimal separator. One that stands several times groups the digits instead.
func cutDecimals(text string, decimal Decimal) (whole, part string, found bool) {
	if strings.Count(text, string(decimal)) > 1 {
		return text, "", false
	}
	return strings.Cut(text, string(decimal))
}

// foreignDecimals is a number with the decimal separator of another country: one separator and one or two digits.
var foreignDecimals = regexp.MustCompile(`^\d+([.,])\d{1,2}$`)

// decimalOf gives the separator before a number's decimals. With a scale it is plain, whatever the other numbers have:
// in 1,2亿 and 98,7k nothing can be grouped.
func (a *Amount) decimalOf(text string, declared Decimal) Decimal {
	if a.Scaled {
		if m := foreignDecimals.FindStringSubmatch(text); m != nil {
			return Decimal(m[1][0])
		}
	}
	return declared
}

// groupSeparators are the characters that may separate groups of digits.
const groupSeparators = "., '’\u00A0\u202F，"

// ungroup removes the separators between groups of three digits (or of two and four, as in India and in Chinese).
func ungroup(whole string, decimal Decimal) (string, error) {
	if digitsOrEmpty(whole) {
		return whole, nil
	}
	at := strings.IndexAny(whole, groupSeparators)
	if at <= 0 {
		return "", errNoNumber
	}
	sign, _ := utf8.DecodeRuneInString(whole[at:])
	groups := strings.Split(whole, string(sign))
	end := len(groups) - 1
	for i, g := range groups[:end] {
		if !allDigits(g) || len(g) > 4 || i > 0 && len(g) < 2 {
			return "", errNoNumber
		}
	}
	last := groups[end]
	switch {
	case !digitsOrEmpty(last):
		return "", errNoNumber
	case len(last) == 3, len(last) == 4 && sign != rune(decimal):
		return strings.Join(groups, ""), nil
	}
	return "", groupingError(sign, decimal, len(last))
}

// groupingError says that a separator does not group three digits, so that it may be meant as the decimal separator.
func groupingError(sign rune, decimal Decimal, last int) error {
	switch {
	case sign == ',' && decimal == Point && last < 3:
		return errors.New(`the comma groups no three digits; if it stands before decimals, declare decimal: ","`)
	case sign == '.' && decimal == Comma:
		return errors.New(`the point groups no three digits; if it stands before decimals, declare decimal: "."`)
	}
	return errNoNumber
}

func digitsOrEmpty(s string) bool { return s == "" || allDigits(s) }

func rangeError(text string) error { return rangeErrorOr(text, errNoNumber) }

// rangeErrorOr gives the error of a range such as 5万-10万, and err for any other text.
func rangeErrorOr(text string, err error) error {
	for _, sign := range []string{"-", "~", "至", "到", "–", "—"} {
		low, high, ok := strings.Cut(text, sign)
		if ok && startsWithDigit(low) && startsWithDigit(strings.TrimFunc(high, isBlank)) {
			return errors.New("it is a range; write one number")
		}
	}
	return err
}

func startsWithDigit(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return r >= '0' && r <= '9'
}

// Whole gives the amount times a power of ten as a whole number, halves rounded away from zero: 2 turns yuan into fen, 0
// is for counts.
func (a Amount) Whole(zeros int) (string, error) {
	zeros += a.Exponent
	if a.Percent {
		return "", errors.New("it is a percentage and the column holds whole numbers")
	}
	digits, negative := strings.CutPrefix(a.Digits, "-")
	whole, part, _ := strings.Cut(digits, ".")
	if zeros < 0 || len(part) > zeros {
		return a.round(zeros)
	}
	whole = strings.TrimLeft(whole+part+strings.Repeat("0", zeros-len(part)), "0")
	if whole == "" {
		return "0", nil
	}
	if len(whole) > 19 {
		return "", fmt.Errorf("it is greater than any whole number that is kept")
	}
	if negative {
		return "-" + whole, nil
	}
	return whole, nil
}

// round rounds amounts that spreadsheets computed, such as 3333.333333.
func (a Amount) round(zeros int) (string, error) {
	value, err := a.rat(zeros)
	if err != nil {
		return "", err
	}
	half := big.NewRat(1, 2)
	if value.Sign() < 0 {
		half.Neg(half)
	}
	value.Add(value, half)
	return new(big.Int).Quo(value.Num(), value.Denom()).String(), nil
}

// Share gives the amount as a fraction of one: 0.35 for 35%, and for 35 where the column is in percent.
func (a Amount) Share(percent bool) (string, error) {
	zeros := 0
	if a.Percent || percent {
		zeros = -2
	}
	value, err := a.rat(zeros)
	if err != nil {
		return "", err
	}
	f, _ := value.Float64()
	return strconv.FormatFloat(f, 'f', -1, 64), nil
}

func (a Amount) rat(zeros int) (*big.Rat, error) {
	value, ok := new(big.Rat).SetString(a.Digits + "e" + strconv.Itoa(a.Exponent+zeros))
	if !ok {
		return nil, errNoNumber
	}
	return value, nil
}

// Float is the amount for comparisons; a percentage is its share of one.
func (a Amount) Float() float64 {
	zeros := 0
	if a.Percent {
		zeros = -2
	}
	value, err := a.rat(zeros)
	if err != nil {
		return 0
	}
	f, _ := value.Float64()
	return f
}
