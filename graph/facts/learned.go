package facts

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/column"
	"github.com/creatorgraph/creatorgraph/graph/statements"
)

// Learned is a model as it is kept.
type Learned struct {
	Key     string // what it is for
	Record  string // JSON
	Place   string // the property of creators that belongs to it; empty where none does
	Run     int64
	Rows    int // that it was learned from
	Figures any // what it reached, written as JSON
}

// ReadLearned reads a model; an error that says what to do where nothing was learned yet.
func ReadLearned(ctx context.Context, store *graph.Store, key string) (Learned, error) {
	l, err := readLearned(ctx, store, key, "model/read")
	if err == nil && l.Run == 0 {
		return l, graph.Errorf(graph.Conflict, "run creatorgraph analyze, or serve with --analyze-every",
			"nothing was learned of %s yet: the graph has not been analysed, or had too little to learn from", key)
	}
	return l, err
}

// LearnedState reads by which run a model was made and what place belongs to it; the run is 0 where there is none.
func LearnedState(ctx context.Context, store *graph.Store, key string) (Learned, error) {
	return readLearned(ctx, store, key, "model/state")
}

func readLearned(ctx context.Context, store *graph.Store, key, statement string) (Learned, error) {
	rows, err := store.Read(ctx, graph.Statement{Text: statements.Text(statement), Params: map[string]any{"key": key}})
	if err != nil || len(rows) == 0 {
		return Learned{Key: key}, err
	}
	l := Learned{Key: key, Run: column.Long(rows[0]["run"])}
	l.Record, _ = rows[0]["record"].(string)
	l.Place, _ = rows[0]["place"].(string)
	return l, nil
}

// TurnLearned makes a model the one that is read.
func TurnLearned(ctx context.Context, tx graph.Tx, l Learned) error {
	figures, err := json.Marshal(l.Figures)
	if err != nil {
		return err
	}
	var place any
	if l.Place != "" {
		place = l.Place
	}
	_, err = tx.Run(ctx, graph.Statement{Text: statements.Text("model/turn"), Params: map[string]any{"key": l.Key,
		"record": l.Record, "place": place, "run": l.Run, "rows": int64(l.Rows), "figures": string(figures)}})
	return err
}

// OtherPlace is, of the two properties of a model's numbers, the one that is not read.
func OtherPlace(place string, of [2]string) string {
	if place == of[0] {
		return of[1]
	}
	return of[0]
}

// Card is what is told of a model.
type Card struct {
	Name    string
	Trained string // ISO 8601
	Rows    int64
	Figures []Figure
}

// Figure is one of a model's, beside that of the best floor.
type Figure struct {
	Metric, FloorName       string
	Value, Low, High, Floor float64
}

// Cards reads what is told of all models.
func Cards(ctx context.Context, store *graph.Store) ([]Card, error) {
	rows, err := store.Read(ctx, graph.Statement{Text: statements.Text("model/cards")})
	if err != nil {
		return nil, err
	}
	cards := make([]Card, len(rows))
	for i, row := range rows {
		cards[i].Name, _ = row["name"].(string)
		cards[i].Trained, _ = row["trained"].(string)
		cards[i].Rows = column.Long(row["rows"])
		figures, _ := row["figures"].(string)
		if err := json.Unmarshal([]byte(figures), &cards[i].Figures); err != nil {
			return nil, fmt.Errorf("figures of the model %s: %w", cards[i].Name, err)
		}
	}
	return cards, nil
}
