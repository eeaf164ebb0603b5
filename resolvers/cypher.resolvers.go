package resolvers

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"time"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/table"
)

// maxTableRows bounds the rows of one table.
const maxTableRows = 10_000

// Asking says what statements of others may cost. What is zero is as by default.
type Asking struct {
	Off   bool          // only saved queries run
	Time  time.Duration // 10 s by default
	Bytes int           // of one answer's values; 8 MiB by default
}

func (a Asking) withDefaults() Asking {
	a.Time = cmp.Or(a.Time, 10*time.Second)
	a.Bytes = cmp.Or(a.Bytes, 8<<20)
	return a
}

// cypher answers Query.cypher.
func (r *Resolver) cypher(ctx context.Context, a asked) (map[string]any, error) {
	if r.asking.Off {
		return nil, graph.Errorf(graph.Invalid, "use the other fields, run a saved query, or ask the operator; see --cypher",
			"cypher is switched off on this server")
	}
	limit, err := a.args.count("limit", 1, maxTableRows)
	if err != nil {
		return nil, err
	}
	params, err := a.args.object("parameters")
	if err != nil {
		return nil, err
	}
	got, err := r.Cypher(ctx, graph.Statement{Text: a.args.text("statement"), Params: params}, limit)
	if err != nil {
		return nil, err
	}
	return map[string]any{"": tableRow(got)}, nil
}

// Cypher runs a statement of somebody else, one at a time for each client, and gives its first rows; see
// graph.Store.Ask.
func (r *Resolver) Cypher(ctx context.Context, st graph.Statement, limit int) (table.Table, error) {
	leave, err := r.turns.enter(ctx, r.client(ctx))
	if err != nil {
		return table.Table{}, err
	}
	defer leave()
	got, err := r.store.Ask(ctx, graph.AskParams{Statement: st, Rows: limit, Bytes: r.asking.Bytes, Time: r.asking.Time})
	if err != nil {
		return table.Table{}, err
	}
	t := table.Table{Columns: make([]table.Column, len(got.Columns)), Rows: got.Rows, Truncated: got.Truncated,
		Warnings: got.Warnings, Took: got.Took}
	for i, name := range got.Columns {
		t.Columns[i] = table.Column{Name: name, Type: table.Type(got.Times[i])}
	}
	return t, nil
}

// tableRow gives a TableResult.
func tableRow(t table.Table) map[string]any {
	rows := make([]any, len(t.Rows))
	for i, row := range t.Rows {
		rows[i] = row
	}
	return map[string]any{"columns": texts(t.Names()), "rows": rows, "truncated": t.Truncated, "warnings": texts(t.Warnings),
		"milliseconds": float64(t.Took.Microseconds()) / 1000}
}

func texts(list []string) []any {
	items := make([]any, len(list))
	for i, text := range list {
		items[i] = text
	}
	return items
}

// object reads an argument that is an object of JSON, nil where it is absent.
func (a arguments) object(name string) (map[string]any, error) {
	if a[name] == nil {
		return nil, nil
	}
	object, isObject := a[name].(map[string]any)
	if !isObject {
		return nil, a.wrong(name, fmt.Sprintf("%s is %.50v", name, a[name]), `give an object such as {"key": "cr-000001"}`)
	}
	plain, _ := parameter(object).(map[string]any)
	return plain, nil
}

// parameter gives a value of JSON as the database takes it: whole numbers as such.
func parameter(value any) any {
	switch v := value.(type) {
	case json.Number:
		if n, err := v.Int64(); err == nil {
			return n
		}
		f, _ := v.Float64() // beyond its range it is infinite
		return f
	case map[string]any:
		made := make(map[string]any, len(v))
		for name, item := range v {
			made[name] = parameter(item)
		}
		return made
	case []any:
		made := make([]any, len(v))
		for i, item := range v {
			made[i] = parameter(item)
		}
		return made
	}
	return value
}
