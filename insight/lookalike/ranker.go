package lookalike

// Ranker scores candidates by their similarity to one creator after another; it is for one goroutine.
type Ranker struct {
	model *Model
	rows  []float32
	asked Weights
	query []float32
}

// Ranker makes a ranker of all creators' vectors; a weight of each block is asked for.
func (m *Model) Ranker(rows []float32, asked Weights) *Ranker {
	return &Ranker{m, rows, asked, make([]float32, m.Width)}
}

// Scores fills in the score of each candidate.
func (r *Ranker) Scores(of int32, candidates []int32, into []float64) {
	width := r.model.Width
	copy(r.query, r.rows[int(of)*width:int(of+1)*width])
	scales := r.model.Scales(r.asked, r.query)
	r.model.toQuery(r.query)
	r.model.scale(r.query, scales)
	for i, c := range candidates {
		into[i] = float64(dot(r.query, r.rows[int(c)*width:int(c+1)*width]))
	}
}
