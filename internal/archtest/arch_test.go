// Package archtest holds the project's rules as tests: which package may import which, what the schema
// promises, that the SDL is described, where Cypher may be.
package archtest

import (
	"bytes"
	"encoding/json"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/creatorgraph/creatorgraph/"

// arrows says which of our packages each package may import; what is not named may import none.
// "*" is everything. docs/decisions/0002-arrows.md says why.
var arrows = map[string][]string{
	"cmd/creatorgraph": {"*"},
	"internal/testdb":  {"neo4jd"},
	"server":           {"resolvers", "resolvers/generated", "loaders", "graph", "export", "table", "web"},
	"resolvers": {"resolvers/generated", "loaders", "graph", "graph/compile", "graph/answer",
		"graph/facts", "graph/mapping", "graph/statements", "graph/subgraph", "insight", "insight/*", "queries", "table", "dataset/limit"},
	"resolvers/generated": {"graph/answer"},
	"loaders":             {"graph", "graph/statements"},
	"graph":               {"graph/compile", "graph/cypher", "graph/readonly", "graph/spelling", "graph/statements", "graph/migrations"},
	"graph/compile":       {"graph/cypher", "graph/mapping", "graph/spelling"},
	"graph/readonly":      {"graph/cypher"},
	"graph/spelling":      {},
	"graph/answer":        {"graph/compile"},
	"graph/load":          {"graph", "graph/statements", "dataset", "dataset/limit"},
	"graph/analyze":       {"graph", "graph/statements", "graph/facts", "insight/*"},
	"graph/facts":         {"graph", "graph/statements", "insight"},
	"graph/graphtest":     {"neo4jd", "graph", "graph/statements"},
	"dataset/market":      {"dataset"},
	"dataset/columns":     {"dataset", "dataset/convert", "dataset/sheet"}, "dataset/convert": {}, "dataset/sheet": {},
	"bench": {"graph/compile", "graph", "graph/facts", "insight/lookalike"}, "bench/peers/handwritten": {},
	"queries":      {"graph/cypher", "graph/readonly"},
	"graph/cypher": {}, "table": {}, "graph/subgraph": {}, "graph/mapping": {}, "graph/statements": {}, "graph/migrations": {}, "schema": {},
	"dataset": {"dataset/limit"}, "dataset/limit": {}, "neo4jd": {}, "web": {}, "export": {"table"}, "internal/generate": {}, "docs/examples": {}, "docs/clients": {},
	"dataset/check":      {"dataset", "dataset/limit"},
	"internal/abuse":     {},          // its tests ask the whole program
	"internal/reference": {"dataset"}, // it must share nothing else with what it is compared to
	"internal/oracle":    {"graph"},   // sort keys alone: it must share nothing with the compiler
}

// only says which packages may name a third party's.
var only = map[string][]string{
	"github.com/neo4j/neo4j-go-driver": {"graph", "graph/facts", "neo4jd", "bench/peers/handwritten"},
	"github.com/99designs/gqlgen": {"resolvers", "resolvers/generated", "server", "graph/answer",
		"internal/generate"},
}

type goPackage struct {
	ImportPath string
	Imports    []string
}

func packages(t *testing.T) []goPackage {
	t.Helper()

	out, err := exec.Command("go", "list", "-json=ImportPath,Imports", module+"...").Output()
	if err != nil {
		t.Fatal(err)
	}
	var all []goPackage
	decoder := json.NewDecoder(bytes.NewReader(out))
	for {
		var p goPackage
		if err := decoder.Decode(&p); err == io.EOF {
			return all
		} else if err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
}

// Each package imports only what its arrows allow, and is known to the table.
func TestArrows(t *testing.T) {
	t.Parallel()

	for _, p := range packages(t) {
		name := strings.TrimPrefix(p.ImportPath, module)
		allowed, known := arrows[name]
		if strings.HasPrefix(name, "insight") {
			allowed, known = []string{"insight", "insight/say", "insight/thin"}, true
		}
		if !known && name != "internal/archtest" {
			t.Errorf("%s is not in the table of arrows", name)
			continue
		}
		for _, path := range p.Imports {
			ours, isOurs := strings.CutPrefix(path, module)
			if isOurs && !matches(allowed, ours) {
				t.Errorf("%s must not import %s", name, ours)
			}
			for party, who := range only {
				if strings.HasPrefix(path, party) && !slices.Contains(who, name) {
					t.Errorf("%s must not name %s", name, party)
				}
			}
		}
	}
}

func matches(allowed []string, name string) bool {
	return slices.ContainsFunc(allowed, func(a string) bool {
		prefix, isPrefix := strings.CutSuffix(a, "*")
		return a == name || isPrefix && strings.HasPrefix(name, prefix)
	})
}
