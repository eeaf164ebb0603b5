package columns

import (
	"cmp"
	"regexp"
	"strings"

	"github.com/creatorgraph/creatorgraph/dataset/convert"
)

// heading is a column's heading taken apart.
type heading struct {
	text  string   // as it stands
	whole string   // normal, with all it has
	bare  string   // normal, without units and other things in parentheses
	full  []string // normal, with what stands in parentheses put before or behind: 图文报价 for 报价(图文)
	parts []string // normal, where it stands in two rows or two languages; the best first
	unit  string   // that it names: yuan, fen, 万, 万元, %, k, m or an ISO 4217 code
}

// brackets are what units and remarks stand in.
var brackets = regexp.MustCompile(`[(\[【〔{]([^)\]】〕}]*)[)\]】〕}]`)

// unitSpellings are the spellings of units in headings, normal.
var unitSpellings = map[string]string{
	"元": "yuan", "¥": "yuan", "rmb": "yuan", "cny": "yuan", "人民币": "yuan", "yuan": "yuan", "元/条": "yuan", "¥/条": "yuan", "单位元": "yuan", "rmb元": "yuan", "元/篇": "yuan", "人民币元": "yuan", "含税元": "yuan", "元人民币": "yuan", "cny元": "yuan", "块": "yuan", "¥元": "yuan",
	"分": "fen", "fen": "fen", "单位分": "fen", "人民币分": "fen",
	"万元": "万元", "单位万元": "万元", "w元": "万元", "万rmb": "万元", "万人民币": "万元", "万¥": "万元",
	"千元": "千元", "k元": "千元",
	"万": "万", "w": "万", "单位万": "万", "万人": "万", "万次": "万", "万粉": "万", "单位w": "万", "in10k": "万", "10k": "万",
	"k": "k", "千": "k", "thousand": "k", "thousands": "k", "000s": "k", "千人": "k", "inthousands": "k", "000": "k", "tsd": "k",
	"m": "m", "million": "m", "millions": "m", "百万": "m", "inmillions": "m", "mio": "m",
	"亿": "亿", "亿次": "亿",
	"%": "%", "percent": "%", "百分比": "%", "pct": "%", "单位%": "%", "inprozent": "%",
	"$": "USD", "usd": "USD", "us$": "USD", "美元": "USD", "dollars": "USD",
	"€": "EUR", "eur": "EUR", "欧元": "EUR", "euro": "EUR", "£": "GBP", "gbp": "GBP", "英镑": "GBP",
	"hkd": "HKD", "hk$": "HKD", "港币": "HKD", "港元": "HKD", "twd": "TWD", "nt$": "TWD", "新台币": "TWD",
	"jpy": "JPY", "日元": "JPY", "円": "JPY", "krw": "KRW", "₩": "KRW", "sgd": "SGD", "chf": "CHF",
	"cents": "cents", "minorunits": "fen",
}

// parseHeading takes a heading apart.
func parseHeading(text string) heading {
	h := heading{text: text, whole: normalize(text)}
	narrow := convert.Narrow(text)
	for _, m := range brackets.FindAllStringSubmatch(narrow, -1) {
		if u := unitSpellings[normalize(m[1])]; u != "" {
			h.unit = u
			continue
		}
		for _, word := range strings.FieldsFunc(m[1], func(r rune) bool { return strings.ContainsRune(",，、;；:：/ ", r) }) {
			if u := unitSpellings[normalize(word)]; u != "" && h.unit == "" {
				h.unit = u
			}
		}
	}
	outside := brackets.ReplaceAllString(narrow, " ")
	outside = h.cutUnit(outside)
	h.bare = normalize(outside)
	for _, m := range brackets.FindAllStringSubmatch(narrow, -1) {
		if inside := normalize(m[1]); unitSpellings[inside] == "" {
			h.full = append(h.full, inside+h.bare, h.bare+inside)
		}
	}
	if group, own, ok := strings.Cut(outside, "/"); ok { // 报价 above 图文 is 图文报价
		h.parts = append(h.parts, normalize(own+group), normalize(group+own), normalize(own))
	}
	for _, part := range strings.FieldsFunc(outside, func(r rune) bool { return strings.ContainsRune("/|\n\r", r) }) {
		if p := normalize(part); p != h.bare && p != "" && !contains(h.parts, p) {
			h.parts = append(h.parts, p)
		}
	}
	if fields := strings.Fields(outside); len(fields) > 1 && strings.ContainsFunc(fields[0], chineseLetter) {
		h.parts = append(h.parts, normalize(fields[0]))
	}
	if cn, en := splitScripts(outside); cn != "" && en != "" {
		h.parts = append(h.parts, normalize(cn), normalize(en))
	}
	return h
}

// withoutPlatform gives a heading without the platform that it begins or ends with; false without one: followers for
// Instagram Followers.
func (h heading) withoutPlatform() (rest string, ok bool) {
	longest := 0
	for spelling := range lexicon().words["platforms"] {
		if len(spelling) < 4 || len(spelling) <= longest || spelling == h.bare {
			continue
		}
		if before, found := strings.CutPrefix(h.bare, spelling); found {
			rest, longest = before, len(spelling)
		} else if behind, found := strings.CutSuffix(h.bare, spelling); found {
			rest, longest = behind, len(spelling)
		}
	}
	return rest, longest > 0
}

// cutUnit takes a unit off that stands without parentheses: 粉丝数/万, 价格_元, Price in EUR, Share %, Preis €.
func (h *heading) cutUnit(text string) string {
	rest, unit := splitUnit(strings.TrimSpace(text))
	h.unit = cmp.Or(h.unit, unit)
	return rest
}

func splitUnit(text string) (rest, unit string) {
	for _, separator := range []string{"/", "_", "：", ":", "-", " in ", " ", "，", ","} {
		i := strings.LastIndex(text, separator)
		if i <= 0 {
			continue
		}
		unit := unitSpellings[normalize(text[i+len(separator):])]
		isWord := separator == " " && len(unit) == 1 && unit != "%" // a letter behind a space is a word
		if unit != "" && !isWord {
			return text[:i], unit
		}
	}
	return splitUnitSign(text)
}

func splitUnitSign(text string) (rest, unit string) {
	for _, sign := range []string{"%", "€", "$", "£"} {
		if rest, ok := strings.CutSuffix(text, sign); ok && rest != "" {
			return rest, unitSpellings[sign]
		}
	}
	return text, ""
}

func chineseLetter(r rune) bool { return r >= 0x2E80 }

// splitScripts gives the Chinese and the other words of a heading in both languages, 粉丝数 Followers.
func splitScripts(text string) (chinese, other string) {
	if !strings.ContainsAny(strings.TrimSpace(text), " \n\t_/|") {
		return "", ""
	}
	var c, o strings.Builder
	for _, r := range text {
		if chineseLetter(r) {
			c.WriteRune(r)
		} else {
			o.WriteRune(r)
		}
	}
	return strings.TrimSpace(c.String()), strings.TrimSpace(o.String())
}
