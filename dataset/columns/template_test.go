package columns_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/creatorgraph/creatorgraph/dataset/columns"
)

// filled are rows that a person writes below the headings, in the words of the templates, in both languages.
var filled = map[string][]string{
	"agencies":          {"ag-9", "青禾传媒", "杭州", "2018年5月1日"},
	"creators":          {"6800123456789012345", "小鹿", "xiaolu88", "敏感肌", "抖音、小红书", "护肤", "上海", "中文", "女", "12.3万", "2021/7/15", "是", "18500", "2.6万", "￥12,000", "面议"},
	"brands":            {"b-9", "沐植", "个护", "护肤", "上海"},
	"campaigns":         {"cp-9", "沐植", "618种草", "consideration", "护肤", "短视频、图文", "30万", "2026-06-01", "2026-06-20", "18-23岁"},
	"contracts":         {"小鹿", "ag-9", "2024-01-01", "长期", "yes"},
	"participations":    {"cp-9", "小鹿", "推荐", "18,500.00", "15.3万", "8204", "1203", "-", "56780.5"},
	"audiences":         {"小鹿", "18-23岁", "35"},
	"programme_members": {"新星计划", "小鹿", "达人"},
	"programmes":        {"pg-9", "新星计划", "2026-01-01", "", "50万"},
}

// What init writes is read with certainty once a person has filled it in, in the workbook or in the CSV
// files, and its examples are not imported.
func TestTemplatesAreImportableOnceFilled(t *testing.T) {
	t.Parallel()

	dir := t.TempDir()
	if _, err := columns.WriteTemplates(dir); err != nil {
		t.Fatal(err)
	}
	if _, err := columns.WriteTemplates(dir); err == nil || !strings.Contains(err.Error(), "an empty or a new one") {
		t.Errorf("a folder that holds something is written over: %v", err)
	}
	fillWorkbook(t, filepath.Join(dir, "templates.xlsx"))
	fillFiles(t, dir)
	mapping, err := os.Open(filepath.Join(dir, "columns.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	defer mapping.Close()
	m, err := columns.Read(mapping)
	if err != nil {
		t.Fatal(err)
	}
	csvs, err := filepath.Glob(filepath.Join(dir, "*.csv"))
	if err != nil {
		t.Fatal(err)
	}
	for name, files := range map[string][]string{"workbook": {filepath.Join(dir, "templates.xlsx")}, "CSV": csvs} {
		sheets, err := m.ReadSheets(files)
		if err != nil {
			t.Fatal(err)
		}
		for kind, mapping := range map[string]columns.Mapping{"its own mapping": m, "a new proposal": columns.Propose(sheets, today)} {
			applied, err := columns.Apply(t.Context(), mapping, sheets, columns.Options{})
			if err != nil {
				t.Fatalf("%s by %s: %v", name, kind, err)
			}
			got := tablesOf(t, applied)
			if strings.Contains(got, "refused") || strings.Contains(got, "example") || strings.Contains(got, "dy-1001") {
				t.Errorf("%s by %s:\n%s", name, kind, got)
			}
			for _, want := range []string{
				"key=6800123456789012345  name=小鹿  handle=xiaolu88  bio=敏感肌  platforms=douyin|xiaohongshu  categories=护肤  region=上海  language=zh-Hans  gender=female  " +
					"followers=123000  joined=2021-07-15  verified=true  price_short_video=1850000  price_mid_video=2600000  price_image_text=1200000\n",
				"key=cp-9  brand=b-9  name=618种草  objective=CONSIDERATION  categories=护肤  formats=SHORT_VIDEO|IMAGE_TEXT  budget=30000000  starts=2026-06-01  ends=2026-06-20  target_segments=age-18-23\n",
				"creator=6800123456789012345  agency=ag-9  since=2024-01-01  exclusive=true\n",
				"campaign=cp-9  creator=6800123456789012345  source=RECOMMENDED  fee=1850000  impressions=153000  engagements=8204  clicks=1203  gmv=5678050\n",
				"creator=6800123456789012345  segment=age-18-23  share=0.35\n",
				"programme=pg-9  member=6800123456789012345  kind=CREATOR\n",
			} {
				if !strings.Contains(got, want) {
					t.Errorf("%s by %s: want %q in\n%s", name, kind, want, got)
					break
				}
			}
		}
	}
}

func fillWorkbook(t *testing.T, path string) {
	t.Helper()

	book, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, template := range columns.Templates() {
		for i, text := range filled[template.Table.Name] {
			cell, err := excelize.CoordinatesToCellName(i+1, 3)
			if err != nil {
				t.Fatal(err)
			}
			if err := book.SetCellStr(template.Name(), cell, text); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := book.Save(); err != nil {
		t.Fatal(err)
	}
}

func fillFiles(t *testing.T, dir string) {
	t.Helper()

	for _, template := range columns.Templates() {
		row := filled[template.Table.Name]
		if row == nil {
			continue
		}
		path := filepath.Join(dir, template.Name()+".csv")
		raw, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasPrefix(string(raw), "\ufeff") {
			t.Errorf("%s has no mark, so that Excel garbles it", path)
		}
		for len(row) < len(template.Columns) {
			row = append(row, "")
		}
		line := `"` + strings.Join(row, `","`) + "\"\r\n"
		if err := os.WriteFile(path, append(raw, line...), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// Every column has a Chinese name and an example.
func TestTemplatesAreInBothLanguages(t *testing.T) {
	t.Parallel()

	for _, template := range columns.Templates() {
		if template.Chinese == "" {
			t.Errorf("%s has no Chinese name in templates.yaml", template.Table.Name)
		}
		for _, c := range template.Columns {
			if c.Heading[0] < 0x80 || c.Example == "" {
				t.Errorf("%s.%s has no Chinese name or no example in templates.yaml: %q", template.Table.Name, c.Name, c.Heading)
			}
		}
	}
}
