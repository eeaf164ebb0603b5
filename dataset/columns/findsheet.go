package columns

import (
	"fmt"
	"strings"

	"github.com/creatorgraph/creatorgraph/dataset/convert"
	"github.com/creatorgraph/creatorgraph/dataset/sheet"
)

// findSheet gives the mapping of a sheet and the index of the row where its heading begins; nil for a sheet that the
// mapping skips.
func (m Mapping) findSheet(s sheet.Sheet) (*Sheet, int, error) {
	label := Sheet{File: s.File, Sheet: s.Name}.label()
	for i := range m.Sheets {
		said := &m.Sheets[i]
		if said.File != s.File || said.Sheet != s.Name {
			continue
		}
		if len(said.Rows) == 0 {
			return nil, 0, nil
		}
		at, missing := said.findHeading(s)
		if len(missing) > 0 {
			return nil, 0, fmt.Errorf("%s: it has no column %s, of which the mapping speaks; its columns are %s",
				label, quoted(missing), quoted(headingsNear(s, at, said.HeadingRows == 2)))
		}
		return said, at, nil
	}
	said, at, missing := m.nearestSheet(s)
	if said == nil {
		return nil, 0, fmt.Errorf("%s: it is none of the sheets of the mapping, the nearest has the columns %s too; "+
			"propose a mapping for it with creatorgraph map", label, quoted(missing))
	}
	return said, at, nil
}

// nearestSheet gives the first sheet of the mapping whose columns a sheet all has. Where there is none it gives nil and
// the columns that are missing for the nearest.
func (m Mapping) nearestSheet(s sheet.Sheet) (found *Sheet, at int, missing []string) {
	for i := range m.Sheets {
		said := &m.Sheets[i]
		if len(said.Rows) == 0 {
			continue
		}
		at, lacks := said.findHeading(s)
		if len(lacks) == 0 {
			return said, at, nil
		}
		if missing == nil || len(lacks) < len(missing) {
			missing = lacks
		}
	}
	return nil, 0, missing
}

// findHeading gives the row with the most of the mapping's headings, and those that are missing there.
func (s Sheet) findHeading(from sheet.Sheet) (at int, missing []string) {
	two := s.HeadingRows == 2
	best := -1
	for i := range from.Rows[:min(len(from.Rows), headingSearchRows)] {
		if two && i+1 >= len(from.Rows) {
			break
		}
		if lacks := s.missingHeadings(headingsNear(from, i, two)); best < 0 || len(lacks) < len(missing) {
			best, missing = i, lacks
		}
	}
	return max(best, 0), missing
}

// missingHeadings are those of the mapping's columns that are not among some headings.
func (s Sheet) missingHeadings(headings []string) (missing []string) {
	for _, c := range s.Columns {
		if !c.To.ignored() && count(headings, c.Heading) < max(c.Nth, 1) {
			missing = append(missing, c.Heading)
		}
	}
	return missing
}

func headingsNear(s sheet.Sheet, at int, two bool) []string {
	if two && at+1 < len(s.Rows) {
		return joinedHeadings(s.Rows[at], s.Rows[at+1])
	}
	var all []string
	for _, c := range s.Rows[at].Cells {
		all = append(all, convert.Clean(c))
	}
	return all
}

func count(list []string, wanted string) int {
	n := 0
	for _, e := range list {
		if e == wanted {
			n++
		}
	}
	return n
}

func quoted(list []string) string {
	var all []string
	for _, e := range list {
		if e != "" {
			all = append(all, fmt.Sprintf("%q", e))
		}
	}
	return strings.Join(all, ", ")
}
