package limit

import (
	"bytes"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"
)

// LoneSurrogate is where a JSON text escapes half a surrogate pair, such as \ud83d, which decoders replace by another character
// without a word; −1 if it does not.
func LoneSurrogate(text []byte) int {
	for at := 0; ; {
		i := bytes.IndexByte(text[at:], '\\')
		if at += i; i < 0 || at+1 >= len(text) {
			return -1
		}
		if text[at+1] != 'u' {
			at += 2
			continue
		}
		first := escapedUnit(text[at:])
		if !utf16.IsSurrogate(first) {
			at += 2
			continue
		}
		if utf16.DecodeRune(first, escapedUnit(text[at+6:])) == utf8.RuneError {
			return at
		}
		at += 12
	}
}

// escapedUnit is the UTF-16 code unit of an escape such as \ud83d; −1 for none.
func escapedUnit(text []byte) rune {
	if len(text) < 6 || text[0] != '\\' || text[1] != 'u' {
		return -1
	}
	n, err := strconv.ParseUint(string(text[2:6]), 16, 32)
	if err != nil {
		return -1
	}
	return rune(n)
}
