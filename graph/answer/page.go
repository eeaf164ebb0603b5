package answer

import "github.com/creatorgraph/creatorgraph/graph/compile"

// view is a page being written: its rows in the order they are shown.
type view struct {
	page  *compile.Page
	run   compile.PageRun
	rows  []any
	more  bool // there was one row more than asked for
	total any
}

func (w *writer) view(page *compile.Page, row []any) *view {
	v := &view{page: page, run: w.boundPlan.Pages[page.Index], total: column(row, page.Total)}
	v.rows, _ = column(row, page.Rows).([]any)
	if len(v.rows) > v.run.Limit {
		v.more, v.rows = true, v.rows[:v.run.Limit]
	}
	return v
}

// row gives the i-th row shown. Rows fetched from the end come last first.
func (v *view) row(i int) []any {
	if v.run.Backward {
		i = len(v.rows) - 1 - i
	}
	row, _ := v.rows[i].([]any)
	return row
}

// part writes a field that stands for a part of a page.
func (w *writer) part(f *compile.Field, row []any, v *view) bool {
	switch f.Take {
	case compile.Edges, compile.Nodes:
		return w.list(f, v.rows, w.item(f, v))
	case compile.Info:
		return w.object(f.Shape, row, v)
	case compile.Total:
		return w.scalar(v.total)
	case compile.Cursor:
		return w.cursor(v.page, row)
	case compile.HasNext:
		return w.scalar(v.more && !v.run.Backward || v.run.Backward && v.run.Before)
	case compile.HasPrevious:
		return w.scalar(v.more && v.run.Backward || !v.run.Backward && v.run.After)
	case compile.StartCursor:
		return len(v.rows) > 0 && w.cursor(v.page, v.row(0))
	case compile.EndCursor:
		return len(v.rows) > 0 && w.cursor(v.page, v.row(len(v.rows)-1))
	}
	return false
}

// item writes the rows one after the other; a row's node may be a column of its own.
func (w *writer) item(f *compile.Field, v *view) func(any) bool {
	i := -1
	return func(any) bool {
		i++
		row := v.row(i)
		if f.Held {
			row, _ = column(row, f.Column).([]any)
		}
		return row != nil && w.object(f.Shape, row, v)
	}
}

func (w *writer) cursor(page *compile.Page, row []any) bool {
	values, _ := column(row, page.Cursor).([]any)
	text, err := compile.EncodeCursor(page.Signature, values)
	if err != nil {
		return w.fail("has no cursor: " + err.Error())
	}
	w.buf = appendString(w.buf, text)
	return true
}
