package graph

import (
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"

	"github.com/creatorgraph/creatorgraph/graph/cypher"
)

// Params is the line that gives the profiled statement its parameters in Neo4j's own tools.
func (p Profile) Params() string { return cypher.Params(p.Statement.Params) }

// Parameters are the profiled statement's as JSON has them: days are texts.
func (p Profile) Parameters() map[string]any { return withDaysAsTexts(p.Statement.Params) }

func withDaysAsTexts(params map[string]any) map[string]any {
	made := make(map[string]any, len(params))
	for name, value := range params {
		made[name] = dayAsText(value)
	}
	return made
}

func dayAsText(value any) any {
	switch v := value.(type) {
	case map[string]any:
		return withDaysAsTexts(v)
	case []any:
		made := make([]any, len(v))
		for i, item := range v {
			made[i] = dayAsText(item)
		}
		return made
	case dbtype.Date:
		return v.Time().Format(time.DateOnly)
	}
	return value
}
