package facts

import (
	"context"
	"maps"
	"slices"

	"golang.org/x/sync/errgroup"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/column"
	"github.com/creatorgraph/creatorgraph/insight"
	"github.com/creatorgraph/creatorgraph/insight/lookalike"
)

// Bounds of what reasons look at.
const (
	profileListed   = 100 // brands and campaigns of a creator, creators of an agency or a brand
	profileContents = 20  // whose tags are compared, the newest
)

// profiled says by what statements the facts of a label are read.
var profiled = map[string][]string{"Creator": {"lookalike/creator_facts", "lookalike/creator_lists"},
	"Agency": {"lookalike/agency_facts", "lookalike/agency_lists"}, "Brand": {"lookalike/brand_facts"}}

// ReadProfiles reads what is known of creators, agencies or brands, by key, with the names in those of some; its
// statements run side by side.
func ReadProfiles(
	ctx context.Context, store *graph.Store, label string, keys, named []string, today string,
) (map[string]lookalike.Profile, error) {
	params := map[string]any{"keys": keys, "told": named, "today": graph.DayOf(today), "listed": profileListed, "contents": profileContents}
	names := profiled[label]
	parts := make([][]graph.Record, len(names))
	group, ctx := errgroup.WithContext(ctx)
	for i, name := range names {
		group.Go(func() (err error) {
			parts[i], err = store.Read(ctx, statement(name, params))
			return err
		})
	}
	if err := group.Wait(); err != nil {
		return nil, err
	}
	records := map[string]graph.Record{}
	for _, record := range slices.Concat(parts...) {
		key := column.Text(record["key"])
		if records[key] == nil {
			records[key] = graph.Record{}
		}
		maps.Copy(records[key], record)
	}
	profiles := make(map[string]lookalike.Profile, len(records))
	for key, record := range records {
		profiles[key] = profileOf(record)
	}
	return profiles, nil
}

func profileOf(record graph.Record) lookalike.Profile {
	p := lookalike.Profile{Followers: orUnknown(record["followers"]), Price: orUnknown(record["price"]),
		Region: column.Text(record["region"]), Language: column.Text(record["language"]),
		Agencies: namedOf(record["agencies"]), Categories: namedOf(record["categories"]), Brands: namedOf(record["brands"]),
		Campaigns: namedOf(record["campaigns"]), Creators: namedOf(record["creators"]), Results: resultsOf(record)}
	for _, tag := range column.Texts(record["tags"]) {
		p.Tags = append(p.Tags, lookalike.Named{Key: tag, Name: tag})
	}
	for _, item := range column.List(record["audience"]) {
		columns := column.List(item)
		p.Audience = append(p.Audience, lookalike.AudienceShare{Dimension: column.Text(columns[2]), Share: column.Float(columns[3]),
			Named: lookalike.Named{Key: column.Text(columns[0]), Name: column.Text(columns[1])}})
	}
	return p
}

// resultsOf reads the columns of what came of somebody's work.
func resultsOf(record graph.Record) insight.Results {
	return insight.Results{Impressions: column.Long(record["impressions"]), Clicks: column.Long(record["clicks"]),
		Conversions: column.Long(record["conversions"]), Fee: column.Long(record["fee"])}
}

func namedOf(value any) []lookalike.Named {
	var all []lookalike.Named
	for _, item := range column.List(value) {
		columns := column.List(item)
		all = append(all, lookalike.Named{Key: column.Text(columns[0]), Name: column.Text(columns[1])})
	}
	return all
}
