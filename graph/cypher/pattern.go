package cypher

// Pattern is a path: a node, and hops that lead on from it. As a clause it stands in a COUNT or EXISTS subquery
// without the word MATCH.
type Pattern struct {
	Start NodePattern
	Hops  []Hop
}

// NodePattern is a node of a pattern; what is empty is left out.
type NodePattern struct {
	Variable, Label string
	Properties      []Pair
}

// Pair is a property that a node must have.
type Pair struct {
	Name  string
	Value Expr
}

// Hop is a relationship and the node it leads to.
type Hop struct {
	Relationship
	To NodePattern
}

// Relationship is a relationship of a pattern; what is empty is left out.
type Relationship struct {
	Variable  string
	Types     []string
	Where     Expr
	Direction Direction
	Repeat    *Repeat // how many times it is followed, where not once
}

// Repeat is a quantifier: {Least,Most}.
type Repeat struct{ Least, Most int }

// Direction is how a relationship is followed.
type Direction int

// The directions.
const (
	Outgoing Direction = iota
	Incoming
	Either
)

// Path makes a pattern.
func Path(start NodePattern, hops ...Hop) Pattern { return Pattern{Start: start, Hops: hops} }

// Last gives a pattern's last node, for changing.
func (p *Pattern) Last() *NodePattern {
	if len(p.Hops) == 0 {
		return &p.Start
	}
	return &p.Hops[len(p.Hops)-1].To
}

func (p Pattern) children(visit func(Node)) {
	p.Start.children(visit)
	for _, h := range p.Hops {
		visitAll(visit, h.Where)
		h.To.children(visit)
	}
}

func (n NodePattern) children(visit func(Node)) {
	for _, pair := range n.Properties {
		visit(pair.Value)
	}
}

func (p Pattern) print(w *printer) {
	p.Start.print(w)
	one := func() { p.hops(w, func() {}) }
	if !w.fits(w.left(), one) {
		w.indented(func() { p.hops(w, w.line) })
	}
}

// hops prints the hops, each relationship before what separates it from its node.
func (p Pattern) hops(w *printer, separate func()) {
	for _, h := range p.Hops {
		h.print(w)
		separate()
		h.To.print(w)
	}
}

func (n NodePattern) print(w *printer) {
	w.write("(")
	w.write(n.Variable)
	if n.Label != "" {
		w.write(":", n.Label)
	}
	if len(n.Properties) > 0 {
		if n.Variable != "" || n.Label != "" {
			w.write(" ")
		}
		w.write("{")
		for i, pair := range n.Properties {
			w.separate(i, ", ")
			w.write(pair.Name, ": ")
			w.expr(pair.Value, anything)
		}
		w.write("}")
	}
	w.write(")")
}

func (r Relationship) print(w *printer) {
	if r.Direction == Incoming {
		w.write("<")
	}
	w.write("-[", r.Variable)
	for i, t := range r.Types {
		if i == 0 {
			w.write(":")
		} else {
			w.write("|")
		}
		w.write(t)
	}
	if r.Where != nil {
		w.write(" WHERE ")
		w.expr(r.Where, anything)
	}
	w.write("]-")
	if r.Direction == Outgoing {
		w.write(">")
	}
	if r.Repeat != nil {
		w.write("{")
		w.number(r.Repeat.Least)
		w.write(",")
		w.number(r.Repeat.Most)
		w.write("}")
	}
}
