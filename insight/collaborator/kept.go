package collaborator

import (
	"encoding/binary"
	"math"
)

// positionHead is how many bytes stand before a kept position: its unit.
const positionHead = 4

// Position gives a creator's position as it is kept: the unit, then each number in steps of a 127th of the largest,
// one byte each; nil for one without partners.
func (v *View) Position(of int32) []byte {
	if v.network.degree[of] == 0 {
		return nil
	}
	position := v.position[int(of)*v.dims : int(of+1)*v.dims]
	most := float32(0)
	for _, x := range position {
		most = max(most, x, -x)
	}
	unit := most / 127
	b := binary.LittleEndian.AppendUint32(nil, math.Float32bits(unit))
	for _, x := range position {
		step := 0.0
		if unit > 0 {
			step = math.Round(float64(x / unit))
		}
		b = append(b, byte(int8(step)))
	}
	return b
}

// readPosition unpacks what Position packed; what is too short, as of a creator nobody has analysed, is the origin.
func readPosition(b []byte, into []float32) {
	if len(b) < positionHead {
		return
	}
	unit := math.Float32frombits(binary.LittleEndian.Uint32(b))
	for k, step := range b[positionHead:] {
		if k < len(into) {
			into[k] = float32(int8(step)) * unit
		}
	}
}
