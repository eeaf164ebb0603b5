package resolvers

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"time"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/answer"
	"github.com/creatorgraph/creatorgraph/graph/column"
	"github.com/creatorgraph/creatorgraph/resolvers/generated"
)

// expired is the answer of invitations that lapsed.
const expired = string(generated.InvitationAnswerExpired)

// answerChange is what a creator said, and when; nil is now.
type answerChange struct {
	creator, answer string
	at              *time.Time
}

// AnswerInvitation records what a creator said. The last answer stands, those before it are kept.
func (m mutation) AnswerInvitation(
	ctx context.Context, in generated.AnswerInvitationInput,
) (answer.Object, error) {
	var p problems
	campaign := p.keyOf(in.Campaign, "Campaign", "campaign")
	change := answerChange{p.keyOf(in.Creator, "Creator", "creator"), string(in.Answer), in.Answered}
	if in.Answer == generated.InvitationAnswerPending {
		p.add(graph.Invalid, "PENDING is no answer; give ACCEPTED, DECLINED or EXPIRED", "answer")
	}
	if in.Answered != nil {
		p.checkInstant(*in.Answered, "answered")
	}
	return changeInGroup(ctx, m.Resolver, m.groups.answers, campaign, in.ClientMutationID, in, change, p.orNil())
}

// answerInvitations records answers to invitations of one campaign, in the order in which they came.
func answerInvitations(ctx context.Context, tx graph.Tx, campaign string, all []answerChange) ([]outcome, error) {
	asked := map[string]bool{}
	for _, one := range all {
		asked[one.creator] = true
	}
	found, err := tx.Run(ctx, statement("invitation/lock", row{"campaign": campaign, "creators": slices.Sorted(maps.Keys(asked))}))
	if err != nil {
		return nil, err
	}
	invitations := map[string]*invitation{}
	for _, record := range found {
		invitations[column.Text(record["creator"])] = invitationOf(record)
	}
	outcomes := make([]outcome, len(all))
	for i, one := range all {
		outcomes[i].Value = row{"invitation": row{"campaign": campaign, "creator": one.creator}}
		outcomes[i].Err = invitations[one.creator].answer(campaign, one)
	}
	var rows []any
	for _, creator := range slices.Sorted(maps.Keys(invitations)) {
		if i := invitations[creator]; i.isChanged {
			rows = append(rows, i.row(creator))
		}
	}
	if len(rows) == 0 {
		return outcomes, nil
	}
	_, err = tx.Run(ctx, statement("invitation/answer", row{"campaign": campaign, "answers": rows}))
	return outcomes, err
}

// invitation is how one stands.
type invitation struct {
	invited, now time.Time
	current      recordedAnswer   // nothing while pending
	earlier      []recordedAnswer // by time
	isChanged    bool
}

// recordedAnswer is an answer; where an import did not tell when it was given, at is the zero time.
type recordedAnswer struct {
	answer string
	at     time.Time
}

func (s recordedAnswer) isExpiry() bool { return s.answer == expired }

func invitationOf(record graph.Record) *invitation {
	var i invitation
	i.invited, _ = record["invited"].(time.Time)
	i.now, _ = record["now"].(time.Time)
	i.current.answer = column.Text(record["answer"])
	i.current.at, _ = record["answered"].(time.Time)
	at := whole(record["earlierAnswered"])
	for n, answer := range column.Texts(record["earlierAnswers"]) {
		i.earlier = append(i.earlier, recordedAnswer{answer, time.Unix(at[n], 0)})
	}
	slices.SortFunc(i.earlier, byTime) // an import adds at the end
	return &i
}

func byTime(a, b recordedAnswer) int {
	return cmp.Or(cmp.Compare(a.seconds(), b.seconds()), cmp.Compare(a.answer, b.answer))
}

// answer takes in an answer: the last by time stands, and a lapse gives way to any answer. It gives the problem of one
// that cannot be.
func (i *invitation) answer(campaign string, one answerChange) error {
	var p problems
	if i == nil {
		p.add(graph.NotFound, fmt.Sprintf("creator %q was not invited to campaign %q; invite first with inviteCreators",
			one.creator, campaign), "creator")
		return p
	}
	given := recordedAnswer{one.answer, i.now}
	if one.at != nil {
		given.at = *one.at
	}
	isLater := !given.at.Before(i.current.at)
	switch {
	case one.at != nil && given.at.Before(i.invited):
		p.add(graph.Invalid, fmt.Sprintf("the creator was invited at %s; nobody answers before", i.invited.Format(time.RFC3339)), "answered")
		return p
	case one.at != nil && given.at.After(i.now):
		p.add(graph.Invalid, fmt.Sprintf("it is %s; nobody has answered later", i.now.Format(time.RFC3339)), "answered")
		return p
	case given.answer == i.current.answer:
		return nil
	case given.isExpiry() && i.current.answer != "" && isLater:
		p.add(graph.Conflict, fmt.Sprintf("it was answered %s at %s; what was answered does not lapse", i.current.answer, i.current.when()),
			"answer")
		return p
	}
	if stood := i.current; stood.answer == "" || stood.isExpiry() || isLater && !given.isExpiry() {
		i.current, given, i.isChanged = given, stood, true
	}
	i.keep(given)
	return nil
}

// keep notes an answer that does not stand, if it is one and not noted yet.
func (i *invitation) keep(s recordedAnswer) {
	at, isKept := slices.BinarySearchFunc(i.earlier, s, byTime)
	if s.answer != "" && !isKept {
		i.earlier, i.isChanged = slices.Insert(i.earlier, at, s), true
	}
}

// seconds tells when an answer was given, since 1970-01-01.
func (s recordedAnswer) seconds() int64 {
	if s.at.IsZero() {
		return unknownCount
	}
	return s.at.Unix()
}

// when tells when an answer was given, as far as it is known.
func (s recordedAnswer) when() string {
	if s.at.IsZero() {
		return "a time nobody noted"
	}
	return s.at.Format(time.RFC3339)
}

// row is how the invitation of a creator is written.
func (i *invitation) row(creator string) row {
	answers, at := []string{}, []int64{}
	for _, one := range i.earlier {
		answers, at = append(answers, one.answer), append(at, one.seconds())
	}
	return row{"creator": creator, "answer": i.current.answer, "answered": graph.Moment(i.current.at),
		"earlierAnswers": answers, "earlierAnswered": at}
}
