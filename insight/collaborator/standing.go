package collaborator

import (
	"encoding/binary"
	"math"
)

// Standing is what is kept of one creator's place in the network, so that a pair can be scored without
// reading the whole of it.
type Standing struct {
	Strength float32   // the sum of the weights of its ties
	Partners int32     // how many ties it has
	Position []float32 // see positions; empty at the origin
}

// standingHead is how many bytes stand before the position: strength, partners, the unit of the position.
const standingHead = 12

// Bytes packs a standing: the position in steps of a 127th of its largest number, one byte each.
func (s Standing) Bytes() []byte {
	most := float32(0)
	for _, x := range s.Position {
		most = max(most, x, -x)
	}
	unit := most / 127
	b := binary.LittleEndian.AppendUint32(nil, math.Float32bits(s.Strength))
	b = binary.LittleEndian.AppendUint32(b, uint32(s.Partners))
	b = binary.LittleEndian.AppendUint32(b, math.Float32bits(unit))
	for _, x := range s.Position {
		step := 0.0
		if unit > 0 {
			step = math.Round(float64(x / unit))
		}
		b = append(b, byte(int8(step)))
	}
	return b
}

// ReadStanding unpacks what Bytes packed; what is too short, as of a creator nobody has analysed, has no ties.
func ReadStanding(b []byte) Standing {
	if len(b) < standingHead {
		return Standing{}
	}
	s := Standing{Strength: math.Float32frombits(binary.LittleEndian.Uint32(b)),
		Partners: int32(binary.LittleEndian.Uint32(b[4:]))}
	unit := math.Float32frombits(binary.LittleEndian.Uint32(b[8:]))
	for _, step := range b[standingHead:] {
		s.Position = append(s.Position, float32(int8(step))*unit)
	}
	return s
}

// Standing gives a creator's standing.
func (v *View) Standing(of int32) Standing {
	return Standing{v.network.strength[of], v.degree[of], v.position[int(of)*v.dims : int(of+1)*v.dims]}
}
