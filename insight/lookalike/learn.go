package lookalike

import (
	"math"
	"math/rand/v2"
	"slices"

	"github.com/creatorgraph/creatorgraph/insight"
	"github.com/creatorgraph/creatorgraph/insight/dense"
)

// Learn learns from a market and returns the model and the vectors of its creators, in order: rows of Width numbers. The same
// market and seed give the same result. Learn hides some ties, chooses the weights that predict them best, and then computes
// positions from all ties.
func Learn(m *insight.Market, seed uint64) (*Model, []float32) {
	l := newHoldout(m, rand.New(rand.NewPCG(seed, 6)))
	model, rows, search, start := prepareSearch(m, l, seed)
	search.learn()
	model.setWeights(search.weights)
	everybody := newNetwork(len(m.Creators), m.Collaborations, func(int) bool { return false })
	model.learnTFIDF(m, model.part(brands), math.MaxInt32, seed)
	width := model.part(position).Width
	where, fold := factorise(everybody, width, model.Graph.Ridge, start, seed)
	fold.Exponent = exponents[search.exponent]
	model.Graph = fold
	model.setMaxima(everybody, where)
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
	model.addFillers(rows)
	return model, rows
}

// minSeeds is the least number of seeds to learn weights from; with fewer, weights keep their prior.
const minSeeds = 20

// prepareSearch prepares the model, unweighted rows and the search for weights, and takes the best of several ridges.
func prepareSearch(m *insight.Market, l *holdout, seed uint64) (*Model, []float32, *weightSearch, []float32) {
	model := &Model{Version: version, TFIDF: map[string]*TFIDF{}}
	model.Parts, model.Width = layout()
	model.learnNumeric(m)
	model.learnTFIDFs(m, l.before, seed)
	seen := newNetwork(len(m.Creators), m.Collaborations, func(i int) bool { return l.hidden[i] })
	model.Graph = &FoldIn{}
	model.setMaxima(seen, nil)
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
	j := newWeightSearch(model.Parts)
	j.validation = newValidation(model, rows, seen, l, rand.New(rand.NewPCG(seed, 7)))
	width := model.part(position).Width
	try := ridges
	if len(m.Collaborations) > manyTies || len(j.validation.seeds) < minSeeds {
		try = ridges[:1]
	}
	var best, start []float32
	for _, ridge := range try {
		where, fold := factorise(seen, width, ridge, nil, seed)
		if j.tryPositions(where, width) {
			model.Graph, best = fold, where
		}
	}
	if len(try) == 1 {
		start = best
	}
	return model, rows, j, start
}

// setMaxima records the greatest number of partners and, if there are positions, their greatest length.
func (m *Model) setMaxima(n *network, where []float32) {
	width := m.part(position).Width
	for i := range n.people() {
		to, _ := n.partners(i)
		m.Graph.MaxLogPartners = max(m.Graph.MaxLogPartners, float32(math.Log1p(float64(len(to)))))
		if where == nil {
			continue
		}
		m.Graph.MaxLength = max(m.Graph.MaxLength, float32(length(where[i*width:(i+1)*width])))
	}
}

// setWeights sets the weights of blocks and parts in proportion to those learned, and the fixed weights for creators without ties.
// Stored blocks are scaled by the fourth roots of their weights: the vector index builds its graph from the stored vectors, and
// it must also find those who are alike in a block of small weight.
func (m *Model) setWeights(weights []float64) {
	for j, w := range isolatedShares() {
		m.Parts[j].IsolatedShare = w
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

// addFillers chooses the least length and extends shorter vectors to it. The index orders by cosine, and scores are cosines times
// lengths: the more equal the lengths, the less the two orders differ; but the larger the fillers, the more vectors are near
// each other only because of them, and the lower is the recall of the index.
func (m *Model) addFillers(rows []float32) {
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
		m.setFiller(rows[i : i+m.Width])
	}
}
