package resolvers

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strconv"

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
}

// InviteCreators asks creators to work on a campaign: all of them, or none when there is a problem.
func (m mutation) InviteCreators(
	ctx context.Context, in generated.InviteCreatorsInput,
) (answer.Object, error) {
	campaign, change, wrong := invited(in)
	return together(ctx, m.Resolver, m.groups.invites, campaign, in.ClientMutationID, in, change, wrong)
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
		p.notNegative(one.Offer, "invitations", place, "offer")
		change = append(change, invite{p.keyOf(one.Creator, "Creator", "invitations", place, "creator"),
			string(one.Source), one.Offer})
	}
	return campaign, change, p.orNil()
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
				rows[i.creator] = row{"creator": i.creator, "source": i.source, "offer": i.offer}
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

// answered is what a creator said.
type answered struct{ creator, answer string }

// AnswerInvitation records what a creator said. The same answer again changes nothing, another one
// is a conflict.
func (m mutation) AnswerInvitation(
	ctx context.Context, in generated.AnswerInvitationInput,
) (answer.Object, error) {
	var p problems
	campaign := p.keyOf(in.Campaign, "Campaign", "campaign")
	change := answered{p.keyOf(in.Creator, "Creator", "creator"), string(in.Answer)}
	if in.Answer == generated.InvitationAnswerPending {
		p.add(graph.Invalid, "PENDING is no answer; give ACCEPTED, DECLINED or EXPIRED", "answer")
	}
	return together(ctx, m.Resolver, m.groups.answers, campaign, in.ClientMutationID, in, change, p.orNil())
}

// answerInvitations records answers to invitations of one campaign. The first answer stands, whoever gave
// another is told of it.
func answerInvitations(ctx context.Context, tx graph.Tx, campaign string, all []answered) ([]outcome, error) {
	first := map[string]any{}
	for _, one := range all {
		if first[one.creator] == nil {
			first[one.creator] = row{"creator": one.creator, "answer": one.answer}
		}
	}
	var rows []any
	for _, creator := range slices.Sorted(maps.Keys(first)) {
		rows = append(rows, first[creator])
	}
	done, err := tx.Run(ctx, statement("invitation/answer", row{"campaign": campaign, "answers": rows}))
	if err != nil {
		return nil, err
	}
	stands := map[any]graph.Record{}
	for _, one := range done {
		stands[one["creator"]] = one
	}
	outcomes := make([]outcome, len(all))
	for i, one := range all {
		outcomes[i].Value = row{"invitation": row{"campaign": campaign, "creator": one.creator}}
		var p problems
		switch standing := stands[one.creator]; {
		case standing == nil:
			p.add(graph.NotFound, fmt.Sprintf("creator %q was not invited to campaign %q; invite first with inviteCreators",
				one.creator, campaign), "creator")
		case standing["answer"] != one.answer:
			p.add(graph.Conflict, fmt.Sprintf("it was answered %v at %v, which stands", standing["answer"],
				orUnknown(standing["answered"])), "answer")
		}
		outcomes[i].Err = p.orNil()
	}
	return outcomes, nil
}

// orUnknown names an absent value; imports may leave out when an invitation was answered.
func orUnknown(value any) any {
	if value == nil {
		return "a time nobody noted"
	}
	return value
}
