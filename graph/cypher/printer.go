package cypher

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// listWidth is how many characters the items of a list may have on one line.
const listWidth = 80

// Print writes a statement, a part of one or an expression: a clause a line, two spaces for each level of braces.
func Print(n Node) string {
	p := printer{}
	n.print(&p)
	return string(p.out)
}

type printer struct {
	out    []byte
	depth  int  // of the indentation
	inline int  // how many that want one line enclose what is printed
	trying bool // whether it fits on one line
	failed bool // it does not
}

func (p *printer) write(parts ...string) {
	for _, part := range parts {
		p.out = append(p.out, part...)
	}
}

func (p *printer) number(n int) { p.out = strconv.AppendInt(p.out, int64(n), 10) }

// separate writes what stands before all items but the first.
func (p *printer) separate(i int, by string) {
	if i > 0 {
		p.write(by)
	}
}

// line begins a line.
func (p *printer) line() {
	switch {
	case p.inline > 0:
		p.write(" ")
	case p.trying:
		p.failed = true
	default:
		p.write("\n")
		for range p.depth {
			p.write("  ")
		}
	}
}

// indented prints with one more level of indentation.
func (p *printer) indented(print func()) {
	p.depth++
	print()
	p.depth--
}

// fits prints on one line; where that is longer than width or has several lines, it takes all back.
func (p *printer) fits(width int, print func()) bool {
	if p.trying || p.inline > 0 {
		print()
		return true
	}
	start := len(p.out)
	p.trying = true
	print()
	fits := !p.failed && utf8.RuneCount(p.out[start:]) < width
	p.trying, p.failed = false, false
	if !fits {
		p.out = p.out[:start]
	}
	return fits
}

// expr prints an operand, in brackets where it binds less strongly than least.
func (p *printer) expr(e Expr, least rank) {
	if p.failed {
		return
	}
	if e.rank() >= least {
		e.print(p)
		return
	}
	p.write("(")
	e.print(p)
	p.write(")")
}

func (p *printer) exprs(all []Expr) {
	for i, e := range all {
		p.separate(i, ", ")
		p.expr(e, anything)
	}
}

// braces prints a query between braces.
func (p *printer) braces(q Query) {
	p.write(" {")
	p.indented(func() {
		p.line()
		q.print(p)
	})
	p.line()
	p.write("}")
}

func (q Query) print(p *printer) {
	for i, c := range q {
		if i > 0 {
			p.line()
		}
		if p.failed {
			return
		}
		c.print(p)
	}
}

var escapes = strings.NewReplacer(`\`, `\\`, `'`, `\'`)

func (e Variable) print(p *printer) { p.write(string(e)) }

func (e Parameter) print(p *printer) {
	if strings.ContainsFunc(string(e), func(r rune) bool { return !isName(r) }) {
		p.write("$`", strings.ReplaceAll(string(e), "`", "``"), "`")
		return
	}
	p.write("$", string(e))
}

func (e Literal) print(p *printer) {
	switch v := e.Value.(type) {
	case nil:
		p.write("null")
	case bool:
		p.out = strconv.AppendBool(p.out, v)
	case int:
		p.number(v)
	case int64:
		p.out = strconv.AppendInt(p.out, v, 10)
	case float64:
		start := len(p.out)
		p.out = strconv.AppendFloat(p.out, v, 'g', -1, 64)
		if !strings.ContainsAny(string(p.out[start:]), ".e") {
			p.write(".0")
		}
	case string:
		p.write("'", escapes.Replace(v), "'")
	}
}
