package cypher

func (e Property) print(p *printer) {
	p.expr(e.Of, atom)
	p.write(".", e.Name)
}

func (e Index) print(p *printer) {
	p.expr(e.List, atom)
	p.write("[")
	p.expr(e.At, anything)
	p.write("]")
}

func (e Slice) print(p *printer) {
	p.expr(e.List, atom)
	p.write("[..")
	p.expr(e.End, anything)
	p.write("]")
}

func (e HasLabel) print(p *printer) {
	p.expr(e.Of, atom)
	p.write(":", e.Label)
}

func (e Call) print(p *printer) {
	p.write(e.Name, "(")
	if e.Distinct {
		p.write("DISTINCT ")
	}
	p.exprs(e.Args)
	p.write(")")
}

func (e Binary) print(p *printer) {
	left, right := e.rank(), e.rank()+1
	if left == comparison { // a chain of comparisons means something else
		left++
	}
	p.expr(e.Left, left)
	p.write(" ", string(e.Operator), " ")
	p.expr(e.Right, right)
}

func (e Logical) print(p *printer) {
	if e.Lines {
		p.indented(func() { p.conditions(e.Operator, e.Terms) })
		return
	}
	for i, term := range e.Terms {
		if i > 0 {
			p.write(" ", string(e.Operator), " ")
		}
		p.expr(term, e.rank())
	}
}

// conditions prints a term a line.
func (p *printer) conditions(operator Operator, terms []Expr) {
	for i, term := range terms {
		if i > 0 {
			p.line()
			p.write(string(operator), " ")
		}
		p.expr(term, operator.rank())
	}
}

func (e Not) print(p *printer) {
	p.write("NOT ")
	p.expr(e.Of, negation)
}

func (e IsNull) print(p *printer) {
	p.expr(e.Of, comparison+1)
	if e.Not {
		p.write(" IS NOT NULL")
	} else {
		p.write(" IS NULL")
	}
}

func (e Case) print(p *printer) {
	p.write("CASE")
	for _, w := range e.When {
		p.write(" WHEN ")
		p.expr(w.Condition, anything)
		if e.Lines {
			p.indented(p.line)
		} else {
			p.write(" ")
		}
		p.write("THEN ")
		p.expr(w.Then, anything)
	}
	if e.Else != nil {
		p.write(" ELSE ")
		p.expr(e.Else, anything)
	}
	p.write(" END")
}

func (e List) print(p *printer) {
	p.write("[")
	if len(e.Items) == 1 && isEach(e.Items[0]) {
		e.Items[0].print(p)
	} else if e.Lines && len(e.Items) > 0 || !p.fits(listWidth, func() { p.exprs(e.Items) }) {
		p.indented(func() {
			for i, item := range e.Items {
				p.separate(i, ",")
				p.line()
				p.expr(item, anything)
			}
		})
		p.line()
	}
	p.write("]")
}

func isEach(e Expr) bool {
	_, is := e.(Each)
	return is
}

func (e Each) print(p *printer) {
	p.write(e.Variable, " IN ")
	p.expr(e.In, anything)
	if e.Where != nil {
		p.write(" WHERE ")
		p.expr(e.Where, anything)
	}
	if e.Map != nil {
		p.write(" | ")
		p.expr(e.Map, anything)
	}
}

func (e Subquery) print(p *printer) {
	p.write(string(e.Of))
	if e.Inline {
		p.inline++
		defer func() { p.inline-- }()
	}
	p.braces(e.Query)
}

func (e Paren) print(p *printer) {
	p.write("(")
	p.expr(e.Of, anything)
	p.write(")")
}
