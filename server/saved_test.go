package server

import (
	"fmt"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"github.com/creatorgraph/creatorgraph/graph/graphtest"
	"github.com/creatorgraph/creatorgraph/internal/harness"
	"github.com/creatorgraph/creatorgraph/queries"
	"github.com/creatorgraph/creatorgraph/resolvers"
)

// saved are the queries of TestSavedQueriesOverHTTP.
var saved = fstest.MapFS{
	"brand/campaigns.cypher": {Data: []byte(`// Which campaigns did a brand run?
// By key.
// @audience S
// @tags 品牌
// @param brand: String! -- A brand's key.
// @param add: Int = 1 -- A number.
MATCH (:Brand {key: $brand})-[:RAN]->(c) RETURN c.name AS name, $add + 1 AS n`)},
	"brand/page.graphql": {Data: []byte(`# Which campaigns did a brand run, with who took part?
# @param brand: String! -- A brand's key.
query Page($brand: String!) {
  brand(key: $brand) { campaigns { nodes { name participations { nodes { creator { name } fee } } } } }
}`)},
	"again.graphql": {Data: []byte("# What does a saved query run?\n{ runSavedQuery(name: \"brand/page\") { rows } }")},
}

// withSaved is a server of those queries, on which cypher is switched off.
func withSaved(t *testing.T) (*site, graphtest.Drawing) {
	t.Helper()

	store := graphtest.Open(t)
	set, err := queries.Load(harness.Mapping(t).Schema, queries.Folder{Name: "q", Files: saved})
	if err != nil {
		t.Fatal(err)
	}
	api := harness.Resolver(t, resolvers.Config{Store: store, Queries: set, Client: ClientOf, Now: time.Now,
		Asking: resolvers.Asking{Off: true}})
	return serve(t, Config{API: api, Database: store}), graphtest.Draw(t, store, campaign)
}

// Saved queries are listed, found by words and run by name, also where free statements are switched off; what is
// wrong with their parameters is told by name.
func TestSavedQueriesOverHTTP(t *testing.T) {
	t.Parallel()

	s, d := withSaved(t)
	for _, c := range []struct{ query, want string }{
		{`{savedQueries{name}}`, `[{"name":"again"},{"name":"brand/campaigns"},{"name":"brand/page"}]`},
		{`{savedQueries(text:"品牌 RUN"){name title description audience tags language parameters{name type required default description}}}`,
			`[{"name":"brand/campaigns","title":"Which campaigns did a brand run?","description":"By key.","audience":"S","tags":["品牌"],"language":"CYPHER",` +
				`"parameters":[{"name":"brand","type":"String!","required":true,"default":null,"description":"A brand's key."},{"name":"add","type":"Int","required":false,"default":1,"description":"A number."}]}]`},
		{d.In(`{runSavedQuery(name:"brand/campaigns",parameters:{brand:'acme'}){columns rows truncated}}`),
			`{"columns":["name","n"],"rows":[["spring",2]],"truncated":false}`},
		{d.In(`{runSavedQuery(name:"brand/page",parameters:{brand:'acme'}){columns rows truncated}}`),
			`{"columns":["name","participations.nodes.creator.name","participations.nodes.fee"],"rows":[["spring",["ann"],[100]]],"truncated":false}`},
		{d.In(`{runSavedQuery(name:"brand/page",parameters:{brand:"nobody"}){rows}}`), `{"rows":[]}`},
		{`{runSavedQuery(name:"brand/campaigns"){rows}}`, `parameter brand is missing; give it a text: A brand's key.`},
		{`{runSavedQuery(name:"brand/campaigns",parameters:{brand:1}){rows}}`, `parameter brand is 1; give it a text`},
		{`{runSavedQuery(name:"brand/campaigns",parameters:{brand:"b",add:"x"}){rows}}`, `parameter add is \"x\"; give it a whole number`},
		{`{runSavedQuery(name:"brand/campaigns",parameters:{brand:"b",sub:1}){rows}}`, `no parameter \"sub\"; it has brand, add`},
		{`{runSavedQuery(name:"brand/campaign"){rows}}`, `there is no saved query \"brand/campaign\"; take one that savedQueries lists, such as brand/campaigns`},
		{`{runSavedQuery(name:"again"){rows}}`, `a saved query runs no other`},
		{`{cypher(statement:"RETURN 1"){rows}}`, `cypher is switched off on this server; use the other fields`},
	} {
		if got := s.ask(c.query); !strings.Contains(got.text, c.want) {
			t.Errorf("%s\ngot  %s\nwant %s", c.query, got.text, c.want)
		}
	}
	vars := fmt.Sprintf(`{"query":"query($p:JSON){runSavedQuery(name:\"brand/campaigns\",parameters:$p){rows}}","variables":{"p":{"brand":%q,"add":41}}}`,
		d.Key("acme"))
	if got := s.post(vars); !strings.Contains(got.text, `[["spring",42]]`) {
		t.Errorf("by variables: %s", got.text)
	}
}

// A page that asks six saved questions at once has six answers: they take turns.
func TestSixSavedQueriesAtOnceAreAnswered(t *testing.T) {
	t.Parallel()

	store := graphtest.Open(t)
	s := serve(t, Config{API: real(t, store), Database: store})
	var all sync.WaitGroup
	for range 6 {
		all.Go(func() {
			if got := s.ask(`{cypher(statement:"UNWIND range(1, 1000) AS x RETURN count(x) AS n"){rows}}`); !strings.Contains(got.text, `[[1000]]`) {
				t.Errorf("got %s", got.text)
			}
		})
	}
	all.Wait()
}
