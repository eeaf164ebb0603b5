package facts

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"time"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/column"
	"github.com/creatorgraph/creatorgraph/graph/statements"
	"github.com/creatorgraph/creatorgraph/insight"
	"github.com/creatorgraph/creatorgraph/insight/match"
)

const (
	// resultsAtOnce is how many creators one statement describes.
	resultsAtOnce = 2_000
	// maxResultsChanged is how many creators may have changed for a book to be followed; of more it is read anew.
	maxResultsChanged = 2_000
	// resultsLateBy is for how long a mark may have been set before others could see it.
	resultsLateBy = 60 * time.Second
)

// ResultsReader reads what matching rests on and its changes: it knows the numbers that the database's numbers have in the book.
type ResultsReader struct {
	store     *graph.Store
	day       time.Time
	numbers   map[string]map[int64]int32 // by type, of words, brands and campaigns
	campaigns []match.Campaign
	marks     map[int64]int64 // of creators: the last change that was taken in
	since     int64           // the database's clock when it was last read, in milliseconds
	counts    [3]int64
	told      struct{ brands, categories, segments, platforms, agencies int }
	words     struct {
		brands                                    []match.Brand
		categories, segments, platforms, agencies []match.Word
	}
}

func (r *ResultsReader) stream(ctx context.Context, text string, params map[string]any, row func(graph.Record)) error {
	return r.store.Stream(ctx, graph.Statement{Text: text, Params: params}, func(record graph.Record) error {
		row(record)
		return nil
	})
}

// ReadResults reads all that matching rests on, on a day; of 1,000,000 creators it takes some gigabytes.
func ReadResults(ctx context.Context, store *graph.Store, today time.Time) (*ResultsReader, *match.Book, error) {
	r := &ResultsReader{store: store, day: today, numbers: map[string]map[int64]int32{}, marks: map[int64]int64{}}
	for range 2 { // the second time it knows the clock, and so which marks what is read now has in it
		marks, err := r.state(ctx)
		if err != nil {
			return nil, nil, err
		}
		r.marks = marks
	}
	if err := r.readWords(ctx); err != nil {
		return nil, nil, err
	}
	if err := r.readCampaigns(ctx, nil); err != nil {
		return nil, nil, err
	}
	var ids []int64
	err := r.stream(ctx, statements.Text("collaboration/creators"), nil, func(record graph.Record) {
		ids = append(ids, column.Long(record["id"]))
	})
	if err != nil {
		return nil, nil, err
	}
	b := &match.Book{Day: dayOf(today), Creators: make([]match.Creator, 0, len(ids))}
	for some := range slices.Chunk(ids, resultsAtOnce) {
		if err := r.describe(ctx, some, func(c match.Creator) { b.Creators = append(b.Creators, c) }); err != nil {
			return nil, nil, err
		}
	}
	w := &r.words
	b.Campaigns, b.Brands, b.Categories = slices.Clone(r.campaigns), slices.Clone(w.brands), slices.Clone(w.categories)
	b.Segments, b.Platforms, b.Agencies = slices.Clone(w.segments), slices.Clone(w.platforms), slices.Clone(w.agencies)
	r.tell()
	return r, b, nil
}

// tell notes that all words so far are known.
func (r *ResultsReader) tell() {
	w := &r.words
	r.told.brands, r.told.categories, r.told.segments = len(w.brands), len(w.categories), len(w.segments)
	r.told.platforms, r.told.agencies = len(w.platforms), len(w.agencies)
}

// state reads how far the graph is, and whose changes were not taken in yet, with their marks.
func (r *ResultsReader) state(ctx context.Context) (map[int64]int64, error) {
	rows, err := r.store.Read(ctx, graph.Statement{Text: statements.Text("collaborator/state"), Params: map[string]any{
		"since": r.since - resultsLateBy.Milliseconds(), "most": maxResultsChanged + 1}})
	if err != nil {
		return nil, fmt.Errorf("how far the book of results is: %w", err)
	}
	r.since = column.Long(rows[0]["now"])
	for i, count := range column.List(rows[0]["counts"]) {
		r.counts[i] = column.Long(count)
	}
	changed := map[int64]int64{}
	for _, item := range column.List(rows[0]["changed"]) {
		id, mark := column.Long(column.List(item)[0]), column.Long(column.List(item)[1])
		if r.marks[id] != mark {
			changed[id] = mark
		}
	}
	return changed, nil
}

// Changes brings a model up to now by what it applies; false where the book has to be read anew.
func (r *ResultsReader) Changes(ctx context.Context, today time.Time, apply func(func(*match.Model))) (bool, error) {
	counts := r.counts
	changed, err := r.state(ctx)
	if err != nil {
		return false, err
	}
	if dayOf(today) != dayOf(r.day) || !canFollow(len(changed), maxResultsChanged, counts == r.counts) {
		return false, nil
	}
	if len(changed) == 0 {
		return true, nil
	}
	ids := slices.Sorted(maps.Keys(changed))
	had := len(r.campaigns)
	creators, err := r.readChanged(ctx, ids)
	if err != nil {
		return false, err
	}
	maps.Copy(r.marks, changed)
	apply(func(m *match.Model) {
		w, t := &r.words, &r.told
		m.Add(r.campaigns[had:], w.brands[t.brands:], w.categories[t.categories:], w.segments[t.segments:],
			w.platforms[t.platforms:], w.agencies[t.agencies:])
		for _, c := range creators {
			m.Change(c)
		}
	})
	r.tell()
	return true, nil
}

// readChanged reads some creators, and the words and campaigns that are new.
func (r *ResultsReader) readChanged(ctx context.Context, ids []int64) (creators []match.Creator, err error) {
	if err := r.readWords(ctx); err != nil {
		return nil, err
	}
	if err := r.readCampaigns(ctx, ids); err != nil {
		return nil, err
	}
	err = r.describe(ctx, ids, func(c match.Creator) { creators = append(creators, c) })
	return creators, err
}

// of gives the number in the book of what the database has under one; insight.Unknown for what is not in it.
func (r *ResultsReader) of(typ string, id any) int32 {
	if n, known := r.numbers[typ][column.Long(id)]; known && id != nil {
		return n
	}
	return insight.Unknown
}

func (r *ResultsReader) all(typ string, ids any) []int32 {
	list := column.List(ids)
	all := make([]int32, 0, len(list))
	for _, id := range list {
		if n := r.of(typ, id); n != insight.Unknown {
			all = append(all, n)
		}
	}
	return all
}

// note gives something its number; false where it has one already.
func (r *ResultsReader) note(typ string, id int64, n int) bool {
	if _, known := r.numbers[typ][id]; known {
		return false
	}
	if r.numbers[typ] == nil {
		r.numbers[typ] = map[int64]int32{}
	}
	r.numbers[typ][id] = int32(n)
	return true
}

func (r *ResultsReader) readWords(ctx context.Context) error {
	var rows []graph.Record
	err := r.stream(ctx, statements.Text("match/words"), nil, func(record graph.Record) { rows = append(rows, record) })
	if err != nil {
		return err
	}
	r.addWords(rows)
	w := &r.words
	for _, record := range rows {
		if column.Text(record["type"]) == "Brand" && r.note("Brand", column.Long(record["id"]), len(w.brands)) {
			w.brands = append(w.brands, match.Brand{Key: column.Text(record["key"]), Name: column.Text(record["name"]),
				Industry: column.Text(record["industry"]), Categories: r.all("Category", record["categories"])})
		}
	}
	return nil
}

// addWords adds the words that are new, then their parents, which may come later.
func (r *ResultsReader) addWords(rows []graph.Record) {
	w := &r.words
	tables := map[string]*[]match.Word{"Category": &w.categories, "Segment": &w.segments, "Platform": &w.platforms, "Agency": &w.agencies}
	var fresh []graph.Record
	for _, record := range rows {
		typ, id := column.Text(record["type"]), column.Long(record["id"])
		if table := tables[typ]; table != nil && r.note(typ, id, len(*table)) {
			*table = append(*table, match.Word{Key: column.Text(record["key"]), Name: column.Text(record["name"]), Of: insight.Unknown,
				Dimension: column.Text(record["dimension"])})
			fresh = append(fresh, record)
		}
	}
	for _, record := range fresh {
		if column.Text(record["type"]) == "Category" {
			w.categories[r.of("Category", record["id"])].Of = r.of("Category", record["above"])
		}
	}
}

// readCampaigns reads those that are not known yet: all, or those of some creators.
func (r *ResultsReader) readCampaigns(ctx context.Context, creators []int64) error {
	var ids any
	if creators != nil {
		var unknown []int64
		err := r.stream(ctx, statements.Text("match/worked"), map[string]any{"creators": creators}, func(record graph.Record) {
			if id := column.Long(record["campaign"]); r.of("Campaign", id) == insight.Unknown {
				unknown = append(unknown, id)
			}
		})
		if err != nil || len(unknown) == 0 {
			return err
		}
		ids = unknown
	}
	return r.stream(ctx, statements.Text("match/campaigns"), map[string]any{"campaigns": ids}, func(record graph.Record) {
		if !r.note("Campaign", column.Long(record["id"]), len(r.campaigns)) {
			return
		}
		r.campaigns = append(r.campaigns, r.campaign(record))
	})
}

func (r *ResultsReader) campaign(record graph.Record) match.Campaign {
	c := match.Campaign{Key: column.Text(record["key"]), Brand: r.of("Brand", record["brand"]),
		Objective: match.ObjectiveOf(column.Text(record["objective"])), Categories: r.all("Category", record["categories"]),
		Segments: r.all("Segment", record["segments"]), Day: insight.Unknown}
	for _, f := range column.List(record["formats"]) {
		if known := match.FormatOf(column.Text(f)); known >= 0 {
			c.Formats = append(c.Formats, known)
		}
	}
	if day, known := record["day"].(int64); known {
		c.Day = int32(day)
	}
	return c
}

func (r *ResultsReader) describe(ctx context.Context, ids []int64, take func(match.Creator)) error {
	params := map[string]any{"creators": ids, "today": graph.Day(r.day)}
	return r.stream(ctx, statements.Text("match/creators"), params, func(record graph.Record) { take(r.creator(record)) })
}

func (r *ResultsReader) audience(record graph.Record) []insight.Share {
	shares := column.List(record["shares"])
	audience := make([]insight.Share, 0, len(shares))
	for _, item := range shares {
		share, _ := column.List(item)[1].(float64)
		if n := r.of("Segment", column.List(item)[0]); n != insight.Unknown {
			audience = append(audience, insight.Share{Segment: n, Part: float32(share)})
		}
	}
	return audience
}

func (r *ResultsReader) works(record graph.Record) []match.Work {
	made := map[int32]match.Format{}
	for _, item := range column.List(record["formats"]) {
		made[r.of("Campaign", column.List(item)[0])] = match.FormatOf(column.Text(column.List(item)[1]))
	}
	list := column.List(record["works"])
	works := make([]match.Work, 0, len(list))
	for _, item := range list {
		of := column.List(item)
		w := match.Work{Campaign: r.of("Campaign", of[0]), Format: insight.Unknown, Fee: orUnknown(of[1]), Impressions: orUnknown(of[2]),
			Clicks: orUnknown(of[3]), Conversions: orUnknown(of[4]), GMV: orUnknown(of[5])}
		if f, known := made[w.Campaign]; known {
			w.Format = f
		}
		if w.Campaign != insight.Unknown {
			works = append(works, w)
		}
	}
	return works
}

func (r *ResultsReader) creator(record graph.Record) match.Creator {
	c := match.Creator{Key: column.Text(record["key"]), Name: column.Text(record["name"]), Region: column.Text(record["region"]),
		Followers: orUnknown(record["followers"]), Agency: r.of("Agency", record["agency"]),
		Platforms: r.all("Platform", record["platforms"]), Categories: r.all("Category", record["categories"])}
	for f, price := range column.List(record["prices"]) {
		c.Prices[f] = column.Long(price)
	}
	c.Audience, c.Works = r.audience(record), r.works(record)
	answers := column.List(record["answers"])
	c.Answers = make([]match.Answer, 0, len(answers))
	for _, item := range answers {
		of := column.List(item)
		a := match.Answer{Campaign: r.of("Campaign", of[0]), Day: int32(column.Long(of[1])), Offer: orUnknown(of[2]), Said: saidOf(column.Text(of[3]))}
		if a.Campaign != insight.Unknown {
			c.Answers = append(c.Answers, a)
		}
	}
	for _, item := range column.List(record["posts"]) {
		words := column.Text(column.List(item)[0])
		for _, tag := range column.List(column.List(item)[1]) {
			words += "\n" + column.Text(tag)
		}
		c.Words = insight.AddWords(c.Words, words)
	}
	c.Words = slices.Clone(c.Words) // without the room that adding them left, half of what a book takes
	return c
}

func saidOf(word string) match.Said {
	switch word {
	case "ACCEPTED":
		return match.Accepted
	case "DECLINED":
		return match.Declined
	case "EXPIRED":
		return match.Expired
	}
	return match.Pending
}

func dayOf(t time.Time) int32 { return int32(t.Unix() / (24 * 60 * 60)) }

// Through has the changes read through another store, such as one of less patience.
func (r *ResultsReader) Through(store *graph.Store) { r.store = store }

// Passed says whether the day that was read on has passed.
func (r *ResultsReader) Passed(now time.Time) bool { return dayOf(now) != dayOf(r.day) }

// ReadBriefs reads what campaigns ask of creators, and who was invited to them or works on them.
func ReadBriefs(ctx context.Context, store *graph.Store, campaigns []string) ([]graph.Record, error) {
	return store.Read(ctx, graph.Statement{Text: statements.Text("match/asked"), Params: map[string]any{"campaigns": campaigns}})
}
