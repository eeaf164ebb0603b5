package statements

import (
	"slices"
	"strings"
)

// These read a text byte by byte: commands check all statements at their start, and regular expressions took most of
// that time.

// body leaves out the head: full-line comments and block comments.
func body(text string) string {
	var kept strings.Builder
	for {
		before, rest, found := strings.Cut(text, "/*")
		kept.WriteString(before)
		if !found {
			break
		}
		_, text, _ = strings.Cut(rest, "*/")
		text = strings.TrimPrefix(text, "\n")
	}
	var lines strings.Builder
	for line := range strings.Lines(kept.String()) {
		if !strings.HasPrefix(strings.TrimSpace(line), "//") {
			lines.WriteString(line)
		}
	}
	return strings.TrimSpace(lines.String())
}

// unquoted puts 0 in the place of each text in quotes, so that what is in it is not taken for names.
func unquoted(text string) string {
	var kept strings.Builder
	for {
		at := strings.IndexAny(text, "'\"`")
		if at < 0 {
			break
		}
		end := strings.IndexByte(text[at+1:], text[at])
		if end < 0 {
			break
		}
		kept.WriteString(text[:at] + "0")
		text = text[at+1+end+1:]
	}
	return kept.String() + text
}

// Params gives the names of the parameters in a statement's text, sorted.
func Params(text string) []string {
	found := []string{}
	_, text, isMore := strings.Cut(unquoted(text), "$")
	for isMore {
		if name := text[:wordLength(text)]; name != "" {
			found = append(found, name)
		}
		_, text, isMore = strings.Cut(text, "$")
	}
	return sorted(found)
}

// keys gives the names at the top of a map of Cypher, sorted.
func keys(text string) []string {
	text = unquoted(text)
	found, depth := []string{}, 0
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '{', '[':
			depth++
		case '}', ']':
			depth--
		default:
			n := wordLength(text[i:])
			if depth == 1 && n > 0 && strings.HasPrefix(text[i+n:], ":") {
				found = append(found, text[i:i+n])
			}
			i += max(n-1, 0)
		}
	}
	return sorted(found)
}

// names says whether a text that holds no quotes names a variable.
func names(text, variable string) bool {
	for {
		at := strings.Index(text, variable)
		if at < 0 {
			return false
		}
		isBegun := at == 0 || !isWord(text[at-1])
		if isBegun && wordLength(text[at:]) == len(variable) {
			return true
		}
		text = text[at+len(variable):]
	}
}

// wordLength is how many bytes of a name a text begins with.
func wordLength(text string) int {
	n := 0
	for n < len(text) && isWord(text[n]) {
		n++
	}
	return n
}

func isWord(b byte) bool {
	return b == '_' || '0' <= b && b <= '9' || 'a' <= b && b <= 'z' || 'A' <= b && b <= 'Z'
}

func sorted(found []string) []string {
	slices.Sort(found)
	return slices.Compact(found)
}
