package analyze

import (
	"context"
	"errors"
	"fmt"
	"math"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/facts"
	"github.com/creatorgraph/creatorgraph/insight/content"
)

const (
	// contentKey is under what name the model of contents' views is kept.
	contentKey = "content"
	// contentCreators is from how many creators' contents is learned, evenly spread by key.
	contentCreators = 30_000
)

// watching is the step that learns to forecast contents' views.
func watching() step {
	learned := &facts.Learned{}
	return step{
		name: contentKey, does: "views of contents", version: 2, reads: []string{"imports", "creators"},
		run: func(ctx context.Context, j *job) (made string, err error) {
			*learned, made, err = learnContent(ctx, j)
			return made, err
		},
		turn: turnLearned(learned),
	}
}

func learnContent(ctx context.Context, j *job) (learned facts.Learned, made string, err error) {
	some, err := countedCreators(ctx, j.store)
	if err != nil {
		return learned, "", err
	}
	model, err := content.Learn(some, math.MaxInt64, content.Params{Seed: learningSeed})
	if errors.Is(err, content.ErrShort) {
		return learned, "not learned: " + err.Error(), nil
	}
	if err != nil {
		return learned, "", err
	}
	if model.CPM, err = facts.ViewsPrice(ctx, j.store); err != nil {
		return learned, "", err
	}
	record, err := model.Record()
	if err != nil {
		return learned, "", err
	}
	learned = facts.Learned{Key: contentKey, Record: string(record), Run: j.run, Rows: model.Rows, Figures: model.Figures}
	return learned, fmt.Sprintf("learned from %d examples", model.Rows), nil
}

// countedCreators reads those that are learned from.
func countedCreators(ctx context.Context, store *graph.Store) (some []content.Creator, err error) {
	sample := evenSample[content.Creator]{few: contentCreators}
	err = facts.EachCounted(ctx, store, func(c content.Creator) error {
		sample.add(func() content.Creator { return c })
		return nil
	})
	return sample.kept, err
}
