package lookalike

import (
	"math"
	"math/rand/v2"

	"github.com/creatorgraph/creatorgraph/insight"
	"github.com/creatorgraph/creatorgraph/insight/thin"
)

// Learn learns from a market and gives the vectors of its creators, in order: rows of Width numbers. The same
// market and seed give the same. Some ties are hidden first and weights chosen that find them again; positions
// are then found anew with all ties.
func Learn(m *insight.Market, seed uint64) (*Model, []float32) {
	l := newLesson(m, rand.New(rand.NewPCG(seed, 6)))
	model, rows, trial := study(m, l, seed)
	if len(trial.askers) >= leastAskers {
		trial.learn()
		model.weigh(trial.weights)
	} else {
		model.weigh(prior())
		trial.exponent = 1
	}
	everybody := newNetwork(len(m.Creators), m.Ties, func(int) bool { return false })
	model.learnBag(m, model.part(brands), math.MaxInt32, seed)
	width := model.part(position).Width
	where, fold := factorise(everybody, width, seed)
	fold.Exponent = exponents[trial.exponent]
	model.Graph = fold
	model.reach(everybody, where)
	brand := model.part(brands)
	thin.Rows(len(m.Creators), func(first, end int) {
		for i := first; i < end; i++ {
			row := rows[i*model.Width : (i+1)*model.Width]
			f := fresh(m, int32(i), math.MaxInt32)
			clear(row[brand.At : brand.At+brand.Width])
			model.bag(brands, &f, row)
			copy(row, where[i*width:(i+1)*width])
			to, _ := everybody.partners(i)
			model.finish(row, len(to))
		}
	})
	return model, rows
}

// leastAskers is with how many askers weights are learned; otherwise they are what larger markets taught.
const leastAskers = 20

// study prepares the model and rows that have not been weighed yet, and askers to try weights on.
func study(m *insight.Market, l *lesson, seed uint64) (*Model, []float32, *trial) {
	model := &Model{Bags: map[string]*Bag{}}
	model.Parts, model.Width = layout()
	for i := range model.Parts {
		model.learnBag(m, &model.Parts[i], l.before, seed)
	}
	seen := newNetwork(len(m.Creators), m.Ties, func(i int) bool { return l.hidden[i] })
	width := model.part(position).Width
	where, fold := factorise(seen, width, seed)
	model.Graph = fold
	model.reach(seen, where)
	rows := make([]float32, len(m.Creators)*model.Width)
	lengths := make([]float32, len(m.Creators))
	thin.Rows(len(m.Creators), func(first, end int) {
		for i := first; i < end; i++ {
			row := rows[i*model.Width : (i+1)*model.Width]
			f := fresh(m, int32(i), l.before)
			model.own(&f, row)
			copy(row, where[i*width:(i+1)*width])
			lengths[i] = float32(length(where[i*width : (i+1)*width]))
			to, _ := seen.partners(i)
			row[model.part(known).At] = model.known(len(to))
		}
	})
	return model, rows, newTrial(model, rows, lengths, seen, l, rand.New(rand.NewPCG(seed, 7)))
}

// reach notes the greatest length of a position and number of partners.
func (m *Model) reach(n *network, where []float32) {
	width := m.part(position).Width
	for i := range n.people() {
		to, _ := n.partners(i)
		m.Graph.Most = max(m.Graph.Most, float32(math.Log1p(float64(len(to)))))
		m.Graph.Longest = max(m.Graph.Longest, float32(length(where[i*width:(i+1)*width])))
	}
}

// weigh sets what blocks and parts count, in proportion to weights of parts.
func (m *Model) weigh(weights []float64) {
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
	for j, p := range m.Parts {
		if p.Ask {
			m.Parts[j].Constant = float32(math.Sqrt(m.Weights[p.Block] * p.Share))
		}
	}
}
