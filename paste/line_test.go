package paste_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/creatorgraph/creatorgraph/paste"
)

// Whatever people paste of a creator, what to look for is among the texts, and the guess is the name.
func TestReadTakesOutWhoIsMeant(t *testing.T) {
	t.Parallel()

	for _, c := range []struct{ line, text, guess string }{
		{"李佳琦", "李佳琦", "李佳琦"},
		{"  1. 李佳琦 ", "李佳琦", "李佳琦"},
		{"12、李佳琦（抖音）", "李佳琦", "李佳琦"},
		{"③ 李佳琦", "李佳琦", "李佳琦"},
		{"- 李佳琦", "李佳琦", "李佳琦"},
		{"3\t李佳琦\t7200万\t18%", "李佳琦", "李佳琦"},
		{"李佳琦, 美妆, 120w", "李佳琦", "李佳琦"},
		{"李佳琦 美ONE", "李佳琦", "李佳琦 美ONE"},
		{"昵称：李佳琦", "李佳琦", "李佳琦"},
		{"@lijiaqi", "lijiaqi", "lijiaqi"},
		{"推荐 @li_jia.qi 很好", "li_jia.qi", "推荐 @li_jia.qi 很好"},
		{"cr-000042", "cr-000042", "cr-000042"},
		{"2049", "2049", ""},
		{"https://www.douyin.com/user/MS4wLjABAAAA?from=share", "MS4wLjABAAAA", "MS4wLjABAAAA"},
		{"小李 https://www.xiaohongshu.com/user/profile/5ff0e1", "5ff0e1", "小李"},
		{"https://space.bilibili.com/546195/dynamic", "546195", "546195"},
		{"youtube.com/@MrBeast", "MrBeast", "MrBeast"},
		{"https://www.youtube.com/channel/UCX6OQ3", "UCX6OQ3", "UCX6OQ3"},
		{"https://www.tiktok.com/@khaby.lame", "khaby.lame", "khaby.lame"},
		{"No. 7 Anna", "Anna", "Anna"},
		{"100万的李", "100万的李", "100万的李"},
	} {
		got := paste.Read(c.line)
		if !slices.Contains(got.Texts, c.text) || got.Guess != c.guess {
			t.Errorf("%q: texts %q, guess %q; want %q among them, guess %q", c.line, got.Texts, got.Guess, c.text, c.guess)
		}
	}
}

// Of nothing nothing is read, and of a page of text no more than a line may have.
func TestReadIsBounded(t *testing.T) {
	t.Parallel()

	for _, empty := range []string{"", "  \t ", "https://v.douyin.com/"} {
		if got := paste.Read(empty); len(got.Texts) > 0 || got.Guess != "" {
			t.Errorf("%q: %+v", empty, got)
		}
	}
	for _, text := range paste.Read(strings.Repeat("长,", 100_000)).Texts {
		if len([]rune(text)) > 500 {
			t.Errorf("a text of %d characters", len([]rune(text)))
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, line := range []string{"1. 李佳琦", "https://www.douyin.com/user/a%zz", "@a@b", "（）", "\xff\x00"} {
		f.Add(line)
	}
	f.Fuzz(func(t *testing.T, line string) {
		got := paste.Read(line)
		if slices.Contains(got.Texts, "") {
			t.Errorf("%q: an empty text", line)
		}
		_, _, _, _ = got.Whole(), got.Names(), got.OneTypo(), got.TwoTypos()
	})
}
