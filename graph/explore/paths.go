package explore

import (
	"context"
	"fmt"
	"math"
	"slices"
	"time"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/column"
	"github.com/creatorgraph/creatorgraph/graph/compile"
	"github.com/creatorgraph/creatorgraph/graph/computed"
)

// Bounds of what paths are asked for.
const (
	maxPathLength = 8
	maxPaths      = 20
)

// telling are the kinds of edges that say something about two entities that they connect. The others connect
// everybody with everybody, or say again what these say.
var telling = []string{"SIGNED_WITH", "PARTICIPATED_IN", "RAN", "POSTED", "APPEARS_IN"}

// calledFor are the kinds that an end of a type calls for besides, since without them it has hardly an edge.
var calledFor = map[string][]string{
	"Content": {"FOR_CAMPAIGN"}, "Category": {"IN_CATEGORY", "PART_OF"}, "Platform": {"ON_PLATFORM"},
	"Segment": {"REACHES"}, "Programme": {"MEMBER_OF"},
}

// crowding are the kinds by which one entity is connected with all creators: along them only the shortest paths are
// looked for, and from the other end where only one end calls for them.
var crowding = []string{"IN_CATEGORY", "ON_PLATFORM", "REACHES", "MEMBER_OF"}

// Paths answers Query.paths.
func (e Explorer) Paths(ctx context.Context, q computed.Request) ([]any, error) {
	s, err := e.askedPaths(q.Arguments)
	if err != nil {
		return nil, err
	}
	paths, err := s.search(ctx)
	if err != nil {
		return nil, err
	}
	rows := []any{}
	for _, path := range paths {
		if s.turned {
			path = path.Reversed()
		}
		rows = append(rows, pathRow(path, e.Today()))
	}
	return rows, nil
}

// pathSearch looks for paths between two entities.
type pathSearch struct {
	Explorer
	compile.Paths
	turned bool // from and to have changed places
}

// askedPaths reads the arguments and says along which kinds of edges paths are looked for.
func (e Explorer) askedPaths(args computed.Arguments) (s pathSearch, err error) {
	s.Explorer = e
	if s.From, err = args.Ref("from", e.Entities...); err != nil {
		return s, err
	}
	if s.To, err = args.Ref("to", e.Entities...); err != nil {
		return s, err
	}
	if s.From == s.To {
		return s, args.Wrong("to", "from and to are the same entity", "give two different ones")
	}
	if s.Most, err = args.Count("maxLength", 1, maxPathLength); err != nil {
		return s, err
	}
	if s.Best, err = args.Count("first", 1, maxPaths); err != nil {
		return s, err
	}
	if s.turned = calledFor[s.From.Type] != nil && calledFor[s.To.Type] == nil; s.turned {
		s.From, s.To = s.To, s.From
	}
	kinds, err := edgeKinds(args)
	s.choose(kinds)
	return s, err
}

// choose takes the kinds asked for, or those that say something.
func (s *pathSearch) choose(kinds []string) {
	if kinds != nil {
		slices.Sort(kinds)
		s.Kinds = slices.Compact(kinds)
		return
	}
	s.Kinds, s.Last = telling, calledFor[s.To.Type]
	if both := calledFor[s.From.Type]; both != nil {
		s.Kinds, s.Last = slices.Concat(telling, both, s.Last), nil
	}
}

// search finds the shortest paths, and where these are too few longer ones.
func (s pathSearch) search(ctx context.Context) ([]Path, error) {
	shortest, err := s.read(ctx)
	paths := shortest.paths
	if err != nil || len(paths) == 0 || s.isCrowded() {
		return paths, err
	}
	most, best := s.Most, s.Best
	inTime, cancel := context.WithTimeout(ctx, longerTime)
	defer cancel()
	for s.Most = len(paths[0].Edges) + 1; s.Most <= most && len(paths) < best; s.Most++ {
		if !s.Leads(s.Most) {
			continue
		}
		s.Best, s.Meet = best-len(paths), meet(shortest.from, shortest.to, s.Most)
		longer, err := s.read(inTime)
		switch {
		case isSpent(err) && ctx.Err() == nil:
			computed.Warn(ctx, fmt.Sprintf("there may be paths of %d edges and more, which are too many to look through in time; "+
				"take a smaller maxLength, or fewer kinds", s.Most))
			return paths, nil
		case err != nil:
			return nil, err
		}
		paths = append(paths, longer.paths...)
	}
	return paths, nil
}

// isCrowded says whether paths may lead along kinds that connect one entity with all creators.
func (s pathSearch) isCrowded() bool {
	return slices.ContainsFunc(slices.Concat(s.Kinds, s.Last), func(k string) bool { return slices.Contains(crowding, k) })
}

// longerTime is how long longer paths are looked for once the shortest are found. Between two that are connected by
// hundreds of others each edge more makes them a hundredfold; what was found until then is the answer.
const longerTime = 2 * time.Second

// isSpent says whether a statement was ended since it took too long or gathered too much.
func isSpent(err error) bool {
	kind := graph.KindOf(err)
	return err != nil && (kind == graph.Timeout || kind == graph.TooLarge)
}

// branching is about how many edges lead on from where an edge leads.
const branching = 20

// meet tells after how many edges two searches, from ends with so many edges each, meet with the least to look at.
func meet(from, to int64, edges int) int {
	best, least := 1, math.Inf(1)
	for k := 1; k < edges; k++ {
		cost := float64(from)*math.Pow(branching, float64(k-1)) + float64(to)*math.Pow(branching, float64(edges-k-1))
		if cost < least {
			best, least = k, cost
		}
	}
	return best
}

// twice is how many times as many paths are asked for as wanted, since two contracts of the same two make two paths
// of one.
const twice = 2

// found is what was found between two entities: how many edges these have, and the best paths.
type found struct {
	from, to int64
	paths    []Path
}

// read finds the best paths, each of which passes other entities or other kinds of edges.
func (s pathSearch) read(ctx context.Context) (f found, err error) {
	best := s.Best
	s.Best *= twice
	rows, err := s.Graph.Read(ctx, s.Statement())
	if err != nil || len(rows) == 0 {
		return f, err
	}
	for _, end := range s.ends() {
		if rows[0][end.column] == nil {
			return f, computed.NotFound(end.argument, end.ref)
		}
	}
	f.from, f.to = column.Long(rows[0]["from"]), column.Long(rows[0]["to"])
	seen := map[string]bool{}
	for _, one := range column.List(rows[0]["paths"]) {
		path := pathOf(one)
		if course := path.Course(); !seen[course] && len(f.paths) < best {
			seen[course] = true
			f.paths = append(f.paths, path)
		}
	}
	return f, nil
}

// end is an end of the paths: the argument that names it, and the column that is null where it is not there.
type end struct {
	argument, column string
	ref              compile.Ref
}

func (s pathSearch) ends() [2]end {
	if s.turned {
		return [2]end{{"from", "to", s.To}, {"to", "from", s.From}}
	}
	return [2]end{{"from", "from", s.From}, {"to", "to", s.To}}
}
