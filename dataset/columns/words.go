package columns

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"github.com/creatorgraph/creatorgraph/dataset/convert"
)

//go:embed words.yaml
var wordsYAML []byte

// word is what a spelling stands for.
type word struct {
	code      string
	ambiguous bool // it may stand for another too
}

// vocabulary is words.yaml.
type vocabulary struct {
	words     map[string]map[string]word   // by column, then by spelling without case and spaces
	preferred map[string]map[string]string // by column, then by code: the first spelling
}

var lexicon = sync.OnceValue(loadWords)

func loadWords() vocabulary {
	var file map[string]map[string]string
	mustRead(wordsYAML, "words.yaml", &file)
	v := vocabulary{map[string]map[string]word{}, map[string]map[string]string{}}
	for column, codes := range file {
		v.words[column], v.preferred[column] = map[string]word{}, map[string]string{}
		for _, code := range sortedKeys(codes) {
			v.words[column][normalize(code)] = word{code: code}
			for i, s := range strings.Split(codes[code], "|") {
				spelling, guess := strings.CutPrefix(strings.TrimSpace(s), "~")
				v.words[column][normalize(spelling)] = word{code, guess}
				if i == 0 {
					v.preferred[column][code] = spelling
				}
			}
		}
	}
	return v
}

// wordFor gives the word of the import format that a column's value stands for.
func wordFor(column, value string) (word, bool) {
	w, ok := lexicon().words[column][normalize(value)]
	return w, ok
}

// wordWithin gives the word whose spelling, the longest, a value holds; it is a guess.
func wordWithin(column, value string) (found word, ok bool) {
	text, longest := normalize(value), 5 // two Chinese letters
	for _, spelling := range sortedKeys(lexicon().words[column]) {
		if len(spelling) > longest && strings.Contains(text, spelling) {
			found, ok, longest = word{lexicon().words[column][spelling].code, true}, true, len(spelling)
		}
	}
	return found, ok
}

// normalize is a name without what people vary: case, width, spaces and signs between its words.
func normalize(s string) string {
	s = strings.ToLower(convert.Narrow(s))
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(" \t\r\n_-:*·.'\"“”\u00A0\u3000", r) {
			return -1
		}
		return r
	}, s)
}

// sortedKeys gives a map's keys in order.
func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
