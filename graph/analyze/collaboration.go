package analyze

import (
	"context"
	"fmt"
	"time"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/statements"
	"github.com/creatorgraph/creatorgraph/insight/strength"
)

// collaboration is the step that writes COLLABORATED_WITH, as docs/model.md has it. Its relationships carry
// the runs they are valid from and until, so that those of the next run can be written beside those that
// are read, and only what differs is.
func collaboration() step {
	return step{
		name: collaborationStep, does: "collaborations", version: 1,
		reads: []string{"imports", "revisions", "participations", "posts", "appearances"},
		run: func(ctx context.Context, j *job) (string, error) {
			c := &collaborationUpdate{job: j}
			return c.run(ctx)
		},
		sweep: func(ctx context.Context, j *job) error {
			_, err := j.store.Schema(ctx, graph.Statement{
				Text: statements.Text("collaboration/sweep"), Params: map[string]any{"run": j.run}})
			return err
		},
	}
}

const collaborationStep = "collaboration"

// collaborationUpdate is one run of the step.
type collaborationUpdate struct {
	*job
	ids   []int64 // the database's numbers of the creators, in the order of their keys
	empty bool    // nothing was written by a run before
}

func (c *collaborationUpdate) run(ctx context.Context) (string, error) {
	if err := c.repair(ctx); err != nil {
		return "", fmt.Errorf("what a run left that was killed: %w", err)
	}
	network, err := c.network(ctx)
	if err != nil {
		return "", err
	}
	e := &edits{job: c.job, ids: c.ids, empty: c.empty}
	err = network.Strongest(func(of int32, kept []strength.Collaboration) error { return e.add(ctx, of, kept) })
	if err == nil {
		err = e.flush(ctx)
	}
	c.same = e.created+e.expired == 0 && c.valid > 0
	return fmt.Sprintf("%d collaborations, %d new, %d ended", e.kept, e.created, e.expired), err
}

// repair removes what killed runs have left, and says whether anything is left after that.
func (c *collaborationUpdate) repair(ctx context.Context) error {
	rows, err := c.store.Read(ctx, graph.Statement{Text: statements.Text("collaboration/none")})
	if err != nil {
		return err
	}
	c.empty = rows[0]["none"] == true
	if !c.killed || c.empty {
		return nil
	}
	for _, name := range []string{"collaboration/unmake", "collaboration/revive"} {
		_, err := c.store.Schema(ctx, graph.Statement{
			Text: statements.Text(name), Params: map[string]any{"run": c.valid, "mine": c.job.run}})
		if err != nil {
			return err
		}
	}
	return nil
}

// network reads who shares what. Creators and things come in the order of their keys, so that the same
// graph gives the same sums.
func (c *collaborationUpdate) network(ctx context.Context) (*strength.Network, error) {
	place := map[int64]int32{}
	err := c.store.Stream(ctx, graph.Statement{Text: statements.Text("collaboration/creators")},
		func(r graph.Record) error {
			id, _ := r["id"].(int64)
			place[id] = int32(len(c.ids))
			c.ids = append(c.ids, id)
			return nil
		})
	if err != nil {
		return nil, err
	}
	var things []strength.SharedWork
	for _, kind := range []string{"collaboration/campaigns", "collaboration/contents"} {
		err := c.store.Stream(ctx, graph.Statement{Text: statements.Text(kind)}, func(r graph.Record) error {
			things = append(things, thing(r, kind == "collaboration/contents", place))
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return strength.NewNetwork(len(c.ids), things, days(c.present)), nil
}

// thing reads something shared; who has come since the creators were read is left for the next run.
func thing(r graph.Record, content bool, place map[int64]int32) strength.SharedWork {
	creators, _ := r["creators"].([]any)
	t := strength.SharedWork{Content: content, People: make([]int32, 0, len(creators))}
	if day, known := r["day"].(int64); known {
		t.Day, t.Dated = int32(day), true
	}
	for _, creator := range creators {
		id, _ := creator.(int64)
		if p, known := place[id]; known {
			t.People = append(t.People, p)
		}
	}
	return t
}

// days is a day counted from 1970-01-01.
func days(t time.Time) int32 { return int32(t.Unix() / (24 * 60 * 60)) }
