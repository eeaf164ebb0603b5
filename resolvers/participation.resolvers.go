package resolvers

import (
	"context"
	"fmt"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/answer"
	"github.com/creatorgraph/creatorgraph/graph/compile"
	"github.com/creatorgraph/creatorgraph/resolvers/generated"
)

// RecordParticipation records that a creator works on a campaign, and its totals so far.
func (m mutation) RecordParticipation(
	ctx context.Context, in generated.RecordParticipationInput,
) (answer.Object, error) {
	object, err := m.recordParticipation(ctx, in)
	if _, key, ok := compile.ParseID(in.Campaign); ok && err == nil {
		m.changes.tell(key)
	}
	return object, err
}

// recordParticipation takes one round trip, unless something is wrong or the request is to be remembered.
func (m mutation) recordParticipation(
	ctx context.Context, in generated.RecordParticipationInput,
) (answer.Object, error) {
	params, wrong := recorded(in)
	if wrong == nil && in.ClientMutationID == nil {
		object, done, err := m.apply(ctx, "participation/record", params)
		if done || err != nil {
			return object, err
		}
	}
	return m.change(ctx, in.ClientMutationID, in, func(ctx context.Context, tx graph.Tx) (row, error) {
		if wrong != nil {
			return nil, wrong
		}
		rows, err := tx.Run(ctx, statement("participation/record", params))
		if err != nil {
			return nil, err
		}
		if len(rows) == 0 {
			return nil, missingEnds(ctx, tx, params)
		}
		result, _ := rows[0]["row"].(row)
		return result, nil
	})
}

// recorded is what participation/record takes.
func recorded(in generated.RecordParticipationInput) (row, error) {
	var p problems
	campaign := p.keyOf(in.Campaign, "Campaign", "campaign")
	creator := p.keyOf(in.Creator, "Creator", "creator")
	values := row{}
	for name, n := range map[string]*int64{"fee": in.Fee, "impressions": in.Impressions,
		"engagements": in.Engagements, "clicks": in.Clicks, "conversions": in.Conversions, "gmv": in.Gmv} {
		p.notNegative(n, name)
		if n != nil {
			values[name] = *n
		}
	}
	if in.Source != nil {
		values["source"] = string(*in.Source)
	}
	return row{"campaign": campaign, "creator": creator, "values": values}, p.orNil()
}

// missingEnds tells which of a campaign and a creator do not exist.
func missingEnds(ctx context.Context, tx graph.Tx, params row) error {
	found, err := tx.Run(ctx, statement("participation/ends",
		row{"campaign": params["campaign"], "creator": params["creator"]}))
	if err != nil {
		return err
	}
	var p problems
	for _, noun := range []string{"campaign", "creator"} {
		if found[0][noun+"Exists"] != true {
			p.add(graph.NotFound, fmt.Sprintf("there is no %s %q", noun, params[noun]), noun)
		}
	}
	if len(p) == 0 {
		return graph.Errorf(graph.Unavailable, "ask again",
			"campaign %q and creator %q were not there a moment ago", params["campaign"], params["creator"])
	}
	return p
}
