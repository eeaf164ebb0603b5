package lookalike_test

import (
	"encoding/json"
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/creatorgraph/creatorgraph/insight"
	"github.com/creatorgraph/creatorgraph/insight/lookalike"
)

// What is known of a creator of the market, as it would be read anew.
func fresh(m *insight.Market, of int32, model *lookalike.Model, rows []float32) lookalike.ChangedCreator {
	c := m.Creators[of]
	f := lookalike.ChangedCreator{Region: m.Regions[c.Region], Words: c.Words, Followers: c.Followers, Price: c.Price, Results: c.Results}
	for _, n := range c.Categories {
		f.Categories = append(f.Categories, m.Categories[n])
	}
	for _, n := range c.Brands {
		f.Brands = append(f.Brands, m.Brands[n])
	}
	for _, s := range c.Audience {
		f.Audience = append(f.Audience, lookalike.Reach{Segment: m.Segments[s.Segment], Part: s.Part})
	}
	for _, t := range m.Collaborations {
		if t.A == of || t.B == of {
			at := int(t.A+t.B-of) * model.Width
			f.Partners = append(f.Partners, lookalike.Partner{Weight: t.Weight, Vector: rows[at : at+model.Width]})
		}
	}
	return f
}

// A creator of whom nothing has changed is placed where it was learned to be, also by a model that was kept.
func TestPlacedAsLearned(t *testing.T) {
	t.Parallel()

	m := market(80)
	model, rows := lookalike.Learn(m, 1)
	text, err := json.Marshal(model)
	if err != nil {
		t.Fatal(err)
	}
	var kept lookalike.Model
	if err := json.Unmarshal(text, &kept); err != nil {
		t.Fatal(err)
	}
	for of := range int32(80) {
		learned := rows[int(of)*model.Width : int(of+1)*model.Width]
		placed := kept.Embed(fresh(m, of, model, rows))
		if cosine := inner(learned, placed) / length(learned) / length(placed); cosine < 0.98 {
			t.Errorf("creator %d: the cosine of learned and placed is %.3f, want nearly 1", of, cosine)
		}
	}
}

// What nobody knows of a creator is zero, so that it adds nothing whatever is asked for.
func TestUnknownAddsNothing(t *testing.T) {
	t.Parallel()

	model, _ := lookalike.Learn(market(80), 1)
	row := model.Embed(lookalike.ChangedCreator{Followers: insight.Unknown, Price: insight.Unknown, Categories: []string{"games"}})
	for _, p := range model.Parts {
		l := length(row[p.At : p.At+p.Width])
		if known := p.Name == "category"; known != (l > 0) {
			t.Errorf("%s has length %v; only categories are known", p.Name, l)
		}
	}
	if l := length(row); math.Abs(l-model.Least) > 1e-5 {
		t.Errorf("the vector's length is %v, want %v", l, model.Least)
	}
}

// A score is the sum of its parts' products, each scaled as asked; the filler has no say.
func TestScoreIsTheSumOfParts(t *testing.T) {
	t.Parallel()

	model, rows := lookalike.Learn(market(80), 1)
	asked := lookalike.Weights{1, 2, 3, 4}
	scores := make([]float64, 2)
	model.Ranker(rows, asked).Scores(0, []int32{1, 6}, scores)
	var want []float64
	seed := rows[:model.Width]
	scales := model.Scales(asked, seed)
	even := make(lookalike.Scales, len(model.Parts))
	for i, p := range model.Parts {
		even[i] = p.Root * p.Root
	}
	query := model.Query([][]float32{seed}, even)
	for _, c := range []int{1, 6} {
		sum := 0.0
		for i, p := range model.Parts {
			a, b := query[p.At:p.At+p.Width], rows[c*model.Width+p.At:c*model.Width+p.At+p.Width]
			sum += scales[i] * inner(a, b) / (p.Root * p.Root)
		}
		want = append(want, sum)
	}
	for i := range want {
		if math.Abs(want[i]-scores[i]) > 1e-6 || math.Abs(scores[i]) > 1 {
			t.Errorf("score %d is %v, want %v, within -1 and 1", i, scores[i], want[i])
		}
	}
}

// Those who work in one circle are more alike than those who do not, for all the others they could be.
func TestCirclesAreFound(t *testing.T) {
	t.Parallel()

	model, rows := lookalike.Learn(market(80), 1)
	same, other := 0.0, 0.0
	everybody := make([]int32, 80)
	for i := range everybody {
		everybody[i] = int32(i)
	}
	scores := make([]float64, 80)
	model.Ranker(rows, lookalike.Weights{1, 0, 0, 0}).Scores(0, everybody, scores)
	for i, s := range scores[1:] {
		if (i+1)%4 == 0 {
			same += s / 19
		} else {
			other += s / 60
		}
	}
	if same < 2*other {
		t.Errorf("those of the circle score %.3f, others %.3f; want twice as much", same, other)
	}
}

// Every block counts something, so that a caller may ask for any.
func TestEveryBlockCounts(t *testing.T) {
	t.Parallel()

	model, _ := lookalike.Learn(market(80), 1)
	sum := 0.0
	for b, w := range model.Weights {
		sum += w
		if w < 0.01 {
			t.Errorf("%s counts %v", lookalike.Block(b), w)
		}
	}
	if math.Abs(sum-1) > 1e-9 {
		t.Errorf("blocks count %v together, want 1", sum)
	}
	var names []string
	shares := map[lookalike.Block]float64{}
	at := 0
	for _, p := range model.Parts {
		names = append(names, p.Block.String())
		shares[p.Block] += p.Share
		if p.At != at {
			t.Errorf("%s stands at %d, want %d", p.Name, p.At, at)
		}
		at += p.Width
	}
	for b, s := range shares {
		if math.Abs(s-1) > 1e-9 {
			t.Errorf("parts of %s are %v of it, want 1", b, s)
		}
	}
	if at != model.Width-1 || model.Width > 256 {
		t.Errorf("parts take %d numbers of %d, want all but the filler and 256 at most", at, model.Width)
	}
	want := []string{"graph", "graph", "graph", "audience", "audience", "content", "content", "commercial", "commercial", "commercial"}
	if diff := cmp.Diff(want, names); diff != "" {
		t.Errorf("blocks of parts (-want +got):\n%s", diff)
	}
}

// A market in which nothing has happened yet, or of nobody, can be learned from.
func TestLittleIsEnough(t *testing.T) {
	t.Parallel()

	quiet := market(30)
	quiet.Collaborations = nil
	for name, m := range map[string]*insight.Market{"nobody": {}, "no ties": quiet, "one creator": market(1)} {
		model, rows := lookalike.Learn(m, 1)
		if len(rows) != len(m.Creators)*model.Width {
			t.Errorf("%s: %d numbers, want %d of each of %d creators", name, len(rows), model.Width, len(m.Creators))
		}
		for i := 0; i < len(rows); i += model.Width {
			if l := length(rows[i : i+model.Width]); l < model.Least-1e-5 || l > 1+1e-5 {
				t.Errorf("%s: creator %d: the vector's length is %v, want %v to 1", name, i/model.Width, l, model.Least)
			}
		}
	}
}

func inner(x, y []float32) float64 {
	sum := 0.0
	for k := range x {
		sum += float64(x[k]) * float64(y[k])
	}
	return sum
}
