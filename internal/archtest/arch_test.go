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
	"internal/testdb":  {"neo4jd", "graph/graphtest"},
	"server":           {"resolvers", "resolvers/generated", "loaders", "graph", "export", "export/table", "web", "dataset/limit"},
	"resolvers": {"resolvers/generated", "loaders", "graph", "graph/compile", "graph/answer",
		"graph/column", "graph/computed", "graph/explore", "graph/facts", "graph/mapping", "graph/resolve", "graph/statements",
		"graph/vectorsearch", "recommend", "recommend/*", "insight", "insight/*", "queries", "export/table", "dataset/limit"},
	"paste":               {"graph/spelling"},
	"resolvers/generated": {"graph/answer"},
	"loaders":             {"graph", "graph/statements"},
	"graph":               {"graph/compile", "graph/cypher", "graph/readonly", "graph/spelling", "graph/statements", "graph/migrations"},
	"graph/compile":       {"graph/cypher", "graph/mapping", "graph/spelling"},
	"graph/column":        {},
	"graph/computed":      {"graph", "graph/compile"},
	"graph/explore":       {"graph", "graph/column", "graph/compile", "graph/computed", "graph/statements"},
	"graph/resolve":       {"graph", "graph/column", "graph/computed", "graph/statements", "paste"},
	"graph/vectorsearch":  {"graph", "graph/column", "graph/compile", "graph/facts"},
	"recommend":           {"graph/compile", "graph/computed", "insight"},
	"graph/readonly":      {"graph/cypher"},
	"graph/spelling":      {},
	"graph/answer":        {"graph/compile"},
	"graph/load":          {"graph", "graph/statements", "dataset", "dataset/limit"},
	"graph/analyze":       {"graph", "graph/statements", "graph/facts", "insight/*"},
	"graph/facts":         {"graph", "graph/column", "graph/statements", "insight", "insight/*"},
	"graph/graphtest":     {"neo4jd", "graph", "graph/statements"},
	"dataset/market":      {"dataset"},
	"dataset/columns":     {"dataset", "dataset/convert", "dataset/sheet"}, "dataset/convert": {}, "dataset/sheet": {},
	"bench": {"graph/compile", "graph", "graph/facts", "insight/lookalike"}, "bench/peers/handwritten": {},
	"queries":      {"graph/cypher", "graph/readonly"},
	"graph/cypher": {}, "export/table": {}, "graph/mapping": {}, "graph/statements": {}, "graph/migrations": {}, "schema": {},
	"dataset": {"dataset/limit"}, "dataset/limit": {}, "neo4jd": {}, "web": {}, "export": {"export/table"}, "internal/generate": {}, "docs/examples": {}, "docs/clients": {}, "web/e2e": {},
	"dataset/check": {"dataset", "dataset/limit"},
	"internal/harness": {"dataset", "dataset/market", "graph", "graph/load", "graph/compile", "graph/mapping", "graph/statements", "queries",
		"resolvers", "schema"},
	"live":               {},
	"insight/accepting":  {"insight", "insight/acceptance", "insight/match"}, // what the one says of the other's creators
	"evaluation":         {"dataset", "insight", "insight/*"},
	"internal/abuse":     {},          // its tests ask the whole program
	"internal/reference": {"dataset"}, // it must share nothing else with what it is compared to
	"internal/oracle":    {"graph"},   // sort keys alone: it must share nothing with the compiler
}

// recommenders is what the packages that answer recommendations may import: none another.
var recommenders = []string{"recommend", "recommend/mirror", "recommend/learned", "graph", "graph/column", "graph/compile", "graph/computed",
	"graph/facts", "graph/vectorsearch", "insight", "insight/*"}

// only says which packages may name a third party's.
var only = map[string][]string{
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype": {"graph", "graph/facts", "graph/compile", "bench/peers/handwritten"},
	"github.com/neo4j/neo4j-go-driver":                 {"graph", "graph/facts", "neo4jd", "bench/peers/handwritten"},
	"github.com/99designs/gqlgen": {"resolvers", "resolvers/generated", "server", "graph/answer",
		"internal/generate", "internal/harness"},
	"github.com/nats-io": {"live"},
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
		if strings.HasPrefix(name, "insight") && !known {
			allowed, known = []string{"insight", "insight/boost", "insight/drift", "insight/measure", "insight/format", "insight/dense", "insight/conformal", "insight/heap", "insight/quickselect"}, true
		}
		if strings.HasPrefix(name, "recommend/") {
			allowed, known = recommenders, true
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
			if party := partyOf(path); party != "" && !slices.Contains(only[party], name) {
				t.Errorf("%s must not name %s", name, party)
			}
		}
	}
}

// partyOf is the longest entry of only that a path begins with.
func partyOf(path string) (party string) {
	for p := range only {
		if strings.HasPrefix(path, p) && len(p) > len(party) {
			party = p
		}
	}
	return party
}

// supports are the packages that tests alone use.
var supports = []string{"graph/graphtest", "internal/testdb", "internal/harness", "internal/oracle", "internal/reference", "internal/abuse"}

// What supports tests is in no binary but theirs.
func TestProductImportsNoTestSupport(t *testing.T) {
	t.Parallel()

	for _, p := range packages(t) {
		name := strings.TrimPrefix(p.ImportPath, module)
		for _, path := range p.Imports {
			ours := strings.TrimPrefix(path, module)
			if slices.Contains(supports, ours) && !slices.Contains(supports, name) {
				t.Errorf("%s imports %s, which is for tests", name, ours)
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
