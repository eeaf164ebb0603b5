package server

import "strings"

// lexicalCounts counts the tokens of a document's text without parsing it.
type lexicalCounts struct {
	tokens, names, aliases, directives int
	nesting                            int // brackets of any kind open at once
}

// scan counts in one pass over the text, in constant memory. It runs before the parser, whose
// recursion follows the nesting: a megabyte of "{" would overflow the stack, which Go cannot recover
// from. Of a document that parses, no count is too low; see FuzzScan.
func scan(text string) lexicalCounts {
	var c lexicalCounts
	open, parens := 0, 0
	for i := 0; i < len(text); {
		switch b := text[i]; {
		case b == ' ' || b == '\t' || b == '\n' || b == '\r' || b == ',':
			i++
			continue
		case b == '#':
			i += lineLength(text[i:])
			continue
		case b == '"':
			i += stringLength(text[i:])
		case isNameByte(b):
			i += nameLength(text[i:])
			if parens == 0 {
				c.names++
			}
		default:
			i++
			switch b {
			case '{', '[', '(':
				open++
				c.nesting = max(c.nesting, open)
			case '}', ']', ')':
				open = max(open-1, 0)
			case '@':
				c.directives++
			}
			switch {
			case b == '(':
				parens++
			case b == ')':
				parens = max(parens-1, 0)
			case b == ':' && parens == 0:
				c.aliases++
			}
		}
		c.tokens++
	}
	return c
}

func lineLength(s string) int {
	if n := strings.IndexAny(s, "\n\r"); n >= 0 {
		return n
	}
	return len(s)
}

func nameLength(s string) int {
	n := 1
	for n < len(s) && isNameByte(s[n]) {
		n++
	}
	return n
}

func isNameByte(b byte) bool {
	return b == '_' || 'a' <= b && b <= 'z' || 'A' <= b && b <= 'Z' || '0' <= b && b <= '9'
}

// stringLength measures the string or block string that s begins with; one that does not end takes
// its line, or all the rest of a block.
func stringLength(s string) int {
	if strings.HasPrefix(s, `"""`) {
		return blockLength(s)
	}
	for i := 1; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case '\n', '\r':
			return i
		case '"':
			return i + 1
		}
	}
	return len(s)
}

func blockLength(s string) int {
	for i := 3; i < len(s); i++ {
		switch {
		case strings.HasPrefix(s[i:], `\"""`):
			i += 3
		case strings.HasPrefix(s[i:], `"""`):
			return i + 3
		}
	}
	return len(s)
}

// limitChecks pairs each count with its limit.
func (c lexicalCounts) limitChecks(l *Limits) [5]limitCheck {
	return [...]limitCheck{
		{c.nesting, l.Nesting, "brackets within brackets", "nest less deeply"},
		{c.tokens, l.Tokens, "tokens", "pass values as variables or ask in several requests"},
		{c.aliases, l.Aliases, "aliases", "ask for several things in several requests or by a list field such as nodes(ids: …)"},
		{c.directives, l.Directives, "directives", "use fewer directives"},
		{c.names, l.Names, "names of fields and fragments", "ask for less at once"},
	}
}

// nestsDeeperThan says whether a variable's value nests lists and objects more than most deep.
func nestsDeeperThan(value any, most int) bool {
	if most < 0 {
		return true
	}
	switch v := value.(type) {
	case map[string]any:
		for _, inner := range v {
			if nestsDeeperThan(inner, most-1) {
				return true
			}
		}
	case []any:
		for _, inner := range v {
			if nestsDeeperThan(inner, most-1) {
				return true
			}
		}
	}
	return false
}
