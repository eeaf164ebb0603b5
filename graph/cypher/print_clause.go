package cypher

import "slices"

func (c Match) print(p *printer) {
	if c.Optional {
		p.write("OPTIONAL ")
	}
	p.write("MATCH ")
	if c.Path != "" {
		p.write(c.Path, " = ")
	}
	if c.Shortest {
		p.write("ALL SHORTEST ")
	}
	c.Pattern.print(p)
}

func (c UseIndex) print(p *printer) {
	p.write("USING INDEX ", c.Variable, ":", c.Label, "(")
	p.names(c.Properties)
	p.write(")")
}

func (c UseJoin) print(p *printer) { p.write("USING JOIN ON ", c.On) }

func (c Where) print(p *printer) {
	p.write("WHERE ")
	if len(c) == 1 {
		p.expr(c[0], anything)
		return
	}
	p.indented(func() { p.conditions(And, c) })
}

func (c With) print(p *printer) {
	p.write("WITH")
	p.columns(c.Distinct, c.Items, false)
}

func (c Return) print(p *printer) {
	p.write("RETURN")
	p.columns(c.Distinct, c.Items, c.Lines)
}

func (p *printer) columns(distinct bool, items []Item, lines bool) {
	if distinct {
		p.write(" DISTINCT")
	}
	print := func(i int) { p.item(items[i]) }
	last := len(items) - 1
	_, isCase := items[last].Expr.(Case)
	switch {
	case lines:
		p.lines(len(items), print)
	case isCase:
		p.items(len(items), print)
	default:
		p.itemsAndBlock(last, print)
	}
}

func (p *printer) item(item Item) {
	p.expr(item.Expr, anything)
	if item.As != "" {
		p.write(" AS ", item.As)
	}
}

func (p *printer) names(all []string) {
	for i, name := range all {
		p.separate(i, ", ")
		p.write(name)
	}
}

func (c OrderBy) print(p *printer) {
	p.write("ORDER BY")
	p.items(len(c), func(i int) {
		p.expr(c[i].By, anything)
		p.write(string(c[i].Dir))
	})
}

func (c Skip) print(p *printer) {
	p.write("SKIP ")
	p.expr(c.Count, anything)
}

func (c Limit) print(p *printer) {
	p.write("LIMIT ")
	p.expr(c.Count, anything)
}

func (c Unwind) print(p *printer) {
	p.write("UNWIND ")
	p.expr(c.List, anything)
	p.write(" AS ", c.As)
}

func (c CallSubquery) print(p *printer) {
	p.write("CALL (")
	p.names(slices.Concat(c.Scope, p.bound.scope(c.Query)))
	p.write(")")
	p.braces(c.Query)
}

func (UnionAll) print(p *printer) { p.write("UNION ALL") }

func (c Search) print(p *printer) {
	p.write("SEARCH ", c.Node, " IN (")
	p.indented(func() {
		p.line()
		p.write("VECTOR INDEX ", c.Index)
		p.line()
		p.write("FOR ")
		p.expr(c.For, anything)
		if len(c.Where) > 0 {
			p.line()
			Where(c.Where).print(p)
		}
		p.line()
		Limit{c.Limit}.print(p)
	})
	p.line()
	p.write(") SCORE AS ", c.Score)
}

func (c Version) print(p *printer) {
	p.write("CYPHER ")
	p.number(int(c))
}

func (c Comment) print(p *printer) { p.write("// ", string(c)) }

func (c OneLine) print(p *printer) {
	p.inline++
	Query(c).print(p)
	p.inline--
}
