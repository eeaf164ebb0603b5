package columns

import (
	"slices"
	"strings"

	"github.com/creatorgraph/creatorgraph/dataset"
	"github.com/creatorgraph/creatorgraph/dataset/sheet"
)

// fillsDown says whether a column is filled only where its value changes, as merged cells are exported to CSV: the first
// cell is filled, many are empty, and no value follows itself.
func (p *proposal) fillsDown(c *candidate) bool {
	table, column, _ := strings.Cut(c.target, ".")
	if !p.needs(table) || column != "name" && column != "key" || len(p.rows) < 3 {
		return false
	}
	gaps, onlyChanges := gapsBetweenChanges(p.rows, c.index)
	return onlyChanges && gaps*100 >= len(p.rows)*15
}

// needs says whether every row of the subject must name an entity of a table.
func (p *proposal) needs(table string) bool {
	t, _ := tableOf(p.subject)
	return table == "brands" && p.subject == "participations" ||
		slices.ContainsFunc(t.Columns, func(c dataset.Column) bool { return c.Required && c.Of == table })
}

// gapsBetweenChanges counts the empty cells of a column; false where the first is one, or two values in a row are the
// same.
func gapsBetweenChanges(rows []sheet.Row, column int) (gaps int, ok bool) {
	last := ""
	for i, row := range rows {
		text := strings.TrimSpace(row.Cell(column))
		switch {
		case text == "" && i == 0, text != "" && text == last:
			return 0, false
		case text == "":
			gaps++
		}
		last = text
	}
	return gaps, true
}

// repeatedPairs counts the pairs of creator and campaign that stand in several different rows.
func (p *proposal) repeatedPairs() int {
	if p.subject != "participations" {
		return 0
	}
	creator, campaign := p.firstColumnFor("creators.key", "creators.name"), p.firstColumnFor("campaigns.key", "campaigns.name")
	if creator == nil || campaign == nil {
		return 0
	}
	rows := map[string]string{}
	repeated := map[string]bool{}
	for i, pair := range p.filledDown(creator, campaign) {
		all := strings.Join(p.rows[i].Cells, "\x00")
		if before, seen := rows[pair]; seen && before != all {
			repeated[pair] = true
		}
		rows[pair] = all
	}
	return len(repeated)
}

// filledDown gives each row's values of some columns as one text, empty cells as the ones above where a column is filled
// down.
func (p *proposal) filledDown(columns ...*candidate) []string {
	all := make([]string, len(p.rows))
	above := map[int]string{}
	for i, row := range p.rows {
		for _, c := range columns {
			text := strings.TrimSpace(row.Cell(c.index))
			if text == "" && p.fillsDown(c) {
				text = above[c.index]
			}
			above[c.index] = text
			all[i] += text + "\x00"
		}
	}
	return all
}
