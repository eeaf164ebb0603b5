package compile

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// maxPhrase bounds a searched text, in characters.
const maxPhrase = 200

// phrase reads a text to search for.
func phrase(v any) (string, error) {
	text := strings.TrimSpace(fmt.Sprint(v))
	if n := utf8.RuneCountInString(text); n == 0 || n > maxPhrase {
		return "", &Error{What: fmt.Sprintf("text has %d characters", n),
			Remedy: fmt.Sprintf("give 1 to %d", maxPhrase)}
	}
	return text, nil
}

// signs mean something in the full-text index's query language.
const signs = `+-&|!(){}[]^"~*?:\\/`

// words makes of a text a query for the words in it, whatever they are: signs are escaped, and AND,
// OR and NOT become words by losing their capitals.
func words(v any) (string, error) {
	text, err := phrase(v)
	if err != nil {
		return "", err
	}
	var b strings.Builder
	for _, r := range strings.ToLower(text) {
		if strings.ContainsRune(signs, r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String(), nil
}
