package dataset

import (
	"fmt"
	"hash/maphash"
	"slices"
	"strconv"
	"strings"
	"time"
)

// repeatWindow is how many rows are surely remembered; each takes some 50 bytes, twice as many may
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
	sheets   []Position // in which rows stand, their lines left out
	same     int
	buf      []byte
}

type seenRow struct {
	cells uint64
	line  int
	sheet int // in sheets
}

func newRepeats(t Table, size int) *repeats {
	r := &repeats{
		names: strings.Join(t.Identity, " and "),
		seed:  maphash.MakeSeed(), size: size, now: map[uint64]seenRow{},
	}
	for _, name := range t.Identity {
		r.identity = append(r.identity, t.Index(name))
	}
	return r
}

// check remembers a row and says whether it repeats or contradicts an earlier one. Values are compared
// as they are kept, so that one moment in two time zones is one moment.
func (r *repeats) check(values []any, place Position) (repeated bool, bad *Fault) {
	r.buf = r.buf[:0]
	for _, i := range r.identity {
		r.buf = appendHashed(r.buf, values[i])
	}
	id := maphash.Bytes(r.seed, r.buf)
	for i, v := range values {
		if !slices.Contains(r.identity, i) {
			r.buf = appendHashed(r.buf, v)
		}
	}
	row := seenRow{maphash.Bytes(r.seed, r.buf), place.Line, r.sheet(place)}
	first, seen := r.earlier(id)
	switch {
	case seen && first.cells == row.cells:
		r.same++
		return true, nil
	case seen:
		return false, &Fault{Kind: Contradiction, Value: fmt.Sprint(values[r.identity[0]]),
			Reason: fmt.Sprintf("%s has the same %s and other values; keep one of the two",
				r.place(first).Beside(place), r.names)}
	}
	if len(r.now) >= r.size {
		r.before, r.now = r.now, map[uint64]seenRow{}
	}
	r.now[id] = row
	return false, nil
}

func (r *repeats) earlier(id uint64) (seenRow, bool) {
	first, seen := r.now[id]
	if !seen {
		first, seen = r.before[id]
	}
	return first, seen
}

// sheet numbers the sheet in which a place is; most rows follow one of the same.
func (r *repeats) sheet(place Position) int {
	place.Line = 0
	for i := len(r.sheets) - 1; i >= 0; i-- {
		if r.sheets[i] == place {
			return i
		}
	}
	r.sheets = append(r.sheets, place)
	return len(r.sheets) - 1
}

func (r *repeats) place(row seenRow) Position {
	place := r.sheets[row.sheet]
	place.Line = row.line
	return place
}

// duplicateReason gives the position of the earlier row with a key; empty when none is remembered.
func (r *repeats) duplicateReason(key string, from Position) string {
	if len(r.identity) != 1 {
		return ""
	}
	r.buf = appendHashed(r.buf[:0], key)
	first, seen := r.earlier(maphash.Bytes(r.seed, r.buf))
	if !seen {
		return ""
	}
	return r.place(first).Beside(from)
}

// Beside says where a place is for one who stands at another.
func (p Position) Beside(other Position) string {
	line := fmt.Sprintf("line %d", p.Line)
	switch {
	case p.File != other.File:
		return fmt.Sprintf("%s, %s", p.Name(), line)
	case p.Sheet != other.Sheet:
		return fmt.Sprintf("sheet %s, %s", p.Sheet, line)
	}
	return line
}

// Name is the file with its sheet.
func (p Position) Name() string {
	if p.Sheet == "" {
		return p.File
	}
	return p.File + " › " + p.Sheet
}

// appendHashed ends each cell with bytes that valid UTF-8 does not hold, so that no two rows run
// together to the same bytes. Moments are kept by the second.
func appendHashed(b []byte, value any) []byte {
	switch v := value.(type) {
	case string:
		b = append(b, v...)
	case []string:
		for _, e := range v {
			b = append(append(b, e...), 0xFE)
		}
	case int64:
		b = append(strconv.AppendInt(b, v, 36), 0xFD)
	case float64:
		b = append(strconv.AppendFloat(b, v, 'g', -1, 64), 0xFD)
	case bool:
		b = append(strconv.AppendBool(b, v), 0xFD)
	case time.Time:
		b = append(strconv.AppendInt(b, v.Unix(), 36), 0xFD)
	}
	return append(b, 0xFF)
}
