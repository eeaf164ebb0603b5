package reference_test

import (
	"encoding/json"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/creatorgraph/creatorgraph/dataset/market"
	"github.com/creatorgraph/creatorgraph/graph/compile"
	"github.com/creatorgraph/creatorgraph/graph/graphtest"
	"github.com/creatorgraph/creatorgraph/internal/harness"
	"github.com/creatorgraph/creatorgraph/internal/reference"
	"github.com/creatorgraph/creatorgraph/resolvers"
)

// sampled is how many objects of each kind are compared.
const sampled = 200

// asked at once, so that an answer stays small.
const batch = 10

// today is the day on which both sides are asked.
func today() time.Time { return market.DefaultToday() }

// TestAnswersEqualReference compares what the API answers with what plain Go makes of the same CSV rows, on a
// generated market and, where CREATORGRAPH_DATA names the folder of shared data sets, on a real one. It needs
// its database empty, so it runs alone.
func TestAnswersEqualReference(t *testing.T) {
	dirs := []string{filepath.Join(t.TempDir(), "market")}
	_, err := market.Generate(t.Context(), market.Params{Creators: 2000, Seed: 6, Dir: dirs[0], Keep: harness.Series()}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if shared := os.Getenv("CREATORGRAPH_DATA"); shared != "" {
		dirs = append(dirs, without(t, filepath.Join(shared, "vtuber")))
	}
	for _, dir := range dirs {
		t.Run(filepath.Base(dir), func(t *testing.T) {
			s := newSides(t, dir)
			t.Run("creators", s.creators)
			t.Run("collaborators", s.collaborators)
			t.Run("brands", s.brands)
			t.Run("agencies", s.agencies)
			t.Run("campaigns", s.campaigns)
			t.Run("competitors", s.competitors)
			t.Run("partners", s.partners)
			t.Run("overlaps", s.overlaps)
			t.Run("paging", s.paging)
			t.Run("neighborhoods", s.neighborhoods)
			t.Run("paths", s.paths)
		})
	}
}

// without gives a folder of the same data set, less the series, on which no answer compared here depends.
func without(t *testing.T, dir string) string {
	t.Helper()

	files, err := filepath.Glob(filepath.Join(dir, "*.csv*"))
	if err != nil {
		t.Fatal(err)
	}
	lean := filepath.Join(t.TempDir(), filepath.Base(dir))
	if err := os.Mkdir(lean, 0o755); err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		table, _, _ := strings.Cut(filepath.Base(file), ".")
		if _, skip := harness.Series()[table]; skip {
			continue
		}
		if err := os.Symlink(file, filepath.Join(lean, filepath.Base(file))); err != nil {
			t.Fatal(err)
		}
	}
	return lean
}

// sides are the two that are compared, on one data set.
type sides struct {
	market *reference.Market
	api    harness.API
}

func newSides(t *testing.T, dir string) *sides {
	t.Helper()

	m, err := reference.Read(dir)
	if err != nil {
		t.Fatal(err)
	}
	store := graphtest.Own(t, true)
	harness.Import(t, store, dir, today())
	return &sides{m, harness.NewAPI(t, resolvers.Config{Store: store, Now: today})}
}

// ask gives an operation's data, without what is null.
func (s *sides) ask(t *testing.T, query string, vars map[string]any) reference.Row {
	t.Helper()

	response := s.api.Ask(t.Context(), query, vars)
	if len(response.Errors) > 0 {
		t.Fatal(response.Errors)
	}
	var data any
	if err := json.Unmarshal(response.Data, &data); err != nil {
		t.Fatal(err)
	}
	return known(data).(reference.Row)
}

// known leaves out what is null.
func known(value any) any {
	switch value := value.(type) {
	case map[string]any:
		for name, field := range value {
			if field == nil {
				delete(value, name)
				continue
			}
			value[name] = known(field)
		}
	case []any:
		for i := range value {
			value[i] = known(value[i])
		}
	}
	return value
}

// each asks for fields of the sampled objects of a type, and hands each one's answer over.
func (s *sides) each(t *testing.T, typ, fields string, keys []string, check func(t *testing.T, key string, got reference.Row)) {
	t.Helper()

	for from := 0; from < len(keys); from += batch {
		some := keys[from:min(from+batch, len(keys))]
		ids := make([]any, len(some))
		for i, key := range some {
			ids[i] = compile.ID(typ, key)
		}
		data := s.ask(t, "query($ids: [ID!]!) { nodes(ids: $ids) { ... on "+typ+" { "+fields+" } } }",
			map[string]any{"ids": ids})
		for i, got := range data["nodes"].([]any) {
			check(t, some[i], got.(reference.Row))
		}
	}
}

// sample gives keys: those that most or least is known of, which the weight says, and others by lot; always the
// same ones.
func sample[T any](of map[string]*T, weight func(*T) int) []string {
	keys := make([]string, 0, len(of))
	for key := range of {
		keys = append(keys, key)
	}
	sortBy(keys, func(key string) int { return -weight(of[key]) })
	if len(keys) <= sampled {
		return keys
	}
	const ends = sampled / 10
	rest := keys[ends : len(keys)-ends]
	r := rand.New(rand.NewPCG(6, 6))
	r.Shuffle(len(rest), func(i, j int) { rest[i], rest[j] = rest[j], rest[i] })
	chosen := append(keys[:ends:ends], keys[len(keys)-ends:]...)
	return append(chosen, rest[:sampled-2*ends]...)
}

// same compares an answer with the reference's; sums of fractions may differ in their last digits.
func same(t *testing.T, what string, want, got any) {
	t.Helper()

	if diff := cmp.Diff(want, got, cmpopts.EquateApprox(1e-9, 2e-9), cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("%s (-reference +answer):\n%s", what, diff)
	}
}
