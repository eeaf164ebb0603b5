package dataset

import (
	"fmt"
	"hash/maphash"
	"slices"
	"strings"
)

// repeatWindow is how many rows are surely remembered; each takes some 40 bytes, twice as many may
// be in memory.
const repeatWindow = 1 << 20

// repeats finds rows that come again. A row that was said before in all its cells changes nothing;
// one that contradicts the earlier is refused, since nobody can know which of the two is meant. What
// is further apart than the window is not seen: the later row then holds, as in a second import.
type repeats struct {
	identity []int
	names    string
	seed     maphash.Seed
	size     int
	now      map[uint64]seenRow
	before   map[uint64]seenRow
	same     int
	buf      []byte
}

type seenRow struct {
	cells uint64
	line  int
}

func newRepeats(t Table, size int) *repeats {
	r := &repeats{
		names: strings.Join(t.Identity, " and "),
		seed:  maphash.MakeSeed(), size: size, now: map[uint64]seenRow{},
	}
	for _, name := range t.Identity {
		r.identity = append(r.identity, t.index(name))
	}
	return r
}

// check remembers a row and says whether it repeats or contradicts an earlier one.
func (r *repeats) check(cells []cell, line int) (repeated bool, bad *fault) {
	r.buf = r.buf[:0]
	for _, i := range r.identity {
		r.buf = appendHashed(r.buf, cells[i])
	}
	id := maphash.Bytes(r.seed, r.buf)
	for i, c := range cells {
		if !slices.Contains(r.identity, i) {
			r.buf = appendHashed(r.buf, c)
		}
	}
	row := seenRow{maphash.Bytes(r.seed, r.buf), line}
	first, seen := r.now[id]
	if !seen {
		first, seen = r.before[id]
	}
	switch {
	case seen && first.cells == row.cells:
		r.same++
		return true, nil
	case seen:
		c := cells[r.identity[0]]
		return false, &fault{value: c.shown(), reason: fmt.Sprintf(
			"line %d has the same %s and other values; keep one of the two", first.line, r.names)}
	}
	if len(r.now) >= r.size {
		r.before, r.now = r.now, map[uint64]seenRow{}
	}
	r.now[id] = row
	return false, nil
}

// appendHashed ends each cell with bytes that valid UTF-8 does not hold, so that no two rows run
// together to the same bytes.
func appendHashed(b []byte, c cell) []byte {
	if c.list == nil {
		return append(append(b, c.text...), 0xFF)
	}
	return append(append(b, strings.Join(c.list, listMark)...), 0xFF)
}
