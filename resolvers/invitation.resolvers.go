package resolvers

import (
	"context"
	"fmt"
	"strconv"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/answer"
	"github.com/creatorgraph/creatorgraph/resolvers/generated"
)

// maxInvitations bounds how many creators one request invites.
const maxInvitations = 1000

// InviteCreators asks creators to work on a campaign: all of them, or none when there is a problem.
func (m mutation) InviteCreators(
	ctx context.Context, in generated.InviteCreatorsInput,
) (answer.Object, error) {
	return m.change(ctx, in.ClientMutationID, in, func(ctx context.Context, tx graph.Tx) (row, error) {
		return inviteCreators(ctx, tx, in)
	})
}

func inviteCreators(ctx context.Context, tx graph.Tx, in generated.InviteCreatorsInput) (row, error) {
	var p problems
	campaign := p.keyOf(in.Campaign, "Campaign", "campaign")
	if n := len(in.Invitations); n == 0 || n > maxInvitations {
		p.add(graph.Invalid, fmt.Sprintf("%d invitations; give 1 to %d", n, maxInvitations), "invitations")
		return nil, p
	}
	var creators, rows, ends []any
	for i, one := range in.Invitations {
		place := strconv.Itoa(i)
		creator := p.keyOf(one.Creator, "Creator", "invitations", place, "creator")
		p.notNegative(one.Offer, "invitations", place, "offer")
		creators = append(creators, creator)
		rows = append(rows, row{"creator": creator, "source": string(one.Source), "offer": one.Offer})
		ends = append(ends, row{"campaign": campaign, "creator": creator})
	}
	if err := p.orNil(); err != nil {
		return nil, err
	}
	if err := p.campaignExists(ctx, tx, campaign); err != nil {
		return nil, err
	}
	missing, err := tx.Run(ctx, statement("invitation/missing", row{"creators": creators}))
	if err != nil {
		return nil, err
	}
	for _, one := range missing {
		p.add(graph.NotFound, fmt.Sprintf("there is no creator %q", one["key"]),
			"invitations", fmt.Sprint(one["place"]), "creator")
	}
	if err := p.orNil(); err != nil {
		return nil, err
	}
	_, err = tx.Run(ctx, statement("invitation/invite", row{"campaign": campaign, "invitations": rows}))
	return row{"invitations": ends}, err
}

// campaignExists gives a problem when there is no such campaign.
func (p *problems) campaignExists(ctx context.Context, tx graph.Tx, campaign string) error {
	found, err := tx.Run(ctx, statement("campaign/exists", row{"campaign": campaign}))
	if err != nil {
		return err
	}
	if len(found) == 0 {
		p.add(graph.NotFound, fmt.Sprintf("there is no campaign %q", campaign), "campaign")
	}
	return p.orNil()
}

// AnswerInvitation records what a creator said. The same answer again changes nothing, another one
// is a conflict.
func (m mutation) AnswerInvitation(
	ctx context.Context, in generated.AnswerInvitationInput,
) (answer.Object, error) {
	return m.change(ctx, in.ClientMutationID, in, func(ctx context.Context, tx graph.Tx) (row, error) {
		return answerInvitation(ctx, tx, in)
	})
}

func answerInvitation(ctx context.Context, tx graph.Tx, in generated.AnswerInvitationInput) (row, error) {
	var p problems
	ends := row{"campaign": p.keyOf(in.Campaign, "Campaign", "campaign"),
		"creator": p.keyOf(in.Creator, "Creator", "creator")}
	if in.Answer == generated.InvitationAnswerPending {
		p.add(graph.Invalid, "PENDING is no answer; give ACCEPTED, DECLINED or EXPIRED", "answer")
	}
	if err := p.orNil(); err != nil {
		return nil, err
	}
	found, err := tx.Run(ctx, statement("invitation/find", ends))
	if err != nil {
		return nil, err
	}
	if len(found) == 0 {
		p.add(graph.NotFound, fmt.Sprintf("creator %q was not invited to campaign %q; invite first with inviteCreators",
			ends["creator"], ends["campaign"]), "creator")
		return nil, p
	}
	result := row{"invitation": ends}
	switch before := found[0]["answer"]; before {
	case nil:
	case string(in.Answer):
		return result, nil
	default:
		p.add(graph.Conflict, fmt.Sprintf("it was answered %v before", before), "answer")
		return nil, p
	}
	_, err = tx.Run(ctx, statement("invitation/answer",
		row{"campaign": ends["campaign"], "creator": ends["creator"], "answer": string(in.Answer)}))
	return result, err
}
