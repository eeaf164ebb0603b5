package lookalike

import (
	"math"
	"math/rand/v2"
	"slices"

	"github.com/creatorgraph/creatorgraph/insight"
	"github.com/creatorgraph/creatorgraph/insight/dense"
)

// Learn learns from a market and gives the vectors of its creators, in order: rows of Width numbers. The same
// market and seed give the same. Some ties are hidden first and weights chosen that find them again; positions
// are then found anew with all ties.
func Learn(m *insight.Market, seed uint64) (*Model, []float32) {
	l := newLesson(m, rand.New(rand.NewPCG(seed, 6)))
	model, rows, judge, start := study(m, l, seed)
	judge.learn()
	model.weigh(judge.weights)
	everybody := newNetwork(len(m.Creators), m.Collaborations, func(int) bool { return false })
	model.learnTFIDF(m, model.part(brands), math.MaxInt32, seed)
	width := model.part(position).Width
	where, fold := factorise(everybody, width, model.Graph.Ridge, start, seed)
	fold.Exponent = exponents[judge.exponent]
	model.Graph = fold
	model.reach(everybody, where)
	brand := model.part(brands)
	dense.Rows(len(m.Creators), func(first, end int) {
		for i := first; i < end; i++ {
			row := rows[i*model.Width : (i+1)*model.Width]
			f := changedCreator(m, int32(i), math.MaxInt32)
			clear(row[brand.At : brand.At+brand.Width])
			model.tfidf(brands, &f, row)
			copy(row, where[i*width:(i+1)*width])
			to, _ := everybody.partners(i)
			model.finish(row, len(to))
		}
	})
	model.fill(rows)
	return model, rows
}

// leastAskers is with how many askers weights are learned; otherwise they are what larger markets taught.
const leastAskers = 20

// study prepares the model and rows that have not been weighed yet, and a judge to try weights by. Of several
// ridges that which does best is taken.
func study(m *insight.Market, l *lesson, seed uint64) (*Model, []float32, *judge, []float32) {
	model := &Model{Version: version, TFIDF: map[string]*TFIDF{}}
	model.Parts, model.Width = layout()
	model.learnDials(m)
	model.learnTFIDFs(m, l.before, seed)
	seen := newNetwork(len(m.Creators), m.Collaborations, func(i int) bool { return l.hidden[i] })
	model.Graph = &Fold{}
	model.reach(seen, nil)
	rows := make([]float32, len(m.Creators)*model.Width)
	dense.Rows(len(m.Creators), func(first, end int) {
		for i := first; i < end; i++ {
			row := rows[i*model.Width : (i+1)*model.Width]
			f := changedCreator(m, int32(i), l.before)
			model.own(&f, row)
			to, _ := seen.partners(i)
			row[model.part(known).At] = model.known(len(to))
		}
	})
	j := newJudge(model.Parts)
	j.ties = newTrial(model, rows, seen, l, rand.New(rand.NewPCG(seed, 7)))
	width := model.part(position).Width
	try := ridges
	if len(m.Collaborations) > manyTies || len(j.ties.askers) < leastAskers {
		try = ridges[:1]
	}
	var best, start []float32
	for _, ridge := range try {
		where, fold := factorise(seen, width, ridge, nil, seed)
		if j.try(where, width) {
			model.Graph, best = fold, where
		}
	}
	if len(try) == 1 {
		start = best
	}
	return model, rows, j, start
}

// reach notes the greatest number of partners and, where there are positions, their greatest length.
func (m *Model) reach(n *network, where []float32) {
	width := m.part(position).Width
	for i := range n.people() {
		to, _ := n.partners(i)
		m.Graph.Most = max(m.Graph.Most, float32(math.Log1p(float64(len(to)))))
		if where == nil {
			continue
		}
		m.Graph.Longest = max(m.Graph.Longest, float32(length(where[i*width:(i+1)*width])))
	}
}

// weigh sets what blocks and parts count, in proportion to weights of parts, and, for whoever has worked with nobody, what larger markets taught. Blocks are kept by the roots of their
// weights: an index lays its ways by what is kept, and these must lead to whoever is alike in what is asked for,
// also where that is not what counts most.
func (m *Model) weigh(weights []float64) {
	for j, w := range alone() {
		m.Parts[j].Alone = w
	}
	sum := 0.0
	for _, w := range weights {
		sum += w
	}
	m.Weights = [Blocks]float64{}
	for j := range m.Parts {
		weights[j] = max(weights[j]/sum, leastPart)
		m.Weights[m.Parts[j].Block] += weights[j]
	}
	for j := range m.Parts {
		m.Parts[j].Share = weights[j] / m.Weights[m.Parts[j].Block]
	}
	sum = 0
	for b := range m.Weights {
		m.Weights[b] = max(m.Weights[b], leastBlock)
		sum += m.Weights[b]
	}
	for b := range m.Weights {
		m.Weights[b] /= sum
	}
	sum = 0
	for _, w := range m.Weights {
		sum += math.Sqrt(w)
	}
	for j, p := range m.Parts {
		m.Parts[j].Root = math.Sqrt(math.Sqrt(m.Weights[p.Block]) / sum * p.Share)
	}
}

// fill chooses the least length and fills up vectors that are shorter. An index orders by cosine, and scores are cosines
// times lengths: the more alike lengths are, the less both orders differ; the more is filled up, the more vectors
// are near each other for nothing but that, and the worse are the index's ways.
func (m *Model) fill(rows []float32) {
	var lengths []float64
	for i := 0; i < len(rows); i += m.Width {
		if row := rows[i : i+m.Width]; IsEmbedded(row) {
			lengths = append(lengths, length(row))
		}
	}
	slices.Sort(lengths)
	if len(lengths) > 0 {
		m.Least, m.Most = lengths[len(lengths)/2], lengths[len(lengths)*99/100]
	}
	for i := 0; i < len(rows); i += m.Width {
		m.filled(rows[i : i+m.Width])
	}
}
