package match

import (
	"context"
	"fmt"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/column"
	"github.com/creatorgraph/creatorgraph/graph/facts"
	"github.com/creatorgraph/creatorgraph/insight"
	"github.com/creatorgraph/creatorgraph/insight/match"
)

// Most is how many matches can be asked for.
const Most = 500

// Matches are the rows of a brief's matches.
func (h *Held) Matches(ctx context.Context, brief any, first int, reasons bool) ([]any, error) {
	rows := []any{}
	err := h.With(ctx, func(m *match.Model) error {
		b, err := h.brief(m, brief)
		if err != nil {
			return err
		}
		best, emptied := m.Rank(b, first)
		if emptied != "" || len(best) == 0 && first > 0 {
			return nobody(m, b, emptied, "brief")
		}
		for i := range best {
			rows = append(rows, matchRow(m, b, &best[i], reasons))
		}
		return nil
	})
	return rows, err
}

func (h *Held) brief(m *match.Model, in any) (*match.Brief, error) {
	given, _ := in.(map[string]any)
	return Brief(m, given, h.now().UTC())
}

// Refusal says why a creator is not among a brief's matches, or where it stands.
func (h *Held) Refusal(ctx context.Context, brief any, creator string) (Row, error) {
	var row Row
	err := h.With(ctx, func(m *match.Model) error {
		b, err := h.brief(m, brief)
		if err != nil {
			return err
		}
		p, known := m.Find(creator)
		if !known {
			return graph.Errorf(graph.NotFound, "use an id as the API gave it", "creator: there is no Creator with the key %q", creator)
		}
		row = Row{"creator": creatorRef(m, p), "refusedBy": texts(m.Refused(b, p)), "missing": texts(m.Missing(p))}
		if len(column.List(row["refusedBy"])) > 0 {
			return nil
		}
		rank, score, has := m.RankOf(b, p)
		if !has {
			row["refusedBy"] = []any{"formats"}
			return nil
		}
		row["rank"], row["score"] = int64(rank), score
		return nil
	})
	return row, err
}

func texts(all []string) []any {
	list := make([]any, len(all))
	for i, one := range all {
		list[i] = one
	}
	return list
}

// Recommended answers Campaign.recommendedCreators for some campaigns; among are the keys of creators who pass a filter,
// nil where there is none.
func (h *Held) Recommended(ctx context.Context, campaigns []string, first int, among []string, reasons bool) (map[string]any, error) {
	asked, err := facts.ReadBriefs(ctx, h.store, campaigns)
	if err != nil {
		return nil, err
	}
	values := map[string]any{}
	err = h.With(ctx, func(m *match.Model) error {
		words := newLookup(m)
		for _, record := range asked {
			b := words.ofCampaign(record)
			if among != nil {
				b.Among = found(m, among)
			}
			rows := []any{}
			best, _ := m.Rank(b, first)
			for i := range best {
				rows = append(rows, matchRow(m, b, &best[i], reasons))
			}
			values[column.Text(record["key"])] = rows
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("recommended creators: %w", err)
	}
	return values, nil
}

// numbersOf are the numbers of the keys in a list that a table has.
func numbersOf(table map[string]int32, keys any) []int32 {
	var all []int32
	for _, key := range column.List(keys) {
		if n, known := table[column.Text(key)]; known {
			all = append(all, n)
		}
	}
	return all
}

// found are the creators of some keys that the model knows.
func found(m *match.Model, keys []string) map[int32]bool {
	all := map[int32]bool{}
	for _, key := range keys {
		if p, known := m.Find(key); known {
			all[p] = true
		}
	}
	return all
}

// ofCampaign makes a brief of a campaign, without whom it invited.
func (l *lookup) ofCampaign(record graph.Record) *match.Brief {
	b := &match.Brief{Brand: insight.Unknown, Rivals: insight.Unknown, Objective: match.ObjectiveOf(column.Text(record["objective"])),
		Budget: column.Long(record["budget"]), Excluded: map[int32]bool{}}
	if n, known := l.m.Brand(column.Text(record["brand"])); known {
		b.Brand = n
	}
	b.Categories, b.Segments = numbersOf(l.categories, record["categories"]), numbersOf(l.segments, record["segments"])
	for _, word := range column.List(record["formats"]) {
		if f := match.FormatOf(column.Text(word)); f >= 0 {
			b.Formats = append(b.Formats, f)
		}
	}
	for _, key := range column.List(record["taken"]) {
		if p, known := l.m.Find(column.Text(key)); known {
			b.Excluded[p] = true
		}
	}
	return b
}
