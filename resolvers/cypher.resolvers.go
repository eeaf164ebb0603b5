package resolvers

import (
	"cmp"
	"context"
	"time"

	"github.com/creatorgraph/creatorgraph/export/table"
	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/computed"
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
func (r *Resolver) cypher(ctx context.Context, q computed.Request) (row, error) {
	if r.asking.Off {
		return nil, graph.Errorf(graph.Invalid, "use the other fields, run a saved query, or ask the operator; see --cypher",
			"cypher is switched off on this server")
	}
	limit, params, err := tableArguments(q.Arguments)
	if err != nil {
		return nil, err
	}
	return tableRow(r.Cypher(ctx, graph.Statement{Text: q.Arguments.Text("statement"), Params: params}, limit))
}

// tableArguments reads how many rows a table may have, and the parameters of what it answers.
func tableArguments(a computed.Arguments) (limit int, params map[string]any, err error) {
	if limit, err = a.Count("limit", 1, maxTableRows); err != nil {
		return 0, nil, err
	}
	params, err = a.Object("parameters")
	return limit, params, err
}

// Cypher runs a statement of somebody else, one at a time for each client, and gives its first rows; see
// graph.Store.Ask.
func (r *Resolver) Cypher(ctx context.Context, st graph.Statement, limit int) (table.Table, error) {
	leave, err := r.turns.acquire(ctx, r.client(ctx))
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

// tableRow gives a TableResult, or why there is none.
func tableRow(t table.Table, err error) (row, error) {
	if err != nil {
		return nil, err
	}
	rows := make([]any, len(t.Rows))
	for i, one := range t.Rows {
		rows[i] = one
	}
	return row{"columns": texts(t.Names()), "rows": rows, "truncated": t.Truncated, "warnings": texts(t.Warnings),
		"milliseconds": float64(t.Took.Microseconds()) / 1000}, nil
}

func texts(list []string) []any {
	items := make([]any, len(list))
	for i, text := range list {
		items[i] = text
	}
	return items
}
