package analyze

import (
	"context"
	"fmt"
	"slices"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/facts"
	"github.com/creatorgraph/creatorgraph/insight/collaborator"
)

// standingRows is how many creators' standings one transaction writes.
const standingRows = 10_000

// collaborators is the step that learns who should work together. Standings are written to the property that
// is not read, which the last transaction, with the model, makes the one that is.
func collaborators() step {
	learned := &learning{}
	return step{
		name: "collaborators", does: "recommended collaborators", version: 2,
		reads: []string{"imports", "revisions", "participations", "posts", "appearances", "creators", "contracts", "audiences"},
		run: func(ctx context.Context, j *job) (string, error) {
			*learned = learning{job: j}
			return learned.run(ctx)
		},
		turn: func(ctx context.Context, tx graph.Tx, j *job) error {
			return facts.TurnCollaborators(ctx, tx, learned.record, learned.place, j.run)
		},
	}
}

// learning is one run of the step.
type learning struct {
	*job
	record string
	place  string
}

// learningSeed makes the same graph teach the same.
const learningSeed = 1

func (l *learning) run(ctx context.Context) (string, error) {
	market, err := facts.ReadCollaborators(ctx, l.store, l.present)
	if err != nil {
		return "", err
	}
	model, view := collaborator.Learn(&market.Market, collaborator.Params{Seed: learningSeed})
	record, err := model.Record(view)
	if err != nil {
		return "", err
	}
	l.record = string(record)
	if l.place, err = facts.FreePlace(ctx, l.store); err != nil {
		return "", err
	}
	done := int64(0)
	for ids := range slices.Chunk(market.IDs, standingRows) {
		rows := make([]facts.Standing, len(ids))
		for i, id := range ids {
			rows[i].Creator = id
			rows[i].Bytes = view.Position(int32(done) + int32(i))
		}
		err := l.lease.Write(ctx, func(ctx context.Context, tx graph.Tx) error {
			return facts.WriteStandings(ctx, tx, l.place, rows)
		})
		if err != nil {
			return "", fmt.Errorf("writing standings: %w", err)
		}
		done += int64(len(ids))
		l.tell(done, int64(len(market.IDs)))
	}
	return fmt.Sprintf("learned from %d ties of %d creators", len(market.Ties), len(market.Creators)), nil
}
