package analyze

import (
	"context"
	"fmt"
	"slices"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/facts"
	"github.com/creatorgraph/creatorgraph/insight/collaborator"
)

// featureBatch is how many creators' features one transaction writes.
const featureBatch = 10_000

// collaborators is the step that learns who should work together. Standings are written to the property that
// is not read, which the last transaction, with the model, makes the one that is.
func collaborators() step {
	learned := &collaboratorTraining{}
	return step{
		name: "collaborators", does: "recommended collaborators", version: 2,
		reads: []string{"imports", "revisions", "participations", "posts", "appearances", "creators", "contracts", "audiences"},
		run: func(ctx context.Context, j *job) (string, error) {
			*learned = collaboratorTraining{job: j}
			return learned.run(ctx)
		},
		turn: func(ctx context.Context, tx graph.Tx, j *job) error {
			return facts.ActivateCollaborators(ctx, tx, learned.record, learned.slot, j.run)
		},
	}
}

// collaboratorTraining is one run of the step.
type collaboratorTraining struct {
	*job
	record string
	slot   string
}

// learningSeed makes the same graph teach the same.
const learningSeed = 1

func (l *collaboratorTraining) run(ctx context.Context) (string, error) {
	market, err := facts.ReadCollaborators(ctx, l.store, l.present)
	if err != nil {
		return "", err
	}
	var model *collaborator.Model
	var view *collaborator.View
	err = interruptible(ctx, func() {
		model, view = collaborator.Learn(&market.Market, collaborator.Params{Seed: learningSeed})
	})
	if err != nil {
		return "", err
	}
	record, err := model.Record(view)
	if err != nil {
		return "", err
	}
	l.record = string(record)
	if l.slot, err = facts.FreeSlot(ctx, l.store); err != nil {
		return "", err
	}
	if err := l.writeFeatures(ctx, market.IDs, view); err != nil {
		return "", fmt.Errorf("writing features: %w", err)
	}
	return fmt.Sprintf("learned from %d ties of %d creators", len(market.Collaborations), len(market.Creators)), nil
}

// writeFeatures writes the creators' positions to the free slot.
func (l *collaboratorTraining) writeFeatures(ctx context.Context, all []int64, view *collaborator.View) error {
	done := int64(0)
	for ids := range slices.Chunk(all, featureBatch) {
		rows := make([]facts.CreatorFeatures, len(ids))
		for i, id := range ids {
			rows[i].Creator = id
			rows[i].Bytes = view.Position(int32(done) + int32(i))
		}
		err := l.lease.Write(ctx, func(ctx context.Context, tx graph.Tx) error {
			return facts.WriteCreatorFeatures(ctx, tx, l.slot, rows)
		})
		if err != nil {
			return err
		}
		done += int64(len(ids))
		l.tell(done, int64(len(all)))
	}
	return nil
}
