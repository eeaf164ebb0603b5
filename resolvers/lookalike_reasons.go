package resolvers

import (
	"context"
	"maps"
	"slices"

	"golang.org/x/sync/errgroup"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/insight"
	"github.com/creatorgraph/creatorgraph/insight/lookalike"
)

// Bounds of what reasons look at.
const (
	toldSeeds    = 50  // of each taste
	toldListed   = 100 // brands and campaigns of a creator, creators of an agency or a brand
	toldContents = 20  // whose tags are compared, the newest
)

// profiled says by what statements the facts of a label are read.
var profiled = map[string][]string{"Creator": {"lookalike/creator_facts", "lookalike/creator_lists"},
	"Agency": {"lookalike/agency_facts", "lookalike/agency_lists"}, "Brand": {"lookalike/brand_facts"}}

// scores are what a page's rows score, as the database compared them, times the query's length.
func (l *likeness) scores(page []shown) []float64 {
	lengths := make([]float64, len(l.like.asked))
	for i, query := range l.like.asked {
		lengths[i] = lookalike.Length(query)
	}
	scores := make([]float64, len(page))
	for i, one := range page {
		scores[i], _ = lookalike.Shown([]float64{one.near * lengths[one.taste]})
	}
	return scores
}

// reasons gives score and reasons of a page's rows.
func (l *likeness) reasons(ctx context.Context, page []shown) (scores []float64, all [][]insight.Reason, err error) {
	tastes, found, err := l.profiles(ctx, page)
	if err != nil {
		return nil, nil, err
	}
	for _, one := range page {
		products := l.seen.model.Products(l.like.asked[one.taste], one.vector)
		score, reasons := l.seen.model.Reasons(products, l.like.scales, tastes[one.taste], found[one.key])
		scores, all = append(scores, score), append(all, reasons)
	}
	return scores, all, nil
}

// profiles reads what is known of a page's rows and of the seeds, each taste's together.
func (l *likeness) profiles(
	ctx context.Context, page []shown,
) (tastes []lookalike.Profile, found map[string]lookalike.Profile, err error) {
	var keys []string
	for _, one := range page {
		keys = append(keys, one.key)
	}
	seeds := make([][]string, len(l.like.asked))
	for i := range seeds {
		for _, n := range l.like.tastes[i].Seeds {
			seeds[i] = append(seeds[i], l.seen.of[n])
		}
		seeds[i] = seeds[i][:min(len(seeds[i]), toldSeeds)]
		keys = append(keys, seeds[i]...)
	}
	records, err := l.facts(ctx, keys, slices.Concat(seeds...))
	if err != nil {
		return nil, nil, err
	}
	found = make(map[string]lookalike.Profile, len(records))
	for key, record := range records {
		found[key] = profileOf(record)
	}
	for _, of := range seeds {
		all := make([]lookalike.Profile, len(of))
		for i, key := range of {
			all[i] = found[key]
		}
		tastes = append(tastes, lookalike.Together(all))
	}
	return tastes, found, nil
}

// facts reads what is known of some keys, with the names of those told of; its statements run side by side.
func (l *likeness) facts(ctx context.Context, keys, told []string) (map[string]row, error) {
	params := row{"keys": keys, "told": told, "today": l.r.today(), "listed": toldListed, "contents": toldContents}
	names := profiled[l.label]
	parts := make([][]graph.Record, len(names))
	group, ctx := errgroup.WithContext(ctx)
	for i, name := range names {
		group.Go(func() (err error) {
			parts[i], err = l.r.store.Read(ctx, statement(name, params))
			return err
		})
	}
	if err := group.Wait(); err != nil {
		return nil, err
	}
	found := map[string]row{}
	for _, record := range slices.Concat(parts...) {
		key := asText(record["key"])
		if found[key] == nil {
			found[key] = row{}
		}
		maps.Copy(found[key], record)
	}
	return found, nil
}

func profileOf(record row) lookalike.Profile {
	p := lookalike.Profile{Followers: insight.Unknown, Price: insight.Unknown, Region: asText(record["region"]), Language: asText(record["language"]),
		Agencies: named(record["agencies"]), Categories: named(record["categories"]), Brands: named(record["brands"]),
		Campaigns: named(record["campaigns"]), Creators: named(record["creators"]),
		Results: insight.Results{Impressions: asLong(record["impressions"]), Clicks: asLong(record["clicks"]),
			Conversions: asLong(record["conversions"]), Fee: asLong(record["fee"])}}
	if n, known := record["followers"].(int64); known {
		p.Followers = n
	}
	if n, known := record["price"].(int64); known {
		p.Price = n
	}
	for _, tag := range asList(record["tags"]) {
		p.Tags = append(p.Tags, lookalike.Named{Key: asText(tag), Name: asText(tag)})
	}
	for _, item := range asList(record["audience"]) {
		columns := asList(item)
		p.Audience = append(p.Audience, lookalike.Reached{Named: lookalike.Named{Key: asText(columns[0]),
			Name: asText(columns[1])}, Dimension: asText(columns[2]), Share: asFloat(columns[3])})
	}

	return p
}

func named(column any) []lookalike.Named {
	var all []lookalike.Named
	for _, item := range asList(column) {
		columns := asList(item)
		all = append(all, lookalike.Named{Key: asText(columns[0]), Name: asText(columns[1])})
	}
	return all
}
