package spelling

import (
	"strconv"
	"strings"
)

// few are the kinds of which there are so few that popularity need not narrow them down.
var few = map[string]bool{"Agency": true, "Brand": true, "Category": true, "Platform": true, "Segment": true,
	"Programme": true}

// Marks gives the words by which the full-text indexes narrow a search down: the kind and, except of a
// content, the band of popularity. popularity is a creator's followers or a campaign's budget in fen,
// negative when unknown; other kinds need none.
func Marks(label string, popularity int64) string {
	kind := strings.ToLower(label)
	switch {
	case label == "Content":
		return kind
	case few[label]:
		return kind + " p7"
	case label == "Campaign":
		popularity /= 100
	}
	return kind + " " + band(popularity)
}

// floors are the least of each band of popularity, from p1 on. search/hits.cypher counts on them.
var floors = []int64{1e4, 3e4, 1e5, 3e5, 1e6, 3e6, 1e7}

// band is p0 for what is below the first floor.
func band(n int64) string {
	above := 0
	for above < len(floors) && n >= floors[above] {
		above++
	}
	return "p" + strconv.Itoa(above)
}
