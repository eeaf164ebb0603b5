// Package models answers Query.models: what was learned, from how much, and how good it was beside plain floors.
package models

import (
	"context"
	"slices"
	"strings"
	"time"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/computed"
	"github.com/creatorgraph/creatorgraph/graph/facts"
	"github.com/creatorgraph/creatorgraph/insight/acceptance"
	"github.com/creatorgraph/creatorgraph/insight/match"
	"github.com/creatorgraph/creatorgraph/recommend/learned"
)

// Models tells of the models of one graph.
type Models struct {
	store   *graph.Store
	results Results
	offers  *learned.Model[*acceptance.Model]
	now     func() time.Time
}

// New tells of the models of a store, and of matching, which is learned of results as they come.
func New(store *graph.Store, results Results, now func() time.Time) Models {
	return Models{store, results, learned.Under(store, "acceptance", acceptance.ReadRecord), now}
}

// Results are those that creators are matched by, as they stand.
type Results interface {
	With(ctx context.Context, do func(*match.Model) error) error
}

// All gives the card of each model, by name: of those that analyses learn, with what has changed since in what matching and
// acceptance rest on.
func (m Models) All(ctx context.Context, _ computed.Request) ([]any, error) {
	cards, err := facts.Cards(ctx, m.store)
	if err != nil {
		return nil, err
	}
	drifts, err := m.drift(ctx)
	if err != nil {
		return nil, err
	}
	rows := make([]any, len(cards))
	for i, card := range cards {
		figures := make([]any, len(card.Figures))
		for j, f := range card.Figures {
			figures[j] = computed.Row{"metric": f.Metric, "value": f.Value, "low": f.Low, "high": f.High,
				"floor": f.Floor, "floorName": f.FloorName}
		}
		rows[i] = computed.Row{"name": card.Name, "trained": card.Trained, "rows": card.Rows, "figures": figures,
			"drift": drifts.texts[card.Name]}
	}
	if drifts.results > 0 {
		rows = append(rows, computed.Row{"name": "match", "trained": m.now().UTC().Format(time.RFC3339), "rows": int64(drifts.results),
			"figures": []any{}, "drift": drifts.texts["match"]})
	}
	slices.SortFunc(rows, func(a, b any) int { return strings.Compare(name(a), name(b)) })
	return rows, nil
}

// name is that of a card's row.
func name(card any) string {
	row, _ := card.(computed.Row)
	text, _ := row["name"].(string)
	return text
}
