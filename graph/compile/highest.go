package compile

import "github.com/creatorgraph/creatorgraph/graph/cypher"

// Highest is the statement that gives the keys of the $limit nodes that pass with the greatest numbers in a property,
// greatest first, then by key; those without a number are left out.
func (f Filter) Highest(property string) string {
	by := f.property(property)
	query := append(cypher.Query{}, f.from...)
	query = append(query, cypher.With{Items: cypher.Columns(f.Node)}, cypher.Where{cypher.IsNotNull(by)},
		cypher.Return{Items: []cypher.Item{cypher.As(f.property("key"), "key")}},
		cypher.OrderBy{{By: by, Dir: cypher.Desc}, {By: f.property("key")}}, limitTo("limit"))
	return cypher.Print(query)
}
