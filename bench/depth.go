package main

// pageCases are the first page and the five hundredth, which must cost the same, and inTurn marks their samples
// when they are run in turn.
var pageCases = [...]string{"03_first_page", "04_page_500"}

const inTurn = "in turn: "

// depth compares page 500 with page 1 for one server.
type depth struct {
	Server       string
	First, Later spread // requests per second
	Ratio        spread // time of page 500 to that of page 1, of each round
}

// depthsOf gathers the samples of the pages run in turn; there are none if they were not run.
func depthsOf(all []sample) []depth {
	var rows []depth
	for _, s := range servers {
		var perSec [len(pageCases)][]float64
		for _, sample := range all {
			for i, name := range pageCases {
				if sample.Case == inTurn+name && sample.Server == s.String() {
					perSec[i] = append(perSec[i], sample.PerSec)
				}
			}
		}
		if len(perSec[0]) == 0 {
			return nil
		}
		var ratios []float64
		for i, first := range perSec[0] {
			ratios = append(ratios, first/perSec[1][i])
		}
		rows = append(rows, depth{s.String(), spreadOf(perSec[0]), spreadOf(perSec[1]), spreadOf(ratios)})
	}
	return rows
}
