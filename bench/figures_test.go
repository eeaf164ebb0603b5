package main

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Ratios are taken within each round, so that a slow moment of the machine counts for neither side:
// 100/50 = 2, 60/20 = 3, 90/45 = 2, whose median is 2, where the medians' ratio is 90/45.
func TestFiguresPairRounds(t *testing.T) {
	t.Parallel()

	var all []sample
	for round, r := range [][len(servers)]float64{{100, 50, 10}, {60, 20, 5}, {90, 45, 30}} {
		for _, s := range servers {
			all = append(all, sample{Case: "x", Server: s.String(), Round: round, PerSec: r[s], P99: float64(round)})
		}
	}
	all = append(all, sample{Case: "another", Server: ours.String(), PerSec: 1e9})
	f := figuresOf(question{Name: "x", Twin: values{}, Peer: values{}}, all)
	if diff := cmp.Diff(spread{Median: 2, Least: 2, Most: 3}, f.ToHandwritten); diff != "" {
		t.Errorf("to hand-written (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(spread{Median: 10, Least: 3, Most: 12}, f.ToPeer); diff != "" {
		t.Errorf("to the peer (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(spread{Median: 90, Least: 60, Most: 100}, f.PerSec[ours]); diff != "" {
		t.Errorf("ours (-want +got):\n%s", diff)
	}
	if f.P99[ours].Median != 1 {
		t.Errorf("p99 %v, want that of the middle round", f.P99[ours])
	}
}

// A goal is met at its bound and not below it.
func TestGoalsAreMetAtTheirBounds(t *testing.T) {
	t.Parallel()

	f := figures{question: question{Name: "02_nested", Title: "nested", Twin: values{}, Peer: values{}, P95: 20, Clients: 20}}
	f.ToPeer.Median, f.ToHandwritten.Median = 12, 1.19
	f.P99[ours].Median, f.P50[peer].Median, f.P95[ours].Median = 10, 10, 20
	f.Resident[ours].Median = maxMemory
	alone := figures{question: question{Title: "plan", P95: 300, Clients: 8}} // nothing but ours answers it
	alone.P95[ours].Median = 300.1
	row := crowdRow{Name: "01_by_key", Title: "by key"}
	row.ToPeer[crowdedAt].Median = 19.9
	row.P99[crowdedAt].Median, row.PeerP50[crowdedAt].Median = 10, 10
	got := map[string]bool{}
	for _, g := range goals([]figures{f, alone}, []crowdRow{row}) {
		got[g.What] = g.Met
	}
	want := map[string]bool{
		"nested: to hand-written":                         false,
		"nested: our p95, 20 clients":                     true,
		"nested: to @neo4j/graphql":                       true,
		"nested: our p99, the peer's p50":                 true,
		"nested: resident memory":                         false,
		"plan: our p95, 8 clients":                        false,
		"64 connections: by key: to @neo4j/graphql":       false,
		"64 connections: by key: our p99, the peer's p50": true,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("met (-want +got):\n%s", diff)
	}
}

// The nearest rank: of 1 to 100 the 99th is 99, of two the half is the first.
func TestQuantileIsTheNearestRank(t *testing.T) {
	t.Parallel()

	var hundred []int
	for i := range 100 {
		hundred = append(hundred, i+1)
	}
	got := []int{quantile(hundred, 0.5), quantile(hundred, 0.99), quantile(hundred, 1), quantile([]int{7, 8}, 0.5), quantile([]int(nil), 0.5)}
	if diff := cmp.Diff([]int{50, 99, 100, 7, 0}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// Numbers show three digits or more, thousands apart.
func TestNumberIsReadable(t *testing.T) {
	t.Parallel()

	for v, want := range map[float64]string{0: "0.00", 1.234: "1.23", 12.34: "12.3", 123.4: "123",
		999.6: "1,000", 1000: "1,000", 1005.4: "1,005", 20971535: "20,971,535"} {
		if got := number(v); got != want {
			t.Errorf("number(%v) = %s, want %s", v, got, want)
		}
	}
}

// Page 500 is set beside the page 1 of its own round: 100/50 and 60/60 are 2 and 1, whose median is 1.5.
func TestDepthsPairRounds(t *testing.T) {
	t.Parallel()

	var all []sample
	for round, r := range [][2]float64{{100, 50}, {60, 60}} {
		for _, s := range servers {
			for i, name := range pageCases {
				all = append(all, sample{Case: inTurn + name, Server: s.String(), Round: round, PerSec: r[i]})
			}
		}
	}
	got := depthsOf(all)
	if len(got) != len(servers) {
		t.Fatalf("%d rows, want one a server", len(got))
	}
	if diff := cmp.Diff(spread{Median: 1.5, Least: 1, Most: 2}, got[0].Ratio); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
