package main

import (
	"cmp"
	"slices"
	"time"

	"github.com/creatorgraph/creatorgraph/insight/content"
)

// contentReader reads creators with their contents and counts from a data set's tables.
type contentReader struct {
	all              []content.Creator
	at               map[string]int    // creators
	places           map[string][2]int // contents: creator and place among its own
	ends             map[string]int64  // campaigns' last seconds
	works            []workRow
	counts           []countRow
	fee, impressions float64
	refused          int
}

type workRow struct {
	campaign, creator string
	impressions       int64
}

type countRow struct {
	content string
	count   content.Count
}

func newContentReader() *contentReader {
	return &contentReader{at: map[string]int{}, places: map[string][2]int{}, ends: map[string]int64{}}
}

func (r *contentReader) tables() map[string]func(row map[string]any) {
	return map[string]func(row map[string]any){"creators": r.creator, "follower_history": r.follower, "campaigns": r.campaign,
		"participations": r.work, "contents": r.content, "content_metrics": r.count}
}

func (r *contentReader) creator(row map[string]any) {
	key, _ := row["key"].(string)
	if _, again := r.at[key]; again {
		return
	}
	r.at[key] = len(r.all)
	c := content.Creator{Key: key, Followers: orUnknown(row["followers"])}
	for f, column := range [...]string{"price_short_video", "price_mid_video", "price_image_text", "price_live"} {
		c.Prices[f] = orUnknown(row[column])
	}
	r.all = append(r.all, c)
}

func (r *contentReader) follower(row map[string]any) {
	key, _ := row["creator"].(string)
	day, _ := row["date"].(time.Time)
	if i, known := r.at[key]; known {
		c := &r.all[i]
		c.FollowerDays, c.FollowerCount = append(c.FollowerDays, dayOf(day)), append(c.FollowerCount, orZero(row["followers"]))
	}
}

func (r *contentReader) campaign(row map[string]any) {
	key, _ := row["key"].(string)
	if ends, known := row["ends"].(time.Time); known {
		r.ends[key] = ends.Unix() + 24*60*60
	}
}

func (r *contentReader) work(row map[string]any) {
	campaign, _ := row["campaign"].(string)
	creator, _ := row["creator"].(string)
	impressions, fee := orUnknown(row["impressions"]), orUnknown(row["fee"])
	if impressions > 0 && fee > 0 {
		r.fee, r.impressions = r.fee+float64(fee), r.impressions+float64(impressions)
	}
	r.works = append(r.works, workRow{campaign, creator, impressions})
}

func (r *contentReader) content(row map[string]any) {
	key, _ := row["key"].(string)
	creator, _ := row["creator"].(string)
	published, _ := row["published"].(time.Time)
	format, _ := row["format"].(string)
	i, known := r.at[creator]
	if _, again := r.places[key]; !known || again {
		r.refused++
		return
	}
	campaign, _ := row["campaign"].(string)
	c := &r.all[i]
	r.places[key] = [2]int{i, len(c.Contents)}
	c.Contents = append(c.Contents, content.Content{Key: key, Published: published.Unix(), Format: content.FormatOf(format),
		Sponsored: campaign != ""})
}

func (r *contentReader) count(row map[string]any) {
	key, _ := row["content"].(string)
	at, _ := row["at"].(time.Time)
	r.counts = append(r.counts, countRow{key, content.Count{At: at.Unix(), Views: orUnknown(row["views"]), Likes: orUnknown(row["likes"]),
		Comments: orUnknown(row["comments"]), Shares: orUnknown(row["shares"]), Clicks: orUnknown(row["clicks"])}})
}

// creators gives what was read, and the moment of the last count.
func (r *contentReader) creators() (all []content.Creator, last int64) {
	last = r.addCounts()
	for _, w := range r.works {
		i, known := r.at[w.creator]
		if ended, dated := r.ends[w.campaign]; known && dated && w.impressions > 0 {
			r.all[i].Results = append(r.all[i].Results, content.Result{Ended: ended, Impressions: w.impressions})
		}
	}
	for i := range r.all {
		c := &r.all[i]
		slices.SortStableFunc(c.Contents, func(a, b content.Content) int { return cmp.Compare(a.Published, b.Published) })
		slices.SortStableFunc(c.Results, func(a, b content.Result) int { return cmp.Compare(a.Ended, b.Ended) })
	}
	return r.all, last
}

// addCounts gives the contents their counts, and the moment of the last of these.
func (r *contentReader) addCounts() (last int64) {
	for _, one := range r.counts {
		place, known := r.places[one.content]
		if !known {
			r.refused++
			continue
		}
		c := &r.all[place[0]].Contents[place[1]]
		c.Counts = append(c.Counts, one.count)
		last = max(last, one.count.At)
	}
	return last
}

// cpm is what a thousand impressions cost on the whole, in minor units; 0 where nothing tells.
func (r *contentReader) cpm() float64 {
	if r.impressions == 0 {
		return 0
	}
	return 1000 * r.fee / r.impressions
}
