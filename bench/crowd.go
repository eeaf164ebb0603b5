package main

import (
	"encoding/json"
	"fmt"
	"os"

	"github.com/valyala/fasthttp"
)

// writers are the clients that write to one campaign at once.
const writers = 32

// hottest is the campaign with the most creators, and creators who may take part in it.
const hottest = `{ campaigns(first: 1, orderBy: [{field: CREATORS, direction: DESC}]) { nodes { id performance { participations } } }
	creators(first: 1000) { nodes { id } } }`

const recording = `mutation($in: RecordParticipationInput!) { recordParticipation(input: $in) {
	participation { impressions } userErrors { message } } }`

// crowd prints how many participations a second 32 clients record of the campaign that has the most, of a server
// that runs already. It changes the graph: what it records stays.
func crowd(c config) error {
	asked := &client{server: ours, address: c.crowd, http: &fasthttp.HostClient{Addr: c.crowd, MaxConns: writers,
		ReadTimeout: answerTimeout, WriteTimeout: answerTimeout}}
	type node struct{ ID string }
	found, err := query[struct {
		Campaigns struct {
			Nodes []struct {
				ID          string
				Performance struct{ Participations int }
			}
		}
		Creators struct{ Nodes []node }
	}](asked, hottest, nil)
	if err != nil {
		return err
	}
	if min(len(found.Campaigns.Nodes), len(found.Creators.Nodes)) == 0 {
		return fmt.Errorf("%s has no campaign or no creators; import a market first", c.crowd)
	}
	campaign := found.Campaigns.Nodes[0]
	var shots []timedRequest
	for i, creator := range found.Creators.Nodes {
		body, err := json.Marshal(map[string]any{"query": recording, "variables": map[string]any{"in": map[string]any{
			"campaign": campaign.ID, "creator": creator.ID, "impressions": 1000 + i}}})
		if err != nil {
			return err
		}
		shots = append(shots, timedRequest{body: body, status: fasthttp.StatusOK, length: -1})
	}
	for _, clients := range []int{1, writers} {
		load, err := asked.run("/graphql", shots, clients, c.run)
		if err != nil {
			return err
		}
		fmt.Fprintf(os.Stdout, "%d clients, a campaign of %d participations: %.0f writes/s, p50 %.1f ms, p95 %.1f ms\n",
			clients, campaign.Performance.Participations, float64(load.Requests)/load.Took.Seconds(),
			milliseconds(quantile(load.Latencies, 0.5)), milliseconds(quantile(load.Latencies, 0.95)))
	}
	return nil
}
