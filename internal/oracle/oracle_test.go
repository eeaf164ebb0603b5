package oracle_test

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/validator"
	"github.com/vektah/gqlparser/v2/validator/rules"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/compile"
	"github.com/creatorgraph/creatorgraph/graph/graphtest"
	"github.com/creatorgraph/creatorgraph/internal/harness"
	"github.com/creatorgraph/creatorgraph/internal/oracle"
	"github.com/creatorgraph/creatorgraph/resolvers"
)

var (
	operations = flag.Int("operations", 500, "how many random operations to compare")
	seed       = flag.Uint64("seed", 1, "which ones; a graph and its operations follow from it")
)

// operationsPerGraph is how many operations one random graph is asked before the next is drawn.
const operationsPerGraph = 1000

// TestReadPathEqualsOracle asks random operations of the compiler, Neo4j and the writer on one side and of
// the naive executor on the other; each is asked again with cursors that its answer gave. Data must be
// equal byte by byte, errors in path and code.
//
// It needs its database empty, so it runs alone.
func TestReadPathEqualsOracle(t *testing.T) {
	store := graphtest.Own(t, true)
	begun := time.Now()
	asked := 0
	for s := *seed; asked < *operations; s++ {
		t.Run(fmt.Sprintf("seed %d", s), func(t *testing.T) {
			g := oracle.Draw(s)
			run(t, store, "MATCH (n) WHERE NOT n:Migration AND NOT n:Lease DETACH DELETE n", nil)
			write(t, store, g)
			asked += newBench(t, store, g).all(t, s, min(*operations-asked, operationsPerGraph))
		})
		if t.Failed() {
			break
		}
	}
	t.Logf("%d operations in %v, from seed %d", asked, time.Since(begun).Round(time.Millisecond), *seed)
}

// bench holds both sides.
type bench struct {
	schema *ast.Schema
	graph  *oracle.Graph
	apis   []harness.API // statements whole, and cut wherever that is possible
}

func newBench(t *testing.T, store *graph.Store, g *oracle.Graph) *bench {
	t.Helper()

	b := &bench{schema: harness.Mapping(t).Schema, graph: g}
	for _, budget := range []int{compile.Budget, 1} {
		b.apis = append(b.apis, harness.NewAPI(t, resolvers.Config{Store: store, Budget: budget}))
	}
	return b
}

// all asks at least so many operations of one graph, two at a time, and gives how many there were.
func (b *bench) all(t *testing.T, s uint64, count int) int {
	t.Helper()

	var next, asked atomic.Int64
	var wait sync.WaitGroup
	for range 2 {
		wait.Go(func() {
			for asked.Load() < int64(count) && !t.Failed() {
				asked.Add(b.one(t, s<<32+uint64(next.Add(1)-1)))
			}
		})
	}
	wait.Wait()
	return int(asked.Load())
}

// one asks an operation, and then again from where its own cursors say, and gives how often it asked.
func (b *bench) one(t *testing.T, s uint64) int64 {
	op := oracle.Generator{Schema: b.schema, Graph: b.graph}.Next(s)
	cursors, ok := b.compare(t, s, op, nil)
	if !ok || len(cursors) == 0 || len(op.Cursors) == 0 {
		return 1
	}
	r := rand.New(rand.NewPCG(s, 3))
	texts := slices.Sorted(maps.Keys(cursors))
	r.Shuffle(len(texts), func(i, j int) { texts[i], texts[j] = texts[j], texts[i] })
	paged := op
	paged.Variables = maps.Clone(op.Variables)
	for _, text := range texts {
		for _, name := range cursors[text].Variables {
			paged.Variables[name] = text
		}
	}
	if len(paged.Variables) == len(op.Variables) {
		return 1
	}
	b.compare(t, s, paged, cursors)
	return 2
}

// compare asks both sides and reports a difference, with as few root fields as still show it.
func (b *bench) compare(
	t *testing.T, s uint64, op oracle.Operation, known map[string]oracle.Cursor,
) (cursors map[string]oracle.Cursor, equal bool) {
	api := b.apis[s%2]
	cursors, report := b.difference(api, op, known)
	if report == "" {
		return cursors, true
	}
	for i := 0; i < len(op.Roots) && len(op.Roots) > 1; {
		fewer := op
		fewer.Roots = slices.Delete(slices.Clone(op.Roots), i, i+1)
		if _, still := b.difference(api, fewer, known); still == "" {
			i++
			continue
		} else {
			op, report = fewer, still
		}
	}
	t.Errorf("operation %d of seed %d:\n%s", s&(1<<32-1), s>>32, report)
	return nil, false
}

// difference gives the cursors of an answer, or a report when the two sides differ.
func (b *bench) difference(
	api harness.API, op oracle.Operation, known map[string]oracle.Cursor,
) (map[string]oracle.Cursor, string) {
	text := op.Text()
	raw, err := json.Marshal(op.Variables)
	if err != nil {
		return nil, err.Error()
	}
	report := func(what string, parts ...any) string {
		return fmt.Sprintf("%s\n\n%s\n\nvariables %s\n", fmt.Sprintf(what, parts...), text, raw)
	}
	doc, errs := gqlparser.LoadQueryWithRules(b.schema, text, rules.NewDefaultRules())
	if errs != nil {
		return nil, report("the operation is not valid: %v", errs)
	}
	vars, err := validator.VariableValues(b.schema, doc.Operations[0], decoded(raw))
	if err != nil {
		return nil, report("the variables are not valid: %v", err)
	}
	want := oracle.Executor{Schema: b.schema, Graph: b.graph, Known: known}.Execute(doc.Operations[0], vars)
	response := api.Ask(context.Background(), text, decoded(raw))
	var faults []oracle.Fault
	for _, e := range response.Errors {
		code, _ := e.Extensions["code"].(string)
		faults = append(faults, oracle.Fault{Path: e.Path.String(), Code: code})
	}
	if want.Refused && len(faults) == 1 && slices.Contains(want.Faults, faults[0]) {
		want.Faults = faults
	}
	if !slices.Equal(want.Faults, faults) {
		return nil, report("errors differ\nwant %v\ngot  %v %v", want.Faults, faults, response.Errors)
	}
	at, cursors := want.Difference(response.Data)
	if at >= 0 {
		return nil, report("data differs from byte %d on\nwant %s\ngot  %s", at, around(want.Data, at), around(response.Data, at))
	}
	return cursors, ""
}

// around shows the neighbourhood of a byte.
func around(data []byte, at int) string {
	from := max(at-300, 0)
	return fmt.Sprintf("%q", data[min(from, len(data)):min(at+300, len(data))])
}

func decoded(raw []byte) map[string]any {
	decoder := json.NewDecoder(bytes.NewReader(raw))
	decoder.UseNumber()
	var vars map[string]any
	if err := decoder.Decode(&vars); err != nil {
		panic(err) // it was encoded a moment ago
	}
	return vars
}
