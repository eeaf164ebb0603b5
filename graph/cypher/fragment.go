package cypher

import (
	"slices"
	"strings"
)

// Fragment is a statement, or clauses of one, that was written by hand. It is kept as it is; only its parameters may
// be bound to expressions.
type Fragment struct {
	source     string
	pieces     []piece
	parameters []string // each once, in order of appearance
	patterns   int
	bound      map[string]Expr
}

// piece is a part of a fragment: text, which may be that of a parameter, or the end of a line.
type piece struct {
	from, to  int // bytes of the source
	parameter string
	ends      bool
}

// Parse reads a statement's tokens. It refuses what Tokens does.
func Parse(text string) (*Fragment, error) {
	tokens, err := Tokens(text)
	if err != nil {
		return nil, err
	}
	f := &Fragment{source: text}
	at := 0 // bytes
	for i, t := range tokens {
		before, after := Token{}, Token{}
		if i > 0 {
			before = tokens[i-1]
		}
		if i+1 < len(tokens) {
			after = tokens[i+1]
		}
		if before.Is("$") && t.canFollowDollar() {
			f.pieces = append(f.pieces, piece{from: at, to: t.end, parameter: t.Text})
			at = t.end
			if !slices.Contains(f.parameters, t.Text) {
				f.parameters = append(f.parameters, t.Text)
			}
			continue
		}
		f.between(at, t.start)
		if at = t.start; t.Is("$") && after.canFollowDollar() {
			continue
		}
		at = t.end
		f.text(t.start, t.end)
		if t.IsWord("MATCH") && !before.Is(".") && !before.Is(":") && !after.Is(":") {
			f.patterns++
		}
	}
	f.between(at, len(text))
	return f, nil
}

// canFollowDollar says whether a token after a dollar sign is a parameter's name.
func (t Token) canFollowDollar() bool { return t.Names() || t.Kind == Number }

// between takes spaces and comments, whose ends of lines are the fragment's.
func (f *Fragment) between(from, to int) {
	for i, line := range strings.Split(f.source[from:to], "\n") {
		if i > 0 {
			f.pieces = append(f.pieces, piece{ends: true})
			from++
		}
		f.text(from, from+len(line))
		from += len(line)
	}
}

// text adds what is no parameter to the piece before, if that is none either.
func (f *Fragment) text(from, to int) {
	last := len(f.pieces) - 1
	switch {
	case from == to:
	case last >= 0 && !f.pieces[last].ends && f.pieces[last].parameter == "":
		f.pieces[last].to = to
	default:
		f.pieces = append(f.pieces, piece{from: from, to: to})
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
		value := f.bound[one.parameter]
		switch {
		case one.ends:
			p.line()
		case one.parameter != "" && value != nil:
			p.expr(value, atom)
		default:
			p.write(f.source[one.from:one.to])
		}
	}
}
