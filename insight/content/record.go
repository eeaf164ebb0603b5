package content

import (
	"encoding/json"
	"fmt"

	"github.com/creatorgraph/creatorgraph/insight/boost"
	"github.com/creatorgraph/creatorgraph/insight/conformal"
)

// recordVersion changes when older records can no longer be read.
const recordVersion = 2

// record is a model as it is stored.
type record struct {
	Form, Rows   int
	Longest, CPM float64
	Weights      []float64
	Lines        lines
	Trees        [][]byte
	Off          [len(horizons)][ages][]float64
	Bars         [len(horizons)][ages][tiers]peerQuantiles
}

// Record encodes the model for storage.
func (m *Model) Record() ([]byte, error) {
	trees, err := boost.Record(m.trees[:])
	if err != nil {
		return nil, err
	}
	return json.Marshal(record{Form: recordVersion, Rows: m.Rows, Longest: m.Longest, CPM: m.CPM, Weights: m.weights, Lines: m.lines, Trees: trees,
		Off: m.outcomes, Bars: m.bars})
}

// ReadRecord reads a record.
func ReadRecord(text []byte) (*Model, error) {
	var r record
	if err := json.Unmarshal(text, &r); err != nil {
		return nil, fmt.Errorf("the model of contents cannot be read: %w", err)
	}
	if r.Form != recordVersion || len(r.Trees) != len(levels) || len(r.Weights) != usualTerms {
		return nil, fmt.Errorf("the model of contents is of form %d, this version reads form %d; analyse again", r.Form, recordVersion)
	}
	m := &Model{Rows: r.Rows, Longest: r.Longest, CPM: r.CPM, weights: r.Weights, lines: r.Lines, outcomes: r.Off, bars: r.Bars}
	if err := boost.ReadRecords(m.trees[:], r.Trees, features); err != nil {
		return nil, fmt.Errorf("the model of contents cannot be read: %w", err)
	}
	if err := m.checkLengths(); err != nil {
		return nil, err
	}
	return m, nil
}

// checkLengths refuses lines and outcomes of other lengths than this version has.
func (m *Model) checkLengths() error {
	for h := range m.outcomes {
		for band := range m.outcomes[h] {
			if n := len(m.lines[h][band].Weights); n != 0 && n != lineTerms {
				return fmt.Errorf("the model of contents cannot be read: %d terms, not %d", n, lineTerms)
			}
			if len(m.outcomes[h][band]) != conformal.Steps {
				return fmt.Errorf("the model of contents cannot be read: %d steps, not %d", len(m.outcomes[h][band]), conformal.Steps)
			}
		}
	}
	return nil
}
