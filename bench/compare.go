package main

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/google/go-cmp/cmp"
)

// form says how the answers to a case differ in form alone: what is done to ours and to the peer's before
// they are compared. The hand-written answer has the form of ours; where there is no peer, what is done to ours
// is done to it as well.
type form struct {
	ours, peer []step
}

// forms are the cases' forms; a case without one is answered in the same form by all three.
var forms = map[string]form{
	"01_by_key": {
		ours: []step{
			lift("creator.contracts", "nodes"), lift("creator.contracts", "agency"),
			move("creator", "contracts", "agencies"), set("creator.agencies"), set("creator.categories")},
		peer: []step{first("creator"), set("creator.agencies"), set("creator.categories")},
	},
	"02_nested": {
		ours: []step{
			lift("brand.campaigns", "nodes"), lift("brand.campaigns.participations", "nodes"),
			lift("brand.campaigns.participations", "creator"), move("brand.campaigns", "participations", "creators"),
			lift("brand.campaigns.creators.contracts", "nodes"), lift("brand.campaigns.creators.contracts", "agency"),
			move("brand.campaigns.creators", "contracts", "agencies"),
			set("brand.campaigns.creators.agencies"), set("brand.campaigns.creators.categories")},
		peer: []step{first("brand"),
			set("brand.campaigns.creators.agencies"), set("brand.campaigns.creators.categories")},
	},
	"03_first_page": {ours: []step{lift("creators", "nodes")}},
	"04_page_500":   {ours: []step{lift("creators", "nodes")}},
	"05_counts": {
		peer: []step{
			move("creators", "aggregate.count.nodes", "totalCount"), drop("creators", "aggregate"),
			move("campaigns", "aggregate.count.nodes", "totalCount"), drop("campaigns", "aggregate")},
	},
	"06_performance": {
		peer: []step{first("campaign"),
			move("campaign", "creatorsConnection.aggregate.count.nodes", "performance.participations"),
			move("campaign", "creatorsConnection.aggregate.edge.fee.sum", "performance.fee"),
			move("campaign", "creatorsConnection.aggregate.edge.impressions.sum", "performance.impressions"),
			move("campaign", "creatorsConnection.aggregate.edge.engagements.sum", "performance.engagements"),
			move("campaign", "creatorsConnection.aggregate.edge.clicks.sum", "performance.clicks"),
			move("campaign", "creatorsConnection.aggregate.edge.conversions.sum", "performance.conversions"),
			move("campaign", "creatorsConnection.aggregate.edge.gmv.sum", "performance.gmv"),
			drop("campaign", "creatorsConnection")},
	},
	"07_some": {ours: []step{lift("creators", "nodes")}},
	"08_none": {ours: []step{lift("creators", "nodes")}},
	"09_all":  {ours: []step{lift("creators", "nodes")}},
	"11_two_roots": {
		ours: []step{lift("brand.campaigns", "nodes"), lift("creators", "nodes")},
		peer: []step{first("brand")},
	},
	"12_interface": {ours: []step{set("nodes")}, peer: []step{set("nodes")}},
	"13_mutation": {
		ours: []step{
			drop("recordParticipation", "userErrors"), lift("recordParticipation", "participation"),
			move("", "recordParticipation", "done")},
		peer: []step{
			lift("updateCampaigns", "campaigns"), first("updateCampaigns"), move("", "updateCampaigns", "campaign"),
			lift("campaign.creatorsConnection", "edges"), first("campaign.creatorsConnection"),
			move("", "campaign.creatorsConnection.properties", "done"),
			move("", "campaign.creatorsConnection.node", "done.creator"),
			drop("campaign", "creatorsConnection"), move("", "campaign", "done.campaign")},
	},
	"15_neighborhood": {
		ours: []step{opened("neighborhood.edges.from"), opened("neighborhood.edges.to"), set("neighborhood.edges")},
	},
	// Of ways that are longer than the shortest either takes the best of 200 that it comes across.
	"16_paths": {ours: []step{opened("paths.edges.from"), opened("paths.edges.to"), shortest("paths")}},
	// Those as much alike as rounding tells are in one order or the other.
	"19_lookalikes_one_seed": {ours: []step{set("lookalikes.nodes")}},
	// Ours takes turns where fifty seeds are of several tastes.
	"20_lookalikes_fifty_seeds": {ours: []step{counted("lookalikes.nodes")}},
}

// compare gives an error that shows where the servers' answers to a case differ in content.
func compare(q question, answers [len(servers)][]byte) error {
	form := forms[q.Name]
	var data [len(servers)]any
	for _, s := range q.servers() {
		var answer struct {
			Data   any
			Errors []any
		}
		if err := json.Unmarshal(answers[s], &answer); err != nil {
			return fmt.Errorf("%s answered %.300s: %w", s, answers[s], err)
		}
		if len(answer.Errors) > 0 || answer.Data == nil {
			return fmt.Errorf("%s answered %.300s", s, answers[s])
		}
		data[s] = answer.Data
	}
	if q.Twin == nil {
		return nil
	}
	// Cursors are opaque, and each server's own.
	same := []step{drop("creators.pageInfo", "endCursor")}
	if q.Peer == nil {
		same = append(same, form.ours...)
	}
	if diff := cmp.Diff(through(data[ours], same), through(data[handwritten], same)); diff != "" {
		return fmt.Errorf("ours (-) and the hand-written (+) differ:\n%s", diff)
	}
	if q.Peer == nil {
		return nil
	}
	if diff := cmp.Diff(through(data[ours], form.ours), through(data[peer], form.peer)); diff != "" {
		return fmt.Errorf("ours (-) and the peer's (+) differ:\n%s", strings.TrimSpace(diff))
	}
	return nil
}

func through(v any, steps []step) any {
	for _, s := range steps {
		v = s(v)
	}
	return v
}
