package sheet_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"github.com/creatorgraph/creatorgraph/dataset/sheet"
)

// The same table in every usual encoding and with every usual separator is the same rows.
func TestTextFiles(t *testing.T) {
	t.Parallel()

	want := []sheet.Row{
		{Line: 1, Cells: []string{"达人", "粉丝数", "报价"}},
		{Line: 3, Cells: []string{"小鹿的护肤日记", "12.3万", "18,500"}},
	}
	utf16le, utf16be := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), unicode.UTF16(unicode.BigEndian, unicode.UseBOM)
	bare := unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	for _, c := range []struct {
		name, text string
		encoding   encoding.Encoding
		found      string
		separator  string
	}{
		{"utf8.csv", "达人,粉丝数,报价\r\n\r\n小鹿的护肤日记,12.3万,\"18,500\"\r\n", encoding.Nop, "UTF-8", ","},
		{"bom.csv", "\ufeff达人,粉丝数,报价\n,,\n小鹿的护肤日记,12.3万,\"18,500\"", encoding.Nop, "UTF-8", ","},
		{"gbk.csv", "达人,粉丝数,报价\n\n小鹿的护肤日记,12.3万,\"18,500\"\n", simplifiedchinese.GBK, "GB18030", ","},
		{"semicolon.csv", "达人;粉丝数;报价\n\n小鹿的护肤日记;12.3万;18,500\n", simplifiedchinese.GB18030, "GB18030", ";"},
		{"tabs.tsv", "达人\t粉丝数\t报价\n\n小鹿的护肤日记\t12.3万\t18,500\n", utf16le, "UTF-16LE", "\t"},
		{"big.csv", "达人\t粉丝数\t报价\n\n小鹿的护肤日记\t12.3万\t18,500\n", utf16be, "UTF-16BE", "\t"},
		{"bars.txt", "达人|粉丝数|报价\n\n小鹿的护肤日记|12.3万|18,500\n", encoding.Nop, "UTF-8", "|"},
		{"mac.csv", "达人,粉丝数,报价\r\r小鹿的护肤日记,12.3万,\"18,500\"\r", encoding.Nop, "UTF-8", ","},
		{"bare.csv", "达人,粉丝数,报价\n\n小鹿的护肤日记,12.3万,\"18,500\"\n,,,,,,,,,,,,,,,,\n", bare, "UTF-16LE", ","},
	} {
		raw, err := c.encoding.NewEncoder().Bytes([]byte(c.text))
		if err != nil {
			t.Fatal(err)
		}
		s := read(t, c.name, raw)
		if diff := cmp.Diff(want, s.Rows); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
		if s.Encoding != c.found || s.Separator != c.separator {
			t.Errorf("%s: %s, %q", c.name, s.Encoding, s.Separator)
		}
	}
}

func read(t *testing.T, name string, raw []byte) sheet.Sheet {
	t.Helper()

	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, raw, 0o600); err != nil {
		t.Fatal(err)
	}
	sheets, err := sheet.Read(path, sheet.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return sheets[0]
}

// A European file: semicolons, decimal commas, a Western encoding, Excel's line about the separator.
func TestWesternFile(t *testing.T) {
	t.Parallel()

	raw, err := charmap.Windows1252.NewEncoder().Bytes([]byte("sep=;\nKünstler;Größe;Preis\nMäx Müller;1.200;3,5 €\n"))
	if err != nil {
		t.Fatal(err)
	}
	s := read(t, "preise.csv", raw)
	want := []sheet.Row{{Line: 2, Cells: []string{"Künstler", "Größe", "Preis"}}, {Line: 3, Cells: []string{"Mäx Müller", "1.200", "3,5 €"}}}
	if diff := cmp.Diff(want, s.Rows); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// A workbook's dates, shares and money say what they are; merged text fills its range, a merged
// amount stays one; a hidden sheet is named, but not read, and of hidden rows the first is told.
func TestWorkbook(t *testing.T) {
	t.Parallel()

	book := excelize.NewFile()
	style := func(s excelize.Style) int {
		id, err := book.NewStyle(&s)
		if err != nil {
			t.Fatal(err)
		}
		return id
	}
	money := `"¥"#,##0.00`
	wan := `0.0,"千"`
	cells := []struct {
		at    string
		value any
		style int
	}{
		{"A1", "达人", 0}, {"B1", "日期", 0}, {"C1", "占比", 0}, {"D1", "报价", 0}, {"E1", "粉丝", 0}, {"F1", "时间", 0}, {"G1", "ID", 0},
		{"A2", "小鹿", 0}, {"B2", 46027, style(excelize.Style{NumFmt: 14})}, {"C2", 0.913, style(excelize.Style{NumFmt: 10})},
		{"D2", 18500.5, style(excelize.Style{CustomNumFmt: &money})}, {"E2", 123456, style(excelize.Style{CustomNumFmt: &wan})},
		{"F2", 46027.4375, style(excelize.Style{NumFmt: 22})}, {"G2", "6800123456789012345", 0},
		{"B3", 46028, style(excelize.Style{NumFmt: 31})}, {"G3", "6.80012345678901E+18", 0},
	}
	for _, c := range cells {
		if err := book.SetCellValue("Sheet1", c.at, c.value); err != nil {
			t.Fatal(err)
		}
		if err := book.SetCellStyle("Sheet1", c.at, c.at, c.style); err != nil {
			t.Fatal(err)
		}
	}
	for _, m := range [][2]string{{"A2", "A3"}, {"D2", "D3"}} {
		if err := book.MergeCell("Sheet1", m[0], m[1]); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := book.NewSheet("hidden"); err != nil {
		t.Fatal(err)
	}
	if err := book.SetCellValue("hidden", "A1", "x"); err != nil {
		t.Fatal(err)
	}
	if err := book.SetSheetVisible("hidden", false); err != nil {
		t.Fatal(err)
	}
	if err := book.SetRowVisible("Sheet1", 3, false); err != nil {
		t.Fatal(err)
	}
	sheets := readBook(t, book)
	if len(sheets) != 2 || sheets[0].Name != "Sheet1" || sheets[0].HiddenRow != 3 || !sheets[1].Hidden || len(sheets[1].Rows) > 0 {
		t.Fatalf("sheets: %v", sheets)
	}
	want := []sheet.Row{
		{Line: 1, Cells: []string{"达人", "日期", "占比", "报价", "粉丝", "时间", "ID"}},
		{Line: 2, Cells: []string{"小鹿", "2026-01-05", "91.3%", "¥18500.5", "123456", "2026-01-05 10:30:00", "6800123456789012345"}},
		{Line: 3, Cells: []string{"小鹿", "2026-01-06", "", "", "", "", "6.80012345678901E+18"}},
	}
	if diff := cmp.Diff(want, sheets[0].Rows); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// A quotation mark that is never closed would take all lines below into one cell: the file is refused, with its line.
func TestOpenQuote(t *testing.T) {
	t.Parallel()

	for text, line := range map[string]string{
		"达人,粉丝数\n阿花,1\n\"阿草,2\n阿树,3\n":          "line 3:",
		"达人,粉丝数\n\"阿花\n二行\",1\n阿草,\"3\"\n":      "",
		"达人,简介\n阿花,他说\"好\n阿草,x\n":               "",
		"达人,简介\n阿花,x\n阿草,\"多\n行\"\n":            "",
		"达人,简介\n阿花,x\n阿草,\"他说\"\"好\"\"\n多\n行\"": "",
	} {
		path := filepath.Join(t.TempDir(), "f.csv")
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		_, err := sheet.Read(path, sheet.Options{})
		if (err != nil) != (line != "") || err != nil && !strings.Contains(err.Error(), line) {
			t.Errorf("%q: %v, want %q", text, err, line)
		}
	}
}

// What a number's format shows is said where the stored number alone would be another amount or another day.
func TestNumberFormats(t *testing.T) {
	t.Parallel()

	book := excelize.NewFile()
	cases := []struct {
		format string
		stored any
		want   string
	}{
		{`0.00"万"`, 1.5, "1.5万"}, {`0.0"万元"`, 1.5, "1.5万"}, {`0.0\w`, 1.5, "1.5万"}, {`0.0"k"`, 12.5, "12.5k"},
		{`0!.0,"万"`, 123000, "123000"}, {`0.0,"k"`, 123000, "123000"}, {`#,##0"元"`, 3000, "¥3000"},
		{`yyyy"年"m"月"`, 46023, "2026-01"}, {`yyyy-mm`, 46054, "2026-02"}, {`yyyy"年"m"月"d"日"`, 46023, "2026-01-01"},
		{`m"月"d"日"`, 46086, "2026-03-05"},
	}
	for i, c := range cases {
		cell, err := excelize.CoordinatesToCellName(1, i+1)
		if err != nil {
			t.Fatal(err)
		}
		style, err := book.NewStyle(&excelize.Style{CustomNumFmt: &c.format})
		if err != nil {
			t.Fatal(err)
		}
		if err := errors.Join(book.SetCellValue("Sheet1", cell, c.stored), book.SetCellStyle("Sheet1", cell, cell, style)); err != nil {
			t.Fatal(err)
		}
	}
	sheets := readBook(t, book)
	for i, c := range cases {
		if got := sheets[0].Rows[i].Cell(0); got != c.want {
			t.Errorf("%v as %s is read as %q, want %q", c.stored, c.format, got, c.want)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte("a,b\n1,2\n"))
	f.Add([]byte("\xff\xfea\x00;\x00b\x00"))
	f.Add([]byte("\xb4\xef\xc8\xcb,x"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		path := filepath.Join(t.TempDir(), "f.csv")
		if err := os.WriteFile(path, raw, 0o600); err != nil {
			t.Fatal(err)
		}
		sheets, err := sheet.Read(path, sheet.Options{})
		if err == nil && sheets[0].Rows[0].Filled() == 0 {
			t.Error("an empty row was kept")
		}
	})
}

// readBook saves a workbook and reads it.
func readBook(t *testing.T, book *excelize.File) []sheet.Sheet {
	t.Helper()

	path := filepath.Join(t.TempDir(), "book.xlsx")
	if err := book.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	sheets, err := sheet.Read(path, sheet.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return sheets
}
