package resolvers_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/creatorgraph/creatorgraph/graph/analyze"
	"github.com/creatorgraph/creatorgraph/graph/compile"
	"github.com/creatorgraph/creatorgraph/graph/graphtest"
)

// offered is 40 creators who were each asked to 15 campaigns at 90 to 110 % of their price: those whose number is a
// multiple of four accept only what is above 105 %, the others nearly all. o-39 has no price, o-38 was never asked.
var offered = []string{`
	CREATE (:Category {key: 'o-food', name: '美食'})
	WITH 1 AS one UNWIND range(0, 39) AS i
	CREATE (c:Creator {key: 'o-' + right('0' + i, 2), name: 'creator ' + i, byName: 'creator ' + i, followers: 10000 + 100 * i, byFollowers: 10000 + 100 * i,
		byPriceShortVideo: -1, byPriceMidVideo: -1, byPriceImageText: -1, byPriceLive: -1, byJoined: -1000000, byGrowth: -2.0,
		campaignCount: 0, brandCount: 0, spend: 0, byCpm: -1.0, priceShortVideo: CASE WHEN i < 39 THEN 100000 END})
	WITH c MATCH (k:Category {key: 'o-food'}) CREATE (c)-[:IN_CATEGORY {position: 0}]->(k)`, `
	UNWIND range(0, 14) AS j
	CREATE (:Brand {key: 'ob-' + j, name: 'brand ' + j, byName: 'b', campaignCount: 1, creatorCount: 0, spend: 0})-[:RAN]->
		(x:Campaign {key: 'ox-' + j, name: 'campaign ' + j, byName: 'c', formats: ['SHORT_VIDEO'], starts: date('2026-02-01') + duration({days: 5 * j}),
		ends: date('2026-02-20') + duration({days: 5 * j}), byStarts: 20485 + 5 * j, byBudget: -1, creatorCount: 0, impressions: 0, spend: 0, revision: 0})
	WITH x, j MATCH (c:Creator) WHERE c.key < 'o-38'
	WITH x, c, j, toInteger(right(c.key, 2)) AS i
	WITH x, c, i, j, 90000 + 1000 * ((i * 7 + j * 3) % 21) AS offer
	CREATE (x)-[:INVITED {at: datetime({date: x.starts - duration({days: 20})}), source: 'SELF_PICKED', offer: offer,
		answer: CASE WHEN (i % 4 > 0 OR offer > 105000) AND (i * 31 + j * 17) % 10 > 0 THEN 'ACCEPTED' ELSE 'DECLINED' END,
		answered: datetime({date: x.starts - duration({days: 18})})}]->(c)`}

type curveAnswer struct {
	Data struct {
		OfferCurve struct {
			Points []struct {
				Offer                 int64
				Acceptance, Low, High float64
				Extrapolated          bool
			}
			BreakEven, Certain, Best *int64
			Support                  []int64
			Answers                  int
			Reasons                  []struct{ Weight float64 }
		}
	}
}

// A curve never falls, tells who is willing from who is not by their answers, and says where it is
// extrapolated; without a price there is none, and the error says what to do.
func TestOfferCurve(t *testing.T) {
	store := graphtest.Own(t, true)
	a := setUpOn(t, store, 0)
	for _, text := range offered {
		exec(t, store, text, nil)
	}
	id := func(key string) string {
		var got struct {
			Data struct{ Creator struct{ ID string } }
		}
		if err := json.Unmarshal([]byte(a.ask(t, `{ creator(key: "`+key+`") { id } }`, nil)), &got); err != nil {
			t.Fatal(err)
		}
		return got.Data.Creator.ID
	}
	const fields = `{ points { offer acceptance low high extrapolated } breakEven certain: breakEven(probability: 0.999999) best support answers reasons { weight } }`
	text := func(key, more, brief string) string {
		return a.ask(t, `{ offerCurve(creator: "`+id(key)+`", brief: {objective: AWARENESS, categories: ["o-food"]`+brief+`}`+more+`) `+fields+` }`, nil)
	}
	if answer := text("o-01", "", ""); !strings.Contains(answer, "run creatorgraph analyze") {
		t.Errorf("before the first analysis: %s", answer)
	}
	if _, err := analyze.Run(t.Context(), store, analyze.Options{}); err != nil {
		t.Fatal(err)
	}
	ask := func(key, more, brief string) curveAnswer {
		var got curveAnswer
		answer := text(key, more, brief)
		if err := json.Unmarshal([]byte(answer), &got); err != nil || len(got.Data.OfferCurve.Points) != 16 {
			t.Fatalf("%s: %s", key, answer)
		}
		last := 0.0
		for _, p := range got.Data.OfferCurve.Points {
			if p.Acceptance < last || p.Low > p.Acceptance || p.High < p.Acceptance {
				t.Errorf("%s: %d is accepted with %.4f [%.4f, %.4f] after %.4f", key, p.Offer, p.Acceptance, p.Low, p.High, last)
			}
			last = p.Acceptance
			if inside := p.Offer > 91_000 && p.Offer < 109_000; inside == p.Extrapolated {
				t.Errorf("%s: extrapolated is %t at %d; offers of %v were made", key, p.Extrapolated, p.Offer, got.Data.OfferCurve.Support)
			}
		}
		return got
	}
	willing, reluctant := ask("o-01", "", "").Data.OfferCurve, ask("o-04", "", ", maxFee: 300000").Data.OfferCurve
	if at := 5; willing.Points[at].Acceptance < reluctant.Points[at].Acceptance+0.2 || willing.Answers != 15 {
		t.Errorf("at the asking price %.3f by %d answers, of who declines %.3f", willing.Points[at].Acceptance, willing.Answers, reluctant.Points[at].Acceptance)
	}
	if willing.BreakEven == nil || reluctant.BreakEven == nil || *willing.BreakEven >= *reluctant.BreakEven || willing.Best != nil || reluctant.Best == nil {
		t.Errorf("break-even %v and %v, best %v and %v", willing.BreakEven, reluctant.BreakEven, willing.Best, reluctant.Best)
	}
	if unasked := ask("o-38", "", "").Data.OfferCurve; unasked.Answers != 0 {
		t.Errorf("who was never asked answered %d times", unasked.Answers)
	}
	for key, want := range map[string]string{"o-39": "import a price"} {
		if answer := text(key, "", ""); !strings.Contains(answer, want) {
			t.Errorf("%s: %s, want %s", key, answer, want)
		}
	}
	answersShowAtOnce(t, a, id)
	if answer := text("o-01", ", format: LIVE", ""); !strings.Contains(answer, "ask for one of SHORT_VIDEO") {
		t.Errorf("a format without a price: %s", answer)
	}
	if answer := text("o-01", "", ", budget: 0"); !strings.Contains(answer, "give more than 0") {
		t.Errorf("no budget: %s", answer)
	}
}

// answersShowAtOnce has somebody who was never asked decline five times, which shows in the next match without an analysis.
func answersShowAtOnce(t *testing.T, a api, id func(string) string) {
	t.Helper()

	acceptance := func() float64 {
		var got struct {
			Data struct {
				MatchCreators []struct {
					Acceptance float64
					Creator    struct{ Key string }
				}
			}
		}
		answer := a.ask(t, `{ matchCreators(brief: {objective: AWARENESS, categories: ["o-food"]}, first: 50) { acceptance creator { key } } }`, nil)
		if err := json.Unmarshal([]byte(answer), &got); err != nil {
			t.Fatal(answer)
		}
		for _, one := range got.Data.MatchCreators {
			if one.Creator.Key == "o-38" {
				return one.Acceptance
			}
		}
		t.Fatalf("o-38 is not matched: %s", answer)
		return 0
	}
	before := acceptance()
	for _, campaign := range []string{"ox-0", "ox-1", "ox-2", "ox-3", "ox-4"} {
		to := `campaign: "` + compile.ID("Campaign", campaign) + `"`
		a.ask(t, `mutation { inviteCreators(input: {`+to+`, invitations: [{creator: "`+id("o-38")+`", source: RECOMMENDED, offer: 100000}]}) { userErrors { message } } }`, nil)
		answer := a.ask(t, `mutation { answerInvitation(input: {`+to+`, creator: "`+id("o-38")+`", answer: DECLINED}) { userErrors { message } } }`, nil)
		if !strings.Contains(answer, `"userErrors":[]`) {
			t.Fatal(answer)
		}
	}
	if after := acceptance(); after > before-.05 {
		t.Errorf("five refusals moved acceptance from %.3f to %.3f", before, after)
	}
}
