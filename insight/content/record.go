package content

import (
	"encoding/json"
	"fmt"

	"github.com/creatorgraph/creatorgraph/insight/boost"
	"github.com/creatorgraph/creatorgraph/insight/conformal"
)

// form changes when what was kept in another cannot be read as if it were in this one.
const form = 2

// record is a model as it is kept.
type record struct {
	Form, Rows   int
	Longest, CPM float64
	Weights      []float64
	Lines        lines
	Trees        [][]byte
	Off          [len(horizons)][ages][]float64
	Bars         [len(horizons)][ages][tiers]bar
}

// Record gives the model to be kept.
func (m *Model) Record() ([]byte, error) {
	trees, err := boost.Record(m.trees[:])
	if err != nil {
		return nil, err
	}
	return json.Marshal(record{Form: form, Rows: m.Rows, Longest: m.Longest, CPM: m.CPM, Weights: m.weights, Lines: m.lines, Trees: trees,
		Off: m.off, Bars: m.bars})
}

// Kept reads what Record gave.
func Kept(text []byte) (*Model, error) {
	var r record
	if err := json.Unmarshal(text, &r); err != nil {
		return nil, fmt.Errorf("the model of contents cannot be read: %w", err)
	}
	if r.Form != form || len(r.Trees) != len(levels) || len(r.Weights) != usualTerms {
		return nil, fmt.Errorf("the model of contents is of form %d, this version reads form %d; analyse again", r.Form, form)
	}
	m := &Model{Rows: r.Rows, Longest: r.Longest, CPM: r.CPM, weights: r.Weights, lines: r.Lines, off: r.Off, bars: r.Bars}
	if err := boost.Kept(m.trees[:], r.Trees, features); err != nil {
		return nil, fmt.Errorf("the model of contents cannot be read: %w", err)
	}
	for h := range m.off {
		for band := range m.off[h] {
			if n := len(m.lines[h][band].Weights); n != 0 && n != lineTerms {
				return nil, fmt.Errorf("the model of contents cannot be read: %d terms, not %d", n, lineTerms)
			}
			if len(m.off[h][band]) != conformal.Steps {
				return nil, fmt.Errorf("the model of contents cannot be read: %d steps, not %d", len(m.off[h][band]), conformal.Steps)
			}
		}
	}
	return m, nil
}
