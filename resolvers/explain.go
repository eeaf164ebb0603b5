package resolvers

import (
	"context"
	"sync"

	"github.com/creatorgraph/creatorgraph/graph"
)

// Explained gathers the statements that answer one operation, in the order they ran.
type Explained struct {
	mu         sync.Mutex
	Statements []ExplainedStatement `json:"statements"`
}

// ExplainedStatement is one statement that ran.
type ExplainedStatement struct {
	Text       string         `json:"text"`
	Parameters map[string]any `json:"parameters"`
	Rows       int            `json:"rows"` // that the database gave; each may hold thousands within
}

type explainedKey struct{}

// WithExplained gives a context in which an operation's statements are gathered, and where.
func WithExplained(ctx context.Context) (context.Context, *Explained) {
	e := &Explained{Statements: []ExplainedStatement{}}
	return context.WithValue(ctx, explainedKey{}, e), e
}

// isExplained says whether statements are gathered.
func isExplained(ctx context.Context) bool {
	e, _ := ctx.Value(explainedKey{}).(*Explained)
	return e != nil
}

// explain notes a statement where that was asked for.
func explain(ctx context.Context, st graph.Statement, rows int) {
	e, _ := ctx.Value(explainedKey{}).(*Explained)
	if e == nil {
		return
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	e.Statements = append(e.Statements, ExplainedStatement{st.Text, st.Params, rows})
}

// row is Store.Row, explained.
func (r *Resolver) row(ctx context.Context, st graph.Statement) ([]any, error) {
	values, err := r.store.Row(ctx, st)
	if err == nil {
		explain(ctx, st, min(len(values), 1))
	}
	return values, err
}

// read is Store.Read, explained.
func (r *Resolver) read(ctx context.Context, st graph.Statement) ([]graph.Record, error) {
	rows, err := r.store.Read(ctx, st)
	if err == nil {
		explain(ctx, st, len(rows))
	}
	return rows, err
}
