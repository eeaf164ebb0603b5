package facts

import (
	"context"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/column"
	"github.com/creatorgraph/creatorgraph/insight"
)

// hiredRead is how many creators stand for campaigns that are seeds, shared out among these.
const hiredRead = 400

// Seeds are the vectors of some seeds.
type Seeds struct {
	Run      int64 // of the analysis; only where one was made
	Analyzed bool
	Slot     int           // a number of LikenessSlots
	Of       []*SeedMember // by seed; nil where there is none with its key
}

// SeedMember is a seed with those it stands for: itself, or the creators of a campaign.
type SeedMember struct {
	Keys    []string
	Vectors []SeedVector // of the first of Keys
}

// SeedVector is the vector of one of a seed's keys.
type SeedVector struct {
	Key     string
	IsKnown bool      // what the caller knew holds; Vector is nil then
	Changed int64     // below 0 where it was embedded since the run, and when; above 0 where it will be
	Vector  []float32 // nil where there is none
}

// SeedVersion is which vector of a seed a caller knows: of a run, and as SeedVector.Changed.
type SeedVersion struct{ Run, Changed int64 }

// ReadSeeds reads where seeds stand: creators, campaigns, agencies and brands. What the caller knows already, by key,
// is not read again as long as it holds.
func ReadSeeds(ctx context.Context, store *graph.Store, seeds []insight.Entity, known map[string]SeedVersion) (*Seeds, error) {
	of := map[string][]any{"Creator": {}, "Agency": {}, "Brand": {}, "Campaign": {}}
	for i, seed := range seeds {
		of[seed.Type] = append(of[seed.Type], []any{i, seed.Key})
	}
	versions := map[string]any{}
	for key, v := range known {
		versions[key] = []any{v.Run, v.Changed}
	}
	rows, err := store.Read(ctx, statement("lookalike/seeds", map[string]any{"creators": of["Creator"],
		"agencies": of["Agency"], "brands": of["Brand"], "campaigns": of["Campaign"],
		"most": hiredRead / max(len(of["Campaign"]), 1), "known": versions}))
	if err != nil {
		return nil, err
	}
	found := &Seeds{Of: make([]*SeedMember, len(seeds))}
	for _, row := range rows {
		found.Run, found.Analyzed = row["run"].(int64)
		if row["place"] == LikenessSlots[1] {
			found.Slot = 1
		}
		for _, seed := range column.List(row["seeds"]) {
			columns := column.List(seed)
			found.Of[column.Long(columns[0])] = seedMember(columns)
		}
	}
	return found, nil
}

func seedMember(columns []any) *SeedMember {
	m := &SeedMember{Keys: column.Texts(columns[1])}
	changed := column.List(columns[3])
	for n, vector := range column.List(columns[2]) {
		m.Vectors = append(m.Vectors, SeedVector{Key: m.Keys[n], IsKnown: vector == true,
			Changed: column.Long(changed[n]), Vector: Narrow(vector)})
	}
	return m
}
