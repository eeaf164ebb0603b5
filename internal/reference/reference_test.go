package reference_test

import (
	"context"
	"encoding/json"
	"log/slog"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/creatorgraph/creatorgraph/dataset"
	"github.com/creatorgraph/creatorgraph/dataset/market"
	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/compile"
	"github.com/creatorgraph/creatorgraph/graph/graphtest"
	"github.com/creatorgraph/creatorgraph/graph/load"
	"github.com/creatorgraph/creatorgraph/graph/mapping"
	"github.com/creatorgraph/creatorgraph/graph/statements"
	"github.com/creatorgraph/creatorgraph/internal/reference"
	"github.com/creatorgraph/creatorgraph/resolvers"
	"github.com/creatorgraph/creatorgraph/schema"
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
	_, err := market.Generate(t.Context(), market.Params{Creators: 2000, Seed: 6, Dir: dirs[0], Keep: unread}, nil)
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

// unread are the tables that no answer compared here depends on, and that take longest to import.
var unread = map[string]float64{"follower_history": 0, "content_metrics": 0}

// without gives a folder of the same data set, less what is unread.
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
		if _, skip := unread[table]; skip {
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
	exec   *executor.Executor
}

func newSides(t *testing.T, dir string) *sides {
	t.Helper()

	m, err := reference.Read(dir)
	if err != nil {
		t.Fatal(err)
	}
	store := graphtest.Own(t, true)
	set, err := dataset.Open(dir, dataset.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := load.Import(t.Context(), store, set, load.Options{Today: today(), Reject: refuse}); err != nil {
		t.Fatal(err)
	}
	return &sides{m, api(t, store)}
}

func refuse(r dataset.Reject) error {
	return graph.Errorf(graph.Invalid, "", "%s line %d: %s", r.File, r.Line, r.Reason)
}

// api answers operations as the server does, without HTTP.
func api(t *testing.T, store *graph.Store) *executor.Executor {
	t.Helper()

	m, err := mapping.Load(schema.Files)
	if err != nil {
		t.Fatal(err)
	}
	compiler, err := compile.New(m, statements.Lookup)
	if err != nil {
		t.Fatal(err)
	}
	r, err := resolvers.New(resolvers.Config{Store: store, Compiler: compiler, Now: today})
	if err != nil {
		t.Fatal(err)
	}
	exec := executor.New(r.Schema())
	exec.AroundOperations(r.Operation)
	log := slog.New(slog.NewTextHandler(t.Output(), nil))
	exec.SetErrorPresenter(func(ctx context.Context, err error) *gqlerror.Error {
		return resolvers.Present(ctx, log, err)
	})
	return exec
}

// ask gives an operation's data, without what is null.
func (s *sides) ask(t *testing.T, query string, vars map[string]any) reference.Row {
	t.Helper()

	ctx := graphql.StartOperationTrace(t.Context())
	op, errs := s.exec.CreateOperationContext(ctx, &graphql.RawParams{Query: query, Variables: vars})
	if errs != nil {
		t.Fatal(errs)
	}
	handle, ctx := s.exec.DispatchOperation(ctx, op)
	response := handle(ctx)
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
