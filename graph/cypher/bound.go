package cypher

import "slices"

// Bound is a query in which expressions stand in the place of some parameters, as Fragment.Bind puts them into a statement
// written by hand. The expressions may read the variables in Scope, which stand before the query: every CALL subquery that
// needs them takes them in. It is printed so; who walks it meets the parameters themselves.
type Bound struct {
	Query      Query
	Parameters map[string]Expr
	Scope      []string
}

func (Bound) clause() {}

func (b Bound) children(visit func(Node)) { b.Query.children(visit) }

func (b Bound) print(p *printer) {
	outer := p.bound
	p.bound = &b
	b.Query.print(p)
	p.bound = outer
}

// value is what stands in the place of a parameter, nil where it stands itself.
func (b *Bound) value(parameter Parameter) Expr {
	if b == nil {
		return nil
	}
	return b.Parameters[string(parameter)]
}

// scope is what a CALL subquery takes in besides its own variables.
func (b *Bound) scope(of Query) []string {
	if b == nil {
		return nil
	}
	reads := func(name string) bool { return b.Parameters[name] != nil }
	if slices.ContainsFunc(Parameters(of), reads) {
		return b.Scope
	}
	return nil
}
