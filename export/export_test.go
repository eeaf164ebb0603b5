package export_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"flag"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/creatorgraph/creatorgraph/export"
	"github.com/creatorgraph/creatorgraph/export/table"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// schema is as much of the API's as graphs are asked with.
var schema = gqlparser.MustLoadSchema(&ast.Source{Input: `
	scalar Long scalar JSON scalar Date
	enum Kind { CREATOR AGENCY CAMPAIGN BRAND SIGNED_WITH PARTICIPATED_IN FOR_CAMPAIGN RAN POSTED }
	interface Entity { id: ID! key: String! name: String! kind: Kind! }
	type Agency implements Entity { id: ID! key: String! name: String! kind: Kind! founded: Date }
	type Centrality { pageRank: Float! degree: Float }
	type Creator implements Entity { id: ID! key: String! name: String! kind: Kind! followers: Long verified: Boolean
		agency: Agency centrality: Centrality agencies: [Agency!]! }
	type Campaign implements Entity { id: ID! key: String! name: String! kind: Kind! formats: [String!] }
	type Edge { id: ID! kind: Kind! from: ID! to: ID! weight: Float properties: JSON }
	type Subgraph { nodes: [Entity!]! edges: [Edge!]! }
	type Brand { paths: [Subgraph!]! }
	type Query { neighborhood: Subgraph! first: [Subgraph!]! more: Brand creators: [Creator] }`})

const question = `{ neighborhood {
	nodes { id key name kind __typename
		... on Creator { followers verified centrality { pageRank degree } agency { name founded } agencies { name } }
		... on Campaign { formats } }
	edges { id kind from to weight properties } } }`

// answer has what names hold: Chinese, emoji, quotes, tags, and a character that XML has no place for; an edge beside
// another of the same ends; attributes that some have and some not, objects within objects, and a fee of nothing.
const answer = `{"neighborhood": {
  "nodes": [
    {"id": "Q3I6MQ", "key": "cr-1", "name": "小李 🍜 \"<b>&\u0000\u000b", "kind": "CREATOR", "__typename": "Creator", "followers": 12000, "verified": true,
     "centrality": {"pageRank": 2, "degree": null}, "agency": {"name": "青禾传媒", "founded": "2020-01-01"}, "agencies": [{"name": "青禾传媒"}, {"name": "b"}]},
    {"id": "Q3I6Mg", "key": "cr-2", "name": "小王", "kind": "CREATOR", "__typename": "Creator", "followers": null, "verified": null,
     "centrality": null, "agency": null, "agencies": []},
    {"id": "QWc6MQ", "key": "ag-1", "name": "青禾传媒", "kind": "AGENCY", "__typename": "Agency"},
    {"id": "Q2E6MQ", "key": "cp-1", "name": "双11大促", "kind": "CAMPAIGN", "__typename": "Campaign", "formats": ["LIVE", "SHORT_VIDEO"]}
  ],
  "edges": [
    {"id": "e1", "kind": "SIGNED_WITH", "from": "Q3I6MQ", "to": "QWc6MQ", "weight": null, "properties": {"since": "2025-01-01", "exclusive": true}},
    {"id": "e2", "kind": "SIGNED_WITH", "from": "Q3I6MQ", "to": "QWc6MQ", "weight": null, "properties": {"since": "2026-01-01"}},
    {"id": "e3", "kind": "PARTICIPATED_IN", "from": "Q3I6MQ", "to": "Q2E6MQ", "weight": 700000, "properties": {"fee": 700000, "cpm": 12}},
    {"id": "e5", "kind": "PARTICIPATED_IN", "from": "Q3I6Mg", "to": "Q2E6MQ", "weight": 0, "properties": {"fee": 0}},
    {"id": "e4", "kind": "FOR_CAMPAIGN", "from": "bm93aGVyZQ", "to": "Q2E6MQ", "weight": 0.5, "properties": {"cpm": 1.5}}
  ]
}}`

var formats = map[string]func(io.Writer, export.Graph) error{
	"graph.graphml": export.GraphML, "graph.gexf": export.GEXF, "nodes.csv": export.NodesCSV, "edges.csv": export.EdgesCSV,
}

// Each format writes the answer as its file in testdata. `go test ./export -update` rewrites them.
func TestGoldens(t *testing.T) {
	t.Parallel()

	for name, write := range formats {
		file := filepath.Join("testdata", name)
		var got bytes.Buffer
		if err := write(&got, read(t, question, answer)); err != nil {
			t.Fatal(err)
		}
		if *update {
			if err := os.WriteFile(file, got.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), got.String()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", file, diff)
		}
	}
}

func asked(t testing.TB, document string) table.Question {
	t.Helper()

	doc, errs := gqlparser.LoadQueryWithRules(schema, document, nil)
	if errs != nil {
		t.Fatal(errs)
	}
	return table.Question{Operation: doc.Operations[0]}
}

func read(t testing.TB, document, data string) export.Graph {
	t.Helper()

	g, err := export.Read([]byte(data), asked(t, document))
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// Paths that share nodes and edges make one graph, however deep in the answer they stand.
func TestPathsMakeOneGraph(t *testing.T) {
	t.Parallel()

	g := read(t, `{ first { nodes { id } edges { kind from to } } more { paths { nodes { id key } edges { kind from to } } } }`,
		`{"first": [{"nodes": [{"id": "a"}, {"id": "b"}], "edges": [{"kind": "RAN", "from": "a", "to": "b"}]}],
		"more": {"paths": [{"nodes": [{"id": "c"}, {"id": "b"}, {"id": "a"}],
			"edges": [{"kind": "RAN", "from": "a", "to": "b"}, {"kind": "POSTED", "from": "b", "to": "c"}]}]}}`)
	if len(g.Nodes) != 3 || len(g.Edges) != 2 {
		t.Errorf("%d nodes and %d edges, want 3 and 2", len(g.Nodes), len(g.Edges))
	}
}

// Gephi drops an edge of weight 0, as a participation for a free sample had: what is not above zero is left out, in
// every format, under whatever kind, and told where an edge's properties tell it.
func TestNoWeightIsZero(t *testing.T) {
	t.Parallel()

	for _, weight := range []string{"0", "0.0", "-0.0", "-3", "null", "1e-300", "1e-9", "7"} {
		data := `{"neighborhood": {"nodes": [{"id": "a"}, {"id": "b"}], "edges": [{"id": "e", "kind": "REACHES", "from": "a", "to": "b",
			"weight": ` + weight + `, "properties": {"share": ` + weight + `}}]}}`
		g := read(t, `{ neighborhood { nodes { id } edges { id kind from to weight properties } } }`, data)
		_, weighs := g.Edges[0].Attributes["weight"]
		if want := weight == "7" || weight == "1e-9"; weighs != want {
			t.Errorf("weight %s: written %t, want %t", weight, weighs, want)
		}
		var file bytes.Buffer
		if err := export.GEXF(&file, g); err != nil || strings.Contains(file.String(), `weight="`) != weighs {
			t.Errorf("weight %s (%v): %s", weight, err, file.String())
		}
	}
}

// All files of a question have the same attributes of the same types in its order, whatever was found: tools that join
// them would otherwise lose what was null in the first.
func TestAttributesAreTheQuestions(t *testing.T) {
	t.Parallel()

	asks := `{ neighborhood { nodes { kind id ... on Creator { centrality { pageRank } agency { founded name } followers } } edges { from to weight kind } } }`
	want := []table.Column{{Name: "kind", Type: "String"}, {Name: "centrality.pageRank", Type: "Float"},
		{Name: "agency.founded", Type: "Date"}, {Name: "agency.name", Type: "String"}, {Name: "followers", Type: "Int"}}
	for _, data := range []string{`{"neighborhood": {"nodes": [], "edges": []}}`,
		`{"neighborhood": {"nodes": [{"kind": "CREATOR", "id": "a", "centrality": null, "agency": {"founded": null, "name": "x"}, "followers": 3}], "edges": []}}`} {
		g := read(t, asks, data)
		if diff := cmp.Diff(want, g.NodeColumns); diff != "" {
			t.Errorf("%s (-want +got):\n%s", data, diff)
		}
	}
}

// An answer that is no graph is told what to ask for.
func TestAnswersThatAreNoGraphs(t *testing.T) {
	t.Parallel()

	for document, data := range map[string]string{
		`{ creators { id } }`: `{"creators": [{"id": "a"}]}`,
		`{ neighborhood { nodes { name } edges { from to } } }`: `{"neighborhood": {"nodes": [{"name": "a"}], "edges": []}}`,
		`{ neighborhood { nodes { id } edges { kind } } }`:      `{"neighborhood": {"nodes": [{"id": "a"}], "edges": [{"kind": "RAN"}]}}`,
	} {
		var wrong *export.Error
		_, err := export.Read([]byte(data), asked(t, document))
		if !errors.As(err, &wrong) || !strings.Contains(err.Error(), "from to") {
			t.Errorf("%s: %v", data, err)
		}
	}
	if _, err := export.FormatNamed("dot"); err == nil || !strings.Contains(err.Error(), "csv, gexf, graphml") {
		t.Errorf("format dot: %v", err)
	}
}

// Whatever a name holds, XML parses again and gives the name back where XML has a place for it; CSV gives all of it.
func FuzzNames(f *testing.F) {
	for _, seed := range []string{"小李", "a\x00b", "]]>", "\xff\xfe", "𝒳\uFFFE", "a\r\nb", `","`, "'=1+1"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, name string) {
		g := export.Graph{Nodes: []export.Node{{ID: "n", Label: name, Attributes: map[string]any{"name": name}}},
			NodeColumns: []table.Column{{Name: "name"}}, EdgeColumns: []table.Column{{Name: "kind"}, {Name: "weight", Type: table.Float}},
			Edges: []export.Edge{{ID: name, From: "n", To: "n", Attributes: map[string]any{"kind": name, "weight": 1.5}}}}
		for file, write := range formats {
			var out bytes.Buffer
			if err := write(&out, g); err != nil {
				t.Fatalf("%s of %q: %v", file, name, err)
			}
			if strings.HasSuffix(file, ".csv") {
				if rows, err := csv.NewReader(&out).ReadAll(); err != nil || len(rows) != 2 {
					t.Errorf("%s of %q: %d rows, %v", file, name, len(rows), err)
				}
				continue
			}
			decoder := xml.NewDecoder(&out)
			for {
				if _, err := decoder.Token(); err == io.EOF {
					break
				} else if err != nil {
					t.Fatalf("%s of %q: %v", file, name, err)
				}
			}
		}
	})
}

// networkx, which is not ours, reads of GraphML and GEXF the nodes, edges and attributes that were written.
func TestNetworkxReadsWhatIsWritten(t *testing.T) {
	t.Parallel()

	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("there is no python3 to run networkx with")
	}
	if out, err := exec.Command(python, "-c", "import networkx").CombinedOutput(); err != nil {
		t.Skipf("python3 has no networkx; pip install networkx: %s", out)
	}
	folder := t.TempDir()
	g := read(t, question, answer)
	for _, name := range []string{"graph.graphml", "graph.gexf"} {
		var file bytes.Buffer
		if err := formats[name](&file, g); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(folder, name), file.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	read := exec.Command(python, "testdata/read.py", folder)
	read.Stderr = os.Stderr
	out, err := read.Output()
	if err != nil {
		t.Fatal(err)
	}
	var got any
	if err := json.Unmarshal(out, &got); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	each := map[string]any{"nodes": []any{"双11大促", "小李 🍜 \"<b>&��", "小王", "青禾传媒"},
		"followers": 12000.0, "verified": true, "pageRank": 2.0, "agency": "青禾传媒", "agencies": `["青禾传媒","b"]`, "edges": 4.0,
		"free": nil, "fee": 700000.0, "cpm": 12.0, "weight": 700000.0,
		"since": []any{"2025-01-01", "2026-01-01"}, "formats": `["LIVE","SHORT_VIDEO"]`}
	if diff := cmp.Diff(map[string]any{"graph.graphml": each, "graph.gexf": each}, got); diff != "" {
		t.Errorf("read by networkx (-want +got):\n%s", diff)
	}
}
