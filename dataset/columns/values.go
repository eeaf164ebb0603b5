package columns

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode"

	"github.com/creatorgraph/creatorgraph/dataset"
	"github.com/creatorgraph/creatorgraph/dataset/convert"
)

// values declares what words stand for: those of closed lists, and those that stand in place of numbers
// and dates.
func (p *proposal) values(c *candidate, column dataset.Column, said *Column) (notes []string) {
	r := p.reader(c.target, *said)
	switch column.Kind {
	case dataset.Choice, dataset.Choices:
		return choices(c, r, said)
	case dataset.Count, dataset.Money, dataset.Share, dataset.Date, dataset.Instant, dataset.Flag:
	default:
		return nil
	}
	odd := c.profile.otherScale(r)
	if c.wide == shareTarget && said.Unit == "%" {
		odd = p.fractionCells(c.index)
	}
	if len(odd) > 0 {
		said.Values = map[string]string{}
		for _, text := range odd {
			said.Values[text] = Undecided
		}
		return []string{fmt.Sprintf("values: %s would be %s in %s, unlike the others; write what it stands for", odd[0], r.read(odd[0]).text, said.Unit)}
	}
	words, broken := splitUnreadable(c.profile.unreadable(r))
	if len(words) > 0 && len(words) <= 8 {
		notes = declareWords(words, said)
	}
	if len(broken) > 0 {
		notes = append(notes, fmt.Sprintf("values that cannot be read, %d of them, such as %q: their rows will be refused", len(broken), shorten(broken[0])))
	}
	return notes
}

// otherScale gives plain numbers that are hardly in the column's unit, at most ten: 90000 among followers in 万, or a
// rebate of 0.15 among percentages.
func (e profile) otherScale(r reader) (odd []string) {
	if r.unit.zeros == 0 && !(r.unit.percent && r.target.Name == "rebate") {
		return nil
	}
	plain := map[string]float64{}
	var sorted []float64
	for _, text := range e.cells {
		if a, err := convert.Number(text, r.decimal); err == nil && !a.Scaled && !a.Percent && a.Float() > 0 {
			plain[text] = a.Float()
			sorted = append(sorted, a.Float())
		}
	}
	slices.Sort(sorted)
	for _, text := range sortedKeys(plain) {
		median := sorted[(len(sorted)-1)/2]
		amount := plain[text] * math.Pow10(r.unit.zeros)
		large := !r.unit.percent && (plain[text] >= 1000*median && amount >= leastDoubted || r.target.Name == "followers" && amount >= maxFollowers)
		if (large || r.unit.percent && plain[text] < 1) && len(odd) < 10 {
			odd = append(odd, text)
		}
	}
	return odd
}

// maxFollowers is more than any account has; below leastDoubted, the large stand beside the small.
const (
	maxFollowers = 1e9
	leastDoubted = 1e7
)

// splitUnreadable tells words, which may stand for a value, from values that are written wrongly.
func splitUnreadable(values []string) (words, broken []string) {
	for _, text := range values {
		if strings.ContainsFunc(text, unicode.IsDigit) || len(text) > 40 {
			broken = append(broken, text)
			continue
		}
		words = append(words, text)
	}
	return words, broken
}

// declareWords says what words in place of numbers and dates stand for: zero, or nothing that is known.
func declareWords(words []string, said *Column) (notes []string) {
	said.Values = map[string]string{}
	var unknown []string
	for _, w := range words {
		if said.Values[w] = zeroWords[w]; zeroWords[w] == "" {
			unknown = append(unknown, w)
		}
	}
	if len(unknown) == 0 {
		return nil
	}
	return []string{fmt.Sprintf("values: %s cannot be read and is taken as unknown; say what it stands for", strings.Join(unknown, ", "))}
}

// zeroWords are words for nothing that was paid.
var zeroWords = map[string]string{"免费": "0", "无偿": "0", "free": "0", "Free": "0", "赠送": "0", "免坑位": "0", "免坑": "0", "免坑位费": "0", "kostenlos": "0"}

func choices(c *candidate, r reader, said *Column) []string {
	said.Values = map[string]string{}
	var guesses, unknown []string
	for _, text := range sortedKeys(c.profile.counts) {
		elements := []string{text}
		if isList(r.target) {
			elements = convert.List(text, r.listSeparators())
		}
		for _, e := range elements {
			w, ok := wordFor(r.target.Name, e)
			if !ok {
				w, ok = wordWithin(r.target.Name, e)
			}
			switch {
			case slices.Contains(r.target.Choices, e) || said.Values[e] != "" || convert.IsMissing(e):
			case !ok && len(said.Values) < 40:
				said.Values[e] = Undecided
				unknown = append(unknown, e)
			case ok:
				said.Values[e] = w.code
				if w.ambiguous {
					guesses = append(guesses, e+" as "+w.code)
				}
			}
		}
	}
	if len(said.Values) == 0 {
		said.Values = nil
	}
	var looks []string
	if len(guesses) > 0 {
		looks = append(looks, "values: read "+strings.Join(guesses, ", ")+"?")
	}
	if len(unknown) > 0 {
		looks = append(looks, fmt.Sprintf("values: say which of %s stands for %s, or leave it empty for unknown",
			strings.Join(r.target.Choices, ", "), strings.Join(unknown, ", ")))
	}
	return looks
}
