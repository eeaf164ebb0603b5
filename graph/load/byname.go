package load

import (
	"context"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/statements"
)

// KeysByName gives, for each of some names that the graph has in a table, the keys of what is called so
// or has that key, ascending.
func KeysByName(ctx context.Context, store *graph.Store, table string, names []string) (map[string][]string, error) {
	records, err := store.Read(ctx, graph.Statement{
		Text: statements.Text("import/by_name"), Params: map[string]any{"label": labels[table], "names": names},
	})
	if err != nil {
		return nil, err
	}
	wanted := make(map[string]bool, len(names))
	for _, name := range names {
		wanted[name] = true
	}
	found := map[string][]string{}
	for _, r := range records {
		key, _ := r["key"].(string)
		name, _ := r["name"].(string)
		if wanted[name] {
			found[name] = append(found[name], key)
		}
		if wanted[key] && key != name {
			found[key] = append([]string{key}, found[key]...)
		}
	}
	return found, nil
}
