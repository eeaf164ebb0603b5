package resolvers_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/creatorgraph/creatorgraph/graph/graphtest"
)

// comparedMarket is 30 campaigns of one category, each with four creators, of whom every second was recommended and had twice
// the impressions for the fee; e-one is a campaign of a category of its own.
var comparedMarket = []string{`
	CREATE (:Brand {key: 'e-b', name: 'brand', byName: 'b', campaignCount: 30, creatorCount: 0, spend: 0})
	CREATE (:Category {key: 'e-food', name: '美食'}) CREATE (:Category {key: 'e-car', name: '汽车'})
	WITH 1 AS one UNWIND range(0, 3) AS i
	CREATE (:Creator {key: 'e-' + i, name: 'creator ' + i, byName: 'creator ' + i, followers: 10000 + 100 * i, byFollowers: 10000 + 100 * i,
		byPriceShortVideo: -1, byPriceMidVideo: -1, byPriceImageText: -1, byPriceLive: -1, byJoined: -1000000, byGrowth: -2.0, priceShortVideo: 100000,
		campaignCount: 0, brandCount: 0, spend: 0, byCpm: -1.0})`, `
	UNWIND range(0, 30) AS j
	MATCH (b:Brand {key: 'e-b'}), (k:Category {key: CASE WHEN j < 30 THEN 'e-food' ELSE 'e-car' END})
	CREATE (b)-[:RAN]->(x:Campaign {key: CASE WHEN j < 30 THEN 'e-' + j ELSE 'e-one' END, name: 'campaign', byName: 'c', formats: ['SHORT_VIDEO'],
		starts: date('2026-02-01') + duration({days: 5 * j}), ends: date('2026-02-20') + duration({days: 5 * j}), budget: 1000000 + 10000 * ((j * 7) % 13),
		objective: ['AWARENESS', 'CONVERSION'][j % 2], byStarts: 20485 + 5 * j, byBudget: 1, creatorCount: 0, impressions: 0, spend: 0, revision: 0})
	CREATE (x)-[:IN_CATEGORY {position: 0}]->(k)
	WITH x, j MATCH (c:Creator) WHERE c.key STARTS WITH 'e-'
	WITH x, j, c, toInteger(right(c.key, 1)) AS i
	CREATE (c)-[:PARTICIPATED_IN {source: CASE WHEN i % 2 = 0 THEN 'RECOMMENDED' ELSE 'SELF_PICKED' END, fee: 100000 + 1000 * ((j * 5 + i * 3) % 11),
		impressions: (2 - i % 2) * (50000 + 1000 * ((j * 3 + i * 7) % 17))}]->(x)`}

// What was planted is found, as it is and adjusted; clicks that nobody counted, and a campaign that nothing is comparable with, are
// told instead.
func TestComparisonOfSources(t *testing.T) {
	store := graphtest.Own(t, true)
	a := setUpOn(t, store, 0)
	for _, text := range comparedMarket {
		exec(t, store, text, nil)
	}
	type effect struct{ Ratio, Low, High float64 }
	ask := func(key, metric string) (got struct {
		Data struct {
			Campaign struct {
				Evaluation struct {
					Comparison *struct {
						Raw                  effect
						ByBrief, LikeForLike *effect
						EffectiveSize        float64
					}
					Warnings []string
				}
			}
		}
	}) {
		text := a.ask(t, `{ campaign(key: "`+key+`") { evaluation { comparison(metric: `+metric+`) { metric raw { ratio low high }
			byBrief { ratio low high } likeForLike { ratio low high } effectiveSize } warnings } } }`, nil)
		if err := json.Unmarshal([]byte(text), &got); err != nil || strings.Contains(text, "errors") {
			t.Fatalf("%s: %s", key, text)
		}
		return got
	}
	e := ask("e-29", "CPM").Data.Campaign.Evaluation
	if e.Comparison == nil || len(e.Warnings) > 0 || e.Comparison.ByBrief == nil || e.Comparison.LikeForLike == nil {
		t.Fatalf("of 30 campaigns: %+v", e)
	}
	for name, one := range map[string]effect{"raw": e.Comparison.Raw, "by brief": *e.Comparison.ByBrief, "like for like": *e.Comparison.LikeForLike} {
		if one.Ratio < 0.45 || one.Ratio > 0.55 || one.Low > one.Ratio || one.High < one.Ratio || one.High > 0.7 {
			t.Errorf("%s: %+v, want about 0.5", name, one)
		}
	}
	if e.Comparison.EffectiveSize < 50 || e.Comparison.EffectiveSize > 60 {
		t.Errorf("the effective size of 60 and 60 is %.1f", e.Comparison.EffectiveSize)
	}
	if e := ask("e-29", "CTR").Data.Campaign.Evaluation; e.Comparison != nil {
		t.Errorf("of unknown clicks: %+v", e.Comparison)
	}
	one := ask("e-one", "CPM").Data.Campaign.Evaluation
	if one.Comparison == nil || one.Comparison.ByBrief != nil || one.Comparison.LikeForLike != nil || len(one.Warnings) != 1 ||
		!strings.Contains(one.Warnings[0], "one campaign only") {
		t.Errorf("of one campaign: %+v", one)
	}
}
