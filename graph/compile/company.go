package compile

import (
	"math"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/creatorgraph/creatorgraph/graph/cypher"
	"github.com/creatorgraph/creatorgraph/graph/mapping"
)

// What may travel in company, in rows found: a question of more goes alone, for what a statement costs before it
// finds anything is little beside it; and a company finds so few that nobody waits long for the others.
const (
	rowsInCompany = 100
	companyRows   = 2000
)

// CompanySize bounds how many questions travel together.
const CompanySize = 64

// skew is how many times the average list a list may be long: few are, but a company with one of them waits for it.
const skew = 2

// Company is how many who ask the same kind of question at the same time are answered by one statement.
type Company struct {
	// Text takes $company, a list of maps: of each question its place and its own parameters. It gives a row for each
	// that has one: its place and the columns of the question's own statement.
	Text  string
	Equal []string // the parameters that are the statement's: those who travel together have the same values
	Own   []string // the parameters that each question has its own values of
	Most  int      // how many travel together, 2 to CompanySize
}

// The names that Company.Text uses; they have no number at their end, as all others do.
const (
	CompanyParameter = "company"
	CompanyPlace     = "place"
	companyVariable  = "asker"
)

// addRows adds to the estimate that each object being compiled reads so many rows.
func (u *compilation) addRows(rows float64) { u.estimatedRows += u.rows * rows }

// addUnknownRows makes the estimate infinite.
func (u *compilation) addUnknownRows() { u.estimatedRows = math.Inf(1) }

// addPageRows notes the rows that a page is chosen from: all of a relationship's, but of all nodes of a label, which have an
// index in the page's order, those of the page. What a filter passes over among all nodes nobody can tell.
func (u *compilation) addPageRows(s source, f *mapping.Field, field *ast.Field) {
	switch {
	case !s.everyNode:
		u.addRows(u.length(f.Parent, f))
	case len(s.where) > 0:
		u.addUnknownRows()
	default:
		u.addRows(float64(u.asked(field)) + 1)
	}
}

// length is how many rows a relationship leads to from one object, with some to spare where it is a list.
func (u *compilation) length(t *mapping.Type, f *mapping.Field) float64 {
	switch {
	case f.Source != mapping.Follow:
		return unknownRows
	case f.Def.Type.Elem == nil && f.Type.Kind != mapping.Connection:
		return u.c.counts.rows(t.Label, f.Relationship)
	}
	return skew * u.c.counts.rows(t.Label, f.Relationship)
}

// company makes the statement that asks a query for many; nil where one may find too much, or nobody knows how much.
func (u *compilation) company(query cypher.Query) *Company {
	cost := max(u.estimatedRows, 1) * float64(1+u.conditions)
	last, returns := lastReturn(query)
	if !returns || cost > rowsInCompany || isNamed(query) {
		return nil
	}
	equal := equalParameters(query)
	c, own := &Company{Most: min(int(companyRows/cost), CompanySize)}, map[string]cypher.Expr{}
	for _, name := range cypher.Parameters(query) {
		if equal[name] {
			c.Equal = append(c.Equal, name)
			continue
		}
		c.Own, own[name] = append(c.Own, name), cypher.Prop(companyVariable, name)
	}
	columns := []cypher.Item{cypher.As(cypher.Prop(companyVariable, CompanyPlace), CompanyPlace)}
	for _, item := range last.Items {
		columns = append(columns, cypher.Item{Expr: cypher.Variable(item.As)})
	}
	c.Text = cypher.Print(cypher.Query{
		cypher.Unwind{List: cypher.Parameter(CompanyParameter), As: companyVariable},
		call(companyVariable, cypher.Bound{Query: query, Parameters: own, Scope: []string{companyVariable}}),
		cypher.Return{Items: columns}})
	return c
}

// lastReturn is the clause that gives a query's columns, each of which has a name.
func lastReturn(query cypher.Query) (last cypher.Return, ok bool) {
	if len(query) == 0 {
		return last, false
	}
	last, ok = query[len(query)-1].(cypher.Return)
	for _, item := range last.Items {
		ok = ok && item.As != ""
	}
	return last, ok
}

// isNamed says whether a query holds a statement written by hand, of which nobody knows what it finds, or a search.
func isNamed(query cypher.Query) bool {
	found := false
	cypher.Walk(query, func(n cypher.Node) {
		switch n.(type) {
		case *cypher.Fragment, cypher.Search, cypher.Version:
			found = true
		}
	})
	return found
}

// equalParameters are those that must be the statement's own: today, and what a LIMIT or SKIP reads, which may not
// differ from row to row.
func equalParameters(query cypher.Query) map[string]bool {
	equal := map[string]bool{string(today): true}
	cypher.Walk(query, func(n cypher.Node) {
		switch n.(type) {
		case cypher.Limit, cypher.Skip:
			for _, name := range cypher.Parameters(n) {
				equal[name] = true
			}
		}
	})
	return equal
}
