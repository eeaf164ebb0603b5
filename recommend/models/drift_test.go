package models

import (
	"testing"

	"github.com/creatorgraph/creatorgraph/insight/drift"
)

// What changed is told in both languages, the last seen first; what was seen long ago is not told.
func TestToldInBothLanguages(t *testing.T) {
	t.Parallel()

	ann := phrase{"安", "安"}
	all := []changed{
		{ann, acceptances, drift.Alarm{Since: 20_000, Seen: 20_010, Results: 11, Fell: true}},
		{noCategory, clicks, drift.Alarm{Since: 20_400, Seen: 20_420, Results: 7}},
	}
	got := told(all, 20_430)
	want := "无品类：2025-11-08 起点击率高于预期，7 个结果后发现 · no category: more clicks per impression than expected since 2025-11-08, seen after 7 results"
	if got != want {
		t.Errorf("told\n%v\nwant\n%v", got, want)
	}
	if got := told(all[:1], 20_430); got != nil {
		t.Errorf("a change of long ago is told: %v", got)
	}
}
