package resolvers

import (
	"context"
	"encoding/json"

	"github.com/99designs/gqlgen/graphql"

	"github.com/creatorgraph/creatorgraph/graph/answer"
)

// precomputedKey is the context key under which Intercept puts the answers of Query's fields, by response name, when an operation
// also asks for introspection: only then do they reach gqlgen's executor.
type precomputedKey struct{}

func withPrecomputed(ctx context.Context, data map[string]json.RawMessage) context.Context {
	return context.WithValue(ctx, precomputedKey{}, data)
}

func precomputed(ctx context.Context) (answer.Object, error) {
	data, _ := ctx.Value(precomputedKey{}).(map[string]json.RawMessage)
	raw := data[graphql.GetFieldContext(ctx).Field.Alias]
	if string(raw) == "null" {
		return nil, nil
	}
	return answer.Object(raw), nil
}

// precomputedList is take for a list, whose items are split again, as generated code wants them one by one.
func precomputedList(ctx context.Context) ([]answer.Object, error) {
	raw, err := precomputed(ctx)
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

// precomputedText is take for a String!.
func precomputedText(ctx context.Context) (text string, err error) {
	raw, err := precomputed(ctx)
	if err == nil && raw != nil {
		err = json.Unmarshal(raw, &text)
	}
	return text, err
}
