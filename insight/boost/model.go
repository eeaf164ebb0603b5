package boost

import "math"

// Model is an ensemble of trees. It is safe for concurrent use.
type Model struct {
	Loss     Loss
	Features int
	First    float64 // the prediction before any tree
	trees    []tree
}

// node is a leaf (feature below 0) or parts rows: values at most threshold go left, missing ones where missingLeft says.
type node struct {
	feature     int16
	bin         uint8 // of threshold, while learning
	missingLeft bool
	left, right int16
	threshold   float64
	value       float64
}

// tree is nodes, the root first.
type tree []node

func (t *tree) leaf() int {
	*t = append(*t, node{feature: -1})
	return len(*t) - 1
}

// split turns a leaf into a node with two leaves.
func (t *tree) split(at int, s split, edges []float64) (left, right int) {
	left, right = t.leaf(), t.leaf()
	n := &(*t)[at]
	n.feature, n.bin, n.missingLeft = int16(s.feature), s.bin, s.missingLeft
	n.threshold, n.left, n.right = edges[s.bin-1], int16(left), int16(right)
	return left, right
}

// Trees is how many trees there are.
func (m *Model) Trees() int { return len(m.trees) }

// Predict gives the prediction for one row; log-odds under the Logistic loss.
func (m *Model) Predict(row []float64) float64 {
	sum := m.First
	for _, t := range m.trees {
		at := 0
		for t[at].feature >= 0 {
			n := &t[at]
			x := row[n.feature]
			if x <= n.threshold || math.IsNaN(x) && n.missingLeft {
				at = int(n.left)
			} else {
				at = int(n.right)
			}
		}
		sum += t[at].value
	}
	return sum
}

// addBinned adds a tree's values to the scores of binned rows.
func (t tree) addBinned(data binned, scores []float64) {
	for i := range scores {
		at := 0
		for t[at].feature >= 0 {
			n := &t[at]
			if b := data.bins[n.feature][i]; b != missingBin && b <= n.bin || b == missingBin && n.missingLeft {
				at = int(n.left)
			} else {
				at = int(n.right)
			}
		}
		scores[i] += t[at].value
	}
}

// enforceMonotone makes the values below a node keep to the features' directions: at a split of a directed feature all leaves of
// one side are held to the middle between both. It gives the least and the greatest value below the node.
func (t tree) enforceMonotone(at int, monotone []int8) (least, most float64) {
	n := t[at]
	if n.feature < 0 {
		return n.value, n.value
	}
	leftLeast, leftMost := t.enforceMonotone(int(n.left), monotone)
	rightLeast, rightMost := t.enforceMonotone(int(n.right), monotone)
	switch direction := monotone[n.feature]; {
	case direction > 0 && leftMost > rightLeast:
		middle := (leftMost + rightLeast) / 2
		t.clampLeaves(int(n.left), math.Inf(-1), middle)
		t.clampLeaves(int(n.right), middle, math.Inf(1))
		return min(leftLeast, middle), max(rightMost, middle)
	case direction < 0 && rightMost > leftLeast:
		middle := (rightMost + leftLeast) / 2
		t.clampLeaves(int(n.left), middle, math.Inf(1))
		t.clampLeaves(int(n.right), math.Inf(-1), middle)
		return min(rightLeast, middle), max(leftMost, middle)
	}
	return min(leftLeast, rightLeast), max(leftMost, rightMost)
}

// clampLeaves clamps the values below a node.
func (t tree) clampLeaves(at int, least, most float64) {
	if t[at].feature < 0 {
		t[at].value = min(max(t[at].value, least), most)
		return
	}
	t.clampLeaves(int(t[at].left), least, most)
	t.clampLeaves(int(t[at].right), least, most)
}
