package facts

import (
	"context"
	"slices"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/column"
	"github.com/creatorgraph/creatorgraph/graph/statements"
	"github.com/creatorgraph/creatorgraph/insight/content"
)

// EachCounted reads all creators with counted contents, by key.
func EachCounted(ctx context.Context, store *graph.Store, take func(content.Creator) error) error {
	return store.Stream(ctx, graph.Statement{Text: statements.Text("content/histories")},
		func(record graph.Record) error { return take(counted(record, false)) })
}

// ViewsPrice reads what a thousand impressions have cost on the whole, in minor units; 0 where nothing tells.
func ViewsPrice(ctx context.Context, store *graph.Store) (float64, error) {
	rows, err := store.Read(ctx, graph.Statement{Text: statements.Text("content/price")})
	if err != nil || len(rows) == 0 {
		return 0, err
	}
	return cpm(rows[0]["spend"], rows[0]["impressions"]), nil
}

// Watched is one content with what its forecast rests on.
type Watched struct {
	Content content.Content
	Creator content.Creator // with what it published earlier
	CPM     float64         // of its campaign, in minor units; 0 where it has none or nothing tells
}

// How many earlier contents, and works, a forecast looks at, the latest ones; and how many are read at once for all contents of a
// creator that are asked for together.
const (
	maxEarlier    = 60
	earlierAtOnce = 2 * maxEarlier
)

// WatchedOf reads some contents, by key; those that do not exist are left out. What contents of one creator have in common is
// read once, and again only for those that it does not reach back far enough for.
func WatchedOf(ctx context.Context, store *graph.Store, keys []string) (map[string]*Watched, error) {
	rows, err := store.Read(ctx, graph.Statement{Text: statements.Text("content/forecast_facts"),
		Params: map[string]any{"keys": keys, "most": int64(earlierAtOnce)}})
	if err != nil {
		return nil, err
	}
	all := make(map[string]*Watched, len(keys))
	for _, row := range rows {
		creator, asked := counted(row, true), column.List(row["asked"])
		for _, item := range asked {
			w := watched(creator, column.List(item))
			if len(asked) > 1 && !w.reachesBack(creator) {
				alone, err := WatchedOf(ctx, store, []string{w.Content.Key})
				if err != nil {
					return nil, err
				}
				w = alone[w.Content.Key]
			}
			if w != nil { // unless it has just gone
				all[w.Content.Key] = w
			}
		}
	}
	return all, nil
}

// watched gives a content of a creator with what came before it.
func watched(creator content.Creator, cells []any) *Watched {
	w := &Watched{Content: contentOf(column.List(cells[0])), Creator: creator}
	if price := column.List(cells[1]); len(price) == 2 {
		w.CPM = cpm(price[0], price[1])
	}
	w.Creator.Contents = latestBefore(creator.Contents, func(c content.Content) bool { return c.Published >= w.Content.Published })
	w.Creator.Results = latestBefore(creator.Results, func(r content.Result) bool { return r.Ended >= w.Content.Published })
	return w
}

// latestBefore gives the latest of a list in order before those that are late.
func latestBefore[T any](list []T, isLate func(T) bool) []T {
	end := slices.IndexFunc(list, isLate)
	if end < 0 {
		end = len(list)
	}
	return list[max(0, end-maxEarlier):end]
}

// reachesBack says whether what was read of the creator holds all that came before the content, as far as it is looked at.
func (w *Watched) reachesBack(creator content.Creator) bool {
	return (len(creator.Contents) < earlierAtOnce || len(w.Creator.Contents) == maxEarlier) &&
		(len(creator.Results) < earlierAtOnce || len(w.Creator.Results) == maxEarlier)
}

func cpm(spend, impressions any) float64 {
	fee, shown := column.Float(spend)+float64(column.Long(spend)), column.Float(impressions)+float64(column.Long(impressions))
	if fee <= 0 || shown <= 0 {
		return 0
	}
	return 1000 * fee / shown
}

// counted reads a creator; backwards where its lists begin with the latest.
func counted(record graph.Record, backwards bool) content.Creator {
	c := content.Creator{Followers: orUnknown(record["followers"])}
	c.Key, _ = record["key"].(string)
	days, counts := column.List(record["days"]), column.List(record["counts"])
	for i := range min(len(days), len(counts)) {
		c.FollowerDays, c.FollowerCount = append(c.FollowerDays, int32(column.Long(days[i]))), append(c.FollowerCount, column.Long(counts[i]))
	}
	for f, price := range column.List(record["prices"]) {
		if f < content.Formats {
			c.Prices[f] = orUnknown(price)
		}
	}
	for _, one := range inOrder(column.List(record["contents"]), backwards) {
		c.Contents = append(c.Contents, contentOf(column.List(one)))
	}
	for _, one := range inOrder(column.List(record["results"]), backwards) {
		if pair := column.List(one); len(pair) == 2 {
			c.Results = append(c.Results, content.Result{Ended: column.Long(pair[0]), Impressions: column.Long(pair[1])})
		}
	}
	return c
}

func inOrder(list []any, backwards bool) []any {
	if !backwards {
		return list
	}
	turned := make([]any, len(list))
	for i, one := range list {
		turned[len(list)-1-i] = one
	}
	return turned
}

// contentOf reads a content as the statements give it.
func contentOf(cells []any) content.Content {
	var c content.Content
	if len(cells) != 10 {
		return c
	}
	c.Key, _ = cells[0].(string)
	c.Published = column.Long(cells[1])
	format, _ := cells[2].(string)
	c.Format = content.FormatOf(format)
	c.Sponsored, _ = cells[3].(bool)
	at := column.List(cells[4])
	c.Counts = make([]content.Count, len(at))
	for i := range at {
		of := func(list int) int64 {
			if values := column.List(cells[list]); i < len(values) {
				return orUnknown(values[i])
			}
			return content.Unknown
		}
		c.Counts[i] = content.Count{At: column.Long(at[i]), Views: of(5), Likes: of(6), Comments: of(7), Shares: of(8), Clicks: of(9)}
	}
	return c
}

// CampaignContents are a campaign's contents, and a number that another count nearly always changes.
type CampaignContents struct {
	Keys     []string
	Revision int64
}

// ContentsOfCampaign reads those of one campaign; one that does not exist is graph.NotFound.
func ContentsOfCampaign(ctx context.Context, store *graph.Store, campaign string) (CampaignContents, error) {
	rows, err := store.Read(ctx, graph.Statement{Text: statements.Text("content/of_campaigns"), Params: map[string]any{"keys": []string{campaign}}})
	if err != nil {
		return CampaignContents{}, err
	}
	if len(rows) == 0 {
		return CampaignContents{}, graph.Errorf(graph.NotFound, "look it up with campaigns", "there is no campaign %q", campaign)
	}
	c := CampaignContents{Revision: column.Long(rows[0]["revision"])}
	for _, key := range column.List(rows[0]["contents"]) {
		if text, ok := key.(string); ok {
			c.Keys = append(c.Keys, text)
		}
	}
	return c, nil
}
