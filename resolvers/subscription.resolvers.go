package resolvers

import (
	"bytes"
	"context"
	"fmt"
	"time"

	"github.com/99designs/gqlgen/graphql"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/answer"
	"github.com/creatorgraph/creatorgraph/graph/compile"
)

// CampaignPerformance sends a campaign's totals at once and whenever they change.
func (s subscription) CampaignPerformance(
	ctx context.Context, campaign string,
) (<-chan answer.Object, error) {
	return s.subscribe(ctx, campaign, "Campaign", s.loaders.Revision)
}

// CreatorListChanged sends a list at once and whenever it changes, until it is deleted.
func (s subscription) CreatorListChanged(
	ctx context.Context, list string,
) (<-chan answer.Object, error) {
	return s.subscribe(ctx, list, "CreatorList", s.loaders.ListRevision)
}

// revisions tells how often what a key names has changed.
type revisions func(ctx context.Context, key string) (int64, error)

// subscribe sends what is selected of an object at once and whenever it changes.
func (s subscription) subscribe(
	ctx context.Context, id, typ string, of revisions,
) (<-chan answer.Object, error) {
	key, err := keyOfType(id, typ)
	if err != nil {
		return nil, err
	}
	least, err := of(ctx, key)
	if err != nil {
		return nil, err
	}
	op := graphql.GetOperationContext(ctx)
	plan, err := s.plan(planKey{operation: op.Operation}, op.Variables, func() (*compile.Plan, error) {
		return s.compiler.Compile(op.Operation, op.Variables)
	})
	if err != nil {
		return nil, err
	}
	thing, since := typ+":"+key, time.Now()
	f, leave := s.feeds.join(feedOf(thing, op), func(f *feed) (stop func()) {
		// What is read for all subscribers neither ends with the first nor carries its bookmarks.
		all, _ := graph.WithBookmarks(context.WithoutCancel(ctx), nil)
		all, cancel := context.WithCancel(all)
		signal, deaf := s.changes.listen(thing)
		go func() {
			defer deaf()
			f.read(all, signal, func() (int64, error) { return of(all, key) }, func() []byte {
				data, _ := s.run(all, plan, op.Variables, nil)
				return data
			})
		}()
		return cancel
	})
	out := make(chan answer.Object)
	go func() {
		defer close(out)
		defer leave()
		f.follow(ctx, since, least, out)
	}()
	return out, nil
}

// keyOfType reads the key out of an id, which must be of a type.
func keyOfType(id, typ string) (string, error) {
	of, key, ok := compile.ParseID(id)
	if !ok || of != typ {
		return "", graph.Errorf(graph.Invalid, fmt.Sprintf("give a %s's id as the API gave it", typ),
			"%.200q is no %s's id", id, typ)
	}
	return key, nil
}

// only cuts the value of the one root field out of {"name":value}.
func only(data []byte) answer.Object {
	start := bytes.IndexByte(data, ':')
	return answer.Object(data[start+1 : len(data)-1])
}
