package resolvers_test

import (
	"context"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/graphtest"
	"github.com/creatorgraph/creatorgraph/internal/harness"
	"github.com/creatorgraph/creatorgraph/resolvers"
)

// benchCreators are the creators that BenchmarkCompany asks for, each with an agency and two of ten categories.
const benchCreators = 500

const benchMade = `UNWIND range(0, $n - 1) AS i
MERGE (a:Agency {key: 'bench-a' + toString(i % 20)}) SET a.name = 'agency ' + toString(i % 20)
MERGE (c:Category {key: 'bench-c' + toString(i % 10)}) SET c.name = 'category ' + toString(i % 10)
MERGE (d:Category {key: 'bench-c' + toString((i + 3) % 10)})
CREATE (creator:Creator {key: 'bench-' + toString(i), name: 'creator ' + toString(i), followers: i * 1000})
CREATE (creator)-[:SIGNED_WITH {key: 'bench-s' + toString(i), since: date('2025-01-01')}]->(a)
CREATE (creator)-[:IN_CATEGORY {position: 0}]->(c)
CREATE (creator)-[:IN_CATEGORY {position: 1}]->(d)`

const benchGone = `MATCH (n) WHERE n.key STARTS WITH 'bench-' DETACH DELETE n`

const benchByKey = `query($key: String) { creator(key: $key) { id name followers agency { name } categories { key name } } }`

// Rounds of BenchmarkCompany; in the first ones the database plans and compiles.
const (
	benchRounds = 9
	benchWarmUp = 2
	benchTime   = time.Second / 2
)

// BenchmarkCompany asks for creators by key, in turn with and without company, in rounds of half a second, and tells how
// many times as many answers company gives: the median of the rounds, the least and the most. Where DATABASE_PID names
// the database's process it tells the processor time of an answer, too, the database's and this program's, which a busy
// machine does not change as much.
//
//	go run ./internal/testdb go test ./resolvers -run '^$' -bench Company -benchtime 1x
func BenchmarkCompany(b *testing.B) {
	alone, company := benchResolver(b, 1), benchResolver(b, 0)
	for _, askers := range []int{1, 16, 64, 256} {
		b.Run(fmt.Sprintf("askers=%d", askers), func(b *testing.B) {
			for range b.N {
				var of [2][]benchRound
				var ratios []float64
				for round := range benchRounds {
					one, other := ask(b, alone, askers), ask(b, company, askers)
					if round >= benchWarmUp {
						of[0], of[1], ratios = append(of[0], one), append(of[1], other), append(ratios, other.rate/one.rate)
					}
				}
				slices.Sort(ratios)
				b.ReportMetric(0, "ns/op")
				b.ReportMetric(ratios[len(ratios)/2], "times")
				b.ReportMetric(ratios[0], "least")
				b.ReportMetric(ratios[len(ratios)-1], "most")
				for i, name := range []string{"alone", "company"} {
					b.ReportMetric(median(of[i], func(r benchRound) float64 { return r.rate }), name+"/s")
					b.ReportMetric(median(of[i], func(r benchRound) float64 { return r.busy }), name+"-cpu-us")
				}
			}
		})
	}
}

func median(rounds []benchRound, of func(benchRound) float64) float64 {
	var all []float64
	for _, r := range rounds {
		all = append(all, of(r))
	}
	slices.Sort(all)
	return all[len(all)/2]
}

// benchResolver gives a resolver that asks for so many at most at once, in a market made for it.
func benchResolver(b *testing.B, company int) *resolvers.Resolver {
	b.Helper()

	store := graphtest.OpenWith(b, func(c *graph.Config) { c.Company, c.Connections = company, 300 })
	r := harness.Resolver(b, resolvers.Config{Store: store})
	for _, text := range []string{benchGone, benchMade} {
		if _, err := store.Schema(b.Context(), graph.Statement{Text: text, Params: map[string]any{"n": benchCreators}}); err != nil {
			b.Fatal(err)
		}
	}
	b.Cleanup(func() {
		if _, err := store.Schema(context.WithoutCancel(b.Context()), graph.Statement{Text: benchGone}); err != nil {
			b.Error(err)
		}
	})
	if err := r.Count(b.Context()); err != nil {
		b.Fatal(err)
	}
	return r
}

// benchRound is what came of a round: answers a second, and microseconds of processor time for each.
type benchRound struct{ rate, busy float64 }

func ask(b *testing.B, r *resolvers.Resolver, askers int) benchRound {
	b.Helper()

	begun, before, counts := time.Now(), busy(b), make([]int, askers)
	var all sync.WaitGroup
	for i := range askers {
		all.Go(func() {
			for n := i * 7; time.Since(begun) < benchTime; n++ {
				key := fmt.Sprintf("bench-%d", n%benchCreators)
				if _, err := r.Ask(b.Context(), benchByKey, map[string]any{"key": key}); err != nil {
					b.Error(err)
					return
				}
				counts[i]++
			}
		})
	}
	all.Wait()
	sum := 0.0
	for _, n := range counts {
		sum += float64(n)
	}
	return benchRound{sum / time.Since(begun).Seconds(), (busy(b) - before) / sum}
}

// busy is the processor time that the database and this program have had, in microseconds; nothing where nobody names
// the database's process.
func busy(b *testing.B) float64 {
	b.Helper()

	pid := os.Getenv("DATABASE_PID")
	if pid == "" {
		return 0
	}
	sum := 0.0
	for _, who := range []string{pid, "self"} {
		raw, err := os.ReadFile("/proc/" + who + "/stat")
		if err != nil {
			b.Fatal(err)
		}
		_, after, _ := strings.Cut(string(raw), ") ")
		fields := strings.Fields(after)
		for _, field := range fields[11:13] { // utime and stime, in hundredths of a second
			ticks, err := strconv.ParseFloat(field, 64)
			if err != nil {
				b.Fatal(err)
			}
			sum += ticks * 1e4
		}
	}
	return sum
}
