package load

import "hash/maphash"

// index numbers a table's rows from 0 in the order in which they were accepted, and finds the number
// of a key. It keeps a hash of each key: that two keys of n have the same has a chance of about
// n² in 2⁶⁵, and then the second row is refused.
type index struct {
	seed    maphash.Seed
	numbers map[uint64]uint32
	lines   []int // of each row in its file
}

func newIndex() *index { return &index{seed: maphash.MakeSeed(), numbers: map[uint64]uint32{}} }

// add numbers a key; false when it has a number already.
func (x *index) add(key string) bool {
	hash := maphash.String(x.seed, key)
	if _, there := x.numbers[hash]; there {
		return false
	}
	x.numbers[hash] = uint32(len(x.numbers))
	return true
}

func (x *index) has(key string) bool {
	_, there := x.numbers[maphash.String(x.seed, key)]
	return there
}

// of gives a key's number. The key must have been checked to be there.
func (x *index) of(key any) uint32 {
	s, _ := key.(string)
	return x.numbers[maphash.String(x.seed, s)]
}
