package resolvers_test

import (
	"encoding/json"
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/creatorgraph/creatorgraph/graph/compile"
	"github.com/creatorgraph/creatorgraph/graph/graphtest"
)

// hiring is a market in which acme hired ann and bea for food; cid and dan make food too, eve makes cars, fay has no price.
const hiring = `
	(food:Category)-[:PART_OF]->(life:Category)
	(cars:Category)-[:PART_OF]->(life)
	(women:Segment {dimension: 'GENDER'})<-[:REACHES {share: 0.9}]-(ann:Creator {followers: 20000, region: '四川', priceShortVideo: 100000})
	(men:Segment {dimension: 'GENDER'})<-[:REACHES {share: 0.1}]-(ann)
	(women)<-[:REACHES {share: 0.2}]-(bea:Creator {followers: 30000, priceShortVideo: 150000, priceLive: 90000})
	(men)<-[:REACHES {share: 0.8}]-(bea)
	(women)<-[:REACHES {share: 0.5}]-(cid:Creator {followers: 10000, priceShortVideo: 60000})
	(men)<-[:REACHES {share: 0.5}]-(cid)
	(women)<-[:REACHES {share: 0.7}]-(dan:Creator {followers: 2000000, priceShortVideo: 9000000})
	(men)<-[:REACHES {share: 0.3}]-(dan)
	(ann)-[:IN_CATEGORY {position: 0}]->(food)
	(bea)-[:IN_CATEGORY {position: 0}]->(food)
	(cid)-[:IN_CATEGORY {position: 0}]->(food)
	(dan)-[:IN_CATEGORY {position: 0}]->(food)
	(eve:Creator {followers: 10000, priceShortVideo: 50000})-[:IN_CATEGORY {position: 0}]->(cars)
	(fay:Creator {followers: 15000})-[:IN_CATEGORY {position: 0}]->(food)
	(ann)-[:ON_PLATFORM {position: 0}]->(tok:Platform)
	(acme:Brand {industry: '食品'})-[:RAN]->(one:Campaign {objective: 'CONSIDERATION', formats: ['SHORT_VIDEO'], starts: date('2026-09-01'), budget: 400000})
	(rival:Brand {industry: '食品'})-[:RAN]->(two:Campaign {objective: 'AWARENESS', formats: ['SHORT_VIDEO'], starts: date('2026-10-01')})
	(one)-[:IN_CATEGORY {position: 0}]->(food)
	(one)-[:TARGETS {position: 0}]->(women)
	(ann)-[:PARTICIPATED_IN {fee: 100000, impressions: 40000, clicks: 800, conversions: 20, gmv: 200000}]->(one)
	(bea)-[:PARTICIPATED_IN {fee: 150000, impressions: 50000, clicks: 100, conversions: 1, gmv: 9000}]->(one)
	(cid)-[:PARTICIPATED_IN {fee: 60000, impressions: 20000, clicks: 60, conversions: 1, gmv: 8000}]->(two)
	(one)-[:INVITED {at: datetime('2026-08-20T00:00:00Z'), source: 'RECOMMENDED', offer: 100000, answer: 'ACCEPTED'}]->(ann)
	(one)-[:INVITED {at: datetime('2026-08-20T00:00:00Z'), source: 'SELF_PICKED', offer: 100000, answer: 'DECLINED'}]->(cid)`

type hired struct {
	Creator    struct{ Key string }
	Score      float64
	Format     string
	Acceptance float64
	Predicted  struct {
		Fee                                          int64
		Priced                                       bool
		Impressions, ImpressionsLow, ImpressionsHigh float64
		Ctr, CtrLow, CtrHigh                         float64
		Evidence                                     int
	}
	Reasons []struct {
		Kind   string
		Weight float64
		Text   string
	}
}

const hiredFields = `{ creator { key } score format acceptance predicted { fee priced impressions impressionsLow impressionsHigh
	ctr ctrLow ctrHigh cvr conversions gmv cpm roi evidence } reasons { kind weight text evidence { key } } }`

// matching is an api on a drawn market of its own.
type matching struct {
	api
	d graphtest.Drawing
}

// TestMatching asks all of one market, which has a database of its own.
func TestMatching(t *testing.T) {
	store := graphtest.Own(t, true)
	a := setUpOn(t, store, 0)
	m := matching{a, graphtest.Draw(t, store, hiring)}
	t.Run("recommended creators", m.testRecommendedCreators)
	t.Run("why not", m.testWhyNot)
	t.Run("plans", m.testPlanCampaign)
	t.Run("constraints", m.testPlanConstraints)
	t.Run("several contacts", m.testPlanOfSeveralContacts)
	t.Run("bad briefs and constraints", m.testBadBriefsAndConstraints)
	t.Run("audience responses", m.testAudienceResponses)
	t.Run("matches", m.testMatchCreators) // records, so it comes last
}

// asks runs an operation in which [ann] is the id of a creator, <acme> that of a brand and 'food' a key.
func (m matching) asks(t *testing.T, operation string) string {
	t.Helper()

	for _, name := range []string{"ann", "bea", "cid", "dan", "eve", "fay"} {
		operation = strings.ReplaceAll(operation, "["+name+"]", `"`+compile.ID("Creator", m.d.Key(name))+`"`)
	}
	for _, name := range []string{"acme", "rival"} {
		operation = strings.ReplaceAll(operation, "<"+name+">", `"`+compile.ID("Brand", m.d.Key(name))+`"`)
	}
	operation = strings.ReplaceAll(operation, "<one>", `"`+compile.ID("Campaign", m.d.Key("one"))+`"`)
	return m.d.Unsuffixed(m.ask(t, m.d.In(operation), nil))
}

// Women saw what was clicked most, so that an audience of women is taken to click more readily, whoever it belongs to; nothing is
// said of an audience that nobody knows.
func (m matching) testAudienceResponses(t *testing.T) {
	raw := m.asks(t, `{ dan: creator(key: 'dan') { audienceResponse } bea: creator(key: 'bea') { audienceResponse } eve: creator(key: 'eve') { audienceResponse } }`)
	var answer struct {
		Data map[string]struct{ AudienceResponse *float64 }
	}
	if err := json.Unmarshal([]byte(raw), &answer); err != nil {
		t.Fatal(err)
	}
	dan, bea, eve := answer.Data["dan"].AudienceResponse, answer.Data["bea"].AudienceResponse, answer.Data["eve"].AudienceResponse
	if dan == nil || bea == nil || *dan <= 1 || *bea >= *dan || eve != nil {
		t.Errorf("got %s", raw)
	}
}

func (m matching) matches(t *testing.T, brief string) []hired {
	t.Helper()

	raw := m.asks(t, `{ matchCreators(brief: `+brief+`) `+hiredFields+` }`)
	var answer struct {
		Data struct{ MatchCreators []hired }
	}
	if err := json.Unmarshal([]byte(raw), &answer); err != nil || len(answer.Data.MatchCreators) == 0 {
		t.Fatalf("%s: %v", raw, err)
	}
	return answer.Data.MatchCreators
}

func keysOf(all []hired) string {
	var keys []string
	for _, one := range all {
		keys = append(keys, one.Creator.Key)
	}
	return strings.Join(keys, " ")
}

// Matches are of the brief's category, scores are the sums of their reasons, intervals hold what is expected, and whoever
// publishes no price is matched all the same. What is recorded shows in the next answer.
func (m matching) testMatchCreators(t *testing.T) {
	brief := `{brand: <acme>, objective: CONSIDERATION, categories: ['food'], targetSegments: ['women']}`
	all := m.matches(t, brief)
	if len(all) != 5 || all[0].Creator.Key != "ann" || strings.Contains(keysOf(all), "eve") {
		t.Fatalf("matches are %s, want ann and the four others of food", keysOf(all))
	}
	for _, one := range all {
		sum := 0.0
		for _, reason := range one.Reasons {
			sum += reason.Weight
		}
		p := one.Predicted
		if math.Abs(sum-one.Score) > 1e-9 || p.ImpressionsLow > p.Impressions || p.CtrLow > p.CtrHigh || p.Impressions <= 0 ||
			one.Acceptance <= 0 || one.Acceptance >= 1 || p.Priced != (one.Creator.Key != "fay") || p.Fee <= 0 {
			t.Errorf("%+v: reasons add up to %g", one, sum)
		}
	}
	if first := m.asks(t, `{ matchCreators(brief: `+brief+`, first: 2) { creator { key } } }`); !strings.Contains(first, all[0].Creator.Key) {
		t.Errorf("the first two are %s, of %s", first, keysOf(all))
	}
	before := all[0]
	recorded := m.asks(t, `mutation { recordParticipation(input: {campaign: <one>, creator: [dan], fee: 9000000, impressions: 3000000,
		clicks: 600000, conversions: 9000, gmv: 90000000, source: RECOMMENDED}) { userErrors { message } } }`)
	if strings.Contains(recorded, "message") {
		t.Fatal(recorded)
	}
	after := map[string]hired{}
	for _, one := range m.matches(t, brief) {
		after[one.Creator.Key] = one
	}
	var dan hired
	for _, one := range all {
		if one.Creator.Key == "dan" {
			dan = one
		}
	}
	if after["dan"].Score < dan.Score+0.1 || after["dan"].Predicted.Evidence != 1 || after["ann"].Score != before.Score {
		t.Errorf("after results of dan it scores %g, before %g; ann %g and %g", after["dan"].Score, dan.Score, after["ann"].Score, before.Score)
	}
}

// A campaign's recommended creators are those whom it has not asked yet, as far as a filter passes them.
func (m matching) testRecommendedCreators(t *testing.T) {
	got := m.asks(t, `{ campaign(key: 'one') { recommendedCreators { creator { key } } } }`)
	if want := `{"data":{"campaign":{"recommendedCreators":[{"creator":{"key":"fay"}}]}}}`; got != want {
		t.Errorf("got %s, want %s: ann and cid were asked, bea works on it, dan costs more than the budget", got, want)
	}
	if got := m.asks(t, `{ campaign(key: 'one') { recommendedCreators(filter: {followers: {gt: 100000}}) { creator { key } } } }`); !strings.Contains(got, `"recommendedCreators":[]`) {
		t.Errorf("filtered: %s", got)
	}
}

// Why somebody is not there is told by the brief's fields, and otherwise by the rank.
func (m matching) testWhyNot(t *testing.T) {
	for of, want := range map[string]string{
		"eve": `"refusedBy":["regions","categories"],"rank":null,"score":null,"missing":["audience","results","answers"]`,
		"ann": `"refusedBy":["excludeCreators"]`,
		"dan": `"refusedBy":["regions","maxFee"]`,
	} {
		got := m.asks(t, `{ whyNot(creator: [`+of+`], brief: {objective: AWARENESS, categories: ['food'], regions: ["四川"], maxFee: 200000,
			excludeCreators: [[ann]]}) { refusedBy rank score missing } }`)
		if !strings.Contains(got, want) {
			t.Errorf("%s: %s, want %s", of, got, want)
		}
	}
	got := m.asks(t, `{ whyNot(creator: [bea], brief: {objective: AWARENESS, categories: ['food']}) { refusedBy rank } }`)
	if !strings.Contains(got, `"refusedBy":[],"rank":`) || strings.Contains(got, "null") {
		t.Errorf("bea passes: %s", got)
	}
}

// A plan stays within its budget and its bound, tells what each pick adds, and takes another set apart by the same figures.
func (m matching) testPlanCampaign(t *testing.T) {
	raw := m.asks(t, `{ planCampaign(budget: 320000, brief: {objective: AWARENESS, categories: ['food']}) { fee reach bound impressions certified complete
		reachLow reachHigh cpm ctr roi picks { creator { key } } frontier { fee reach creators } spend { expected most accepted }
		frequency { contacts people } byTier { label creators fee reach } byPlatform { label } contributions { creator { key } unique }
		binding { constraint gain unit } warnings
		ann: swaps(creator: [ann]) { creator { key } fee reach acceptance } none: swaps(creator: [ann], first: 0) { fee } } }`)
	var answer struct{ Data struct{ PlanCampaign plan } }
	if err := json.Unmarshal([]byte(raw), &answer); err != nil {
		t.Fatalf("%s: %v", raw, err)
	}
	p := answer.Data.PlanCampaign
	if p.Fee > 320000 || p.Fee == 0 || p.Reach > p.Bound || p.Reach > p.Impressions || p.Certified < 0.99 || !p.Complete || keysOf(p.Picks) == "" {
		t.Fatalf("%s", raw)
	}
	last := p.Frontier[len(p.Frontier)-1]
	if last.Reach != p.Reach || last.Fee != p.Fee || p.ReachLow > p.Reach || p.ReachHigh < p.Reach || p.Spend.Most != p.Fee || p.Spend.Expected >= p.Fee {
		t.Errorf("%s", raw)
	}
	for _, one := range p.Contributions {
		if one.Unique <= 0 || one.Unique > p.Reach {
			t.Errorf("adds %g of %g", one.Unique, p.Reach)
		}
	}
	people := 0.0
	for _, one := range p.Frequency {
		people += one.People
	}
	if math.Abs(people-p.Reach) > 1e-6*p.Reach || !strings.Contains(raw, `"none":[]`) || strings.Contains(keysOf(p.Picks), "fay") || !strings.Contains(raw, "未公布报价") {
		t.Errorf("%g of %g people; %s", people, p.Reach, raw)
	}
	raw = m.asks(t, `{ comparePlans(plans: [[[ann], [bea]], [[cid]]], brief: {objective: AWARENESS, categories: ['food']}) { fee reach bound picks { creator { key } } } }`)
	var compared struct{ Data struct{ ComparePlans []plan } }
	if err := json.Unmarshal([]byte(raw), &compared); err != nil || len(compared.Data.ComparePlans) != 2 {
		t.Fatalf("%s: %v", raw, err)
	}
	both := compared.Data.ComparePlans
	if both[0].Fee != 250000 && both[0].Fee != 190000 || both[1].Reach >= both[0].Reach || both[0].Bound < both[0].Reach || keysOf(both[1].Picks) != "cid" {
		t.Errorf("%s", raw)
	}
}

type plan struct {
	Fee                                                            int64
	Reach, Bound, Impressions, Certified, ReachLow, ReachHigh, Cpm float64
	Complete                                                       bool
	Picks                                                          []hired
	Frontier                                                       []struct {
		Fee   int64
		Reach float64
	}
	Spend         struct{ Expected, Most int64 }
	Contributions []struct{ Unique float64 }
	Frequency     []struct{ People float64 }
	ByTier        []struct{ Reach float64 }
	ByPlatform    []struct{ Reach float64 }
}

// Constraints hold: who is locked is in, who is excluded is not, sizes and platforms have their bounds.
func (m matching) testPlanConstraints(t *testing.T) {
	for constraints, want := range map[string]func(string) bool{
		`{locked: [[cid]]}`:   func(picks string) bool { return strings.Contains(picks, "cid") },
		`{excluded: [[ann]]}`: func(picks string) bool { return !strings.Contains(picks, "ann") && picks != "" },
		`{tiers: [{minFollowers: 1000000, minCreators: 1}]}`: func(picks string) bool { return strings.Contains(picks, "dan") },
		`{tiers: [{maxFollowers: 1000000, maxCreators: 1}]}`: func(picks string) bool {
			return strings.Count(strings.ReplaceAll(picks, "dan", ""), "n")+strings.Count(picks, "b")+strings.Count(picks, "c") <= 1
		},
		`{platforms: [{platform: 'tok', max: 0}]}`: func(picks string) bool { return !strings.Contains(picks, "ann") },
		`{maxPerCategory: 1}`:                      func(picks string) bool { return !strings.Contains(picks, " ") },
		`{effectiveFrequency: 2}`:                  func(picks string) bool { return strings.Contains(picks, " ") },
		`{explore: 0.5}`:                           func(picks string) bool { return picks != "" },
	} {
		raw := m.asks(t, `{ planCampaign(budget: 9500000, constraints: `+constraints+`, brief: {objective: AWARENESS, categories: ['food']}) { fee certified picks { creator { key } } } }`)
		var answer struct{ Data struct{ PlanCampaign plan } }
		if err := json.Unmarshal([]byte(raw), &answer); err != nil {
			t.Fatalf("%s: %v", raw, err)
		}
		p := answer.Data.PlanCampaign
		if picks := keysOf(p.Picks); !want(picks) || p.Fee > 9500000 || p.Certified <= 0 || p.Certified > 1 {
			t.Errorf("%s picks %q: %s", constraints, picks, raw)
		}
	}
}

// Where a person counts from two contacts on, every figure of a plan's reach counts such people: its interval, its parts, its frontier.
func (m matching) testPlanOfSeveralContacts(t *testing.T) {
	raw := m.asks(t, `{ planCampaign(budget: 9500000, constraints: {effectiveFrequency: 2}, brief: {objective: AWARENESS, categories: ['food']}) {
		fee reach reachLow reachHigh byTier { reach } byPlatform { reach } frontier { fee reach } frequency { contacts people } } }`)
	var answer struct{ Data struct{ PlanCampaign plan } }
	if err := json.Unmarshal([]byte(raw), &answer); err != nil {
		t.Fatalf("%s: %v", raw, err)
	}
	p := answer.Data.PlanCampaign
	twice := 0.0
	for _, one := range p.Frequency[1:] {
		twice += one.People
	}
	if math.Abs(twice-p.Reach) > 1e-6*p.Reach || p.ReachLow > p.Reach || p.ReachHigh < p.Reach {
		t.Errorf("%g people of two contacts: %s", twice, raw)
	}
	for _, part := range append(p.ByTier, p.ByPlatform...) {
		if part.Reach > p.Reach {
			t.Errorf("a part reaches %g of %g: %s", part.Reach, p.Reach, raw)
		}
	}
	for _, point := range p.Frontier {
		if point.Fee > p.Fee || point.Reach > p.Reach {
			t.Errorf("the plan is beside a worse point of its own frontier: %s", raw)
		}
	}
}

// What a brief or constraints cannot mean is refused with its place and a remedy.
func (m matching) testBadBriefsAndConstraints(t *testing.T) {
	matchOf := func(brief string) string { return `{ matchCreators(brief: ` + brief + `) { score } }` }
	planOf := func(constraints string) string {
		return `{ planCampaign(budget: 300000, maxCreators: 2, constraints: ` + constraints + `, brief: {objective: AWARENESS, categories: ['food']}) { fee } }`
	}
	for operation, wants := range map[string][]string{
		matchOf(`{objective: AWARENESS}`):                                                                                         {"matchCreators.brief", "neither a category nor a segment"},
		matchOf(`{objective: AWARENESS, categories: ["nothing"]}`):                                                                {"matchCreators.brief.categories.0", "no category with the key"},
		matchOf(`{objective: AWARENESS, targetSegments: ["nobody"]}`):                                                             {"brief.targetSegments.0", "no segment"},
		matchOf(`{objective: AWARENESS, targetSegments: ['women', 'men']}`):                                                       {"brief.targetSegments.1", "exclude each other"},
		matchOf(`{objective: AWARENESS, categories: ['food'], platforms: ["x"]}`):                                                 {"brief.platforms.0", "no platform"},
		matchOf(`{objective: AWARENESS, categories: ['food'], ends: "2026-11-10"}`):                                               {"brief.ends", "in the past", "2026-11-11"},
		matchOf(`{objective: AWARENESS, categories: ['food'], starts: "2026-12-10", ends: "2026-12-01"}`):                         {"brief.ends", "before starts"},
		matchOf(`{objective: AWARENESS, categories: ['food'], budget: 0}`):                                                        {"brief.budget", "more than 0"},
		matchOf(`{objective: AWARENESS, categories: ['cars'], budget: 100}`):                                                      {"brief.budget", "cheapest", "500.00 yuan", "50000"},
		matchOf(`{objective: AWARENESS, categories: ['food'], regions: ["火星"]}`):                                                  {"brief.regions", "regions leaves nobody"},
		matchOf(`{objective: AWARENESS, categories: ['food'], minFollowers: 5, maxFollowers: 4}`):                                 {"brief.minFollowers", "above maxFollowers"},
		matchOf(`{objective: AWARENESS, categories: ['food'], brand: [ann]}`):                                                     {"brief.brand", "not the id of a brand"},
		planOf(`{locked: [[dan]]}`):                                                                                               {"planCampaign.constraints.locked", "87000.00 yuan more than the budget"},
		planOf(`{locked: [[ann]], excluded: [[ann]]}`):                                                                            {"constraints.locked.0", "both locked and excluded"},
		planOf(`{locked: [[ann], [bea], [cid]]}`):                                                                                 {"constraints.locked", "1 too many"},
		planOf(`{locked: [[fay]]}`):                                                                                               {"constraints.locked.0", "publishes no price"},
		planOf(`{tiers: [{minShare: 0.7}, {minShare: 0.6}]}`):                                                                     {"constraints.tiers", "30 % more"},
		planOf(`{tiers: [{minCreators: 2}, {minCreators: 1}]}`):                                                                   {"constraints.tiers", "1 too many"},
		planOf(`{tiers: [{minFollowers: 1000000, minCreators: 1}]}`):                                                              {"constraints.tiers.0", "cannot be had"},
		planOf(`{platforms: [{platform: 'tok', min: 300001}]}`):                                                                   {"constraints.platforms", "1 too much"},
		planOf(`{platforms: [{platform: "x"}]}`):                                                                                  {"constraints.platforms.0.platform", "no platform"},
		planOf(`{reserve: 1}`):                                                                                                    {"constraints.reserve", "whole budget"},
		planOf(`{minAcceptance: 1.5}`):                                                                                            {"constraints.minAcceptance", "0 to 1"},
		planOf(`{effectiveFrequency: 0}`):                                                                                         {"constraints.effectiveFrequency", "1 to 10"},
		planOf(`{maxFrequency: 0.5}`):                                                                                             {"constraints.maxFrequency", "at least 1"},
		`{ planCampaign(budget: 0, brief: {objective: AWARENESS, categories: ['food']}) { fee } }`:                                {"planCampaign.budget", "more than 0"},
		`{ planCampaign(budget: 59999, brief: {objective: AWARENESS, categories: ['food']}) { fee } }`:                            {"planCampaign.budget", "600.00 yuan", "60000"},
		`{ comparePlans(plans: [[[ann], [ann]]], brief: {objective: AWARENESS, categories: ['food']}) { fee } }`:                  {"comparePlans.plans.0.1", "already"},
		`{ planCampaign(budget: 300000, brief: {objective: AWARENESS, categories: ['food']}) { swaps(creator: [eve]) { fee } } }`: {"none of the plan's picks"},
	} {
		raw := m.asks(t, operation)
		var answer struct {
			Errors []struct {
				Message string
				Path    []any
			}
		}
		if err := json.Unmarshal([]byte(raw), &answer); err != nil || len(answer.Errors) != 1 {
			t.Errorf("%s: %s", operation, raw)
			continue
		}
		var path []string
		for _, step := range answer.Errors[0].Path {
			path = append(path, fmt.Sprint(step))
		}
		for _, want := range wants {
			if whole := strings.Join(path, ".") + " " + raw; !strings.Contains(whole, want) {
				t.Errorf("%s: %s lacks %q", operation, whole, want)
			}
		}
	}
}
