package resolvers

import (
	"context"
	"fmt"
	"sync"

	"github.com/creatorgraph/creatorgraph/graph/facts"
	"github.com/creatorgraph/creatorgraph/insight"
	"github.com/creatorgraph/creatorgraph/insight/collaborator"
)

// Bounds of what can be asked for.
const (
	recommendedMost = 100
	recommendedOf   = 20 // creators at once
)

// learned keeps what was last read of the model of collaborators.
type learned struct {
	lock   sync.Mutex
	run    int64
	record *collaborator.Record
}

// of gives the model of a run; the newest where that one is no longer there.
func (l *learned) of(ctx context.Context, r *Resolver, run int64) (*collaborator.Record, error) {
	l.lock.Lock()
	defer l.lock.Unlock()
	if l.record != nil && l.run == run {
		return l.record, nil
	}
	text, run, err := facts.CollaboratorRecord(ctx, r.store)
	if err != nil {
		return nil, err
	}
	record, err := collaborator.ReadRecord([]byte(text))
	if err != nil {
		return nil, err
	}
	l.run, l.record = run, record
	return record, nil
}

// recommendedCollaborators ranks whom each of some creators should work with for the first time.
func (r *Resolver) recommendedCollaborators(ctx context.Context, a asked) (map[string]any, error) {
	first, err := a.args.count("first", 0, recommendedMost)
	if err != nil {
		return nil, err
	}
	if len(a.keys) > recommendedOf {
		return nil, a.tooMany("creators", recommendedOf)
	}
	values := map[string]any{}
	for _, key := range a.keys {
		if values[key], err = r.recommendedTo(ctx, key, first); err != nil {
			return nil, fmt.Errorf("creator %q: %w", key, err)
		}
	}
	return values, nil
}

func (r *Resolver) recommendedTo(ctx context.Context, key string, first int) ([]any, error) {
	around, err := facts.ReadAround(ctx, r.store, key, r.now())
	if err != nil {
		return nil, err
	}
	record, err := r.learned.of(ctx, r, around.Model)
	if err != nil {
		return nil, err
	}
	standings := make([]collaborator.Standing, len(around.Standings))
	for i, bytes := range around.Standings {
		standings[i] = collaborator.ReadStanding(bytes)
	}
	names := func(kind insight.Kind, key string) string {
		for _, of := range kind.Evidence(key) {
			if name := around.Names[of.Type+":"+key]; name != "" {
				return name
			}
		}
		return key
	}
	view := record.Local(&around.Market, standings)
	return recommendationRows("Creator", record.Model().Recommend(view, 0, around.Candidates, first, names)), nil
}
