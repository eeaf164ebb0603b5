package analyze

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/statements"
	"github.com/creatorgraph/creatorgraph/insight/tie"
)

// collaboration is the step that writes COLLABORATED_WITH, as docs/model.md has it. Its relationships carry
// the runs they are valid from and until, so that those of the next run can be written beside those that
// are read, and only what differs is.
func collaboration() step {
	return step{
		name: collaborationStep, does: "collaborations", version: 1,
		reads: []string{"imports", "revisions", "participations", "posts", "appearances"},
		run: func(ctx context.Context, j *job) (string, error) {
			c := &collaborating{job: j}
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

// collaborating is one run of the step.
type collaborating struct {
	*job
	keys   []string // of the creators, in order
	number map[string]int32
	empty  bool // nothing was written by a run before
	edges  edits
}

func (c *collaborating) run(ctx context.Context) (string, error) {
	if err := c.mend(ctx); err != nil {
		return "", fmt.Errorf("what a run left that was killed: %w", err)
	}
	network, err := c.network(ctx)
	if err != nil {
		return "", err
	}
	c.edges = edits{job: c.job, keys: c.keys, empty: c.empty}
	err = network.Strongest(func(of int32, kept []tie.Tie) error { return c.edges.add(ctx, of, kept) })
	if err == nil {
		err = c.edges.flush(ctx)
	}
	c.same = c.edges.created+c.edges.expired == 0 && c.valid > 0
	return fmt.Sprintf("%d collaborations, %d new, %d ended", c.edges.kept, c.edges.created, c.edges.expired), err
}

// mend takes away what runs left that were killed, and learns whether anything is left after that.
func (c *collaborating) mend(ctx context.Context) error {
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

// network reads who shares what. Things are put in the order of their keys and creators in that of
// theirs, so that the same graph gives the same sums.
func (c *collaborating) network(ctx context.Context) (*tie.Network, error) {
	c.number = map[string]int32{}
	var things []tie.Thing
	for _, kind := range []string{"collaboration/campaigns", "collaboration/contents"} {
		read, err := c.things(ctx, kind)
		if err != nil {
			return nil, err
		}
		things = append(things, read...)
	}
	if !c.empty { // who has worked with somebody only once upon a time
		err := c.store.Stream(ctx, graph.Statement{Text: statements.Text("collaboration/starts")},
			func(r graph.Record) error {
				key, _ := r["key"].(string)
				c.person(key)
				return nil
			})
		if err != nil {
			return nil, err
		}
	}
	c.keys = slices.Sorted(maps.Keys(c.number))
	place := make([]int32, len(c.keys))
	for i, key := range c.keys {
		place[c.number[key]] = int32(i)
	}
	c.number = nil
	for _, t := range things {
		for i, p := range t.People {
			t.People[i] = place[p]
		}
	}
	return tie.NewNetwork(len(c.keys), things, days(c.present)), nil
}

// things reads the things of one kind.
func (c *collaborating) things(ctx context.Context, statement string) ([]tie.Thing, error) {
	var things []tie.Thing
	var keys []string
	err := c.store.Stream(ctx, graph.Statement{Text: statements.Text(statement)}, func(r graph.Record) error {
		key, _ := r["key"].(string)
		people, _ := r["creators"].([]any)
		thing := tie.Thing{Content: statement == "collaboration/contents", People: make([]int32, len(people))}
		if day, known := r["day"].(int64); known {
			thing.Day, thing.Dated = int32(day), true
		}
		for i, p := range people {
			creator, _ := p.(string)
			thing.People[i] = c.person(creator)
		}
		keys, things = append(keys, key), append(things, thing)
		return nil
	})
	order := make([]int, len(keys))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(x, y int) int { return strings.Compare(keys[x], keys[y]) })
	sorted := make([]tie.Thing, len(things))
	for to, from := range order {
		sorted[to] = things[from]
	}
	return sorted, err
}

// person gives a creator's number, a new one at first sight.
func (c *collaborating) person(key string) int32 {
	n, known := c.number[key]
	if !known {
		n = int32(len(c.number))
		c.number[key] = n
	}
	return n
}

// days is a day counted from 1970-01-01.
func days(t time.Time) int32 { return int32(t.Unix() / (24 * 60 * 60)) }
