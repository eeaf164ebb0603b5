package resolvers_test

import (
	"testing"

	"github.com/creatorgraph/creatorgraph/graph/graphtest"
)

// However deep OR, AND and NOT stand in each other, a filter finds what it says; what is unknown fulfils no condition
// and every NOT of one.
func TestNestedFiltersFindWhatTheySay(t *testing.T) {
	t.Parallel()

	a := setUp(t)
	d := graphtest.Draw(t, a.store, `(aa:Creator {byFollowers: 5, region: '四川', verified: true})-[:IN_CATEGORY {position: 0}]->(skin:Category)
		(bb:Creator {byFollowers: 50, region: '北京'})
		(cc:Creator {byFollowers: -1})-[:IN_CATEGORY {position: 0}]->(skin)
		(dd:Creator {byFollowers: 500, verified: false})`)
	for filter, want := range map[string]string{
		`OR: [{regions: ["四川"]}, {followers: {gte: 100}}]`:                                                               `{"key":"aa"},{"key":"dd"}`,
		`OR: [{regions: ["四川"]}, {categories: ['skin']}]`:                                                                `{"key":"aa"},{"key":"cc"}`,
		`OR: [{regions: ["北京"], followers: {gte: 40, lte: 60}}, {NOT: {OR: [{followers: {gte: 0}}, {verified: true}]}}]`: `{"key":"bb"},{"key":"cc"}`,
		`NOT: {NOT: {verified: true}}`:                                                                                   `{"key":"aa"}`,
		`NOT: {verified: true}`:                                                                                          `{"key":"bb"},{"key":"cc"},{"key":"dd"}`,
		`NOT: {AND: [{OR: [{regions: ["四川"]}, {regions: ["北京"]}]}, {NOT: {verified: true}}]}`:                            `{"key":"aa"},{"key":"cc"},{"key":"dd"}`,
		`OR: [{OR: [{OR: []}, {AND: []}]}]`:                                                                              `{"key":"aa"},{"key":"bb"},{"key":"cc"},{"key":"dd"}`,
		`NOT: {OR: [{AND: [{categories: ['skin']}, {verified: true}]}, {regions: []}]}`:                                  `{"key":"bb"},{"key":"cc"},{"key":"dd"}`,
	} {
		got := d.Unsuffixed(a.ask(t, d.In(`{ creators(filter: {key: {in: ['aa', 'bb', 'cc', 'dd']}, `+filter+
			`}) { nodes { key } } }`), nil))
		if want = `{"data":{"creators":{"nodes":[` + want + `]}}}`; got != want {
			t.Errorf("%s: got %s, want %s", filter, got, want)
		}
	}
}
