package columns

import (
	"math"
	"regexp"
	"strings"

	"github.com/creatorgraph/creatorgraph/dataset/convert"
	"github.com/creatorgraph/creatorgraph/dataset/sheet"
)

// skippedRow is a row that is no row of data, and why.
type skippedRow struct {
	line   int
	reason string
}

var (
	totalLabel      = regexp.MustCompile(`^(合计|总计|小计|总和|汇总|共计|总共|平均|平均值|均值|本页合计)([:(]|$)`)
	totalLabelLatin = regexp.MustCompile(`^(total|totals|grandtotal|subtotal|sum|average|mean|summe|gesamt|insgesamt|gesamtsumme|zwischensumme)([:(]|$)`)
	totalWithin     = regexp.MustCompile(`(合计|总计|小计)$|^共\d+[位个条人家篇名组]|^(total|grandtotal|subtotal)$`)
	sectionTitle    = regexp.MustCompile(`^[（(]?[一二三四五六七八九十]{1,3}[)）、.．:：]|^第[一二三四五六七八九十\d]+(部分|组|批|梯队)|^(头部|腰部|肩部|尾部|中腰部|素人|koc|kol)?(达人|博主|红人|主播)?$|(类目?|类别|梯队|分组)$`)
	labelled        = regexp.MustCompile(`^[\p{L} /]{1,16}[:：]`)
	remarkLabel     = regexp.MustCompile(`^(注[:：1-9]|备注|说明|数据来源|来源[:：]|制表|统计口径|免责|以上|note[:：s]|source[:：]|\*|※|填表)`)
)

// exampleMark begins the rows of examples in the templates that init writes.
const exampleMark = "示例 example"

// skipReason says why a row is no row of data; empty when it is one.
func (l layout) skipReason(row, heading sheet.Row) string {
	first, filled, same := firstText(row)
	if len(first) > maxLabelBytes && filled > 1 && !same {
		return ""
	}
	bare := strings.ToLower(strings.ReplaceAll(convert.Narrow(first), " ", ""))
	switch {
	case strings.HasPrefix(first, exampleMark):
		return "it is the template's example"
	case totalLabel.MatchString(bare), totalLabelLatin.MatchString(bare) && onlyNumbers(row):
		return "it is a total"
	case l.isTotalWithin(row):
		return "it is a total"
	case filled == 1 && len(l.headings) >= 3 && remarkLabel.MatchString(strings.ToLower(first)), filled*2 < len(l.headings) && allLabelled(row):
		return "it is a remark"
	case l.explainsColumns(row, filled):
		return "it explains the columns"
	case filled == 1 && len(l.headings) >= 3 && sectionTitle.MatchString(strings.ToLower(first)):
		return "it is a title of the rows below"
	case filled >= 3 && same:
		return "it is a title"
	case repeatsHeading(row, heading):
		return "it repeats the headings"
	}
	return ""
}

// explanation begins what a template writes below its headings.
var explanation = regexp.MustCompile(`^[(（]?(必填|选填|非必填|必须|可选|可不填|请填|请输入|请选择|填写|格式|单位|示例|例如|例[:：]|如[:：]|下拉|required|optional|mandatory|format|e\.g\.|example)`)

// explainsColumns says whether a row tells how the columns are to be filled in.
func (l layout) explainsColumns(row sheet.Row, filled int) bool {
	if filled < 2 || len(l.rows) > 0 {
		return false
	}
	found := 0
	for _, c := range row.Cells {
		if explanation.MatchString(strings.ToLower(convert.Clean(c))) {
			found++
		}
	}
	return found >= 2 && found*2 >= filled
}

// isTotalWithin says whether a cell behind others is the label of a total, and only numbers follow: 沐植, 春季, 小计, 20000.
func (l layout) isTotalWithin(row sheet.Row) bool {
	for i, c := range row.Cells {
		if len(c) > maxLabelBytes || !mayLabelTotal(c) {
			continue
		}
		bare := strings.ToLower(strings.ReplaceAll(convert.Narrow(c), " ", ""))
		if totalWithin.MatchString(bare) {
			return onlyNumbers(sheet.Row{Cells: row.Cells[i:]})
		}
	}
	return false
}

// mayLabelTotal tells nearly all cells apart from labels of totals, at once: every cell of every row is asked about.
func mayLabelTotal(text string) bool {
	return strings.Contains(text, "计") || strings.Contains(text, "共") || len(text) >= 5 && len(text) <= 16 && strings.Contains(strings.ToLower(text), "total")
}

// allLabelled says whether each text is a label with a value, such as 审核：李四.
func allLabelled(row sheet.Row) bool {
	for _, c := range row.Cells {
		if c = convert.Clean(c); c != "" && !isLabelled(c) {
			return false
		}
	}
	return true
}

func isLabelled(text string) bool {
	return labelled.MatchString(text) && !strings.Contains(text, "://")
}

// dropSum skips a last row that holds the sums of the rows above it and no label that tells so.
func (l *layout) dropSum() {
	end := len(l.rows) - 1
	if end < 2 {
		return
	}
	last := l.rows[end]
	if last.Filled() >= leastFilled(l.rows[:end]) {
		return
	}
	texts, sums := 0, 0
	for i, c := range last.Cells {
		switch {
		case convert.IsMissing(c):
		case !isNumber(c):
			texts++
		case isSum(c, l.rows[:end], i):
			sums++
		}
	}
	if sums > texts && texts <= 1 {
		l.rows = l.rows[:end]
		l.skipped = append(l.skipped, skippedRow{last.Line, "it holds the sums of the rows above"})
	}
}

// isSum says whether a number is the sum of a column's numbers, of which there are at least two.
func isSum(text string, rows []sheet.Row, column int) bool {
	total, err := convert.Number(text, convert.Point)
	if err != nil {
		return false
	}
	addends, sum := 0, 0.0
	for _, row := range rows {
		if a, err := convert.Number(row.Cell(column), convert.Point); err == nil && a.Float() > 0 {
			addends++
			sum += a.Float()
		}
	}
	return addends >= 2 && math.Abs(sum-total.Float()) <= 1e-6*sum
}

// leastFilled is the smallest number of filled cells in a row.
func leastFilled(rows []sheet.Row) int {
	least := math.MaxInt
	for _, row := range rows {
		least = min(least, row.Filled())
	}
	return least
}

// anotherTable is why rows are skipped that stand below headings of their own.
const anotherTable = "another table begins with headings of its own; move it to a sheet of its own"

// beginsTable says whether a row is the heading of another table: names of columns in every cell, and a gap above or
// three and more of them.
func (l layout) beginsTable(row, heading sheet.Row, gap bool) bool {
	filled := 0
	for _, c := range row.Cells {
		if convert.Clean(c) == "" {
			continue
		}
		if filled++; len(c) > maxLabelBytes || !isExactName(c) {
			return false
		}
	}
	return (filled >= 3 || filled == 2 && gap) && !repeatsHeading(row, heading)
}

// isExactName says whether a text is a known name of a column, with or without something in parentheses.
func isExactName(text string) bool {
	if strings.ContainsAny(text, "(（[【") {
		text = parseHeading(text).bare
	}
	bare := normalize(text)
	return bare != "" && len(names().meanings[bare]) > 0
}

// firstText gives a row's first text, how many cells have one, and whether all have the same.
func firstText(row sheet.Row) (first string, filled int, same bool) {
	same = true
	for _, c := range row.Cells {
		c = convert.Clean(c)
		if c == "" {
			continue
		}
		if filled++; filled == 1 {
			first = c
		}
		same = same && c == first
	}
	return first, filled, same
}

// maxLabelBytes is how many bytes the label of a total may have.
const maxLabelBytes = 60

// onlyNumbers says whether all cells but the first are numbers or unknown.
func onlyNumbers(row sheet.Row) bool {
	labelled := false
	for _, c := range row.Cells {
		switch {
		case convert.IsMissing(c) || labelled && isNumber(c):
		case labelled:
			return false
		default:
			labelled = true
		}
	}
	return true
}

func repeatsHeading(row, heading sheet.Row) bool {
	equal := 0
	for i, c := range row.Cells {
		c = convert.Clean(c)
		if c == "" {
			continue
		}
		if c != convert.Clean(heading.Cell(i)) {
			return false
		}
		equal++
	}
	return equal >= 2
}
