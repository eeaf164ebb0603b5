package analyze

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/creatorgraph/creatorgraph/graph/facts"
	"github.com/creatorgraph/creatorgraph/insight/acceptance"
	"github.com/creatorgraph/creatorgraph/insight/accepting"
)

// acceptanceKey is under what name the model of acceptance is kept.
const acceptanceKey = "acceptance"

// acceptanceStep is the step that learns how likely creators accept offers.
func acceptanceStep() step {
	learned := &facts.Learned{}
	return step{
		name: acceptanceKey, does: "acceptance of offers", version: 1, reads: []string{"imports", "invitations", "answers", "creators", "audiences"},
		run: func(ctx context.Context, j *job) (string, error) {
			*learned = facts.Learned{}
			_, book, err := facts.ReadResults(ctx, j.store, j.today)
			if err != nil {
				return "", err
			}
			market := accepting.Market(book)
			now := j.today.Add(24 * time.Hour).Unix()
			model, err := acceptance.Learn(market, now)
			if errors.Is(err, acceptance.ErrFew) {
				return "not learned: " + err.Error(), nil
			}
			if err != nil {
				return "", err
			}
			record, err := model.Record()
			if err != nil {
				return "", err
			}
			figures, err := acceptance.Figures(market, learningSeed)
			if err != nil && !errors.Is(err, acceptance.ErrFew) {
				return "", err
			}
			*learned = facts.Learned{Key: acceptanceKey, Record: string(record), Run: j.run, Rows: model.Rows, Figures: figures}
			return fmt.Sprintf("learned from %d answers", model.Rows), nil
		},
		turn: turnLearned(learned),
	}
}
