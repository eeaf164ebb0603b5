package columns_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/creatorgraph/creatorgraph/dataset/columns"
	"github.com/creatorgraph/creatorgraph/dataset/sheet"
)

// Rows a second from a CSV file of 12 columns to the tables: reading, converting, finding keys.
func BenchmarkApply(b *testing.B) {
	var text strings.Builder
	text.WriteString("品牌,项目名称,达人ID,达人昵称,合作形式,合作费用,曝光量,互动量,点击量,成交金额,发布日期,所属机构\n")
	const rows = 20_000
	for i := range rows {
		fmt.Fprintf(&text, "品牌%d,项目%d,d%d,达人%d,视频,\"￥18,5%02d.00\",15.%d万,\"8,2%02d\",1203,\"56,780.50\",2026年6月%d日,机构%d\n",
			i%50, i%400, i%5000, i%5000, i%100, i%10, i%100, 1+i%28, i%30)
	}
	path := filepath.Join(b.TempDir(), "合作.csv")
	if err := os.WriteFile(path, []byte(text.String()), 0o600); err != nil {
		b.Fatal(err)
	}
	sheets, err := sheet.Read(path, sheet.Options{})
	if err != nil {
		b.Fatal(err)
	}
	m := columns.Propose(sheets, today)
	b.ResetTimer()
	for b.Loop() {
		if sheets, err = m.ReadSheets([]string{path}); err != nil {
			b.Fatal(err)
		}
		if _, err := columns.Apply(b.Context(), m, sheets, columns.Options{}); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(rows*b.N)/b.Elapsed().Seconds(), "rows/s")
}
