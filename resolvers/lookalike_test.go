package resolvers_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/analyze"
	"github.com/creatorgraph/creatorgraph/graph/compile"
	"github.com/creatorgraph/creatorgraph/graph/facts"
	"github.com/creatorgraph/creatorgraph/graph/graphtest"
	"github.com/creatorgraph/creatorgraph/insight/lookalike"
	"github.com/creatorgraph/creatorgraph/resolvers"
)

// scene is a market of 1,500 creators of eight categories, of whom the first 400, all about food, are with agencies;
// those after l-1490 have names alone.
var scene = []string{`
	UNWIND range(0, 7) AS i
	CREATE (:Category {key: 'k-' + i, name: ['美食', 'beauty', 'games', 'travel', 'cars', 'pets', 'music', 'sport'][i]})
	CREATE (:Segment {key: 's-' + i, name: 'segment ' + i, dimension: ['AGE', 'GENDER', 'REGION', 'INTEREST'][i / 2]})`, `
	UNWIND range(0, 4) AS i
	CREATE (:Agency {key: 'a-' + i, name: 'agency ' + i, creatorCount: 80, byFollowers: 0, spend: 0})`, `
	UNWIND range(0, 19) AS i
	CREATE (:Brand {key: 'b-' + i, name: 'brand ' + i, campaignCount: 0, creatorCount: 130, spend: 0})`, `
	UNWIND range(0, 1499) AS i
	WITH i, CASE WHEN i < 400 THEN 0 ELSE 1 + i % 7 END AS about, i * 7919 % 1000 AS chance
	CREATE (c:Creator {key: 'l-' + right('000' + i, 4), name: 'creator ' + i, byName: 'creator ' + i, byFollowers: -1,
		byPriceShortVideo: -1, byPriceMidVideo: -1, byPriceImageText: -1, byPriceLive: -1, byJoined: -1000000, byGrowth: -2.0,
		campaignCount: 0, brandCount: 0, spend: 0, byCpm: -1.0})
	WITH * WHERE i <= 1490
	SET c.followers = 1000 + chance * 100, c.byFollowers = 1000 + chance * 100, c.region = ['四川', '广东', '浙江', '北京'][chance % 4],
		c.language = 'zh', c.gender = ['female', 'male'][i % 2], c.verified = i % 3 = 0
	FOREACH (_ IN CASE WHEN i % 5 > 0 THEN [1] ELSE [] END | SET c.priceShortVideo = 100 * chance, c.byPriceShortVideo = 100 * chance)
	WITH * MATCH (k:Category {key: 'k-' + about}) CREATE (c)-[:IN_CATEGORY {position: 0}]->(k)
	WITH * WHERE i % 7 > 0
	UNWIND range(0, 7) AS n
	MATCH (s:Segment {key: 's-' + n})
	CREATE (c)-[:REACHES {share: CASE n % 2 WHEN 0 THEN chance * (n + 1) % 101 / 100.0 ELSE 1 - chance * n % 101 / 100.0 END}]->(s)`, `
	MATCH (c:Creator)-[:IN_CATEGORY]->(k) WITH c, k, toInteger(substring(c.key, 2)) AS i
	CREATE (c)-[:POSTED]->(:Content {key: 'p-' + i, name: k.name, title: k.name + ' day ' + (i % 9), tags: [k.name], published: datetime('2026-01-01T00:00:00Z')})
	WITH * WHERE i % 2 = 0
	MERGE (x:Campaign {key: 'x-' + k.key + '-' + (i % 12)}) ON CREATE SET x.name = x.key, x.ends = date('2026-10-01'), x.starts = date('2026-09-01'), x.byStarts = 20697, x.spend = 0
	CREATE (c)-[:PARTICIPATED_IN {fee: 1000 * (i % 30), impressions: 100000, clicks: 100 + i % 900}]->(x)
	WITH DISTINCT x MATCH (b:Brand {key: 'b-' + (size(x.key) * 7 + toInteger(right(x.key, 1))) % 20}) CREATE (b)-[:RAN]->(x)`, `
	MATCH (c:Creator) WHERE c.key < 'l-0400'
	MATCH (a:Agency {key: 'a-' + toInteger(substring(c.key, 2)) % 5})
	CREATE (c)-[:SIGNED_WITH {since: date('2020-01-01')}]->(a)`}

// stage is the scene, analysed.
type stage struct {
	api
	model   *lookalike.Model
	vectors map[string][]float32
}

func setStage(t *testing.T) *stage {
	t.Helper()

	store := graphtest.Own(t, true)
	for _, text := range scene {
		exec(t, store, text, nil)
	}
	if _, err := analyze.Run(t.Context(), store, analyze.Options{}); err != nil {
		t.Fatal(err)
	}
	s := &stage{api: setUpAs(t, resolvers.Config{Store: store, Searched: 200})}
	s.read(t)
	return s
}

// read reads the model and all vectors.
func (s *stage) read(t *testing.T) {
	t.Helper()

	read, err := facts.ReadLikenessModel(t.Context(), s.store)
	if err != nil {
		t.Fatal(err)
	}
	s.vectors = map[string][]float32{}
	if s.model, err = lookalike.Decode(read.Record); err != nil {
		t.Fatal(err)
	}
	rows, err := s.store.Read(t.Context(), graph.Statement{Params: map[string]any{"place": facts.LikenessSlots[read.Slot]}, Text: `
		MATCH (n:Creator|Agency|Brand) WHERE n[$place] IS NOT NULL RETURN n.key AS key, n[$place] AS vector`})
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		s.vectors[row["key"].(string)] = facts.Narrow(row["vector"])
	}
}

type alike struct {
	Node struct {
		Typename string `json:"__typename"`
		Key      string
	}
	Cursor  string
	Score   float64
	Reasons []struct {
		Kind, Text string
		Weight     float64
		Evidence   []struct{ Key string }
	}
}

type alikes struct {
	TotalCount *int
	PageInfo   struct {
		HasNextPage, HasPreviousPage bool
		StartCursor, EndCursor       *string
	}
	Edges []alike
	Nodes []struct{ Key string }
}

const alikeQuestion = `query($seeds: [ID!]!, $filter: CreatorFilter, $first: Int = 20, $after: String, $weights: LookalikeWeights, $diversity: Float) {
	lookalikes(seeds: $seeds, filter: $filter, first: $first, after: $after, weights: $weights, diversity: $diversity) {
		totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } nodes { key }
		edges { cursor score node { __typename key } reasons { kind weight text evidence { key } } } } }`

// without is the question without what takes long to tell.
var without = strings.NewReplacer("totalCount ", "", "reasons { kind weight text evidence { key } }", "").Replace(alikeQuestion)

// lookalikes asks and reads the answer.
func (s *stage) lookalikes(t *testing.T, vars map[string]any) alikes {
	t.Helper()

	return s.answered(t, s.ask(t, alikeQuestion, vars))
}

// answered reads an answer.
func (s *stage) answered(t *testing.T, answer string) alikes {
	t.Helper()

	var got struct {
		Data   *struct{ Lookalikes alikes }
		Errors []any
	}
	if err := json.Unmarshal([]byte(answer), &got); err != nil || got.Data == nil || len(got.Errors) > 0 {
		t.Fatalf("%v: %.1000s", err, answer)
	}
	return got.Data.Lookalikes
}

// all pages through to the end.
func (s *stage) all(t *testing.T, vars map[string]any, first int) []alike {
	t.Helper()

	var edges []alike
	vars["first"] = first
	for {
		page := s.answered(t, s.ask(t, without, vars))
		edges = append(edges, page.Edges...)
		if !page.PageInfo.HasNextPage {
			return edges
		}
		vars["after"] = *page.PageInfo.EndCursor
	}
}

func ids(typ string, keys ...string) []any {
	all := make([]any, len(keys))
	for i, key := range keys {
		all[i] = compile.ID(typ, key)
	}
	return all
}

// The scene is costly to set, so that what is asked of it stands in one test.
func TestLookalikes(t *testing.T) {
	s := setStage(t)
	t.Run("filters", s.testFilters)
	t.Run("weights", s.testWeights)
	t.Run("reasons", s.testReasons)
	t.Run("pages", s.testPages)
	t.Run("pages of one", s.testPagesOfOne)
	t.Run("tastes", s.testTastes)
	t.Run("diversity", s.testDiversity)
	t.Run("houses", s.testHouses)
	t.Run("campaigns", s.testCampaigns)
	t.Run("errors", s.testErrors)
	t.Run("fresh", s.testFresh)
	t.Run("index", s.testIndex)
}
