package graph_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/creatorgraph/creatorgraph/graph"
)

// Chinese names stand by pinyin (ān, bái, lǐ, zhāng), which their code points do not give.
func TestSortKeyOrdersChineseByPinyin(t *testing.T) {
	t.Parallel()

	names := []string{"张三", "李佳琦", "bea", "Ann", "安娜", "白鹿", "creator 10", "creator 9"}
	slices.SortFunc(names, func(a, b string) int {
		return cmpText(graph.SortKey(a), graph.SortKey(b))
	})
	want := []string{"Ann", "bea", "creator 9", "creator 10", "安娜", "白鹿", "李佳琦", "张三"}
	if diff := cmp.Diff(want, names); diff != "" {
		t.Errorf("order (-want +got):\n%s", diff)
	}
}

func cmpText(a, b string) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}
