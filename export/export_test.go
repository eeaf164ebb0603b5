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

	"github.com/creatorgraph/creatorgraph/export"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// answer has what names hold: Chinese, emoji, quotes, tags, and a character that XML has no place for; an edge beside
// another of the same ends; attributes that some have and some not, and of which one is whole for one edge only.
const answer = `{"neighborhood": {
  "nodes": [
    {"id": "Q3I6MQ", "key": "cr-1", "name": "小李 🍜 \"<b>&\u0000\u000b", "kind": "CREATOR", "followers": 12000, "verified": true},
    {"id": "QWc6MQ", "key": "ag-1", "name": "青禾传媒", "kind": "AGENCY", "__typename": "Agency"},
    {"id": "Q2E6MQ", "key": "cp-1", "name": "双11大促", "kind": "CAMPAIGN", "formats": ["LIVE", "SHORT_VIDEO"], "followers": null}
  ],
  "edges": [
    {"id": "e1", "kind": "SIGNED_WITH", "from": "Q3I6MQ", "to": "QWc6MQ", "weight": null, "properties": {"since": "2025-01-01", "exclusive": true}},
    {"id": "e2", "kind": "SIGNED_WITH", "from": "Q3I6MQ", "to": "QWc6MQ", "weight": null, "properties": {"since": "2026-01-01"}},
    {"id": "e3", "kind": "PARTICIPATED_IN", "from": "Q3I6MQ", "to": "Q2E6MQ", "weight": 700000, "properties": {"fee": 700000, "cpm": 12}},
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
		if err := write(&got, read(t, answer)); err != nil {
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

func read(t testing.TB, data string) export.Graph {
	t.Helper()

	g, err := export.Read([]byte(data))
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// Paths that share nodes and edges make one graph, however deep in the answer they stand.
func TestPathsMakeOneGraph(t *testing.T) {
	t.Parallel()

	g := read(t, `{"first": [{"nodes": [{"id": "a"}, {"id": "b"}], "edges": [{"kind": "RAN", "from": "a", "to": "b"}]}],
		"more": {"paths": [{"nodes": [{"id": "c"}, {"id": "b"}, {"id": "a"}],
			"edges": [{"kind": "RAN", "from": "a", "to": "b"}, {"kind": "POSTED", "from": "b", "to": "c"}]}]}}`)
	if len(g.Nodes) != 3 || len(g.Edges) != 2 {
		t.Errorf("%d nodes and %d edges, want 3 and 2", len(g.Nodes), len(g.Edges))
	}
}

// An answer that is no graph is told what to ask for.
func TestAnswersThatAreNoGraphs(t *testing.T) {
	t.Parallel()

	for _, data := range []string{
		`{"creators": {"nodes": [{"id": "a"}]}}`,
		`{"neighborhood": {"nodes": [{"name": "a"}], "edges": []}}`,
		`{"neighborhood": {"nodes": [{"id": "a"}], "edges": [{"kind": "RAN"}]}}`,
	} {
		var wrong *export.Error
		if _, err := export.Read([]byte(data)); !errors.As(err, &wrong) || !strings.Contains(err.Error(), "from to") {
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
	g := read(t, answer)
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
	each := map[string]any{"nodes": []any{"双11大促", "小李 🍜 \"<b>&��", "青禾传媒"},
		"followers": 12000.0, "verified": true, "edges": 3.0, "fee": 700000.0, "cpm": 12.0, "weight": 700000.0,
		"since": []any{"2025-01-01", "2026-01-01"}, "formats": `["LIVE","SHORT_VIDEO"]`}
	if diff := cmp.Diff(map[string]any{"graph.graphml": each, "graph.gexf": each}, got); diff != "" {
		t.Errorf("read by networkx (-want +got):\n%s", diff)
	}
}
