package resolvers_test

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/graphtest"
)

// crowd are more creators than a search looks at first, with a word of the test's own in their names. Many
// are tied, the last in order written first; a few are far more popular.
const crowd = `UNWIND range(1, 400) AS i
WITH i, CASE WHEN i % 7 = 0 THEN i * i * i WHEN i % 5 = 0 THEN null ELSE 5000 END AS followers
CREATE (:Creator {key: $word + 'c' + right('00' + (401 - i), 3),
  name: CASE WHEN i % 3 = 0 THEN 'so ' ELSE '' END + $word + CASE WHEN i > 250 THEN ' more' ELSE '' END,
  bio: CASE WHEN i % 11 = 0 THEN 'says ' + $word + ' often' END,
  followers: followers, byFollowers: coalesce(followers, -1)})
WITH count(*) AS made
UNWIND range(1, 150) AS i
CREATE (:Creator {key: $word + 'b' + i, name: 'somebody', bio: 'likes ' + $word, followers: i * 100, byFollowers: i * 100})
WITH count(*) AS made
UNWIND range(1, 120) AS i
CREATE (:Agency {key: $word + 'a' + i, name: 'Agency of ' + $word, byFollowers: i % 4 * 1000000})
WITH count(*) AS made
UNWIND range(1, 120) AS i
CREATE (:Content {key: $word + 'x' + i, name: $word + ' and what it is about'})
WITH count(*) AS made
CREATE (:Brand {key: $word, name: 'has the word for its key', spend: 0})
CREATE (:Campaign {key: $word + 'p', name: 'campaign: ' + $word, budget: 300000000, byBudget: 300000000})
CREATE (:Category {key: $word + 'g', name: $word + ' more and more'})`

// gather makes the crowd of a word of the test's own and removes it after the test.
func (a api) gather(t *testing.T) (word string) {
	t.Helper()

	word = fmt.Sprintf("w%d", time.Now().UnixNano())
	alter(t, a.store, crowd, word)
	t.Cleanup(func() { alter(t, a.store, "MATCH (n) WHERE n.key STARTS WITH $word DETACH DELETE n", word) })
	graphtest.Spell(t, a.store, word)
	return word
}

// The first page, which is found among the best, begins as the long one does, for which all hits are put in
// order; so do pages one after another. Scores and highlights are the same everywhere.
func TestSearchPagesAgree(t *testing.T) {
	t.Parallel()

	a := setUp(t)
	word := a.gather(t)
	for _, kinds := range []string{"null", "[CREATOR]", "[AGENCY]", "[CONTENT, AGENCY]", "[]"} {
		for _, text := range []string{word, word + " more", "likes " + word, word + "z"} {
			all, total := a.search(t, text, kinds, 1000, "")
			if len(all) != total {
				t.Errorf("%s of %s: %d hits of %d", text, kinds, len(all), total)
			}
			for _, first := range []int{1, 10, 150} {
				page, _ := a.search(t, text, kinds, first, "")
				if diff := cmp.Diff(all[:min(first, len(all))], page); diff != "" {
					t.Errorf("%s of %s: first %d (-of all +got):\n%s", text, kinds, first, diff)
				}
			}
			walked := []hit{}
			for cursor := ""; len(walked) < len(all); {
				page, _ := a.search(t, text, kinds, 170, cursor)
				if len(page) == 0 {
					break
				}
				walked, cursor = append(walked, page...), page[len(page)-1].Cursor
			}
			if diff := cmp.Diff(all, walked); diff != "" {
				t.Errorf("%s of %s: page by page (-at once +got):\n%s", text, kinds, diff)
			}
		}
	}
}

// What has the text for its name or key comes first, the popular first among them, then names that begin with
// it, then those that hold it, then texts that do.
func TestSearchOrder(t *testing.T) {
	t.Parallel()

	a := setUp(t)
	word := a.gather(t)
	hits, total := a.search(t, word, "null", 1000, "")
	if total != 400+150+120+120+3 {
		t.Errorf("%d hits", total)
	}
	var ways []string // each with the kinds, by their letter in the key, that fit so
	for _, h := range hits {
		way := fmt.Sprint(int(h.Node.Score))
		if len(ways) == 0 || !strings.HasPrefix(ways[len(ways)-1], way+" ") {
			ways = append(ways, way+" ")
		}
		if kind := (h.Node.Entity.Key[len(word):] + "b")[:1]; !strings.Contains(ways[len(ways)-1], kind) {
			ways[len(ways)-1] += kind
		}
	}
	want := []string{"14 cb", "6 gc", "4 cpa", "3 b", "2 x"}
	for i := range ways {
		ways[i] = sortedLetters(ways[i])
	}
	for i := range want {
		want[i] = sortedLetters(want[i])
	}
	if diff := cmp.Diff(want, ways); diff != "" {
		t.Errorf("ways and kinds (-want +got):\n%s", diff)
	}
	for i := range hits[1:] {
		if hits[i].Node.Score < hits[i+1].Node.Score {
			t.Errorf("hit %d scores %g, the next %g", i, hits[i].Node.Score, hits[i+1].Node.Score)
		}
	}
	if first, _ := a.search(t, word+"c007", "null", 2, ""); len(first) != 1 || first[0].Node.Entity.Key != word+"c007" {
		t.Errorf("by key: %v", first)
	}
}

func sortedLetters(text string) string {
	way, kinds, _ := strings.Cut(text, " ")
	letters := strings.Split(kinds, "")
	slices.Sort(letters)
	return way + " " + strings.Join(letters, "")
}

// names are creators that differ in how their names are written.
var names = []struct{ key, name, handle string }{
	{"li", "李佳琦Austin", "zhibo.jian"}, {"qi", "李佳琦", "zhibojian2"}, {"chong", "重庆小面", "noodle"},
	{"zeng", "曾舜晞", "zsx-official"}, {"le", "乐乐日记", "happy"}, {"dice", "Dice Chess", "dicing"},
	{"emoji", "🐳🐳", "whale"}, {"sign", `C++ & "Go" (day)`, "sign"}, {"trad", "愛莉的廚房", "kitchen"},
	{"wide", "ＤＪ　Ｋｉｔｔｙ", "kit"}, {"accent", "Chloé Brûlée", "brulee"}, {"long", strings.Repeat("长名字", 70), "long"},
}

// A name is found in whatever way one writes it, best first, and no sign of a text has a meaning.
func TestSearchFindsNames(t *testing.T) {
	t.Parallel()

	a := setUp(t)
	suffix := fmt.Sprintf("~%d", time.Now().UnixNano())
	for _, n := range names {
		made := "CREATE (:Creator {key: '" + n.key + "' + $word, name: '" + n.name + "', handle: '" + n.handle + "', byFollowers: -1})"
		alter(t, a.store, made, suffix)
	}
	t.Cleanup(func() { alter(t, a.store, "MATCH (n) WHERE n.key ENDS WITH $word DETACH DELETE n", suffix) })
	graphtest.Spell(t, a.store, suffix)

	for text, want := range map[string]string{
		"李佳琦": "qi li", "lijiaqi": "qi li", "Li Jiaqi": "qi li", "ljq": "qi li", "李jiaqi": "qi li", "佳琦": "li qi",
		"jiaqi": "li qi", "austin": "li", "李佳琦 austin": "li", "lijiaqiaustin": "li", "琦": "li qi",
		"lijaqi": "qi", "lijiaiq": "qi", "李佳绮": "li qi", "Dice Chss": "dice", "dyce ches": "dice", "DICE": "dice", "chess": "dice",
		"重庆": "chong", "chongqing": "chong", "zhongqing": "chong", "cqxm": "chong", "xiaomian": "chong",
		"曾": "zeng", "zeng": "zeng", "ceng": "zeng", "zsx": "zeng", "zsx_official": "zeng",
		"lele": "le", "yueyueriji": "le", "乐乐": "le", "樂樂": "le",
		"🐳🐳": "emoji", "🐳": "emoji", "C++ go": "sign", "\"Go\"": "sign", "c++ & go": "sign", "(day)": "sign",
		"爱莉": "trad", "愛莉": "trad", "厨房": "trad", "aili": "trad", "dj kitty": "wide", "DJ": "wide", "Ｋｉｔｔｙ": "wide",
		"chloe": "accent", "CHLOÉ": "accent", "brulee": "accent", "brûlée": "accent",
		strings.Repeat("长名字", 20): "long", strings.Repeat("长名字", 66) + "长名": "long",
		"*": "", "?": "", "*:*": "", "marks:creator": "", "spelt:/.*/": "", "\\": "", "/": "", "~2": "", "^9": "", "[a TO z]": "",
		"AND": "", "OR NOT": "", "+-!(){}": "", "\"": "", "the": "",
		strings.Repeat("\"(/", 66): "",
	} {
		hits, _ := a.search(t, text, "[CREATOR]", 1000, "")
		var got []string
		for _, h := range hits {
			if key, ours := strings.CutSuffix(h.Node.Entity.Key, suffix); ours {
				got = append(got, key)
			}
			if len(h.Node.Highlights) == 0 || h.Node.Score <= 0 {
				t.Errorf("%q: %v has no highlight or score", text, h)
			}
		}
		if diff := cmp.Diff(strings.Fields(want), got, cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%q (-want +got):\n%s", text, diff)
		}
	}
}

type hit struct {
	Cursor string
	Node   struct {
		Score      float64
		Highlights []string
		Entity     struct{ Key string }
	}
}

func (a api) search(t *testing.T, text, kinds string, first int, after string) (hits []hit, total int) {
	t.Helper()

	argument := ""
	if after != "" {
		argument = fmt.Sprintf(", after: %q", after)
	}
	got := a.ask(t, fmt.Sprintf(`query($t: String!) { search(text: $t, kinds: %s, first: %d%s) { totalCount
		edges { cursor node { score highlights entity { key } } } } }`, kinds, first, argument), map[string]any{"t": text})
	var answer struct {
		Data struct {
			Search struct {
				TotalCount int
				Edges      []hit
			}
		}
	}
	if err := json.Unmarshal([]byte(got), &answer); err != nil || strings.Contains(got, `"errors"`) {
		t.Fatalf("%v in %s", err, got)
	}
	return answer.Data.Search.Edges, answer.Data.Search.TotalCount
}

func alter(t *testing.T, store *graph.Store, text, word string) {
	t.Helper()

	err := store.Write(context.WithoutCancel(t.Context()), func(ctx context.Context, tx graph.Tx) error {
		_, err := tx.Run(ctx, graph.Statement{Text: text, Params: map[string]any{"word": word}})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
