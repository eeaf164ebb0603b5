package collaborator

import "math"

// prior is what scores rest on where too few pairs came true to learn from: the index of Adamic and Adar first,
// then personalised PageRank, categories, agency, audience and brands, in steps of what larger markets taught.
func prior() [featureCount]Curve {
	var curves [featureCount]Curve
	curves[introduction] = Curve{[]float64{math.Log(leastCommon), math.Log(20)}, []float64{0, 6}}
	curves[rank] = Curve{[]float64{math.Log(leastWander), 0}, []float64{0, 3}}
	curves[category] = Curve{[]float64{0, 1}, []float64{0, 2}}
	curves[circle] = Curve{[]float64{0, 1}, []float64{0, 1}}
	curves[agency] = Curve{[]float64{0, 1}, []float64{0, 1}}
	curves[audience] = Curve{[]float64{0.5, 1}, []float64{0, 0.5}}
	curves[brand] = Curve{[]float64{0, 1}, []float64{0, 2}}
	return curves
}
