package evaluate

import (
	"math"

	"github.com/creatorgraph/creatorgraph/insight"
)

// Ranker scores candidates as partners of one creator: the greater the likelier. It is for one goroutine.
type Ranker interface {
	Scores(of int32, candidates []int32, into []float64)
}

// Lister is a Ranker that looks at some creators only when it is asked for everybody, as in use it is: the rest have
// the least score.
type Lister interface {
	Ranker
	Rank(of int32, into []float64) // by creator
}

// Method is a method of link prediction.
type Method struct {
	Name string
	// Own says that it is a part of the model, which it need not be ahead of.
	Own bool
	// Listed says that it names the first of each list only, so that pairs are not compared.
	Listed bool
	// Few bounds the creators that it ranks everybody for, where it is too slow for all; 0 is no bound.
	Few int
	// Prepare learns from the past; what it gives makes a Ranker for each goroutine.
	Prepare func(q Question) (func() Ranker, error)
}

// Question is the data that a method may learn from.
type Question struct {
	Past    *insight.Market
	Seed    uint64
	Sources []int32 // whom it will be asked for, where it ranks for few
}

// Baselines are what everybody knows how to do without learning: popularity, preferential attachment, common
// neighbours, the index of Adamic and Adar (2003), resource allocation (Zhou, Lü and Zhang, 2009) and
// personalised PageRank (by local pushes: Andersen, Chung and Lang, 2006).
func Baselines() []Method {
	plain := func(*graph) func(p int32) float64 { return func(int32) float64 { return 1 } }
	return []Method{
		{Name: "popularity", Prepare: popular(func(g *graph, of, c int32) float64 { return g.degree(c) })},
		{Name: "preferential attachment", Prepare: popular(func(g *graph, of, c int32) float64 { return g.degree(of) * g.degree(c) })},
		{Name: "common neighbours", Prepare: neighbours(plain)},
		{Name: "Adamic–Adar", Prepare: neighbours(func(g *graph) func(p int32) float64 {
			return func(p int32) float64 { return 1 / math.Log(math.Max(g.degree(p), 2)) }
		})},
		{Name: "resource allocation", Prepare: neighbours(func(g *graph) func(p int32) float64 {
			return func(p int32) float64 { return 1 / math.Max(g.degree(p), 1) }
		})},
		{Name: "personalised PageRank", Prepare: pageRank},
	}
}

// graph is the unweighted graph of ties in compressed sparse rows.
type graph struct {
	from []int64
	to   []int32
}

func newGraph(m *insight.Market) *graph {
	g := &graph{from: make([]int64, len(m.Creators)+1), to: make([]int32, 2*len(m.Collaborations))}
	for _, t := range m.Collaborations {
		g.from[t.A+1]++
		g.from[t.B+1]++
	}
	for p := range m.Creators {
		g.from[p+1] += g.from[p]
	}
	next := append([]int64(nil), g.from...)
	for _, t := range m.Collaborations {
		g.to[next[t.A]], g.to[next[t.B]] = t.B, t.A
		next[t.A]++
		next[t.B]++
	}
	return g
}

func (g *graph) partners(p int32) []int32 { return g.to[g.from[p]:g.from[p+1]] }
func (g *graph) degree(p int32) float64   { return float64(g.from[p+1] - g.from[p]) }

type prepare = func(q Question) (func() Ranker, error)

// degreeRanker scores by degrees alone.
type degreeRanker struct {
	g     *graph
	score func(g *graph, of, c int32) float64
}

func popular(score func(g *graph, of, c int32) float64) prepare {
	return func(q Question) (func() Ranker, error) {
		g := newGraph(q.Past)
		return func() Ranker { return degreeRanker{g, score} }, nil
	}
}

func (b degreeRanker) Scores(of int32, candidates []int32, into []float64) {
	for i, c := range candidates {
		into[i] = b.score(b.g, of, c)
	}
}

// neighbourRanker sums a weight over common partners.
type neighbourRanker struct {
	g     *graph
	tells func(p int32) float64
	sum   []float64
	last  []int32
}

func neighbours(tells func(g *graph) func(p int32) float64) prepare {
	return func(q Question) (func() Ranker, error) {
		g := newGraph(q.Past)
		return func() Ranker {
			return &neighbourRanker{g: g, tells: tells(g), sum: make([]float64, len(q.Past.Creators))}
		}, nil
	}
}

func (b *neighbourRanker) Scores(of int32, candidates []int32, into []float64) {
	for _, c := range b.last {
		b.sum[c] = 0
	}
	b.last = b.last[:0]
	for _, p := range b.g.partners(of) {
		tells := b.tells(p)
		for _, c := range b.g.partners(p) {
			if b.sum[c] == 0 {
				b.last = append(b.last, c)
			}
			b.sum[c] += tells
		}
	}
	for i, c := range candidates {
		into[i] = b.sum[c]
	}
}

// restart is how likely a walk begins anew at each step; a push of less than leastPush of a creator's degree
// is left undone.
const (
	restart   = 0.15
	leastPush = 1e-5
)

// pageRankRanker scores by personalised PageRank.
type pageRankRanker struct {
	g          *graph
	rank, rest []float64
	queue      []int32
	touched    []int32
}

func pageRank(q Question) (func() Ranker, error) {
	g := newGraph(q.Past)
	return func() Ranker {
		n := len(q.Past.Creators)
		return &pageRankRanker{g: g, rank: make([]float64, n), rest: make([]float64, n)}
	}, nil
}

func (b *pageRankRanker) Scores(of int32, candidates []int32, into []float64) {
	for _, p := range b.touched {
		b.rank[p], b.rest[p] = 0, 0
	}
	b.touched, b.queue = append(b.touched[:0], of), append(b.queue[:0], of)
	b.rest[of] = 1
	for at := 0; at < len(b.queue); at++ {
		b.push(b.queue[at])
	}
	for i, c := range candidates {
		into[i] = b.rank[c]
	}
}

func (b *pageRankRanker) push(p int32) {
	rest := b.rest[p]
	b.rest[p] = 0
	b.rank[p] += restart * rest
	partners := b.g.partners(p)
	if len(partners) == 0 {
		return
	}
	each := (1 - restart) * rest / float64(len(partners))
	for _, q := range partners {
		before := b.rest[q]
		if before == 0 && b.rank[q] == 0 {
			b.touched = append(b.touched, q)
		}
		b.rest[q] += each
		least := leastPush * b.g.degree(q)
		if before < least && b.rest[q] >= least {
			b.queue = append(b.queue, q)
		}
	}
}
