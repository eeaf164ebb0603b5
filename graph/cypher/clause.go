package cypher

// Match finds the paths of a pattern.
type Match struct {
	Optional bool
	Path     string // the variable of the path
	Shortest bool   // all shortest paths only
	Pattern  Pattern
}

// UseIndex tells the planner which index a Match is to begin at.
type UseIndex struct {
	Variable, Label string // or type
	Properties      []string
}

// UseJoin tells the planner to search a Match from both ends, and at which node the two are joined.
type UseJoin struct{ On string }

// Where keeps the rows for which all conditions hold, each on a line.
type Where []Expr

// Item is a column: an expression and, unless it is a variable that keeps it, its name.
type Item struct {
	Expr Expr
	As   string
}

// With carries columns into what follows.
type With struct {
	Distinct bool
	Items    []Item
}

// Return gives columns.
type Return struct {
	Distinct bool
	Items    []Item
	Lines    bool // each column has a line
}

// OrderBy puts rows in order.
type OrderBy []Sort

// Sort is what rows are ordered by. A direction is written out only where it is given.
type Sort struct {
	By  Expr
	Dir SortDirection
}

// SortDirection is ascending or descending.
type SortDirection string

// The directions.
const (
	Asc  SortDirection = " ASC"
	Desc SortDirection = " DESC"
)

// Skip leaves out the first rows.
type Skip struct{ Count Expr }

// Limit keeps the first rows.
type Limit struct{ Count Expr }

// Unwind makes a row of each item of a list.
type Unwind struct {
	List Expr
	As   string
}

// CallSubquery runs a query for each row; it sees the variables in Scope.
type CallSubquery struct {
	Scope []string
	Query Query
}

// UnionAll adds the rows of the query that follows.
type UnionAll struct{}

// Search asks a vector index for the nodes nearest to a vector: Cypher 25.
type Search struct {
	Node  string // the variable of the Match before it
	Index string
	For   Expr
	Where []Expr
	Limit Expr
	Score string // the variable of how near a node is
}

// Version says which version of Cypher a statement is written in.
type Version int

// Comment is a comment that has a line.
type Comment string

// OneLine writes clauses on one line.
type OneLine Query

func (Match) clause()        {}
func (UseIndex) clause()     {}
func (UseJoin) clause()      {}
func (Where) clause()        {}
func (With) clause()         {}
func (Return) clause()       {}
func (OrderBy) clause()      {}
func (Skip) clause()         {}
func (Limit) clause()        {}
func (Unwind) clause()       {}
func (CallSubquery) clause() {}
func (UnionAll) clause()     {}
func (Search) clause()       {}
func (Version) clause()      {}
func (Comment) clause()      {}
func (OneLine) clause()      {}
func (Pattern) clause()      {}

func (UseIndex) children(func(Node))             {}
func (UseJoin) children(func(Node))              {}
func (UnionAll) children(func(Node))             {}
func (Version) children(func(Node))              {}
func (Comment) children(func(Node))              {}
func (c Match) children(visit func(Node))        { visit(c.Pattern) }
func (c Skip) children(visit func(Node))         { visit(c.Count) }
func (c Limit) children(visit func(Node))        { visit(c.Count) }
func (c Unwind) children(visit func(Node))       { visit(c.List) }
func (c CallSubquery) children(visit func(Node)) { visit(c.Query) }
func (c OneLine) children(visit func(Node))      { Query(c).children(visit) }
func (c Where) children(visit func(Node))        { visitAll(visit, c...) }
func (c With) children(visit func(Node))         { visitItems(visit, c.Items) }
func (c Return) children(visit func(Node))       { visitItems(visit, c.Items) }

func (c OrderBy) children(visit func(Node)) {
	for _, s := range c {
		visit(s.By)
	}
}

func (c Search) children(visit func(Node)) {
	visit(c.For)
	visitAll(visit, c.Where...)
	visit(c.Limit)
}

func visitItems(visit func(Node), items []Item) {
	for _, i := range items {
		visit(i.Expr)
	}
}
