package facts

import (
	"context"
	"time"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/column"
	"github.com/creatorgraph/creatorgraph/insight"
	"github.com/creatorgraph/creatorgraph/insight/partner"
)

// maxShared bounds the campaigns, and the contents, of an agency that are looked at, latest first; docs/relations.md
// says what that leaves out.
const maxShared = 500

// ReadSharedWork reads the campaigns and contents in which agencies' creators worked in company, by agency.
func ReadSharedWork(ctx context.Context, store *graph.Store, agencies []string, today time.Time) (map[string][]partner.Shared, error) {
	params := map[string]any{"keys": agencies, "most": maxShared}
	campaigns, err := store.Read(ctx, statement("agency/shared_campaigns", params))
	if err != nil {
		return nil, err
	}
	contents, err := store.Read(ctx, statement("agency/shared_contents", params))
	if err != nil {
		return nil, err
	}
	all := map[string][]partner.Shared{}
	for _, record := range campaigns {
		all[column.Text(record["key"])] = sharedCampaigns(record, today)
	}
	for _, record := range contents {
		key := column.Text(record["key"])
		all[key] = append(all[key], partner.Shared{Kind: insight.SharedContents, Key: column.Text(record["content"]),
			Day: past(record["day"], today), People: int(column.Long(record["people"])), Agencies: column.Texts(record["agencies"])})
	}
	return all, nil
}

func sharedCampaigns(record graph.Record, today time.Time) []partner.Shared {
	var all []partner.Shared
	for _, item := range column.List(record["campaigns"]) {
		columns := column.List(item)
		all = append(all, partner.Shared{Kind: insight.SharedCampaigns, Key: column.Text(columns[0]),
			Day: past(columns[1], today), People: int(column.Long(columns[2]))})
	}
	for _, item := range column.List(record["agencies"]) {
		columns := column.List(item)
		for _, place := range column.List(columns[1]) {
			s := &all[column.Long(place)]
			s.Agencies = append(s.Agencies, column.Text(columns[0]))
		}
	}
	return all
}

// past gives a day since 1970-01-01, today for one to come: what is planned is no fresher than what has happened.
func past(day any, today time.Time) int64 {
	return min(column.Long(day), today.Unix()/(24*60*60))
}
