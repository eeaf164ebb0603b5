package columns_test

import (
	"strings"
	"testing"

	"github.com/creatorgraph/creatorgraph/dataset/columns"
	"github.com/creatorgraph/creatorgraph/dataset/sheet"
)

// What a workbook does not show is told: a hidden sheet is passed over, rows that a filter hides are not.
func TestHiddenIsTold(t *testing.T) {
	t.Parallel()

	rows := []sheet.Row{{Line: 1, Cells: []string{"达人", "平台", "粉丝数"}}, {Line: 2, Cells: []string{"阿花", "抖音", "120000"}},
		{Line: 3, Cells: []string{"阿草", "抖音", "80000"}}}
	proposed := columns.Propose([]sheet.Sheet{
		{File: "达人.xlsx", Name: "达人", Rows: rows, HiddenRow: 3},
		{File: "达人.xlsx", Name: "旧", Hidden: true},
	}, today)
	if note := proposed.Sheets[0].Note; !strings.Contains(note, "hidden from line 3 on") || len(proposed.Sheets[0].Columns) != 3 {
		t.Errorf("%d columns, noted %q", len(proposed.Sheets[0].Columns), note)
	}
	if note := proposed.Sheets[1].Note; !strings.Contains(note, "the sheet is hidden") || len(proposed.Sheets[1].Columns) > 0 {
		t.Errorf("%d columns, noted %q", len(proposed.Sheets[1].Columns), note)
	}
}
