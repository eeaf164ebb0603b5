package resolvers_test

import (
	"strings"
	"testing"

	"github.com/creatorgraph/creatorgraph/graph/graphtest"
)

// What several share is told with who shares it, the rare before what everybody has.
func TestInCommon(t *testing.T) {
	t.Parallel()

	a := setUp(t)
	d := graphtest.Draw(t, a.store, `(ann:Creator)-[:SIGNED_WITH {since: date('2020-01-01'), until: date('2021-01-01')}]->(mcn:Agency)
		(bea:Creator)-[:SIGNED_WITH {since: date('2024-01-01')}]->(mcn)
		(cem:Creator)-[:ON_PLATFORM]->(douyin:Platform)
		(dan:Creator)-[:ON_PLATFORM]->(douyin)
		(ann)-[:ON_PLATFORM]->(douyin)
		(bea)-[:ON_PLATFORM]->(douyin)
		(dior:Brand)-[:RAN]->(spring:Campaign)
		(dior)-[:RAN]->(autumn:Campaign)
		(dior)-[:RAN]->(winter:Campaign)
		(ann)-[:PARTICIPATED_IN]->(spring)
		(cem)-[:PARTICIPATED_IN]->(autumn)
		(dan)-[:PARTICIPATED_IN]->(autumn)`)
	of := object{"of": []any{id(d, "Creator", "cem"), id(d, "Creator", "ann"), id(d, "Creator", "bea")}}
	const ask = `entity { __typename key } count shared { key }`
	// 2 / ln 3 = 1.82 for the agency, 3 / ln 5 = 1.86 for the platform, 2 / ln 4 = 1.44 for the brand.
	recordedAnswer(t, d, "three creators", `{"data":{"inCommon":[`+
		`{"entity":{"__typename":"Platform","key":"douyin"},"count":3,"shared":[{"key":"cem"},{"key":"ann"},{"key":"bea"}]},`+
		`{"entity":{"__typename":"Agency","key":"mcn"},"count":2,"shared":[{"key":"ann"},{"key":"bea"}]},`+
		`{"entity":{"__typename":"Brand","key":"dior"},"count":2,"shared":[{"key":"cem"},{"key":"ann"}]}]}}`,
		a.ask(t, `query($of: [ID!]!) { inCommon(of: $of) { `+ask+` } }`, of))
	recordedAnswer(t, d, "one agency or brand", `{"data":{"inCommon":[{"entity":{"__typename":"Agency","key":"mcn"},"count":2,"shared":[{"key":"ann"},{"key":"bea"}]}]}}`,
		a.ask(t, `query($of: [ID!]!) { inCommon(of: $of, kinds: [BRAND, AGENCY], first: 1) { `+ask+` } }`, of))
	recordedAnswer(t, d, "campaigns of a brand", `{"data":{"inCommon":[{"entity":{"__typename":"Brand","key":"dior"},"count":2,"shared":[{"key":"winter"},{"key":"spring"}]}]}}`,
		a.ask(t, `query($of: [ID!]!) { inCommon(of: $of) { `+ask+` } }`,
			object{"of": []any{id(d, "Campaign", "winter"), id(d, "Campaign", "spring")}}))
	for what, c := range map[string]struct {
		of   []any
		want string
	}{
		"one alone":      {[]any{id(d, "Creator", "ann")}, "1 entities; give 2 to 50"},
		"the same twice": {[]any{id(d, "Creator", "ann"), id(d, "Creator", "ann")}, "is of[0] already; give each one once"},
		"nobody":         {[]any{id(d, "Creator", "ann"), id(d, "Creator", "nobody")}, `of[1]: there is no Creator with the key`},
		"a list":         {[]any{id(d, "Creator", "ann"), id(d, "CreatorList", "x")}, "the id is that of a CreatorList"},
	} {
		if got := a.ask(t, `query($of: [ID!]!) { inCommon(of: $of) { count } }`, object{"of": c.of}); !strings.Contains(got, c.want) {
			t.Errorf("%s: %s", what, got)
		}
	}
}
