package resolvers

import (
	"context"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/answer"
)

// Changes that one transaction carries out together: as many as clients may ask for one thing at a time, and of
// invitations, of which each change may have a thousand, so few that a transaction stays small.
const (
	maxGrouped = 200
	maxInvites = 20
)

// groups are the mutations of which many may want the same thing at once.
type groups struct {
	recordings *grouped[recording] // by campaign
	invites    *grouped[invites]   // by campaign
	answers    *grouped[answered]  // by campaign
	counts     *grouped[metricsOf] // by content
}

func newGroups(store *graph.Store) groups {
	return groups{
		recordings: newGrouped(store, maxGrouped, recordParticipations),
		invites:    newGrouped(store, maxInvites, inviteCreators),
		answers:    newGrouped(store, maxGrouped, answerInvitations),
		counts:     newGrouped(store, maxGrouped, recordContentMetrics),
	}
}

// WarmWrites lets the database plan the statements of the grouped mutations, of which the largest takes it a second,
// before a client waits for them: they are run for things that do not exist. What fails is left to be told to whoever
// comes first.
func (r *Resolver) WarmWrites(ctx context.Context) {
	const nothing = ""
	_, _ = r.groups.recordings.Do(ctx, nothing, requested[recording]{change: recording{values: row{}}})
	_, _ = r.groups.invites.Do(ctx, nothing, requested[invites]{change: invites{{}}})
	_, _ = r.groups.answers.Do(ctx, nothing, requested[answered]{})
	_, _ = r.groups.counts.Do(ctx, nothing, requested[metricsOf]{})
}

type grouped[T any] = graph.Group[requested[T], row]

// newGrouped makes a group whose work carries out changes of one thing, of which none was carried out before.
func newGrouped[T any](
	store *graph.Store, most int,
	work func(ctx context.Context, tx graph.Tx, thing string, changes []T) ([]outcome, error),
) *grouped[T] {
	return graph.NewGroup(store, most,
		func(ctx context.Context, thing string, all []requested[T]) ([]outcome, error) {
			var outcomes []outcome
			err := store.Write(ctx, func(ctx context.Context, tx graph.Tx) error {
				var err error
				outcomes, err = once(ctx, tx, all, func(changes []T) ([]outcome, error) {
					return work(ctx, tx, thing, changes)
				})
				return err
			})
			return outcomes, err
		})
}

// together is change for a mutation whose kind is grouped; wrong is what its input has of problems. What the client
// selects of the payload is read afterwards, when nobody waits for it.
func together[T any](
	ctx context.Context, r *Resolver, group *grouped[T], thing string, id *string, input any, change T, wrong error,
) (answer.Object, error) {
	request, err := newRequest(ctx, id, input)
	if err == nil {
		err = wrong
	}
	if err != nil {
		return r.payload(ctx, id, nil, err)
	}
	result, err := group.Do(ctx, thing, requested[T]{request, change})
	return r.payload(ctx, id, result, err)
}
