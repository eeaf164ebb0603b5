package resolvers

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strconv"

	"github.com/creatorgraph/creatorgraph/dataset/limit"
	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/answer"
	"github.com/creatorgraph/creatorgraph/resolvers/generated"
)

// maxInvitations bounds how many creators one request invites.
const maxInvitations = 1000

// invites are the creators whom one request invites to a campaign.
type invites []invite

type invite struct {
	creator, source string
	offer           *int64
	modelVersion    *string
	rank            *int
	propensity      *float64
}

// InviteCreators asks creators to work on a campaign: all of them, or none when there is a problem.
func (m mutation) InviteCreators(
	ctx context.Context, in generated.InviteCreatorsInput,
) (answer.Object, error) {
	campaign, change, wrong := invited(in)
	return changeInGroup(ctx, m.Resolver, m.groups.invites, campaign, in.ClientMutationID, in, change, wrong)
}

func invited(in generated.InviteCreatorsInput) (campaign string, change invites, wrong error) {
	var p problems
	campaign = p.keyOf(in.Campaign, "Campaign", "campaign")
	if n := len(in.Invitations); n == 0 || n > maxInvitations {
		p.add(graph.Invalid, fmt.Sprintf("%d invitations; give 1 to %d", n, maxInvitations), "invitations")
		return campaign, nil, p
	}
	for i, one := range in.Invitations {
		place := strconv.Itoa(i)
		p.checkNotNegative(one.Offer, "invitations", place, "offer")
		p.model(one, place)
		change = append(change, invite{p.keyOf(one.Creator, "Creator", "invitations", place, "creator"),
			string(one.Source), one.Offer, one.ModelVersion, one.Rank, one.Propensity})
	}
	return campaign, change, p.orNil()
}

// model adds problems for what an invitation says of the model that recommended the creator.
func (p *problems) model(in generated.InvitationInput, place string) {
	if in.ModelVersion != nil {
		p.checkLimit(*in.ModelVersion, limit.Text(*in.ModelVersion), "invitations", place, "modelVersion")
	}
	if in.Rank != nil && *in.Rank < 1 {
		p.add(graph.Invalid, fmt.Sprintf("a rank of %d; the first place is 1", *in.Rank), "invitations", place, "rank")
	}
	if in.Propensity != nil && !(*in.Propensity >= 0 && *in.Propensity <= 1) {
		p.add(graph.Invalid, fmt.Sprintf("a propensity of %v; give a share from 0 to 1", *in.Propensity),
			"invitations", place, "propensity")
	}
}

// inviteCreators invites to one campaign. Of several invitations of one creator the first counts.
func inviteCreators(ctx context.Context, tx graph.Tx, campaign string, all []invites) ([]outcome, error) {
	asked := map[string]bool{}
	for _, one := range all {
		for _, i := range one {
			asked[i.creator] = true
		}
	}
	missing, err := missingOf(ctx, tx, campaign, slices.Sorted(maps.Keys(asked)))
	if err != nil {
		return nil, err
	}
	outcomes := make([]outcome, len(all))
	rows := map[string]any{}
	for at, one := range all {
		if outcomes[at].Err = missing.of(campaign, one); outcomes[at].Err != nil {
			continue
		}
		var made []any
		for _, i := range one {
			made = append(made, row{"campaign": campaign, "creator": i.creator})
			if rows[i.creator] == nil {
				rows[i.creator] = row{"creator": i.creator, "source": i.source, "offer": i.offer,
					"modelVersion": i.modelVersion, "rank": i.rank, "propensity": i.propensity}
			}
		}
		outcomes[at].Value = row{"invitations": made}
	}
	if len(rows) == 0 {
		return outcomes, nil
	}
	var sorted []any
	for _, creator := range slices.Sorted(maps.Keys(rows)) {
		sorted = append(sorted, rows[creator])
	}
	_, err = tx.Run(ctx, statement("invitation/invite", row{"campaign": campaign, "invitations": sorted}))
	return outcomes, err
}

// missing is what invitations name that does not exist.
type missing struct {
	campaign bool
	creators map[any]bool
}

func missingOf(ctx context.Context, tx graph.Tx, campaign string, creators []string) (missing, error) {
	found, isCampaign, err := existing(ctx, tx, campaign, creators)
	m := missing{campaign: !isCampaign, creators: map[any]bool{}}
	for _, creator := range creators {
		m.creators[creator] = true
	}
	for _, creator := range found {
		delete(m.creators, creator)
	}
	return m, err
}

// of gives the problems of one request.
func (m missing) of(campaign string, all invites) error {
	var p problems
	if m.campaign {
		p.add(graph.NotFound, fmt.Sprintf("there is no campaign %q", campaign), "campaign")
		return p
	}
	for i, one := range all {
		if m.creators[one.creator] {
			p.add(graph.NotFound, fmt.Sprintf("there is no creator %q", one.creator),
				"invitations", strconv.Itoa(i), "creator")
		}
	}
	return p.orNil()
}
