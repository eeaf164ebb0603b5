package cypher

// Prop is a property of a variable.
func Prop(variable, name string) Property { return Property{Of: Variable(variable), Name: name} }

// Lit is a literal.
func Lit(value any) Literal { return Literal{Value: value} }

// Null is null.
func Null() Literal { return Literal{} }

// Fn is a function's value.
func Fn(name string, args ...Expr) Call { return Call{Name: name, Args: args} }

// Op is an operator with its operands.
func Op(left Expr, operator Operator, right Expr) Binary {
	return Binary{Left: left, Operator: operator, Right: right}
}

// AllOf says that all terms hold.
func AllOf(terms ...Expr) Logical { return Logical{Operator: And, Terms: terms} }

// AnyOf says that one of the terms holds.
func AnyOf(terms ...Expr) Logical { return Logical{Operator: Or, Terms: terms} }

// IsNotNull says that a value is there.
func IsNotNull(of Expr) IsNull { return IsNull{Of: of, Not: true} }

// If is a CASE of one alternative, null where it does not hold.
func If(condition, then Expr) Case { return Case{When: []When{{condition, then}}} }

// ListOf is a list.
func ListOf(items ...Expr) List { return List{Items: items} }

// Columns are variables as columns, under their own names.
func Columns(names ...string) []Item {
	items := make([]Item, len(names))
	for i, name := range names {
		items[i] = Item{Expr: Variable(name)}
	}
	return items
}

// As is a column under a name.
func As(e Expr, name string) Item { return Item{Expr: e, As: name} }

// MatchNode finds nodes of a label, those with a key where it is given.
func MatchNode(variable, label string, key Expr) Match {
	node := NodePattern{Variable: variable, Label: label}
	if key != nil {
		node.Properties = []Pair{{"key", key}}
	}
	return Match{Pattern: Path(node)}
}
