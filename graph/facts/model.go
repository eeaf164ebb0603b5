package facts

import (
	"context"
	"fmt"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/statements"
)

// otherSlot is the other of the two properties that features are stored in: while one is read the other is written.
func otherSlot(slot string) string {
	if slot == "standing0" {
		return "standing1"
	}
	return "standing0"
}

// FreeSlot names the property whose features nobody reads.
func FreeSlot(ctx context.Context, store *graph.Store) (string, error) {
	rows, err := store.Read(ctx, graph.Statement{Text: statements.Text("collaborator/place")})
	if err != nil {
		return "", fmt.Errorf("which features are read: %w", err)
	}
	if len(rows) == 0 {
		return otherSlot(""), nil
	}
	slot, _ := rows[0]["place"].(string)
	return otherSlot(slot), nil
}

// CreatorFeatures is one creator's, by the database's number; nil takes away an old one.
type CreatorFeatures struct {
	Creator int64
	Bytes   []byte
}

// WriteCreatorFeatures writes features to a slot that nobody reads.
func WriteCreatorFeatures(ctx context.Context, tx graph.Tx, slot string, all []CreatorFeatures) error {
	rows := make([]any, len(all))
	for i, s := range all {
		var bytes any
		if s.Bytes != nil {
			bytes = s.Bytes
		}
		rows[i] = []any{s.Creator, bytes}
	}
	_, err := tx.Run(ctx, graph.Statement{Text: statements.Text("collaborator/write_standings"),
		Params: map[string]any{"rows": rows, "place": slot}})
	return err
}

// ActivateCollaborators makes a model and the features of a slot those that are read.
func ActivateCollaborators(ctx context.Context, tx graph.Tx, record, slot string, run int64) error {
	_, err := tx.Run(ctx, graph.Statement{Text: statements.Text("collaborator/turn"),
		Params: map[string]any{"record": record, "place": slot, "run": run}})
	return err
}
