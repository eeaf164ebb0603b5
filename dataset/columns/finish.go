package columns

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/creatorgraph/creatorgraph/dataset"
)

// chooseKey refuses rounded keys and row numbers, and takes a unique handle as the key where creators have none.
func (p *proposal) chooseKey() {
	for i := range p.columns {
		p.checkKey(&p.columns[i])
	}
	if p.subject != "creators" || p.columnFor("creators.key") != nil {
		return
	}
	if c := p.columnFor("creators.handle"); c != nil && c.profile.unique() {
		c.with = map[string]string{"": "creators.key"}
	}
}

// splitPeriods takes a column of periods as the end as well, where no other column is.
func (p *proposal) splitPeriods() {
	for i := range p.columns {
		c := &p.columns[i]
		table, column, _ := strings.Cut(c.target, ".")
		end := endOf(table, column)
		if end != "" && c.wide == "" && p.columnFor(table+"."+end) == nil && c.profile.periods() {
			c.with = map[string]string{"": table + "." + end}
		}
	}
}

// checkKey ignores a column of keys that identify nothing.
func (p *proposal) checkKey(c *candidate) {
	table, column, _ := strings.Cut(c.target, ".")
	if column != "key" || c.wide != "" {
		return
	}
	switch {
	case c.profile.rounded():
		p.ignore(c, fmt.Sprintf("a spreadsheet program has rounded its numbers (%s) and their last digits are lost: "+
			"format the column as text, export it anew, and it can be %s.key", c.profile.cells[0], table))
	case c.profile.isRowNumber() && normalize(c.text) != "key":
		p.ignore(c, "it numbers the rows; if it identifies "+table+", make it "+table+".key")
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

// dropIncompleteContents ignores the columns of contents where rows do not identify a content by its creator, format and
// publication day.
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

// singleValued says whether every value names one choice, not several.
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

// rowsAndConstants decides which tables get rows, and which constants stand in for missing columns.
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

// dayConstants are the required columns for which the day of the sheet stands in, with what the sheet leaves unsaid.
var dayConstants = []struct{ table, target, unsaid string }{
	{"contracts", "contracts.since", "since when creators are with their agencies"},
	{"content_metrics", "content_metrics.at", "when its figures were taken"},
}

// addConstants adds constants for the columns that the sheet's tables need and the sheet lacks.
func (p *proposal) addConstants(has map[string]bool) {
	constants := map[string]string{}
	day, from := p.day()
	for _, c := range dayConstants {
		if has[c.table] && p.columnFor(c.target) == nil && !(c.target == metricsDay && p.hasWideDays()) {
			constants[c.target] = day.Format(time.DateOnly)
			p.addNote(c.target+": the sheet does not say "+c.unsaid+"; it is the day of "+from+" until you say another", "")
		}
	}
	if has["creators"] && p.columnFor("creators.platforms") == nil && p.platform() != "" {
		constants["creators.platforms"] = p.platform()
	}
	p.askForRequired(constants)
	if len(constants) > 0 {
		p.sheetMapping.Constants = constants
	}
}

// askForRequired leaves it to a person what the sheet's own rows need and no column tells, since all of them would be
// refused without.
func (p *proposal) askForRequired(constants map[string]string) {
	told := map[string]bool{}
	for _, c := range p.columns {
		told[c.target] = true
		told[c.with[""]] = true
		for target := range c.with {
			told[target] = true
		}
	}
	t, _ := tableOf(p.subject)
	for _, c := range t.Columns {
		target := t.Name + "." + c.Name
		if !c.Required || c.Kind == dataset.Key || c.Kind == dataset.MemberOf || constants[target] != "" || p.isTold(t.Name, c, told) {
			continue
		}
		if c.Kind == dataset.Ref {
			if c.Of == "contents" {
				continue // it has a key of its own
			}
			target = c.Of + ".name"
		}
		constants[target] = Undecided
		note := target + ": no column tells it and every row needs it; say under constants what it is for all rows"
		if len(c.Choices) > 0 {
			note += ", one of " + strings.Join(c.Choices, ", ")
		}
		p.addNote(note+", or which column it is", "")
	}
}

// platform is the only platform that titles, headings and the file's name mention; empty where there is none or several.
func (p *proposal) platform() string {
	if w, ok := wordFor("platforms", p.sheet.Name); ok && p.sheet.Name != "" {
		return w.code
	}
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

// addNote adds a note for the person to a column, or to the sheet where the heading is empty.
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

func (p *proposal) firstColumnFor(targets ...string) *candidate {
	for _, t := range targets {
		if c := p.columnFor(t); c != nil {
			return c
		}
	}
	return nil
}
