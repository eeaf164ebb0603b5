package check

import (
	"hash/maphash"
	"strings"

	"golang.org/x/text/unicode/norm"

	"github.com/creatorgraph/creatorgraph/dataset"
)

// keys are the keys of one table, with the lines of their rows.
type keys struct {
	seed   maphash.Seed
	byHash map[uint64]uint32 // of the key
	byFold map[uint64]uint32 // of the folded key
	text   []byte            // the keys, one after the other
	ends   []uint32
	lines  []int32

	refused map[string]dataset.Position // of refused rows, by their keys
}

func newKeys() *keys {
	return &keys{seed: maphash.MakeSeed(), byHash: map[uint64]uint32{}, byFold: map[uint64]uint32{}, refused: map[string]dataset.Position{}}
}

// add adds a key, and gives the number of an earlier one that differs from it only in case, width or white space; −1 for
// none.
func (k *keys) add(key string, line int) int {
	hash := maphash.String(k.seed, key)
	if _, there := k.byHash[hash]; there {
		return -1
	}
	number := uint32(len(k.ends))
	k.byHash[hash] = number
	k.text = append(k.text, key...)
	k.ends = append(k.ends, uint32(len(k.text)))
	k.lines = append(k.lines, int32(line))
	folded := maphash.String(k.seed, fold(key))
	if twin, there := k.byFold[folded]; there {
		return int(twin)
	}
	k.byFold[folded] = number
	return -1
}

func (k *keys) has(key string) bool {
	_, there := k.byHash[maphash.String(k.seed, key)]
	return there
}

func (k *keys) at(number int) string {
	begin := uint32(0)
	if number > 0 {
		begin = k.ends[number-1]
	}
	return string(k.text[begin:k.ends[number]])
}

// maxCompared is the most keys among which the nearest to an unknown one is searched by edit distance.
const maxCompared = 200_000

// nearest gives the existing key that an unknown one was probably meant to be; empty when none is near.
func (k *keys) nearest(key string) string {
	if number, there := k.byFold[maphash.String(k.seed, fold(key))]; there {
		return k.at(int(number))
	}
	if len(k.ends) > maxCompared {
		return ""
	}
	names := make([]string, len(k.ends))
	for i := range names {
		names[i] = k.at(i)
	}
	return dataset.Nearest(key, names)
}

// fold gives a text without differences of case, width and white space.
func fold(text string) string {
	for i := range len(text) {
		if text[i] >= 0x80 {
			text = norm.NFKC.String(text)
			break
		}
	}
	return strings.Join(strings.Fields(strings.ToLower(text)), "")
}
