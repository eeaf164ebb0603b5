package resolvers

import (
	"fmt"

	lru "github.com/hashicorp/golang-lru/v2"

	"github.com/creatorgraph/creatorgraph/graph/compile"
)

// stoodKept is of how many seeds it is kept where they stood: some 20 MB.
const stoodKept = 20_000

// stood keeps where seeds stood, since the same few are asked about again and again, and to send fifty vectors takes
// as long as to search for those like them. What is kept is used while the database says that it still holds.
type stood struct {
	seeds *lru.Cache[compile.Ref, standing]
}

// standing is where a seed stood by a run.
type standing struct {
	run    int64
	fresh  int64 // as the node's: below 0 where it was placed since, and when; above 0 where it will be
	vector []float32
}

func newStood() (*stood, error) {
	seeds, err := lru.New[compile.Ref, standing](stoodKept)
	if err != nil {
		return nil, fmt.Errorf("resolvers: cache of seeds: %w", err)
	}
	return &stood{seeds}, nil
}

// standings are those of some seeds, by key.
type standings map[string]standing

func (s *stood) of(seeds []compile.Ref) standings {
	all := standings{}
	for _, ref := range seeds {
		if at, known := s.seeds.Get(ref); known {
			all[ref.Key] = at
		}
	}
	return all
}

// known tells the database what is known.
func (s standings) known() row {
	known := row{}
	for key, at := range s {
		known[key] = []any{at.run, at.fresh}
	}
	return known
}

// keep keeps where a seed stands, unless it stands nowhere or is about to be placed anew.
func (s *stood) keep(ref compile.Ref, at standing) {
	if at.vector != nil && at.fresh <= 0 {
		s.seeds.Add(ref, at)
	}
}
