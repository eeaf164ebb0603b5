package facts

import (
	"context"
	"slices"
	"time"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/column"
	"github.com/creatorgraph/creatorgraph/graph/statements"
	"github.com/creatorgraph/creatorgraph/insight"
)

// Bounds of what is looked at around a creator who has changed: the latest things it worked on, and the partners
// there who share most.
const (
	changedWorks    = 60
	changedPartners = 20
)

// ChangedCreator is a creator who has changed since it was placed among those alike, and what is known of it now.
type ChangedCreator struct {
	ID, Mark         int64
	Categories       []string
	Brands           []string
	Region, Language string
	Segments         []string
	Shares           []float32 // of each of Segments
	Words            []insight.Word
	Followers, Price int64
	Results          insight.Results
	Weights          []float32   // of ties to those worked with
	Vectors          [][]float32 // of each of Weights
}

// ReadChanged reads some of those who have changed, who waited longest first, and of which run the model is that
// their partners' vectors are of. Nobody has where nothing was analysed yet. Who changes between its two reads has
// another mark then, and is read again.
func ReadChanged(ctx context.Context, store *graph.Store, most int, today time.Time) (all []ChangedCreator, run int64, err error) {
	st := graph.Statement{Text: statements.Text("lookalike/fresh"), Params: map[string]any{"most": most}}
	var place any
	ids := []int64{}
	err = store.Stream(ctx, st, func(record graph.Record) error {
		run, place = column.Long(record["run"]), record["place"]
		all = append(all, changed(record))
		ids = append(ids, all[len(all)-1].ID)
		return nil
	})
	if err != nil || len(all) == 0 {
		return all, run, err
	}
	partners := graph.Statement{Text: statements.Text("lookalike/fresh_partners"), Params: map[string]any{"ids": ids,
		"place": place, "things": changedWorks, "partners": changedPartners, "today": graph.Day(today)}}
	err = store.Stream(ctx, partners, func(record graph.Record) error {
		if at := slices.Index(ids, column.Long(record["id"])); at >= 0 {
			all[at].addPartners(record["partners"])
		}
		return nil
	})
	return all, run, err
}

// addPartners takes in those a creator worked with.
func (c *ChangedCreator) addPartners(partners any) {
	for _, item := range column.List(partners) {
		columns := column.List(item)
		weight, _ := columns[0].(float64)
		c.Weights, c.Vectors = append(c.Weights, float32(weight)), append(c.Vectors, Narrow(columns[1]))
	}
}

func changed(record graph.Record) ChangedCreator {
	c := ChangedCreator{ID: column.Long(record["id"]), Mark: column.Long(record["mark"]), Categories: column.Texts(record["categories"]),
		Brands: column.Texts(record["brands"]), Followers: orUnknown(record["followers"]), Price: orUnknown(record["price"]),
		Results: insight.Results{Fee: column.Long(record["fee"]), Impressions: column.Long(record["impressions"]),
			Clicks: column.Long(record["clicks"]), Conversions: column.Long(record["conversions"])}}
	c.Region, _ = record["region"].(string)
	c.Language, _ = record["language"].(string)
	for _, item := range column.List(record["audience"]) {
		columns := column.List(item)
		key, _ := columns[0].(string)
		share, _ := columns[1].(float64)
		c.Segments, c.Shares = append(c.Segments, key), append(c.Shares, float32(share))
	}
	bio, _ := record["bio"].(string)
	c.Words = insight.AddWords(nil, bio)
	tags := column.List(record["tags"])
	for i, value := range column.List(record["titles"]) {
		title, _ := value.(string)
		c.Words = insight.MergeWords(c.Words, insight.AddWords(nil, title+"\n"+texts(tags[i])))
	}
	return c
}

// EmbeddedCreator is where a creator who had changed belongs; a nil vector where nothing is known of it any more.
type EmbeddedCreator struct {
	ID, Mark int64
	Vector   []float32
	Length   float64
}

// WriteEmbedded writes vectors of a run's model, as far as it is still read.
func WriteEmbedded(ctx context.Context, store *graph.Store, run int64, all []EmbeddedCreator) error {
	rows := make([]any, len(all))
	for i, p := range all {
		rows[i] = append([]any{p.ID, p.Mark}, storedVector(p.Vector, p.Length)...)
	}
	return store.Write(ctx, func(ctx context.Context, tx graph.Tx) error {
		_, err := tx.Run(ctx, graph.Statement{Text: statements.Text("lookalike/place"),
			Params: map[string]any{"rows": rows, "run": run}})
		return err
	})
}
