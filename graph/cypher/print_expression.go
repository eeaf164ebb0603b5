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
	one := func() {
		for i, term := range e.Terms {
			if i > 0 {
				p.write(" ", string(e.Operator), " ")
			}
			p.expr(term, e.rank())
		}
	}
	if e.Lines || !p.fits(p.left(), one) {
		p.indented(func() { p.conditions(e.Operator, e.Terms) })
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
	one := func() {
		e.alternatives(p, func() { p.write(" ") })
		p.write(" END")
	}
	switch {
	case len(e.When) == 1 && !e.Lines:
		one()
	case e.Lines || !p.fits(p.left(), one):
		p.indented(func() { e.alternatives(p, p.line) })
		p.line()
		p.write("END")
	}
}

// alternatives prints what stands between CASE and END, each alternative after what separates them.
func (e Case) alternatives(p *printer, separate func()) {
	for _, w := range e.When {
		separate()
		p.write("WHEN ")
		p.expr(w.Condition, anything)
		p.write(" THEN ")
		p.expr(w.Then, anything)
	}
	if e.Else != nil {
		separate()
		p.write("ELSE ")
		p.expr(e.Else, anything)
	}
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
