package facts

import (
	"context"
	"slices"
	"time"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/statements"
	"github.com/creatorgraph/creatorgraph/insight"
)

// Bounds of what is looked at around a creator who has changed: the latest things it worked on, and the partners
// there who share most.
const (
	freshThings   = 60
	freshPartners = 20
)

// Changed is a creator who has changed since it was placed among those alike, and what is known of it now.
type Changed struct {
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
func ReadChanged(ctx context.Context, store *graph.Store, most int, today time.Time) (all []Changed, run int64, err error) {
	st := graph.Statement{Text: statements.Text("lookalike/fresh"), Params: map[string]any{"most": most}}
	var place any
	ids := []int64{}
	err = store.Stream(ctx, st, func(record graph.Record) error {
		run, place = number(record["run"]), record["place"]
		all = append(all, changed(record))
		ids = append(ids, all[len(all)-1].ID)
		return nil
	})
	if err != nil || len(all) == 0 {
		return all, run, err
	}
	partners := graph.Statement{Text: statements.Text("lookalike/fresh_partners"), Params: map[string]any{"ids": ids,
		"place": place, "things": freshThings, "partners": freshPartners, "today": today.Format(time.DateOnly)}}
	err = store.Stream(ctx, partners, func(record graph.Record) error {
		if at := slices.Index(ids, number(record["id"])); at >= 0 {
			all[at].addPartners(record["partners"])
		}
		return nil
	})
	return all, run, err
}

// addPartners takes in those a creator worked with.
func (c *Changed) addPartners(partners any) {
	for _, item := range list(partners) {
		columns := list(item)
		weight, _ := columns[0].(float64)
		c.Weights, c.Vectors = append(c.Weights, float32(weight)), append(c.Vectors, Narrow(columns[1]))
	}
}

func changed(record graph.Record) Changed {
	c := Changed{ID: number(record["id"]), Mark: number(record["mark"]), Categories: keysOf(record["categories"]),
		Brands: keysOf(record["brands"]), Followers: orUnknown(record["followers"]), Price: orUnknown(record["price"]),
		Results: insight.Results{Fee: number(record["fee"]), Impressions: number(record["impressions"]),
			Clicks: number(record["clicks"]), Conversions: number(record["conversions"])}}
	c.Region, _ = record["region"].(string)
	c.Language, _ = record["language"].(string)
	for _, item := range list(record["audience"]) {
		columns := list(item)
		key, _ := columns[0].(string)
		share, _ := columns[1].(float64)
		c.Segments, c.Shares = append(c.Segments, key), append(c.Shares, float32(share))
	}
	bio, _ := record["bio"].(string)
	c.Words = insight.AddWords(nil, bio)
	tags := list(record["tags"])
	for i, value := range list(record["titles"]) {
		title, _ := value.(string)
		c.Words = insight.MergeWords(c.Words, insight.AddWords(nil, title+"\n"+texts(tags[i])))
	}
	return c
}

// Placed is where a creator who had changed belongs; a nil vector where nothing is known of it any more.
type Placed struct {
	ID, Mark int64
	Vector   []float32
	Length   float64
}

// WritePlaced writes vectors of a run's model, as far as it is still read.
func WritePlaced(ctx context.Context, store *graph.Store, run int64, all []Placed) error {
	rows := make([]any, len(all))
	for i, p := range all {
		rows[i] = append([]any{p.ID, p.Mark}, kept(p.Vector, p.Length)...)
	}
	return store.Write(ctx, func(ctx context.Context, tx graph.Tx) error {
		_, err := tx.Run(ctx, graph.Statement{Text: statements.Text("lookalike/place"),
			Params: map[string]any{"rows": rows, "run": run}})
		return err
	})
}
