package resolvers

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/answer"
	"github.com/creatorgraph/creatorgraph/resolvers/generated"
)

// unknownDay stands for an unknown day where campaigns are sorted by theirs (docs/model.md).
const unknownDay = -1_000_000

// CreateCampaign plans a campaign for a brand.
func (m mutation) CreateCampaign(
	ctx context.Context, in generated.CreateCampaignInput,
) (answer.Object, error) {
	return m.change(ctx, in.ClientMutationID, in, func(ctx context.Context, tx graph.Tx) (row, error) {
		return createCampaign(ctx, tx, in)
	})
}

func createCampaign(
	ctx context.Context, tx graph.Tx, in generated.CreateCampaignInput,
) (row, error) {
	var p problems
	brand := p.keyOf(in.Brand, "Brand", "brand")
	key := newKey(in.Key)
	p.checkKey(key, "key")
	p.checkName(in.Name, "name")
	p.checkNotNegative(in.Budget, "budget")
	p.checkDay(in.Starts, "starts")
	if in.Ends = openEndToNil(in.Ends); in.Ends != nil {
		p.checkDay(in.Ends, "ends")
	}
	if in.Starts != nil && in.Ends != nil && *in.Ends < *in.Starts {
		p.add(graph.Invalid, *in.Ends+" is before the first day, "+*in.Starts, "ends")
	}
	p.checkElements(in.Categories, "categories")
	p.checkElements(in.TargetSegments, "targetSegments")
	if err := p.orNil(); err != nil {
		return nil, err
	}
	params := row{"key": key, "brand": brand, "categories": distinct(in.Categories),
		"segments": distinct(in.TargetSegments)}
	checked, err := tx.Run(ctx, statement("campaign/check", params))
	if err != nil {
		return nil, err
	}
	if err := p.missingOf(checked[0], brand, key); err != nil {
		return nil, err
	}
	params["starts"], params["ends"] = in.Starts, in.Ends
	name := strings.TrimSpace(in.Name)
	var budget any
	if in.Budget != nil {
		budget = *in.Budget
	}
	spelt, marks := graph.Spelling("Campaign", key, name, nil, budget)
	params["properties"] = row{"key": key, "name": name, "spelt": spelt, "marks": marks,
		"objective": string(in.Objective), "formats": distinct(in.Formats), "budget": in.Budget,
		"byName": graph.SortKey(name), "byStarts": epochDay(in.Starts), "byBudget": orMinusOne(in.Budget)}
	_, err = tx.Run(ctx, statement("campaign/create", params))
	return row{"campaign": key}, err
}

func (p *problems) missingOf(checked graph.Record, brand, key string) error {
	if checked["brandExists"] != true {
		p.add(graph.NotFound, fmt.Sprintf("there is no brand %q", brand), "brand")
	}
	if checked["taken"] == true {
		p.add(graph.Conflict, fmt.Sprintf("there is a campaign %q already; give another key", key), "key")
	}
	for _, of := range []struct{ column, field string }{{"categories", "categories"}, {"segments", "targetSegments"}} {
		missing, _ := checked[of.column].([]any)
		for _, one := range missing {
			p.add(graph.NotFound, fmt.Sprintf("there is none with the key %.200q; give keys that exist", one), of.field)
		}
	}
	return p.orNil()
}

// newKey gives the key the client chose, or one of our own.
func newKey(chosen *string) string {
	if chosen != nil {
		return *chosen
	}
	return uuid.NewString()
}

// distinct gives the texts in their order, each once.
func distinct[T ~string](given []T) []any {
	all, seen := []any{}, map[T]bool{}
	for _, one := range given {
		if !seen[one] {
			all, seen[one] = append(all, string(one)), true
		}
	}
	return all
}

func epochDay(date *string) int64 {
	if date == nil {
		return unknownDay
	}
	day, err := time.Parse(time.DateOnly, *date)
	if err != nil {
		return unknownDay // the scalar has been read before
	}
	return day.Unix() / (24 * 60 * 60)
}

func orMinusOne(n *int64) int64 {
	if n == nil {
		return -1
	}
	return *n
}
