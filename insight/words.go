package insight

import (
	"slices"
	"unicode"
)

// WordBuckets is how many numbers words are hashed to (feature hashing: Weinberger and others, 2009).
const WordBuckets = 4096

// MostWords is how many different words of one creator are kept; later ones only count where they are known.
const MostWords = 160

// Word is how often a hashed word was used.
type Word struct {
	Bucket uint16
	Count  uint16
}

// AddWords counts the words of a text in a list ordered by bucket: words between spaces and marks, and of
// writing without spaces each two neighbouring signs.
func AddWords(words []Word, text string) []Word {
	var run []rune // of one kind of writing
	joined := false
	flush := func() {
		words = addRun(words, run, joined)
		run = run[:0]
	}
	for _, r := range text {
		is := unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai)
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) {
			flush()
			continue
		}
		if is != joined {
			flush()
			joined = is
		}
		run = append(run, unicode.ToLower(r))
	}
	flush()
	return words
}

func addRun(words []Word, run []rune, joined bool) []Word {
	if !joined || len(run) < 3 {
		if len(run) == 0 {
			return words
		}
		return addWord(words, Bucket(string(run)))
	}
	for i := range run[1:] {
		words = addWord(words, Bucket(string(run[i:i+2])))
	}
	return words
}

func addWord(words []Word, bucket uint16) []Word {
	at, there := slices.BinarySearchFunc(words, bucket, func(w Word, b uint16) int { return int(w.Bucket) - int(b) })
	if there {
		if words[at].Count < 1<<16-1 {
			words[at].Count++
		}
		return words
	}
	if len(words) >= MostWords {
		return words
	}
	return slices.Insert(words, at, Word{bucket, 1})
}

// Bucket hashes a word (FNV-1a, 64 bits).
func Bucket(word string) uint16 {
	h := uint64(14695981039346656037)
	for i := range len(word) {
		h = (h ^ uint64(word[i])) * 1099511628211
	}
	return uint16((h ^ h>>32) % WordBuckets)
}

// MergeWords adds the counts of one list to another; both are ordered by bucket.
func MergeWords(words, more []Word) []Word {
	for _, w := range more {
		at, there := slices.BinarySearchFunc(words, w.Bucket, func(x Word, b uint16) int { return int(x.Bucket) - int(b) })
		switch {
		case there:
			words[at].Count = uint16(min(1<<16-1, int(words[at].Count)+int(w.Count)))
		case len(words) < MostWords:
			words = slices.Insert(words, at, w)
		}
	}
	return words
}
