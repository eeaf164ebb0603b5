package dataset

import "fmt"

// Cyclic says which rows of the categories' table stand on a circle: their key is part of itself.
// Above gives the parent of a key that no row has, empty for none; nil knows none.
func Cyclic(rows []Row, above func(key string) string) map[string]bool {
	parents := make(map[string]string, len(rows))
	for _, row := range rows {
		key, _ := row.Values[0].(string)
		parents[key], _ = row.Values[2].(string) // unknown is empty
	}
	circular, done := map[string]bool{}, map[string]bool{}
	for start := range parents {
		// Follow the parents until the end or what is known; what is met twice on the way is a circle.
		var way []string
		place := map[string]int{}
		for key := start; key != "" && !done[key]; {
			if at, met := place[key]; met {
				for _, member := range way[at:] {
					circular[member] = true
				}
				break
			}
			place[key] = len(way)
			way = append(way, key)
			parent, here := parents[key]
			if !here && above != nil {
				parent = above(key)
			}
			key = parent
		}
		for _, key := range way {
			done[key] = true
		}
	}
	return circular
}

// CycleFault says that a category's parent makes it part of itself.
func CycleFault(column, parent string) Fault {
	return Fault{Kind: OwnAncestor, Column: column, Value: parent, Reason: fmt.Sprintf(
		"the category would be part of itself by way of %q; name another parent or none", parent)}
}
