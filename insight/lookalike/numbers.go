package lookalike

import (
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"math"
)

// Numbers are stored as four bytes each in base 64, which takes a fifth of what decimal digits take.
type Numbers []float32

// MarshalJSON writes the table.
func (n Numbers) MarshalJSON() ([]byte, error) {
	bytes := make([]byte, 0, 4*len(n))
	for _, x := range n {
		bytes = binary.LittleEndian.AppendUint32(bytes, math.Float32bits(x))
	}
	return json.Marshal(base64.StdEncoding.EncodeToString(bytes))
}

// UnmarshalJSON reads the table.
func (n *Numbers) UnmarshalJSON(text []byte) error {
	var encoded string
	if err := json.Unmarshal(text, &encoded); err != nil {
		return err
	}
	bytes, err := base64.StdEncoding.DecodeString(encoded)
	if err != nil || len(bytes)%4 != 0 {
		return fmt.Errorf("a table of the model of lookalikes is cut off or no base 64: %d bytes, %w", len(bytes), err)
	}
	*n = make(Numbers, len(bytes)/4)
	for i := range *n {
		(*n)[i] = math.Float32frombits(binary.LittleEndian.Uint32(bytes[4*i:]))
	}
	return nil
}
