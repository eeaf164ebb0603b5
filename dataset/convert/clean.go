package convert

import (
	"strings"
	"unicode"

	"golang.org/x/text/width"
)

// Clean trims a cell's text: white space of any width, zero-width characters, and the wrappers ="680…" and '680… by which
// exports keep spreadsheet programs from reading a number.
func Clean(s string) string {
	s = strings.TrimFunc(s, isBlank)
	if inner, ok := strings.CutPrefix(s, `="`); ok && strings.HasSuffix(inner, `"`) {
		s = strings.TrimFunc(strings.TrimSuffix(inner, `"`), isBlank)
	}
	if digits, ok := strings.CutPrefix(s, "'"); ok && allDigits(digits) {
		return digits
	}
	return s
}

// isBlank says whether a character is white space or one of the zero-width characters that copying from pages and chats
// leaves behind.
func isBlank(r rune) bool {
	switch r {
	case '\u200B', '\u200C', '\u200E', '\u200F', '\u2060', '\uFEFF', '\u202A', '\u202C':
		return true
	}
	return unicode.IsSpace(r)
}

// Narrow cleans the text and folds full-width letters, digits and signs to ASCII.
func Narrow(s string) string {
	s = Clean(s)
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			return width.Fold.String(s)
		}
	}
	return s
}

// IsMissing says whether a cell stands for a missing value: empty, a dash, #N/A, 暂无 and the like.
func IsMissing(s string) bool {
	s = Clean(s)
	if s == "" {
		return true
	}
	if len(s) > maxMissingBytes {
		return false
	}
	return missingWords[strings.ToLower(Narrow(s))]
}

// IsFormulaError says whether a cell stands for a missing value because its formula failed. #N/A and #DIV/0! do not count: they are how
// formulas say that there is nothing.
func IsFormulaError(s string) bool {
	switch strings.ToLower(Clean(s)) {
	case "#ref!", "#value!", "#name?", "#num!", "#null!":
		return true
	}
	return false
}

const maxMissingBytes = 24 // bytes

var missingWords = setOf(`- -- --- — —— – / // \ * . .. … ? ?? _ ~ 、 #n/a #na #ref! #value! #div/0! #name? #null! #num!
	n/a n.a. na n\a nan null nil none (null) (空) (blank) undefined unknown tbd tba tbc
	无 暂无 暂无数据 没有 未知 不详 不明 未填 未填写 待定 待补充 待确认 未提供 未公开 未透露 空 无数据 缺失
	面议 议价 私聊 私信 询价 需询价 不接 不支持 不报价 未报价 暂无报价 待报价 k.a. unbekannt`)

// openEndWords are the words for an end date that is open.
var openEndWords = setOf(`长期 永久 永久有效 长期有效 无限期 无期限 不限 至今 今 现在 持续 持续中 进行中 合作中 在约 签约中 无固定期限 无到期日
	present current ongoing now forever permanent indefinite unlimited openended open-ended perpetual unbefristet
	∞`)

// IsOpenEnded says whether a cell stands for an open end date: 长期, present, the year 9999.
func IsOpenEnded(s string) bool {
	s = strings.ToLower(Narrow(s))
	return openEndWords[s] || strings.HasPrefix(s, "9999") || strings.HasPrefix(s, "2999") || strings.HasSuffix(s, "9999")
}

func setOf(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}

func allDigits(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}
