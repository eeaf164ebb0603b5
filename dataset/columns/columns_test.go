package columns_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/creatorgraph/creatorgraph/dataset"
	"github.com/creatorgraph/creatorgraph/dataset/columns"
	"github.com/creatorgraph/creatorgraph/dataset/sheet"
)

// propose writes files into a folder and proposes a mapping for them.
func propose(t *testing.T, files map[string]string) (columns.Mapping, []sheet.Sheet) {
	t.Helper()

	dir := t.TempDir()
	var sheets []sheet.Sheet
	for name, text := range files {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		s, err := sheet.Read(path, sheet.Options{})
		if err != nil {
			t.Fatal(err)
		}
		sheets = append(sheets, s...)
	}
	return columns.Propose(sheets, today), sheets
}

// What is proposed is read back as it was.
func TestMappingIsReadAsWritten(t *testing.T) {
	t.Parallel()

	m, _ := propose(t, map[string]string{"达人.csv": "达人🍑,粉丝数,女性占比,男性占比,合作形式,项目,品牌,报价\nA,1万,10%,90%,视频,p,b,-\n"})
	var text bytes.Buffer
	if err := columns.Write(&text, m); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(text.String(), `\U`) {
		t.Errorf("emoji are written as numbers:\n%s", text.String())
	}
	again, err := columns.Read(&text)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(m, again); diff != "" {
		t.Errorf("(-proposed +read):\n%s", diff)
	}
}

// What a person may get wrong in columns.yaml is told with its place and the remedy.
func TestMappingFaults(t *testing.T) {
	t.Parallel()

	for text, want := range map[string]string{
		"":                       "it is empty",
		"version: 2\nsheets: []": "must be 1",
		"version: 1\nsheets:\n- file: a\n  colums: []":                                                          "line 4: field colums not found",
		"version: 1\ntimezone: Shanghai\nsheets: []":                                                            "write one such as Asia/Shanghai",
		"version: 1\nsheets:\n- file: a\n  columns:\n  - heading: x\n    to: creators.follower":                 `column "x": to: creators has no column "follower"`,
		"version: 1\nsheets:\n- file: a\n  columns:\n  - heading: x\n    to: creators.price_live\n    unit: k€": `the unit "k€" is not one of`,
		"version: 1\nsheets:\n- file: a\n  rows: [creatorz]":                                                    `there is no table "creatorz"`,
		"version: 1\nsheets:\n- file: a\n  columns:\n  - heading: x\n    to: ignore\n    order: ydm":            "must be ymd, dmy or mdy",
	} {
		if _, err := columns.Read(strings.NewReader(text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", text, err, want)
		}
	}
}

// A mapping fits next month's file of another name, and says what a file lacks or has beyond it.
func TestMappingFitsOtherFiles(t *testing.T) {
	t.Parallel()

	m, _ := propose(t, map[string]string{"10月.csv": "达人昵称,粉丝数\n小鹿,12.3万\n"})
	for text, want := range map[string]string{
		"11月导出\n\n达人昵称,粉丝数\n小鹿,13万\n": "",
		"达人昵称,粉丝\n小鹿,13万\n":           `the nearest has the columns "粉丝数" too`,
		"达人昵称,粉丝数,微信号\n小鹿,13万,x\n":    `does not speak of the column "微信号"`,
		"粉丝数,达人昵称\n13万,小鹿\n":          "",
	} {
		_, sheets := propose(t, map[string]string{"11月.csv": text})
		_, err := columns.Apply(t.Context(), m, sheets, columns.Options{})
		if want == "" && err != nil || want != "" && (err == nil || !strings.Contains(err.Error(), want)) {
			t.Errorf("%q: %v, want %q", text, err, want)
		}
	}
}

// Refused rows are kept whole, in their own spelling and under their own headings, and the mended file
// is read by the same mapping.
func TestRefusedRowsAreSentAgain(t *testing.T) {
	t.Parallel()

	m, sheets := propose(t, map[string]string{"达人.csv": "达人广场;;\n达人昵称;粉丝数;入驻时间\n小鹿;12.3万;2021/7/15\n阿楠;8千9;2020/11/3\n木木;1.2w;2022年2月30日\n"})
	applied, err := columns.Apply(t.Context(), m, sheets, columns.Options{})
	if err != nil {
		t.Fatal(err)
	}
	set, err := applied.Set("达人.csv", "1")
	if err != nil {
		t.Fatal(err)
	}
	var refused []dataset.Reject
	r, err := set.Files[0].Open()
	if err != nil {
		t.Fatal(err)
	}
	for {
		_, bad, err := r.Read()
		if err != nil {
			break
		}
		refused = append(refused, bad...)
	}
	var told []string
	var places []dataset.Position
	for _, bad := range refused {
		told = append(told, strings.Join([]string{bad.File, bad.Column, bad.Value}, " "))
		places = append(places, bad.Position())
	}
	if diff := cmp.Diff([]string{"达人.csv 粉丝数 8千9", "达人.csv 入驻时间 2022年2月30日"}, told); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	dir := t.TempDir()
	if err := columns.Keep(applied, dir, places); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, "达人.csv")
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	want := "\ufeff达人昵称;粉丝数;入驻时间\n阿楠;8千9;2020/11/3\n木木;1.2w;2022年2月30日\n"
	if diff := cmp.Diff(want, string(raw)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	mended := strings.NewReplacer("8千9", "8900", "2月30日", "2月28日").Replace(string(raw))
	if err := os.WriteFile(path, []byte(mended), 0o600); err != nil {
		t.Fatal(err)
	}
	again, err := m.ReadSheets([]string{path})
	if err != nil {
		t.Fatal(err)
	}
	if applied, err = columns.Apply(t.Context(), m, again, columns.Options{}); err != nil {
		t.Fatal(err)
	}
	if got := tablesOf(t, applied); strings.Contains(got, "refused") || !strings.Contains(got, "followers=8900  joined=2020-11-03") {
		t.Errorf("the mended rows came out as\n%s", got)
	}
}

// A name finds what the graph has under it, by name or by key; of two it is not guessed which is meant.
func TestNamesAreLookedUpInTheGraph(t *testing.T) {
	t.Parallel()

	m, sheets := propose(t, map[string]string{"合作.csv": "品牌,项目,达人,费用(元)\n沐植,618,小鹿,100\n沐植,618,阿楠,200\n沐植,618,新人,300\n"})
	graph := map[string]map[string][]string{
		"brands":   {"沐植": {"b-7"}},
		"creators": {"小鹿": {"cr-1"}, "阿楠": {"cr-2", "cr-3"}},
	}
	lookup := func(_ context.Context, table string, names []string) (map[string][]string, error) {
		if len(names) == 0 {
			return nil, errors.New("asked for nothing")
		}
		return graph[table], nil
	}
	applied, err := columns.Apply(t.Context(), m, sheets, columns.Options{Lookup: lookup})
	if err != nil {
		t.Fatal(err)
	}
	got := tablesOf(t, applied)
	for _, want := range []string{
		"campaign=b-7/618  creator=cr-1  fee=10000",
		`line 3, 达人 "阿楠": 2 of the creators are called so, cr-2, cr-3; add a column with the key`,
		"campaign=b-7/618  creator=新人  fee=30000",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("want %q in\n%s", want, got)
		}
	}
}

func FuzzPropose(f *testing.F) {
	f.Add("达人,粉丝数\n小鹿,12.3万\n")
	f.Add("a;b;c\n1,5;2;3\n\n合计;;\n")
	f.Add("18-24岁,女,其他,2026年1月\n1,2,3,4\n")
	f.Fuzz(func(t *testing.T, text string) {
		path := filepath.Join(t.TempDir(), "f.csv")
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		sheets, err := sheet.Read(path, sheet.Options{})
		if err != nil {
			return
		}
		m := columns.Propose(sheets, today)
		var out bytes.Buffer
		if err := columns.Write(&out, m); err != nil {
			t.Fatal(err)
		}
		read, err := columns.Read(&out)
		if err != nil {
			t.Fatalf("what is proposed cannot be read: %v", err)
		}
		if len(read.Questions()) == 0 && len(read.Sheets[0].Rows) > 0 {
			if _, err := columns.Apply(t.Context(), read, sheets, columns.Options{}); err != nil {
				t.Fatalf("what is proposed cannot be applied: %v", err)
			}
		}
	})
}
