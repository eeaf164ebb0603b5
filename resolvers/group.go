package resolvers

import (
	"context"
	"strconv"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/answer"
	"github.com/creatorgraph/creatorgraph/graph/compile"
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

// nothing begins keys that nothing has: no key holds a control character. It is as long as keys are.
const nothing = "\x00nothing"

// plannedFor are numbers of changes: the database plans a statement once for each order of magnitude of a list that it is given.
var plannedFor = []int{1, 2, 11}

// WarmWrites lets the database plan the statements of the grouped mutations, of which the largest takes it a second,
// before a client waits for them: they are run for things that do not exist. What fails is left to be told to whoever
// comes first.
func (r *Resolver) WarmWrites(ctx context.Context) {
	for _, n := range plannedFor {
		warmGroup(ctx, r.groups.recordings, n, func(creator string) recording { return recording{creator: creator, values: row{}} })
		warmGroup(ctx, r.groups.answers, n, func(creator string) answered { return answered{creator: creator} })
	}
	warmGroup(ctx, r.groups.invites, 1, func(string) invites { return invites{{}} })
	warmGroup(ctx, r.groups.counts, 1, func(string) metricsOf { return metricsOf{} })
}

func warmGroup[T any](ctx context.Context, group *grouped[T], n int, change func(key string) T) {
	changes := make([]requested[T], n)
	for i := range changes {
		changes[i].change = change(nothing + strconv.Itoa(i))
	}
	_ = group.Together(ctx, nothing, changes)
}

// WarmMutation lets the database plan what a mutation reads after its change, without one: the payloads are those of changes that
// could not be made. What fails is left to be told to whoever asks.
func (r *Resolver) WarmMutation(ctx context.Context, op *graphql.OperationContext) {
	op.Variables = compile.Variables(op.Variables)
	ctx = graphql.WithOperationContext(ctx, op)
	for _, f := range graphql.CollectFields(op, op.Operation.SelectionSet, []string{rootNames[ast.Mutation]}) {
		if f.Field.Definition.Type.Name() == "String" { // __typename
			continue
		}
		if plan, err := r.payloadPlan(op, f.Field); err == nil {
			_, _ = r.run(ctx, plan, op.Variables, map[string]any{"rows": []any{row{"userErrors": []any{}}}})
		}
	}
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
