package insight_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/creatorgraph/creatorgraph/insight"
)

// Words between spaces are counted whole, Chinese by each two neighbouring signs, whatever stands between.
func TestWordsOfTexts(t *testing.T) {
	t.Parallel()

	for name, c := range map[string]struct {
		text string
		want map[string]int
	}{
		"words":          {"Lipstick, lipstick of 2026", map[string]int{"lipstick": 2, "of": 1, "2026": 1}},
		"Chinese":        {"成都火锅|火锅", map[string]int{"成都": 1, "都火": 1, "火锅": 2}},
		"both":           {"vlog在成都", map[string]int{"vlog": 1, "在成": 1, "成都": 1}},
		"one sign":       {"吃!", map[string]int{"吃": 1}},
		"nothing at all": {" …|!", map[string]int{}},
	} {
		got := map[uint16]int{}
		for _, w := range insight.AddWords(nil, c.text) {
			got[w.Bucket] = int(w.Count)
		}
		want := map[uint16]int{}
		for word, n := range c.want {
			want[insight.Bucket(word)] = n
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// Lists of words are added up, and stay in order.
func TestMergeWords(t *testing.T) {
	t.Parallel()

	got := insight.MergeWords([]insight.Word{{Bucket: 2, Count: 1}, {Bucket: 5, Count: 2}}, []insight.Word{{Bucket: 3, Count: 4}, {Bucket: 5, Count: 1}})
	want := []insight.Word{{Bucket: 2, Count: 1}, {Bucket: 3, Count: 4}, {Bucket: 5, Count: 3}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("words (-want +got):\n%s", diff)
	}
}
