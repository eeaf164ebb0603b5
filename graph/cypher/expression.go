package cypher

// Variable names a node, a relationship, a path or a value.
type Variable string

// All is the * of WITH * and count(*).
const All Variable = "*"

// Parameter is a parameter, without the dollar sign.
type Parameter string

// Literal is null, a truth value, a number (int, int64 or float64) or a text.
type Literal struct{ Value any }

// Property is a property of a node, a relationship or a map, or a component of a date.
type Property struct {
	Of   Expr
	Name string
}

// Index is an item of a list.
type Index struct{ List, At Expr }

// Slice is the first items of a list, those before End.
type Slice struct{ List, End Expr }

// HasLabel says whether a node has a label or a relationship a type.
type HasLabel struct {
	Of    Expr
	Label string
}

// Call is a function's value.
type Call struct {
	Name     string
	Distinct bool
	Args     []Expr
}

// Binary is an arithmetic operator or a comparison with its operands.
type Binary struct {
	Left     Expr
	Operator Operator
	Right    Expr
}

// Logical is AND or OR of any number of terms.
type Logical struct {
	Operator Operator // And or Or
	Terms    []Expr
	Lines    bool // each term after the first begins a line
}

// Not is the negation of a condition.
type Not struct{ Of Expr }

// IsNull says whether a value is null, or with Not that it is not.
type IsNull struct {
	Of  Expr
	Not bool
}

// When is one alternative of a Case.
type When struct{ Condition, Then Expr }

// Case is the value of the first alternative whose condition is true; otherwise Else, which may be nil.
type Case struct {
	When  []When
	Else  Expr
	Lines bool // each alternative begins a line
}

// List is a list. Where it is too wide for one line, or Lines is set, each item has a line.
type List struct {
	Items []Expr
	Lines bool
}

// Each goes through a list: the only item of a List, it makes a list comprehension; the argument of a Call, it
// is what all() and reduce() go through. Where and Map may be nil.
type Each struct {
	Variable string
	In       Expr
	Where    Expr
	Map      Expr
}

// Subquery is COLLECT, COUNT or EXISTS of a query.
type Subquery struct {
	Of     SubqueryKind
	Query  Query
	Inline bool // on one line
}

// Paren puts an expression in brackets that it may not need.
type Paren struct{ Of Expr }

// SubqueryKind is what a Subquery makes of its rows.
type SubqueryKind string

// What is made of the rows.
const (
	Collect SubqueryKind = "COLLECT"
	Count   SubqueryKind = "COUNT"
	Exists  SubqueryKind = "EXISTS"
)

func (Variable) children(func(Node))         {}
func (Parameter) children(func(Node))        {}
func (Literal) children(func(Node))          {}
func (e Property) children(visit func(Node)) { visit(e.Of) }
func (e HasLabel) children(visit func(Node)) { visit(e.Of) }
func (e Not) children(visit func(Node))      { visit(e.Of) }
func (e IsNull) children(visit func(Node))   { visit(e.Of) }
func (e Paren) children(visit func(Node))    { visit(e.Of) }
func (e Subquery) children(visit func(Node)) { visit(e.Query) }
func (e Index) children(visit func(Node))    { visitAll(visit, e.List, e.At) }
func (e Slice) children(visit func(Node))    { visitAll(visit, e.List, e.End) }
func (e Binary) children(visit func(Node))   { visitAll(visit, e.Left, e.Right) }
func (e Each) children(visit func(Node))     { visitAll(visit, e.In, e.Where, e.Map) }
func (e Call) children(visit func(Node))     { visitAll(visit, e.Args...) }
func (e Logical) children(visit func(Node))  { visitAll(visit, e.Terms...) }
func (e List) children(visit func(Node))     { visitAll(visit, e.Items...) }

func (e Case) children(visit func(Node)) {
	for _, w := range e.When {
		visitAll(visit, w.Condition, w.Then)
	}
	visitAll(visit, e.Else)
}

// visitAll visits those expressions that are there.
func visitAll(visit func(Node), all ...Expr) {
	for _, e := range all {
		if e != nil {
			visit(e)
		}
	}
}
