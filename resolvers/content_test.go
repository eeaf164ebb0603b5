package resolvers_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/creatorgraph/creatorgraph/graph/analyze"
	"github.com/creatorgraph/creatorgraph/graph/compile"
	"github.com/creatorgraph/creatorgraph/graph/graphtest"
)

// watchedMarket is 60 creators with 8 contents each, a week and a half apart, counted after 1, 4, 24 and 168 hours; how
// much they are watched is the creator's, and how they go on is told by their first hour. Each has one more of today, for the
// campaign w-c: of the creator 00 it has no count, of 01 no view, of 02 a count that falls, of 58 few views, of 59 many.
var watchedMarket = []string{`
	CREATE (:Brand {key: 'w-b', name: 'brand', byName: 'b', campaignCount: 1, creatorCount: 0, spend: 0})-[:RAN]->
		(:Campaign {key: 'w-c', name: 'campaign', byName: 'c', formats: ['SHORT_VIDEO'], starts: date('2026-11-01'), ends: date('2026-11-20'),
		byStarts: 20758, byBudget: -1, creatorCount: 0, impressions: 1000000, spend: 5000000, revision: 0})
	WITH 1 AS one UNWIND range(0, 59) AS i
	CREATE (c:Creator {key: 'w-' + right('0' + i, 2), name: 'creator ' + i, byName: 'creator ' + i, followers: 20000 + 100 * i, byFollowers: 20000 + 100 * i,
		byPriceShortVideo: -1, byPriceMidVideo: -1, byPriceImageText: -1, byPriceLive: -1, byJoined: -1000000, byGrowth: -2.0,
		campaignCount: 0, brandCount: 0, spend: 0, byCpm: -1.0})
	WITH c, i UNWIND range(0, 7) AS j
	WITH c, i, j, 1000 + 100 * i + 53 * ((i * 7 + j * 13) % 11) AS first, (i * 3 + j * 5) % 7 AS later,
		datetime('2026-08-01T08:00:00Z') + duration({days: 11 * j, seconds: 7 * i}) AS published
	CREATE (c)-[:POSTED]->(:Content {key: 'w-' + i + '-' + j, title: 'title', format: 'SHORT_VIDEO', published: published,
		metricsAt: [h IN [1, 4, 24, 168] | published.epochSeconds + 3600 * h],
		metricsViews: [first, toInteger(first * (2.0 + 0.1 * later)), first * (4 + later), first * (5 + 2 * later)],
		metricsLikes: [-1, -1, -1, -1], metricsComments: [-1, -1, -1, -1], metricsShares: [-1, -1, -1, -1], metricsClicks: [-1, -1, -1, -1],
		metricsConversions: [-1, -1, -1, -1]})`, `
	MATCH (x:Campaign {key: 'w-c'}), (c:Creator)
	WHERE c.key IN ['w-00', 'w-01', 'w-02', 'w-58', 'w-59']
	WITH x, c, toInteger(right(c.key, 2)) AS i, datetime('2026-11-10T08:00:00Z').epochSeconds AS published
	WITH x, c, published, i, CASE i WHEN 0 THEN [] WHEN 1 THEN [0, 0] WHEN 2 THEN [5000, 900] WHEN 58 THEN [60, 70] ELSE [60000, 170000] END AS views
	CREATE (c)-[:POSTED]->(o:Content {key: 'w-new-' + i, title: 'new', format: 'SHORT_VIDEO', published: datetime({epochSeconds: published}),
		metricsAt: [k IN range(0, size(views) - 1) | published + 3600 * [1, 4][k]], metricsViews: views,
		metricsLikes: [v IN views | -1], metricsComments: [v IN views | -1], metricsShares: [v IN views | -1], metricsClicks: [v IN views | -1],
		metricsConversions: [v IN views | -1]})-[:FOR_CAMPAIGN]->(x)`}

type forecastAnswer struct {
	Data struct {
		Campaign struct{ ID string }
		Content  []struct {
			Forecast struct {
				Hours                                      int
				Views, Low, High, Age, Remaining           float64
				Counted                                    int64
				Advice, Reason                             string
				ProbabilityHit, None, Little, Much, Beyond *float64
			}
		}
	}
}

// Before the first analysis the error says what to do; then contents without a usable count are TOO_EARLY, those with many
// views to come are to be boosted, those with few stopped; money is worth no more than itself.
func TestContentForecast(t *testing.T) {
	store := graphtest.Own(t, true)
	a := setUpOn(t, store, 0)
	for _, text := range watchedMarket {
		exec(t, store, text, nil)
	}
	const fields = `forecast { hours views low high age counted remaining advice reason probabilityHit
		none: boostValue(money: 0) little: boostValue(money: 100) much: boostValue(money: 100000000) }`
	ask := func(key string) forecastAnswer {
		var got struct {
			Data struct {
				Creator struct {
					Contents struct{ Nodes json.RawMessage }
				}
			}
		}
		answer := a.ask(t, `{ creator(key: "`+key+`") { contents(first: 1) { nodes { key `+fields+` } } } }`, nil)
		if err := json.Unmarshal([]byte(answer), &got); err != nil || strings.Contains(answer, "errors") {
			t.Fatalf("%s: %s", key, answer)
		}
		var one forecastAnswer
		if err := json.Unmarshal(got.Data.Creator.Contents.Nodes, &one.Data.Content); err != nil || len(one.Data.Content) != 1 {
			t.Fatalf("%s: %v in %s", key, err, answer)
		}
		return one
	}
	if answer := a.ask(t, `{ creator(key: "w-59") { contents(first: 1) { nodes { `+fields+` } } } }`, nil); !strings.Contains(answer, "run creatorgraph analyze") {
		t.Errorf("before the first analysis: %s", answer)
	}
	if _, err := analyze.Run(t.Context(), store, analyze.Options{}); err != nil {
		t.Fatal(err)
	}
	for key, want := range map[string]string{"w-00": "TOO_EARLY", "w-01": "TOO_EARLY", "w-02": "TOO_EARLY", "w-58": "STOP", "w-59": "BOOST"} {
		f := ask(key).Data.Content[0].Forecast
		if f.Advice != want || f.Low > f.Views || f.Views > f.High || f.Hours != 168 || f.Reason == "" {
			t.Errorf("%s: %+v, want %s", key, f, want)
		}
		if f.None == nil || f.Little == nil || f.Much == nil || *f.None != 0 || *f.Little > 100 || *f.Much < *f.Little {
			t.Errorf("%s: the values of money are %+v", key, f)
		}
	}
	if f := ask("w-59").Data.Content[0].Forecast; f.Age != 4 || f.Counted != 170_000 || f.ProbabilityHit == nil || *f.ProbabilityHit < 0.9 {
		t.Errorf("of many views: %+v", f)
	}
	answer := a.ask(t, `{ creator(key: "w-59") { contents(first: 1) { nodes { forecast(hours: 720) { views } } } } }`, nil)
	if !strings.Contains(answer, `"forecast":null`) || !strings.Contains(answer, "no more than 168") {
		t.Errorf("beyond what was learned: %s", answer)
	}
	for _, wrong := range []string{`forecast(hours: 0) { views }`, `forecast(hours: 721) { views }`, `forecast { boostValue(money: -1) }`} {
		if answer := a.ask(t, `{ creator(key: "w-59") { contents(first: 1) { nodes { `+wrong+` } } } }`, nil); !strings.Contains(answer, "errors") {
			t.Errorf("%s: %s", wrong, answer)
		}
	}
	testContentAdvice(t, a)
	if answer := a.ask(t, `{ models { name rows } }`, nil); !strings.Contains(answer, `{"name":"content","rows":`) {
		t.Errorf("models: %s", answer)
	}
}

// Whoever subscribes is sent the contents that call for a change, and another one when a count makes it call for one; a new count
// that changes nothing sends nothing.
func testContentAdvice(t *testing.T, a api) {
	t.Helper()

	ids := map[string]string{}
	for _, key := range []string{"w-new-0", "w-new-59"} {
		ids[key] = compile.ID("Content", key)
	}
	next := a.asked.Follow(t.Context(), `subscription { contentAdvice(campaign: "`+compile.ID("Campaign", "w-c")+`") { key creator { key } forecast { advice } } }`, nil)
	expect := func(want string) {
		t.Helper()

		got := next()
		if got == nil || len(got.Errors) > 0 || string(got.Data) != `{"contentAdvice":`+want+`}` {
			t.Fatalf("%+v, want %s", got, want)
		}
	}
	expect(`{"key":"w-new-58","creator":{"key":"w-58"},"forecast":{"advice":"STOP"}}`)
	expect(`{"key":"w-new-59","creator":{"key":"w-59"},"forecast":{"advice":"BOOST"}}`)
	count := func(key, at string, views int) {
		t.Helper()

		answer := a.ask(t, `mutation($in: RecordContentMetricsInput!) { recordContentMetrics(input: $in) { userErrors { message } } }`,
			map[string]any{"in": map[string]any{"content": ids[key], "at": at, "views": views}})
		if !strings.Contains(answer, `"userErrors":[]`) {
			t.Fatal(answer)
		}
	}
	count("w-new-59", "2026-11-10T13:00:00Z", 200_000)
	count("w-new-0", "2026-11-10T12:00:00Z", 150_000)
	expect(`{"key":"w-new-0","creator":{"key":"w-00"},"forecast":{"advice":"BOOST"}}`)
	wrong := a.asked.Follow(t.Context(), `subscription { contentAdvice(campaign: "`+compile.ID("Campaign", "w-none")+`") { key } }`, nil)()
	if len(wrong.Errors) != 1 || !strings.Contains(wrong.Errors[0].Message, "there is no campaign") {
		t.Errorf("a campaign that is not there: %+v", wrong)
	}
}
