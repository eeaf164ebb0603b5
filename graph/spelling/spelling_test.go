package spelling_test

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/creatorgraph/creatorgraph/graph/spelling"
)

// Case, width, accents, traditional characters and signs tell names apart only where there is nothing else.
func TestFold(t *testing.T) {
	t.Parallel()

	for text, want := range map[string]string{
		"Ann":             "ann",
		"ＡＮＮ　１２":          "ann12",
		"Café Zoë":        "cafezoe",
		"愛莉的廚房":           "爱莉的厨房",
		"li-jia_qi.88":    "lijiaqi88",
		"小夏🍀":             "小夏",
		"🍀 🍀":             "🍀🍀",
		`"+*?`:            `"+*?`,
		"が行":              "が行",
		"":                "",
		"Straße İstanbul": "straßeistanbul",
	} {
		if got := spelling.Fold(text); got != want {
			t.Errorf("Fold(%q) = %q, want %q", text, got, want)
		}
	}
}

// A name is spelt as it stands, in pinyin and by initials, whole and from each later character on.
func TestOf(t *testing.T) {
	t.Parallel()

	for _, c := range []struct {
		name, handle string
		want         string
	}{
		{"李佳琦", "", "#k. 李佳琦. _佳琦 _琦 lijiaqi' ljq' _jiaqi _qi"},
		{"Dice Chess", "dice.chess", "#k. dicechess. _chess"},
		{"重庆", "", "#k. 重庆. _庆 chongqing' cq' _qing zhongqing' zq'"},
		{"曾乐", "", "#k. 曾乐. _乐 zengle' zl' _le cengle' cl' zengyue' zy' _yue cengyue' cy'"},
		{"吕", "", "#k. 吕. lv' l' lu'"},
		{"小A Bee", "", "#k. 小abee. _abee _bee xiaoabee' xab' "},
		{"🍀", "", "#k. 🍀."},
	} {
		got := spelling.Of("Creator", "k", c.name, c.handle)
		if diff := cmp.Diff(sorted(c.want), sorted(got)); diff != "" {
			t.Errorf("%s %s (-want +got):\n%s", c.name, c.handle, diff)
		}
	}
	if title := spelling.Of("Content", "k", "一个标题", ""); title != spelling.Of("Content", "j", "一個 標題！", "") ||
		title == spelling.Of("Content", "k", "另一个", "") || len(title) > 20 {
		t.Errorf("a title is kept as %q", title)
	}
}

func sorted(forms string) []string {
	all := strings.Fields(forms)
	slices.Sort(all)
	return all
}

// Bands grow with popularity; a yuan of a campaign counts as a follower, and kinds that are few are at the top.
func TestMarks(t *testing.T) {
	t.Parallel()

	for _, c := range []struct {
		label      string
		popularity int64
		want       string
	}{
		{"Creator", -1, "creator named"}, {"Creator", 707, "creator named"}, {"Creator", 708, "creator named ba"},
		{"Creator", 1000, "creator named bb"}, {"Creator", 1_000_000_000, "creator named ba bb bc bd be"},
		{"Campaign", 100_000, "campaign named bb"}, {"Brand", -1, "brand named ba bb bc bd be"}, {"Content", -1, "content"},
	} {
		if got := spelling.Marks(c.label, c.popularity); got != c.want {
			t.Errorf("%s of %d: %q, want %q", c.label, c.popularity, got, c.want)
		}
	}
}

// Whatever a text holds, the forms of it stay apart by spaces, and what means something in a query's language
// stands behind a backslash.
func FuzzQueries(f *testing.F) {
	for _, text := range []string{"李佳琦", `a"b) OR (c`, "/.*/ ~2 ^9", `\`, "*:*", "marks:creator", "[a TO z]", "🍀/", "Ǆ", "İ", "é\u0301\u0302"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, form := range strings.Fields(spelling.Of("Creator", "k", text, text)) {
			if form == "" || !utf8.ValidString(form) && utf8.ValidString(text) {
				t.Fatalf("%q is spelt %q", text, form)
			}
		}
		for _, of := range []func(string) string{spelling.Names, spelling.Words, spelling.OneTypo, spelling.TwoTypos} {
			query := of(text)
			if open, ok := balanced(query); !ok {
				t.Fatalf("%q asks %q: open are %q", text, query, open)
			}
		}
		if a, b := spelling.Fold(text), spelling.Fold(spelling.Fold(text)); a != b && utf8.ValidString(text) {
			t.Errorf("%q is folded to %q and that to %q", text, a, b)
		}
	})
}

// balanced says whether all brackets, quotes and patterns of a query are closed again.
func balanced(query string) (open string, ok bool) {
	var stack []rune
	escaped := false
	for _, r := range query {
		top := rune(0)
		if len(stack) > 0 {
			top = stack[len(stack)-1]
		}
		switch {
		case escaped:
			escaped = false
		case r == '\\':
			escaped = true
		case r == '"' || r == '/':
			if top == r {
				stack = stack[:len(stack)-1]
			} else {
				stack = append(stack, r)
			}
		case top == '"':
		case r == '(':
			stack = append(stack, r)
		case r == ')':
			if top != '(' {
				return query, false
			}
			stack = stack[:len(stack)-1]
		}
	}
	return string(stack), len(stack) == 0 && !escaped
}
