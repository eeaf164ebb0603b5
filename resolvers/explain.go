package resolvers

import (
	"context"
	"sync"

	"github.com/creatorgraph/creatorgraph/graph"
)

// Explained gathers the statements that answer one operation, as they end.
type Explained struct {
	mu         sync.Mutex
	Statements []ExplainedStatement `json:"statements"`
}

// ExplainedStatement is one statement that ran, and how: it was profiled, which costs time.
type ExplainedStatement struct {
	Text       string         `json:"text"`
	Parameters map[string]any `json:"parameters"` // days as YYYY-MM-DD
	Params     string         `json:"params"`     // the same as a line to paste into Neo4j's tools before the text
	Rows       int            `json:"rows"`       // that the database gave; each may hold thousands within
	DBHits     int64          `json:"dbHits"`     // reads of the store
	Plan       string         `json:"plan"`       // drawn, the last step first; empty where the answer was cut
	// Company is the statement by which it travels with others of its shape that come at once, and how many have. One that
	// is shown goes alone.
	Company *graph.CompanyProfile `json:"company,omitempty"`
}

// WithExplained gives a context in which an operation's statements are profiled, and where they gather.
func WithExplained(ctx context.Context) (context.Context, *Explained) {
	e := &Explained{Statements: []ExplainedStatement{}}
	return graph.WithProfile(ctx, e.add), e
}

func (e *Explained) add(p graph.Profile) {
	st := ExplainedStatement{Text: p.Statement.Text, Parameters: p.Parameters(),
		Params: p.Params(), Rows: p.Given, DBHits: p.Hits(),
		Company: p.Company}
	if len(p.Steps) > 0 {
		st.Plan = p.String()
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	e.Statements = append(e.Statements, st)
}
