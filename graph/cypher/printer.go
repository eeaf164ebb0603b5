package cypher

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf8"
)

const (
	lineWidth = 100 // characters that a line may have, where it can be broken
	listWidth = 80  // that the items of a list may have on one line
)

// Print writes a statement, a part of one or an expression: a clause a line, two spaces for each level of braces.
func Print(n Node) string {
	p := printer{}
	n.print(&p)
	return string(p.out)
}

type printer struct {
	out    []byte
	depth  int    // of the indentation
	inline int    // how many that want one line enclose what is printed
	trying bool   // whether it fits on one line
	failed bool   // it does not
	bound  *Bound // whose parameters are bound; nil for none
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

// left is one more than the characters that a line has left.
func (p *printer) left() int {
	return lineWidth + 1 - utf8.RuneCount(p.out[bytes.LastIndexByte(p.out, '\n')+1:])
}

// fits prints on one line; where that has width characters or more, or several lines, it takes all back.
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

// items prints a clause's items on one line if they fit there, otherwise each on a line. One alone stays where it is.
func (p *printer) items(n int, print func(i int)) {
	switch {
	case n == 1:
		p.row(n, print)
	case !p.fits(p.left(), func() { p.row(n, print) }):
		p.lines(n, print)
	}
}

// itemsAndBlock is items where the one after the first n may go on over several lines, as a subquery does, and the
// others stand before it all the same.
func (p *printer) itemsAndBlock(n int, print func(i int)) {
	start := len(p.out)
	if n == 0 || p.fits(p.left(), func() { p.row(n, print) }) {
		p.separate(n, ",")
		p.write(" ")
		print(n)
		if n == 0 || p.trying || p.inline > 0 || p.startsWithin(start) {
			return
		}
		p.out = p.out[:start]
	}
	p.lines(n+1, print)
}

// startsWithin says whether the line on which what was printed since start begins is not too long.
func (p *printer) startsWithin(start int) bool {
	first := bytes.LastIndexByte(p.out[:start], '\n') + 1
	length := bytes.IndexByte(p.out[first:], '\n')
	if length < 0 {
		length = len(p.out) - first
	}
	return utf8.RuneCount(p.out[first:first+length]) <= lineWidth
}

// row prints items on one line, lines each on a line of its own.
func (p *printer) row(n int, print func(i int)) {
	for i := range n {
		p.separate(i, ",")
		p.write(" ")
		print(i)
	}
}

func (p *printer) lines(n int, print func(i int)) {
	p.indented(func() {
		for i := range n {
			p.separate(i, ",")
			p.line()
			print(i)
		}
	})
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
	if value := p.bound.value(e); value != nil {
		p.expr(value, atom)
		return
	}
	p.write("$", quoted(string(e)))
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
