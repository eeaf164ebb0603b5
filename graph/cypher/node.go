package cypher

import (
	"reflect"
	"slices"
)

// Node is a part of a statement: a clause, a pattern or an expression.
type Node interface {
	print(p *printer)
	children(visit func(Node)) // in the order in which they are printed
}

// Expr is an expression. Its rank decides where it needs brackets.
type Expr interface {
	Node
	rank() rank
}

// Clause is a clause, or a part of one that is written on a line of its own.
type Clause interface {
	Node
	clause()
}

// Query is a sequence of clauses: a statement, or what stands between the braces of a subquery.
type Query []Clause

func (q Query) children(visit func(Node)) {
	for _, c := range q {
		visit(c)
	}
}

// Walk visits a node and all that is below it.
func Walk(n Node, visit func(Node)) {
	visit(n)
	n.children(func(child Node) { Walk(child, visit) })
}

// Parameters gives the names of the parameters that a node reads, each once, in order of appearance.
func Parameters(n Node) []string {
	var names []string
	Walk(n, func(n Node) {
		if p, ok := n.(Parameter); ok && !slices.Contains(names, string(p)) {
			names = append(names, string(p))
		}
	})
	return names
}

// Reads says whether a node reads a parameter.
func Reads(n Node, parameter string) bool {
	found := false
	Walk(n, func(n Node) { p, ok := n.(Parameter); found = found || ok && string(p) == parameter })
	return found
}

// Patterns counts the MATCH and OPTIONAL MATCH clauses of a node.
func Patterns(n Node) int {
	count := 0
	Walk(n, func(n Node) {
		switch n := n.(type) {
		case Match:
			count++
		case *Fragment:
			count += n.patterns
		}
	})
	return count
}

// Same says whether two expressions are the same.
func Same(a, b Expr) bool {
	switch a := a.(type) {
	case Variable:
		other, ok := b.(Variable)
		return ok && a == other
	case Property:
		other, ok := b.(Property)
		return ok && a.Name == other.Name && Same(a.Of, other.Of)
	}
	return reflect.DeepEqual(a, b)
}
