package graph

import (
	"context"
	"regexp"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/notifications"

	"github.com/creatorgraph/creatorgraph/graph/cypher"
)

// QueryPlan is how the database would run a statement.
type QueryPlan struct {
	Operators     []Operator // from the last to run to the first
	Notifications []string   // what the database finds wrong with the statement: code and description

	drawing string
}

// Operator is one step of a plan.
type Operator struct {
	Name    string // such as NodeUniqueIndexSeek
	Details string
}

// Explain asks for a statement's plan without running it.
func (s *Store) Explain(ctx context.Context, st Statement) (QueryPlan, error) {
	ctx, cancel := context.WithTimeout(ctx, s.timeout)
	defer cancel()

	session := s.driver.NewSession(ctx, neo4j.SessionConfig{
		AccessMode: neo4j.AccessModeRead, DatabaseName: s.database,
		NotificationsMinSeverity: notifications.InformationLevel,
	})
	defer closeSession(ctx, session)

	result, err := session.Run(ctx, "EXPLAIN "+st.Text, cypher.Sent(st.Params))
	if err != nil {
		return QueryPlan{}, interpret(ctx, err)
	}
	summary, err := result.Consume(ctx)
	if err != nil {
		return QueryPlan{}, interpret(ctx, err)
	}
	plan, err := readQueryPlan(summary.Plan())
	if err != nil {
		return QueryPlan{}, err
	}
	for _, n := range summary.Notifications() {
		plan.Notifications = append(plan.Notifications, n.Code()+": "+n.Description())
	}
	return plan, nil
}

// drawnPlan is the argument of a plan's root that holds all of it as a table.
const drawnPlan = "string-representation"

// operatorLine is what begins a line of the table with an operator: where it stands in the tree, and its name.
var operatorLine = regexp.MustCompile(`^\|(?: \|)* \+(\w+)`)

// readQueryPlan takes the operators from the table that the database draws of a plan. The driver's own tree is of
// no use: its Plan.Children gives the last child in the place of each (neo4j-go-driver/v5 5.28.4), which
// hides what the others do and doubles the tree with every operator that has two.
func readQueryPlan(root neo4j.Plan) (QueryPlan, error) {
	if root == nil {
		return QueryPlan{}, Errorf(Internal, "", "the database has made no plan")
	}
	drawing, _ := root.Arguments()[drawnPlan].(string)
	plan := QueryPlan{drawing: drawing}
	var details int // where that column begins, in characters
	for line := range strings.Lines(drawing) {
		if details == 0 && strings.HasPrefix(line, "| Operator") {
			details = strings.Index(line, "Details")
		}
		m := operatorLine.FindStringSubmatch(line)
		if m == nil {
			continue
		}
		o := Operator{Name: m[1]}
		if cells := []rune(line); details > 0 && details < len(cells) {
			o.Details, _, _ = strings.Cut(string(cells[details:]), "  ")
		}
		plan.Operators = append(plan.Operators, o)
	}
	if len(plan.Operators) == 0 {
		return QueryPlan{}, Errorf(Internal, "", "the database has drawn no plan of the form known here: %.200q", drawing)
	}
	return plan, nil
}

// String is the plan as the database draws it, one operator a line.
func (p QueryPlan) String() string { return p.drawing }
