package resolvers

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/answer"
	"github.com/creatorgraph/creatorgraph/resolvers/generated"
)

// recording is what is recorded of a creator's participation in a campaign.
type recording struct {
	creator string
	values  row
}

// RecordParticipation records that a creator works on a campaign, and its totals so far.
func (m mutation) RecordParticipation(
	ctx context.Context, in generated.RecordParticipationInput,
) (answer.Object, error) {
	campaign, change, wrong := recorded(in)
	object, err := changeInGroup(ctx, m.Resolver, m.groups.recordings, campaign, in.ClientMutationID, in, change, wrong)
	if err == nil && wrong == nil {
		m.changes.tell("Campaign:" + campaign)
	}
	return object, err
}

func recorded(in generated.RecordParticipationInput) (campaign string, change recording, wrong error) {
	var p problems
	campaign = p.keyOf(in.Campaign, "Campaign", "campaign")
	change = recording{p.keyOf(in.Creator, "Creator", "creator"), row{}}
	for name, n := range map[string]*int64{"fee": in.Fee, "impressions": in.Impressions,
		"engagements": in.Engagements, "clicks": in.Clicks, "conversions": in.Conversions, "gmv": in.Gmv} {
		p.checkNotNegative(n, name)
		if n != nil {
			change.values[name] = *n
		}
	}
	if in.Source != nil {
		change.values["source"] = string(*in.Source)
	}
	return campaign, change, p.orNil()
}

// recordParticipations records participations in one campaign. Of one creator's the later overwrites what the
// earlier said, as it does when they come one after another.
func recordParticipations(
	ctx context.Context, tx graph.Tx, campaign string, all []recording,
) ([]outcome, error) {
	values := map[string]row{}
	for _, one := range all {
		if values[one.creator] == nil {
			values[one.creator] = row{}
		}
		maps.Copy(values[one.creator], one.values)
	}
	var rows []any
	creators := slices.Sorted(maps.Keys(values))
	for _, creator := range creators {
		rows = append(rows, row{"creator": creator, "values": values[creator]})
	}
	done, err := tx.Run(ctx, statement("participation/record", row{"campaign": campaign, "rows": rows}))
	if err != nil {
		return nil, err
	}
	var found []any
	isCampaign := len(done) > 0
	if isCampaign {
		found, _ = done[0]["creators"].([]any)
	}
	if len(found) < len(creators) {
		if found, isCampaign, err = existing(ctx, tx, campaign, creators); err != nil {
			return nil, err
		}
	}
	outcomes := make([]outcome, len(all))
	for i, one := range all {
		outcomes[i].Value = row{"participation": row{"campaign": campaign, "creator": one.creator}}
		var p problems
		if !isCampaign {
			p.add(graph.NotFound, fmt.Sprintf("there is no campaign %q", campaign), "campaign")
		}
		if !slices.Contains(found, any(one.creator)) {
			p.add(graph.NotFound, fmt.Sprintf("there is no creator %q", one.creator), "creator")
		}
		outcomes[i].Err = p.orNil()
	}
	return outcomes, nil
}

// existing tells which of a campaign and creators exist.
func existing(ctx context.Context, tx graph.Tx, campaign string, creators []string) (found []any, isCampaign bool, err error) {
	rows, err := tx.Run(ctx, statement("participation/ends", row{"campaign": campaign, "creators": creators}))
	if err != nil {
		return nil, false, err
	}
	found, _ = rows[0]["creators"].([]any)
	return found, rows[0]["campaignExists"] == true, nil
}
