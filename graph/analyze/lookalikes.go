package analyze

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/facts"
	"github.com/creatorgraph/creatorgraph/graph/statements"
	"github.com/creatorgraph/creatorgraph/insight/lookalike"
)

const lookalikesStep = "lookalikes"

const (
	// likenessRows is how many vectors one transaction writes.
	likenessRows = 2_000
	// fewChanged is the share of creators that may have changed for the model, and everybody else's vector, to be
	// kept: those that did are placed one by one as they change (see Embedder), and what others' vectors
	// would change by is less than what learning anew moves them by.
	fewChanged = 0.02
	// indexPause is how often a run looks how far the index is.
	indexPause = 500 * time.Millisecond
)

// lookalikes is the step that learns who is like whom. Vectors are written to the slot that is not read, and
// indexed there; the last transaction, with the model, makes that slot the one that is.
func lookalikes() step {
	l := &lookalikeRun{}
	return step{
		name: lookalikesStep, does: "lookalikes", version: 3,
		reads: []string{"imports", "revisions", "participations", "creators", "contents", "contracts", "audiences", "appearances"},
		after: []string{collaborationStep},
		run: func(ctx context.Context, j *job) (string, error) {
			*l = lookalikeRun{job: j}
			return l.run(ctx)
		},
		turn: func(ctx context.Context, tx graph.Tx, j *job) error {
			return facts.ActivateLikenesses(ctx, tx, facts.LikenessModel{Record: l.record, Slot: l.slot, Run: j.run, Creators: l.creators}, l.began)
		},
		sweep: func(ctx context.Context, j *job) error { return l.sweep(ctx) },
	}
}

// lookalikeRun is one run of the step.
type lookalikeRun struct {
	*job
	began  int64 // ms since 1970-01-01, by the database's clock
	slot   int
	record string
	// creators is how many there are, those of whom nothing is known included.
	creators int64
	model    *lookalike.Model
	rows     []float32
	at       map[int64]int // of a creator's number: its row
}

func (l *lookalikeRun) run(ctx context.Context) (string, error) {
	last, err := facts.ReadLikenessModel(ctx, l.store)
	if err != nil {
		return "", err
	}
	if kept, err := l.keeps(ctx, last); err != nil || kept != "" {
		return kept, err
	}
	if last.Record != "" {
		l.slot = 1 - last.Slot
	}
	if err := l.now(ctx); err != nil {
		return "", err
	}
	market, err := facts.ReadRichMarket(ctx, l.store, l.before[collaborationStep], l.present)
	if err != nil {
		return "", err
	}
	if err := l.learn(ctx, market); err != nil {
		return "", err
	}
	if err := l.schema(ctx, statements.Placed("lookalike/drop", l.slot), nil); err != nil {
		return "", err
	}
	known, err := l.writeCreators(ctx, market.IDs)
	if err != nil {
		return "", err
	}
	organizations, err := l.writeOrganizations(ctx)
	if err != nil {
		return "", err
	}
	if err := l.index(ctx); err != nil {
		return "", err
	}
	return fmt.Sprintf("placed %d of %d creators, %d agencies and brands", known, len(market.IDs), organizations), nil
}

// learn learns the model and the creators' vectors.
func (l *lookalikeRun) learn(ctx context.Context, market *facts.Market) error {
	var model *lookalike.Model
	var rows []float32
	err := interruptible(ctx, func() { model, rows = lookalike.Learn(&market.Market, learningSeed) })
	if err != nil {
		return err
	}
	l.model, l.rows = model, rows
	l.at = make(map[int64]int, len(market.IDs))
	for i, id := range market.IDs {
		l.at[id] = i
	}
	record, err := json.Marshal(l.model)
	l.record, l.creators = string(record), int64(len(market.IDs))
	return err
}

// keeps says, in a few words, that the last run's model and vectors are good for longer; nothing where they are
// not.
func (l *lookalikeRun) keeps(ctx context.Context, last facts.LikenessModel) (string, error) {
	if last.Record == "" || l.full || l.killed {
		return "", nil
	}
	rows, err := l.store.Read(ctx, graph.Statement{Text: statements.Text("lookalike/changed")})
	if err != nil {
		return "", err
	}
	creators, _ := rows[0]["creators"].(int64)
	changed, _ := rows[0]["changed"].(int64)
	changed = max(changed, creators-last.Creators, last.Creators-creators)
	if float64(changed) > fewChanged*float64(creators) {
		return "", nil
	}
	l.same = true
	return fmt.Sprintf("kept; %d of %d creators have changed and are placed one by one", changed, creators), nil
}

func (l *lookalikeRun) now(ctx context.Context) error {
	rows, err := l.store.Read(ctx, graph.Statement{Text: statements.Text("lookalike/now")})
	if err == nil {
		l.began, _ = rows[0]["now"].(int64)
	}
	return err
}

func (l *lookalikeRun) schema(ctx context.Context, text string, params map[string]any) error {
	_, err := l.store.Schema(ctx, graph.Statement{Text: text, Params: params})
	return err
}

// writeCreators writes all creators' vectors; those of whom nothing is known get none.
func (l *lookalikeRun) writeCreators(ctx context.Context, ids []int64) (known int, err error) {
	batch := make([]facts.Likeness, 0, likenessRows)
	for i, id := range ids {
		row := l.rows[i*l.model.Width : (i+1)*l.model.Width]
		if !lookalike.IsEmbedded(row) {
			row = nil
		} else {
			known++
		}
		batch = append(batch, facts.Likeness{ID: id, Vector: row, Length: lookalike.Length(row)})
		if len(batch) < likenessRows && i+1 < len(ids) {
			continue
		}
		if err := l.write(ctx, batch); err != nil {
			return known, err
		}
		batch = batch[:0]
		l.tell(int64(i+1), int64(len(ids)))
	}
	return known, nil
}

func (l *lookalikeRun) write(ctx context.Context, batch []facts.Likeness) error {
	err := l.lease.Write(ctx, func(ctx context.Context, tx graph.Tx) error {
		return facts.WriteLikenesses(ctx, tx, l.slot, batch)
	})
	if err != nil {
		return fmt.Errorf("writing vectors: %w", err)
	}
	return nil
}

// writeOrganizations writes the vectors of agencies and brands.
func (l *lookalikeRun) writeOrganizations(ctx context.Context) (known int, err error) {
	var all []facts.Likeness
	err = facts.ReadOrganizations(ctx, l.store, l.today.Format(time.DateOnly), func(h facts.Organization) error {
		var rows [][]float32
		for _, id := range h.Creators {
			if at, there := l.at[id]; there {
				rows = append(rows, l.rows[at*l.model.Width:(at+1)*l.model.Width])
			}
		}
		vector := l.model.Organization(rows, h.Categories, h.Segments)
		if vector != nil {
			known++
		}
		all = append(all, facts.Likeness{ID: h.ID, Vector: vector, Length: lookalike.Length(vector)})
		return nil
	})
	if err != nil {
		return 0, err
	}
	for len(all) > 0 {
		n := min(len(all), likenessRows)
		if err := l.write(ctx, all[:n]); err != nil {
			return 0, err
		}
		all = all[n:]
	}
	return known, nil
}

// index makes the index of the slot and waits until it answers.
func (l *lookalikeRun) index(ctx context.Context) error {
	l.rows, l.at = nil, nil
	err := l.schema(ctx, statements.Placed("lookalike/index", l.slot), map[string]any{"dimensions": l.model.Width})
	if err != nil {
		return err
	}
	for {
		all, err := facts.ReadLikenessIndexes(ctx, l.store)
		if err != nil {
			return err
		}
		switch is := all[l.slot]; is.State {
		case "ONLINE":
			return nil
		case "FAILED", "":
			return graph.Errorf(graph.Internal, "look into the database's log", "the index %s could not be made",
				facts.LikenessIndexes[l.slot])
		default:
			l.tell(int64(is.Percent), 100)
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(indexPause):
		}
	}
}

// sweep takes away the marks that the run has taken in, and the index of what is read no more. The numbers there
// stay until the next run writes over them.
func (l *lookalikeRun) sweep(ctx context.Context) error {
	if err := l.schema(ctx, statements.Text("lookalike/settle"), map[string]any{"began": l.began}); err != nil {
		return err
	}
	return l.schema(ctx, statements.Placed("lookalike/drop", 1-l.slot), nil)
}
