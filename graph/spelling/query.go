package spelling

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// What a hit is worth in search/ranked.cypher: thirty-seconds tell the way in which it fits, what is left is the
// band of popularity. Every clause has a score that is always the same (which is why they are patterns, not
// words), so that what scores best comes first in the statement's order as well.
const (
	bands = " marks:ba* marks:bb*^2 marks:bc*^4 marks:bd*^8 marks:be*^16"
	// within is a name that holds the text where a character, syllable or word begins, begins one that
	// begins with it, asRead one that is read so, same one that is it.
	within, begins, asRead, same = 32, 64, 128, 256
	// named is whatever is found by more than a title.
	named = " marks:named*^32"
	// nothing fits no entity.
	nothing = "marks:nothing"
	// maxWords bounds the words of a text that are looked for in texts.
	maxWords = 32
)

// dropped are the words that the analyzer of entity_text leaves out of texts: Lucene's for Chinese, Japanese
// and Korean. They are looked for in names alone.
var dropped = strings.Fields("a and are as at be but by for if in into is it no not of on or s such t that the " +
	"their then there these they this to was will with www")

// Names gives the query of the index entity_spelt for names, handles, keys and titles that fit a text.
func Names(text string) string {
	folded := Fold(text)
	typed := typings(text, folded)
	starts := typed
	if !slices.Contains(typed, folded) {
		starts = append([]string{folded}, typed...)
	}
	return fmt.Sprintf("+(%s^%d %s^%d %s^%d %s^%d %s^%d)%s",
		regexp("", []string{folded}, whole, ""), same,
		regexp("", []string{key + folded + whole, titleOf(folded)}, "", ""), same+begins+within,
		regexp("", typed, heard, ""), asRead,
		regexp("", starts, "", ".*"), begins,
		regexp(inner+"?", starts, "", ".*"), within, bands)
}

// typings are the ways in which a text may stand for a name in pinyin or by initials: itself when it is in
// no Han characters, as it is read when it is in both. One in Han characters alone means these.
func typings(text, folded string) []string {
	var all []string
	mixed := false
	for _, r := range folded {
		mixed = mixed || unicode.IsLetter(r) && len(readings(r)) == 0
	}
	ways := read(parts(text))
	if len(ways) == 0 {
		return []string{folded}
	}
	for _, way := range ways {
		if mixed {
			all = append(all, joined(way))
		}
	}
	return all
}

// Whole gives the query of the index entity_spelt for what has one of some texts as its name, handle or key, however
// written.
func Whole(texts []string) string {
	var clauses []string
	for _, text := range texts {
		folded := Fold(text)
		if folded == "" || len([]rune(folded)) > maxName {
			continue
		}
		clauses = append(clauses, "spelt:"+quote(folded+whole), "spelt:"+quote(key+folded+whole))
	}
	if len(clauses) == 0 {
		return "+" + nothing
	}
	return "+(" + strings.Join(clauses, " ") + ")^0" + bands
}

// regexp is a clause for terms in one of some forms; one without forms fits nothing.
func regexp(before string, texts []string, ending, after string) string {
	if len(texts) == 0 {
		return nothing
	}
	var quoted []string
	for _, text := range texts {
		quoted = append(quoted, quote(text+ending))
	}
	return "spelt:/" + before + "(" + strings.Join(quoted, "|") + ")" + after + "/"
}

// quote puts a backslash before all that could mean something in a regular expression of Lucene's.
func quote(text string) string {
	var b strings.Builder
	for _, r := range text {
		if !unicode.IsLetter(r) && !unicode.IsNumber(r) && !unicode.IsMark(r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// Words gives the query of the index entity_text for what has all of a text's words in name, handle or bio.
// Contents, of which only titles are searched, are worth less than all others.
func Words(text string) string {
	words := strings.FieldsFunc(strings.ToLower(norm.NFKC.String(text)), func(r rune) bool { return !spelt(r) })
	words = slices.DeleteFunc(words, func(word string) bool { return slices.Contains(dropped, word) })
	if len(words) == 0 {
		return "+" + nothing
	}
	var b strings.Builder
	for _, word := range words[:min(len(words), maxWords)] {
		b.WriteString(" +(" + inTexts(word))
		if other := fold(word); other != word {
			b.WriteString(" " + inTexts(other))
		}
		b.WriteString(")")
	}
	return "+(" + b.String() + ")^0" + named + bands
}

func inTexts(word string) string {
	return fmt.Sprintf(`name:"%[1]s" handle:"%[1]s" bio:"%[1]s"`, word)
}

// The shortest texts in which a typo, and two, are forgiven: what is shorter would be anything.
const shortestNear, shortestFar = 3, 6

// OneTypo gives the query of the index entity_spelt for names that are a text but for one letter too many,
// too few, wrong or swapped, and for those that a Chinese text is read as. TwoTypos forgives two letters.
func OneTypo(text string) string { return fuzzy(text, 1, shortestNear) }

// TwoTypos is OneTypo with two letters.
func TwoTypos(text string) string { return fuzzy(text, 2, shortestFar) }

func fuzzy(text string, letters, shortest int) string {
	folded := Fold(text)
	forms := []string{folded}
	ways := read(parts(text))
	if len(ways) > 0 {
		forms = nil
	}
	var clauses []string
	for _, way := range ways {
		forms = append(forms, joined(way))
		if letters == 1 {
			clauses = append(clauses, regexp("", []string{joined(way)}, "", ".*"))
		}
	}
	for _, form := range forms {
		if utf8.RuneCountInString(form) < shortest || len([]rune(form)) > maxName {
			continue
		}
		for _, ending := range []string{whole, heard} {
			clauses = append(clauses, fmt.Sprintf("spelt:%s~%d", quote(form)+ending, letters))
		}
	}
	if len(clauses) == 0 {
		return "+" + nothing
	}
	return "+(" + strings.Join(clauses, " ") + ")^0" + bands
}
