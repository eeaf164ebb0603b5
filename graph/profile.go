package graph

import (
	"context"
	"fmt"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// Profile is how the database ran a statement.
type Profile struct {
	Statement Statement
	Steps     []Step // as they are drawn: the last first, a branch before what it hangs on
}

// Step is one operator of a plan that ran.
type Step struct {
	Name     string // such as NodeUniqueIndexSeek
	Details  string
	Depth    int     // branches it lies in
	Expected float64 // rows the planner thought it would give
	Rows     int64
	Hits     int64 // reads of the store
}

// Profiled gives a Store on the same database that asks for a profile with each statement and hands it to
// tell, which must be safe for whoever runs statements at once. Statements do what they do otherwise and
// take longer. Statements of Schema are left alone.
func (s *Store) Profiled(tell func(Profile)) *Store {
	p := *s
	p.driver = profilingDriver{s.driver, tell}
	return &p
}

// Hits is how often all steps together read the store.
func (p Profile) Hits() int64 {
	var sum int64
	for _, s := range p.Steps {
		sum += s.Hits
	}
	return sum
}

// String draws the plan as Neo4j's own tools do, one step a line under a head.
func (p Profile) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%10s %10s %10s\n", "expected", "rows", "db hits")
	for _, s := range p.Steps {
		fmt.Fprintf(&b, "%10.0f %10d %10d  %s+%s %s\n",
			s.Expected, s.Rows, s.Hits, strings.Repeat("| ", s.Depth), s.Name, oneLine(s.Details))
	}
	fmt.Fprintf(&b, "%21s %10d  in all\n", "", p.Hits())
	return b.String()
}

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// add adds a step and those below it: of two branches the second is drawn first and further in.
func (p *Profile) add(step neo4j.ProfiledPlan, depth int) {
	name, _, _ := strings.Cut(step.Operator(), "@")
	details, _ := step.Arguments()["Details"].(string)
	expected, _ := step.Arguments()["EstimatedRows"].(float64)
	p.Steps = append(p.Steps, Step{Name: name, Details: details, Depth: depth, Expected: expected,
		Rows: step.Records(), Hits: step.DbHits()})
	children := step.Children()
	for i := len(children) - 1; i >= 0; i-- {
		p.add(children[i], depth+i)
	}
}

// profilingDriver and what follows put PROFILE before each statement on its way through the driver.
type profilingDriver struct {
	neo4j.DriverWithContext
	tell func(Profile)
}

func (d profilingDriver) NewSession(ctx context.Context, c neo4j.SessionConfig) neo4j.SessionWithContext {
	return profilingSession{d.DriverWithContext.NewSession(ctx, c), d.tell}
}

type profilingSession struct {
	neo4j.SessionWithContext
	tell func(Profile)
}

func (s profilingSession) Run(
	ctx context.Context, text string, params map[string]any, how ...func(*neo4j.TransactionConfig),
) (neo4j.ResultWithContext, error) {
	result, err := s.SessionWithContext.Run(ctx, "PROFILE "+text, params, how...)
	return profilingResult{result, Statement{Text: text, Params: params}, s.tell}, err
}

func (s profilingSession) ExecuteWrite(
	ctx context.Context, work neo4j.ManagedTransactionWork, how ...func(*neo4j.TransactionConfig),
) (any, error) {
	return s.SessionWithContext.ExecuteWrite(ctx, func(tx neo4j.ManagedTransaction) (any, error) {
		return work(profilingTx{tx, s.tell})
	}, how...)
}

type profilingTx struct {
	neo4j.ManagedTransaction
	tell func(Profile)
}

func (t profilingTx) Run(
	ctx context.Context, text string, params map[string]any,
) (neo4j.ResultWithContext, error) {
	result, err := t.ManagedTransaction.Run(ctx, "PROFILE "+text, params)
	return profilingResult{result, Statement{Text: text, Params: params}, t.tell}, err
}

type profilingResult struct {
	neo4j.ResultWithContext
	statement Statement
	tell      func(Profile)
}

// Next tells the profile when there are no more rows.
func (r profilingResult) Next(ctx context.Context) bool {
	if r.ResultWithContext.Next(ctx) {
		return true
	}
	if r.Err() != nil {
		return false
	}
	if summary, err := r.Consume(ctx); err == nil && summary.Profile() != nil {
		p := Profile{Statement: r.statement}
		p.add(summary.Profile(), 0)
		r.tell(p)
	}
	return false
}
