package boost

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
)

// recordVersion changes when older records can no longer be read.
const recordVersion = 1

// errBroken is the error of a corrupt record.
var errBroken = errors.New("boost: the record of a model is broken; analyse again")

// head begins a record. The number of nodes of each tree follows, then all nodes.
type head struct {
	Form, Loss      uint8
	Features, Trees uint16
	First           float32
}

// packedNode is a node as it is recorded: of a leaf the feature is below 0 and the number its value, of others the number is
// the threshold. The right one follows the left one, as both were made at once.
type packedNode struct {
	Feature int16
	Left    uint16 // its number, doubled, and 1 where missing values go there
	Number  float32
}

// Record encodes models for storage, in their order.
func Record(models []*Model) ([][]byte, error) {
	all := make([][]byte, len(models))
	for i, m := range models {
		var err error
		if all[i], err = m.MarshalBinary(); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// ReadRecords reads records into as many models; each must have the given number of features.
func ReadRecords(models []*Model, all [][]byte, features int) error {
	if len(all) != len(models) {
		return fmt.Errorf("boost: %d models are kept, not %d; analyse again", len(all), len(models))
	}
	for i, b := range all {
		models[i] = new(Model)
		if err := models[i].UnmarshalBinary(b); err != nil {
			return err
		}
		if models[i].Features != features {
			return fmt.Errorf("boost: a model is of %d features, not %d; analyse again", models[i].Features, features)
		}
	}
	return nil
}

// MarshalBinary records a model: eight bytes a node, in JSON base64.
func (m *Model) MarshalBinary() ([]byte, error) {
	var sizes []uint16
	var nodes []packedNode
	for _, t := range m.trees {
		sizes = append(sizes, uint16(len(t)))
		for _, n := range t {
			p := packedNode{n.feature, uint16(n.left) << 1, float32(n.threshold)}
			if n.feature < 0 {
				p.Number = float32(n.value)
			}
			if n.missingLeft {
				p.Left |= 1
			}
			nodes = append(nodes, p)
		}
	}
	var b bytes.Buffer
	first := head{recordVersion, uint8(m.Loss), uint16(m.Features), uint16(len(m.trees)), float32(m.First)}
	for _, part := range []any{first, sizes, nodes} {
		if err := binary.Write(&b, binary.LittleEndian, part); err != nil {
			return nil, fmt.Errorf("boost: %w", err)
		}
	}
	return b.Bytes(), nil
}

// UnmarshalBinary reads what MarshalBinary recorded.
func (m *Model) UnmarshalBinary(b []byte) error {
	var h head
	n, err := binary.Decode(b, binary.LittleEndian, &h)
	switch {
	case err != nil:
		return errBroken
	case h.Form != recordVersion:
		return fmt.Errorf("boost: the model is of form %d, this version reads form %d; analyse again", h.Form, recordVersion)
	}
	b = b[n:]
	sizes := make([]uint16, h.Trees)
	if n, err = binary.Decode(b, binary.LittleEndian, sizes); err != nil {
		return errBroken
	}
	b = b[n:]
	*m = Model{Loss: Loss(h.Loss), Features: int(h.Features), First: float64(h.First)}
	for _, size := range sizes {
		nodes := make([]packedNode, size)
		if n, err = binary.Decode(b, binary.LittleEndian, nodes); err != nil {
			return errBroken
		}
		b = b[n:]
		t, ok := unpackTree(nodes, m.Features)
		if !ok {
			return errBroken
		}
		m.trees = append(m.trees, t)
	}
	if len(b) > 0 || m.Loss > Logistic {
		return errBroken
	}
	return nil
}

// unpackTree gives a tree, unless its nodes make none: children come after their node, so that no way down is endless.
func unpackTree(nodes []packedNode, features int) (tree, bool) {
	t := make(tree, len(nodes))
	for i, p := range nodes {
		left := int16(p.Left >> 1)
		if p.Feature < 0 {
			t[i] = node{feature: -1, value: float64(p.Number)}
			continue
		}
		t[i] = node{feature: p.Feature, missingLeft: p.Left&1 == 1, left: left, right: left + 1, threshold: float64(p.Number)}
		if int(p.Feature) >= features || int(left) <= i || int(left)+1 >= len(nodes) {
			return nil, false
		}
	}
	return t, len(t) > 0
}
