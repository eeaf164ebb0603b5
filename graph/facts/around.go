package facts

import (
	"cmp"
	"context"
	"slices"
	"time"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/statements"
	"github.com/creatorgraph/creatorgraph/insight"
)

// Bounds of what is looked at around one creator.
const (
	partnersMost   = 60   // of the creator, the strongest ties
	theirsMost     = 40   // of each of them
	candidatesMost = 300  // by way of partners
	matesMost      = 60   // of the same agency, of the same categories, of the same brands: each
	seenMost       = 2000 // looked through to find them
	tiesMost       = 20   // of each candidate
)

// Around is the surroundings of one creator: a small market in which the creator is number 0.
type Around struct {
	insight.Market
	Candidates []int32           // who has never worked with the creator
	Standings  [][]byte          // of each creator, as the model's run wrote them; nil where it did not
	Names      map[string]string // by a key of a creator, category, agency or brand with its kind before it
	Model      int64             // the run of the model that standings belong to
}

// ReadAround reads the surroundings of a creator; the error is a NotFound where there is no such creator, an
// Invalid one where nothing was analysed yet.
func ReadAround(ctx context.Context, store *graph.Store, key string, today time.Time) (*Around, error) {
	day := today.Format(time.DateOnly)
	rows, err := store.Read(ctx, graph.Statement{Text: statements.Text("collaborator/around"), Params: map[string]any{
		"key": key, "today": day, "partners": partnersMost, "theirs": theirsMost, "mates": matesMost, "seen": seenMost}})
	if err != nil {
		return nil, err
	}
	if len(rows) == 0 {
		return nil, graph.Errorf(graph.NotFound, "use a key as the API gave it", "there is no creator with the key %q", key)
	}
	model := list(rows[0]["model"])
	if len(model) != 2 {
		return nil, graph.Errorf(graph.Conflict, "run creatorgraph analyze, or serve with --analyze-every",
			"nothing is known yet of who should work together: this graph has not been analysed")
	}
	r := &aroundReader{marketReader: marketReader{numbers: map[int64]int32{}, words: map[string]map[any]int32{}},
		pairs: map[[2]int32]float32{}}
	r.around.Names = map[string]string{}
	r.around.Model, _ = model[1].(int64)
	chosen, candidates := choose(rows[0])
	place, _ := model[0].(string)
	found, err := store.Read(ctx, graph.Statement{Text: statements.Text("collaborator/candidates"), Params: map[string]any{
		"creators": chosen, "place": place, "run": rows[0]["collaboration"], "today": day, "ties": tiesMost}})
	if err != nil {
		return nil, err
	}
	for _, record := range found {
		r.add(record)
	}
	for _, record := range found {
		r.tie(record["id"], list(record["others"]), list(record["weights"]))
	}
	for _, tie := range list(rows[0]["ties"]) {
		r.partner(rows[0]["id"], list(tie))
	}
	return r.finish(candidates), nil
}

// choose picks whom to look at: the creator, its partners and the candidates, each once, in this order.
func choose(row graph.Record) (chosen []int64, candidates map[int64]bool) {
	this, _ := row["id"].(int64)
	met := map[int64]bool{this: true}
	for _, id := range list(row["met"]) {
		met[number(id)] = true
	}
	chosen = []int64{this}
	reached := map[int64]float64{}
	for _, tie := range list(row["ties"]) {
		columns := list(tie)
		chosen = append(chosen, number(columns[0]))
		met[number(columns[0])] = true
		weight, _ := columns[1].(float64)
		total := 0.0
		for _, next := range list(columns[2]) {
			w, _ := list(next)[1].(float64)
			total += w
		}
		for _, next := range list(columns[2]) {
			w, _ := list(next)[1].(float64)
			reached[number(list(next)[0])] += weight * w / total
		}
	}
	candidates = map[int64]bool{}
	add := func(id int64) {
		if !met[id] && !candidates[id] {
			candidates[id] = true
			chosen = append(chosen, id)
		}
	}
	for _, id := range strongest(reached, met) {
		add(id)
	}
	for _, column := range []string{"house", "alike", "hired"} {
		for _, id := range list(row[column]) {
			add(number(id))
		}
	}
	return chosen, candidates
}

// strongest gives those most reached, who have not been met.
func strongest(reached map[int64]float64, met map[int64]bool) []int64 {
	var ids []int64
	for id := range reached {
		if !met[id] {
			ids = append(ids, id)
		}
	}
	slices.SortFunc(ids, func(a, b int64) int {
		return cmp.Or(cmp.Compare(reached[b], reached[a]), cmp.Compare(a, b))
	})
	return ids[:min(len(ids), candidatesMost)]
}

func number(value any) int64 {
	n, _ := value.(int64)
	return n
}

// aroundReader gathers the surroundings of one creator.
type aroundReader struct {
	marketReader
	around Around
	pairs  map[[2]int32]float32
}

func (r *aroundReader) add(record graph.Record) {
	name, _ := record["name"].(string)
	r.numbers[number(record["id"])] = int32(len(r.around.Creators))
	key, _ := record["key"].(string)
	c := insight.Creator{Key: key, Name: name, Region: r.number("region", record["region"]),
		Language: r.number("language", record["language"]), Agency: insight.Unknown,
		Followers: orUnknown(record["followers"]), Price: orUnknown(record["price"])}
	r.around.Names["Creator:"+key] = name
	for _, agency := range list(record["agency"]) {
		c.Agency = r.named("Agency", agency)
	}
	for _, category := range list(record["categories"]) {
		c.Categories = append(c.Categories, r.named("Category", category))
	}
	for _, brand := range list(record["brands"]) {
		c.Brands = append(c.Brands, r.named("Brand", brand))
	}
	slices.Sort(c.Brands)
	c.Since = make([]int32, len(c.Brands)) // all of them count
	shares := list(record["shares"])
	for i, segment := range list(record["segments"]) {
		share, _ := shares[i].(float64)
		c.Audience = append(c.Audience, insight.Share{Segment: r.number("Segment", segment), Part: float32(share)})
	}
	standing, _ := record["standing"].([]byte)
	r.around.Creators = append(r.around.Creators, c)
	r.around.Standings = append(r.around.Standings, standing)
}

// named gives the number of something with a key and a name.
func (r *aroundReader) named(typ string, column any) int32 {
	columns := list(column)
	key, _ := columns[0].(string)
	r.around.Names[typ+":"+key], _ = columns[1].(string)
	return r.number(typ, key)
}

// tie notes the ties of one creator; those with others who were not read are left out.
func (r *aroundReader) tie(of any, others, weights []any) {
	a, known := r.numbers[number(of)]
	for i, other := range others {
		b, there := r.numbers[number(other)]
		weight, _ := weights[i].(float64)
		if known && there && a != b {
			r.pairs[[2]int32{min(a, b), max(a, b)}] = float32(weight)
		}
	}
}

// partner notes a tie of the creator itself, and those of the partner.
func (r *aroundReader) partner(this any, columns []any) {
	r.tie(this, []any{columns[0]}, []any{columns[1]})
	for _, next := range list(columns[2]) {
		r.tie(columns[0], []any{list(next)[0]}, []any{list(next)[1]})
	}
}

func (r *aroundReader) finish(candidates map[int64]bool) *Around {
	a := &r.around
	for pair, weight := range r.pairs {
		a.Ties = append(a.Ties, insight.Tie{A: pair[0], B: pair[1], Weight: weight})
	}
	slices.SortFunc(a.Ties, func(x, y insight.Tie) int {
		return cmp.Or(cmp.Compare(x.A, y.A), cmp.Compare(x.B, y.B))
	})
	a.Categories, a.Agencies = r.spelled("Category"), r.spelled("Agency")
	a.Brands, a.Segments = r.spelled("Brand"), r.spelled("Segment")
	for id, n := range r.numbers {
		if candidates[id] {
			a.Candidates = append(a.Candidates, n)
		}
	}
	slices.Sort(a.Candidates)
	return a
}
