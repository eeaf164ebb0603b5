package load

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"sort"

	"github.com/creatorgraph/creatorgraph/dataset"
	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/statements"
)

// seriesWriter merges rows into their owners' lists. Rows are taken by owner, so that a list is
// written once a batch however many of its rows are in it.
type seriesWriter struct {
	codec *codec
	table dataset.Table
	read  string
	set   string
}

func newSeriesWriter(t dataset.Table) *seriesWriter {
	return &seriesWriter{newCodec(t), t,
		statements.Text("import/" + t.Name), statements.Text("import/" + t.Name + "_set")}
}

func (w *seriesWriter) write(
	ctx context.Context, tx graph.Tx, rows []dataset.Row,
) (outcome, error) {
	rows, out, err := w.refused(ctx, tx, rows)
	if err != nil {
		return out, err
	}
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
	var changed []any
	for _, owner := range owners {
		have, exists := known[owner]
		if !exists {
			for _, row := range byOwner[owner] {
				out.refused = append(out.refused, refusal{row: row, column: w.table.Columns[0].Name})
			}
			continue
		}
		merged, created, updated := w.codec.merge(have, byOwner[owner])
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
		s, err := w.codec.series(r)
		if err != nil {
			return nil, fmt.Errorf("%s %q: %w", w.table.Columns[0].Name, owner, err)
		}
		known[owner] = s
	}
	return known, nil
}

func (w *seriesWriter) parameter(owner string, s series) map[string]any {
	lists := make(map[string]any, len(s))
	for i, l := range w.codec.lists {
		lists[l.name] = w.codec.property(s, i)
	}
	return map[string]any{"key": owner, "lists": lists}
}

// refused takes out the rows of which a column other than the owner's names what does not exist.
func (w *seriesWriter) refused(
	ctx context.Context, tx graph.Tx, rows []dataset.Row,
) (left []dataset.Row, out outcome, err error) {
	for i, c := range w.table.Columns[1:] {
		if c.Kind != dataset.Ref {
			continue
		}
		missing, err := w.missing(ctx, tx, c.Of, rows, i+1)
		if err != nil {
			return nil, out, err
		}
		for _, row := range rows {
			if key, _ := row.Values[i+1].(string); missing[key] {
				out.refused = append(out.refused, refusal{row: row, column: c.Name})
				continue
			}
			left = append(left, row)
		}
		rows, left = left, nil
	}
	return rows, out, nil
}

// missing tells which keys in a column of some rows no node of a table's label has.
func (w *seriesWriter) missing(
	ctx context.Context, tx graph.Tx, table string, rows []dataset.Row, column int,
) (map[string]bool, error) {
	named := map[string]bool{}
	for _, row := range rows {
		if key, known := row.Values[column].(string); known {
			named[key] = true
		}
	}
	missing := map[string]bool{}
	if len(named) == 0 {
		return missing, nil
	}
	records, err := tx.Run(ctx, graph.Statement{Text: statements.Text("import/missing"),
		Params: map[string]any{"table": table, "keys": slices.Sorted(maps.Keys(named))}})
	for _, r := range records {
		key, _ := r["key"].(string)
		missing[key] = true
	}
	return missing, err
}

// mergePoints is codec.merge for rows that are numbers already; the first numbers of a point are its identity.
func mergePoints(identity int, have series, points [][]int64) (merged series, created, updated int) {
	compare := func(a, b []int64) int { return slices.Compare(a[:identity], b[:identity]) }
	slices.SortStableFunc(points, compare)
	merged = make(series, len(have))
	for i := range merged {
		merged[i] = make([]int64, 0, len(have[0])+len(points))
	}
	at := 0
	for i, p := range points {
		for ; at < len(have[0]) && have.compare(at, p, identity) < 0; at++ {
			merged.add(have.point(at))
		}
		old := merged.last()
		repeats := i > 0 && compare(points[i-1], p) == 0
		if !repeats && at < len(have[0]) && have.compare(at, p, identity) == 0 {
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

// compare puts a point of the series and another in order by the first numbers of both.
func (s series) compare(at int, p []int64, identity int) int {
	for i := range identity {
		if c := cmp.Compare(s[i][at], p[i]); c != 0 {
			return c
		}
	}
	return 0
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
