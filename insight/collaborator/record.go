package collaborator

import (
	"encoding/json"
	"fmt"
)

// Record is a model as it is stored: curves by feature name, and the statistics of the market that scoring needs. Features that
// the record lacks count nothing; features that no longer exist are ignored.
type Record struct {
	Form   int                `json:"form"` // of the record and of positions
	Curves map[string]Curve   `json:"curves"`
	IDF    map[string]float32 `json:"rarity"` // by a category's key
	Dims   int                `json:"dims"`   // numbers in a position
}

// form is the version of the record; it changes when older records can no longer be read.
const form = 2

// Record gives the model to be kept, as learned from the market of a view.
func (m *Model) Record(v *View) ([]byte, error) {
	r := Record{Form: form, Curves: map[string]Curve{}, IDF: map[string]float32{}, Dims: v.dims}
	for f, curve := range m.Curves {
		if len(curve.Knots) > 0 {
			r.Curves[features[f].name] = curve
		}
	}
	for c, key := range v.market.Categories {
		r.IDF[key] = v.idf[c]
	}
	return json.Marshal(r)
}

// ReadRecord reads what was kept.
func ReadRecord(text []byte) (*Record, error) {
	var r Record
	if err := json.Unmarshal(text, &r); err != nil {
		return nil, fmt.Errorf("the model of collaborators cannot be read: %w", err)
	}
	if r.Form != form {
		return nil, fmt.Errorf("the model of collaborators is of form %d, this version reads form %d", r.Form, form)
	}
	for name, c := range r.Curves {
		if len(c.Knots) != len(c.Values) || len(c.Knots) == 0 {
			return nil, fmt.Errorf("the model of collaborators cannot be read: the curve %q has %d knots and %d values",
				name, len(c.Knots), len(c.Values))
		}
	}
	return &r, nil
}

// Model gives the curves.
func (r *Record) Model() *Model {
	m := &Model{}
	for f := range features {
		m.Curves[f] = r.Curves[features[f].name]
	}
	return m
}
