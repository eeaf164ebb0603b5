package resolvers_test

import (
	"encoding/json"
	"math"
	"strings"
	"testing"

	"github.com/creatorgraph/creatorgraph/graph/analyze"
	"github.com/creatorgraph/creatorgraph/graph/graphtest"
)

// growing is 300 creators with weekly numbers of followers over 150 days, each with a pace of its own, g-299 the fastest.
// Of g-000 two numbers are known, a day apart; the source of g-001 changed its unit; g-002's numbers ended long ago.
var growing = []string{`
	UNWIND range(0, 299) AS i
	WITH i, (i - 150) / 50000.0 AS pace, i % 3 AS region
	CREATE (c:Creator {key: 'g-' + right('00' + i, 3), name: 'creator ' + i, byName: 'creator ' + i, region: ['四川', '广东', '浙江'][region],
		byPriceShortVideo: -1, byPriceMidVideo: -1, byPriceImageText: -1, byPriceLive: -1, byJoined: -1000000, byGrowth: -2.0,
		campaignCount: 0, brandCount: 0, spend: 0, byCpm: -1.0, joined: date('2024-01-01'), byFollowers: 20000 + 100 * i, followers: 20000 + 100 * i,
		historyDays: [w IN range(0, 21) | 20408 + 7 * w],
		historyFollowers: [w IN range(0, 21) | toInteger((20000 + 100 * i) * exp(pace * (7 * w - 147) + 0.002 * ((w * 7919 + i * 31) % 13 - 6)))]})`,
	`MATCH (c:Creator {key: 'g-000'}) SET c.historyDays = [20554, 20555], c.historyFollowers = [20000, 20010]`,
	`MATCH (c:Creator {key: 'g-001'}) SET c.historyFollowers = [i IN range(0, 21) | CASE WHEN i < 9 THEN c.historyFollowers[i] / 100 ELSE c.historyFollowers[i] END]`,
	`MATCH (c:Creator {key: 'g-002'}) SET c.historyDays = c.historyDays[0..9], c.historyFollowers = c.historyFollowers[0..9]`}

type risingAnswer struct {
	Data struct {
		RisingCreators []struct {
			Creator  struct{ Key, Region string }
			Forecast struct {
				Days                                                         int
				From                                                         string
				Followers, Gain, GainRate, Low, High, Median, ProbabilityTop float64
			}
			Reasons []struct {
				Kind, Text string
				Weight     float64
			}
		}
	}
}

// Before the first analysis the error says what to do; then those who rise come first, their reasons add up to what they
// are expected to gain, a filter passes on to those behind, and other days give another forecast.
func TestRisingCreators(t *testing.T) {
	store := graphtest.Own(t, true)
	a := setUpOn(t, store, 0)
	for _, text := range growing {
		exec(t, store, text, nil)
	}
	const fields = `{ creator { key region } forecast { days from followers gain gainRate low high median probabilityTop } reasons { kind text weight } }`
	if answer := a.ask(t, `{ risingCreators `+fields+` }`, nil); !strings.Contains(answer, "run creatorgraph analyze") {
		t.Errorf("before the first analysis: %s", answer)
	}
	if _, err := analyze.Run(t.Context(), store, analyze.Options{}); err != nil {
		t.Fatal(err)
	}
	ask := func(arguments string) risingAnswer {
		var got risingAnswer
		text := a.ask(t, `{ risingCreators`+arguments+` `+fields+` }`, nil)
		if err := json.Unmarshal([]byte(text), &got); err != nil || strings.Contains(text, "errors") {
			t.Fatalf("%s: %s", arguments, text)
		}
		return got
	}
	all := ask(`(first: 30)`).Data.RisingCreators
	if len(all) != 30 {
		t.Fatalf("%d rising creators, want 30", len(all))
	}
	last := math.Inf(1)
	for _, one := range all {
		f, sum := one.Forecast, 0.0
		for _, reason := range one.Reasons {
			sum += reason.Weight
		}
		if one.Creator.Key < "g-200" || f.GainRate > last || math.Abs(sum-f.GainRate) > 1e-9 {
			t.Errorf("%s comes with %.4f after %.4f, its reasons add up to %.4f", one.Creator.Key, f.GainRate, last, sum)
		}
		if f.Low > f.Median || f.Median > f.High || f.From != "2026-04-12" || f.Days != 30 || f.ProbabilityTop < 0 || f.ProbabilityTop > 1 {
			t.Errorf("%s: forecast %+v", one.Creator.Key, f)
		}
		last = f.GainRate
	}
	for _, one := range ask(`(first: 5, filter: {regions: ["四川"]})`).Data.RisingCreators {
		if one.Creator.Region != "四川" {
			t.Errorf("%s is of %s", one.Creator.Key, one.Creator.Region)
		}
	}
	if week := ask(`(first: 1, days: 7)`).Data.RisingCreators[0].Forecast; week.Days != 7 || week.GainRate >= all[0].Forecast.GainRate {
		t.Errorf("in a week %+v, in a month %+v", week, all[0].Forecast)
	}
	if none := ask(`(first: 0)`).Data.RisingCreators; len(none) != 0 {
		t.Errorf("none asked for: %+v", none)
	}
	if answer := a.ask(t, `{ risingCreators(days: 91) { forecast { days } } }`, nil); !strings.Contains(answer, "give 1 to 90") {
		t.Errorf("91 days: %s", answer)
	}
	testGrowthForecasts(t, a)
	answer := a.ask(t, `{ models { name rows drift figures { metric value floor floorName } } }`, nil)
	if !strings.Contains(answer, `{"name":"growth","rows":`) || !strings.Contains(answer, `"floorName":"last `) || !strings.Contains(answer, `"drift":null`) {
		t.Errorf("models: %s", answer)
	}
}

// Of whom too little is known nothing is forecast, and a warning says why; a changed unit is screened and told.
func testGrowthForecasts(t *testing.T, a api) {
	t.Helper()

	for key, want := range map[string]string{"g-000": "less than a week", "g-002": "too old"} {
		answer := a.ask(t, `{ creator(key: "`+key+`") { growthForecast { days } } }`, nil)
		if !strings.Contains(answer, `"growthForecast":null`) {
			t.Errorf("%s: %s, want none, since %s", key, answer, want)
		}
	}
	answer := a.ask(t, `{ creator(key: "g-001") { growthForecast { anomalies { date kind ratio text } gainRate } } }`, nil)
	if !strings.Contains(answer, `"kind":"LEVEL"`) || !strings.Contains(answer, `"date":"2026-01-18"`) || !strings.Contains(answer, "口径") && !strings.Contains(answer, "单位变更") {
		t.Errorf("the changed unit is told as %s", answer)
	}
	if strings.Contains(answer, `"gainRate":0.5`) || strings.Contains(answer, `"gainRate":4`) {
		t.Errorf("the jump is forecast on: %s", answer)
	}
}
