package main

import "testing"

// Each number of connections has its own column, and a ratio is taken within each round.
func TestCrowdRowsHaveAColumnForEachNumberOfConnections(t *testing.T) {
	t.Parallel()

	var all []sample
	for i, n := range crowds {
		for round := range 3 {
			for _, s := range servers {
				rate := 100.0
				if s == ours {
					rate = 100 * float64(i+1)
				}
				all = append(all, sample{Case: crowdLabel("x", n), Server: s.String(), Round: round, PerSec: rate})
			}
		}
	}
	rows := crowdRows([]question{{Name: "x", Title: "x", Twin: values{}, Peer: values{}}, {Name: "not run"}}, all)
	if len(rows) != 1 {
		t.Fatalf("%d rows, want that of the case that was run", len(rows))
	}
	for i := range crowds {
		if got := rows[0].ToPeer[i].Median; got != float64(i+1) {
			t.Errorf("%d connections: %v times the peer, want %d", crowds[i], got, i+1)
		}
	}
}
