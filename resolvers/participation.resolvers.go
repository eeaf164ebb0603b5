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
	object, err := m.change(ctx, in.ClientMutationID, in,
		func(ctx context.Context, tx graph.Tx) (row, error) { return m.recordParticipation(ctx, tx, in) })
	if _, key, ok := compile.ParseID(in.Campaign); ok && err == nil {
		m.changes.tell(key)
	}
	return object, err
}

func (m mutation) recordParticipation(
	ctx context.Context, tx graph.Tx, in generated.RecordParticipationInput,
) (row, error) {
	var p problems
	ends := row{"campaign": p.keyOf(in.Campaign, "Campaign", "campaign"),
		"creator": p.keyOf(in.Creator, "Creator", "creator")}
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
	if err := p.orNil(); err != nil {
		return nil, err
	}
	if err := p.endsExist(ctx, tx, ends); err != nil {
		return nil, err
	}
	_, err := tx.Run(ctx, statement("participation/record",
		row{"campaign": ends["campaign"], "creator": ends["creator"], "values": values}))
	if err != nil {
		return nil, err
	}
	return row{"participation": ends}, m.recountAround(ctx, tx, ends)
}

// recountAround brings up to date all totals that count a participation, so that whoever recorded it
// reads them.
func (m mutation) recountAround(ctx context.Context, tx graph.Tx, ends row) error {
	around, err := tx.Run(ctx, statement("participation/around", ends))
	if err != nil {
		return err
	}
	for _, t := range []struct {
		table string
		keys  any
	}{
		{"campaigns", []any{ends["campaign"]}}, {"creators", []any{ends["creator"]}},
		{"agencies", around[0]["agencies"]}, {"brands", around[0]["brands"]},
	} {
		if err := m.recount(ctx, tx, t.table, t.keys); err != nil {
			return err
		}
	}
	return nil
}

func (p *problems) endsExist(ctx context.Context, tx graph.Tx, ends row) error {
	found, err := tx.Run(ctx, statement("participation/ends", ends))
	if err != nil {
		return err
	}
	for _, noun := range []string{"campaign", "creator"} {
		if found[0][noun+"Exists"] != true {
			p.add(graph.NotFound, fmt.Sprintf("there is no %s %q", noun, ends[noun]), noun)
		}
	}
	return p.orNil()
}
