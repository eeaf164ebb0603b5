package columns

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/creatorgraph/creatorgraph/dataset"
)

// chooseKey refuses damaged and counted keys, and takes a unique handle where creators have none.
func (p *proposal) chooseKey() {
	for i := range p.columns {
		c := &p.columns[i]
		table, column, _ := strings.Cut(c.target, ".")
		if column != "key" || c.wide != "" {
			continue
		}
		switch {
		case c.profile.rounded():
			p.ignore(c, fmt.Sprintf("a spreadsheet program has rounded its numbers (%s) and their last digits are lost: "+
				"format the column as text, export it anew, and it can be %s.key", c.profile.cells[0], table))
		case c.profile.isRowNumber() && normalize(c.text) != "key":
			p.ignore(c, "it numbers the rows; if it identifies "+table+", make it "+table+".key")
		}
	}
	if p.subject != "creators" || p.columnFor("creators.key") != nil {
		return
	}
	if c := p.columnFor("creators.handle"); c != nil && c.profile.unique() {
		c.with = map[string]string{"": "creators.key"}
	}
}

func (p *proposal) ignore(c *candidate, reason string) {
	c.target, c.reason, c.score = Ignore, reason, 0
}

// isRowNumber says whether the cells are 1, 2, 3 and so on.
func (e profile) isRowNumber() bool {
	for i, c := range e.cells {
		if c != strconv.Itoa(i+1) {
			return false
		}
	}
	return len(e.cells) > 1
}

// dropIncompleteContents keeps what tells of pieces of content only where a row says enough to make one: its
// format and the day it was published, or its key.
func (p *proposal) dropIncompleteContents() {
	family := relatedTables(p.subject)
	if !slices.Contains(family, "contents") || p.subject == "content_metrics" {
		return
	}
	format := p.columnFor("contents.format")
	if format == nil {
		format = p.columnFor("campaigns.formats")
	}
	creator := p.columnFor("creators.name") != nil || p.columnFor("creators.key") != nil
	if p.columnFor("contents.published") != nil && format != nil && creator && format.profile.singleValued(p.reader("contents.format", Column{})) {
		if format.target != "contents.format" {
			format.with = map[string]string{"": "contents.format"}
		}
		return
	}
	if p.subject == "contents" {
		return
	}
	for i := range p.columns {
		c := &p.columns[i]
		if strings.HasPrefix(c.target, "contents.") || strings.HasPrefix(c.target, "content_metrics.") {
			p.ignore(c, "it tells of a piece of content, and the sheet does not say enough to make one: when it was published, and its format")
		}
	}
}

// singleValued says whether every value is, or may be said to be, one choice.
func (e profile) singleValued(r reader) bool {
	for c := range e.counts {
		if strings.ContainsAny(c, "+/、,，;；|&和") {
			if _, ok := wordFor(r.target.Name, c); !ok {
				return false
			}
		}
	}
	return true
}

// rowsAndConstants says what tables the rows are of, and what stands in for columns that are missing.
func (p *proposal) rowsAndConstants() {
	has := map[string]bool{p.subject: true}
	for _, c := range p.sheetMapping.Columns {
		for _, target := range c.To {
			if table, _, ok := strings.Cut(target, "."); ok {
				has[table] = true
			}
		}
		for target := range c.With {
			table, _, _ := strings.Cut(target, ".")
			has[table] = true
		}
	}
	family := relatedTables(p.subject)
	if has["agencies"] && slices.Contains(family, "contracts") && (has["creators"] || p.subject == "contracts") {
		has["contracts"] = true
	}
	if has["campaigns"] && p.subject != "campaigns" && !has["brands"] {
		delete(has, "campaigns")
		p.addNote("no column names the brand: the campaigns must be in the graph or in another sheet, "+
			"or say which brand it is under constants, brands.name", "")
	}
	p.sheetMapping.Rows = append(p.sheetMapping.Rows, p.subject)
	for _, t := range tables() {
		if has[t.Name] && t.Name != p.subject {
			p.sheetMapping.Rows = append(p.sheetMapping.Rows, t.Name)
		}
	}
	p.addConstants(has)
}

func (p *proposal) addConstants(has map[string]bool) {
	constants := map[string]string{}
	day, from := p.day()
	if has["contracts"] && p.columnFor("contracts.since") == nil {
		constants["contracts.since"] = day.Format("2006-01-02")
		p.addNote("contracts.since: the sheet does not say since when creators are with their agencies; it is the day of "+from+" until you say another", "")
	}
	if has["content_metrics"] && p.columnFor("content_metrics.at") == nil {
		constants["content_metrics.at"] = day.Format("2006-01-02")
		p.addNote("content_metrics.at: the sheet does not say when its figures were taken; it is the day of "+from+" until you say another", "")
	}
	if has["creators"] && p.columnFor("creators.platforms") == nil {
		if platform := p.platform(); platform != "" {
			constants["creators.platforms"] = platform
		}
	}
	if len(constants) > 0 {
		p.sheetMapping.Constants = constants
	}
}

// platform is the one platform that titles, headings and the file's name speak of; empty without.
func (p *proposal) platform() string {
	text := strings.ToLower(p.title() + " " + p.sheet.File + " " + p.sheet.Name + " " + strings.Join(p.headings, " "))
	found := map[string]bool{}
	for spelling, w := range lexicon().words["platforms"] {
		if len(spelling) >= 6 && strings.Contains(normalize(text), spelling) {
			found[w.code] = true
		}
	}
	if found["wechat-channels"] { // 微信视频号 holds 微信
		delete(found, "wechat")
	}
	if len(found) != 1 {
		return ""
	}
	return sortedKeys(found)[0]
}

// addNote tells a person what to look at, of a column or of the whole sheet.
func (p *proposal) addNote(text, heading string) {
	at := &p.sheetMapping.Note
	for i := range p.sheetMapping.Columns {
		if heading != "" && p.sheetMapping.Columns[i].Heading == heading {
			at = &p.sheetMapping.Columns[i].Note
		}
	}
	if *at != "" {
		*at += ". "
	}
	*at += text
}

// fillsDown says whether a column is written only where it changes, as merged cells come out in CSV: it
// begins filled, has many gaps and never says the same twice in a row.
func (p *proposal) fillsDown(c *candidate) bool {
	t, _ := tableOf(p.subject)
	table, column, _ := strings.Cut(c.target, ".")
	needed := slices.ContainsFunc(t.Columns, func(col dataset.Column) bool { return col.Required && col.Of == table })
	needed = needed || table == "brands" && p.subject == "participations"
	if !needed || column != "name" && column != "key" || len(p.rows) < 3 {
		return false
	}
	gaps, last := 0, ""
	for i, row := range p.rows {
		text := strings.TrimSpace(row.Cell(c.index))
		switch {
		case text == "" && i == 0, text != "" && text == last:
			return false
		case text == "":
			gaps++
		}
		last = text
	}
	return gaps*100 >= len(p.rows)*15
}

// repeatedPairs says how many pairs of a relationship stand in several rows that differ.
func (p *proposal) repeatedPairs() int {
	if p.subject != "participations" {
		return 0
	}
	creator, campaign := p.firstColumnFor("creators.key", "creators.name"), p.firstColumnFor("campaigns.key", "campaigns.name")
	if creator == nil || campaign == nil {
		return 0
	}
	rows := map[string]string{}
	again := map[string]bool{}
	above := map[int]string{}
	for _, row := range p.rows {
		pair := ""
		for _, c := range []*candidate{creator, campaign} {
			text := strings.TrimSpace(row.Cell(c.index))
			if text == "" && p.fillsDown(c) {
				text = above[c.index]
			}
			above[c.index] = text
			pair += text + "\x00"
		}
		all := strings.Join(row.Cells, "\x00")
		if before, seen := rows[pair]; seen && before != all {
			again[pair] = true
		}
		rows[pair] = all
	}
	return len(again)
}

func (p *proposal) firstColumnFor(targets ...string) *candidate {
	for _, t := range targets {
		if c := p.columnFor(t); c != nil {
			return c
		}
	}
	return nil
}
