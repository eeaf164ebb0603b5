package readonly

import (
	"errors"
	"strings"
	"testing"

	"github.com/creatorgraph/creatorgraph/graph/cypher"
)

// Questions of every form pass, whatever their names and texts remind of.
func TestReadingPasses(t *testing.T) {
	t.Parallel()

	for _, statement := range []string{
		"MATCH (c:Creator) RETURN c.name",
		"match (n) return n limit 1;",
		"CYPHER 25 MATCH (n) RETURN n",
		"cypher 5\nRETURN 1",
		"/* CREATE */ RETURN 1 // DELETE everything",
		"RETURN 'CREATE (n)' AS a, \"it's MERGE\", 'it\\'s SET'",
		"MATCH (n) WHERE n.set = 1 AND n.create > n . delete RETURN n.remove",
		"RETURN {set: 1, create: {merge: 2}} AS map",
		"MATCH (n) RETURN n {.set, .create, drop: 1}",
		"MATCH (n:Create)-[:DELETE]->(:Set) RETURN n",
		"RETURN $create, $set",
		"MATCH (`create`) RETURN `create` AS `set```",
		"MATCH (start)-->(stop) RETURN start, stop",
		"CALL db.labels()",
		"CALL db.index.fulltext.queryNodes('search', $text) YIELD node, score RETURN node.name, score",
		"MATCH (c:Creator) CALL (c) { MATCH (c)--(x) RETURN count(x) AS n } RETURN c.name, n",
		"OPTIONAL MATCH (n) RETURN COUNT { (n)--() } AS n, EXISTS { (n)-->() } AS e",
		"RETURN date.truncate('month', date('2026-01-31')) AS d, duration.inDays(date(), date()).days AS n",
		"MATCH (创作者:Creator) RETURN 创作者.name AS 名字",
		"RETURN '\\u4F60\\u597D' AS hello",
		"UNWIND [1, 2] AS x FINISH",
		"MATCH p = shortestPath((a)-[*1..3]-(b)) RETURN p",
		"RETURN 1.5e3, .5, 0xFF, [1, 2][0..1]",
		"WITH 1 AS load RETURN load",
		"UNWIND range(1, $n) AS x RETURN x",
		"MATCH (n) RETURN [i IN range(0, size(n.tags) - 1) | n.tags[i]], range(1, 12), n.range",
		"MATCH p = ()-->() RETURN range(0, length(p))",
		"MATCH (n)\r\nRETURN n",
		"RETURN point.distance(point({x: 1, y: 2}), point({x: 1, y: 2}))",
		"MATCH (c:Creator) WHERE any(tag IN c.tags WHERE tag CONTAINS 'x') RETURN c",
		"MATCH p = (a)-[*1..3]-(b) WHERE all(n IN nodes(p) WHERE any(l IN labels(n) WHERE l IN ['A', 'B'])) RETURN p",
		"WITH [1, 2] AS a, [3] AS b RETURN [x IN a WHERE (x IN b)], reduce(sum = 0, x IN a | sum + x)",
		"RETURN all(x IN range(1, 100000) WHERE x > 0), [x IN range(1, 1000) | [y IN range(1, 1000) | y]]",
		"MATCH (c:Creator) WHERE c.name =~ '(?i).*coffee.*' RETURN c",
	} {
		if err := Inspect(statement); err != nil {
			t.Errorf("%s\nrefused: %v", statement, err)
		}
	}
}

// What writes, administers, or reads elsewhere is refused however it is dressed, with its place.
func TestAllElseIsRefused(t *testing.T) {
	t.Parallel()

	for _, c := range []struct{ statement, want string }{
		{"", "there is no statement"},
		{"  // nothing\n", "there is no statement"},
		{"CREATE (n)", "line 1, column 1"},
		{"MATCH (n) SET n.x = 1", "line 1, column 11: SET writes"},
		{"MATCH (n)\n  sEt n.x = 1", "line 2, column 3: SET writes"},
		{"MATCH (n) DETACH DELETE n", "DETACH writes"},
		{"MATCH (n) NODETACH DELETE n", "NODETACH writes"},
		{"MATCH (n) INSERT (m)", "INSERT writes"},
		{"MATCH (n) REMOVE n.x", "REMOVE writes"},
		{"MATCH (n) FOREACH (x IN [1] | SET n.x = x)", "FOREACH writes"},
		{"RETURN 1 AS a MERGE (n)", "MERGE writes"},

		// hidden by comments and quotes
		{"MATCH (n) /* nothing */SET/**/n.x = 1", "SET writes"},
		{"MATCH (n) // reading\nSET n.x = 1", "SET writes"},
		{"MATCH (n) WHERE n.x = '/*' SET n.x = '*/' RETURN n", "SET writes"},
		{"RETURN '\\\\' AS a CREATE (n) //'", "CREATE writes"},
		{"RETURN \"'\" AS a CREATE (n) RETURN '\"'", "CREATE writes"},
		{"RETURN `a``b` CREATE (n)", "CREATE writes"},
		{"RETURN 1. CREATE (n)", "CREATE writes"},
		{"RETURN 1CREATE (n)", "CREATE writes"},
		{"RETURN [1][0..] CREATE (n)", "CREATE writes"},
		{"RETURN 1 // x\rCREATE (n)", "invisible character U+000D"},
		{"RETURN 1 // x\u2028CREATE (n)", "invisible character U+2028"},
		{"RETURN 1 AS a CRE\u00adATE (n)", "invisible character U+00AD"},
		{"RETURN 1 /* ", "a comment that does not end"},
		{"RETURN 'a", "a text that does not end"},
		{"RETURN `a", "a name that does not end"},

		// hidden by escapes, which Neo4j resolves before it looks for quotes
		{"MATCH (n) \\u0053ET n.x = 1", "an escape outside of texts"},
		{"RETURN 'a\\u0027 AS a CREATE (n) //'", "the escape \\u0027"},
		{"RETURN 'a\\\\\\u0027 AS a CREATE (n) //'", "the escape \\u0027"},
		{"RETURN `a\\u0060 CREATE (n) //`", "the escape \\u0060"},
		{"RETURN 1 // \\u000aCREATE (n)", "the escape \\u000a"},
		{"RETURN 1 /* \\u002a/ CREATE (n) /* */", "the escape \\u002a"},

		// subqueries
		{"CALL { CREATE (n) RETURN n } RETURN n", "CREATE writes"},
		{"MATCH (n) CALL (n) { SET n.x = 1 } RETURN n", "SET writes"},
		{"MATCH (n) CALL (n) { RETURN 1 AS a } IN TRANSACTIONS RETURN a", "IN TRANSACTIONS commits"},
		{"MATCH (n) CALL (n) { RETURN 1 AS a } IN 3 CONCURRENT TRANSACTIONS OF 10 ROWS RETURN a", "IN TRANSACTIONS"},
		{"RETURN EXISTS { CREATE (n) }", "CREATE writes"},

		// elsewhere
		{"LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line", "begins with LOAD"},
		{"WITH 1 AS a LOAD /**/ CSV FROM 'http://x' AS line RETURN line", "LOAD CSV reads files"},
		{"USING PERIODIC COMMIT LOAD CSV FROM 'x' AS l RETURN l", "begins with USING"},
		{"USE other MATCH (n) RETURN n", "begins with USE"},
		{"CALL { USE other MATCH (n) RETURN n } RETURN n", "USE chooses another graph"},
		{"RETURN file()", "the function file"},
		{"RETURN apoc.load.json('http://x')", "the function apoc.load.json"},
		{"RETURN `apoc` . `load`.json ('http://x')", "the function apoc.load.json"},
		{"RETURN genai.vector.encode('x', 'OpenAI', {})", "the function genai.vector.encode"},

		// administration
		{"SHOW USERS", "begins with SHOW"},
		{"ALTER USER neo4j SET PASSWORD 'x'", "begins with ALTER"},
		{"DROP DATABASE neo4j", "begins with DROP"},
		{"STOP DATABASE neo4j", "begins with STOP"},
		{"START DATABASE neo4j", "begins with START"},
		{"GRANT ROLE admin TO x", "begins with GRANT"},
		{"TERMINATE TRANSACTION 'x'", "begins with TERMINATE"},
		{"CREATE INDEX x FOR (n:X) ON (n.y)", "begins with CREATE"},
		{"RETURN 1 AS a SHOW TRANSACTIONS", "SHOW administers"},
		{"CALL dbms.listConfig()", "the procedure dbms.listConfig"},
		{"CALL dbms . setConfigValue('a', 'b')", "the procedure dbms.setConfigValue"},
		{"CALL /**/ `dbms`.`listConfig`", "the procedure dbms.listConfig"},
		{"CALL db.createLabel('x')", "the procedure db.createLabel"},
		{"MATCH (n) OPTIONAL CALL apoc.cypher.doIt('CREATE (n)', {}) YIELD value RETURN value", "apoc.cypher.doIt"},
		{"CALL gds.graph.drop('x')", "the procedure gds.graph.drop"},
		{"CALL db.labels() YIELD label CALL db.clearQueryCaches() RETURN 1", "db.clearQueryCaches"},

		// lists of any length
		{"RETURN size([x IN range(1, 1000000000) | x])", "range() could make a list of any length"},
		{"WITH 1000000000 AS n RETURN range(1, n)", "range() could"},
		{"RETURN range(1, 9e9)", "range() could"},
		{"RETURN range(1, 99 * 99)", "range() could"},
		{"RETURN range(1, $n)", "range() could"},
		{"UNWIND range(1, 1000000000) + [1] AS x RETURN x", "range() could"},
		{"RETURN range(1, size(range(1, 1000000000)))", "range() could"},

		// loops that go on when the statement is given up
		{"RETURN " + strings.Repeat("all(x IN range(1, 100000) WHERE x > 0) AND ", 160) + "true", "loops within expressions"},
		{"RETURN [x IN range(1, 100000) | [y IN range(1, 100000) | y]]", "loops within expressions"},
		{"MATCH (c) WITH collect(c) AS all RETURN size([x IN all WHERE any(y IN all WHERE y.key > x.key)])", "loops within expressions"},
		{"WITH $list AS l RETURN reduce(n = 0, x IN l | reduce(m = n, y IN l | m + y))", "loops within expressions"},
		{"RETURN none(x IN [y IN range(1, 90000) | y] WHERE single(z IN range(1, 90000) WHERE z = x))", "loops within expressions"},
		{"RETURN 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!' =~ '(a+)+'", "a regular expression that could take for ever"},
		{"RETURN 'a' =~ 'a*a*a*a*b'", "a regular expression that could take for ever"},
		{"RETURN 'a' =~ $pattern", "a regular expression that is not written out"},
		{"RETURN 'a' =~ '(a' + '+)+'", "a regular expression that is not written out"},

		// one statement, as it is
		{"RETURN 1; CREATE (n)", "more than one statement"},
		{"EXPLAIN MATCH (n) RETURN n", "EXPLAIN is not for the statement"},
		{"PROFILE MATCH (n) DELETE n", "PROFILE is not for the statement"},
		{"CYPHER 25 EXPLAIN CREATE (n)", "EXPLAIN is not for the statement"},
		{"CYPHER runtime=parallel RETURN 1", "options of the planner"},
		{"CYPHER 5", "there is no statement"},
		{"RETURN " + strings.Repeat("(", 200) + "1", "brackets more than 100 deep"},
		{"RETURN '" + strings.Repeat("x", MaxBytes) + "'", "a statement of"},
	} {
		err := Inspect(c.statement)
		var refused *cypher.Error
		if !errors.As(err, &refused) {
			t.Errorf("%.200s\npassed; want %s", c.statement, c.want)
			continue
		}
		if !strings.Contains(err.Error(), c.want) {
			t.Errorf("%.200s\ngot  %v\nwant %s", c.statement, err, c.want)
		}
	}
}

// An inspection looks at tokens in proportion to their number, whatever they are: chains of names, brackets within
// brackets, patterns of many nodes.
func TestInspectionIsLinear(t *testing.T) {
	t.Parallel()

	for name, form := range map[string]func(n int) string{
		"a pattern": func(n int) string { return "MATCH (a)" + strings.Repeat("-[:R]->(a:B {c: 1})", n) + " RETURN a" },
		"apart":     func(n int) string { return "MATCH (a)" + strings.Repeat(", (b:B)", n) + " RETURN a" },
		"names":     func(n int) string { return "RETURN a" + strings.Repeat(".b", n) },
		"calls":     func(n int) string { return "RETURN 1" + strings.Repeat(" + size(size(size(b.c)))", n) },
		"lists":     func(n int) string { return "RETURN 1" + strings.Repeat(" IN [x IN [1, 2, 3] | x]", n) },
		"ranges":    func(n int) string { return "RETURN 1" + strings.Repeat(" + range(1, size(range(1, 2)))[0]", n) },
		"one list":  func(n int) string { return "RETURN [x IN [1" + strings.Repeat(", 1", n) + "] | x]" },
		"in brackets": func(n int) string {
			return strings.Repeat("RETURN "+strings.Repeat("(", 90)+"1"+strings.Repeat(")", 90)+" ", n/90)
		},
	} {
		var looks []int
		for _, n := range []int{1000, 2000} {
			tokens, err := cypher.Tokens(form(n))
			if err != nil {
				t.Fatal(err)
			}
			in := &inspection{tokens: tokens}
			if err := in.run(); err != nil {
				t.Errorf("%s: %v", name, err)
			}
			looks = append(looks, in.looks)
		}
		if looks[1] > 21*looks[0]/10 || looks[0] > 200_000 {
			t.Errorf("%s: %v looks at twice as many tokens", name, looks)
		}
	}
}

// Whatever it is given, the tokenizer ends, keeps the order of what stands there and loses nothing but
// spaces and comments.
func FuzzInspect(f *testing.F) {
	for _, seed := range []string{"MATCH (n) RETURN n.`a``b`, 'x\\'y', $p // c", "/* a */ \"\\u4f60\" 1.5e3", "'\\", "`", "/*", "\\u0041", "1..2", "[x IN [y IN range(1, 2) | y] | x] =~ 'a+'"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		tokens, err := cypher.Tokens(text)
		if err != nil {
			return
		}
		rest := text
		for _, token := range tokens {
			piece := token.Text
			if token.Kind == cypher.Quoted {
				piece = "`" + strings.ReplaceAll(piece, "`", "``") + "`"
			}
			i := strings.Index(rest, piece)
			if i < 0 {
				t.Fatalf("%q is not in what is left of %q", piece, text)
			}
			rest = rest[i+len(piece):]
		}
		in := &inspection{tokens: tokens}
		_ = in.run() // what matters is that it ends soon
		if in.looks > 3*maxNesting*(len(tokens)+10) {
			t.Fatalf("%d looks at %d tokens of %q", in.looks, len(tokens), text)
		}
		if Inspect(text) == nil && len(tokens) == 0 {
			t.Fatalf("%q passed and holds nothing", text)
		}
	})
}
