package load

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"sort"
	"time"

	"github.com/creatorgraph/creatorgraph/dataset"
	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/statements"
)

// unknownCount stands in a list for what is not known, since Neo4j's lists hold no nulls.
const unknownCount = -1

// series is what was counted of one owner over time: the first list holds the moments, ascending,
// the others one value for each.
type series [][]int64

// timeline says how a table's rows become lists of their owners: the names of the lists, the
// columns of the values, and how a moment becomes a number.
type timeline struct {
	table  string
	lists  []string
	moment func(time.Time) int64
}

// timelines are the tables that are kept as lists; their rows begin with owner and moment.
var timelines = map[string]timeline{
	"follower_history": {
		table:  "follower_history",
		lists:  []string{"historyDays", "historyFollowers"},
		moment: daysOf,
	},
	"content_metrics": {
		table: "content_metrics",
		lists: []string{"metricsAt", "metricsViews", "metricsLikes", "metricsComments",
			"metricsShares", "metricsClicks", "metricsConversions"},
		moment: time.Time.Unix,
	},
}

// point is one row as numbers: the moment and the values.
func (l timeline) point(row dataset.Row) []int64 {
	numbers := make([]int64, len(l.lists))
	at, _ := row.Values[1].(time.Time) // required, and checked by the reader
	numbers[0] = l.moment(at)
	for i := range numbers[1:] {
		numbers[i+1] = unknownCount
		if n, known := row.Values[i+2].(int64); known {
			numbers[i+1] = n
		}
	}
	return numbers
}

// seriesWriter merges rows into their owners' lists. Rows are taken by owner, so that a list is
// written once a batch however many of its rows are in it.
type seriesWriter struct {
	timeline timeline
	column   string // of the owner
	read     string
	set      string
}

func newSeriesWriter(t dataset.Table) *seriesWriter {
	return &seriesWriter{timelines[t.Name], t.Columns[0].Name,
		statements.Text("import/" + t.Name), statements.Text("import/" + t.Name + "_set")}
}

func (w *seriesWriter) write(
	ctx context.Context, tx graph.Tx, rows []dataset.Row,
) (outcome, error) {
	byOwner := map[string][]dataset.Row{}
	for _, row := range rows {
		owner, _ := row.Values[0].(string) // required, and checked by the reader
		byOwner[owner] = append(byOwner[owner], row)
	}
	owners := make([]string, 0, len(byOwner))
	for owner := range byOwner {
		owners = append(owners, owner)
	}
	sort.Strings(owners) // all writers take locks in one order
	known, err := w.known(ctx, tx, owners)
	if err != nil {
		return outcome{}, err
	}
	var out outcome
	var changed []any
	for _, owner := range owners {
		have, exists := known[owner]
		if !exists {
			for _, row := range byOwner[owner] {
				out.refused = append(out.refused, refusal{row: row, column: w.column})
			}
			continue
		}
		merged, created, updated := w.timeline.merge(have, byOwner[owner])
		out.created += created
		out.updated += updated
		out.unchanged += len(byOwner[owner]) - created - updated
		if created+updated > 0 {
			changed = append(changed, w.parameter(owner, merged))
		}
	}
	if len(changed) > 0 {
		_, err = tx.Run(ctx, graph.Statement{Text: w.set, Params: map[string]any{"rows": changed}})
	}
	return out, err
}

// known reads the owners' lists and holds the owners until the transaction ends.
func (w *seriesWriter) known(
	ctx context.Context, tx graph.Tx, owners []string,
) (map[string]series, error) {
	records, err := tx.Run(ctx, graph.Statement{Text: w.read, Params: map[string]any{"keys": owners}})
	if err != nil {
		return nil, err
	}
	known := make(map[string]series, len(records))
	for _, r := range records {
		owner, _ := r["key"].(string)
		s := make(series, len(w.timeline.lists))
		for i, name := range w.timeline.lists {
			if s[i], err = numbers(r[name]); err != nil {
				return nil, fmt.Errorf("%s of %s: %w", name, owner, err)
			}
			if len(s[i]) != len(s[0]) {
				return nil, fmt.Errorf("%s of %s: its lists differ in length", name, owner)
			}
		}
		known[owner] = s
	}
	return known, nil
}

func (w *seriesWriter) parameter(owner string, s series) map[string]any {
	lists := make(map[string]any, len(s))
	for i, name := range w.timeline.lists {
		lists[name] = s[i]
	}
	return map[string]any{"key": owner, "lists": lists}
}

func numbers(value any) ([]int64, error) {
	list, ok := value.([]any)
	if !ok && value != nil {
		return nil, fmt.Errorf("%T is no list", value)
	}
	out := make([]int64, len(list))
	for i, v := range list {
		if out[i], ok = v.(int64); !ok {
			return nil, fmt.Errorf("%T is no number", v)
		}
	}
	return out, nil
}

// merge adds rows to a series, the last row of a moment holding, and counts those that made a new
// moment and those that changed one.
func (l timeline) merge(have series, rows []dataset.Row) (merged series, created, updated int) {
	points := make([][]int64, 0, len(rows))
	for _, row := range rows {
		points = append(points, l.point(row))
	}
	return mergePoints(have, points)
}

// mergePoints is merge for rows that are numbers already.
func mergePoints(have series, points [][]int64) (merged series, created, updated int) {
	slices.SortStableFunc(points, func(a, b []int64) int { return cmp.Compare(a[0], b[0]) })
	merged = make(series, len(have))
	for i := range merged {
		merged[i] = make([]int64, 0, len(have[0])+len(points))
	}
	at := 0
	for i, p := range points {
		for ; at < len(have[0]) && have[0][at] < p[0]; at++ {
			merged.add(have.point(at))
		}
		old := merged.last()
		repeats := i > 0 && points[i-1][0] == p[0]
		if !repeats && at < len(have[0]) && have[0][at] == p[0] {
			old, repeats = have.point(at), true
			at++
			merged.add(old)
		}
		switch {
		case !repeats:
			created++
			merged.add(p)
		case !slices.Equal(old, p):
			updated++
			merged.replaceLast(p)
		}
	}
	for ; at < len(have[0]); at++ {
		merged.add(have.point(at))
	}
	return merged, created, updated
}

func (s series) point(i int) []int64 {
	p := make([]int64, len(s))
	for list := range s {
		p[list] = s[list][i]
	}
	return p
}

func (s series) last() []int64 {
	if len(s[0]) == 0 {
		return nil
	}
	return s.point(len(s[0]) - 1)
}

func (s series) add(p []int64) {
	for list := range s {
		s[list] = append(s[list], p[list])
	}
}

func (s series) replaceLast(p []int64) {
	for list := range s {
		s[list][len(s[list])-1] = p[list]
	}
}
