package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"

	"github.com/creatorgraph/creatorgraph/graph/compile"
	"github.com/creatorgraph/creatorgraph/graph/graphtest"
)

const drawnMarket = `
	(acme:Brand)-[:RAN]->(spring:Campaign)
	(ann:Creator {name: '李佳琦'})-[:PARTICIPATED_IN {fee: 100}]->(spring)
	(bea:Creator)-[:PARTICIPATED_IN]->(spring)`

// asker asks by the command line, with the run's database.
type asker struct {
	t    *testing.T
	args []string
	dir  string
}

func newAsker(t *testing.T) (asker, graphtest.Drawing) {
	t.Helper()

	return newAskerOf(t, drawnMarket, false)
}

// newAskerOf is newAsker with a market of its own, and nothing else where alone is true.
func newAskerOf(t *testing.T, market string, alone bool) (asker, graphtest.Drawing) {
	t.Helper()

	db := graphtest.Server(t)
	store := graphtest.Own(t, alone)
	t.Setenv("NEO4J_PASSWORD", db.Password)
	return asker{t, []string{"--neo4j-uri", db.URI, "--neo4j-user", db.User, "--log-format", "text"}, t.TempDir()},
		graphtest.Draw(t, store, market)
}

// file writes a query file and gives its path.
func (a asker) file(name, text string) string {
	a.t.Helper()

	path := filepath.Join(a.dir, name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		a.t.Fatal(err)
	}
	return path
}

func (a asker) ask(args ...string) (code int, out, errs string) {
	a.t.Helper()

	var o, e bytes.Buffer
	code = run(a.t.Context(), append(append([]string{"query"}, args...), a.args...), &o, &e)
	return code, o.String(), e.String()
}

// One answer in each format, from GraphQL and from Cypher, with what stands behind it.
func TestQueryFormats(t *testing.T) {
	a, d := newAsker(t)
	graphql := a.file("page.graphql", d.In(`{ campaign(key: 'spring') { participations(orderBy: [{field: FEE, direction: DESC}]) { nodes { fee creator { name } } } } }`))
	cypher := a.file("page.cypher", "MATCH (c:Creator)-[p:PARTICIPATED_IN]->(:Campaign {key: $key})\nRETURN p.fee AS fee, c.name AS name ORDER BY fee")
	fees := a.file("fees.cypher", "MATCH (c:Creator)-[p:PARTICIPATED_IN]->(:Campaign {key: '"+d.Key("spring")+"'}) WHERE p.fee > $n RETURN c.name AS name, p.fee AS fee")
	wrong := a.file("wrong.cypher", "MATCH (c:Creators) RETURN count(c) AS n")
	around := a.file("around.graphql", fmt.Sprintf(`{ neighborhood(of: %q) { nodes { id key name kind } edges { id kind from to } } }`, compile.ID("Campaign", d.Key("spring"))))
	saved := filepath.Join(a.dir, "page.parquet")
	for _, c := range []struct {
		args      []string
		out, errs string
	}{
		{[]string{graphql}, "fee  creator.name\n---  ------------\n100  李佳琦\n     bea\n", ""},
		{[]string{graphql, "--format", "csv"}, "fee,creator.name\n100,李佳琦\n,bea\n", ""},
		{[]string{graphql, "--format", "json"}, "          \"fee\": 100,\n          \"creator\": {\n            \"name\": \"李佳琦\"", ""},
		{[]string{graphql, "--rows", "campaign.participations.nodes", "--limit", "1", "--format", "csv"}, "100,李佳琦\n", "these are the first 1 rows"},
		{[]string{graphql, "--explain"}, "李佳琦", "statement 1 of 1: 1 rows"},
		{[]string{cypher, "--var", "key=" + d.Key("spring"), "--format", "json"}, "[\n{\"fee\":100,\"name\":\"李佳琦\"},\n{\"fee\":null,\"name\":\"bea\"}\n]\n", ""},
		{[]string{cypher, "--var", "key=" + d.Key("spring"), "--explain"}, "李佳琦", "+NodeUniqueIndexSeek"},
		{[]string{fees, "--var", "n=50", "--format", "csv"}, "李佳琦,100\n", ""},
		{[]string{fees, "--var", "n=500", "--format", "csv"}, "name,fee\n", ""},
		{[]string{wrong, "--format", "csv"}, "n\n0\n", "note: line 1, column 10: there is no label :Creators; the nearest: Creator"},
		{[]string{cypher, "--var", "key=" + d.Key("spring"), "--format", "csv", "--bom"}, "\xef\xbb\xbffee,name\n", ""},
		{[]string{cypher, "--var", "key=" + d.Key("spring"), "--format", "xlsx"}, "PK\x03\x04", ""},
		{[]string{around, "--format", "graphml"}, "李佳琦", ""},
		{[]string{around, "--format", "gexf"}, "<gexf", ""},
		{[]string{cypher, "--var", "key=" + d.Key("spring"), "--format", "parquet", "--out", saved}, "", ""},
	} {
		code, out, errs := a.ask(c.args...)
		if code != 0 || !strings.Contains(out, c.out) || !strings.Contains(errs, c.errs) {
			t.Errorf("%v: exit %d\n%s\n%s\nwant %q and %q", c.args, code, out, errs, c.out, c.errs)
		}
	}
	rows, err := parquet.ReadFile[struct {
		Fee  *int64 `parquet:"fee"`
		Name string `parquet:"name"`
	}](saved)
	if err != nil || len(rows) != 2 || *rows[0].Fee != 100 || rows[0].Name != "李佳琦" || rows[1].Fee != nil {
		t.Errorf("the Parquet file holds %+v, %v", rows, err)
	}
}

// What cannot be asked is told with file, place and remedy.
func TestQueryMistakes(t *testing.T) {
	a, d := newAsker(t)
	lists := a.file("lists.graphql", d.In(`{ brand(key: 'acme') { campaigns { nodes { key } edges { cursor } } } }`))
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"nothing/here"}, `"nothing/here" is neither a file nor a saved query`},
		{[]string{}, "name one file or saved query"},
		{[]string{lists, "--format", "xml"}, `--format "xml"; give table, json, csv, xlsx, parquet, graphml or gexf`},
		{[]string{"strategist/tier_mix", "--format", "gexf"}, "strategist/tier_mix is no GraphQL"},
		{[]string{lists, "--var", "x"}, `--var "x"; give name=value`},
		{[]string{lists, "--var", "x=1"}, `has no parameter "x"; it has none`},
		{[]string{lists, "--bom"}, "--bom is of CSV alone"},
		{[]string{lists}, "the answer has several lists; say which one the rows are with --rows (@rows in a saved query): brand.campaigns.nodes, brand.campaigns.edges"},
		{[]string{lists, "--rows", "brand.nodes"}, `the answer has no list "brand.nodes"`},
		{[]string{"strategist/tier_mix", "--var", "days=many"}, `parameter days is "many"; give it a whole number`},
		{[]string{"agency/pairs"}, "parameter agency is missing; give it a text: An agency's key."},
		{[]string{a.file("m.graphql", `mutation { answerInvitation(input: {campaign: "x", creator: "y", answer: ACCEPTED}) { userErrors { code } } }`)}, "it holds a mutation; ask a query"},
		{[]string{a.file("w.cypher", "MATCH (n)\n// only looking\nSET n.x = 1")}, "line 3, column 1: SET writes"},
		{[]string{a.file("x.txt", "RETURN 1")}, "name it .cypher or .graphql"},
		{[]string{a.file("f.graphql", "{ nothing }")}, `Cannot query field "nothing"`},
		{[]string{"--list", "--queries", filepath.Join(a.dir, "none")}, "--queries:"},
	} {
		if code, _, errs := a.ask(c.args...); code == 0 || !strings.Contains(errs, c.want) {
			t.Errorf("%v: exit %d, %s\nwant %s", c.args, code, errs, c.want)
		}
	}
}

// A folder of one's own stands beside the starting set.
func TestQueryFolder(t *testing.T) {
	a, d := newAsker(t)
	a.file("mine.cypher", "// Who took part?\n// @param key: String! -- A campaign's key.\nMATCH (c:Creator)-->(:Campaign {key: $key}) RETURN count(c) AS n")
	if code, out, errs := a.ask("mine", "--queries", a.dir, "--var", "key="+d.Key("spring")); code != 0 || !strings.Contains(out, "2\n") {
		t.Errorf("exit %d: %s %s", code, out, errs)
	}
	if code, out, _ := a.ask("--list", "took part?", "--queries", a.dir); code != 0 || !strings.Contains(out, "Who took part?  key!") {
		t.Errorf("exit %d: %s", code, out)
	}
}
