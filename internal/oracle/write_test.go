package oracle_test

import (
	"context"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/statements"
	"github.com/creatorgraph/creatorgraph/internal/oracle"
)

// write puts a graph into an empty database: its nodes with the sort keys that an import gives them, its
// relationships, and then the totals, counted by the same statements as after an import.
func write(t *testing.T, store *graph.Store, g *oracle.Graph) {
	t.Helper()

	for label, nodes := range g.Nodes {
		var rows []any
		for _, n := range nodes {
			rows = append(rows, sorted(n))
		}
		run(t, store, "UNWIND $rows AS row CREATE (n:"+label+") SET n = row", map[string]any{"rows": rows})
	}
	kinds := map[string][]any{}
	for _, e := range g.Edges {
		kind := strings.Join([]string{e.From.Label, e.Type, e.To.Label}, " ")
		properties := stored(e.Props)
		if status, isItem := e.Props["status"].(string); isItem {
			properties["byStatus"], properties["byPosition"] = graph.ListStatusRank(status), e.Props["position"]
		}
		kinds[kind] = append(kinds[kind], map[string]any{"from": e.From.Key, "to": e.To.Key, "properties": properties})
	}
	for kind, rows := range kinds {
		parts := strings.Fields(kind)
		run(t, store, "UNWIND $rows AS row MATCH (a:"+parts[0]+" {key: row.from}), (b:"+parts[2]+" {key: row.to}) "+
			"CREATE (a)-[e:"+parts[1]+"]->(b) SET e = row.properties", map[string]any{"rows": rows})
	}
	for _, total := range []struct{ table, label string }{
		{"creators", "Creator"}, {"campaigns", "Campaign"}, {"agencies", "Agency"}, {"brands", "Brand"},
	} {
		var keys []string
		for _, n := range g.Nodes[total.label] {
			keys = append(keys, n.Key)
		}
		params := map[string]any{"keys": keys, "today": graph.DayOf(oracle.Today)}
		run(t, store, statements.Text("totals/"+total.table), params)
	}
}

func run(t *testing.T, store *graph.Store, text string, params map[string]any) {
	t.Helper()

	err := store.Write(t.Context(), func(ctx context.Context, tx graph.Tx) error {
		if !strings.Contains(text, "$today") {
			delete(params, "today")
		}
		_, err := tx.Run(ctx, graph.Statement{Text: text, Params: params})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// sorted gives a node's properties with its sort keys, see docs/model.md.
func sorted(n *oracle.Node) map[string]any {
	row := stored(n.Props)
	row["key"] = n.Key
	if slices.Contains([]string{"Creator", "Agency", "Brand", "Campaign"}, n.Label) {
		name, _ := n.Props["name"].(string)
		row["byName"] = graph.SortKey(name)
	}
	switch n.Label {
	case "Creator":
		for _, property := range []string{"followers", "priceShortVideo", "priceMidVideo", "priceImageText", "priceLive"} {
			row["by"+strings.ToUpper(property[:1])+property[1:]] = or(n.Props[property], int64(-1))
		}
		row["byJoined"] = days(n.Props["joined"])
	case "Campaign":
		row["byBudget"], row["byStarts"] = or(n.Props["budget"], int64(-1)), days(n.Props["starts"])
	}
	return row
}

func or(value, otherwise any) any {
	if value == nil {
		return otherwise
	}
	return value
}

func days(value any) int64 {
	day, known := value.(oracle.Day)
	if !known {
		return -1_000_000
	}
	return at(time.DateOnly, string(day)).Unix() / (24 * 60 * 60)
}

// stored gives properties as the database keeps them.
func stored(properties map[string]any) map[string]any {
	row := maps.Clone(properties)
	if row == nil {
		row = map[string]any{}
	}
	for name, value := range row {
		switch v := value.(type) {
		case oracle.Day:
			row[name] = graph.Day(at(time.DateOnly, string(v)))
		case oracle.Moment:
			row[name] = graph.Moment(at(time.RFC3339, string(v)))
		}
	}
	return row
}

func at(layout, text string) time.Time {
	t, err := time.Parse(layout, text)
	if err != nil {
		panic(err) // the drawn graph holds no other
	}
	return t
}
