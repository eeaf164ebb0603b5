package graph

import (
	"context"
	"fmt"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/notifications"
)

// Plan is how the database would run a statement.
type Plan struct {
	Operators     []Operator // depth first
	Notifications []string   // what the database finds wrong with the statement: code and description
}

// Operator is one step of a plan.
type Operator struct {
	Name    string // such as NodeUniqueIndexSeek
	Details string
	Rows    float64 // estimated
}

// Explain asks for a statement's plan without running it.
func (s *Store) Explain(ctx context.Context, st Statement) (Plan, error) {
	ctx, cancel := context.WithTimeout(ctx, s.timeout)
	defer cancel()

	session := s.driver.NewSession(ctx, neo4j.SessionConfig{
		AccessMode: neo4j.AccessModeRead, DatabaseName: s.database,
		NotificationsMinSeverity: notifications.InformationLevel,
	})
	defer closeSession(ctx, session)

	result, err := session.Run(ctx, "EXPLAIN "+st.Text, st.Params)
	if err != nil {
		return Plan{}, interpret(ctx, err)
	}
	summary, err := result.Consume(ctx)
	if err != nil {
		return Plan{}, interpret(ctx, err)
	}
	var plan Plan
	plan.add(summary.Plan())
	for _, n := range summary.Notifications() {
		plan.Notifications = append(plan.Notifications, n.Code()+": "+n.Description())
	}
	return plan, nil
}

func (p *Plan) add(step neo4j.Plan) {
	if step == nil {
		return
	}
	name, _, _ := strings.Cut(step.Operator(), "@")
	rows, _ := step.Arguments()["EstimatedRows"].(float64)
	details, _ := step.Arguments()["Details"].(string)
	p.Operators = append(p.Operators, Operator{Name: name, Details: details, Rows: rows})
	for _, child := range step.Children() {
		p.add(child)
	}
}

// String draws the plan, one operator a line.
func (p Plan) String() string {
	var b strings.Builder
	for _, o := range p.Operators {
		fmt.Fprintf(&b, "%s %s (%.1f rows)\n", o.Name, o.Details, o.Rows)
	}
	return b.String()
}
