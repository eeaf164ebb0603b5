package analyze

import (
	"context"
	"errors"
	"fmt"
	"math"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/facts"
	"github.com/creatorgraph/creatorgraph/insight/growth"
)

const (
	// growthKey is under what name the model of growth is kept.
	growthKey = "growth"
	// growthCreators is from how many creators' histories is learned, evenly spread by key.
	growthCreators = 30_000
	// risingDays is ahead of which creators are ordered.
	risingDays = 30
	risingRows = 5_000 // that one transaction writes
)

// learnGrowth is the step that learns to forecast followers, and writes by what share each creator is expected to grow.
func learnGrowth() step {
	g := &growths{}
	return step{
		name: growthKey, does: "growth of followers", version: 1, reads: []string{"imports", "creators"},
		run: func(ctx context.Context, j *job) (string, error) {
			*g = growths{job: j}
			return g.run(ctx)
		},
		turn: turnLearned(&g.learned),
	}
}

// growths is one run of the step.
type growths struct {
	*job
	learned facts.Learned
}

func (g *growths) run(ctx context.Context) (string, error) {
	before, err := facts.LearnedState(ctx, g.store, growthKey)
	if err != nil {
		return "", err
	}
	some, total, last, err := g.sample(ctx)
	if err != nil {
		return "", err
	}
	model, err := growth.Learn(some, last, growth.Params{Seed: learningSeed})
	if errors.Is(err, growth.ErrShort) {
		return "not learned: " + err.Error(), nil
	}
	if err != nil {
		return "", err
	}
	record, err := model.Record()
	if err != nil {
		return "", err
	}
	g.learned = facts.Learned{Key: growthKey, Record: string(record), Run: g.job.run, Rows: model.Rows, Figures: model.Figures,
		Place: facts.OtherPlace(before.Place, facts.RisingPlaces)}
	forecast, err := g.write(ctx, model, total)
	return fmt.Sprintf("forecast %d of %d creators' followers, learned from %d examples", forecast, total, model.Rows), err
}

// sample reads the histories that are learned from, how many there are, and the last day of any.
func (g *growths) sample(ctx context.Context) (some []growth.History, total int64, last int32, err error) {
	last = math.MinInt32
	sample := evenSample[growth.History]{few: growthCreators}
	err = facts.EachFollowers(ctx, g.store, func(f facts.Followers) error {
		for _, day := range f.Days {
			last = max(last, day)
		}
		sample.add(func() growth.History { return HistoryOf(f) })
		return nil
	})
	return sample.kept, sample.total, last, err
}

// HistoryOf gives a creator's followers as the model reads them.
func HistoryOf(f facts.Followers) growth.History {
	h := growth.History{Key: f.Key, Days: f.Days, Followers: f.Counts, Joined: growth.Unknown}
	if f.Dated {
		h.Joined = int32(f.Joined)
	}
	return h
}

// write writes all creators' expected growth.
func (g *growths) write(ctx context.Context, model *growth.Model, total int64) (forecast int, err error) {
	var batch []facts.Rising
	done := int64(0)
	flush := func() error {
		err := g.lease.Write(ctx, func(ctx context.Context, tx graph.Tx) error {
			return facts.WriteRising(ctx, tx, g.learned.Place, batch)
		})
		done += int64(len(batch))
		g.tell(done, total)
		batch = batch[:0]
		if err != nil {
			return fmt.Errorf("writing expected growth: %w", err)
		}
		return nil
	}
	err = facts.EachFollowers(ctx, g.store, func(f facts.Followers) error {
		one := facts.Rising{ID: f.ID}
		if ahead, _ := model.Forecast(HistoryOf(f), min(risingDays, model.Longest)); ahead != nil {
			one.Rate, one.Known = ahead.Rate(), true
			forecast++
		}
		if batch = append(batch, one); len(batch) < risingRows {
			return nil
		}
		return flush()
	})
	if err == nil && len(batch) > 0 {
		err = flush()
	}
	return forecast, err
}
