package spelling

import (
	"fmt"
	"hash/fnv"
	"strings"
)

const (
	// maxName is how many characters of a name are spelt: as many as a searched text may have.
	maxName = 200
	// maxSyllables is how many characters and words of a name are read in pinyin, and maxInner after how
	// many of them a searched text may begin. Names have two to eight; campaigns' up to twenty.
	maxSyllables, maxInner = 24, 12
	// maxRest is how many characters of what follows are kept.
	maxRest = 40
)

// endings of a whole form.
const (
	whole = "."
	heard = "'"
	inner = "_"
	key   = "#"
	title = "="
)

// Of gives the forms of an entity's name and handle, and its key: what the index of names holds of it, apart
// by spaces. Of a content it is only the whole title, as a hash, since titles are no names.
func Of(label, entityKey, name, handle string) string {
	if label == "Content" {
		return titleOf(Fold(name))
	}
	var f forms
	f.add(key + Fold(entityKey) + whole)
	words := parts(name)
	f.spell(words, whole)
	if handle != "" {
		f.spell(parts(handle), whole)
	}
	for _, way := range read(words) {
		f.read(way)
	}
	return strings.Join(f.all, " ")
}

func titleOf(folded string) string {
	h := fnv.New64a()
	h.Write([]byte(folded)) // a hash's Write never fails
	return title + fmt.Sprintf("%016x", h.Sum64())
}

type forms struct {
	all  []string
	seen map[string]bool
}

func (f *forms) add(form string) {
	if f.seen == nil {
		f.seen = map[string]bool{}
	}
	if !f.seen[form] {
		f.seen[form] = true
		f.all = append(f.all, form)
	}
}

// spell adds a name as it stands, and what follows each of its Han characters and words.
func (f *forms) spell(words []string, ending string) {
	text := []rune(strings.Join(words, ""))
	if len(text) == 0 {
		return
	}
	if len(text) <= maxName {
		f.add(string(text) + ending)
	} else {
		f.add(string(text[:maxName]))
	}
	at, begun := 0, 0
	for _, word := range words {
		before := false
		for i, r := range []rune(word) {
			han := len(readings(r)) > 0
			if at > 0 && (i == 0 || han || before) && begun < maxInner {
				f.rest(string(text[at:]))
				begun++
			}
			before = han
			at++
		}
	}
}

// read adds a name as it is read: in full, by initials, and what follows each syllable.
func (f *forms) read(way []syllable) {
	if len(way) > maxSyllables {
		f.add(joined(way[:maxSyllables]))
		f.add(initials(way[:maxSyllables]))
	} else {
		f.add(joined(way) + heard)
		f.add(initials(way) + heard)
	}
	for i := 1; i < min(len(way), maxInner+1); i++ {
		f.rest(joined(way[i:min(len(way), i+maxRest)]))
	}
}

func (f *forms) rest(text string) {
	runes := []rune(text)
	f.add(inner + string(runes[:min(len(runes), maxRest)]))
}
