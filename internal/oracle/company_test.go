package oracle_test

import (
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/validator"
	"github.com/vektah/gqlparser/v2/validator/rules"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/graphtest"
	"github.com/creatorgraph/creatorgraph/internal/harness"
	"github.com/creatorgraph/creatorgraph/internal/oracle"
	"github.com/creatorgraph/creatorgraph/resolvers"
)

const (
	companyClients = 64
	companyShapes  = 8 // drawn operations, each of which is asked of other objects as well
	companyOthers  = 6 // such variants of each
	companyRounds  = 2 // with a write between
)

// variant is an operation of some objects, and what the naive executor answers.
type variant struct {
	text string
	vars json.RawMessage
	want oracle.Answer
}

// TestCompanyEqualsOracle has 64 clients ask operations of a few shapes at once, of whatever objects, so that they travel
// together, some with so little time that they give up, while names change between the rounds and what nobody asks
// for changes all the time. Data must be equal byte by byte, errors in path and code.
func TestCompanyEqualsOracle(t *testing.T) {
	graphtest.Own(t, true)
	store := patient(t)
	g := oracle.Draw(*seed)
	write(t, store, g)
	r := harness.Resolver(t, resolvers.Config{Store: store})
	if err := r.Count(t.Context()); err != nil {
		t.Fatal(err)
	}
	b := &companyBench{bench: newBench(t, store, g), api: harness.Of(t, r), store: store}
	for round := range companyRounds {
		b.rename(t, round)
		b.round(t, uint64(round))
	}
	count := store.CompanyCount()
	t.Logf("%d questions, %d of them by %d statements for several, %d with the same one; %d gave up", b.asked.Load(),
		count.Questions, count.Statements, count.Shared, b.gaveUp.Load())
	if count.Statements < 10 || b.gaveUp.Load() == 0 {
		t.Errorf("too few travelled together, or gave up: %+v, %d", count, b.gaveUp.Load())
	}
}

// patient opens the binary's own Neo4j with a time limit that no statement passes, however busy the machine is.
func patient(t *testing.T) *graph.Store {
	t.Helper()

	config := graphtest.Server(t)
	config.Timeout = 10 * time.Minute
	store, err := graph.Open(config)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := store.Close(context.WithoutCancel(t.Context())); err != nil {
			t.Error(err)
		}
	})
	return store
}

type companyBench struct {
	*bench
	api           harness.API
	store         *graph.Store
	asked, gaveUp atomic.Int64
}

// rename gives every creator another name, in both graphs. Whoever asks afterwards must read it.
func (b *companyBench) rename(t *testing.T, round int) {
	t.Helper()

	var rows []any
	for i, n := range b.graph.Nodes["Creator"] {
		name := fmt.Sprintf("name %d of %d", i%5, round)
		n.Props["name"] = name
		rows = append(rows, map[string]any{"key": n.Key, "name": name, "byName": graph.SortKey(name)})
	}
	run(t, b.store, "UNWIND $rows AS row MATCH (c:Creator {key: row.key}) SET c.name = row.name, c.byName = row.byName",
		map[string]any{"rows": rows})
}

// round asks all variants, each several times, with as many clients as there are.
func (b *companyBench) round(t *testing.T, round uint64) {
	t.Helper()

	variants := b.variants(t, round)
	ctx, stop := context.WithCancel(t.Context())
	var writer, clients sync.WaitGroup
	writer.Go(func() { b.disturb(ctx, t) })
	for client := range companyClients {
		clients.Go(func() {
			r := rand.New(rand.NewPCG(uint64(client), round))
			for range len(variants) / 8 {
				if t.Failed() {
					return
				}
				b.ask(t, r, variants)
			}
		})
	}
	clients.Wait()
	stop()
	writer.Wait()
}

// ask asks a variant near the one that others are at, so that several of one shape are under way.
func (b *companyBench) ask(t *testing.T, r *rand.Rand, variants []variant) {
	at := int(b.asked.Add(1))/8 + r.IntN(2*companyOthers)
	one := variants[at%len(variants)]
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	impatient := r.IntN(10) == 0
	if impatient && r.IntN(2) == 0 {
		ctx, cancel = context.WithTimeout(ctx, time.Duration(r.IntN(4000))*time.Microsecond)
		defer cancel()
	} else if impatient {
		time.AfterFunc(time.Duration(r.IntN(4000))*time.Microsecond, cancel)
	}
	got := b.api.Ask(ctx, one.text, decoded(one.vars))
	if impatient && (got == nil || len(got.Errors) > 0) { // the database may call the time before the context does
		b.gaveUp.Add(1)
		return
	}
	if report := differs(one, got); report != "" {
		t.Errorf("%s\n\n%s\n\nvariables %s", report, one.text, one.vars)
	}
}

// differs tells what is wrong with an answer.
func differs(one variant, got *graphql.Response) string {
	var faults []oracle.Fault
	for _, e := range got.Errors {
		code, _ := e.Extensions["code"].(string)
		faults = append(faults, oracle.Fault{Path: e.Path.String(), Code: code})
	}
	want := one.want
	if want.Refused && len(faults) == 1 && slices.Contains(want.Faults, faults[0]) {
		return ""
	}
	if !slices.Equal(want.Faults, faults) {
		return fmt.Sprintf("errors differ\nwant %v\ngot  %v %v", want.Faults, faults, got.Errors)
	}
	if at, _ := want.Difference(got.Data); at >= 0 {
		return fmt.Sprintf("data differs from byte %d on\nwant %s\ngot  %s", at, around(want.Data, at), around(got.Data, at))
	}
	return ""
}

// disturb writes what nobody asks for until ctx ends.
func (b *companyBench) disturb(ctx context.Context, t *testing.T) {
	for i := 0; ctx.Err() == nil; i++ {
		err := b.store.Write(context.WithoutCancel(ctx), func(ctx context.Context, tx graph.Tx) error {
			_, err := tx.Run(ctx, graph.Statement{Text: "MERGE (s:Scratch {key: 'company'}) SET s.n = $i", Params: map[string]any{"i": i}})
			return err
		})
		if err != nil {
			t.Error(err)
			return
		}
	}
}

// variants draws operations that begin at objects, and puts other objects in their place.
func (b *companyBench) variants(t *testing.T, round uint64) []variant {
	t.Helper()

	var all []variant
	r := rand.New(rand.NewPCG(round, 4))
	for s := uint64(0); len(all) < companyShapes*(1+companyOthers); s++ {
		op := oracle.Generator{Schema: b.schema, Graph: b.graph}.Next(*seed<<32 + round<<20 + s)
		if slices.ContainsFunc(op.Roots, isWide) {
			continue
		}
		raw, err := json.Marshal(op.Variables)
		if err != nil {
			t.Fatal(err)
		}
		for i := range 1 + companyOthers {
			text, vars := op.Text(), string(raw)
			if i > 0 {
				swap := b.swap(r)
				text, vars = swap.Replace(text), swap.Replace(vars)
			}
			all = append(all, b.variant(t, text, json.RawMessage(vars)))
		}
	}
	return all
}

// isWide says whether a root field asks for a page of everything: such pages go alone, and take the database long to plan.
func isWide(root string) bool {
	return wide.MatchString(root)
}

var wide = regexp.MustCompile(`^(\w+: )?(creators|agencies|brands|campaigns)\b`)

// swap puts other objects of the same kind in the place of each.
func (b *companyBench) swap(r *rand.Rand) *strings.Replacer {
	var pairs []string
	for _, label := range []string{"Creator", "Brand", "Agency", "Campaign", "CreatorList"} {
		for _, n := range b.graph.Nodes[label] {
			other := b.graph.Nodes[label][r.IntN(len(b.graph.Nodes[label]))]
			from, err := json.Marshal(n.Key)
			if err != nil {
				continue
			}
			to, err := json.Marshal(other.Key)
			if err != nil {
				continue
			}
			pairs = append(pairs, string(from), string(to))
		}
	}
	return strings.NewReplacer(pairs...)
}

func (b *companyBench) variant(t *testing.T, text string, vars json.RawMessage) variant {
	t.Helper()

	doc, errs := gqlparser.LoadQueryWithRules(b.schema, text, rules.NewDefaultRules())
	if errs != nil {
		t.Fatalf("%s: %v", text, errs)
	}
	values, err := validator.VariableValues(b.schema, doc.Operations[0], decoded(vars))
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	return variant{text, vars, oracle.Executor{Schema: b.schema, Graph: b.graph}.Execute(doc.Operations[0], values)}
}
