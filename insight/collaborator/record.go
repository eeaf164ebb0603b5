package collaborator

import (
	"encoding/json"
	"fmt"
)

// Record is a model as it is kept: curves by the names of their features, and what of the whole market
// scoring needs. Features that a later version adds count nothing, those it no longer has are passed over.
type Record struct {
	Curves  map[string]Curve   `json:"curves"`
	Rarity  map[string]float32 `json:"rarity"`  // by a category's key
	Typical float64            `json:"typical"` // the mean weight of a tie
	Dims    int                `json:"dims"`    // numbers in a position
}

// Record gives the model to be kept, as learned from the market of a view.
func (m *Model) Record(v *View) ([]byte, error) {
	r := Record{Curves: map[string]Curve{}, Rarity: map[string]float32{}, Typical: v.typical, Dims: v.dims}
	for f, curve := range m.Curves {
		if len(curve.Knots) > 0 {
			r.Curves[features[f].name] = curve
		}
	}
	for c, key := range v.market.Categories {
		r.Rarity[key] = v.rarity[c]
	}
	return json.Marshal(r)
}

// ReadRecord reads what was kept.
func ReadRecord(text []byte) (*Record, error) {
	var r Record
	if err := json.Unmarshal(text, &r); err != nil {
		return nil, fmt.Errorf("the model of collaborators cannot be read: %w", err)
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
