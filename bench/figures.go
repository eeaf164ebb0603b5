package main

import (
	"fmt"
)

// figures are what the samples of one case come to.
type figures struct {
	question
	PerSec, P50, P95, P99, Bytes, Resident [len(servers)]spread
	ToHandwritten, ToPeer                  spread // ours by theirs, of each round
	Cores                                  [len(servers)][3]float64
}

// figuresOf gathers a case's samples.
func figuresOf(q question, all []sample) figures {
	f := figures{question: q}
	rates := map[int][len(servers)]float64{}
	for _, s := range q.servers() {
		var perSec, p50, p95, p99, bytes, resident []float64
		var cores [3][]float64
		for _, sample := range all {
			if sample.Case != q.Name || sample.Server != s.String() {
				continue
			}
			perSec, p50, p99 = append(perSec, sample.PerSec), append(p50, sample.P50), append(p99, sample.P99)
			p95 = append(p95, sample.P95)
			bytes, resident = append(bytes, sample.Bytes), append(resident, sample.Resident)
			for i, v := range []float64{sample.CoresServer, sample.CoresDatabase, sample.CoresClient} {
				cores[i] = append(cores[i], v)
			}
			round := rates[sample.Round]
			round[s] = sample.PerSec
			rates[sample.Round] = round
		}
		f.PerSec[s], f.P50[s], f.P95[s], f.P99[s] = spreadOf(perSec), spreadOf(p50), spreadOf(p95), spreadOf(p99)
		f.Bytes[s], f.Resident[s] = spreadOf(bytes), spreadOf(resident)
		for i := range cores {
			f.Cores[s][i] = spreadOf(cores[i]).Median
		}
	}
	var toHandwritten, toPeer []float64
	for _, r := range rates {
		toHandwritten = append(toHandwritten, r[ours]/r[handwritten])
		toPeer = append(toPeer, r[ours]/r[peer])
	}
	if q.Twin != nil {
		f.ToHandwritten = spreadOf(toHandwritten)
	}
	if q.Peer != nil {
		f.ToPeer = spreadOf(toPeer)
	}
	return f
}

// goal is a figure that must be reached.
type goal struct {
	What, Must, Is string
	Met            bool
}

// targetRatio are how many times the others' requests per second ours must reach.
type targetRatio struct{ peer, handwritten float64 }

// targetRatioFor gives what a case must reach.
func targetRatioFor(name string) targetRatio {
	switch name {
	case "01_by_key":
		return targetRatio{peer: 12, handwritten: 0.85}
	case "02_nested":
		return targetRatio{peer: 12, handwritten: 1.2}
	case "19_lookalikes_one_seed", "20_lookalikes_fifty_seeds":
		return targetRatio{handwritten: 0.7}
	}
	return targetRatio{peer: 6, handwritten: 0.85}
}

// memoryCase is the case under whose load the servers' memory is compared, and maxMemory what ours may take, MB.
const (
	memoryCase = "02_nested"
	maxMemory  = 150
)

// The case that must reach leastCrowded times the peer's requests per second with so many of crowds.
const (
	crowdedCase  = "01_by_key"
	crowdedAt    = 2
	leastCrowded = 20
)

// goals says of each required figure whether it is met, by the medians.
func goals(all []figures, crowded []crowdRow) []goal {
	var goals []goal
	for _, f := range all {
		must := targetRatioFor(f.Name)
		if f.Twin != nil {
			goals = append(goals, goal{f.Title + ": to hand-written", fmt.Sprintf("≥ %g ×", must.handwritten),
				fmt.Sprintf("%.2f ×", f.ToHandwritten.Median), f.ToHandwritten.Median >= must.handwritten})
		}
		if f.P95[ours].Median > 0 && f.question.P95 > 0 {
			goals = append(goals, goal{fmt.Sprintf("%s: our p95, %d clients", f.Title, f.Clients),
				fmt.Sprintf("≤ %g ms", f.question.P95), fmt.Sprintf("%.2f ms", f.P95[ours].Median), f.P95[ours].Median <= f.question.P95})
		}
		if f.Peer == nil {
			continue
		}
		goals = append(goals,
			goal{f.Title + ": to @neo4j/graphql", fmt.Sprintf("≥ %g ×", must.peer),
				fmt.Sprintf("%.2f ×", f.ToPeer.Median), f.ToPeer.Median >= must.peer},
			goal{f.Title + ": our p99, the peer's p50", fmt.Sprintf("≤ %.2f ms", f.P50[peer].Median),
				fmt.Sprintf("%.2f ms", f.P99[ours].Median), f.P99[ours].Median <= f.P50[peer].Median})
		if f.Name == memoryCase {
			goals = append(goals, goal{f.Title + ": resident memory", fmt.Sprintf("< %d MB", maxMemory),
				fmt.Sprintf("%.0f MB", f.Resident[ours].Median), f.Resident[ours].Median < maxMemory})
		}
	}
	for _, row := range crowded {
		title := crowdLabel(row.Title, crowds[crowdedAt])
		if row.Name == crowdedCase {
			goals = append(goals, goal{title + ": to @neo4j/graphql", fmt.Sprintf("≥ %d ×", leastCrowded),
				fmt.Sprintf("%.2f ×", row.ToPeer[crowdedAt].Median), row.ToPeer[crowdedAt].Median >= leastCrowded})
		}
		goals = append(goals, goal{title + ": our p99, the peer's p50", fmt.Sprintf("≤ %.2f ms", row.PeerP50[crowdedAt].Median),
			fmt.Sprintf("%.2f ms", row.P99[crowdedAt].Median), row.P99[crowdedAt].Median <= row.PeerP50[crowdedAt].Median})
	}
	return goals
}
