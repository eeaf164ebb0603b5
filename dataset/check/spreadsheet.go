package check

import (
	"fmt"

	"github.com/xuri/excelize/v2"

	"github.com/creatorgraph/creatorgraph/dataset"
)

// maxListed is how many findings a spreadsheet lists one by one; a sheet has 1,048,576 rows.
const maxListed = 200_000

// Spreadsheet is a report as a workbook, with a sheet of groups and a sheet of findings.
type Spreadsheet struct {
	findings [][]any
	omitted  int
}

// NewSpreadsheet makes an empty one.
func NewSpreadsheet() *Spreadsheet { return &Spreadsheet{} }

// Add takes a finding, as Options.Found; it never fails.
func (s *Spreadsheet) Add(found dataset.Reject, warning bool) error {
	if len(s.findings) == maxListed {
		s.omitted++
		return nil
	}
	s.findings = append(s.findings, []any{severity(warning), found.File, found.Sheet, found.Line, found.Column,
		found.Value, found.Reason, string(found.Kind)})
	return nil
}

func severity(warning bool) string {
	if warning {
		return "warning"
	}
	return "fault"
}

// Save writes the findings and a report's groups to a file.
func (s *Spreadsheet) Save(path string, r *Report) error {
	book := excelize.NewFile()
	defer book.Close()
	if err := book.SetSheetName("Sheet1", "summary"); err != nil {
		return err
	}
	if err := fill(book, "summary", summary(r)); err != nil {
		return err
	}
	rows := append([][]any{{"severity", "file", "sheet", "line", "column", "value", "reason", "kind"}}, s.findings...)
	if s.omitted > 0 {
		rows = append(rows, []any{"", fmt.Sprintf("and %d more", s.omitted)})
	}
	if _, err := book.NewSheet("findings"); err != nil {
		return err
	}
	if err := fill(book, "findings", rows); err != nil {
		return err
	}
	return book.SaveAs(path)
}

func summary(r *Report) [][]any {
	rows := [][]any{{"severity", "file", "sheet", "column", "kind", "count", "first line", "example", "reason"}}
	for i, groups := range [][]Group{r.Faults, r.Warnings} {
		for _, g := range groups {
			first := g.Examples[0]
			rows = append(rows, []any{severity(i == 1), g.File, g.Sheet, g.Column, string(g.Kind), g.Count,
				first.Line, first.Value, first.Reason})
		}
	}
	return rows
}

// fill writes rows of values. It writes texts as texts, so that none is taken for a formula or a number.
func fill(book *excelize.File, sheet string, rows [][]any) error {
	w, err := book.NewStreamWriter(sheet)
	if err != nil {
		return err
	}
	for i, row := range rows {
		cell, err := excelize.CoordinatesToCellName(1, i+1)
		if err != nil {
			return err
		}
		if err := w.SetRow(cell, row); err != nil {
			return err
		}
	}
	return w.Flush()
}
