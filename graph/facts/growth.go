package facts

import (
	"context"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/column"
	"github.com/creatorgraph/creatorgraph/graph/statements"
)

// RisingPlaces are the two properties that expected growth is kept in, each with an index.
var RisingPlaces = [2]string{"rising0", "rising1"}

// Followers is what is known of a creator's followers over time.
type Followers struct {
	ID     int64 // the database's number, where many are read
	Key    string
	Days   []int32
	Counts []int64
	Joined int64 // days from 1970-01-01; only where Dated
	Dated  bool
}

// EachFollowers reads all creators' followers, by key.
func EachFollowers(ctx context.Context, store *graph.Store, take func(Followers) error) error {
	return store.Stream(ctx, graph.Statement{Text: statements.Text("growth/histories")},
		func(record graph.Record) error { return take(followersOf(record)) })
}

// FollowersOf reads some creators'.
func FollowersOf(ctx context.Context, store *graph.Store, keys []string) ([]Followers, error) {
	rows, err := store.Read(ctx, graph.Statement{Text: statements.Text("growth/of_creators"), Params: map[string]any{"keys": keys}})
	if err != nil {
		return nil, err
	}
	all := make([]Followers, len(rows))
	for i, row := range rows {
		all[i] = followersOf(row)
	}
	return all, nil
}

func followersOf(record graph.Record) Followers {
	f := Followers{ID: column.Long(record["id"])}
	f.Key, _ = record["key"].(string)
	f.Joined, f.Dated = record["joined"].(int64)
	days, counts := column.List(record["days"]), column.List(record["followers"])
	for i := range min(len(days), len(counts)) {
		f.Days, f.Counts = append(f.Days, int32(column.Long(days[i]))), append(f.Counts, column.Long(counts[i]))
	}
	return f
}

// Rising is by what share a creator is expected to grow, by the database's number.
type Rising struct {
	ID    int64
	Rate  float64
	Known bool // otherwise an old number is taken away
}

// WriteRising writes expected growth to a place that nobody reads.
func WriteRising(ctx context.Context, tx graph.Tx, place string, all []Rising) error {
	rows := make([]any, len(all))
	for i, r := range all {
		row := []any{r.ID, nil}
		if r.Known {
			row[1] = r.Rate
		}
		rows[i] = row
	}
	_, err := tx.Run(ctx, graph.Statement{Text: statements.Text("growth/write"), Params: map[string]any{"rows": rows, "place": place}})
	return err
}
