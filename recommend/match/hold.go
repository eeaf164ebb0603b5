package match

import (
	"context"
	"log/slog"
	"runtime"
	"sync"
	"time"

	"golang.org/x/sync/semaphore"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/facts"
	"github.com/creatorgraph/creatorgraph/insight/acceptance"
	"github.com/creatorgraph/creatorgraph/insight/accepting"
	"github.com/creatorgraph/creatorgraph/insight/match"
	"github.com/creatorgraph/creatorgraph/recommend/learned"
	"github.com/creatorgraph/creatorgraph/recommend/mirror"
)

// Held is the model of the graph's results, as they stand. It is safe for use by many goroutines.
type Held struct {
	*mirror.Mirror[*book]
	store            *graph.Store
	now              func() time.Time
	plans, longPlans *semaphore.Weighted
}

// longEffort is the effort from which a plan is long, in milliseconds.
const longEffort = 100

// turn waits until a plan may use a processor, first come, first served: side by side, each plan would take as long as all of them
// together. Long plans have turns of their own, so that they keep others waiting as little as may be. The caller gives the turn back.
func (h *Held) turn(ctx context.Context, effort int) (giveBack func(), err error) {
	turns := h.plans
	if effort > longEffort {
		turns = h.longPlans
	}
	if err := turns.Acquire(ctx, 1); err != nil {
		return nil, graph.Errorf(graph.Timeout, "ask again in a moment, or lower effort", "planCampaign: other plans are still being made: %w", err)
	}
	return func() { turns.Release(1) }, nil
}

// book is a model and what reads the changes it has to take in.
type book struct {
	*facts.ResultsReader
	mu      sync.RWMutex
	model   *match.Model
	learned *acceptance.Model // that the model weighs creators by; nil for the plain rate
}

// accept has the model weigh creators by the newest acceptance that was learned; by the plain rate before the first analysis,
// and while what is kept is of another version.
func (b *book) accept(ctx context.Context, offers *learned.Model[*acceptance.Model]) error {
	newest, _, err := offers.Now(ctx)
	if graph.KindOf(err) == graph.Conflict {
		return nil
	}
	if err != nil || newest == b.learned {
		return err
	}
	follows := accepting.New(b.model.Book(), newest) // who follows the graph is alone with the book
	b.mu.Lock()
	defer b.mu.Unlock()
	b.model.SetAcceptance(follows)
	b.learned = newest
	return nil
}

// Hold makes what reads the results from a store when it is first asked.
func Hold(store *graph.Store, now func() time.Time, log *slog.Logger) *Held {
	today := func() time.Time { return now().UTC() }
	offers := learned.Under(store, "acceptance", acceptance.ReadRecord)
	processors := int64(runtime.GOMAXPROCS(0))
	return &Held{store: store, now: now, plans: semaphore.NewWeighted(processors), longPlans: semaphore.NewWeighted((processors + 1) / 2), Mirror: mirror.New(store, log, mirror.Source[*book]{
		What: "the results of campaigns",
		Read: func(ctx context.Context, patient *graph.Store) (*book, error) {
			reader, of, err := facts.ReadResults(ctx, patient, today())
			if err != nil {
				return nil, err
			}
			reader.Through(store)
			b := &book{ResultsReader: reader, model: match.New(of)}
			return b, b.accept(ctx, offers)
		},
		Follow: func(ctx context.Context, b *book) (bool, error) {
			follows, err := b.Changes(ctx, today(), func(apply func(*match.Model)) {
				b.mu.Lock()
				defer b.mu.Unlock()
				apply(b.model)
			})
			if err != nil || !follows {
				return follows, err
			}
			return true, b.accept(ctx, offers)
		},
		Passed: func(b *book) bool { return b.ResultsReader.Passed(today()) },
	})}
}

// With does something with the model as it is now; nothing changes meanwhile.
func (h *Held) With(ctx context.Context, do func(*match.Model) error) error {
	b, err := h.Value(ctx)
	if err != nil {
		return err
	}
	b.mu.RLock()
	defer b.mu.RUnlock()
	return do(b.model)
}
