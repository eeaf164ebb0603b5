package compile

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/creatorgraph/creatorgraph/graph/cypher"
	"github.com/creatorgraph/creatorgraph/graph/spelling"
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

// spelled are what a named statement may ask of a text to search for besides the text itself, by what is
// appended to the argument's name: queries of the full-text indexes, the text with blanks after it, and the text as the forms of
// names are folded.
var spelled = map[string]func(text string) any{
	"Names": filled(spelling.Names), "Words": filled(spelling.Words), "Near": filled(spelling.OneTypo), "Far": filled(spelling.TwoTypos),
	"Filled": func(text string) any { return cypher.Filled(text) }, "Folded": func(text string) any { return spelling.Fold(text) },
}

func filled(of func(text string) string) func(text string) any {
	return func(text string) any { return cypher.Filled(of(text)) }
}

// query reads a text to search for as a query.
func query(of func(text string) any) func(v any) (any, error) {
	return func(v any) (any, error) {
		text, err := phrase(v)
		if err != nil {
			return nil, err
		}
		return of(text), nil
	}
}

// phraseIn gives the argument that a statement's parameter is, and how its value is read.
func phraseIn(parameter string) (argument string, read func(v any) (any, error)) {
	for ending, of := range spelled {
		if argument, ok := strings.CutSuffix(parameter, ending); ok && argument != "" {
			return argument, query(of)
		}
	}
	return parameter, query(func(text string) any { return text })
}
