package load

import (
	"hash/maphash"
	"slices"
)

// keySet remembers keys by their hashes, eight bytes each. It is filled first and asked afterwards.
// That it knows a key it was never given has a chance of about n in 2⁶⁴.
type keySet struct {
	seed   maphash.Seed
	hashes []uint64
}

func newKeySet() *keySet { return &keySet{seed: maphash.MakeSeed()} }

func (s *keySet) add(key string) { s.hashes = append(s.hashes, maphash.String(s.seed, key)) }

// seal makes the keys that were added known to has.
func (s *keySet) seal() { slices.Sort(s.hashes) }

// has is false for a set that is nil.
func (s *keySet) has(key string) bool {
	if s == nil {
		return false
	}
	_, found := slices.BinarySearch(s.hashes, maphash.String(s.seed, key))
	return found
}
