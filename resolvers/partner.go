package resolvers

import (
	"context"

	"github.com/creatorgraph/creatorgraph/insight"
	"github.com/creatorgraph/creatorgraph/insight/partner"
)

// Bounds of what is looked at for an agency's partners; docs/relations.md says what they leave out.
const (
	partnersMost = 1000 // that can be asked for
	partnersOf   = 50   // agencies at once
	sharedMost   = 500  // campaigns, and contents, of an agency, latest first
)

// partners ranks the agencies whose creators work together with those of each of some.
func (r *Resolver) partners(ctx context.Context, a asked) (map[string]any, error) {
	first, err := a.args.count("first", 0, partnersMost)
	if err != nil {
		return nil, err
	}
	if len(a.keys) > partnersOf {
		return nil, a.tooMany("agencies", partnersOf)
	}
	values := map[string]any{}
	for _, key := range a.keys {
		shared, err := r.sharedWork(ctx, key)
		if err != nil {
			return nil, err
		}
		ranked := partner.Rank(shared)
		values[key] = recommendationRows("Agency", ranked[:min(first, len(ranked))])
	}
	return values, nil
}

// sharedWork reads the campaigns and contents in which an agency's creators worked in company.
func (r *Resolver) sharedWork(ctx context.Context, key string) ([]partner.Shared, error) {
	params := row{"key": key, "most": sharedMost}
	campaigns, err := r.store.Read(ctx, statement("agency/shared_campaigns", params))
	if err != nil {
		return nil, err
	}
	contents, err := r.store.Read(ctx, statement("agency/shared_contents", params))
	if err != nil {
		return nil, err
	}
	var all []partner.Shared
	for _, record := range campaigns {
		all = r.sharedCampaigns(record)
	}
	for _, record := range contents {
		s := partner.Shared{Kind: insight.SharedContents, Key: asText(record["content"]), Day: r.past(record["day"]),
			People: int(asLong(record["people"]))}
		for _, agency := range asList(record["agencies"]) {
			s.Agencies = append(s.Agencies, asText(agency))
		}
		all = append(all, s)
	}
	return all, nil
}

func (r *Resolver) sharedCampaigns(record map[string]any) []partner.Shared {
	var all []partner.Shared
	for _, item := range asList(record["campaigns"]) {
		columns := asList(item)
		all = append(all, partner.Shared{Kind: insight.SharedCampaigns, Key: asText(columns[0]), Day: r.past(columns[1]),
			People: int(asLong(columns[2]))})
	}
	for _, item := range asList(record["agencies"]) {
		columns := asList(item)
		for _, place := range asList(columns[1]) {
			s := &all[asLong(place)]
			s.Agencies = append(s.Agencies, asText(columns[0]))
		}
	}
	return all
}

// past gives a day since 1970-01-01, today for one to come: what is planned is no fresher than what has
// happened.
func (r *Resolver) past(day any) int64 {
	return min(asLong(day), r.now().Unix()/(24*60*60))
}
