package cypher

import (
	"slices"
	"strings"
)

// Fragment is a statement, or clauses of one, that was written by hand. It is kept as it is; only its parameters may
// be bound to expressions.
type Fragment struct {
	pieces     []piece
	parameters []string // each once, in order of appearance
	patterns   int
	bound      map[string]Expr
}

// piece is a part of a fragment: a parameter, the end of a line, or text.
type piece struct {
	text, parameter string
	ends            bool
}

// Parse reads a statement's tokens. It refuses what Tokens does.
func Parse(text string) (*Fragment, error) {
	tokens, err := Tokens(text)
	if err != nil {
		return nil, err
	}
	f := &Fragment{}
	at := 0 // bytes
	for i, t := range tokens {
		before, after := Token{}, Token{}
		if i > 0 {
			before = tokens[i-1]
		}
		if i+1 < len(tokens) {
			after = tokens[i+1]
		}
		f.between(text[at:t.start])
		at = t.end
		switch {
		case t.Is("$") && after.canFollowDollar():
		case before.Is("$") && t.canFollowDollar():
			f.pieces = append(f.pieces, piece{parameter: t.Text})
			if !slices.Contains(f.parameters, t.Text) {
				f.parameters = append(f.parameters, t.Text)
			}
		default:
			if t.IsWord("MATCH") && !before.Is(".") && !before.Is(":") && !after.Is(":") {
				f.patterns++
			}
			f.text(text[t.start:t.end])
		}
	}
	f.between(text[at:])
	return f, nil
}

// canFollowDollar says whether a token after a dollar sign is a parameter's name.
func (t Token) canFollowDollar() bool { return t.Names() || t.Kind == Number }

// between takes spaces and comments, whose ends of lines are the fragment's.
func (f *Fragment) between(text string) {
	for i, line := range strings.Split(text, "\n") {
		if i > 0 {
			f.pieces = append(f.pieces, piece{ends: true})
		}
		f.text(line)
	}
}

func (f *Fragment) text(text string) {
	last := len(f.pieces) - 1
	switch {
	case text == "":
	case last >= 0 && f.pieces[last].text != "":
		f.pieces[last].text += text
	default:
		f.pieces = append(f.pieces, piece{text: text})
	}
}

// Parameters gives the names of the fragment's own parameters, each once, in order of appearance.
func (f *Fragment) Parameters() []string { return f.parameters }

// Bind gives the fragment with expressions in the place of some of its parameters.
func (f *Fragment) Bind(parameters map[string]Expr) *Fragment {
	bound := *f
	bound.bound = parameters
	return &bound
}

func (f *Fragment) clause() {}

// value is what stands in the place of a parameter.
func (f *Fragment) value(parameter string) Expr {
	if e := f.bound[parameter]; e != nil {
		return e
	}
	return Parameter(parameter)
}

func (f *Fragment) children(visit func(Node)) {
	for _, name := range f.parameters {
		visit(f.value(name))
	}
}

func (f *Fragment) print(p *printer) {
	for _, one := range f.pieces {
		switch {
		case one.ends:
			p.line()
		case one.parameter != "":
			p.expr(f.value(one.parameter), atom)
		default:
			p.write(one.text)
		}
	}
}
