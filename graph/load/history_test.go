package load

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/creatorgraph/creatorgraph/dataset"
)

// Rows are merged into a history by day: new days in their places, known days replaced, the last row
// of a day holding.
func TestMergeHistory(t *testing.T) {
	t.Parallel()

	for name, test := range map[string]struct {
		have             series
		rows             []dataset.Row
		want             series
		created, updated int
	}{
		"the first days, out of order": {
			series{{}, {}}, followers(3, 30, 1, 10), series{{1, 3}, {10, 30}}, 2, 0},
		"later days": {
			series{{1}, {10}}, followers(2, 20, 3, 30), series{{1, 2, 3}, {10, 20, 30}}, 2, 0},
		"earlier and between": {
			series{{2, 4}, {20, 40}}, followers(1, 10, 3, 30), series{{1, 2, 3, 4}, {10, 20, 30, 40}}, 2, 0},
		"the same": {
			series{{1, 2}, {10, 20}}, followers(1, 10, 2, 20), series{{1, 2}, {10, 20}}, 0, 0},
		"another value": {
			series{{1, 2}, {10, 20}}, followers(2, 21), series{{1, 2}, {10, 21}}, 0, 1},
		"a day twice": {
			series{{1}, {10}}, followers(2, 20, 2, 22), series{{1, 2}, {10, 22}}, 1, 1},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()

			got, created, updated := newCodec(tableNamed("follower_history")).merge(test.have, test.rows)
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("series (-want +got):\n%s", diff)
			}
			if created != test.created || updated != test.updated {
				t.Errorf("got %d created and %d updated, want %d and %d",
					created, updated, test.created, test.updated)
			}
		})
	}
}

// followers makes rows of one creator from days since 1970 and counts.
func followers(pairs ...int64) []dataset.Row {
	var rows []dataset.Row
	for i := 0; i < len(pairs); i += 2 {
		day := time.Unix(pairs[i]*secondsPerDay, 0).UTC()
		rows = append(rows, dataset.Row{Line: i + 2, Values: []any{"cr1", day, pairs[i+1]}})
	}
	return rows
}

// What is not counted is told apart from zero.
func TestMetricsKeepUnknown(t *testing.T) {
	t.Parallel()

	row := dataset.Row{Values: []any{"co1", time.Unix(7, 0), int64(0), nil, nil, nil, nil, int64(3), int64(4), nil}}
	want := []int64{7, 0, -1, -1, -1, -1, 3, 4, -1}
	if diff := cmp.Diff(want, newCodec(tableNamed("content_metrics")).point(row)); diff != "" {
		t.Errorf("point (-want +got):\n%s", diff)
	}
}
