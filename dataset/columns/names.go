package columns

import (
	"cmp"
	_ "embed"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/creatorgraph/creatorgraph/dataset"
)

//go:embed names.yaml
var namesYAML []byte

// meaning is what a heading may mean: a target, or why it is ignored.
type meaning struct {
	table, column string // table is "*" for what the sheet is about
	reason        string // of what is ignored
	canonical     bool   // the word is one of the import format's own
	ambiguous     bool   // the word may mean another too
	subjectOnly   bool   // it means that only where rows are about the table
}

// glossary gives the meanings of normal names.
type glossary struct {
	meanings map[string][]meaning
	byLength []string // names of two letters and more, the longest first
}

var names = sync.OnceValue(loadNames)

func loadNames() *glossary {
	var file map[string]map[string]string
	mustRead(namesYAML, "names.yaml", &file)
	g := &glossary{meanings: map[string][]meaning{}}
	for _, table := range sortedKeys(file) {
		for _, column := range sortedKeys(file[table]) {
			g.addSynonyms(table, column, file[table][column])
		}
	}
	for _, t := range dataset.Tables() {
		for _, c := range t.Columns {
			g.add(normalize(t.Name+"."+c.Name), meaning{table: t.Name, column: c.Name})
			g.add(normalize(c.Name), meaning{table: t.Name, column: c.Name, canonical: true})
		}
	}
	for name := range g.meanings {
		if len(name) >= 4 || len([]rune(name)) >= 2 && name[0] >= 0x80 {
			g.byLength = append(g.byLength, name)
		}
	}
	slices.SortFunc(g.byLength, func(a, b string) int { return cmp.Or(cmp.Compare(len(b), len(a)), strings.Compare(a, b)) })
	return g
}

// addSynonyms adds a column's names in names.yaml, separated by |: ~ marks an ambiguous one, ~~ one that means the
// column only where rows are about the table. Names of columns that the import format does not have are left out.
func (g *glossary) addSynonyms(table, column, synonyms string) {
	m := meaning{table: table, column: column}
	switch table {
	case "ignored":
		m = meaning{reason: "left out: it " + column}
	case "*":
	default:
		if _, ok := columnOf(table, column); !ok {
			return
		}
	}
	for _, synonym := range strings.Split(synonyms, "|") {
		var name string
		name, m.ambiguous = strings.CutPrefix(strings.TrimSpace(synonym), "~")
		name, m.subjectOnly = strings.CutPrefix(name, "~")
		g.add(normalize(name), m)
	}
}

func (g *glossary) add(name string, m meaning) {
	for i, has := range g.meanings[name] {
		if has.table == m.table && has.column == m.column && has.reason == m.reason {
			g.meanings[name][i].canonical = has.canonical || m.canonical
			return
		}
	}
	g.meanings[name] = append(g.meanings[name], m)
}

// columnOf gives a column of the import format.
func columnOf(table, column string) (dataset.Column, bool) {
	t, ok := tableOf(table)
	if !ok {
		return dataset.Column{}, false
	}
	i := slices.IndexFunc(t.Columns, func(c dataset.Column) bool { return c.Name == column })
	if i < 0 {
		return dataset.Column{}, false
	}
	return t.Columns[i], true
}

func tableOf(name string) (dataset.Table, bool) {
	i := slices.IndexFunc(tables(), func(t dataset.Table) bool { return t.Name == name })
	if i < 0 {
		return dataset.Table{}, false
	}
	return tables()[i], true
}

// tables are those of the import format, in its order.
var tables = sync.OnceValue(dataset.Tables)

// targetColumn gives the column that a target "table.column" names.
func targetColumn(target string) (dataset.Column, bool) {
	table, column, ok := strings.Cut(target, ".")
	if !ok {
		return dataset.Column{}, false
	}
	return columnOf(table, column)
}

// nameMatch is a meaning with how well a heading's name fits it, to 1.
type nameMatch struct {
	meaning
	fit float64
}

// How well names fit: the name itself, one with a letter wrong, one that holds it.
const (
	fitExact     = 1.0
	fitPart      = 0.92
	fitMisspelt  = 0.8
	fitAmbiguous = 0.7
	fitContained = 0.55 // and up to 0.3 more, the more of the heading it is
)

// match gives what a heading may mean by its name.
func (g *glossary) match(h heading) []nameMatch {
	if all := g.exact(h.whole, fitExact); len(all) > 0 {
		return all
	}
	for _, text := range h.full {
		if all := g.exact(text, fitPart); len(all) > 0 {
			return all
		}
	}
	if all := g.exact(h.bare, fitExact); len(all) > 0 {
		return all
	}
	for _, part := range h.parts {
		if all := g.exact(part, fitPart); len(all) > 0 {
			return all
		}
	}
	if rest, ok := h.withoutPlatform(); ok {
		if all := g.exact(rest, fitPart); len(all) > 0 {
			return all
		}
	}
	if all := g.misspelt(h.bare); len(all) > 0 {
		return all
	}
	return withoutForeignNouns(h.bare, g.contained(h.bare))
}

// Forms of headings of which a name that they hold is not the noun.
var (
	ratioEnd      = regexp.MustCompile(`(cpm|cpe|cpv|cpc|cpa|roi|roas|ctr|cvr|率|指数|得分|中位数|均值)$`)
	averageBegin  = regexp.MustCompile(`^(预估|预期|预计|预测|平均|场均|单均|日均|篇均|均|近?\d+[天日]|avg|average|mean|median|est|estimated|expected|projected)`)
	identifierEnd = regexp.MustCompile(`(([^a-z]|user|creator|account|platform|post|profile|order|channel|page|media)id|编号|编码|号码)$`)
)

// withoutForeignNouns leaves out what a heading cannot mean though it holds the name: a ratio, an average or an identifier
// is not what it is of.
func withoutForeignNouns(name string, all []nameMatch) []nameMatch {
	if ratioEnd.MatchString(name) {
		return []nameMatch{{meaning{reason: "left out: it is computed from others"}, fitPart}}
	}
	average, identifier := averageBegin.MatchString(name), identifierEnd.MatchString(name)
	return slices.DeleteFunc(all, func(m nameMatch) bool {
		column, _ := columnOf(m.table, m.column)
		return average && column.Kind == dataset.Count || identifier && m.reason == "" && m.column != "key" && m.column != "handle"
	})
}

// exact gives the meanings of a name, with a fit that ambiguous ones do not have.
func (g *glossary) exact(name string, fit float64) (all []nameMatch) {
	for _, m := range g.meanings[name] {
		if m.ambiguous {
			all = append(all, nameMatch{m, fitAmbiguous})
			continue
		}
		all = append(all, nameMatch{m, fit})
	}
	return all
}

// misspelt finds names with one letter wrong, missing or too many.
func (g *glossary) misspelt(name string) []nameMatch {
	if len(name) < 6 {
		return nil
	}
	var all []nameMatch
	for _, other := range g.byLength {
		if other[0] < 0x80 && len(other) >= 6 && oneEditApart(name, other) {
			for _, m := range g.meanings[other] {
				all = append(all, nameMatch{m, fitMisspelt})
			}
		}
	}
	return all
}

// contained finds the longest names that a heading holds, such as 粉丝数 in 达人粉丝数量.
func (g *glossary) contained(name string) []nameMatch {
	var all []nameMatch
	longest, last := 0, false
	for _, other := range g.byLength {
		if len(other) < longest {
			break
		}
		isLast := strings.HasSuffix(name, other)
		if last && !isLast {
			continue
		}
		if isLast && !last { // the noun of a heading is its last word
			all = nil
		}
		if strings.Contains(name, other) && slices.ContainsFunc(g.meanings[other], func(m meaning) bool { return !m.generic() }) {
			longest, last = len(other), isLast
			fit := fitContained + 0.3*float64(len(other))/float64(len(name))
			for _, m := range g.meanings[other] {
				switch {
				case m.generic():
				case m.ambiguous:
					all = append(all, nameMatch{m, min(fit, fitAmbiguous*fitPart)})
				default:
					all = append(all, nameMatch{m, fit})
				}
			}
		}
	}
	return all
}

// generic says whether the names of a meaning are part of many others: 名称, 日期, 比例.
func (m meaning) generic() bool {
	switch m.table {
	case "audiences", "segments", "follower_history", "availability":
		return true
	case "*":
		return m.column == "key" || m.column == "name"
	}
	return m.table == "contents" && m.column == "title"
}

// oneEditApart says whether two words differ by one letter that is another, missing or too much.
func oneEditApart(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 1 {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if len(a) == len(b) {
		return i < len(a) && a[i+1:] == b[i+1:]
	}
	return a[i:] == b[i+1:]
}
