package cypher

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Kind is what a Token is.
type Kind int

// The kinds of tokens; spaces and comments are none.
const (
	Word   Kind = iota // a keyword or a name: letters, digits, underscores
	Quoted             // a name in backticks
	String             // a text in single or double quotes
	Number             // digits; letters that follow, as in 1e5, are a word of their own
	Sign               // any other single character
)

// Token is one piece of a statement.
type Token struct {
	Kind   Kind
	Text   string // as it stands there; of a Quoted the name without its backticks
	Line   int    // from 1
	Column int    // in characters, from 1

	start, end int // in bytes, from 0: where it stands
}

// Tokens splits a statement as Neo4j's lexer does. The error, an *Error, names a text or comment that
// does not end, a character that cannot be seen, and an escape (\u0043) that hides what could be written
// plainly: Neo4j puts the character in its place before it looks for quotes and keywords.
func Tokens(statement string) ([]Token, error) {
	if !utf8.ValidString(statement) {
		return nil, &Error{1, 1, "a statement that is not UTF-8", "send it as UTF-8"}
	}
	s := &scanner{text: statement, line: 1, column: 1}
	for s.at < len(s.text) {
		if err := s.next(); err != nil {
			return nil, err
		}
	}
	return s.tokens, nil
}

type scanner struct {
	text         string
	at           int // bytes
	line, column int
	tokens       []Token
}

// next takes one token, space or comment.
func (s *scanner) next() error {
	start := Token{Line: s.line, Column: s.column, start: s.at}
	r := s.peek()
	switch {
	case s.has("//"):
		return s.lineComment()
	case s.has("/*"):
		return s.blockComment(start)
	case r == '\'' || r == '"':
		return s.quotedText(start, r)
	case r == '`':
		return s.quotedName(start)
	}
	if err := s.visible(); err != nil {
		return err
	}
	if s.has(`\u`) {
		return &Error{s.line, s.column, "an escape outside of texts", "write the character itself"}
	}
	switch {
	case unicode.IsSpace(r):
		s.skip()
	case isDigit(r):
		s.take(start, Number, isDigit)
	case isName(r):
		s.take(start, Word, isName)
	default:
		s.skip()
		s.add(start, Sign, string(r))
	}
	return nil
}

func (s *scanner) peek() rune {
	r, _ := utf8.DecodeRuneInString(s.text[s.at:])
	return r
}

func (s *scanner) has(prefix string) bool { return strings.HasPrefix(s.text[s.at:], prefix) }

// skip goes one character on.
func (s *scanner) skip() rune {
	r, size := utf8.DecodeRuneInString(s.text[s.at:])
	s.at += size
	s.column++
	if r == '\n' {
		s.line, s.column = s.line+1, 1
	}
	return r
}

func (s *scanner) add(t Token, kind Kind, text string) {
	t.Kind, t.Text, t.end = kind, text, s.at
	s.tokens = append(s.tokens, t)
}

func (s *scanner) take(start Token, kind Kind, belongs func(rune) bool) {
	from := s.at
	for s.at < len(s.text) && belongs(s.peek()) {
		s.skip()
	}
	s.add(start, kind, s.text[from:s.at])
}

func (s *scanner) lineComment() error {
	for s.at < len(s.text) && s.peek() != '\n' {
		if err := s.visible(); err != nil {
			return err
		}
		if err := s.refuseEscape(); err != nil {
			return err
		}
		s.skip()
	}
	return nil
}

func (s *scanner) blockComment(start Token) error {
	s.skip()
	s.skip()
	for s.at < len(s.text) {
		if s.has("*/") {
			s.skip()
			s.skip()
			return nil
		}
		if err := s.visible(); err != nil {
			return err
		}
		if err := s.refuseEscape(); err != nil {
			return err
		}
		s.skip()
	}
	return &Error{start.Line, start.Column, "a comment that does not end", "close it with */"}
}

func (s *scanner) quotedText(start Token, quote rune) error {
	from := s.at
	s.skip()
	for s.at < len(s.text) {
		if err := s.refuseEscape(); err != nil {
			return err
		}
		switch s.skip() {
		case quote:
			s.add(start, String, s.text[from:s.at])
			return nil
		case '\\':
			if s.at < len(s.text) {
				s.skip()
			}
		}
	}
	return &Error{start.Line, start.Column, "a text that does not end", fmt.Sprintf("close it with %c", quote)}
}

// quotedName takes a name in backticks; a doubled one stands for itself.
func (s *scanner) quotedName(start Token) error {
	s.skip()
	var name strings.Builder
	for s.at < len(s.text) {
		if err := s.refuseEscape(); err != nil {
			return err
		}
		r := s.skip()
		if r == '`' && !s.has("`") {
			s.add(start, Quoted, name.String())
			return nil
		}
		if r == '`' {
			s.skip()
		}
		name.WriteRune(r)
	}
	return &Error{start.Line, start.Column, "a name that does not end", "close it with `"}
}

// refuseEscape refuses an escape that stands for an ASCII character, wherever it is.
func (s *scanner) refuseEscape() error {
	var code rune
	if !s.has(`\u`) {
		return nil
	}
	digits := strings.TrimLeft(s.text[s.at+1:], "u")
	if _, err := fmt.Sscanf(digits[:min(4, len(digits))], "%x", &code); err == nil && code >= 0x80 {
		return nil
	}
	return &Error{s.line, s.column, fmt.Sprintf("the escape %s", s.text[s.at:min(len(s.text), s.at+6)]),
		"write the character itself, or pass the text as a parameter"}
}

// visible refuses characters that cannot be seen, outside of texts: what a reader cannot see could end a
// comment for one program and not for another.
func (s *scanner) visible() error {
	r, size := utf8.DecodeRuneInString(s.text[s.at:])
	returns := r == '\r' && strings.HasPrefix(s.text[s.at+size:], "\n")
	if r == '\n' || r == '\t' || returns {
		return nil
	}
	if unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp, unicode.Co, unicode.Cs) {
		return &Error{s.line, s.column, fmt.Sprintf("the invisible character %U", r),
			"delete it, or write a space or a new line"}
	}
	return nil
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

func isName(r rune) bool {
	return r == '_' || unicode.In(r, unicode.L, unicode.Nl, unicode.Nd, unicode.Mn, unicode.Mc, unicode.Pc)
}

// Is says whether the token is a sign.
func (t Token) Is(sign string) bool { return t.Kind == Sign && t.Text == sign }

// IsWord says whether it is a word, whatever its case.
func (t Token) IsWord(upper string) bool { return t.Kind == Word && strings.EqualFold(t.Text, upper) }

// Names says whether it can be a name.
func (t Token) Names() bool { return t.Kind == Word || t.Kind == Quoted }

// Refuse makes the Error that refuses what begins at the token.
func (t Token) Refuse(what, remedy string) *Error { return &Error{t.Line, t.Column, what, remedy} }
