package main

import (
	"encoding/json"
	"flag"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/creatorgraph/creatorgraph/graph/compile"
)

var update = flag.Bool("update", false, "rewrite baseline.json and docs/explain")

const (
	// guarded is the size of the market that the guard's figures are of, and fewer is that of another, in
	// which a page must cost no less.
	guarded, fewer = 4000, 1000
	// pageGuarded stands for page 500, which a small market does not have.
	pageGuarded = 25
	// setsGuarded is how many sets of values a case is asked with; its hits are those of all.
	setsGuarded = 5
	// twinShare is how many hits a case may need for each of the hand-written twin's.
	twinShare = 1.2
	// worse is the share of the baseline from which on a figure counts as worse: plans do not waver, but a
	// change of the market's last digits may move a page by a row.
	worse = 1.05
)

// besides is what a question reads for what its twin leaves out, however large the market: a search reads of
// each of the best hits the kind, twice, and of each hit of the page three texts for the highlights.
func besides(name string) float64 {
	if name == "10_search" {
		return 100*2 + 11*3
	}
	return 0
}

// shares are how many hits a case may need for each of its twin's, where that is more than twinShare.
var shares = map[string]float64{
	// Ours reads one more on each page, to know whether another follows: 21 times 21 beside 20 times 20.
	"02_nested": 1.3,
	// Of a whole label the count and each facet are passes of their own, whose answers are kept
	// (docs/decisions/0007); the twin filters once for all three.
	"17_facets": 2.1,
}

func share(name string) float64 { return max(shares[name], twinShare) }

// more is how much more a page may need among guarded creators than among fewer.
const more = 1.05

// What an operation reads of the database is bounded from both sides: by what a statement written by hand
// for the same question reads, and by what it has read before. Cases are compared with their twins, the
// compiler's golden operations with the baseline alone. All are asked of our server as clients ask, so
// that every statement counts: those that go on after a cut, and those of a mutation's transaction. And a
// page costs what it costs however many creators there are, the first as well as a later one; for markets
// of any size `go run ./bench -flat` shows the same.
// The pages of docs/explain show the cases' statements. `go test ./bench -run Guard -update` writes the baseline and
// the pages anew.
//
// It needs its database for itself, so it runs alone.
func TestGuard(t *testing.T) {
	few := pageHits(t, newStand(t, fewer))
	s := newStand(t, guarded)
	for name, many := range pageHits(t, s) {
		if float64(many) > more*float64(few[name]) {
			t.Errorf("%s: %d hits among %d creators, %d among %d", name, few[name], fewer, many, guarded)
		}
	}
	before, hits, known := baseline(t), map[string]int64{}, map[string]bool{}
	keys := busiest(t, s.client)
	for _, golden := range goldens(t) {
		known[golden.name] = true
		t.Run(golden.name, func(t *testing.T) {
			got := s.ask(t, golden.body(t, keys))
			hits[golden.name] = got.hits()
			keeps(t, before, golden.name, got)
		})
	}
	all, err := questions(regexp.MustCompile(everyCase))
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range all { // the mutation last, as they are numbered
		if q.Twin == nil || strings.HasPrefix(q.Pool, "likes") {
			continue // they need an analysis, which the stand has not had: its ties would change the others' hits
		}
		known[q.Name] = true
		t.Run(q.Name, func(t *testing.T) {
			var got, twin profiles
			sets, err := firstSets(s.client, q, setsGuarded, pageGuarded)
			if err != nil {
				t.Fatal(err)
			}
			for i, set := range sets {
				body, err := q.body(ours, set)
				if err != nil {
					t.Fatal(err)
				}
				asked := s.ask(t, body)
				if i == 0 {
					keepsPage(t, q, set, asked)
				}
				got = append(got, asked...)
				twin = append(twin, s.twin(t, q, set)...)
			}
			hits[q.Name] = got.hits()
			if float64(got.hits()) > share(q.Name)*float64(twin.hits())+besides(q.Name)*float64(len(sets)) {
				t.Errorf("%d hits are %.2f times the twin's %d, must be at most %.1f\nours:\n%s\nthe twin's:\n%s", got.hits(),
					float64(got.hits())/float64(twin.hits()), twin.hits(), share(q.Name), got[:len(got)/setsGuarded], twin[:1])
			}
			t.Logf("%d hits, the twin %d: %.2f", got.hits(), twin.hits(), float64(got.hits())/float64(twin.hits()))
			keeps(t, before, q.Name, got)
		})
	}
	for _, name := range slices.Sorted(maps.Keys(before)) {
		switch {
		case *update && !known[name]:
			delete(before, name)
		case !known[name]:
			t.Errorf("%s is in baseline.json and no longer asked; run with -update", name)
		}
	}
	if *update { // with -run, only what was asked
		maps.Copy(before, hits)
		write(t, before)
	}
}

// pageHits asks for the first page of all creators and for the eleventh.
func pageHits(t *testing.T, s *stand) map[string]int64 {
	t.Helper()

	set, err := walkAll(s.client, 10)
	if err != nil {
		t.Fatal(err)
	}
	hits := map[string]int64{}
	for name, after := range map[string]any{"page 1": nil, "page 11": set["after"]} {
		body, err := request(allCreators, values{"after": after}, nil)
		if err != nil {
			t.Fatal(err)
		}
		hits[name] = s.ask(t, body).hits()
	}
	return hits
}

// keeps fails where an operation's hits are more than before.
func keeps(t *testing.T, before map[string]int64, name string, got profiles) {
	t.Helper()

	if *update {
		return
	}
	was, known := before[name]
	if !known {
		t.Errorf("%d hits, and none in baseline.json; run with -update", got.hits())
	} else if float64(got.hits()) > worse*float64(was) {
		t.Errorf("%d hits where baseline.json has %d:\n%s", got.hits(), was, got)
	}
}

const baselineFile = "baseline.json"

func baseline(t *testing.T) map[string]int64 {
	t.Helper()

	hits := map[string]int64{}
	raw, err := os.ReadFile(baselineFile)
	if err == nil {
		err = json.Unmarshal(raw, &hits)
	}
	if err != nil && !*update {
		t.Fatal(err)
	}
	return hits
}

func write(t *testing.T, hits map[string]int64) {
	t.Helper()

	raw, err := json.MarshalIndent(hits, "", "  ")
	if err == nil {
		err = os.WriteFile(baselineFile, append(raw, '\n'), 0o644)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// golden is an operation of the compiler's golden files.
type golden struct {
	name, document string
	variables      values
}

func goldens(t *testing.T) []golden {
	t.Helper()

	paths, err := filepath.Glob(filepath.Join(goldenFolder, "*", "*.golden"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no golden files: %v", err)
	}
	var all []golden
	for _, path := range paths {
		if folder := filepath.Base(filepath.Dir(path)); folder == "explore" || folder == "payload" || folder == "computed" {
			continue // statements of no operation, and operations that change the market or need an analysis
		}
		name, err := filepath.Rel(goldenFolder, path)
		if err != nil {
			t.Fatal(err)
		}
		raw, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		g := golden{name: "golden/" + strings.TrimSuffix(filepath.ToSlash(name), ".golden")}
		g.document, _, _ = strings.Cut(string(raw), "\n----------\n")
		if _, rest, given := strings.Cut(g.document, "# variables: "); given {
			line, _, _ := strings.Cut(rest, "\n")
			if err := json.Unmarshal([]byte(line), &g.variables); err != nil {
				t.Fatalf("%s: %v", path, err)
			}
		}
		all = append(all, g)
	}
	return all
}

const goldenFolder = "../graph/compile/testdata"

// goldenKey is a key as the golden files make them up.
var goldenKey = regexp.MustCompile(`"(cr|b|ca|g|s|c|p)-[a-z0-9]+"`)

// busiest gives keys of the market, those of whom much hangs, by the prefix that the golden files' keys of the kind have.
func busiest(t *testing.T, c *client) map[string]string {
	t.Helper()

	data, err := query[map[string]list[keyed]](c, `{
		cr: creators(orderBy: [{field: CAMPAIGNS, direction: DESC}], first: 1) { nodes { key } }
		b: brands(orderBy: [{field: CAMPAIGNS, direction: DESC}], first: 1) { nodes { key } }
		ca: campaigns(orderBy: [{field: IMPRESSIONS, direction: DESC}], first: 1) { nodes { key } }
		g: agencies(orderBy: [{field: CREATORS, direction: DESC}], first: 1) { nodes { key } } }`, nil)
	if err != nil {
		t.Fatal(err)
	}
	keys := map[string]string{"s": "gender-female", "c": "beauty", "p": "douyin"}
	for name, found := range data {
		keys[name] = found.Nodes[0].Key
	}
	return keys
}

// body asks the operation of objects that the market has.
func (g golden) body(t *testing.T, keys map[string]string) []byte {
	t.Helper()

	document := goldenKey.ReplaceAllStringFunc(g.document, func(text string) string {
		prefix, _, _ := strings.Cut(text[1:], "-")
		return `"` + keys[prefix] + `"`
	})
	// An id names a key, too.
	inMarket := func(id any) any {
		text, _ := id.(string)
		typ, key, ok := compile.ParseID(text)
		if !ok {
			t.Fatalf("%s: %q is no id", g.name, text)
		}
		prefix, _, _ := strings.Cut(key, "-")
		return compile.ID(typ, keys[prefix])
	}
	if id := g.variables["id"]; id != nil {
		g.variables["id"] = inMarket(id)
	}
	if ids, ok := g.variables["ids"].([]any); ok {
		for i, id := range ids {
			ids[i] = inMarket(id)
		}
	}
	body, err := request(document, g.variables, nil)
	if err != nil {
		t.Fatal(err)
	}
	return body
}
