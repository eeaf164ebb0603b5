package facts

import (
	"context"
	"fmt"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/statements"
)

// places are the two properties that standings are kept in: while one is read the other is written.
func otherPlace(place string) string {
	if place == "standing0" {
		return "standing1"
	}
	return "standing0"
}

// FreePlace names the property whose standings nobody reads.
func FreePlace(ctx context.Context, store *graph.Store) (string, error) {
	rows, err := store.Read(ctx, graph.Statement{Text: statements.Text("collaborator/place")})
	if err != nil {
		return "", fmt.Errorf("which standings are read: %w", err)
	}
	if len(rows) == 0 {
		return otherPlace(""), nil
	}
	place, _ := rows[0]["place"].(string)
	return otherPlace(place), nil
}

// Standing is one creator's, by the database's number; nil takes away an old one.
type Standing struct {
	Creator int64
	Bytes   []byte
}

// WriteStandings writes standings to a place that nobody reads.
func WriteStandings(ctx context.Context, tx graph.Tx, place string, all []Standing) error {
	rows := make([]any, len(all))
	for i, s := range all {
		var bytes any
		if s.Bytes != nil {
			bytes = s.Bytes
		}
		rows[i] = []any{s.Creator, bytes}
	}
	_, err := tx.Run(ctx, graph.Statement{Text: statements.Text("collaborator/write_standings"),
		Params: map[string]any{"rows": rows, "place": place}})
	return err
}

// TurnCollaborators makes a model and the standings of a place those that are read.
func TurnCollaborators(ctx context.Context, tx graph.Tx, record, place string, run int64) error {
	_, err := tx.Run(ctx, graph.Statement{Text: statements.Text("collaborator/turn"),
		Params: map[string]any{"record": record, "place": place, "run": run}})
	return err
}
