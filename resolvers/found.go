package resolvers

import (
	"context"
	"encoding/json"

	"github.com/99designs/gqlgen/graphql"

	"github.com/creatorgraph/creatorgraph/graph/answer"
)

// foundKey is where Intercept puts the answers of Query's fields, by response name, when an operation
// also asks for introspection: only then do they reach gqlgen's executor.
type foundKey struct{}

func withFound(ctx context.Context, data map[string]json.RawMessage) context.Context {
	return context.WithValue(ctx, foundKey{}, data)
}

func take(ctx context.Context) (answer.Object, error) {
	data, _ := ctx.Value(foundKey{}).(map[string]json.RawMessage)
	raw := data[graphql.GetFieldContext(ctx).Field.Alias]
	if string(raw) == "null" {
		return nil, nil
	}
	return answer.Object(raw), nil
}

// takeAll is take for a list, whose items are split again, as generated code wants them one by one.
func takeAll(ctx context.Context) ([]answer.Object, error) {
	raw, err := take(ctx)
	if err != nil || raw == nil {
		return nil, err
	}
	var items []json.RawMessage
	if err := json.Unmarshal(raw, &items); err != nil {
		return nil, err
	}
	objects := make([]answer.Object, len(items))
	for i, item := range items {
		if string(item) != "null" {
			objects[i] = answer.Object(item)
		}
	}
	return objects, nil
}

// takeText is take for a String!.
func takeText(ctx context.Context) (text string, err error) {
	raw, err := take(ctx)
	if err == nil && raw != nil {
		err = json.Unmarshal(raw, &text)
	}
	return text, err
}
