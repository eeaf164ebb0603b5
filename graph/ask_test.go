package graph_test

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/graphtest"
)

// asking gives what a small question may cost.
func asking(text string, params map[string]any) graph.AskParams {
	return graph.AskParams{Statement: graph.Statement{Text: text, Params: params},
		Rows: 100, Bytes: 1 << 20, Time: 10 * time.Second}
}

// Values of every kind arrive as JSON has them.
func TestAnswersAreJSON(t *testing.T) {
	t.Parallel()

	store := graphtest.Open(t)
	for expression, want := range map[string]string{
		"1":                                     `1`,
		"9007199254740991":                      `9007199254740991`,
		"9007199254740993":                      `"9007199254740993"`,
		"-9223372036854775807":                  `"-9223372036854775807"`,
		"1.5":                                   `1.5`,
		"0.0 / 0.0":                             `null`,
		"1.0 / 0.0":                             `null`,
		"null":                                  `null`,
		"'李佳琦 \\'s'":                            `"李佳琦 's"`,
		"[1, [true, 'a'], {b: 2}]":              `[1,[true,"a"],{"b":2}]`,
		"date('2026-11-11')":                    `"2026-11-11"`,
		"datetime('2026-11-11T08:00:00Z')":      `"2026-11-11T08:00:00Z"`,
		"datetime('2026-11-11T08:00:00+08:00')": `"2026-11-11T08:00:00+08:00"`,
		"localdatetime('2026-11-11T08:00:00')":  `"2026-11-11T08:00:00"`,
		"localtime('08:00')":                    `"08:00:00"`,
		"time('08:00+08:00')":                   `"08:00:00+08:00"`,
		"duration('P1Y2M3DT4H')":                `"P14M3DT14400S"`,
		"point({x: 1, y: 2})":                   `{"srid":7203,"x":1,"y":2}`,
		"point({x: 1, y: 2, z: 3})":             `{"srid":9157,"x":1,"y":2,"z":3}`,
	} {
		table, err := store.Ask(t.Context(), asking("RETURN "+expression+" AS v", nil))
		if err != nil {
			t.Errorf("%s: %v", expression, err)
			continue
		}
		got, err := json.Marshal(table.Rows[0][0])
		if err != nil || string(got) != want {
			t.Errorf("%s: got %s (%v), want %s", expression, got, err, want)
		}
	}
}

// Nodes, relationships and paths are objects whose ends fit together.
func TestAnswersHoldParts(t *testing.T) {
	t.Parallel()

	store := graphtest.Open(t)
	d := graphtest.Draw(t, store, `(acme:Brand)-[:RAN]->(spring:Campaign)`)
	table, err := store.Ask(t.Context(), asking("MATCH p = (b:Brand {key: $key})-[r:RAN]->() RETURN b, r, p",
		map[string]any{"key": d.Key("acme")}))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"b", "r", "p"}, table.Columns); diff != "" {
		t.Errorf("columns (-want +got):\n%s", diff)
	}
	row := table.Rows[0]
	node, edge, path := row[0].(map[string]any), row[1].(map[string]any), row[2].(map[string]any)
	if node["key"] != d.Key("acme") || !cmp.Equal(node["labels"], []any{"Brand"}) {
		t.Errorf("the node is %v", node)
	}
	ends := path["nodes"].([]any)
	if edge["type"] != "RAN" || edge["start"] != node["id"] || edge["end"] != ends[1].(map[string]any)["id"] {
		t.Errorf("the relationship is %v", edge)
	}
	if len(path["relationships"].([]any)) != 1 {
		t.Errorf("the path is %v", path)
	}
}

// Rows and bytes beyond the limit are cut, which is told, and cost nothing: the statement would give a
// row for ever.
func TestAnswersAreCut(t *testing.T) {
	t.Parallel()

	store := graphtest.Open(t)
	endless := "UNWIND range(1, 1000000000000) AS x RETURN x, 'twelve bytes' AS text"
	p := asking(endless, nil)
	p.Rows = 7
	table, err := store.Ask(t.Context(), p)
	if err != nil || len(table.Rows) != 7 || !table.Truncated {
		t.Errorf("7 rows: got %d, truncated %t, %v", len(table.Rows), table.Truncated, err)
	}
	p = asking(endless, nil)
	p.Bytes = 220 // 22 a row
	table, err = store.Ask(t.Context(), p)
	if err != nil || len(table.Rows) != 10 || !table.Truncated {
		t.Errorf("220 bytes: got %d rows, truncated %t, %v", len(table.Rows), table.Truncated, err)
	}
	p.Bytes = 10
	if _, err = store.Ask(t.Context(), p); graph.KindOf(err) != graph.TooLarge {
		t.Errorf("10 bytes: got %v", err)
	}
	p = asking("UNWIND range(1, 7) AS x RETURN x", nil)
	p.Rows = 7
	if table, err = store.Ask(t.Context(), p); err != nil || table.Truncated {
		t.Errorf("7 of 7 rows: truncated %t, %v", table.Truncated, err)
	}
}

// What is wrong with a statement is told with its place, in the words of Neo4j.
func TestMistakesAreTold(t *testing.T) {
	t.Parallel()

	store := graphtest.Open(t)
	for statement, want := range map[string]string{
		"RETURN x":                        "line 1, column 8: Variable `x` not defined",
		"MATCH (n)\nRETRN n":              "line 2, column 1: Invalid input 'RETRN'",
		"RETURN $missing":                 "Expected parameter(s): missing",
		"RETURN 1 / 0":                    "/ by zero",
		"RETURN 1 AS a SET a.x = 1":       "line 1, column 15: SET writes; only reading is allowed here",
		"CALL db.labels(1)":               "line 1, column 1",
		"RETURN toInteger('x', 'y')":      "toInteger",
		"UNWIND [1] AS x RETURN x + true": "",
	} {
		_, err := store.Ask(t.Context(), asking(statement, nil))
		message := ""
		if err != nil {
			message = err.(*graph.Error).Message()
		}
		if graph.KindOf(err) != graph.Invalid || !strings.Contains(message, want) || strings.Contains(message, "EXPLAIN") {
			t.Errorf("%s\ngot  %v\nwant %s", statement, err, want)
		}
	}
}

// A statement that would run forever, or gather more than there is room for, is cut; what comes next is
// answered.
func TestRunawaysAreCut(t *testing.T) {
	t.Parallel()

	store := graphtest.Open(t)
	for statement, want := range map[string]graph.Kind{
		"UNWIND range(1, 1000000000000) AS x RETURN count(x) AS n":          graph.Timeout,
		"UNWIND range(1, 1000000000000) AS x WITH collect(x) AS l RETURN 1": graph.TooLarge,
	} {
		p := asking(statement, nil)
		p.Time = time.Second
		_, err := store.Ask(t.Context(), p)
		if kind := graph.KindOf(err); kind != want && kind != graph.Timeout {
			t.Errorf("%s: got %v", statement, err)
		}
		if _, err := store.Ask(t.Context(), asking("RETURN 1", nil)); err != nil {
			t.Errorf("after %s: %v", statement, err)
		}
	}
}

// A row that takes little memory in the database and would take all of ours is cut on its way.
func TestEndlessRowsAreCut(t *testing.T) {
	t.Parallel()

	store := graphtest.Open(t)
	nested := "WITH [1, 2, 3, 4, 5, 6, 7, 8] AS a\n" + strings.Repeat("WITH [a, a, a, a, a, a, a, a] AS a\n", 9) + "RETURN a"
	p := asking(nested, nil)
	p.Time = 5 * time.Second
	if _, err := store.Ask(t.Context(), p); graph.KindOf(err) != graph.TooLarge && graph.KindOf(err) != graph.Timeout {
		t.Errorf("got %v", err)
	}
	table, err := store.Ask(t.Context(), asking("UNWIND range(1, 100000) AS x WITH x, [1, 2, 3, 4, 5, 6, 7, 8] AS a\n"+
		strings.Repeat("WITH x, [a, a, a, a] AS a\n", 5)+"RETURN x, a", nil))
	if err != nil || !table.Truncated || len(table.Rows) == 0 || len(table.Rows) >= 100 {
		t.Errorf("large rows: got %d, truncated %t, %v", len(table.Rows), table.Truncated, err)
	}
}

// A statement whose expressions take all memory there is fails by itself: the database goes on.
func TestMemoryIsGivenBack(t *testing.T) {
	store := graphtest.Own(t, false)
	doubled := "WITH reduce(s = 'sixteen letters.', i IN range(1, 40) | s + s) AS s RETURN size(s)"
	for range 2 {
		p := asking(doubled, nil)
		p.Time = 5 * time.Second
		if _, err := store.Ask(t.Context(), p); graph.KindOf(err) != graph.TooLarge && graph.KindOf(err) != graph.Timeout {
			t.Errorf("got %v", err)
		}
		if _, err := store.Ask(t.Context(), asking("RETURN 1", nil)); err != nil {
			t.Errorf("afterwards: %v", err)
		}
	}
}

// pieces are what the statements of TestWhatPassesChangesNothing are made of.
var pieces = []string{
	"MATCH (n:Brand {key: $key}) ", "CREATE (:Brand {key: $key + 'x'}) ", "SET n.name = 'changed' ", "DETACH DELETE n ",
	"REMOVE n.name ", "MERGE (m:Brand {key: $key + 'y'}) ", "RETURN n.name AS name", "RETURN 1 AS one", "WITH n ", "WITH 1 AS n ",
	"CALL { ", "CALL (n) { ", "} ", "UNWIND [1] AS x ", "FOREACH (x IN [1] | SET n.name = 'y') ", "/* ", "*/ ", "// ", "\n",
	"'", "\"", "`", "\\u0027", "\\u0053ET n.name = 'z' ", "\\", ";", "CYPHER 25 ", "EXPLAIN ", "IN TRANSACTIONS ",
	"CALL db.createLabel('Passed') ", "INSERT (:Brand {key: $key + 'z'}) ", ".", ":", "$", "{", "}",
}

// Whatever passes the inspection, be it Cypher or not, leaves the graph as it was.
func TestWhatPassesChangesNothing(t *testing.T) {
	t.Parallel()

	store := graphtest.Open(t)
	d := graphtest.Draw(t, store, `(acme:Brand)-[:RAN]->(spring:Campaign)`)
	params := map[string]any{"key": d.Key("acme")}
	state := asking("MATCH (n) WHERE n.key STARTS WITH $key OPTIONAL MATCH (n)-[r]-() "+
		"RETURN n.key, n.name, count(r) AS degree ORDER BY n.key", params)
	before, err := store.Ask(t.Context(), state)
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(rt *rapid.T) {
		some := rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 4)
		text := strings.Join(append(some.Draw(rt, "before"), rapid.SampledFrom([]string{
			"", "MATCH (n:Brand {key: $key}) WITH n ", "MATCH (n:Brand {key: $key}) CALL (n) { ",
		}).Draw(rt, "opening")), "") + strings.Join(some.Draw(rt, "within"), "") +
			rapid.SampledFrom([]string{"", "RETURN n.name AS name", "RETURN 1 AS a } RETURN n.name AS name "}).Draw(rt, "closing") +
			strings.Join(some.Draw(rt, "after"), "")
		if _, err := store.Ask(t.Context(), asking(text, params)); graph.KindOf(err) != graph.Invalid && err != nil {
			rt.Fatalf("%s\nfailed: %v", text, err)
		}
		after, err := store.Ask(t.Context(), state)
		if err != nil {
			rt.Fatal(err)
		}
		if diff := cmp.Diff(before.Rows, after.Rows); diff != "" {
			rt.Fatalf("%s\nchanged the graph (-before +after):\n%s", text, diff)
		}
	})
}
