package columns

import (
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
	case filled == 1 && len(l.headings) >= 3 && remarkLabel.MatchString(strings.ToLower(first)):
		return "it is a remark"
	case filled >= 3 && same:
		return "it is a title"
	case repeatsHeading(row, heading):
		return "it repeats the headings"
	}
	return ""
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
