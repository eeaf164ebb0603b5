package columns

import (
	"slices"
	"strings"

	"github.com/creatorgraph/creatorgraph/dataset/convert"
	"github.com/creatorgraph/creatorgraph/dataset/sheet"
)

// layout is where a sheet's headings and rows stand.
type layout struct {
	sheet         sheet.Sheet
	titles        []sheet.Row // above the headings
	headings      []string    // one a column, both rows of a heading joined by "/"
	twoRowHeading bool        // the headings stand in two rows
	line          int         // of the (lower) heading
	rows          []sheet.Row // of data, without what is passed over
	skipped       []skippedRow
}

// headingSearchRows is how many rows at the beginning of a sheet may be its heading.
const headingSearchRows = 40

// detectLayout finds the heading: the row with the most names that are known, and without any the first
// with several texts.
func detectLayout(s sheet.Sheet) (layout, bool) {
	best, bestKnown := -1, 0
	for i, row := range s.Rows[:min(len(s.Rows), headingSearchRows)] {
		if n := knownNames(row); n > bestKnown {
			best, bestKnown = i, n
		}
	}
	if best < 0 {
		best = slices.IndexFunc(s.Rows[:min(len(s.Rows), headingSearchRows)], looksLikeHeading)
	}
	if best < 0 {
		return layout{}, false
	}
	switch {
	case isTwoRowHeading(s.Rows, best-1):
		return newLayout(s, best-1, true), true
	case isTwoRowHeading(s.Rows, best):
		return newLayout(s, best, true), true
	}
	return newLayout(s, best, false), true
}

// isTwoRowHeading says whether a row and the one below it are one heading.
func isTwoRowHeading(rows []sheet.Row, at int) bool {
	return at >= 0 && at+1 < len(rows) && rows[at].Line+1 == rows[at+1].Line &&
		(isGroupRow(rows[at], rows[at+1]) || isUnitRow(rows[at+1]) && knownNames(rows[at]) >= 2)
}

// isUnitRow says whether a row holds nothing but the units of the columns above: （万）, 元, 单位：%.
func isUnitRow(row sheet.Row) bool {
	for _, c := range row.Cells {
		if c = strings.TrimPrefix(normalize(c), "单位"); c != "" && unitSpellings[strings.Trim(c, "()[]【】")] == "" {
			return false
		}
	}
	return row.Filled() > 0
}

// newLayout takes a sheet apart whose heading begins in a row.
func newLayout(s sheet.Sheet, at int, two bool) layout {
	l := layout{sheet: s, titles: s.Rows[:at], twoRowHeading: two, line: s.Rows[at].Line}
	upper := s.Rows[at]
	if two {
		l.line = s.Rows[at+1].Line
		l.headings = joinedHeadings(upper, s.Rows[at+1])
		at++
	} else {
		for _, c := range upper.Cells {
			l.headings = append(l.headings, convert.Clean(c))
		}
	}
	for len(l.headings) > 0 && l.headings[len(l.headings)-1] == "" {
		l.headings = l.headings[:len(l.headings)-1]
	}
	l.takeRows(s.Rows[at+1:], upper)
	return l
}

// takeRows divides what stands below the headings into rows of data and rows that are skipped.
func (l *layout) takeRows(rows []sheet.Row, heading sheet.Row) {
	above := l.line
	for i, row := range rows {
		why := l.skipReason(row, heading)
		if why == "" && l.beginsTable(row, heading, row.Line > above+1) {
			for _, other := range rows[i:] {
				l.skipped = append(l.skipped, skippedRow{other.Line, anotherTable})
			}
			break
		}
		above = row.Line
		if why != "" {
			l.skipped = append(l.skipped, skippedRow{row.Line, why})
			continue
		}
		l.rows = append(l.rows, row)
	}
	l.dropSum()
}

// knownNames counts a row's different texts that are names of columns. A single text over several columns is a title.
func knownNames(row sheet.Row) (known int) {
	seen := map[string]bool{}
	for _, c := range row.Cells {
		if seen[c] || !mayBeHeading(c) {
			continue
		}
		seen[c] = true
		if isKnownName(c) {
			known++
		}
	}
	if len(seen) == 1 && len(row.Cells) > 1 {
		return 0
	}
	return known
}

func mayBeHeading(text string) bool { return len(text) <= 200 && strings.TrimSpace(text) != "" }

func isKnownName(text string) bool {
	if _, share, ok := parseSegment(text); ok {
		return share || strings.Contains(text, "岁")
	}
	for _, r := range names().match(parseHeading(text)) {
		if r.fit > fitMisspelt {
			return true
		}
	}
	return false
}

// looksLikeHeading is for sheets without any known name: two and more texts, no numbers.
func looksLikeHeading(row sheet.Row) bool {
	seen := map[string]bool{}
	for _, c := range row.Cells {
		if strings.TrimSpace(c) == "" {
			continue
		}
		if isNumber(c) {
			return false
		}
		seen[c] = true
	}
	return len(seen) >= 2
}

// isGroupRow says whether the upper row names groups of the columns that the lower one names: what
// stands in both, or once for several columns.
func isGroupRow(upper, lower sheet.Row) bool {
	different := map[string]bool{}
	groups := 0
	for i := range max(len(upper.Cells), len(lower.Cells)) {
		u, l := convert.Clean(upper.Cell(i)), convert.Clean(lower.Cell(i))
		different[u] = true
		spans := u == "" || i > 0 && u == convert.Clean(upper.Cell(i-1))
		switch {
		case l != "" && isNumber(l), isLabelled(u):
			return false // data, or a title such as 单位：元
		case l == u || l == "":
		case spans:
			groups++
		case !isKnownName(l) && !isKnownName(u+l):
			return false
		}
	}
	delete(different, "")
	known := columnNames(lower)
	return groups > 0 && len(different) >= 2 && known >= 2 && known*2 >= lower.Filled()
}

// columnNames counts a row's cells that name columns or segments.
func columnNames(row sheet.Row) (n int) {
	for _, c := range row.Cells {
		if c = convert.Clean(c); c != "" && (isKnownName(c) || isSegment(c)) {
			n++
		}
	}
	return n
}

func isSegment(text string) bool {
	_, _, ok := parseSegment(text)
	return ok
}

func joinedHeadings(upper, lower sheet.Row) []string {
	var all []string
	group := ""
	for i := range max(len(upper.Cells), len(lower.Cells)) {
		u, l := convert.Clean(upper.Cell(i)), convert.Clean(lower.Cell(i))
		if u != "" {
			group = u
		}
		switch {
		case l == "" || l == u:
			all = append(all, u)
		default:
			all = append(all, group+"/"+l)
		}
	}
	return all
}

// isNumber says whether a text is a number by either sign before decimals.
func isNumber(text string) bool {
	_, point := convert.Number(text, convert.Point)
	_, comma := convert.Number(text, convert.Comma)
	return point == nil || comma == nil
}
