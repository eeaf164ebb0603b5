package analyze

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/facts"
)

// step is one part of an analysis.
type step struct {
	name string // unique, kept in the graph
	does string // for people, as in "collaborations"
	// reads names the numbers of analysis/inputs that change with what it reads: imports nearly always.
	reads []string
	// after names the steps whose results it reads; when one of them made something else, this runs again.
	after []string
	// version goes up when the same inputs give other results.
	version int64
	// procedures are what it needs of Graph Data Science.
	procedures []string
	// run does it, leaving what readers see as it is, and says in a few words what it made.
	run func(ctx context.Context, j *job) (string, error)
	// turn is run by the transaction that puts what was made in the old one's place, as readers see it; nil
	// where the number of the valid run, which that transaction writes, is all they need.
	turn func(ctx context.Context, tx graph.Tx, j *job) error
	// sweep takes away what readers see no more; nil where nothing is left. When it does not come to that,
	// the next run has to.
	sweep func(ctx context.Context, j *job) error
}

// steps are those of an analysis, in their order.
func steps() []step {
	return []step{collaboration(), communities(), collaborators(), lookalikes(), learnGrowth(), acceptanceStep(), watching()}
}

// job is what a step is given.
type job struct {
	store    *graph.Store     // waits long for a statement
	lease    *graph.Lease     // what is written goes through its Write
	run      int64            // greater than that of any run of this step before, killed ones included
	valid    int64            // the run that made what readers see; 0 when there was none
	before   map[string]int64 // the valid runs of the steps before
	killed   bool             // the run before this one may have been killed
	present  time.Time        // the day that things' ages are counted to
	today    time.Time        // the day itself, for what is in force
	full     bool
	numbered int64                   // how many communities were ever given a key
	same     bool                    // set by a step that found that it makes what its last run made
	tell     func(done, total int64) // progress within the step; total is 0 when unknown
}

// turnLearned is what turns a step's model into the one that is read; nothing where none was learned.
func turnLearned(of *facts.Learned) func(ctx context.Context, tx graph.Tx, j *job) error {
	return func(ctx context.Context, tx graph.Tx, _ *job) error {
		if of.Record == "" {
			return nil
		}
		return facts.TurnLearned(ctx, tx, *of)
	}
}

// fingerprint tells what a step read apart from what it would read after a change.
func (s step) fingerprint(inputs map[string]any, last map[string]record, present time.Time) string {
	parts := []string{"present=" + present.Format(time.DateOnly)}
	for _, name := range s.reads {
		parts = append(parts, fmt.Sprintf("%s=%v", name, inputs[name]))
	}
	for _, name := range s.after {
		parts = append(parts, fmt.Sprintf("%s=run %d", name, last[name].run))
	}
	return strings.Join(parts, " ")
}

// evenSample keeps at most twice so many of what comes, evenly spread over all of it.
type evenSample[T any] struct {
	few   int
	kept  []T
	total int64
	every int64 // of how many the last are kept; 0 before the first
}

// add takes in the next; made is called where it is kept.
func (s *evenSample[T]) add(made func() T) {
	s.every = max(s.every, 1)
	if s.total%s.every == 0 {
		s.kept = append(s.kept, made())
	}
	s.total++
	if len(s.kept) == 2*s.few { // every second of them is left
		for i := range s.few {
			s.kept[i] = s.kept[2*i]
		}
		s.kept, s.every = s.kept[:s.few], 2*s.every
	}
}
