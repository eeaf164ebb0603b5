package convert_test

import (
	"testing"
	"time"

	"github.com/creatorgraph/creatorgraph/dataset/convert"
)

// What people write for a number, as a whole number and in fen.
func TestNumbers(t *testing.T) {
	t.Parallel()

	for _, c := range []struct {
		text    string
		decimal convert.Decimal
		whole   string
		fen     string
	}{
		{"8900", convert.Point, "8900", "890000"},
		{"12.3万", convert.Point, "123000", "12300000"},
		{"1.2w", convert.Point, "12000", "1200000"},
		{"1.2 W", convert.Point, "12000", "1200000"},
		{"1.5亿", convert.Point, "150000000", "15000000000"},
		{"12.5k", convert.Point, "12500", "1250000"},
		{"1.2M", convert.Point, "1200000", "120000000"},
		{"8,204", convert.Point, "8204", "820400"},
		{"1,234,567", convert.Point, "1234567", "123456700"},
		{"￥18,500.00", convert.Point, "18500", "1850000"},
		{"¥ 3,000", convert.Point, "3000", "300000"},
		{"RMB 12,000.5", convert.Point, "12001", "1200050"},
		{"1.2万元", convert.Point, "12000", "1200000"},
		{"9800元/条", convert.Point, "9800", "980000"},
		{"１２，０００", convert.Point, "12000", "1200000"},
		{"  12\u00a0000 ", convert.Point, "12000", "1200000"},
		{"\u30008900\u3000", convert.Point, "8900", "890000"},
		{"1.234,56", convert.Comma, "1235", "123456"},
		{"1.234", convert.Comma, "1234", "123400"},
		{"1.234.567", convert.Comma, "1234567", "123456700"},
		{"12,5 Mio.", convert.Comma, "12500000", "1250000000"},
		{"12 500,00 €", convert.Comma, "12500", "1250000"},
		{"1'250.50", convert.Point, "1251", "125050"},
		{"3333.33333333", convert.Point, "3333", "333333"},
		{"10万+", convert.Point, "100000", "10000000"},
		{"约5万", convert.Point, "50000", "5000000"},
		{"12.3万人", convert.Point, "123000", "12300000"},
		{"1.23E+05", convert.Point, "123000", "12300000"},
		{"2.5万(含税)", convert.Point, "25000", "2500000"},
		{"1.5w含税", convert.Point, "15000", "1500000"},
		{"不含税8000", convert.Point, "8000", "800000"},
		{"裸价 8000元", convert.Point, "8000", "800000"},
		{"15000（含10%返点）", convert.Point, "15000", "1500000"},
		{"￥15,000/条（不含服务费）", convert.Point, "15000", "1500000"},
		{"1万5", convert.Point, "15000", "1500000"},
		{"1.3kw", convert.Point, "13000000", "1300000000"},
		{"10万以上", convert.Point, "100000", "10000000"},
		{">10万", convert.Point, "100000", "10000000"},
		{"1,2亿", convert.Point, "120000000", "12000000000"},
		{"98,7K", convert.Point, "98700", "9870000"},
		{"1.2M", convert.Comma, "1200000", "120000000"},
		{"1,234万", convert.Point, "12340000", "1234000000"},
		{"12.3(万)", convert.Point, "", ""},
		{"1.2万(1.5万)", convert.Point, "", ""},
		{"-", convert.Point, "", ""},
		{"0", convert.Point, "0", "0"},
		{"-5", convert.Point, "-5", "-500"},
		{"5万-10万", convert.Point, "", ""},
		{"1,5", convert.Point, "", ""},
		{"12,34,567", convert.Point, "1234567", "123456700"},
		{"面议", convert.Point, "", ""},
		{"万", convert.Point, "", ""},
		{"1.2.3", convert.Point, "", ""},
		{"", convert.Point, "", ""},
	} {
		whole, fen := "", ""
		if a, err := convert.Number(c.text, c.decimal); err == nil {
			whole, _ = a.Whole(0)
			fen, _ = a.Whole(2)
		}
		if whole != c.whole || fen != c.fen {
			t.Errorf("%q: %s and %s fen, want %s and %s", c.text, whole, fen, c.whole, c.fen)
		}
	}
}

// A share is a decimal of one, whether it is written as a percentage or not.
func TestShares(t *testing.T) {
	t.Parallel()

	for _, c := range []struct {
		text    string
		percent bool
		want    string
	}{
		{"91.3%", false, "0.913"}, {"91.3%", true, "0.913"}, {"35", true, "0.35"}, {"0.35", false, "0.35"},
		{"８％", false, "0.08"}, {"返20%", false, "0.2"}, {"返点：15%", true, "0.15"}, {"100%", false, "1"}, {"0.5%", false, "0.005"},
	} {
		a, err := convert.Number(c.text, convert.Point)
		if err != nil {
			t.Fatalf("%q: %v", c.text, err)
		}
		if got, err := a.Share(c.percent); err != nil || got != c.want {
			t.Errorf("%q: %s %v, want %s", c.text, got, err, c.want)
		}
	}
}

// What people write for a day or a moment.
func TestDates(t *testing.T) {
	t.Parallel()

	shanghai := time.FixedZone("", 8*3600)
	for _, c := range []struct {
		text  string
		order convert.Order
		want  string // empty: no date
	}{
		{"2026/1/5", "", "2026-01-05T00:00:00+08:00"},
		{"2026-01-05", "", "2026-01-05T00:00:00+08:00"},
		{"2026.1.5", "", "2026-01-05T00:00:00+08:00"},
		{"2026年1月5日", "", "2026-01-05T00:00:00+08:00"},
		{"2026 年 1 月 5 号", "", "2026-01-05T00:00:00+08:00"},
		{"２０２６年１月５日", "", "2026-01-05T00:00:00+08:00"},
		{"26年1月5日", "", "2026-01-05T00:00:00+08:00"},
		{"2026年1月", "", "2026-01-01T00:00:00+08:00"},
		{"2016年", "", "2016-01-01T00:00:00+08:00"},
		{"2026Q2", "", "2026-04-01T00:00:00+08:00"},
		{"2026年第二季度", "", "2026-04-01T00:00:00+08:00"},
		{"26年三季度", "", "2026-07-01T00:00:00+08:00"},
		{"Q4 2026", "", "2026-10-01T00:00:00+08:00"},
		{"2026年下半年", "", "2026-07-01T00:00:00+08:00"},
		{"2026Q5", "", ""},
		{"20260105", "", "2026-01-05T00:00:00+08:00"},
		{"05-Jan-2026", "", "2026-01-05T00:00:00+08:00"},
		{"5 January 2026", "", "2026-01-05T00:00:00+08:00"},
		{"Jan 5, 2026", "", "2026-01-05T00:00:00+08:00"},
		{"5. Januar 2026", "", "2026-01-05T00:00:00+08:00"},
		{"05.01.2026", "", "2026-01-05T00:00:00+08:00"},
		{"13/01/2026", "", "2026-01-13T00:00:00+08:00"},
		{"01/13/2026", "", "2026-01-13T00:00:00+08:00"},
		{"03/04/2026", "dmy", "2026-04-03T00:00:00+08:00"},
		{"03/04/2026", "mdy", "2026-03-04T00:00:00+08:00"},
		{"03/04/2026", "", ""},
		{"05/05/2026", "", "2026-05-05T00:00:00+08:00"},
		{"46027", "", "2026-01-05T00:00:00+08:00"},
		{"46027.5", "", "2026-01-05T12:00:00+08:00"},
		{"2026-01-05 周一", "", "2026-01-05T00:00:00+08:00"},
		{"2026/1/5 10:23", "", "2026-01-05T10:23:00+08:00"},
		{"2026/1/5 10:23:45", "", "2026-01-05T10:23:45+08:00"},
		{"2026-01-05T10:23:45Z", "", "2026-01-05T10:23:45Z"},
		{"2026-01-05T10:23:45.120Z", "", "2026-01-05T10:23:45Z"},
		{"2026-01-05T10:23:45+09:00", "", "2026-01-05T10:23:45+09:00"},
		{"2026年1月5日 下午3:05", "", "2026-01-05T15:05:00+08:00"},
		{"2026年1月5日10时23分", "", "2026-01-05T10:23:00+08:00"},
		{"1/5/2026 3:05 PM", "mdy", "2026-01-05T15:05:00+08:00"},
		{"1/5/2026 12:05 AM", "mdy", "2026-01-05T00:05:00+08:00"},
		{"20260105102345", "", "2026-01-05T10:23:45+08:00"},
		{"1767583425", "", "2026-01-05T11:23:45+08:00"},
		{"2026-02-30", "", ""},
		{"6月5日", "", ""},
		{"12.3", "", ""},
		{"8900", "", ""},
		{"视频", "", ""},
		{"2026-01-05 25:00", "", ""},
	} {
		got := ""
		if day, err := convert.Date(c.text, c.order, shanghai); err == nil {
			got = day.Format(time.RFC3339)
		}
		if got != c.want {
			t.Errorf("%q (%s): %q, want %q", c.text, c.order, got, c.want)
		}
	}
}

// A day without a year is one of the year that is declared.
func TestDatesWithoutYears(t *testing.T) {
	t.Parallel()

	for text, want := range map[string]string{"6/5": "2026-06-05", "6月7日": "2026-06-07", "11.3": "2026-11-03", "5 Jan": "2026-01-05",
		"6月7日 10:23": "2026-06-07", "2025/6/7": "2025-06-07", "13/45": ""} {
		got := ""
		if day, err := convert.DateIn(text, 2026, convert.Undecided, time.UTC); err == nil {
			got = day.Format(time.DateOnly)
		}
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// Nothing is known of a cell that says so, and a zero is a number.
func TestUnknown(t *testing.T) {
	t.Parallel()

	for _, s := range []string{"", " ", "\u00a0", "\u3000", "-", "－", "—", "/", "#N/A", "n/a", "NULL", "暂无", "未知", "无", "面议", "\ufeff"} {
		if !convert.IsMissing(s) {
			t.Errorf("%q is taken for something", s)
		}
	}
	for _, s := range []string{"0", "置换", "No", "x", "无忧传媒", "-5"} {
		if convert.IsMissing(s) {
			t.Errorf("%q is taken for unknown", s)
		}
	}
}

func TestFlags(t *testing.T) {
	t.Parallel()

	for s, want := range map[string]bool{"是": true, "否": false, "Y": true, "n": false, "TRUE": true, "1": true,
		"0": false, "√": true, "×": false, "Ｙ": true, " 是 ": true, "已认证": true, "无": false} {
		if got, err := convert.Flag(s); err != nil || got != want {
			t.Errorf("%q: %v %v", s, got, err)
		}
	}
	if _, err := convert.Flag("maybe"); err == nil {
		t.Error("maybe is a flag")
	}
}

// An id that a spreadsheet program rounded is refused, its wrappings are taken off.
func TestKeys(t *testing.T) {
	t.Parallel()

	for s, want := range map[string]string{`="6800123456789012345"`: "6800123456789012345", "\t680012 ": "680012",
		"'6800": "6800", "10001.0": "10001", "v1.0": "v1.0", "6.8E+18": "", "6,80012E+18": "", "1e+5": "", "abc-e+1": "abc-e+1", "l'été": "l'été"} {
		if got, _ := convert.Key(s); got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
}

func FuzzValues(f *testing.F) {
	for _, s := range []string{"12.3万", "￥18,500.00", "1.234,56", "2026年1月5日 下午3:05", "05-Jan-2026", "1e+99", "(5)", "-/-", "10:10:10 +14:61"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, decimal := range []convert.Decimal{convert.Point, convert.Comma} {
			if a, err := convert.Number(s, decimal); err == nil {
				whole, err := a.Whole(2)
				if err == nil && whole == "" {
					t.Errorf("%q gives nothing", s)
				}
				if _, err := a.Share(true); err != nil {
					t.Errorf("%q is a number and no share: %v", s, err)
				}
			}
		}
		day, err := convert.Date(s, convert.DMY, time.UTC)
		if err != nil {
			return
		}
		again, err := convert.Date(day.Format(time.DateTime), "", time.UTC)
		if day.Year() >= 1000 && day.Year() <= 9999 && (err != nil || day.Unix() != again.Unix() && !day.HasZone) {
			t.Errorf("%q is %v and again %v %v", s, day, again, err)
		}
	})
}

// The last day of a text that names no day is that of its month, quarter, half or year.
func TestEndsOfPeriods(t *testing.T) {
	t.Parallel()

	for _, c := range []struct{ text, want string }{
		{"2026-02-03", "2026-02-03"}, {"2026年2月", "2026-02-28"}, {"2026Q1", "2026-03-31"}, {"1Q26", "2026-03-31"},
		{"2026上半年", "2026-06-30"}, {"2026H2", "2026-12-31"}, {"2026年", "2026-12-31"}, {"202602", "2026-02-28"}, {"2026", "2026-12-31"},
	} {
		day, err := convert.Date(c.text, convert.Undecided, time.UTC)
		if err != nil {
			t.Fatalf("%q: %v", c.text, err)
		}
		if got := day.End().Format(time.DateOnly); got != c.want {
			t.Errorf("%q ends on %s, want %s", c.text, got, c.want)
		}
	}
}

// A text with a first and a last day is told from a date and from anything else.
func TestPeriods(t *testing.T) {
	t.Parallel()

	for _, c := range []struct{ text, first, last string }{
		{"2026.3.1-2026.3.31", "2026.3.1", "2026.3.31"}, {"2026/3/1 - 3/31", "2026/3/1", "3/31"}, {"2026-03-01-2026-03-31", "2026-03-01", "2026-03-31"},
		{"2026-03-01至2026-03-31", "2026-03-01", "2026-03-31"}, {"2024年3月1日～长期", "2024年3月1日", "长期"}, {"5月20日-6月20日", "5月20日", "6月20日"},
		{"2026.3-2026.5", "2026.3", "2026.5"}, {"2026-03 to 2026-05", "2026-03", "2026-05"}, {"Mar 1, 2026 – Mar 31, 2026", "mar 1, 2026", "mar 31, 2026"},
		{"2026-03-01", "", ""}, {"2026-03", "", ""}, {"2026", "", ""}, {"长期", "", ""}, {"10-20", "", ""}, {"2026-3-1-31", "", ""}, {"", "", ""},
	} {
		first, last, ok := convert.Period(c.text)
		if ok != (c.first != "") || ok && (first != c.first || last != c.last) {
			t.Errorf("%q: %q and %q, %v", c.text, first, last, ok)
		}
	}
}
