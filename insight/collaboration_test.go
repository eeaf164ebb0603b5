package insight

import (
	"math"
	"testing"
)

// A thing of two from today ties by 1/ln 3, one of two years ago by half of it, one without a day as that.
func TestTiesByHand(t *testing.T) {
	t.Parallel()

	ties := Collaborations([]Meeting{{People: []int32{0, 1}, Day: 1000, Dated: true},
		{People: []int32{1, 0}, Day: 1000 - 730, Dated: true}, {People: []int32{0, 1}}}, 1000)
	if len(ties) != 1 || ties[0].Things != 3 || math.Abs(float64(ties[0].Weight)-2/math.Log(3)) > 1e-6 {
		t.Errorf("got %+v, want one tie of 2/ln 3 by three things", ties)
	}
	if ties := Collaborations([]Meeting{{People: make([]int32, MostTogether+1)}}, 0); len(ties) != 0 {
		t.Errorf("a crowd ties %d pairs", len(ties))
	}
}
