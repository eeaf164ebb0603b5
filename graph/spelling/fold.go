package spelling

import (
	"strings"
	"sync"
	"unicode"

	"github.com/longbridgeapp/opencc"
	"golang.org/x/text/unicode/norm"
)

// Fold gives a text as it is compared: in small letters, simplified characters and usual width, without
// accents, spaces and punctuation. A text of nothing but signs, such as an emoji, keeps these.
func Fold(text string) string { return strings.Join(parts(text), "") }

// parts gives the words of a text, folded: what stands between spaces and punctuation.
func parts(text string) []string {
	folded := fold(text)
	words := strings.FieldsFunc(folded, func(r rune) bool { return !spelt(r) })
	if len(words) == 0 {
		return strings.Fields(folded)
	}
	return words
}

// spelt says whether a character is part of how a name is spelt.
func spelt(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r) }

func fold(text string) string {
	if plain(text) {
		return strings.ToLower(text)
	}
	var b strings.Builder
	latin := false
	for _, r := range norm.NFD.String(strings.ToLower(norm.NFKC.String(text))) {
		if latin && unicode.Is(unicode.Mn, r) {
			continue
		}
		latin = unicode.Is(unicode.Latin, r)
		b.WriteRune(simplified(r))
	}
	return norm.NFC.String(b.String())
}

func plain(text string) bool {
	for i := range len(text) {
		if text[i] >= 0x80 {
			return false
		}
	}
	return true
}

// Han characters are looked up in a table of these bounds: the Unified Ideographs and their extension A.
// Those beyond are names' rarest and stay as they are.
const firstHan, lastHan = 0x3400, 0x9fff

// toSimplified is the simplified character of each, as OpenCC has it for single characters.
var toSimplified = sync.OnceValue(func() []rune {
	table := make([]rune, lastHan-firstHan+1)
	for i := range table {
		table[i] = firstHan + rune(i)
	}
	converter, err := opencc.New("t2s")
	if err != nil { // its tables are embedded: the tests would tell
		return table
	}
	for _, r := range table {
		if s, err := converter.Convert(string(r)); err == nil && len([]rune(s)) == 1 {
			table[r-firstHan] = []rune(s)[0]
		}
	}
	return table
})

func simplified(r rune) rune {
	if r < firstHan || r > lastHan {
		return r
	}
	return toSimplified()[r-firstHan]
}
