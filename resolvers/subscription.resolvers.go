package resolvers

import (
	"bytes"
	"context"
	"time"

	"github.com/99designs/gqlgen/graphql"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/answer"
	"github.com/creatorgraph/creatorgraph/graph/compile"
)

// lookEvery is how often a subscription looks by itself, for changes that other replicas or an
// import made.
const lookEvery = 2 * time.Second

// CampaignPerformance sends a campaign's totals at once and whenever they change.
func (s subscription) CampaignPerformance(
	ctx context.Context, campaign string,
) (<-chan answer.Object, error) {
	key, err := s.campaignKey(ctx, campaign)
	if err != nil {
		return nil, err
	}
	op := graphql.GetOperationContext(ctx)
	plan, err := s.plan(planKey{operation: op.Operation}, op.Variables, func() (*compile.Plan, error) {
		return s.compiler.Operation(op.Operation, op.Variables)
	})
	if err != nil {
		return nil, err
	}
	signal, stop := s.changes.listen(key)
	out := make(chan answer.Object)
	go func() {
		defer close(out)
		defer stop()
		s.follow(ctx, key, plan, op, signal, out)
	}()
	return out, nil
}

func (s subscription) campaignKey(ctx context.Context, id string) (string, error) {
	typ, key, ok := compile.ParseID(id)
	if !ok || typ != "Campaign" {
		return "", graph.Errorf(graph.Invalid, "give a campaign's id as the API gave it",
			"%.200q is no campaign's id", id)
	}
	_, err := s.loaders.Revision(ctx, key)
	return key, err
}

// follow reads the totals and sends them when they differ from those sent before. It reads only when
// the campaign's revision says that they may differ; while the database does not answer it sends
// nothing and goes on looking.
func (s subscription) follow(
	ctx context.Context, key string, plan *plan, op *graphql.OperationContext,
	signal <-chan struct{}, out chan<- answer.Object,
) {
	tick := time.NewTicker(lookEvery)
	defer tick.Stop()
	var last []byte
	seen := int64(-1)
	for {
		revision, err := s.loaders.Revision(ctx, key)
		if err == nil && revision != seen {
			data, _ := s.run(ctx, plan, op.Variables, nil)
			if data != nil {
				seen = revision
			}
			if data != nil && !bytes.Equal(data, last) {
				last = data
				select {
				case out <- only(data):
				case <-ctx.Done():
					return
				}
			}
		}
		select {
		case <-ctx.Done():
			return
		case <-signal:
		case <-tick.C:
		}
	}
}

// only cuts the value of the one root field out of {"name":value}.
func only(data []byte) answer.Object {
	start := bytes.IndexByte(data, ':')
	return answer.Object(data[start+1 : len(data)-1])
}
