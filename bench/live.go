package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"github.com/coder/websocket"
	"github.com/coder/websocket/wsjson"
	"github.com/valyala/fasthttp"
)

// liveCampaigns are how many campaigns are written to and followed, maxLate how long final totals are waited for.
const (
	liveCampaigns = 20
	maxLate       = 30 * time.Second
)

const liveThings = `{ campaigns(first: 20) { nodes { id } } creators(first: 100) { nodes { id } } }`

// follower is a subscriber of one campaign's totals.
type follower struct {
	campaign    string
	impressions atomic.Int64
	events      atomic.Int64
	back        atomic.Int64 // events whose number was no greater than the last one's
	changed     atomic.Int64 // when the last event came, in nanoseconds since 1970
}

// live has subscribers follow campaigns at replicas that run already, writes to each replica in turn, and prints how
// late the final totals were everywhere. It changes the graph: what it records stays.
func live(ctx context.Context, c config) error {
	ask := make([]*client, len(c.live))
	for i, at := range c.live {
		ask[i] = &client{server: ours, address: at, http: &fasthttp.HostClient{Addr: at, MaxConns: writers,
			ReadTimeout: answerTimeout, WriteTimeout: answerTimeout}}
	}
	found, err := query[struct {
		Campaigns, Creators struct{ Nodes []struct{ ID string } }
	}](ask[0], liveThings, nil)
	if err != nil {
		return err
	}
	campaigns, creators := found.Campaigns.Nodes, found.Creators.Nodes
	if len(campaigns) < liveCampaigns || len(creators) == 0 {
		return errors.New("there are too few campaigns or creators; import a market first")
	}
	followers := make([]*follower, c.subscribers)
	for i := range followers {
		followers[i] = &follower{campaign: campaigns[i%liveCampaigns].ID}
		if err := followers[i].follow(ctx, c.live[i%len(c.live)]); err != nil {
			return fmt.Errorf("subscriber %d at %s: %w", i, c.live[i%len(c.live)], err)
		}
	}
	var bodies [][]byte
	for n := range liveCampaigns * len(creators) {
		body, err := json.Marshal(map[string]any{"query": recording, "variables": map[string]any{"in": map[string]any{
			"campaign": campaigns[n%liveCampaigns].ID, "creator": creators[n/liveCampaigns].ID, "impressions": 1000 + n}}})
		if err != nil {
			return err
		}
		bodies = append(bodies, body)
	}
	made, failed := writeAtRate(ask, bodies, c)
	ended := time.Now()
	return c.report(ask[0], followers, made, failed, ended)
}

// writeAtRate writes so many a second, to each replica in turn, and gives how many were made and how many failed.
func writeAtRate(ask []*client, bodies [][]byte, c config) (made, failed int64) {
	var good, bad atomic.Int64
	var all sync.WaitGroup
	room := make(chan struct{}, writers*len(ask))
	tick := time.NewTicker(time.Second / time.Duration(c.writes))
	defer tick.Stop()
	for begun, n := time.Now(), 0; time.Since(begun) < c.run; n++ {
		<-tick.C
		room <- struct{}{}
		all.Go(func() {
			defer func() { <-room }()
			status, _, err := ask[n%len(ask)].ask("/graphql", bodies[n%len(bodies)])
			if err != nil || status != fasthttp.StatusOK {
				bad.Add(1)
				return
			}
			good.Add(1)
		})
	}
	all.Wait()
	return good.Load(), bad.Load()
}

// follow subscribes, and notes what comes until ctx ends.
func (f *follower) follow(ctx context.Context, at string) error {
	conn, _, err := websocket.Dial(ctx, "ws://"+at+"/graphql", //nolint:bodyclose // the library closes it
		&websocket.DialOptions{Subprotocols: []string{"graphql-transport-ws"}})
	if err != nil {
		return err
	}
	if err := wsjson.Write(ctx, conn, map[string]any{"type": "connection_init"}); err != nil {
		return err
	}
	var ack struct{ Type string }
	if err := wsjson.Read(ctx, conn, &ack); err != nil || ack.Type != "connection_ack" {
		return fmt.Errorf("%s: %w", ack.Type, err)
	}
	question := fmt.Sprintf("subscription{campaignPerformance(campaign:%q){impressions}}", f.campaign)
	err = wsjson.Write(ctx, conn, map[string]any{"id": "1", "type": "subscribe", "payload": map[string]string{"query": question}})
	if err != nil {
		return err
	}
	go f.note(ctx, conn)
	return nil
}

func (f *follower) note(ctx context.Context, conn *websocket.Conn) {
	for last := int64(-1); ; {
		var e struct {
			Payload struct {
				Data       struct{ CampaignPerformance struct{ Impressions int64 } }
				Extensions struct{ Event int64 }
			}
		}
		if wsjson.Read(ctx, conn, &e) != nil {
			return // the load has ended, or the report tells of totals that never came
		}
		if e.Payload.Extensions.Event <= last {
			f.back.Add(1)
		}
		last = e.Payload.Extensions.Event
		f.events.Add(1)
		f.changed.Store(time.Now().UnixNano())
		f.impressions.Store(e.Payload.Data.CampaignPerformance.Impressions)
	}
}

// report waits for the final totals, which the database says, and prints how late each subscriber had them.
func (c config) report(ask *client, followers []*follower, made, failed int64, ended time.Time) error {
	truth := map[string]int64{}
	for _, f := range followers {
		if _, known := truth[f.campaign]; known {
			continue
		}
		got, err := query[struct {
			Node struct{ Performance struct{ Impressions int64 } }
		}](ask, `query($id: ID!) { node(id: $id) { ... on Campaign { performance { impressions } } } }`, map[string]any{"id": f.campaign})
		if err != nil {
			return err
		}
		truth[f.campaign] = got.Node.Performance.Impressions
	}
	missing := len(followers)
	for ; missing > 0 && time.Since(ended) < maxLate; time.Sleep(10 * time.Millisecond) {
		missing = 0
		for _, f := range followers {
			if f.impressions.Load() != truth[f.campaign] {
				missing++
			}
		}
	}
	var late []time.Duration
	events, back := int64(0), int64(0)
	for _, f := range followers {
		late = append(late, max(0, time.Unix(0, f.changed.Load()).Sub(ended)))
		events, back = events+f.events.Load(), back+f.back.Load()
	}
	slices.Sort(late)
	fmt.Fprintf(os.Stdout, "%d replicas, %d subscribers, %d writes in %v (%.0f/s; %d failed), %d events (%d numbered backwards)\n",
		len(c.live), len(followers), made, c.run, float64(made)/c.run.Seconds(), failed, events, back)
	fmt.Fprintf(os.Stdout, "final totals after the last write: p50 %.0f ms, p95 %.0f ms, last %.0f ms; %d subscribers without them\n",
		milliseconds(quantile(late, 0.5)), milliseconds(quantile(late, 0.95)), milliseconds(quantile(late, 1)), missing)
	if missing > 0 || back > 0 {
		return errors.New("events were lost or went back")
	}
	return nil
}
