package collaborator

import "math"

// prior gives the curves for markets with too few positive pairs to learn from: mainly the Adamic–Adar index, then personalised
// PageRank, categories, agency, audience and brands, sized by what larger markets taught.
func prior() [featureCount]Curve {
	var curves [featureCount]Curve
	curves[adamicAdar] = Curve{[]float64{math.Log(leastAdamicAdar), math.Log(20)}, []float64{0, 6}}
	curves[personalisedPageRank] = Curve{[]float64{math.Log(leastPageRank), 0}, []float64{0, 3}}
	curves[category] = Curve{[]float64{0, 1}, []float64{0, 2}}
	curves[partnerCategory] = Curve{[]float64{0, 1}, []float64{0, 1}}
	curves[agency] = Curve{[]float64{0, 1}, []float64{0, 1}}
	curves[audience] = Curve{[]float64{0.5, 1}, []float64{0, 0.5}}
	curves[brand] = Curve{[]float64{0, 1}, []float64{0, 2}}
	return curves
}
