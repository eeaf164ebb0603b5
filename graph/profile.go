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
	Given     int             // rows that were read of its answer
	Company   *CompanyProfile // how it may travel with others; nil where it goes alone
	Steps     []Step          // as they are drawn: the last first, a branch before what it hangs on; none where the answer was cut
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

type profileKey struct{}

// WithProfile gives a context whose statements, on any Store, are profiled as those of Profiled are.
func WithProfile(ctx context.Context, tell func(Profile)) context.Context {
	return context.WithValue(ctx, profileKey{}, tell)
}

// IsProfiled says whether a context's statements are.
func IsProfiled(ctx context.Context) bool { return ctx.Value(profileKey{}) != nil }

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
