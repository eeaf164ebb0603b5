package resolvers_test

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/graphtest"
)

// terms is what is agreed with ann: short videos by length, live streams at a price of their own during the festival of
// November, a booking within a longer hold; bea is free always. Day 20758 is 2026-11-01, day 20768 the day of these tests.
const terms = `
	(spring:Campaign {starts: date('2026-03-01'), byStarts: 20513})
	(ann:Creator {rebate: 0.15, rateFormats: ['SHORT_VIDEO', 'SHORT_VIDEO', 'LIVE', 'LIVE', 'LIVE'], rateMinSeconds: [-1, 21, -1, -1, -1], rateMaxSeconds: [20, 60, -1, -1, -1], rateSince: [-1000000, -1000000, -1000000, 20758, 20788], rateUntil: [-1000000, -1000000, 20787, 20768, -1000000], ratePrices: [500, 900, 3000, 4000, 5000], slotFrom: [20760, 20764, 20790], slotTo: [20770, 20766, 20795], slotStates: ['HELD', 'BOOKED', 'HELD']})
	(bea:Creator {rebate: 0.3})
	(cid:Creator)`

// What a day's price is follows from the rate that began last, by format and length; the history has what was and will be.
func TestRatesInForceOnADay(t *testing.T) {
	t.Parallel()

	a := setUp(t)
	d := graphtest.Draw(t, a.store, terms)
	for _, c := range []struct{ name, query, want string }{
		{"today, within the festival", `rates { format minSeconds maxSeconds price since until }`,
			`"rates":[{"format":"SHORT_VIDEO","minSeconds":null,"maxSeconds":20,"price":500,"since":null,"until":null},` +
				`{"format":"SHORT_VIDEO","minSeconds":21,"maxSeconds":60,"price":900,"since":null,"until":null},` +
				`{"format":"LIVE","minSeconds":null,"maxSeconds":null,"price":4000,"since":"2026-11-01","until":"2026-11-11"}]`},
		{"the day after the festival", `rates(at: "2026-11-12") { price }`, `"rates":[{"price":500},{"price":900},{"price":3000}]`},
		{"from a later day on", `rates(at: "2026-12-01") { price until }`,
			`"rates":[{"price":500,"until":null},{"price":900,"until":null},{"price":5000,"until":null}]`},
		{"all of a format, the latest first", `rateHistory(format: LIVE) { price since }`,
			`"rateHistory":[{"price":5000,"since":"2026-12-01"},{"price":4000,"since":"2026-11-01"},{"price":3000,"since":null}]`},
		{"the first of all", `rateHistory(first: 1) { price } rebate`, `"rateHistory":[{"price":5000}],"rebate":0.15`},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := a.ask(t, d.In(`{ creator(key: 'ann') { `+c.query+` } }`), nil)
			if diff := cmp.Diff(`{"data":{"creator":{`+c.want+`}}}`, got); diff != "" {
				t.Errorf("answer (-want +got):\n%s", diff)
			}
		})
	}
	got := a.ask(t, d.In(`{ creator(key: 'bea') { rates { price } rateHistory { price } } }`), nil)
	if want := `{"data":{"creator":{"rates":[],"rateHistory":[]}}}`; got != want {
		t.Errorf("of who has none: got %s, want %s", got, want)
	}
}

// A period is covered by slots without gaps: what is booked within a hold divides it, and the rest is free.
func TestAvailabilityCoversThePeriod(t *testing.T) {
	t.Parallel()

	a := setUp(t)
	d := graphtest.Draw(t, a.store, terms)
	if err := a.store.Write(t.Context(), func(ctx context.Context, tx graph.Tx) error {
		_, err := tx.Run(ctx, graph.Statement{Text: `MATCH (c:Creator {key: $ann}) SET c.slotCampaigns = ['', $spring, '']`,
			Params: map[string]any{"ann": d.Key("ann"), "spring": d.Key("spring")}})
		return err
	}); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ creator, from, to, want string }{
		{"ann", "2026-11-01", "2026-11-30", `FREE 2026-11-01 2026-11-02, HELD 2026-11-03 2026-11-06, ` +
			`BOOKED 2026-11-07 2026-11-09 spring, HELD 2026-11-10 2026-11-13, FREE 2026-11-14 2026-11-30`},
		{"ann", "2026-11-08", "2026-11-08", `BOOKED 2026-11-08 2026-11-08 spring`},
		{"ann", "2026-11-09", "2026-11-14", `BOOKED 2026-11-09 2026-11-09 spring, HELD 2026-11-10 2026-11-13, FREE 2026-11-14 2026-11-14`},
		{"ann", "2026-12-03", "2026-12-04", `HELD 2026-12-03 2026-12-04`},
		{"bea", "2026-11-01", "2026-11-30", `FREE 2026-11-01 2026-11-30`},
	} {
		t.Run(c.creator+" "+c.from+" "+c.to, func(t *testing.T) {
			var answer struct {
				Data struct {
					Creator struct {
						Availability []struct {
							From, To, State string
							Campaign        *struct{ Key string }
						}
					}
				}
			}
			raw := a.ask(t, d.In(fmt.Sprintf(`{ creator(key: '%s') { availability(from: "%s", to: "%s") { from to state campaign { key } } } }`,
				c.creator, c.from, c.to)), nil)
			if err := json.Unmarshal([]byte(raw), &answer); err != nil {
				t.Fatal(err)
			}
			var slots []string
			for _, s := range answer.Data.Creator.Availability {
				slot := s.State + " " + s.From + " " + s.To
				if s.Campaign != nil {
					slot += " " + d.Unsuffixed(s.Campaign.Key)
				}
				slots = append(slots, slot)
			}
			if diff := cmp.Diff(c.want, strings.Join(slots, ", ")); diff != "" {
				t.Errorf("slots (-want +got):\n%s", diff)
			}
		})
	}
}

// Who is taken on one day of a period is not available for it; whoever nobody asked for is. An unknown rebate is in no range.
func TestCreatorsByTheirTerms(t *testing.T) {
	t.Parallel()

	a := setUp(t)
	d := graphtest.Draw(t, a.store, terms)
	for _, c := range []struct{ filter, want string }{
		{`available: {from: "2026-11-14", to: "2026-12-02"}`, "ann bea cid"},
		{`available: {from: "2026-11-14", to: "2026-12-03"}`, "bea cid"},
		{`available: {from: "2026-11-13", to: "2026-11-13"}`, "bea cid"},
		{`NOT: {available: {from: "2026-11-01", to: "2026-11-30"}}`, "ann"},
		{`rebate: {gte: 0.15}`, "ann bea"},
		{`rebate: {gte: 0.1, lte: 0.2}`, "ann"},
		{`NOT: {rebate: {gte: 0.2}}`, "ann cid"},
		{`available: {from: "2026-11-01", to: "2026-11-30"}, rebate: {gte: 0.1}`, "bea"},
	} {
		t.Run(c.filter, func(t *testing.T) {
			got := d.Unsuffixed(a.ask(t, d.In(`{ creators(filter: {key: {in: ['ann', 'bea', 'cid']}, `+c.filter+`}) { nodes { name } } }`), nil))
			want := `{"data":{"creators":{"nodes":[`
			for i, name := range strings.Fields(c.want) {
				if i > 0 {
					want += ","
				}
				want += `{"name":"` + name + `"}`
			}
			if diff := cmp.Diff(want+`]}}}`, got); diff != "" {
				t.Errorf("answer (-want +got):\n%s", diff)
			}
		})
	}
}

// Sponsored contents stand beside organic ones: medians leave out what is younger than a week, ratios are of sums over what
// knows both parts, and a hit has three times the median of all.
func TestContentStatsSponsoredBesideOrganic(t *testing.T) {
	t.Parallel()

	a := setUp(t)
	d := graphtest.Draw(t, a.store, `(spring:Campaign)
		(ann:Creator)-[:POSTED]->(paid:Content {published: datetime('2026-10-01T10:00:00Z'), metricsAt: [1, 2], metricsViews: [1, 600], metricsLikes: [1, 30], metricsComments: [1, 6], metricsShares: [-1, -1], metricsCompleted: [-1, 150]})
		(paid)-[:FOR_CAMPAIGN]->(spring)
		(ann)-[:POSTED]->(one:Content {published: datetime('2026-10-02T10:00:00Z'), metricsAt: [1], metricsViews: [100], metricsLikes: [-1], metricsComments: [-1], metricsShares: [-1], metricsCompleted: [50]})
		(ann)-[:POSTED]->(two:Content {published: datetime('2026-10-03T10:00:00Z'), metricsAt: [1], metricsViews: [200], metricsLikes: [20], metricsComments: [0], metricsShares: [0]})
		(ann)-[:POSTED]->(hit:Content {published: datetime('2026-10-04T10:00:00Z'), metricsAt: [1], metricsViews: [900], metricsLikes: [90], metricsComments: [0], metricsShares: [0]})
		(ann)-[:POSTED]->(few:Content {published: datetime('2026-10-05T10:00:00Z'), metricsAt: [1], metricsViews: [50], metricsLikes: [-1], metricsComments: [-1], metricsShares: [-1]})
		(ann)-[:POSTED]->(young:Content {published: datetime('2026-11-05T10:00:00Z'), metricsAt: [1], metricsViews: [9000], metricsLikes: [-1], metricsComments: [-1], metricsShares: [-1]})
		(ann)-[:POSTED]->(mute:Content {published: datetime('2026-10-06T10:00:00Z')})
		(ann)-[:POSTED]->(past:Content {published: datetime('2026-08-13T23:59:59Z'), metricsAt: [1], metricsViews: [1]})
		(ann)-[:POSTED]->(next:Content {published: datetime('2026-11-12T00:00:00Z'), metricsAt: [1], metricsViews: [1]})
		(bea:Creator)`)
	const fields = `{ contents medianViews completion engagement hitRate }`
	got := a.ask(t, d.In(`{ ann: creator(key: 'ann') { contentStats { sponsored `+fields+` organic `+fields+` } }
		bea: creator(key: 'bea') { contentStats { organic `+fields+` __typename } }
		all: creators(filter: {key: {in: ['ann', 'bea']}}) { nodes { contentStats(days: 3650) { organic { contents } } } } }`), nil)
	// Of 50, 100, 200, 600 and 900 the median is 200.
	want := `{"data":{"ann":{"contentStats":{` +
		`"sponsored":{"contents":1,"medianViews":600,"completion":0.25,"engagement":0.06,"hitRate":1},` +
		`"organic":{"contents":6,"medianViews":150,"completion":0.5,"engagement":0.1,"hitRate":0.25}}},` +
		`"bea":{"contentStats":{"organic":{"contents":0,"medianViews":null,"completion":null,"engagement":null,"hitRate":null},"__typename":"ContentStats"}},` +
		`"all":{"nodes":[{"contentStats":{"organic":{"contents":7}}},{"contentStats":{"organic":{"contents":0}}}]}}}`
	if diff := cmp.Diff(want, strings.ReplaceAll(got, ".0,", ",")); diff != "" {
		t.Errorf("answer (-want +got):\n%s", diff)
	}
}

// The terms of all creators of a page come with it, in one round trip.
func TestTermsOfAPageAreOneRoundTrip(t *testing.T) {
	t.Parallel()

	a := setUp(t)
	d := graphtest.Draw(t, a.store, terms)
	for _, fields := range []string{`rebate rates { price } rateHistory { price }`,
		`availability(from: "2026-11-01", to: "2026-11-30") { state campaign { name } }`, `contentStats { sponsored { medianViews } }`} {
		before := a.trips.Load()
		got := a.ask(t, d.In(`{ creators(filter: {key: {in: ['ann', 'bea', 'cid']}}) { nodes { `+fields+` } } }`), nil)
		if trips := a.trips.Load() - before; trips != 1 {
			t.Errorf("%s: %d round trips, want 1, for %s", fields, trips, got)
		}
	}
}

// A period that ends before it begins, or that is longer than anybody plans, is refused with what to do.
func TestBadPeriodsSayWhatToDo(t *testing.T) {
	t.Parallel()

	a := setUp(t)
	for _, c := range []struct{ name, query, want, code string }{
		{"one that ends before it begins", `{ creator(key: "x") { availability(from: "2026-12-02", to: "2026-12-01") { state } } }`,
			"to 2026-12-01 is before from 2026-12-02; give a to on or after from", "BAD_USER_INPUT"},
		{"one of 401 days", `{ creator(key: "x") { availability(from: "2026-01-01", to: "2027-02-05") { state } } }`,
			"is a period of 401 days; ask for 400 days at most", "LIMIT_EXCEEDED"},
		{"a filter's that ends before it begins", `{ creators(filter: {available: {from: "2026-12-02", to: "2026-12-01"}}) { totalCount } }`,
			"to 2026-12-01 is before from 2026-12-02", "BAD_USER_INPUT"},
		{"a filter's of years", `{ creators(filter: {available: {from: "2026-12-02", to: "2036-12-01"}}) { totalCount } }`,
			"ask for 400 days at most", "LIMIT_EXCEEDED"},
		{"statistics of no days", `{ creator(key: "x") { contentStats(days: 0) { sponsored { contents } } } }`, "days of 0; give 1 to 3,650", "BAD_USER_INPUT"},
		{"a history of less than nothing", `{ creator(key: "x") { rateHistory(first: -1) { price } } }`, "first of -1; give 0 to 1,000", "BAD_USER_INPUT"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := a.ask(t, c.query, nil)
			if !strings.Contains(got, c.want) || !strings.Contains(got, `"code":"`+c.code+`"`) || !strings.Contains(got, `"path":[`) {
				t.Errorf("want %q, %s and a path in %s", c.want, c.code, got)
			}
		})
	}
}

// What an invitation tells of the model that chose the creator is kept and given back, and nonsense is refused.
func TestInvitationsRememberTheModel(t *testing.T) {
	t.Parallel()

	a := setUp(t)
	d := graphtest.Draw(t, a.store, `(spring:Campaign)
		(ann:Creator)`)
	ask := func(rank int, propensity float64) string {
		return a.ask(t, `mutation($k: ID!, $c: ID!, $r: Int, $p: Float) { inviteCreators(input: {campaign: $k, invitations: [
			{creator: $c, source: RECOMMENDED, modelVersion: "match-7", rank: $r, propensity: $p}]}) {
			invitations { modelVersion rank propensity } userErrors { path message } } }`,
			map[string]any{"k": id(d, "Campaign", "spring"), "c": id(d, "Creator", "ann"), "r": rank, "p": propensity})
	}
	want := `{"data":{"inviteCreators":{"invitations":[],"userErrors":[` +
		`{"path":["input","invitations","0","rank"],"message":"a rank of 0; the first place is 1"},` +
		`{"path":["input","invitations","0","propensity"],"message":"a propensity of 1.5; give a share from 0 to 1"}]}}}`
	if diff := cmp.Diff(want, ask(0, 1.5)); diff != "" {
		t.Errorf("refused (-want +got):\n%s", diff)
	}
	want = `{"data":{"inviteCreators":{"invitations":[{"modelVersion":"match-7","rank":3,"propensity":0.4}],"userErrors":[]}}}`
	if diff := cmp.Diff(want, ask(3, 0.4)); diff != "" {
		t.Errorf("answer (-want +got):\n%s", diff)
	}
}

// Views to the end and searches after watching are recorded like other counts; contents of which nobody counts them
// go on as before.
func TestCompletedViewsAndSearchesAreRecorded(t *testing.T) {
	t.Parallel()

	a := setUp(t)
	d := graphtest.Draw(t, a.store, `(ann:Creator)-[:POSTED]->(clip:Content {format: 'LIVE', published: datetime('2026-03-02T10:00:00Z'), metricsAt: [1772445600], metricsViews: [100], metricsLikes: [-1], metricsComments: [-1], metricsShares: [-1], metricsClicks: [-1], metricsConversions: [-1]})`)
	got := a.ask(t, `mutation($c: ID!) { recordContentMetrics(input: {content: $c, at: "2026-03-02T12:00:00Z", views: 300, completed: 90, searches: 7}) {
		content { metrics { views completed searches } } userErrors { message } } }`, map[string]any{"c": id(d, "Content", "clip")})
	want := `{"data":{"recordContentMetrics":{"content":{"metrics":[{"views":100,"completed":null,"searches":null},` +
		`{"views":300,"completed":90,"searches":7}]},"userErrors":[]}}}`
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("answer (-want +got):\n%s", diff)
	}
}
