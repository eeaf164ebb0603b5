package resolvers

import (
	"context"
	"fmt"

	"github.com/creatorgraph/creatorgraph/graph/facts"
	"github.com/creatorgraph/creatorgraph/insight"
	"github.com/creatorgraph/creatorgraph/insight/collaborator"
)

// Bounds of what can be asked for.
const (
	recommendedMost = 100
	recommendedOf   = 20 // creators at once
)

// readCollaborators reads the newest model of collaborators, and by which run it was learned.
func (r *Resolver) readCollaborators(ctx context.Context) (*collaborator.Record, int64, error) {
	text, run, err := facts.CollaboratorRecord(ctx, r.store)
	if err != nil {
		return nil, 0, err
	}
	record, err := collaborator.ReadRecord([]byte(text))
	return record, run, err
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
	record, err := r.collaborators.of(around.Model, func() (*collaborator.Record, int64, error) {
		return r.readCollaborators(ctx)
	})
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
