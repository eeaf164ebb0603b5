package resolvers

import (
	"context"
	"fmt"

	"github.com/creatorgraph/creatorgraph/graph/compile"
	"github.com/creatorgraph/creatorgraph/insight"
	"github.com/creatorgraph/creatorgraph/insight/competitor"
)

// Bounds of what is looked at for a brand's competitors; docs/relations.md says what they leave out.
const (
	competitorsMost = 50 // that can be asked for
	competitorsOf   = 50 // brands at once
	// hiredMost bounds the creators looked at of the largest brands, the latest hired; what is lost by it was
	// not measured. Half of the brands of a market of 100,000 creators have fewer than 100.
	hiredMost = 1000
	// comparedMost are the candidates whose audiences are compared, however few are asked for, so that the first
	// ones stay the first ones when more are asked for.
	comparedMost     = competitorsMost
	audienceOf       = 8  // latest campaigns
	audienceCreators = 25 // of them, latest first
)

// competitors ranks the brands that compete with each of some.
func (r *Resolver) competitors(ctx context.Context, a asked) (map[string]any, error) {
	first, err := a.args.count("first", 0, competitorsMost)
	if err != nil {
		return nil, err
	}
	if len(a.keys) > competitorsOf {
		return nil, a.tooMany("brands", competitorsOf)
	}
	categories, err := r.brandCategories(ctx)
	if err != nil {
		return nil, err
	}
	values := map[string]any{}
	for _, key := range a.keys {
		ranked, err := r.competitorsOf(ctx, competitor.Facts{Key: key, Categories: categories})
		if err != nil {
			return nil, err
		}
		values[key] = recommendationRows("Brand", ranked[:min(first, len(ranked))])
	}
	return values, nil
}

// tooMany is the error of a field asked of more objects at once than can be answered in time.
func (a asked) tooMany(nouns string, most int) error {
	return &compile.Error{What: fmt.Sprintf("it is asked of %d %s at once", len(a.keys), nouns),
		Remedy: fmt.Sprintf("ask of at most %d", most), TooBig: true}
}

func (r *Resolver) competitorsOf(ctx context.Context, facts competitor.Facts) ([]insight.Recommendation, error) {
	found, err := r.store.Read(ctx, statement("brand/shared_creators", row{"key": facts.Key, "most": hiredMost}))
	if err != nil {
		return nil, err
	}
	for _, record := range found {
		r.readHired(&facts, record)
	}
	candidates := competitor.Candidates(facts, comparedMost)
	audiences, err := r.brandAudiences(ctx, facts.Key, candidates)
	if err != nil {
		return nil, err
	}
	return competitor.Rank(facts.Key, candidates, audiences), nil
}

// brandCategories says which brands are about what.
func (r *Resolver) brandCategories(ctx context.Context) ([]competitor.Category, error) {
	found, err := r.store.Read(ctx, statement("brand/by_category", nil))
	if err != nil {
		return nil, err
	}
	categories := make([]competitor.Category, len(found))
	for i, record := range found {
		categories[i] = competitor.Category{Key: asText(record["category"]), Name: asText(record["name"])}
		for _, brand := range asList(record["brands"]) {
			categories[i].Brands = append(categories[i].Brands, asText(brand))
		}
	}
	return categories, nil
}

// readHired reads a brand's creators and whom else they worked for.
func (r *Resolver) readHired(facts *competitor.Facts, record map[string]any) {
	for _, item := range asList(record["creators"]) {
		columns := asList(item)
		facts.Creators = append(facts.Creators, competitor.Creator{Key: asText(columns[0]),
			Followers: asLong(columns[1]), Brands: int(asLong(columns[2])), Last: r.past(columns[3])})
	}
	for _, item := range asList(record["others"]) {
		columns := asList(item)
		other := competitor.Other{Key: asText(columns[0]), Creators: int(asLong(columns[1]))}
		for _, pair := range asList(columns[2]) {
			work := asList(pair)
			other.Shared = append(other.Shared, competitor.Work{Creator: int(asLong(work[0])), Last: r.past(work[1])})
		}
		facts.Others = append(facts.Others, other)
	}
}

func (r *Resolver) brandAudiences(
	ctx context.Context, key string, candidates []competitor.Candidate,
) (map[string][]competitor.Segment, error) {
	brands := []string{key}
	for _, candidate := range candidates {
		brands = append(brands, candidate.Key)
	}
	found, err := r.store.Read(ctx, statement("brand/audiences",
		row{"brands": brands, "campaigns": audienceOf, "creators": audienceCreators}))
	if err != nil {
		return nil, err
	}
	audiences := map[string][]competitor.Segment{}
	for _, record := range found {
		brand := asText(record["brand"])
		for _, item := range asList(record["shares"]) {
			columns := asList(item)
			audiences[brand] = append(audiences[brand], competitor.Segment{Key: asText(columns[0]),
				Dimension: asText(columns[1]), Name: asText(columns[2]), Share: asFloat(columns[3])})
		}
	}
	return audiences, nil
}
