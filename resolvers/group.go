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

// groups batch the mutations of which many may change the same node at once.
type groups struct {
	recordings *changeGroup[recording]    // by campaign
	invites    *changeGroup[invites]      // by campaign
	answers    *changeGroup[answerChange] // by campaign
	counts     *changeGroup[metricsOf]    // by content
}

func newGroups(store *graph.Store) groups {
	return groups{
		recordings: newChangeGroup(store, maxGrouped, recordParticipations),
		invites:    newChangeGroup(store, maxInvites, inviteCreators),
		answers:    newChangeGroup(store, maxGrouped, answerInvitations),
		counts:     newChangeGroup(store, maxGrouped, recordContentMetrics),
	}
}

// absentKey is the prefix of keys that no node has, since no key holds a control character.
const absentKey = "\x00nothing"

// warmSizes are the numbers of changes to warm with: the database plans a statement for each order of magnitude of its list.
var warmSizes = []int{1, 2, 11}

// WarmWrites lets the database plan the statements of the grouped mutations, of which the largest takes it a second,
// before a client waits for them: they are run for things that do not exist. What fails is left to be told to whoever
// comes first.
func (r *Resolver) WarmWrites(ctx context.Context) {
	for _, n := range warmSizes {
		warmGroup(ctx, r.groups.recordings, n, func(creator string) recording { return recording{creator: creator, values: row{}} })
		warmGroup(ctx, r.groups.answers, n, func(creator string) answerChange { return answerChange{creator: creator} })
	}
	warmGroup(ctx, r.groups.invites, 1, func(string) invites { return invites{{}} })
	warmGroup(ctx, r.groups.counts, 1, func(string) metricsOf { return metricsOf{} })
}

func warmGroup[T any](ctx context.Context, group *changeGroup[T], n int, change func(key string) T) {
	changes := make([]namedChange[T], n)
	for i := range changes {
		changes[i].change = change(absentKey + strconv.Itoa(i))
	}
	_ = group.Together(ctx, absentKey, changes)
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

type changeGroup[T any] = graph.Group[namedChange[T], row]

// newChangeGroup makes a group whose work carries out changes of one thing, of which none was carried out before.
func newChangeGroup[T any](
	store *graph.Store, most int,
	work func(ctx context.Context, tx graph.Tx, thing string, changes []T) ([]outcome, error),
) *changeGroup[T] {
	return graph.NewGroup(store, most,
		func(ctx context.Context, thing string, all []namedChange[T]) ([]outcome, error) {
			var outcomes []outcome
			err := store.Write(ctx, func(ctx context.Context, tx graph.Tx) error {
				var err error
				outcomes, err = executeOnce(ctx, tx, all, func(changes []T) ([]outcome, error) {
					return work(ctx, tx, thing, changes)
				})
				return err
			})
			return outcomes, err
		})
}

// changeInGroup is change for a mutation that is batched; wrong is a problem of its input. What the client
// selects of the payload is read afterwards, when nobody waits for it.
func changeInGroup[T any](
	ctx context.Context, r *Resolver, group *changeGroup[T], thing string, id *string, input any, change T, wrong error,
) (answer.Object, error) {
	request, err := newRequest(ctx, id, input)
	if err == nil {
		err = wrong
	}
	if err != nil {
		return r.payload(ctx, id, nil, err)
	}
	result, err := group.Do(ctx, thing, namedChange[T]{request, change})
	return r.payload(ctx, id, result, err)
}
