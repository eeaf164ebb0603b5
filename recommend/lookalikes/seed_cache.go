package lookalikes

import (
	"fmt"

	lru "github.com/hashicorp/golang-lru/v2"

	"github.com/creatorgraph/creatorgraph/graph/compile"
	"github.com/creatorgraph/creatorgraph/graph/facts"
)

// maxCachedSeeds bounds the seeds whose vectors are kept: some 20 MB.
const maxCachedSeeds = 20_000

// seedCache keeps the vectors of seeds, since the same few are asked about again and again, and to send fifty vectors
// takes as long as to search for those like them. What is kept is used while the database says that it still holds.
type seedCache struct {
	seeds *lru.Cache[compile.Ref, cachedSeed]
}

// cachedSeed is a seed's vector with its version, which the database compares.
type cachedSeed struct {
	facts.SeedVersion
	vector []float32
}

func newSeedCache() (*seedCache, error) {
	seeds, err := lru.New[compile.Ref, cachedSeed](maxCachedSeeds)
	if err != nil {
		return nil, fmt.Errorf("lookalikes: cache of seeds: %w", err)
	}
	return &seedCache{seeds}, nil
}

// cachedSeeds are those of some seeds, by key.
type cachedSeeds map[string]cachedSeed

func (c *seedCache) of(seeds []compile.Ref) cachedSeeds {
	all := cachedSeeds{}
	for _, ref := range seeds {
		if one, known := c.seeds.Get(ref); known {
			all[ref.Key] = one
		}
	}
	return all
}

// versions tells the database what is known.
func (c cachedSeeds) versions() map[string]facts.SeedVersion {
	versions := make(map[string]facts.SeedVersion, len(c))
	for key, one := range c {
		versions[key] = one.SeedVersion
	}
	return versions
}

// add keeps a seed's vector, unless it has none or is about to be embedded anew.
func (c *seedCache) add(ref compile.Ref, one cachedSeed) {
	if one.vector != nil && one.Changed <= 0 {
		c.seeds.Add(ref, one)
	}
}
