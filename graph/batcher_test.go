package graph_test

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/compile"
	"github.com/creatorgraph/creatorgraph/graph/graphtest"
)

// dividing asks for 100 / n after so many steps, with a statement of its own and one for many, both with a mark of the test's.
func dividing(mark string, n, steps int64) graph.Statement {
	const body = "UNWIND range(1, %[1]s) AS i WITH %[2]s AS by, sum(sqrt(i)) AS s RETURN 100 / by AS value"
	return graph.Statement{
		Text:   "// " + mark + "\n" + fmt.Sprintf(body, "$steps", "$n"),
		Params: map[string]any{"n": n, "steps": steps},
		Company: &compile.Company{Own: []string{"n", "steps"}, Most: 64,
			Text: "// " + mark + "\nUNWIND $company AS asker CALL (asker) { " + fmt.Sprintf(body, "asker.steps", "asker.n") +
				" } RETURN asker.place AS place, value"},
	}
}

// seen are the statements of a mark that have run.
type seen struct {
	mark      string
	all, many atomic.Int64
}

func (s *seen) observe(o graph.Observation) {
	if !strings.Contains(o.Text, s.mark) {
		return
	}
	s.all.Add(1)
	if strings.Contains(o.Text, "$company") {
		s.many.Add(1)
	}
}

// slow takes the database some 200 ms, so that others gather meanwhile.
const slow = 300_000

// gather asks a slow question, then others while it is under way, and gives the outcome of each.
func gather(t *testing.T, store *graph.Store, mark string, others []func(ctx context.Context) error) []error {
	t.Helper()

	errs := make([]error, len(others))
	var all sync.WaitGroup
	all.Go(func() {
		if _, err := store.Row(t.Context(), dividing(mark, 1, slow)); err != nil {
			t.Error(err)
		}
	})
	time.Sleep(5 * time.Millisecond) // too short only makes the test weaker
	for i, ask := range others {
		all.Go(func() { errs[i] = ask(t.Context()) })
	}
	all.Wait()
	return errs
}

// dividend asks for 100 / n and wants a value.
func dividend(store *graph.Store, mark string, n, want int64) func(ctx context.Context) error {
	return func(ctx context.Context) error {
		row, err := store.Row(ctx, dividing(mark, n, 1))
		if err == nil && (len(row) != 1 || row[0] != want) {
			return fmt.Errorf("100 / %d is %v", n, row)
		}
		return err
	}
}

// What comes while a statement of its shape is under way is asked by one statement, and each has its own answer.
func TestReadsTravelTogether(t *testing.T) {
	t.Parallel()

	mark := &seen{mark: "together " + t.Name()}
	store := graphtest.Open(t, mark.observe)
	var others []func(ctx context.Context) error
	for n := range int64(50) {
		others = append(others, dividend(store, mark.mark, n+1, 100/(n+1)))
	}
	for _, err := range gather(t, store, mark.mark, others) {
		if err != nil {
			t.Error(err)
		}
	}
	if all := mark.all.Load(); all > 10 {
		t.Errorf("51 questions took %d statements", all)
	}
	// Counted before anybody is answered; a statement is observed when it ends, which may be after its answers.
	if c := store.CompanyCount(); c.Questions < 2*c.Statements || c.Statements == 0 {
		t.Errorf("counted: %+v", c)
	}
}

// One that fails fails alone.
func TestOneFailureInCompanyIsOnesOwn(t *testing.T) {
	t.Parallel()

	mark := &seen{mark: "failing " + t.Name()}
	store := graphtest.Open(t, mark.observe)
	var others []func(ctx context.Context) error
	for n := range int64(20) {
		others = append(others, dividend(store, mark.mark, n, 100/max(n, 1)))
	}
	errs := gather(t, store, mark.mark, others)
	if errs[0] == nil || graph.KindOf(errs[0]) != graph.Internal {
		t.Errorf("a division by zero: got %v", errs[0])
	}
	for n, err := range errs[1:] {
		if err != nil {
			t.Errorf("100 / %d: %v", n+1, err)
		}
	}
	if store.CompanyCount().Statements == 0 {
		t.Error("they did not travel together")
	}
}

// The same question of several who wait is asked once.
func TestTheSameQuestionIsAskedOnce(t *testing.T) {
	t.Parallel()

	mark := &seen{mark: "same " + t.Name()}
	store := graphtest.Open(t, mark.observe)
	var others []func(ctx context.Context) error
	for range 30 {
		others = append(others, dividend(store, mark.mark, 4, 25))
	}
	for _, err := range gather(t, store, mark.mark, others) {
		if err != nil {
			t.Error(err)
		}
	}
	if c := store.CompanyCount(); c.Shared < 20 {
		t.Errorf("of 30 that were the same only %d were asked with another", c.Shared)
	}
}

// Who goes, and whose time is up, takes nobody along.
func TestWhoLeavesACompanyLeavesAlone(t *testing.T) {
	t.Parallel()

	mark := &seen{mark: "leaving " + t.Name()}
	store := graphtest.Open(t, mark.observe)
	late := func(ctx context.Context) error {
		ctx, cancel := context.WithTimeout(ctx, 10*time.Millisecond)
		defer cancel()
		return dividend(store, mark.mark, 5, 20)(ctx)
	}
	gone := func(ctx context.Context) error {
		ctx, cancel := context.WithCancel(ctx)
		time.AfterFunc(10*time.Millisecond, cancel)
		_, err := store.Row(ctx, dividing(mark.mark, 6, slow))
		return err
	}
	errs := gather(t, store, mark.mark, []func(ctx context.Context) error{
		late, gone, dividend(store, mark.mark, 4, 25), dividend(store, mark.mark, 2, 50)})
	if graph.KindOf(errs[0]) != graph.Timeout {
		t.Errorf("who had 10 ms: got %v", errs[0])
	}
	if errs[1] == nil {
		t.Error("who has gone was answered")
	}
	for _, err := range errs[2:] {
		if err != nil {
			t.Error(err)
		}
	}
}

// Nobody waits long for what is slow.
func TestNobodyWaitsForAHeavyNeighbour(t *testing.T) {
	t.Parallel()

	store := graphtest.Open(t)
	mark := "heavy " + t.Name()
	if err := dividend(store, mark, 4, 25)(t.Context()); err != nil { // the database plans it
		t.Fatal(err)
	}
	var took time.Duration
	begun := time.Now()
	var all sync.WaitGroup
	all.Go(func() {
		if _, err := store.Row(t.Context(), dividing(mark, 1, 20*slow)); err != nil {
			t.Error(err)
		}
	})
	time.Sleep(5 * time.Millisecond)
	if err := dividend(store, mark, 4, 25)(t.Context()); err != nil {
		t.Error(err)
	}
	took = time.Since(begun)
	all.Wait()
	if whole := time.Since(begun); took > whole/2 {
		t.Errorf("it took %v beside one of %v", took, whole)
	}
}

// A question that warms the database has it plan both statements.
func TestWarmingAsksBothStatements(t *testing.T) {
	t.Parallel()

	mark := &seen{mark: "warming " + t.Name()}
	store := graphtest.Open(t, mark.observe)
	if err := dividend(store, mark.mark, 4, 25)(graph.WithWarming(t.Context())); err != nil {
		t.Error(err)
	}
	if all, many := mark.all.Load(), mark.many.Load(); all != 2 || many != 1 {
		t.Errorf("%d statements, %d of them for many; want 2 and 1", all, many)
	}
}
