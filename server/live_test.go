package server

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/compile"
	"github.com/creatorgraph/creatorgraph/graph/graphtest"
	"github.com/creatorgraph/creatorgraph/internal/harness"
	"github.com/creatorgraph/creatorgraph/live"
	"github.com/creatorgraph/creatorgraph/resolvers"
)

// replica serves a store, and hears others by routes.
func replica(t *testing.T, store *graph.Store, c Config, routes ...string) (s *site, route string) {
	t.Helper()

	api := harness.Resolver(t, resolvers.Config{Store: store, Client: ClientOf, Now: time.Now})
	bus, err := live.Open(live.Config{Listen: "nats://127.0.0.1:0", Routes: routes}, api)
	if err != nil {
		t.Fatal(err)
	}
	api.SetPublisher(bus.Publish)
	c.API, c.Database = api, store
	s = serve(t, c)
	t.Cleanup(bus.Close)
	return s, bus.Route()
}

// numberedEvent is an event of campaignPerformance.
type numberedEvent struct {
	Data struct {
		CampaignPerformance struct{ Fee, Impressions int64 }
	}
	Extensions struct{ Event int64 }
}

// unnumbered is an event's payload without its number.
func unnumbered(payload string) string {
	data, _, has := strings.Cut(payload, `,"extensions":{"event":`)
	if !has {
		return payload
	}
	return data + "}"
}

func readEvent(t *testing.T, f frame) numberedEvent {
	t.Helper()

	var e numberedEvent
	if err := json.Unmarshal(f.Payload, &e); err != nil {
		t.Fatalf("%s: %v", f.Payload, err)
	}
	return e
}

// A subscriber of one replica sees what is written through the other, sooner than by looking now and then, and its
// events are numbered upwards; who comes back, to either, begins with how things stand.
func TestReplicasTellEachOther(t *testing.T) {
	t.Parallel()

	store := graphtest.Open(t)
	d := graphtest.Draw(t, store, campaign)
	one, route := replica(t, store, Config{})
	two, _ := replica(t, store, Config{}, route)
	spring, ann := compile.ID("Campaign", d.Key("spring")), compile.ID("Creator", d.Key("ann"))
	subscription := fmt.Sprintf(`subscription{campaignPerformance(campaign:%q){fee impressions}}`, spring)
	c := two.connect()
	c.subscribe("1", subscription)
	last := readEvent(t, c.expect("next", "1"))
	for fee := int64(200); fee < 205; fee++ {
		one.ask(fmt.Sprintf(`mutation{recordParticipation(input:{campaign:%q,creator:%q,fee:%d}){userErrors{message}}}`, spring, ann, fee))
		now := readEvent(t, c.expect("next", "1"))
		if now.Data.CampaignPerformance.Fee != fee || now.Extensions.Event <= last.Extensions.Event {
			t.Errorf("after %+v, of a fee of %d: got %+v", last, fee, now)
		}
		last = now
	}
	_ = c.conn.CloseNow()
	one.ask(fmt.Sprintf(`mutation{recordParticipation(input:{campaign:%q,creator:%q,fee:300}){userErrors{message}}}`, spring, ann))
	for _, at := range []*site{one, two} {
		c := at.connect()
		c.subscribe("1", subscription)
		if again := readEvent(t, c.expect("next", "1")); again.Data.CampaignPerformance.Fee != 300 ||
			again.Extensions.Event <= last.Extensions.Event {
			t.Errorf("who comes back after %+v: got %+v", last, again)
		}
	}
}

// The load of the test; `go run ./bench -live` puts any on servers that run.
const (
	liveSubscribers = 100
	liveWrites      = 200 // a second
	liveFor         = 5 * time.Second
	liveCampaigns   = 5
	liveCreators    = 20 // of each campaign
)

// Under load every subscriber ends with the final totals, those who read slowly too, and nobody's events go back.
func TestManySubscribersGetTheFinalTotals(t *testing.T) {
	t.Parallel()

	store := graphtest.Open(t)
	d := graphtest.Draw(t, store, liveFixture())
	limits := DefaultLimits()
	limits.ClientStreams, limits.ClientSubscriptions, limits.ClientConnections = 1000, 1000, 1000
	one, route := replica(t, store, Config{Limits: limits})
	two, _ := replica(t, store, Config{Limits: limits}, route)
	var watchers []*watcher
	for i := range liveSubscribers {
		w := &watcher{t: t, campaign: d.Key(nth("campaign", i%liveCampaigns)), slow: i%10 == 9}
		w.watch([]*site{one, two}[i%2])
		watchers = append(watchers, w)
	}
	for _, at := range []*site{one, two} { // the first is planned
		write(t, at, d.Key(nth("campaign", 0)), d.Key(nth("creator", 0)), 1)
	}
	totals := record(t, []*site{one, two}, d)
	ended := time.Now()
	eventually(t, "all have the final totals", func() bool {
		for _, w := range watchers {
			if w.impressions.Load() != totals[w.campaign] {
				return false
			}
		}
		return true
	})
	took := time.Since(ended) // of all that the machine does besides
	t.Logf("%d subscribers have the final totals %v after the last write", liveSubscribers, took.Round(time.Millisecond))
	for _, w := range watchers {
		if w.back.Load() {
			t.Error("an event's number went back")
		}
	}
}

// nth names a node: names of drawings have no digits.
func nth(kind string, n int) string { return kind + string(rune('a'+n)) }

func liveFixture() string {
	var text strings.Builder
	for c := range liveCampaigns {
		fmt.Fprintf(&text, "(%s:Brand)-[:RAN]->(%s:Campaign)\n", nth("brand", c), nth("campaign", c))
	}
	for c := range liveCreators {
		fmt.Fprintf(&text, "(%s:Creator)\n", nth("creator", c))
	}
	return text.String()
}

// record writes at the rate of the test, to either replica in turn, and gives the totals by campaign: the sum of the last
// that was written of each creator.
func record(t *testing.T, at []*site, d graphtest.Drawing) map[string]int64 {
	t.Helper()

	last := map[string]int64{}
	var writing sync.WaitGroup
	tick := time.NewTicker(time.Second / liveWrites)
	defer tick.Stop()
	begun := time.Now()
	room := make(chan struct{}, 32)
	for n := 0; time.Since(begun) < liveFor; n++ {
		<-tick.C
		campaign, creator := d.Key(nth("campaign", n%liveCampaigns)), d.Key(nth("creator", n/liveCampaigns%liveCreators))
		if n/liveCampaigns >= liveCreators { // totals, not increments: one writer at a time for each pair
			writing.Wait()
		}
		last[campaign+" "+creator] = int64(1000 + n)
		room <- struct{}{}
		writing.Go(func() {
			defer func() { <-room }()
			write(t, at[n%2], campaign, creator, int64(1000+n))
		})
	}
	writing.Wait()
	totals := map[string]int64{}
	for pair, n := range last {
		campaign, _, _ := strings.Cut(pair, " ")
		totals[campaign] += n
	}
	return totals
}

// write records a total, again where a busy machine took too long.
func write(t *testing.T, at *site, campaign, creator string, impressions int64) {
	t.Helper()
	eventually(t, "a write is made", func() bool {
		got := at.ask(fmt.Sprintf(`mutation{recordParticipation(input:{campaign:%q,creator:%q,impressions:%d}){userErrors{message}}}`,
			compile.ID("Campaign", campaign), compile.ID("Creator", creator), impressions))
		made := strings.Contains(got.text, `"userErrors":[]`)
		if !made {
			t.Log(got.text)
		}
		return made
	})
}

// watcher is a subscriber who notes what it sees.
type watcher struct {
	t           *testing.T
	campaign    string
	slow        bool // reads nothing while the others write
	impressions atomic.Int64
	back        atomic.Bool
}

func (w *watcher) watch(at *site) {
	w.t.Helper()
	c := at.connect()
	c.subscribe("1", fmt.Sprintf(`subscription{campaignPerformance(campaign:%q){fee impressions}}`, compile.ID("Campaign", w.campaign)))
	go func() {
		for last := int64(-1); ; {
			_, text, err := c.conn.Read(context.WithoutCancel(w.t.Context()))
			if err != nil {
				return // the test has ended
			}
			var f frame
			var e numberedEvent
			if json.Unmarshal(text, &f) != nil || json.Unmarshal(f.Payload, &e) != nil {
				w.back.Store(true)
				return
			}
			if e.Extensions.Event <= last {
				w.back.Store(true)
			}
			last = e.Extensions.Event
			w.impressions.Store(e.Data.CampaignPerformance.Impressions)
			if w.slow {
				w.slow = false
				time.Sleep(liveFor)
			}
		}
	}()
}

// Server-sent events bear their numbers as ids.
func TestEventStreamsHaveIds(t *testing.T) {
	t.Parallel()

	store := graphtest.Open(t)
	d := graphtest.Draw(t, store, campaign)
	s := serve(t, Config{API: real(t, store), Database: store})
	body := fmt.Sprintf(`{"query":"subscription{campaignPerformance(campaign:\"%s\"){fee}}"}`, compile.ID("Campaign", d.Key("spring")))
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, s.url+"/graphql", strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Content-Type", typeJSON)
	r.Header.Set("Accept", typeEvents)
	resp, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	var text []byte
	for buf := make([]byte, 512); !strings.Contains(string(text), "data:"); {
		n, err := resp.Body.Read(buf)
		if text = append(text, buf[:n]...); err != nil {
			t.Fatalf("got %q, then %v", text, err)
		}
	}
	if !strings.Contains(string(text), "id: 0\nevent: next\n") {
		t.Errorf("got %q", text)
	}
}
