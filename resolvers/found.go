package resolvers

import (
	"context"
	"encoding/json"

	"github.com/99designs/gqlgen/graphql"

	"github.com/creatorgraph/creatorgraph/graph/answer"
	"github.com/creatorgraph/creatorgraph/resolvers/generated"
)

// found has a method for each field of Query, since gqlgen asks for one. They are reached only when an
// operation also asks for introspection; Operation has by then put the answers, by response name,
// into the context.
type found struct{}

type foundKey struct{}

func withFound(ctx context.Context, data map[string]json.RawMessage) context.Context {
	return context.WithValue(ctx, foundKey{}, data)
}

func (found) take(ctx context.Context) (answer.Object, error) {
	data, _ := ctx.Value(foundKey{}).(map[string]json.RawMessage)
	raw := data[graphql.GetFieldContext(ctx).Field.Alias]
	if string(raw) == "null" {
		return nil, nil
	}
	return answer.Object(raw), nil
}

// Node is a found field.
func (f found) Node(ctx context.Context, _ string) (answer.Object, error) { return f.take(ctx) }

// Nodes is a found field.
func (f found) Nodes(ctx context.Context, _ []string) ([]answer.Object, error) {
	return f.takeAll(ctx)
}

// takeAll is take for a list, whose items are split again, as generated code wants them one by one.
func (f found) takeAll(ctx context.Context) ([]answer.Object, error) {
	raw, err := f.take(ctx)
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

// Creator is a found field.
func (f found) Creator(ctx context.Context, _, _ *string) (answer.Object, error) { return f.take(ctx) }

// Agency is a found field.
func (f found) Agency(ctx context.Context, _, _ *string) (answer.Object, error) { return f.take(ctx) }

// Brand is a found field.
func (f found) Brand(ctx context.Context, _, _ *string) (answer.Object, error) { return f.take(ctx) }

// Campaign is a found field.
func (f found) Campaign(ctx context.Context, _, _ *string) (answer.Object, error) {
	return f.take(ctx)
}

// Creators is a found field.
func (f found) Creators(
	ctx context.Context, _ *generated.CreatorFilter, _ []generated.CreatorOrder, _ *int, _ *string,
	_ *int, _ *string,
) (answer.Object, error) {
	return f.take(ctx)
}

// Agencies is a found field.
func (f found) Agencies(
	ctx context.Context, _ *generated.AgencyFilter, _ []generated.AgencyOrder, _ *int, _ *string,
	_ *int, _ *string,
) (answer.Object, error) {
	return f.take(ctx)
}

// Brands is a found field.
func (f found) Brands(
	ctx context.Context, _ *generated.BrandFilter, _ []generated.BrandOrder, _ *int, _ *string,
	_ *int, _ *string,
) (answer.Object, error) {
	return f.take(ctx)
}

// Campaigns is a found field.
func (f found) Campaigns(
	ctx context.Context, _ *generated.CampaignFilter, _ []generated.CampaignOrder, _ *int, _ *string,
	_ *int, _ *string,
) (answer.Object, error) {
	return f.take(ctx)
}

// Search is a found field.
func (f found) Search(
	ctx context.Context, _ string, _ []generated.EntityKind, _ *int, _ *string,
) (answer.Object, error) {
	return f.take(ctx)
}

// Neighborhood is a computed field.
func (f found) Neighborhood(
	ctx context.Context, _ string, _ *int, _ []generated.EdgeKind, _ *int,
) (answer.Object, error) {
	return f.take(ctx)
}

// Paths is a computed field.
func (f found) Paths(
	ctx context.Context, _, _ string, _ []generated.EdgeKind, _, _ *int,
) ([]answer.Object, error) {
	return f.takeAll(ctx)
}

// AudienceOverlap is computed.
func (f found) AudienceOverlap(ctx context.Context, _ []string) (answer.Object, error) {
	return f.take(ctx)
}
