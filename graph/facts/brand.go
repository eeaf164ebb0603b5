package facts

import (
	"context"
	"time"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/column"
	"github.com/creatorgraph/creatorgraph/insight/competitor"
)

// Bounds of what is looked at for a brand's competitors; docs/relations.md says what they leave out.
const (
	// maxHired bounds the creators looked at of the largest brands, the latest hired; what is lost by it was not
	// measured. Half of the brands of a market of 100,000 creators have fewer than 100.
	maxHired          = 1000
	audienceCampaigns = 8  // latest
	audienceCreators  = 25 // of them, latest first
)

// ReadBrands reads whom brands hired, whom else these worked for, and which brands are about what, by brand; one of
// which nothing is known has the categories alone.
func ReadBrands(ctx context.Context, store *graph.Store, keys []string, today time.Time) (map[string]competitor.Facts, error) {
	categories, err := brandCategories(ctx, store)
	if err != nil {
		return nil, err
	}
	found, err := store.Read(ctx, statement("brand/shared_creators", map[string]any{"keys": keys, "most": maxHired}))
	if err != nil {
		return nil, err
	}
	all := map[string]competitor.Facts{}
	for _, key := range keys {
		all[key] = competitor.Facts{Key: key, Categories: categories}
	}
	for _, record := range found {
		brand := all[column.Text(record["key"])]
		readHired(&brand, record, today)
		all[brand.Key] = brand
	}
	return all, nil
}

// brandCategories says which brands are about what.
func brandCategories(ctx context.Context, store *graph.Store) ([]competitor.Category, error) {
	found, err := store.Read(ctx, statement("brand/by_category", nil))
	if err != nil {
		return nil, err
	}
	categories := make([]competitor.Category, len(found))
	for i, record := range found {
		categories[i] = competitor.Category{Key: column.Text(record["category"]), Name: column.Text(record["name"]),
			Brands: column.Texts(record["brands"])}
	}
	return categories, nil
}

// readHired reads a brand's creators and whom else they worked for.
func readHired(brand *competitor.Facts, record graph.Record, today time.Time) {
	for _, item := range column.List(record["creators"]) {
		columns := column.List(item)
		brand.Creators = append(brand.Creators, competitor.Creator{Key: column.Text(columns[0]),
			Followers: column.Long(columns[1]), Brands: int(column.Long(columns[2])), Last: past(columns[3], today)})
	}
	for _, item := range column.List(record["others"]) {
		columns := column.List(item)
		other := competitor.Other{Key: column.Text(columns[0]), Creators: int(column.Long(columns[1]))}
		for _, pair := range column.List(columns[2]) {
			work := column.List(pair)
			other.Shared = append(other.Shared, competitor.Work{Creator: int(column.Long(work[0])), Last: past(work[1], today)})
		}
		brand.Others = append(brand.Others, other)
	}
}

// ReadBrandAudiences reads whom the creators of brands' latest campaigns reach, by brand.
func ReadBrandAudiences(ctx context.Context, store *graph.Store, brands []string) (map[string][]competitor.Segment, error) {
	found, err := store.Read(ctx, statement("brand/audiences",
		map[string]any{"brands": brands, "campaigns": audienceCampaigns, "creators": audienceCreators}))
	if err != nil {
		return nil, err
	}
	audiences := map[string][]competitor.Segment{}
	for _, record := range found {
		brand := column.Text(record["brand"])
		for _, item := range column.List(record["shares"]) {
			columns := column.List(item)
			audiences[brand] = append(audiences[brand], competitor.Segment{Key: column.Text(columns[0]),
				Dimension: column.Text(columns[1]), Name: column.Text(columns[2]), Share: column.Float(columns[3])})
		}
	}
	return audiences, nil
}
