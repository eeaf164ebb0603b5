package resolvers_test

import (
	"context"
	"encoding/json"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/compile"
	"github.com/creatorgraph/creatorgraph/graph/graphtest"
	"github.com/creatorgraph/creatorgraph/internal/harness"
	"github.com/creatorgraph/creatorgraph/resolvers"
)

// api runs operations as the server does, without HTTP, and counts round trips.
type api struct {
	store *graph.Store
	asked harness.API
	trips *atomic.Int64
}

// setUp gives an api on the run's Neo4j, on 2026-11-11.
func setUp(t *testing.T) api { return setUpWith(t, 0) }

// setUpWith gives an api whose statements are cut after so many rows.
func setUpWith(t *testing.T, budget int) api {
	t.Helper()

	trips := &atomic.Int64{}
	a := setUpOn(t, graphtest.Open(t, func(graph.Observation) { trips.Add(1) }), budget)
	a.trips = trips
	return a
}

// setUpOn gives an api on a store, whose round trips nobody counts.
func setUpOn(t *testing.T, store *graph.Store, budget int) api {
	t.Helper()

	return setUpAs(t, resolvers.Config{Store: store, Budget: budget})
}

// setUpAs gives an api of a resolver, to which a compiler and the day are added.
func setUpAs(t *testing.T, c resolvers.Config) api {
	t.Helper()

	return api{store: c.Store, asked: harness.NewAPI(t, c)}
}

// ask runs an operation and gives the response's JSON.
func (a api) ask(t *testing.T, query string, vars map[string]any) string {
	t.Helper()

	return a.askIn(t.Context(), t, query, vars)
}

// askIn is ask in a context of its own.
func (a api) askIn(ctx context.Context, t *testing.T, query string, vars map[string]any) string {
	t.Helper()

	raw, err := json.Marshal(a.asked.Ask(ctx, query, vars))
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}

const market = `
	(ann:Creator {followers: 100, byFollowers: 100, region: '四川', priceLive: 500, byPriceLive: 500})-[:SIGNED_WITH {since: date('2026-01-01')}]->(mcn:Agency)
	(ann)-[:SIGNED_WITH {since: date('2026-02-01'), until: date('2099-12-31')}]->(mcn)
	(bea:Creator {followers: 300, byFollowers: 300, verified: true})-[:SIGNED_WITH {since: date('2024-01-01'), until: date('2025-12-31')}]->(mcn)
	(cid:Creator)
	(bea)-[:SIGNED_WITH {since: date('2026-01-01'), exclusive: true}]->(two:Agency)
	(dior:Brand {industry: 'beauty'})-[:RAN]->(spring:Campaign {starts: date('2026-03-01'), ends: date('2026-03-31'), byStarts: 20513, formats: ['LIVE', 'SHORT_VIDEO']})
	(dior)-[:RAN]->(autumn:Campaign {starts: date('2026-09-01'), ends: date('2026-09-30'), byStarts: 20697})
	(puma:Brand)-[:RAN]->(run:Campaign {starts: date('2025-06-01'), byStarts: 20240})
	(ann)-[:PARTICIPATED_IN {source: 'RECOMMENDED', fee: 1000, impressions: 50000, clicks: 650, gmv: 3000}]->(spring)
	(ann)-[:PARTICIPATED_IN {source: 'SELF_PICKED', fee: 3000, impressions: 50000, clicks: 125}]->(autumn)
	(bea)-[:PARTICIPATED_IN {source: 'SELF_PICKED', fee: 9000}]->(spring)
	(bea)-[:PARTICIPATED_IN]->(run)
	(skin:Category)-[:PART_OF]->(care:Category)
	(ann)-[:IN_CATEGORY {position: 0}]->(skin)
	(bea)-[:IN_CATEGORY {position: 1}]->(skin)
	(bea)-[:IN_CATEGORY {position: 0}]->(care)
	(women:Segment {dimension: 'GENDER'})<-[:REACHES {share: 0.7}]-(ann)
	(women)<-[:REACHES {share: 0.4}]-(bea)
	(ann)-[:POSTED]->(clip:Content {format: 'LIVE', published: datetime('2026-03-02T10:00:00Z'), metricsAt: [1772445600], metricsViews: [120], metricsLikes: [-1], metricsComments: [3], metricsShares: [-1], metricsClicks: [-1], metricsConversions: [-1]})-[:FOR_CAMPAIGN]->(spring)
	(bea)-[:APPEARS_IN]->(clip)
	(spring)-[:INVITED {at: datetime('2026-02-01T00:00:00Z'), source: 'RECOMMENDED', answer: 'ACCEPTED'}]->(ann)
	(spring)-[:INVITED {at: datetime('2026-02-02T00:00:00Z'), source: 'RECOMMENDED'}]->(cid)`

// Each operation of found fields is answered in one round trip, whatever it asks.
func TestFoundOperations(t *testing.T) {
	t.Parallel()

	a := setUp(t)
	d := graphtest.Draw(t, a.store, market)
	for _, c := range []struct{ name, query, want string }{
		{"an object by key", `{ creator(key: 'ann') { name followers price(format: LIVE) joined agency { name } categories { key parent { key } } } }`,
			`{"creator":{"name":"ann","followers":100,"price":500,"joined":null,"agency":{"name":"mcn"},"categories":[{"key":"skin","parent":{"key":"care"}}]}}`},
		{"nothing by key", `{ creator(key: 'nobody') { name } }`, `{"creator":null}`},
		{"the agency of a day", `{ creator(key: 'bea') { was: agency(at: "2025-06-01") { key } is: agency { key } } }`,
			`{"creator":{"was":{"key":"mcn"},"is":{"key":"two"}}}`},
		{"a roster of today, whoever has two contracts once", `{ agency(key: 'mcn') { creators { totalCount nodes { key } } } }`,
			`{"agency":{"creators":{"totalCount":1,"nodes":[{"key":"ann"}]}}}`},
		{"two pages of one connection", `{ brand(key: 'dior') { newest: campaigns(first: 1, orderBy: [{field: STARTS, direction: DESC}]) { nodes { key } pageInfo { hasNextPage } } all: campaigns { nodes { starts } } } }`,
			`{"brand":{"newest":{"nodes":[{"key":"autumn"}],"pageInfo":{"hasNextPage":true}},"all":{"nodes":[{"starts":"2026-09-01"},{"starts":"2026-03-01"}]}}}`},
		{"participations by CPM, unknown last", `{ campaign(key: 'spring') { formats participations(orderBy: [{field: CPM, direction: DESC}]) { nodes { creator { key } cpm ctr roi source } } } }`,
			`{"campaign":{"formats":["LIVE","SHORT_VIDEO"],"participations":{"nodes":[{"creator":{"key":"ann"},"cpm":20,"ctr":0.013,"roi":2,"source":"RECOMMENDED"},{"creator":{"key":"bea"},"cpm":null,"ctr":null,"roi":null,"source":"SELF_PICKED"}]}}}`},
		{"performance of a period", `{ creator(key: 'ann') { performance(from: "2026-09-01") { participations fee cpm gmv roas } all: performance { fee impressions cpm } } }`,
			`{"creator":{"performance":{"participations":1,"fee":3000,"cpm":60,"gmv":null,"roas":null},"all":{"fee":4000,"impressions":100000,"cpm":40}}}`},
		{"performance of nobody", `{ creator(key: 'cid') { performance { participations creators fee cpm } } }`,
			`{"creator":{"performance":{"participations":0,"creators":0,"fee":null,"cpm":null}}}`},
		{"an agency's performance counts while under contract", `{ agency(key: 'mcn') { performance { participations fee } brands { nodes { key } } } }`,
			`{"agency":{"performance":{"participations":3,"fee":4000},"brands":{"nodes":[{"key":"dior"},{"key":"puma"}]}}}`},
		{"an evaluation", `{ campaign(key: 'spring') { evaluation { bySource { source performance { fee ctr } } byCategory { category { key } performance { creators } } byAgency { agency { key } performance { fee } } acceptanceRate benchmark { participations } } } }`,
			`{"campaign":{"evaluation":{"bySource":[{"source":"RECOMMENDED","performance":{"fee":1000,"ctr":0.013}},{"source":"SELF_PICKED","performance":{"fee":9000,"ctr":null}}],"byCategory":[{"category":{"key":"care"},"performance":{"creators":1}},{"category":{"key":"skin"},"performance":{"creators":1}}],"byAgency":[{"agency":{"key":"mcn"},"performance":{"fee":1000}},{"agency":{"key":"two"},"performance":{"fee":9000}}],"acceptanceRate":1,"benchmark":{"participations":0}}}}`},
		{"brands of a creator", `{ creator(key: 'bea') { brands { totalCount nodes { __typename name } edges { campaigns fee last brand { key } creator { key } performance { participations } } } } }`,
			`{"creator":{"brands":{"totalCount":2,"nodes":[{"__typename":"Brand","name":"dior"},{"__typename":"Brand","name":"puma"}],"edges":[{"campaigns":1,"fee":9000,"last":"2026-03-31","brand":{"key":"dior"},"creator":{"key":"bea"},"performance":{"participations":1}},{"campaigns":1,"fee":null,"last":null,"brand":{"key":"puma"},"creator":{"key":"bea"},"performance":{"participations":1}}]}}}`},
		{"contents", `{ creator(key: 'ann') { audience { share segment { name dimension } } contents { nodes { name published campaign { key } coCreators { key } metrics { at views likes comments } } } } }`,
			`{"creator":{"audience":[{"share":0.7,"segment":{"name":"women","dimension":"GENDER"}}],"contents":{"nodes":[{"name":"clip","published":"2026-03-02T10:00:00Z","campaign":{"key":"spring"},"coCreators":[{"key":"bea"}],"metrics":[{"at":"2026-03-02T10:00:00Z","views":120,"likes":null,"comments":3}]}]}}}`},
		{"invitations, the open one pending", `{ campaign(key: 'spring') { invitations { totalCount nodes { creator { key } answer invited answered campaign { key } } } } }`,
			`{"campaign":{"invitations":{"totalCount":2,"nodes":[{"creator":{"key":"cid"},"answer":"PENDING","invited":"2026-02-02T00:00:00Z","answered":null,"campaign":{"key":"spring"}},{"creator":{"key":"ann"},"answer":"ACCEPTED","invited":"2026-02-01T00:00:00Z","answered":null,"campaign":{"key":"spring"}}]}}}`},
		{"some of the brands", `{ creators(filter: {key: {in: ['ann', 'bea', 'cid']}, workedWithBrands: {some: ['dior'], none: ['puma']}}) { totalCount nodes { key } } }`,
			`{"creators":{"totalCount":1,"nodes":[{"key":"ann"}]}}`},
		{"all of the brands, lately", `{ a: creators(filter: {workedWithBrands: {all: ['dior', 'puma']}}) { nodes { key } } b: creators(filter: {workedWithBrands: {all: ['dior', 'puma'], since: "2026-01-01"}}) { nodes { key } } }`,
			`{"a":{"nodes":[{"key":"bea"}]},"b":{"nodes":[]}}`},
		{"NOT keeps the unknown", `{ creators(filter: {key: {in: ['ann', 'bea', 'cid']}, NOT: {regions: ["四川"]}}) { nodes { key } } }`,
			`{"creators":{"nodes":[{"key":"bea"},{"key":"cid"}]}}`},
		{"an unknown number is within no bounds", `{ creators(filter: {key: {in: ['ann', 'bea', 'cid']}, followers: {lte: 1000}}, orderBy: [{field: FOLLOWERS, direction: DESC}]) { nodes { key } } }`,
			`{"creators":{"nodes":[{"key":"bea"},{"key":"ann"}]}}`},
		{"an empty OR holds for none, an empty AND for all", `{ a: creators(filter: {key: {eq: 'ann'}, OR: []}) { totalCount } b: creators(filter: {key: {eq: 'ann'}, AND: []}) { totalCount } }`,
			`{"a":{"totalCount":0},"b":{"totalCount":1}}`},
		{"growth over a null of days is that of the default", `{ creators(filter: {key: {in: ['ann', 'bea']}, NOT: {growth: {days: null, gte: 0}}}) { totalCount } }`,
			`{"creators":{"totalCount":2}}`},
		{"audience, agency and price", `{ creators(filter: {audience: [{segment: 'women', share: {gte: 0.5}}], agencies: ['mcn'], hasAgency: true, price: {format: LIVE, lte: 500}}) { nodes { key } } }`,
			`{"creators":{"nodes":[{"key":"ann"}]}}`},
		{"the last page, backwards", `{ creators(filter: {key: {in: ['ann', 'bea', 'cid']}}, last: 2) { nodes { key } pageInfo { hasPreviousPage hasNextPage } } }`,
			`{"creators":{"nodes":[{"key":"bea"},{"key":"cid"}],"pageInfo":{"hasPreviousPage":true,"hasNextPage":false}}}`},
		{"a page of none", `{ creators(filter: {key: {eq: 'ann'}}, first: 0) { nodes { key } pageInfo { hasNextPage startCursor } } }`,
			`{"creators":{"nodes":[],"pageInfo":{"hasNextPage":true,"startCursor":null}}}`},
		{"names of types, everywhere", `{ __typename creators(filter: {key: {eq: 'ann'}}) { __typename edges { __typename node { __typename kind } } pageInfo { __typename } } }`,
			`{"__typename":"Query","creators":{"__typename":"CreatorConnection","edges":[{"__typename":"CreatorEdge","node":{"__typename":"Creator","kind":"CREATOR"}}],"pageInfo":{"__typename":"PageInfo"}}}`},
	} {
		t.Run(c.name, func(t *testing.T) {
			before := a.trips.Load()
			got := d.Unsuffixed(a.ask(t, d.In(c.query), nil))
			if diff := cmp.Diff(`{"data":`+c.want+`}`, got); diff != "" {
				t.Errorf("answer (-want +got):\n%s", diff)
			}
			if n := a.trips.Load() - before; n != 1 {
				t.Errorf("%d round trips, want 1", n)
			}
		})
	}
}

// A variable may hold a single value where a list is expected, and means the list of it, at any depth.
// Such filters matched nothing, or everything, and such an order ended the request with a panic.
func TestSingleValueIsAListOfOne(t *testing.T) {
	t.Parallel()

	a := setUp(t)
	d := graphtest.Draw(t, a.store, market)
	const query = `query($f: CreatorFilter, $o: [CreatorOrder!], $i: [ID!]!) { creators(filter: $f, orderBy: $o) { nodes { key } } nodes(ids: $i) { ... on Creator { key } } }`
	got := d.Unsuffixed(a.ask(t, query, map[string]any{
		"f": map[string]any{"AND": map[string]any{"key": map[string]any{"in": d.Key("ann")}, "regions": "四川"}},
		"o": map[string]any{"field": "NAME"}, "i": id(d, "Creator", "bea")}))
	if want := `{"data":{"creators":{"nodes":[{"key":"ann"}]},"nodes":[{"key":"bea"}]}}`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// An operation of hundreds of conditions on what is related would keep the database planning for
// minutes; it is refused before.
func TestTooManyPartsAreRefused(t *testing.T) {
	t.Parallel()

	a := setUp(t)
	before := a.trips.Load()
	or := make([]any, compile.MaxParts)
	for i := range or {
		or[i] = map[string]any{"categories": []any{"c"}, "hasAgency": true}
	}
	got := a.ask(t, `query($f: CreatorFilter) { creators(filter: $f) { nodes { key } } }`, map[string]any{"f": map[string]any{"OR": or}})
	if !strings.Contains(got, "401 lists, objects and conditions") || !strings.Contains(got, `"code":"LIMIT_EXCEEDED"`) {
		t.Errorf("got %.300s", got)
	}
	if trips := a.trips.Load() - before; trips != 0 {
		t.Errorf("%d round trips to refuse it", trips)
	}
}
