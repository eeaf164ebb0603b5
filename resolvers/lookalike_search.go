package resolvers

import (
	"context"
	"maps"
	"slices"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/facts"
)

const (
	// Searched is how many nearest the index is asked for at least, and searchedTwice how many times as many as are
	// wanted. An index finds those it is asked for by way of as many; asked for few it misses some, the more since it
	// orders by cosine, and scores are that times a vector's length. See go run ./bench -recall.
	Searched      = 400
	searchedTwice = 2
	// searchedInside is the part of these that a search asks for which the index filters on its way: it then goes on
	// until as many pass, so that it looks more widely, and takes longer, than for as many without a filter.
	searchedInside = 0.6
	// skewed is by how much a weight may differ from the learned one for the index's own ways, which were laid by
	// these, to lead to the nearest; by more, skewedMore times as many are asked for.
	skewed     = 4
	skewedMore = 2
	// searchedMore and searchedMuchMore bound by how much more is asked for where too few of those found pass a filter.
	searchedMore, searchedMuchMore = 2, 16
	// searchedMost bounds what the index is asked for; where that is too few, all that pass are looked at.
	searchedMost = 20_000
	// comparedMore is how many more than wanted are compared by the numbers as they are kept: the order of the index
	// may differ where scores do in the last digit.
	comparedMore = 4
	// fewPass is how many may pass a filter for all of them to be looked at.
	fewPass = 1_000
)

// all is more than a graph holds.
const all = int64(1) << 40

// candidate is one that was found.
type candidate struct {
	key    string
	near   float64   // as the database orders them
	vector []float32 // only where it is needed
	told   []any     // the values of compile.Told
}

// reached is where a taste was: what it showed last, and how many.
type reached struct {
	begun bool
	near  float64
	key   string
	taken int
}

// search finds the next of one taste, most alike first.
func (l *likeness) search(ctx context.Context, taste int, from []reached, take int) ([]candidate, error) {
	params := maps.Clone(l.a.params)
	if params == nil {
		params = map[string]any{}
	}
	tastes := make([]any, len(from))
	for i, at := range from {
		one := map[string]any{"score": nil, "key": nil, "vector": facts.Wide(l.like.asked[i])}
		if at.begun {
			one["score"], one["key"] = at.near, at.key
		}
		tastes[i] = one
	}
	maps.Copy(params, map[string]any{"vector": facts.Wide(l.like.asked[taste]), "seeds": l.seen.keys,
		"tastes": tastes, "take": int64(take), "today": l.r.today(), "vectors": l.diversity > 0 || l.a.selects("edges", "reasons")})
	s := &search{l: l, params: params, take: take, compared: take + comparedMore}
	if slices.ContainsFunc(from, func(at reached) bool { return at.begun }) {
		s.compared = searchedMost // those that were shown are among them
	}
	if l.label != "Creator" { // there are few, and no index
		return s.exact(ctx, all)
	}
	shown := len(l.seen.keys)
	for _, at := range from {
		shown += at.taken
	}
	return s.nearest(ctx, shown)
}

// search is one search in the making.
type search struct {
	l      *likeness
	params map[string]any
	take   int
	// compared is how many of the nearest are compared by the numbers as they are kept.
	compared int
}

// nearest asks the index for more and more until enough pass, or looks at all who pass where they are few.
func (s *search) nearest(ctx context.Context, shown int) ([]candidate, error) {
	limit := s.l.breadth(shown + s.take)
	wide := max(int(searchedInside*float64(limit)), s.take)
	looked := false
	for {
		s.params["compared"] = int64(min(limit, s.compared))
		got, err := s.run(ctx, s.l.filter.Nearest(s.l.seen.place, len(s.l.like.asked)), "limit", int64(limit))
		if err != nil || got.reached < limit || got.passed >= wide && s.complete(got) {
			return got.rows, err
		}
		more := wide*limit/max(got.passed, 1) + 1
		if !looked && more > searchedMuchMore*limit {
			looked = true
			if rows, err := s.exact(ctx, fewPass+1); err != nil || rows != nil {
				return rows, err
			}
		}
		if limit = min(max(more, searchedMore*limit), searchedMuchMore*limit); limit > searchedMost {
			return s.exact(ctx, all)
		}
	}
}

// complete says whether nobody who was not found can belong among the rows: the cosine of whoever was not is less
// than that of all who were, and hardly anybody's vector is longer than the model's Most (the stopping rule of
// Fagin, Lotem and Naor, 2003).
func (s *search) complete(got gathered) bool {
	length := s.l.seen.model.Most
	if got.edge < 0 {
		length = s.l.seen.model.Least
	}
	return len(got.rows) >= s.take && got.rows[len(got.rows)-1].near >= got.edge*length
}

// breadth is how many nearest the index is asked for where so many are wanted. Of several tastes each fills a part
// of the page, so that all of them together look about as widely as one.
func (l *likeness) breadth(wanted int) int {
	breadth := float64(max(searchedTwice*wanted, l.r.searched/len(l.like.asked)))
	if l.filter.Inside() {
		breadth *= searchedInside
	}
	for _, scale := range l.like.scales {
		if scale > skewed || scale < 1./skewed {
			return int(breadth * skewedMore)
		}
	}
	return int(breadth)
}

// exact looks at all who pass; nil where they are as many as most, which is too many.
func (s *search) exact(ctx context.Context, most int64) ([]candidate, error) {
	got, err := s.run(ctx, s.l.filter.Exact(s.l.seen.place, len(s.l.like.asked)), "most", most)
	if err != nil || int64(got.reached) >= most {
		return nil, err
	}
	return got.rows, nil
}

// gathered is what a statement found: so many were looked at, so many of these pass, and the first rows of these.
type gathered struct {
	reached, passed int
	edge            float64 // the least cosine
	rows            []candidate
}

func (s *search) run(ctx context.Context, text, name string, value int64) (gathered, error) {
	params := maps.Clone(s.params)
	params[name] = value
	rows, err := s.l.r.store.Read(ctx, graph.Statement{Text: text, Params: params})
	if err != nil {
		return gathered{}, err
	}
	got := gathered{int(asLong(rows[0]["reached"])), int(asLong(rows[0]["passed"])), asFloat(rows[0]["edge"]), []candidate{}}
	for _, item := range asList(rows[0]["rows"]) {
		columns := asList(item)
		got.rows = append(got.rows, candidate{asText(columns[0]), asFloat(columns[1]), facts.Narrow(columns[2]), asList(columns[3])})
	}
	return got, nil
}

// count is how many there are in all pages.
func (l *likeness) count(ctx context.Context) (int64, error) {
	params := maps.Clone(l.a.params)
	if params == nil {
		params = map[string]any{}
	}
	maps.Copy(params, map[string]any{"seeds": l.seen.keys, "today": l.r.today()})
	rows, err := l.r.store.Read(ctx, graph.Statement{Text: l.filter.Placed(l.seen.place), Params: params})
	if err != nil {
		return 0, err
	}
	return asLong(rows[0]["total"]), nil
}
