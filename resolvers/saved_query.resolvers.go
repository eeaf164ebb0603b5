package resolvers

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/creatorgraph/creatorgraph/export/table"
	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/computed"
	"github.com/creatorgraph/creatorgraph/queries"
)

// savedQueries answers Query.savedQueries.
func (r *Resolver) savedQueries(_ context.Context, q computed.Request) ([]any, error) {
	list := []any{}
	for _, q := range r.queries.Find(q.Arguments.Text("text")) {
		list = append(list, savedQuery(q))
	}
	return list, nil
}

func savedQuery(q queries.Query) map[string]any {
	params := make([]any, len(q.Parameters))
	for i, p := range q.Parameters {
		params[i] = map[string]any{"name": p.Name, "type": p.Type, "required": p.Required(),
			"default": p.Default, "description": p.Description}
	}
	return map[string]any{"name": q.Name, "title": q.Title, "description": q.Description, "audience": q.Audience,
		"tags": texts(q.Tags), "language": string(q.Language), "parameters": params}
}

// runSavedQuery answers Query.runSavedQuery.
func (r *Resolver) runSavedQuery(ctx context.Context, q computed.Request) (row, error) {
	limit, params, err := tableArguments(q.Arguments)
	if err != nil {
		return nil, err
	}
	query, err := r.namedQuery(q.Arguments)
	if err != nil {
		return nil, err
	}
	return tableRow(r.Saved(ctx, query, params, limit))
}

// namedQuery is the saved query that the argument name names.
func (r *Resolver) namedQuery(a computed.Arguments) (queries.Query, error) {
	name := a.Text("name")
	query, known := r.queries.Named(name)
	if !known {
		return query, a.Wrong("name", fmt.Sprintf("there is no saved query %.100q", name), suggestion(r.queries.Suggestions(name)))
	}
	return query, nil
}

func suggestion(near []string) string {
	if len(near) == 0 {
		return "see savedQueries for those there are"
	}
	return "take one that savedQueries lists, such as " + strings.Join(near, ", ")
}

type savedKey struct{}

// Saved runs a saved query with values for its parameters and gives its first rows. The error is Invalid
// where a parameter is missing, unknown or of the wrong type.
func (r *Resolver) Saved(ctx context.Context, q queries.Query, params map[string]any, limit int) (table.Table, error) {
	if ctx.Value(savedKey{}) != nil {
		return table.Table{}, graph.Errorf(graph.Invalid, "ask what that one asks", "%s: a saved query runs no other", q.Name)
	}
	values, err := q.Bind(params)
	if err != nil {
		return table.Table{}, &graph.Error{Kind: graph.Invalid, What: err.Error()}
	}
	said, err := r.completeValues(ctx, q, values)
	if err != nil {
		return table.Table{}, err
	}
	t, err := r.savedTable(ctx, q, values, limit)
	if err != nil {
		return table.Table{}, err
	}
	if len(t.Rows) == 0 {
		lacks, err := r.missingRequirements(ctx, q, values)
		if err != nil {
			return table.Table{}, err
		}
		if len(lacks) > 0 { // what the text names and no data has is told by them
			t.Warnings = nil
		}
		said = append(said, lacks...)
	}
	t.Warnings = append(said, t.Warnings...)
	return t, nil
}

// savedTable is Saved for values that are complete.
func (r *Resolver) savedTable(ctx context.Context, q queries.Query, values map[string]any, limit int) (table.Table, error) {
	if q.Language == queries.Cypher {
		t, err := r.Cypher(ctx, graph.Statement{Text: q.Text, Params: values}, limit)
		return withDeclaredTypes(t, q), err
	}
	begun := time.Now()
	got, err := r.Ask(context.WithValue(ctx, savedKey{}, q.Name), q.Text, values)
	if err != nil {
		return table.Table{}, first(err)
	}
	t, err := table.Flatten(got.Data, got.Question, q.Rows)
	if err != nil {
		return table.Table{}, &graph.Error{Kind: graph.Invalid, What: q.Name + ": " + err.Error()}
	}
	t.Warnings = append(t.Warnings, got.Warnings...)
	t.Took = time.Since(begun)
	if len(t.Rows) > limit {
		t.Rows, t.Truncated = t.Rows[:limit], true
	}
	return t, nil
}

// first gives the first error of a list: one field has one.
func first(err error) error {
	var list gqlerror.List
	if errors.As(err, &list) && len(list) > 0 {
		return list[0]
	}
	return err
}
