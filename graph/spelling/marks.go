package spelling

import (
	"math"
	"strings"
)

// few are the kinds of which there are so few that popularity need not narrow them down.
var few = map[string]bool{"Agency": true, "Brand": true, "Category": true, "Platform": true, "Segment": true,
	"Programme": true}

// Marks gives the words by which the full-text indexes narrow a search down: the kind and, except of a
// content, "named" and the band of popularity in binary digits. popularity is a creator's followers or a
// campaign's budget in fen, negative when unknown; other kinds need none.
func Marks(label string, popularity int64) string {
	marks := []string{strings.ToLower(label)}
	switch {
	case label == "Content":
		return marks[0]
	case few[label]:
		popularity = math.MaxInt64
	case label == "Campaign":
		popularity /= 100
	}
	marks = append(marks, "named")
	b := band(popularity)
	for i, digit := range digits {
		if b&(1<<i) != 0 {
			marks = append(marks, digit)
		}
	}
	return strings.Join(marks, " ")
}

// digits are the marks of a band's binary digits, the least first. None may begin another.
var digits = []string{"ba", "bb", "bc", "bd", "be"}

// The bands begin at 500 times the powers of the root of 2, which search/ranked.cypher counts on; the first
// holds what is below and the last all that is above.
const (
	leastBand = 500
	topBand   = 31
)

func band(n int64) int {
	b := 0
	for b < topBand && float64(n) >= leastBand*math.Pow(2, float64(b+1)/2) {
		b++
	}
	return b
}
