package facts

import (
	"context"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/column"
	"github.com/creatorgraph/creatorgraph/graph/statements"
)

// LikenessSlots are the two properties that vectors are stored in, each with an index of its own: while one is
// read the other is written. Beside each is another with the vector's length, whose name ends in Length.
var LikenessSlots = [2]string{"likeness0", "likeness1"}

// LikenessIndexes are the indexes of the slots.
var LikenessIndexes = [2]string{"lookalikes0", "lookalikes1"}

// LikenessModel is which model of lookalikes is read.
type LikenessModel struct {
	Record string // JSON; empty where nothing was analysed yet
	Slot   int    // a number of LikenessSlots
	Run    int64
	// Creators is how many there were when it was learned.
	Creators int64
}

// ReadLikenessModel reads what was learned; the zero value where nothing was.
func ReadLikenessModel(ctx context.Context, store *graph.Store) (LikenessModel, error) {
	rows, err := store.Read(ctx, graph.Statement{Text: statements.Text("lookalike/model")})
	if err != nil || len(rows) == 0 {
		return LikenessModel{}, err
	}
	m := LikenessModel{Run: column.Long(rows[0]["run"]), Creators: column.Long(rows[0]["creators"])}
	m.Record, _ = rows[0]["record"].(string)
	if rows[0]["place"] == LikenessSlots[1] {
		m.Slot = 1
	}
	return m, nil
}

// Likeness is the vector of a creator, agency or brand, by the database's number, and its length; nil takes away an
// old one.
type Likeness struct {
	ID     int64
	Vector []float32
	Length float64
}

// WriteLikenesses writes vectors to a slot.
func WriteLikenesses(ctx context.Context, tx graph.Tx, slot int, all []Likeness) error {
	rows := make([]any, len(all))
	for i, l := range all {
		rows[i] = append([]any{l.ID}, storedVector(l.Vector, l.Length)...)
	}
	_, err := tx.Run(ctx, graph.Statement{Text: statements.Text("lookalike/write"),
		Params: map[string]any{"rows": rows, "place": LikenessSlots[slot]}})
	return err
}

// storedVector is how a vector is written: its numbers and its length; nulls take an old one away.
func storedVector(vector []float32, length float64) []any {
	if vector == nil {
		return []any{nil, nil}
	}
	return []any{Wide(vector), length}
}

// Wide gives numbers in the width that the driver sends them in.
func Wide(vector []float32) []float64 {
	wide := make([]float64, len(vector))
	for i, x := range vector {
		wide[i] = float64(x)
	}
	return wide
}

// Narrow reads a vector that the database gave; nil where it is none.
func Narrow(value any) []float32 {
	items := column.List(value)
	if items == nil {
		return nil
	}
	vector := make([]float32, len(items))
	for i, item := range items {
		x, _ := item.(float64)
		vector[i] = float32(x)
	}
	return vector
}

// Organization is an agency or a brand, and what is known of it.
type Organization struct {
	ID         int64
	Creators   []int64 // the database's numbers
	Categories []string
	Segments   []string
}

// ReadOrganizations reads all agencies, with those under contract on a day, and all brands, with those they hired.
func ReadOrganizations(ctx context.Context, store *graph.Store, day string, take func(Organization) error) error {
	st := graph.Statement{Text: statements.Text("lookalike/organizations"), Params: map[string]any{"today": graph.DayOf(day)}}
	return store.Stream(ctx, st, func(record graph.Record) error {
		o := Organization{ID: column.Long(record["id"]), Categories: column.Texts(record["categories"]), Segments: column.Texts(record["segments"])}
		for _, id := range column.List(record["creators"]) {
			o.Creators = append(o.Creators, column.Long(id))
		}
		return take(o)
	})
}

// LikenessIndex is how far an index of vectors is.
type LikenessIndex struct {
	State   string // ONLINE, POPULATING or FAILED; empty where there is none
	Percent float64
}

// ReadLikenessIndexes reads how far the indexes of both slots are.
func ReadLikenessIndexes(ctx context.Context, store *graph.Store) (is [2]LikenessIndex, err error) {
	rows, err := store.Read(ctx, graph.Statement{Text: statements.Text("lookalike/indexes")})
	for _, row := range rows {
		slot := 0
		if row["name"] == LikenessIndexes[1] {
			slot = 1
		}
		is[slot].State, _ = row["state"].(string)
		is[slot].Percent, _ = row["percent"].(float64)
	}
	return is, err
}

// ActivateLikenesses makes a model and the vectors of a slot those that are read; began is when the facts began to be
// read that it was learned from.
func ActivateLikenesses(ctx context.Context, tx graph.Tx, m LikenessModel, began int64) error {
	_, err := tx.Run(ctx, graph.Statement{Text: statements.Text("lookalike/turn"), Params: map[string]any{
		"record": m.Record, "place": LikenessSlots[m.Slot], "run": m.Run, "creators": m.Creators, "began": began}})
	return err
}

// StreamLikenesses reads the vectors of all creators.
func StreamLikenesses(
	ctx context.Context, store *graph.Store, slot int, take func(key string, followers int64, vector []float32),
) error {
	st := graph.Statement{Text: statements.Text("lookalike/vectors"), Params: map[string]any{"place": LikenessSlots[slot]}}
	return store.Stream(ctx, st, func(record graph.Record) error {
		key, _ := record["key"].(string)
		take(key, column.Long(record["followers"]), Narrow(record["vector"]))
		return nil
	})
}
