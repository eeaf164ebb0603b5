package cypher

// Operator is a word or sign between two operands.
type Operator string

// The operators.
const (
	Or         Operator = "OR"
	And        Operator = "AND"
	Equal      Operator = "="
	Less       Operator = "<"
	AtMost     Operator = "<="
	Greater    Operator = ">"
	AtLeast    Operator = ">="
	In         Operator = "IN"
	StartsWith Operator = "STARTS WITH"
	Contains   Operator = "CONTAINS"
	Plus       Operator = "+"
	Minus      Operator = "-"
	Times      Operator = "*"
	Over       Operator = "/"
	Modulo     Operator = "%"
)

// OrEqual is a comparison that equal operands pass, too.
func (o Operator) OrEqual() Operator {
	switch o {
	case Less:
		return AtMost
	case Greater:
		return AtLeast
	}
	return o
}

// Compares says whether it is one of =, <, <=, > and >=.
func (o Operator) Compares() bool {
	return o == Equal || o == Less || o == AtMost || o == Greater || o == AtLeast
}

// rank is how strongly an expression binds: an operand of a lower rank than its operator's needs brackets.
type rank int

const (
	anything rank = iota
	disjunction
	conjunction
	negation
	comparison
	sum
	product
	atom
)

func (o Operator) rank() rank {
	switch o {
	case Or:
		return disjunction
	case And:
		return conjunction
	case Plus, Minus:
		return sum
	case Times, Over, Modulo:
		return product
	}
	return comparison
}

func (Variable) rank() rank  { return atom }
func (Parameter) rank() rank { return atom }
func (Literal) rank() rank   { return atom }
func (Property) rank() rank  { return atom }
func (Index) rank() rank     { return atom }
func (Slice) rank() rank     { return atom }
func (Call) rank() rank      { return atom }
func (Case) rank() rank      { return atom }
func (List) rank() rank      { return atom }
func (Each) rank() rank      { return atom }
func (Subquery) rank() rank  { return atom }
func (Paren) rank() rank     { return atom }
func (HasLabel) rank() rank  { return comparison }
func (IsNull) rank() rank    { return comparison }
func (Not) rank() rank       { return negation }
func (e Binary) rank() rank  { return e.Operator.rank() }
func (e Logical) rank() rank { return e.Operator.rank() }
