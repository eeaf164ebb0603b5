package resolvers

import (
	"context"
	"errors"
	"time"

	"github.com/99designs/gqlgen/graphql"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/answer"
	"github.com/creatorgraph/creatorgraph/graph/compile"
	"github.com/creatorgraph/creatorgraph/graph/computed"
	"github.com/creatorgraph/creatorgraph/graph/facts"
	insight "github.com/creatorgraph/creatorgraph/insight/content"
)

// ContentAdvice sends the contents of a campaign that call for a change of spending, as soon as they do.
func (s subscription) ContentAdvice(ctx context.Context, campaign string) (<-chan answer.Object, error) {
	key, err := keyOfType(campaign, "Campaign")
	if err != nil {
		return nil, err
	}
	if _, err := s.contents.Calls(ctx, nil); err != nil { // nothing was learned yet
		return nil, err
	}
	if _, err := facts.ContentsOfCampaign(ctx, s.store, key); err != nil {
		return nil, err
	}
	signal, stop := s.changes.listen("Campaign:" + key)
	out := make(chan answer.Object)
	go func() {
		defer close(out)
		defer stop()
		(&adviser{subscription: s, campaign: key, seen: -1, told: map[string]insight.Advice{}}).follow(ctx, signal, out)
	}()
	return out, nil
}

// adviser follows the contents of one campaign for one subscriber.
type adviser struct {
	subscription
	campaign string
	seen     int64                     // revision of the counts
	told     map[string]insight.Advice // by content, what was told last
}

// follow looks for contents whose advice has changed, and sends them. While the database does not answer it goes on looking;
// it ends when the campaign is gone.
func (a *adviser) follow(ctx context.Context, signal <-chan struct{}, out chan<- answer.Object) {
	tick := time.NewTicker(lookEvery)
	defer tick.Stop()
	for {
		err := a.look(ctx, out)
		if graph.KindOf(err) == graph.NotFound {
			return
		}
		select {
		case <-ctx.Done():
			return
		case <-signal:
		case <-tick.C:
		}
	}
}

// look sends each content that calls for another change than was told last. What no more calls for one is forgotten, so that it
// is told again when it does.
func (a *adviser) look(ctx context.Context, out chan<- answer.Object) error {
	contents, err := facts.ContentsOfCampaign(ctx, a.store, a.campaign)
	if err != nil || contents.Revision == a.seen {
		return err
	}
	calls, err := a.contents.Calls(ctx, contents.Keys)
	if err != nil {
		return err
	}
	before := a.told
	a.told = map[string]insight.Advice{}
	for _, call := range calls {
		a.told[call.Content] = call.Advice
		if before[call.Content] == call.Advice {
			continue
		}
		object, err := a.completeKey(ctx, call.Content)
		if err != nil {
			delete(a.told, call.Content)
			return err
		}
		select {
		case out <- object:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	a.seen = contents.Revision
	return nil
}

// advisedKey is where the key of the content that is sent travels from the subscription to its computed root field.
type advisedKey struct{}

// advised answers Subscription.contentAdvice for one event.
func advised(ctx context.Context, _ computed.Request) (string, error) {
	key, ok := ctx.Value(advisedKey{}).(string)
	if !ok {
		return "", errors.New("contentAdvice is computed for an event only")
	}
	return key, nil
}

// completeKey reads what the client selected of a content.
func (s subscription) completeKey(ctx context.Context, key string) (answer.Object, error) {
	op := graphql.GetOperationContext(ctx)
	plan, err := s.plan(planKey{operation: op.Operation}, op.Variables, func() (*compile.Plan, error) {
		return s.compiler.Compile(op.Operation, op.Variables)
	})
	if err != nil {
		return nil, err
	}
	data, errs := s.run(context.WithValue(ctx, advisedKey{}, key), plan, op.Variables, nil)
	if data == nil {
		return nil, errs
	}
	return only(data), nil
}
