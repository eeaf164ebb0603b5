package analyze

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/statements"
)

const communitiesStep = "communities"

// projection is the name of the projected collaborations.
const projection = "creatorgraph-collaborations"

// communityRows is how many members one transaction writes.
const communityRows = 20_000

// communities is the step that finds communities among those who collaborated, and how central each creator
// is. The next generation is written under a label of its own, and takes the old one's by one transaction.
func communities() step {
	return step{
		name: communitiesStep, does: "communities", version: 1,
		reads: []string{"imports"}, after: []string{collaborationStep},
		procedures: []string{"gds.graph.drop", "gds.graph.nodeProperty.stream", "gds.leiden.mutate",
			"gds.pageRank.mutate", "gds.degree.mutate"},
		run: func(ctx context.Context, j *job) (string, error) {
			c := &communityDetection{job: j}
			return c.run(ctx)
		},
		turn: func(ctx context.Context, tx graph.Tx, j *job) error {
			if _, err := tx.Run(ctx, graph.Statement{Text: statements.Text("communities/retire")}); err != nil {
				return err
			}
			_, err := tx.Run(ctx, graph.Statement{
				Text: statements.Text("communities/turn"), Params: map[string]any{"numbered": j.numbered}})
			return err
		},
		sweep: sweepCommunities,
	}
}

// communityDetection is one run of the step.
type communityDetection struct {
	*job
	next generation
}

// progressSteps is how many parts a run tells its progress in.
const progressSteps = 6

func (g *communityDetection) run(ctx context.Context) (string, error) {
	if err := sweepCommunities(ctx, g.job); err != nil {
		return "", fmt.Errorf("what a run left that was killed: %w", err)
	}
	defer g.dropProjection(context.WithoutCancel(ctx))
	for i, part := range []func(context.Context) error{g.project, g.find, g.read, g.inherit, g.write, g.describe} {
		g.tell(int64(i), progressSteps)
		if err := part(ctx); err != nil {
			return "", err
		}
	}
	g.tell(progressSteps, progressSteps)
	members := 0
	for _, c := range g.next {
		members += len(c.members)
	}
	return fmt.Sprintf("%d communities of %d creators", len(g.next), members), nil
}

// project makes the collaborations known to Graph Data Science, which keeps projections until they are
// dropped, even when who made them has died.
func (g *communityDetection) project(ctx context.Context) error {
	if err := g.call(ctx, "communities/drop", map[string]any{"name": projection}); err != nil {
		return err
	}
	return g.call(ctx, "communities/project", map[string]any{"name": projection, "run": g.before[collaborationStep]})
}

func (g *communityDetection) dropProjection(ctx context.Context) {
	_ = g.call(ctx, "communities/drop", map[string]any{"name": projection}) // the next run drops it
}

// find works out what the projection is asked for; of no collaborations there is none.
func (g *communityDetection) find(ctx context.Context) error {
	there, err := g.projected(ctx)
	if err != nil || !there {
		return err
	}
	for _, name := range []string{"communities/leiden", "communities/page_rank", "communities/degree"} {
		if err := g.call(ctx, name, map[string]any{"name": projection}); err != nil {
			return err
		}
	}
	return nil
}

func (g *communityDetection) projected(ctx context.Context) (bool, error) {
	rows, err := g.store.Read(ctx, graph.Statement{
		Text: statements.Text("communities/projected"), Params: map[string]any{"name": projection}})
	if err != nil {
		return false, err
	}
	return rows[0]["there"] == true, nil
}

// read fetches what was found, the largest community first.
func (g *communityDetection) read(ctx context.Context) error {
	there, err := g.projected(ctx)
	if err != nil || !there {
		return err
	}
	number := map[int64]int{}
	st := graph.Statement{Text: statements.Text("communities/found"), Params: map[string]any{"name": projection}}
	err = g.store.Stream(ctx, st, func(r graph.Record) error {
		var m member
		m.creator, _ = r["creator"].(int64)
		m.pageRank, _ = r["pageRank"].(float64)
		m.degree, _ = r["degree"].(float64)
		id, _ := r["community"].(int64)
		at, known := number[id]
		if !known {
			at = len(g.next)
			number[id] = at
			g.next = append(g.next, community{})
		}
		g.next[at].members = append(g.next[at].members, m)
		return nil
	})
	for _, c := range g.next {
		slices.SortFunc(c.members, func(x, y member) int { return cmp.Compare(x.creator, y.creator) })
	}
	slices.SortFunc(g.next, func(x, y community) int {
		return cmp.Or(cmp.Compare(len(y.members), len(x.members)),
			cmp.Compare(x.members[0].creator, y.members[0].creator))
	})
	return err
}

// inherit gives each community its key.
func (g *communityDetection) inherit(ctx context.Context) error {
	before, sizes := map[int64]string{}, map[string]int{}
	err := g.store.Stream(ctx, graph.Statement{Text: statements.Text("communities/before")}, func(r graph.Record) error {
		key, _ := r["key"].(string)
		creators, _ := r["creators"].([]any)
		sizes[key] = len(creators)
		for _, creator := range creators {
			id, _ := creator.(int64)
			before[id] = key
		}
		return nil
	})
	if err != nil {
		return err
	}
	rows, err := g.store.Read(ctx, graph.Statement{Text: statements.Text("communities/numbered")})
	if err != nil {
		return err
	}
	numbered, _ := rows[0]["numbered"].(int64)
	g.numbered = g.next.inherit(before, sizes, numbered)
	return nil
}

// write writes the next generation, so many members to a transaction.
func (g *communityDetection) write(ctx context.Context) error {
	var create, join []any
	size := 0
	flush := func() error {
		err := g.lease.Write(ctx, func(ctx context.Context, tx graph.Tx) error {
			_, err := tx.Run(ctx, graph.Statement{
				Text: statements.Text("communities/create"), Params: map[string]any{"rows": create}})
			if err != nil {
				return err
			}
			_, err = tx.Run(ctx, graph.Statement{
				Text: statements.Text("communities/join"), Params: map[string]any{"rows": join}})
			return err
		})
		create, join, size = nil, nil, 0
		return err
	}
	for _, c := range g.next {
		create = append(create, []any{c.key, int64(len(c.members))})
		for some := range slices.Chunk(c.members, communityRows) {
			rows := make([]any, len(some))
			for i, m := range some {
				rows[i] = []any{m.creator, m.pageRank, m.degree}
			}
			join = append(join, []any{c.key, rows})
			if size += len(some); size < communityRows {
				continue
			}
			if err := flush(); err != nil {
				return err
			}
		}
	}
	return flush()
}

// describe says what the communities are about.
func (g *communityDetection) describe(ctx context.Context) error {
	var keys []string
	size := 0
	flush := func() error {
		err := g.lease.Write(ctx, func(ctx context.Context, tx graph.Tx) error {
			_, err := tx.Run(ctx, graph.Statement{
				Text: statements.Text("communities/describe"), Params: map[string]any{"keys": keys}})
			return err
		})
		keys, size = nil, 0
		return err
	}
	for _, c := range g.next {
		keys = append(keys, c.key)
		if size += len(c.members); size < communityRows {
			continue
		}
		if err := flush(); err != nil {
			return err
		}
	}
	return flush()
}

// call runs a statement that manages its own transactions or changes no more than a projection.
func (g *communityDetection) call(ctx context.Context, name string, params map[string]any) error {
	_, err := g.store.Schema(ctx, graph.Statement{Text: statements.Text(name), Params: params})
	return err
}

// sweepCommunities takes away all communities but those that are seen.
func sweepCommunities(ctx context.Context, j *job) error {
	for _, name := range []string{"communities/leave", "communities/sweep"} {
		if _, err := j.store.Schema(ctx, graph.Statement{Text: statements.Text(name)}); err != nil {
			return err
		}
	}
	return nil
}
